"""The reports on the desk: a filter, a list, and a line that counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.models.reports import (
    COLUMNS,
    COUNT_ROLE,
    DETAIL_ROLE,
    ERRORS,
    PATH_ROLE,
    STAGE_ROLE,
    STATE,
    UNIT,
    WARNINGS,
    YEAR,
    ReportFilter,
    ReportModel,
)
from gui.theme import tones
from gui.views.icons import stage_picture
from gui.workspace import Workspace
from parser.model import Severity
from parser.review import Stage

Index = QModelIndex | QPersistentModelIndex

# Encodings that reports really come in, in the order in which one would try them.
ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be")


class ReportList(QWidget):
    """Tells which report is chosen. The list stays usable while files are still being read."""

    report_selected = Signal(str)
    encoding_chosen = Signal(str, str)  # path, encoding

    def __init__(
        self, workspace: Workspace, file_actions: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        """Build the pane; `file_actions` go into the context menu of a row."""
        super().__init__(parent)
        self._workspace = workspace
        self._file_actions = file_actions
        self._quiet = False
        self.model = ReportModel(lambda: workspace.reviews, self)
        self.model.across_counts = workspace.across_counts
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
            flags = QItemSelectionModel.SelectionFlag
            self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.view.scrollTo(index)
        else:
            self.view.clearSelection()
        self._quiet = False

    def current_path(self) -> str:
        """Return the path of the current row, "" where there is none."""
        path = self.view.currentIndex().data(PATH_ROLE)
        return path if isinstance(path, str) else ""

    def _make_filter(self) -> QLineEdit:
        box = QLineEdit(self)
        box.setObjectName("report_filter")
        box.setAccessibleName(self.tr("筛选年报"))
        box.setPlaceholderText(self.tr("筛选单位、年度、文件名"))
        box.setClearButtonEnabled(True)
        box.textChanged.connect(self._on_filter)
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
            (self.tr("未读成"), "unreadable"),
        ):
            box.addItem(text, state)
        box.currentIndexChanged.connect(self._on_state)
        return box

    def _make_view(self) -> QTableView:
        view = _Rows(self)
        view.setObjectName("report_list")
        view.setAccessibleName(self.tr("年报列表"))
        view.setModel(self.shown)
        view.setItemDelegate(_RowDelegate(view))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._menu)
        view.verticalHeader().hide()
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

    def _on_changed(self, path: str) -> None:
        self.model.refresh(path)
        self._count()

    def _on_across(self) -> None:
        self.model.refresh_all()
        self._count()

    def _on_filter(self, text: str) -> None:
        self.shown.set_text(text)
        self._count()

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
            said.append(self.tr("未读成 {0}").format(unread))
        self._summary.setText(" · ".join(said) if rows else "")

    def _menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        path = index.data(PATH_ROLE)
        if not isinstance(path, str):
            return
        menu = QMenu(self)
        menu.addActions(list(self._file_actions))
        again = menu.addMenu(self.tr("按其他编码重新打开"))
        document = self._workspace.reviews[path].report.document
        for encoding in ENCODINGS:
            action = again.addAction(encoding.upper())
            action.setCheckable(True)
            action.setChecked(document is not None and document.encoding == encoding)
            action.triggered.connect(lambda _=False, e=encoding: self.encoding_chosen.emit(path, e))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(at))


class _Rows(QTableView):
    """Two lines a row, columns as wide as the font needs."""

    def fit(self) -> None:
        metrics = QFontMetrics(self.font())
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(int(metrics.height() * 2.25))
        self.setColumnWidth(STATE, metrics.height() + 10)
        self.setColumnWidth(YEAR, metrics.horizontalAdvance("2024") + 10)
        for column in (ERRORS, WARNINGS):
            self.setColumnWidth(column, metrics.horizontalAdvance("疑点") + 10)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to shortcuts; Qt would search rows by them."""
        if event.text() and event.text().isprintable() and event.key() != Qt.Key.Key_Space:
            event.ignore()
            return
        super().keyPressEvent(event)


class _RowDelegate(QStyledItemDelegate):
    """Paints the state's icon, unit over file, and counts as badges."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, palette.highlight() if selected else palette.base())
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        ink = palette.color(QPalette.ColorGroup.Active, role)
        column = index.column()
        if column == STATE:
            self._paint_stage(painter, option, index, selected)
        elif column == UNIT:
            self._paint_unit(painter, option, index, selected)
        elif column in (ERRORS, WARNINGS):
            self._paint_count(painter, option, index)
        else:
            painter.setPen(ink)
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, option.text)
        painter.setPen(tones(palette).line)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _paint_stage(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, selected: bool
    ) -> None:
        stage = index.data(STAGE_ROLE)
        size = QFontMetrics(option.font).height()
        ratio = option.widget.devicePixelRatioF() if option.widget else 1.0
        image = stage_picture(stage, option.palette, size, ratio)
        middle = option.rect.center()
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.base())
            painter.drawEllipse(middle, size // 2 + 2, size // 2 + 2)
        painter.drawPixmap(middle.x() - size // 2, middle.y() - size // 2, image)

    def _paint_unit(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, selected: bool
    ) -> None:
        area = option.rect.adjusted(4, 3, -2, -3)
        upper = QRect(area.left(), area.top(), area.width(), area.height() // 2)
        lower = QRect(area.left(), upper.bottom(), area.width(), area.height() // 2)
        palette, stage = option.palette, index.data(STAGE_ROLE)
        painter.setPen(
            palette.color(
                QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
            )
        )
        metrics = QFontMetrics(option.font)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            upper, left, metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, area.width())
        )
        small = QFont(option.font)
        small.setPointSizeF(small.pointSizeF() * 0.84)
        painter.setFont(small)
        if not selected:
            faulty = stage is Stage.UNREADABLE
            colours = tones(palette)
            painter.setPen(colours.error.ink if faulty else colours.muted)
        detail = str(index.data(DETAIL_ROLE) or "")
        # Of a file name the end matters too, of a reason the beginning.
        is_name = detail == str(index.data(PATH_ROLE)).rpartition("/")[2]
        mode = Qt.TextElideMode.ElideMiddle if is_name else Qt.TextElideMode.ElideRight
        painter.drawText(
            lower,
            left,
            QFontMetrics(small).elidedText(detail, mode, area.width()),
        )

    def _paint_count(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        count = index.data(COUNT_ROLE)
        if not count:
            return
        severity = Severity.ERROR if index.column() == ERRORS else Severity.WARNING
        tone = tones(option.palette).of(severity)
        metrics = QFontMetrics(option.font)
        width = max(metrics.horizontalAdvance(str(count)) + 10, metrics.height() + 2)
        area = QRect(0, 0, min(width, option.rect.width() - 2), metrics.height() + 2)
        area.moveCenter(option.rect.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone.paper)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(tone.ink)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(count))
