"""The findings of the current report: filters by severity, the list, and the verdict below."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.actions import icon
from gui.models import event_words
from gui.models.findings import (
    ENTRY_ROLE,
    SENTENCE,
    SEVERITY_TEXT,
    FindingFilter,
    FindingModel,
    said,
)
from gui.selection import Selection
from gui.theme import tones
from gui.views.finding_rows import EntryDelegate, FindingRows
from gui.views.icons import SEVERITY_ICONS
from gui.views.kept_line import KeptLine, Owner
from gui.views.suggestion_bar import SuggestionBar
from gui.views.verdict_filter import VerdictFilter
from parser.model import Severity
from parser.review.entries import Entry
from parser.review.review import Decision

VERDICTS = ("confirm_finding", "dismiss_finding", "corrected_finding", "later_finding")
Index = QModelIndex | QPersistentModelIndex


class FindingList(QWidget):
    """Follows the selection, and moves it where a finding is chosen."""

    judged = Signal(str)  # a decision by the keys 1 to 4; "" by 0

    def __init__(
        self,
        selection: Selection,
        actions: Mapping[str, QAction],
        keep_note: Callable[[Entry, str], bool],
        parent: QWidget | None = None,
    ) -> None:
        """Build the pane around the commands that it offers; `keep_note` writes to the log."""
        super().__init__(parent)
        self._keep_note = keep_note
        self._noted: Entry | None = None
        self._selection = selection
        self._actions = actions
        self._quiet = False
        self.model = FindingModel(self)
        self.shown = FindingFilter(self)
        self.shown.setSourceModel(self.model)
        self._title = QLabel(self)
        self._toggles = {severity: self._toggle(severity) for severity in Severity}
        self._verdicts = VerdictFilter(self)
        self._verdicts.chosen.connect(self._on_states)
        self._settled = QCheckBox(self.tr("显示误报"), self)
        self._settled.setObjectName("show_dismissed")
        self._settled.setChecked(True)
        self._settled.toggled.connect(self.shown.set_dismissed_shown)
        self.suggestions = SuggestionBar(
            actions["apply_repair"],
            actions["previous_suggestion"],
            actions["next_suggestion"],
            self,
        )
        self.suggestions.stepped.connect(selection.step_suggestion)
        self.view = self._make_view()
        self.note = self._make_note()
        self.note.setEnabled(False)
        self._empty = QLabel(self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._paint_toggles()
        selection.passes = self.shown.passes
        selection.report_selected.connect(self._show_report)
        selection.report_selected.connect(self._rest)
        selection.report_refreshed.connect(lambda: self._show_report(refreshed=True))
        selection.stayed.connect(self._follow, Qt.ConnectionType.QueuedConnection)
        selection.focus_moved.connect(self._follow)
        self._show_report()

    def take_keys(self) -> None:
        """Give the keys to the findings; to none of them where there are none."""
        (self if self.view.isHidden() else self.view).setFocus()

    def take_note(self, entry: Entry) -> str:
        """Return the note on a finding, as it is being typed, to be kept with a verdict."""
        if self.note.owner == (entry.path, entry.id):
            return self.note.take()
        return entry.verdict.note if entry.verdict else ""

    def start_note(self) -> None:
        """Give the keys to the note of the finding that is chosen."""
        if self.note.isEnabled():
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.note.end(False)

    def _rest(self) -> None:
        # In another report the keys begin with nothing: no finding of it is chosen yet.
        if self.note.hasFocus():
            self.setFocus()

    def leave_note(self) -> None:
        """Take the keys out of the note field, so that Ctrl+Z undoes the verdict, not the text."""
        if self.note.hasFocus():
            self.take_keys()

    def offer(self, going_on: QAction) -> None:
        """Offer the switch of going on by itself above the list."""
        button = QToolButton(self)
        button.setDefaultAction(going_on)
        button.setAutoRaise(True)
        self._head.addWidget(button)

    def _make_view(self) -> FindingRows:
        view = FindingRows(self)
        view.setObjectName("finding_list")
        view.setAccessibleName(self.tr("问题清单"))
        view.setModel(self.shown)
        view.keep_heights(self.shown)
        view.setItemDelegate(EntryDelegate(view))
        view.customContextMenuRequested.connect(self._menu)
        view.horizontalHeader().hide()
        header = view.horizontalHeader()
        header.setMinimumSectionSize(16)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(SENTENCE, QHeaderView.ResizeMode.Stretch)
        view.fit()
        view.selectionModel().currentRowChanged.connect(self._on_current)
        view.stepped.connect(self._selection.step_suggestion)
        view.judged.connect(self.judged)
        view.noting.connect(self._actions["note_finding"].trigger)
        view.clicked.connect(self._on_clicked)
        return view

    def _make_note(self) -> KeptLine:
        note = KeptLine(self._on_note, self)
        note.setObjectName("note")
        note.setAccessibleName(self.tr("备注"))
        note.setPlaceholderText(self.tr("备注：与单位核对的结果、依据……（按 N 写，Enter 记下）"))
        note.left.connect(self.take_keys)
        return note

    def _lay_out(self) -> None:
        self._head = head = QHBoxLayout()
        head.setContentsMargins(8, 3, 8, 3)
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addSpacing(6)
        for toggle in self._toggles.values():
            head.addWidget(toggle)
        head.addStretch(1)
        head.addWidget(self._verdicts)
        head.addWidget(self._settled)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 3, 8, 4)
        foot.setSpacing(4)
        foot.addWidget(self.note, 1)
        for name in (*VERDICTS, "clear_verdict", "rule_help"):
            button = QToolButton(self)
            button.setDefaultAction(self._actions[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.suggestions)
        self.beside = QSplitter(Qt.Orientation.Horizontal, self)
        self.beside.setObjectName("findings_and_card")
        self.beside.setChildrenCollapsible(False)
        self.beside.setHandleWidth(4)
        self.beside.addWidget(self.view)
        self.beside.addWidget(self._empty)
        column.addWidget(self.beside, 1)
        column.addLayout(foot)

    def _toggle(self, severity: Severity) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"show_{severity.value}")
        button.setCheckable(True)
        button.setChecked(True)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.toggled.connect(self._on_toggled)
        return button

    def _paint_toggles(self) -> None:
        colours = tones(self.palette())
        for severity, button in self._toggles.items():
            button.setIcon(icon(SEVERITY_ICONS[severity], colours.of(severity).ink))

    def _show_report(self, _path: str = "", *, refreshed: bool = False) -> None:
        self._quiet = True
        self.model.show(self._selection.entries)
        self._quiet = False
        tally = self.model.tally()
        for severity, button in self._toggles.items():
            button.setText(f"{said(SEVERITY_TEXT[severity])} {tally.standing[severity]}")
        self._verdicts.show_counts(tally.states)
        dismissed = tally.dismissed.total()
        self._settled.setText(
            self.tr("显示误报 {0}").format(dismissed) if dismissed else self.tr("显示误报")
        )
        listed = self.shown.rowCount() > 0
        had_keys = self.view.hasFocus() or self.hasFocus()
        if had_keys:
            # Qt would give the keys of a list that goes to the next field, and digits with them.
            self.setFocus()
        self.view.setVisible(listed)
        if had_keys:
            self.take_keys()
        self._empty.setVisible(not listed)
        self._empty.setText(self._why_empty())
        self._title.setText(self.tr("<b>问题</b>"))
        self._follow(refreshed=refreshed)

    def _why_empty(self) -> str:
        review = self._selection.review
        if review is None:
            return ""
        if self._selection.entries:
            return self.tr(
                "问题都被筛掉了：点上面的“错误”“疑点”“提示”，或者选“全部结论”，可以重新显示"
            )
        if review.current.status != "ok":
            return self.tr("没有可核对的内容：这不等于没有问题")
        return self.tr("没有发现问题")

    def _follow(self, *, refreshed: bool = False) -> None:
        selection = self._selection
        entry = selection.entry
        self._quiet = True
        at = self.model.row_of(entry.id) if entry else -1
        index = self.shown.mapFromSource(self.model.index(at, SENTENCE)) if at >= 0 else None
        if index is not None and index.isValid():
            self.view.make_current(index)
        else:
            self.view.selectionModel().clear()
        self._quiet = False
        verdict = entry.verdict if entry else None
        owner = (entry.path, entry.id) if entry else None
        self.note.show_text(owner, verdict.note if verdict else "", refreshed=refreshed)
        if entry is not None and self.note.owner == owner:
            self._noted = entry
        repair, review = selection.suggestion, selection.review
        changes = event_words.changes(review, repair) if review and repair else ()
        count = len(selection.suggestions)
        self.suggestions.show_suggestion(repair, selection.suggestion_at, count, changes)

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        entry = current.data(ENTRY_ROLE)
        if isinstance(entry, Entry) and not self._quiet:
            self._selection.select_entry(entry)

    def _on_clicked(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, Entry):
            self._selection.select_entry(entry)

    def _on_toggled(self) -> None:
        hidden = {s for s, button in self._toggles.items() if not button.isChecked()}
        self.shown.set_hidden(frozenset(hidden))
        self._show_report()

    def _on_note(self, owner: Owner, text: str) -> bool:
        entry = self._noted
        if entry is None or (entry.path, entry.id) != owner:
            return False
        return self._keep_note(entry, text)

    def _on_states(self, states: frozenset[Decision | None]) -> None:
        self.shown.set_only(states)
        self._show_report()

    def _menu(self, at: QPoint) -> None:
        if not self.view.indexAt(at).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in (*VERDICTS, "clear_verdict"):
            menu.addAction(self._actions[name])
        menu.addSeparator()
        menu.addAction(self._actions["find_everywhere"])
        menu.addAction(self._actions["compare_passages"])
        menu.addAction(self._actions["copy_findings"])
        menu.addAction(self._actions["rule_help"])
        menu.popup(self.view.viewport().mapToGlobal(at))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_toggles()
