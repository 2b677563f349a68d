"""Pasting a block of figures: judged first, shown before it is written, one step to undo."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.views.table_pane import TablePane
from gui.workspace import Workspace
from parser.model import TableName
from parser.review.pasting import Block, placed
from parser.review.review import Review
from parser.text.numbers import written

TOLD = 12  # cells, or refusals, that are named one by one


class Pasting(QObject):
    """Asks before it writes, and writes to the report that the block was pasted into."""

    def __init__(self, workspace: Workspace, tables: TablePane, parent: QWidget) -> None:
        """Wait for a block in `tables`."""
        super().__init__(parent)
        self._workspace = workspace
        self._tables = tables
        self._window = parent
        tables.block_pasted.connect(self._on_pasted)

    def _on_pasted(self, path: str, name: TableName, key: str, text: str) -> None:
        review = self._workspace.reviews.get(path)
        if review is None:
            return
        block = placed(review, self._tables.tables[name].figures.cells(), key, text)
        if block.refused:
            self._refuse(block)
        elif not block.values:
            self._workspace.refused.emit(self.tr("粘贴的内容与现有的数一样，没有要改的"))
        else:
            self._ask(review, block)

    def _refuse(self, block: Block) -> None:
        box = self._box(QMessageBox.Icon.Warning)
        box.setText(self.tr("没有粘贴：有 {0} 格不能用").format(len(block.refused)))
        box.setInformativeText("\n".join(_first(block.refused)))
        box.open()

    def _ask(self, review: Review, block: Block) -> None:
        box = self._box(QMessageBox.Icon.Question)
        box.setText(self.tr("把 {0} 格更正为粘贴的数？").format(len(block.values)))
        changes = [
            f"{review.name_of(key)}：{self._now(review, key)} → {written(value)}"
            for key, value in block.values.items()
        ]
        box.setInformativeText("\n".join(_first(changes)))
        write = box.addButton(self.tr("更正"), QMessageBox.ButtonRole.AcceptRole)
        write.setObjectName("paste_block")
        box.addButton(self.tr("取消"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(write)
        path = review.path
        box.accepted.connect(lambda: self._write(path, block))
        box.open()

    def _write(self, path: str, block: Block) -> None:
        if path in self._workspace.reviews:
            text = self.tr("粘贴 {0} 格").format(len(block.values))
            self._workspace.correct_many(path, block.values, self.tr("粘贴"), text)

    def _now(self, review: Review, key: str) -> str:
        figure = review.current.figures.get(key)
        return (
            (figure.raw if figure and figure.value is None else "")
            or (written(figure.value) if figure else "")
            or self.tr("空白")
        )

    def _box(self, icon: QMessageBox.Icon) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setObjectName("paste_question")
        box.setIcon(icon)
        box.setWindowTitle(self.tr("粘贴"))
        return box


def _first(lines: list[str] | tuple[str, ...]) -> list[str]:
    more = len(lines) - TOLD
    return [*lines[:TOLD], *(["……"] if more > 0 else [])]
