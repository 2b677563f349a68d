"""The header of the list of reports: which columns there are, in which order, sorted by what."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu

from gui.arrangement import Arrangement, arrangement, keep_arrangement
from gui.models.report_columns import COLUMNS, NAMES, PLAIN, UNIT
from gui.models.reports import ReportModel
from gui.views.report_rows import ReportRows
from gui.views.staying_menu import StayingMenu

_SOON_MS = 400  # writing takes a while: not at every pixel that a column is drawn wider


class ReportHeader(QObject):
    """Lets the auditor arrange the columns, and remembers how."""

    def __init__(self, view: ReportRows, model: ReportModel) -> None:
        """Arrange `view` as it was left the last time."""
        super().__init__(view)
        self._view = view
        self._model = model
        self._header = header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(UNIT, QHeaderView.ResizeMode.Fixed)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_menu)
        header.setSortIndicatorClearable(True)
        self._restore()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.keep)
        for changed in (header.sortIndicatorChanged, header.sectionMoved, view.width_chosen):
            changed.connect(lambda *_: self._soon.start())

    def menu(self) -> QMenu:
        """Return the menu of the columns; it stays open while columns are ticked."""
        menu = StayingMenu(self._view)
        menu.setObjectName("report_columns")
        menu.setTitle(self.tr("列"))
        for at, column in enumerate(COLUMNS):
            action = QAction(self._called(at), menu)
            action.setObjectName(f"column_{column.name}")
            action.setCheckable(True)
            action.setChecked(not self._view.isColumnHidden(at))
            action.setEnabled(at != UNIT)
            action.setToolTip(self._said(column.tip))
            action.triggered.connect(lambda on=False, at=at: self.show_column(at, on))
            menu.addAction(action)
        menu.addSeparator()
        plain = menu.addAction(self.tr("恢复原来的列"))
        plain.setObjectName("columns_plain")
        plain.triggered.connect(self._make_plain)
        return menu

    def show_column(self, at: int, shown: bool) -> None:
        """Show a column or hide it."""
        self._view.show_column(at, shown)
        self._soon.start()

    def set_grouping(self, grouping: str) -> None:
        """Group the reports, and remember it."""
        self._model.set_grouping(grouping)
        self._soon.start()

    def _called(self, at: int) -> str:
        return self._said(COLUMNS[at].called or COLUMNS[at].heading)

    def _said(self, text: str) -> str:
        return QCoreApplication.translate("ReportModel", text)

    def _on_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._header.mapToGlobal(at))

    def _restore(self) -> None:
        known = arrangement(NAMES)
        shown = known.columns or tuple(name for name in NAMES if name in PLAIN)
        self._view.widths = {NAMES.index(n): w for n, w in (known.widths or {}).items()}
        for at, name in enumerate(NAMES):
            self._view.show_column(at, name in shown or at == UNIT)
        for place, name in enumerate(shown):
            self._header.moveSection(self._header.visualIndex(NAMES.index(name)), place)
        order = Qt.SortOrder.DescendingOrder if known.descending else Qt.SortOrder.AscendingOrder
        self._header.setSortIndicator(NAMES.index(known.sort) if known.sort else -1, order)
        self._view.setSortingEnabled(True)
        self._model.set_grouping(known.grouping)

    def _make_plain(self) -> None:
        self._view.widths.clear()
        for at, name in enumerate(NAMES):
            self._view.show_column(at, name in PLAIN)
            self._header.moveSection(self._header.visualIndex(at), at)
        self._view.fit()
        self._soon.start()

    def keep(self) -> None:
        """Write the arrangement down, if it has changed."""
        self._soon.stop()
        header = self._header
        order = [header.logicalIndex(at) for at in range(header.count())]
        sort = header.sortIndicatorSection()
        keep_arrangement(
            Arrangement(
                tuple(NAMES[at] for at in order if not header.isSectionHidden(at)),
                {NAMES[at]: width for at, width in self._view.widths.items()},
                NAMES[sort] if 0 <= sort < len(NAMES) else "",
                header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
                self._model.grouping,
            )
        )
