"""The roster (单位名录): edited as a table, held against the reports that are there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.attendance_page import AttendancePage
from gui.models.roster import RosterModel
from parser.model import Report
from parser.settings.roster import (
    ENDINGS,
    Member,
    Roster,
    RosterError,
    pasted_members,
    read_members,
    save_roster,
)


class RosterDialog(QDialog):
    """Edits a copy; saving writes the file and says which it is."""

    saved = Signal(object)  # Path

    def __init__(
        self,
        members: Sequence[Member],
        reports: Sequence[Report],
        target: Path,
        parent: QWidget | None = None,
    ) -> None:
        """Show a roster over these reports; it will be saved as `target`."""
        super().__init__(parent)
        self.setObjectName("roster_dialog")
        self.setWindowTitle(self.tr("单位名录"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._target = target
        self.model = RosterModel(self)
        self.table = QTableView()
        self.table.setObjectName("roster_table")
        self.table.setAccessibleName(self.tr("单位名录"))
        self.table.setModel(self.model)
        self.table.setAlternatingRowColors(True)
        self.table.installEventFilter(self)
        self.page = AttendancePage(reports)
        self._fault = QLabel()
        self._fault.setObjectName("roster_fault")
        self._fault.setWordWrap(True)
        self._buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self.model.dataChanged.connect(lambda *_: self._on_changed())
        self.model.modelReset.connect(self._on_changed)
        # A method, no function: a stack that is deleted with the dialog still speaks.
        self.model.undo_stack.indexChanged.connect(self._update_buttons)
        self.page.alias_wanted.connect(self._give_alias)
        self.page.unit_wanted.connect(self._put_on)
        self.model.start(members)
        self._on_changed()
        self.resize(1120, 680)

    def open_file(self, path: Path) -> None:
        """Take the roster over from a file, as a step that can be undone."""
        try:
            members = read_members(path)
        except RosterError as error:
            self._complain(str(error))
            return
        self.model.change(members, self.tr("打开名录"))

    def save_as(self, path: Path) -> bool:
        """Write the roster; False where that cannot be, with the reason shown."""
        if self.model.faults:
            row, sentence = next(iter(self.model.faults.items()))
            self.table.setCurrentIndex(self.model.index(row, 0))
            self._complain(self.tr("{0}\n改好以后再保存。").format(sentence))
            return False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            save_roster(self.model.members, path)
        except (OSError, UnicodeError) as error:
            self._complain(self.tr("名录没有存下来：{0}").format(error))
            return False
        return True

    def accept(self) -> None:
        """Save, and say where."""
        self.table.setFocus()  # a cell that is being typed in is taken first
        if self.save_as(self._target):
            self.model.undo_stack.setClean()
            self.saved.emit(self._target)
            super().accept()

    def reject(self) -> None:
        """Close; ask first where something was changed."""
        if self.model.undo_stack.isClean():
            super().reject()
            return
        box = QMessageBox(self)
        box.setObjectName("roster_unsaved")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("单位名录"))
        box.setText(self.tr("名录改过，还没有保存。"))
        keep = box.addButton(self.tr("保存"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(self.tr("不保存"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("继续修改"), QMessageBox.ButtonRole.RejectRole)
        keep.clicked.connect(self.accept)
        drop.clicked.connect(lambda _=False: self.done(0))
        box.finished.connect(box.deleteLater)
        box.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the table: paste, undo, redo, delete."""
        if watched is self.table and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._slot(event):
                event.accept()
                return True
            slot = self._slot(event) if event.type() == QEvent.Type.KeyPress else None
            if slot is not None:
                slot()
                return True
        return super().eventFilter(watched, event)

    def _slot(self, event: QKeyEvent) -> Callable[[], None] | None:
        standard = QKeySequence.StandardKey
        for key, slot in (
            (standard.Paste, self._paste),
            (standard.Undo, self.model.undo_stack.undo),
            (standard.Redo, self.model.undo_stack.redo),
        ):
            if event.matches(key):
                return slot
        return self._remove if event.key() == Qt.Key.Key_Delete else None

    def _lay_out(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setDefaultSectionSize(int(self.fontMetrics().height() * 1.7))
        tools = QHBoxLayout()
        for name, text, slot in (
            ("roster_open", self.tr("打开文件…"), self._ask_open),
            ("roster_paste", self.tr("粘贴"), self._paste),
            ("roster_add", self.tr("加一行"), self._add),
            ("roster_remove", self.tr("删除"), self._remove),
            ("roster_undo", self.tr("撤销"), self.model.undo_stack.undo),
            ("roster_redo", self.tr("重做"), self.model.undo_stack.redo),
            ("roster_save_as", self.tr("另存为…"), self._ask_save),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, slot=slot: slot())
            tools.addWidget(button)
            self._buttons[name] = button
        tools.addStretch(1)
        hint = QLabel(
            self.tr("一行一个单位。可以从 Excel 复制“单位、上级、别名”几列后粘贴到这里。")
        )
        hint.setEnabled(False)
        hint.setWordWrap(True)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(hint)
        column.addWidget(self.table, 1)
        column.addWidget(self._fault)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self.page)
        splitter.setSizes([700, 420])
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Save | standard.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 12, 14, 12)
        whole.setSpacing(10)
        whole.addLayout(tools)
        whole.addWidget(splitter, 1)
        whole.addWidget(buttons)

    def _on_changed(self) -> None:
        self.page.show_roster(Roster.of(self.model.members))
        told = list(self.model.faults.values())
        more = self.tr("（共 {0} 处）").format(len(told)) if len(told) > 1 else ""
        self._fault.setText(told[0] + more if told else "")
        self._fault.setVisible(bool(told))
        self._update_buttons()

    def _update_buttons(self, *_: object) -> None:
        stack = self.model.undo_stack
        self._buttons["roster_undo"].setEnabled(stack.canUndo())
        self._buttons["roster_redo"].setEnabled(stack.canRedo())

    def _add(self) -> None:
        at = self.model.rowCount()
        self.model.add([Member("")], at, self.tr("加一行"))
        index = self.model.index(at, 0)
        self.table.setCurrentIndex(index)
        self.table.setFocus()
        self.table.edit(index)

    def _remove(self) -> None:
        rows = sorted({index.row() for index in self.table.selectionModel().selectedIndexes()})
        if rows:
            self.model.remove(rows, self.tr("删除 {0} 行").format(len(rows)))
            at = min(rows[0], self.model.rowCount() - 1)
            self.table.setCurrentIndex(self.model.index(at, 0) if at >= 0 else QModelIndex())

    def _paste(self) -> None:
        found = pasted_members(QGuiApplication.clipboard().text())
        known = {(m.unit, m.superior) for m in self.model.members}
        fresh = [m for m in found if (m.unit, m.superior) not in known]
        if not found:
            self._complain(self.tr("剪贴板里没有单位：请先复制“单位、上级”两列。"))
        elif fresh:
            at = self.model.rowCount()
            self.model.add(fresh, at, self.tr("粘贴 {0} 行").format(len(fresh)))
            self.table.setCurrentIndex(self.model.index(at, 0))

    def _give_alias(self, unit: str, alias: str) -> None:
        text = self.tr("“{0}”作为“{1}”的别名").format(alias, unit)
        self.model.add_alias(unit, alias, text)

    def _put_on(self, unit: str) -> None:
        self.model.add([Member(unit)], self.model.rowCount(), self.tr("加上“{0}”").format(unit))

    def _ask_open(self) -> None:
        patterns = " ".join(f"*{end}" for end in ENDINGS)
        kinds = self.tr("名录 ({0});;所有文件 (*)").format(patterns)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("打开单位名录"), "", kinds)
        if name:
            self.open_file(Path(name))

    def _ask_save(self) -> None:
        kinds = self.tr("Excel 工作簿 (*.xlsx);;文本 (*.csv)")
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("另存单位名录"), self.tr("单位名录.xlsx"), kinds
        )
        if name:
            path = Path(name)
            self.save_as(path if path.suffix else path.with_suffix(".xlsx"))

    def _complain(self, sentence: str) -> None:
        box = QMessageBox(self)
        box.setObjectName("roster_problem")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("单位名录"))
        box.setText(sentence)
        box.finished.connect(box.deleteLater)
        box.open()
