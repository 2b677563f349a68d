"""改了，请再看: what was said of an earlier version of the file, beside what stands there now."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from gui.models.findings import DECISION_TEXT, said
from gui.selection import Selection
from gui.views.notice_bar import NoticeBar
from gui.workspace import Workspace
from parser.model import Reading
from parser.review.carried import Carried
from parser.review.review import Review, decision_of
from parser.review.session import to_number
from parser.text.numbers import written

ACCEPT, DROP = "accept_again", "drop_again"
AGAIN_ACTIONS = (ACCEPT, DROP)
_SHORT = 60


class AgainBar(NoticeBar):
    """Shows one such thing at a time: that of the figure or finding chosen, else the first."""

    def __init__(
        self,
        workspace: Workspace,
        selection: Selection,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        """Follow the selection."""
        super().__init__("again_bar", "warning", parent)
        self._workspace = workspace
        self._selection = selection
        self._actions = {name: actions[name] for name in AGAIN_ACTIONS}
        self._go = self.add_button("go_to_again", self.tr("去看"), self.tr("到这一处去"))
        self._go.clicked.connect(self._show_it)
        for name in AGAIN_ACTIONS:
            action = self._actions[name]
            button = self.add_button(f"{name}_button", action.iconText(), action.toolTip())
            button.clicked.connect(action.trigger)
            action.changed.connect(
                lambda button=button, action=action: button.setEnabled(action.isEnabled())
            )
        self._actions[ACCEPT].triggered.connect(self._accept)
        self._actions[DROP].triggered.connect(self._drop)
        for signal in (
            selection.report_selected,
            selection.report_refreshed,
            selection.focus_moved,
            workspace.across_changed,
            workspace.writable_changed,
        ):
            signal.connect(self._follow)
        self._follow()

    def item(self) -> Carried | None:
        """Return what is shown, None where nothing is to be looked at again."""
        items, selection = self._items(), self._selection
        chosen = selection.entry.id if selection.entry else ""
        for item in items:
            if item.target and item.target in (chosen, selection.key):
                return item
        return next(iter(items), None)

    def _items(self) -> list[Carried]:
        review, desk = self._selection.review, self._workspace.desk
        if review is None or desk is None:
            return []
        between = (desk.again_across(f) for f in desk.across if review.path in f.paths)
        return [*review.again, *filter(None, between)]

    def _follow(self, *_: object) -> None:
        item, review = self.item(), self._selection.review
        able = item is not None and self._workspace.writable
        for action in self._actions.values():
            action.setEnabled(able)
        if item is None or review is None:
            self.tell("")
            return
        self._go.setVisible(bool(item.target))
        count = len(self._items())
        head = self.tr("改了，请再看（{0} 处）：").format(count)
        self.tell(head + again_text(review, item, short=True), again_text(review, item))

    def _show_it(self) -> None:
        item, selection = self.item(), self._selection
        if item is None:
            return
        if item.kind == "correct":
            selection.select_figure(item.target)
        else:
            selection.select_entry(
                next((e for e in selection.entries if e.id == item.target), None)
            )

    def _accept(self) -> None:
        item, path = self.item(), self._selection.path
        if item is None:
            return
        if item.kind == "correct":
            self._workspace.correct(path, item.target, to_number(item.said), item.note)
        elif item.kind == "mark":
            self._workspace.mark_reviewed(path, True)
        else:
            decision = decision_of(item.said)
            for entry in self._workspace.entries(path):
                if entry.id == item.target:
                    self._workspace.judge(entry, decision, item.note)

    def _drop(self) -> None:
        item = self.item()
        if item is not None:
            self._workspace.give_up(self._selection.path, item)


def again_text(review: Review, item: Carried, *, short: bool = False) -> str:
    """Say what was decided and both versions of what it was about."""
    if item.kind == "mark":
        return QCoreApplication.translate("AgainBar", "这份报告审完以后改过文字。")
    before, now = item.before, item.now
    if item.kind == "correct":
        figure = review.report.figures.get(item.target)
        blank = figure is None or figure.reading is Reading.BLANK
        return QCoreApplication.translate(
            "AgainBar", "{0} 原来是“{1}”，更正为 {2}；现在是“{3}”。"
        ).format(
            review.name_of(item.target),
            before or QCoreApplication.translate("AgainBar", "空白"),
            written(to_number(item.said)) or QCoreApplication.translate("AgainBar", "空白"),
            QCoreApplication.translate("AgainBar", "空白") if blank else now,
        )
    if short:
        before, now = _cut(before), _cut(now)
    decision = decision_of(item.said)
    note = QCoreApplication.translate("AgainBar", "（{0}）").format(item.note) if item.note else ""
    return QCoreApplication.translate("AgainBar", "原来说“{0}”，判为{1}{2}；现在说“{3}”。").format(
        before or QCoreApplication.translate("AgainBar", "旧记录没有记下当时的内容"),
        said(DECISION_TEXT[decision]),
        note,
        now,
    )


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
