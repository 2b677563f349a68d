"""Offers what was being typed when the program ended without being closed."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gui.drafting import Drafting
from gui.selection import Selection
from gui.views.notice_bar import NoticeBar
from gui.views.review_area import ReviewArea
from parser.review.draft import Draft


class DraftBar(NoticeBar):
    """Puts the text back into its field; it is not kept before the auditor says so there."""

    def __init__(
        self,
        drafting: Drafting,
        selection: Selection,
        area: ReviewArea,
        parent: QWidget | None = None,
    ) -> None:
        """Follow what was left."""
        super().__init__("draft_bar", "info", parent)
        self._drafting = drafting
        self._selection = selection
        self._area = area
        self._draft: Draft | None = None
        back = self.add_button("put_draft_back", self.tr("放回去"), self.tr("放回原处，再由您确认"))
        back.clicked.connect(self._put_back)
        drop = self.add_button("forget_draft", self.tr("不要了"))
        drop.clicked.connect(drafting.forget)
        drafting.left.connect(self._show)

    def _show(self, draft: Draft | None) -> None:
        self._draft = draft
        if draft is None:
            self.tell("")
            return
        self.tell(
            self.tr("上次没有写完的：{0}　{1}　“{2}”。").format(
                draft.path.rpartition("/")[2], self._name(draft), draft.text
            ),
            draft.path,
        )

    def _name(self, draft: Draft) -> str:
        if draft.kind == "note":
            return self.tr("{0} 的备注").format(draft.target.partition("-")[0])
        review = self._area.review_of(draft.path)
        return review.name_of(draft.target) if review else draft.target

    def _put_back(self) -> None:
        draft, selection = self._draft, self._selection
        if draft is None:
            return
        selection.select_report(draft.path)
        if draft.kind == "note":
            entry = next((e for e in selection.entries if e.id == draft.target), None)
            if entry is None:
                return
            selection.select_entry(entry)
            field = self._area.findings.note
            field.setFocus()
        else:
            selection.select_figure(draft.target)
            self._area.tables.edit_current()
            field = QApplication.focusWidget()
        if isinstance(field, QLineEdit):
            # As if typed: the field knows that it holds something, and the draft goes on.
            field.selectAll()
            field.insert(draft.text)
            field.setModified(True)
            field.textEdited.emit(draft.text)
            self.tell("")
