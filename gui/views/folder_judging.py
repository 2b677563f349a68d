"""Verdicts on many findings at once: by digit, menu or button, with a question where many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from gui.models.findings import DECISION_TEXT, said
from gui.models.folder_findings import ITEM_ROLE
from gui.models.gathered import Item
from gui.views.folder_rows import FolderRows
from gui.workspace import Workspace
from parser.review.entries import Entry
from parser.review.review import Decision

ASKED = 50  # more findings than this are judged at once only after a question


class FolderJudging(QObject):
    """Judges what is chosen in the folder's list, as one step."""

    went = Signal(str, str)  # path, finding: somebody wants to see it in that report
    narrowed = Signal(str, list)  # code, figures: somebody wants to see no others

    def __init__(
        self, workspace: Workspace, view: FolderRows, actions: Mapping[str, QAction]
    ) -> None:
        """Serve `view`."""
        super().__init__(view)
        self._workspace, self._view, self._actions = workspace, view, actions

    def by_digit(self, decision: str) -> None:
        """Judge by the name of a decision; "" takes verdicts back."""
        known = next((known for known in get_args(Decision) if known == decision), None)
        if known == (decision or None):
            self.judge(known)

    def judge(self, decision: Decision | None) -> None:
        """Judge what is chosen, as one step; where that is very much, ask before."""
        model = self._view.findings
        entries = [item.entry for item in model.items_at(self._view.chosen())]
        if len(entries) > ASKED:
            self._ask(entries, decision)
        elif entries:
            self._judge(entries, decision)

    def menu(self, item: object, parent: QWidget) -> QMenu:
        """Return the menu of a finding, or of a group where `item` is none."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view = self._view
        if isinstance(item, Item):
            self._offer_places(menu, item)
        for name in VERDICT_ACTIONS:
            if name in self._actions:
                menu.addAction(self._actions[name])
        menu.addSeparator()
        if isinstance(item, Item):
            entry = item.entry
            same = menu.addAction(self.tr("只看 {0}").format(entry.code))
            same.triggered.connect(lambda: self.narrowed.emit(entry.code, list(entry.figures)))
        for text, act in (
            (self.tr("选中整组"), view.select_group),
            (self.tr("全部展开"), view.expandAll),
            (self.tr("全部收起"), view.collapseAll),
        ):
            menu.addAction(text, act)
        return menu

    def _judge(self, entries: Sequence[Entry], decision: Decision | None) -> None:
        view, model = self._view, self._view.findings
        item = model.next_open(view.currentIndex()).data(ITEM_ROLE)
        self._workspace.judge_all(entries, decision)
        going_on = decision is not None and self._actions["auto_advance"].isChecked()
        if len(entries) == 1 and going_on and isinstance(item, Item):
            index = model.index_of(*item.key)
            if index.isValid():
                view.make_current(index)
                self.went.emit(*item.key)

    def _ask(self, entries: Sequence[Entry], decision: Decision | None) -> None:
        box = QMessageBox(self._view)
        box.setObjectName("judge_many")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("批量结论"))
        count, reports = len(entries), len({entry.path for entry in entries})
        box.setText(
            self.tr("把 {0} 份年报的 {1} 条问题都记为“{2}”吗？").format(
                reports, count, said(DECISION_TEXT[decision])
            )
        )
        box.setInformativeText(self.tr("这是一步，可以一次撤销。"))
        yes = box.addButton(self.tr("记下 {0} 条").format(count), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        yes.clicked.connect(lambda: self._judge(entries, decision))
        box.finished.connect(box.deleteLater)
        box.open()

    def _offer_places(self, menu: QMenu, item: Item) -> None:
        """Offer each report that a finding speaks of."""
        for path in (item.whose.path, *item.entry.paths):
            review = self._workspace.reviews.get(path)
            if review is not None:
                unit = review.current.identity.unit or path.rpartition("/")[2]
                name = f"{unit} {review.current.identity.year or ''}".strip()
                go = menu.addAction(self.tr("转到 {0}").format(name))
                go.triggered.connect(lambda _=False, path=path: self.went.emit(path, item.entry.id))
        menu.addSeparator()


VERDICT_ACTIONS = (
    "confirm_finding",
    "dismiss_finding",
    "corrected_finding",
    "later_finding",
    "clear_verdict",
)
