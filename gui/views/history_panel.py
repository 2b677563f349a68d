"""What was done, by whom and when; and the way back to any point of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.models.history import EVENT_ROLE, FILE, FROM, TO, WHAT, WHEN, WHO, HistoryModel
from gui.selection import Selection
from gui.views.walk_back import WalkBackDialog
from gui.workspace import Workspace
from parser.review.card import speaks_of
from parser.review.history import history_of
from parser.review.rewinding import walked_back
from parser.review.session import Event

FOLDER, REPORT, FINDING = range(3)


class HistoryPanel(QWidget):
    """The events of the folder, of the report, or of the finding that is selected.

    They are read when the panel is seen, not at every act.
    """

    def __init__(
        self, workspace: Workspace, selection: Selection, parent: QWidget | None = None
    ) -> None:
        """Show the folder's events as soon as the panel is seen."""
        super().__init__(parent)
        self.setObjectName("history_panel")
        self._workspace = workspace
        self._selection = selection
        self._stale = True
        self.model = HistoryModel(self._name_of, self)
        self.scope = QComboBox(self)
        self.scope.setObjectName("history_scope")
        self.scope.setAccessibleName(self.tr("范围"))
        self.scope.addItems([self.tr("全部文件"), self.tr("这一份"), self.tr("这个问题")])
        self.scope.currentIndexChanged.connect(self._refresh)
        self._count = QLabel(self)
        self.back = QPushButton(self.tr("恢复到这里…"), self)
        self.back.setObjectName("walk_back")
        self.back.setToolTip(self.tr("让所有更正和结论回到这一步刚做完时的样子；可以一步撤销"))
        self.back.clicked.connect(self._ask)
        self.view = self._make_view()
        self._lay_out()
        for signal in (
            workspace.opened,
            workspace.review_changed,
            workspace.many_changed,
            workspace.reports_added,
            selection.report_selected,
            selection.focus_moved,
        ):
            signal.connect(self._changed)
        self._update()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has been done since the panel was last seen."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _make_view(self) -> QTableView:
        view = QTableView(self)
        view.setObjectName("history_list")
        view.setAccessibleName(self.tr("历史"))
        view.setModel(self.model)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        metrics = QFontMetrics(view.font())
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(metrics.height() + 8)
        header = view.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, letters in ((WHEN, 17), (WHO, 9), (FILE, 26), (WHAT, 40), (FROM, 12), (TO, 12)):
            view.setColumnWidth(column, metrics.horizontalAdvance("0") * letters + 12)
        view.selectionModel().currentRowChanged.connect(self._update)
        view.doubleClicked.connect(self._go)
        return view

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 3, 8, 3)
        head.addWidget(self.scope)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def _changed(self, *_: object) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self, *_: object) -> None:
        self._stale = False
        self.model.show(self._events())
        self._count.setText(self.tr("{0} 条").format(self.model.rowCount()))
        self._update()

    def _events(self) -> Sequence[Event]:
        desk, selection = self._workspace.desk, self._selection
        if desk is None:
            return ()
        scope = self.scope.currentIndex()
        if scope == FOLDER:
            return desk.session.events()
        if scope == REPORT:
            return history_of(desk, (selection.path,))
        entry = selection.entry
        if entry is None:
            return ()
        keys = frozenset(entry.figures)
        found = history_of(desk, (entry.path, *entry.paths))
        return [event for event in found if speaks_of(event, entry.id, keys)]

    def _update(self, *_: object) -> None:
        chosen = self.model.event_at(self.view.currentIndex().row())
        self.back.setEnabled(chosen is not None and self._workspace.writable)

    def _go(self, index: QModelIndex) -> None:
        event = index.data(EVENT_ROLE)
        if not isinstance(event, Event) or event.path not in self._workspace.reviews:
            return
        self._selection.select_report(event.path)
        if event.kind in ("correct", "restore"):
            self._selection.select_figure(event.target)
        elif event.kind == "judge":
            entry = next((e for e in self._selection.entries if e.id == event.target), None)
            self._selection.select_entry(entry)

    def _ask(self) -> None:
        desk = self._workspace.desk
        chosen = self.model.event_at(self.view.currentIndex().row())
        if desk is None or chosen is None:
            return
        dialog = WalkBackDialog(chosen, walked_back(desk, chosen.number), self._name_of, self)
        dialog.agreed.connect(self._workspace.rewind)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _name_of(self, path: str, key: str) -> str:
        review = self._workspace.reviews.get(path)
        return review.name_of(key) if review else key
