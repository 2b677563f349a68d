"""The reports on the desk: a filter, a list, and a line that counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from gui.models.reports import (
    COLUMNS,
    PATH_ROLE,
    UNIT,
    ReportFilter,
    ReportModel,
)
from gui.views.encoding_menu import EncodingMenu
from gui.views.report_rows import ReportDelegate, ReportRows
from gui.workspace import Workspace
from parser.review.review import Stage

Index = QModelIndex | QPersistentModelIndex


class ReportList(QWidget):
    """Tells which report is chosen. The list stays usable while files are still being read."""

    report_selected = Signal(str)
    encoding_chosen = Signal(str, str)  # path, encoding or "" for the program's own choice

    def __init__(
        self, workspace: Workspace, file_actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        """Build the pane; `file_actions` go into the context menu of a row."""
        super().__init__(parent)
        self._workspace = workspace
        self._file_actions = file_actions
        self._quiet = False
        self.model = ReportModel(lambda: workspace.reviews, self)
        self.model.tally = workspace.tally
        self.shown = ReportFilter(self)
        self.shown.setSourceModel(self.model)
        self.filter = self._make_filter()
        self._states = self._make_states()
        self.view = self._make_view()
        self._summary = QLabel(self)
        self._summary.setContentsMargins(8, 3, 8, 4)
        self._lay_out()
        workspace.opened.connect(self._on_opened)
        workspace.reports_added.connect(self._on_added)
        workspace.reports_removed.connect(self._on_removed)
        workspace.review_changed.connect(self._on_changed)
        workspace.across_changed.connect(self._on_across)
        self._count()

    def visible_paths(self) -> list[str]:
        """Return the paths that the filter leaves, in the order shown."""
        rows = range(self.shown.rowCount())
        return [str(self.shown.index(row, 0).data(PATH_ROLE)) for row in rows]

    def select(self, path: str) -> None:
        """Make a report the current row without saying so."""
        at = self.model.row_of(path)
        index = self.shown.mapFromSource(self.model.index(at, UNIT)) if at >= 0 else QModelIndex()
        self._quiet = True
        if index.isValid():
            self.view.make_current(index)
        else:
            self.view.clearSelection()
        self._quiet = False

    def _make_filter(self) -> QLineEdit:
        box = QLineEdit(self)
        box.setObjectName("report_filter")
        box.setAccessibleName(self.tr("筛选年报"))
        box.setPlaceholderText(self.tr("筛选单位、年度、文件名"))
        box.setClearButtonEnabled(True)
        box.textChanged.connect(self._on_filter)
        box.returnPressed.connect(self._enter_list)
        return box

    def _make_states(self) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName("report_states")
        box.setAccessibleName(self.tr("按状态筛选"))
        for text, state in (
            (self.tr("全部"), "all"),
            (self.tr("有错误"), "errors"),
            (self.tr("未审完"), "open"),
            (self.tr("已审"), "reviewed"),
            (self.tr("异常文件"), "unreadable"),
        ):
            box.addItem(text, state)
        box.currentIndexChanged.connect(self._on_state)
        return box

    def _make_view(self) -> ReportRows:
        view = ReportRows(self)
        view.setObjectName("report_list")
        view.setAccessibleName(self.tr("年报列表"))
        view.setModel(self.shown)
        view.setItemDelegate(ReportDelegate(view))
        view.setWordWrap(False)
        view.customContextMenuRequested.connect(self._menu)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        view.setSortingEnabled(True)
        header.setMinimumSectionSize(20)
        for column in range(len(COLUMNS)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(UNIT, QHeaderView.ResizeMode.Stretch)
        view.fit()
        view.selectionModel().currentRowChanged.connect(self._on_current)
        return view

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(6, 6, 6, 4)
        head.setSpacing(4)
        head.addWidget(self.filter, 1)
        head.addWidget(self._states)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self._summary)

    def _on_opened(self) -> None:
        self.model.clear()
        self.filter.clear()
        self._states.setCurrentIndex(0)
        self._count()

    def _on_added(self, paths: list[str]) -> None:
        self.model.add(paths)
        self._count()

    def _on_removed(self, paths: list[str]) -> None:
        self._quiet = True
        self.model.remove(paths)
        self._quiet = False
        self._count()

    def _on_changed(self, path: str) -> None:
        self.model.refresh(path)
        self._count()

    def _on_across(self) -> None:
        self.model.refresh_all()
        self._count()

    def _on_filter(self, text: str) -> None:
        self.shown.set_text(text)
        self._count()

    def _enter_list(self) -> None:
        self.view.setFocus()
        if not self.view.currentIndex().isValid():
            self.view.selectRow(0)

    def _on_state(self, _index: int) -> None:
        self.shown.set_state(str(self._states.currentData()))
        self._count()

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        path = current.data(PATH_ROLE)
        if isinstance(path, str) and not self._quiet:
            self.report_selected.emit(path)

    def _count(self) -> None:
        rows = [self.model.row(i) for i in range(self.model.rowCount())]
        reviewed = sum(row.stage is Stage.REVIEWED for row in rows)
        wrong = sum(row.errors > 0 for row in rows)
        unread = sum(not row.recognised for row in rows)
        said = [self.tr("共 {0} 份").format(len(rows))]
        if self.shown.rowCount() != len(rows):
            said.append(self.tr("显示 {0}").format(self.shown.rowCount()))
        if wrong:
            said.append(self.tr("有错 {0}").format(wrong))
        if reviewed:
            said.append(self.tr("已审 {0}").format(reviewed))
        if unread:
            said.append(self.tr("异常文件 {0}").format(unread))
        self._summary.setText(" · ".join(said) if rows else "")

    def _menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        path = index.data(PATH_ROLE)
        if not isinstance(path, str):
            return
        menu = QMenu(self)
        menu.addActions(list(self._file_actions))
        if self._workspace.asks(path):
            anyway = menu.addAction(self.tr("仍要读取"))
            anyway.setObjectName("read_anyway")
            anyway.triggered.connect(lambda _=False: self._workspace.read_anyway(path))
        document = self._workspace.reviews[path].report.document
        again = EncodingMenu(menu)
        again.offer(document.encoding or "" if document else "")
        again.encoding_chosen.connect(lambda chosen: self.encoding_chosen.emit(path, chosen))
        again.setEnabled(document is None or document.encoding is not None)
        menu.addMenu(again)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(at))
