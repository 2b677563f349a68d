"""Writing the workbook: asks where, writes on a thread, tells what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSaveFile, QStandardPaths, Signal
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from gui.worker import Task
from gui.workspace import Workspace
from parser.review.snapshot import Snapshot


class Exporting(QObject):
    """One export at a time. The workbook is written beside its target and moved there whole."""

    told = Signal(str)
    exported = Signal(str)  # the file
    failed = Signal(str)  # a sentence

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        """Export what is on the desk of `workspace`; ask in front of `parent`."""
        super().__init__(parent)
        self._workspace = workspace
        self._window = parent
        self._task: Task | None = None
        self._target = Path()
        self._again = self.ask

    def ask(self) -> None:
        """Ask for a file name and export there."""
        if self._workspace.desk is None or self._task is not None:
            return
        self._again = self.ask
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("导出 Excel"),
            str(self._proposal()),
            self.tr("Excel 工作簿 (*.xlsx)"),
        )
        if name:
            target = Path(name)
            self.write(target if target.suffix else target.with_suffix(".xlsx"))

    def ask_archive(self) -> None:
        """Ask for a file name and keep the whole log of the review there, as JSON."""
        desk = self._workspace.desk
        if desk is None:
            return
        self._again = self.ask_archive
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("导出审核记录"),
            str(self._proposal().with_suffix(".json")),
            self.tr("JSON 文件 (*.json)"),
        )
        if not name:
            return
        self._target = Path(name) if Path(name).suffix else Path(name).with_suffix(".json")
        try:
            desk.session.archive(self._target)
        except OSError as error:
            self._on_failed(0, error.strerror or str(error))
        else:
            self.told.emit(self.tr("已导出：{0}").format(self._target))

    def ask_picture(self, draw: Callable[[], QImage]) -> None:
        """Ask for a file name and keep the picture that `draw` makes there, as PNG."""
        if self._workspace.desk is None:
            return
        self._again = lambda: self.ask_picture(draw)
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("导出总览图"),
            str(self._proposal().with_suffix(".png")),
            self.tr("PNG 图片 (*.png)"),
        )
        if not name:
            return
        self._target = Path(name) if Path(name).suffix else Path(name).with_suffix(".png")
        file = QSaveFile(str(self._target))
        writing = file.open(QSaveFile.OpenModeFlag.WriteOnly)
        if writing and QImageWriter(file, QByteArray(b"png")).write(draw()) and file.commit():
            self.told.emit(self.tr("已导出：{0}").format(self._target))
        else:
            self._on_failed(0, file.errorString())

    def write(self, target: Path) -> None:
        """Write the workbook to `target`, off the window's thread."""
        desk = self._workspace.desk
        if desk is None or self._task is not None:
            return
        still, files = desk.snapshot(), self._workspace.files()
        self._target = target
        self.told.emit(self.tr("正在导出 {0}……").format(target.name))
        self._task = Task(lambda: _write(still, target, files), self)
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._task.start()

    def wait(self, seconds: float = 60.0) -> None:
        """Let an export that is under way come to its end."""
        if self._task is not None:
            self._task.wait(seconds)

    def _proposal(self) -> Path:
        """Propose the folder above the reports: a workbook among them would be read as one."""
        paths = self._workspace.paths
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        there = paths[0].parent if paths else Path(QStandardPaths.writableLocation(documents))
        stem = paths[0].stem if paths else self.tr("年报")
        return there / self.tr("{0}核查结果{1}.xlsx").format(stem, date.today().strftime("%Y%m%d"))

    def _end(self) -> None:
        if self._task is not None:
            self._task.wait(1.0)
            self._task.deleteLater()
            self._task = None

    def _on_done(self, _generation: int, _result: object) -> None:
        self._end()
        self.told.emit(self.tr("已导出：{0}").format(self._target))
        self.exported.emit(str(self._target))

    def _on_failed(self, _generation: int, problem: str) -> None:
        self._end()
        self.failed.emit(problem)
        box = QMessageBox(self._window)
        box.setObjectName("export_failed")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("导出"))
        box.setText(self.tr("没有写成：{0}").format(self._target.name))
        box.setInformativeText(
            self.tr("{0}\n如果它正在别的程序里打开，请先关闭，或者换一个文件名。").format(problem)
        )
        again = QPushButton(self.tr("换一个文件名…"), box)
        again.clicked.connect(self._again)
        box.addButton(again, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.finished.connect(box.deleteLater)
        box.open()


def _write(desk: Snapshot, target: Path, files: Mapping[str, Path]) -> None:
    # Imported when it is wanted: the window opens a good deal sooner without it.
    from parser import workbook

    workbook.write(desk, target, files)
