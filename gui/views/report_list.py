"""The reports on the desk: a filter, chips, a list, and a line that counts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.actions import icon
from gui.models.report_columns import UNIT
from gui.models.report_lines import GROUPING_TEXT
from gui.models.report_row import Row, row_of
from gui.models.reports import GROUP_ROLE, PATH_ROLE, ReportModel
from gui.models.short_names import runs_of
from gui.views.encoding_menu import EncodingMenu
from gui.views.facet_bar import FacetBar
from gui.views.report_header import ReportHeader
from gui.views.report_rows import ReportDelegate, ReportRows
from gui.workspace import Workspace
from parser.identity.superior import Superiors
from parser.review.review import Review, Stage
from parser.review.tally import Across
from parser.settings.roster import RosterError, load_roster

_AT_ONCE = 20
_SETTLED_MS = 250  # how long nothing must come for names to be held against each other


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
        self._on_group = False
        self._path = ""  # of the report that is looked at
        self._paths: tuple[Path, ...] = ()
        self._superiors = Superiors()
        self._roster = ""
        self._across = Across()  # the findings between reports that the rows were made with
        self.model = ReportModel(lambda: workspace.reviews, self)
        self.model.make_row = self._make_row
        self.filter = self._make_filter()
        self.view = self._make_view()
        self._delegate = ReportDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self.header = ReportHeader(self.view, self.model)
        self.facets = FacetBar(self.model, self)
        self._arrange = self._make_arrange()
        self._summary = QLabel(self)
        self._empty = QLabel(self)
        self._clear = QPushButton(self.tr("清除筛选"), self)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self._at_once = 0
        self._changed: set[str] = set()
        self._changes = QTimer(self, singleShot=True, interval=0)
        self._changes.timeout.connect(self._show_changes)
        self._names = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._connect()
        self._count()

    def visible_paths(self) -> list[str]:
        """Return the paths that the filter leaves, in the order shown, folded ones with them."""
        return list(self.model.accepted)

    def select(self, path: str) -> None:
        """Make a report the current row without saying so, unfolding its group."""
        self._path = path
        self.model.reveal(path)
        self._on_group = False
        self._show_current()
        self._count()

    def clear_filter(self) -> None:
        """Leave nothing out of the list."""
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.blockSignals(False)
        self.model.clear_filter()
        self.facets.show_chosen()
        self.model.reveal(self._path)
        self._count()

    def _make_filter(self) -> QLineEdit:
        box = QLineEdit(self)
        box.setObjectName("report_filter")
        box.setAccessibleName(self.tr("筛选年报"))
        box.setPlaceholderText(self.tr("筛选单位、年度、文件名、标题，拼音首字母也行"))
        box.setClearButtonEnabled(True)
        box.textChanged.connect(self._on_filter)
        box.returnPressed.connect(self._enter_list)
        box.installEventFilter(self)
        return box

    def _make_arrange(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("report_grouping")
        button.setAutoRaise(True)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(self.tr("分组与列"))
        button.setAccessibleName(self.tr("分组与列"))
        menu = QMenu(button)
        menu.aboutToShow.connect(self._fill_arrange)
        button.setMenu(menu)
        return button

    def _make_view(self) -> ReportRows:
        view = ReportRows(self)
        view.setObjectName("report_list")
        view.setAccessibleName(self.tr("年报列表"))
        view.setModel(self.model)
        view.setWordWrap(False)
        view.customContextMenuRequested.connect(self._menu)
        return view

    def _lay_out(self) -> None:
        self._summary.setContentsMargins(8, 3, 8, 4)
        self._summary.setWordWrap(True)
        self._summary.setObjectName("report_summary")
        self._summary.setTextFormat(Qt.TextFormat.RichText)
        self._summary.linkActivated.connect(self.clear_filter)
        self._empty.setObjectName("report_list_empty")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._clear.setObjectName("clear_report_filter")
        head = QHBoxLayout()
        head.setContentsMargins(6, 6, 6, 4)
        head.setSpacing(4)
        head.addWidget(self.filter, 1)
        head.addWidget(self._arrange)
        nothing = QWidget(self)
        inside = QVBoxLayout(nothing)
        inside.addStretch(1)
        inside.addWidget(self._empty)
        inside.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(2)
        self._pages.addWidget(self.view)
        self._pages.addWidget(nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.facets)
        column.addWidget(self._pages, 1)
        column.addWidget(self._summary)
        self._paint()

    def _connect(self) -> None:
        workspace, model = self._workspace, self.model
        workspace.opened.connect(self._on_opened)
        workspace.reports_added.connect(self._on_added)
        workspace.reports_removed.connect(self._on_removed)
        workspace.review_changed.connect(self._on_changed)
        workspace.many_changed.connect(self._on_many)
        workspace.across_changed.connect(self._on_across)
        self._names.timeout.connect(self._shorten)
        self._clear.clicked.connect(self.clear_filter)
        self.facets.changed.connect(self._count)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        self.view.group_toggled.connect(self._on_toggled)
        # Where lines go, Qt hands the choice on to a neighbour, and a reset forgets it.
        model.rearranging.connect(self._hush)
        model.rearranged.connect(self._show_current)

    def _make_row(self, review: Review) -> Row:
        return row_of(review, self._workspace.entries(review.path), self._superiors.of)

    def _hush(self) -> None:
        self._quiet = True
        self._on_group = self.view.currentIndex().data(GROUP_ROLE) is not None

    def _show_current(self, asked: bool = True) -> None:
        """Choose the row of the report that is looked at, if it is shown; scroll if so asked."""
        self._quiet = True
        at = self.model.row_of(self._path)
        if self._on_group and self.view.currentIndex().data(GROUP_ROLE) is not None:
            pass  # The keys are on the heading that was folded.
        elif at < 0:
            self.view.selectionModel().clear()
        elif self.view.currentIndex().row() != at or not self.view.selectionModel().hasSelection():
            self.view.make_current(self.model.index(at, UNIT))
        elif asked:
            self.view.scrollTo(self.view.currentIndex())
        self._quiet = False

    def _on_opened(self) -> None:
        self._know_roster()
        same = self._paths == self._workspace.paths
        self._paths = self._workspace.paths
        self._path = ""
        self.model.clear()
        self._across = Across()
        if not same:
            self.clear_filter()
        self._count()

    def _know_roster(self) -> bool:
        """Look at the roster of the profile; say whether it is another one than before."""
        roster = str(self._workspace.profile.roster or "")
        if roster == self._roster:
            return False
        self._roster = roster
        try:
            self._superiors = Superiors(load_roster(roster) if roster else None)
        except RosterError:
            self._superiors = Superiors()
        return True

    def _on_added(self, paths: list[str]) -> None:
        self.model.add(paths)
        self._names.start()
        self._count()

    def _on_removed(self, paths: list[str]) -> None:
        self.model.remove(paths)
        self._names.start()
        self._count()

    def _on_changed(self, path: str) -> None:
        """Show a change at once; where very many come in one breath, the rest together."""
        self._at_once += 1
        if self._at_once > _AT_ONCE:
            self._changed.add(path)
        else:
            self.model.refresh(path)
        self._changes.start()

    def _on_many(self, paths: Sequence[str]) -> None:
        self._changed.update(paths)
        self._changes.start()

    def _show_changes(self) -> None:
        self._at_once = 0
        if self._changed:
            self.model.refresh_all(self._changed)
            self._changed.clear()
        self._count()

    def _on_across(self) -> None:
        every, desk, before = self._know_roster(), self._workspace.desk, self._across
        self._across = now = Across(desk.across if desk else ())
        changed = [p for p in self.model.rows if every or now.of(p) != before.of(p)]
        if changed:
            self.model.refresh_all(changed)
            self._count()

    def _on_filter(self, text: str) -> None:
        self.model.set_text(text)
        self._count()

    def _on_toggled(self, key: str) -> None:
        self.model.toggle(key)

    def _enter_list(self) -> None:
        self.view.setFocus()
        if not self.view.currentIndex().isValid():
            self.view.selectRow(0)

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        path = current.data(PATH_ROLE)
        if isinstance(path, str) and not self._quiet:
            self.report_selected.emit(path)

    def _shorten(self) -> None:
        units = runs_of(row.unit or row.name for row in self.model.rows.values())
        self._delegate.runs = {**self._delegate.runs, **units}
        self.view.viewport().update()
        QTimer.singleShot(0, self, self._shorten_files)

    def _shorten_files(self) -> None:
        rows = self.model.rows.values()
        files = runs_of(row.name for row in rows)
        units = {row.unit or row.name for row in rows}
        self._delegate.runs |= {name: runs for name, runs in files.items() if name not in units}
        self.view.viewport().update()

    def _count(self) -> None:
        rows = self.model.rows.values()
        shown = len(self.model.accepted)
        said = [self.tr("共 {0} 份").format(len(rows))]
        if shown != len(rows):
            said.append(self.tr("显示 {0}").format(shown))
        for text, number in (
            (self.tr("有错 {0}"), sum(row.errors > 0 for row in rows)),
            (self.tr("已审 {0}"), sum(row.stage is Stage.REVIEWED for row in rows)),
            (self.tr("异常文件 {0}"), sum(not row.recognised for row in rows)),
        ):
            if number:
                said.append(text.format(number))
        line = " · ".join(said) if rows else ""
        if self._path in self.model.rows and not self.model.accepts(self._path):
            away, clear = self.tr("正在看的这一份不在筛选结果里"), self.tr("清除筛选")
            line += f'<br>{away} · <a href="clear">{clear}</a>'
        self._summary.setText(line)
        nothing = bool(rows) and not shown
        self._empty.setText(self.tr("{0} 份年报都不符合筛选条件").format(len(rows)))
        if nothing != (self._pages.currentIndex() == 1):
            self._pages.setCurrentIndex(int(nothing))

    def _fill_arrange(self) -> None:
        menu = self._arrange.menu()
        menu.clear()
        for grouping, text in GROUPING_TEXT.items():
            action = QAction(QCoreApplication.translate("ReportLines", text), menu)
            action.setObjectName(f"group_{grouping or 'none'}")
            action.setCheckable(True)
            action.setChecked(self.model.grouping == grouping)
            action.triggered.connect(lambda _=False, g=grouping: self.header.set_grouping(g))
            menu.addAction(action)
        menu.addSeparator()
        menu.addMenu(self.header.menu())

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Get ready for pinyin when the filter box is entered; Down goes into the list."""
        if watched is self.filter and event.type() == QEvent.Type.FocusIn:
            QTimer.singleShot(0, self.model.alphabet.warm_up)
        pressed = event if isinstance(event, QKeyEvent) else None
        if watched is self.filter and pressed and pressed.type() == QEvent.Type.KeyPress:
            if pressed.key() != Qt.Key.Key_Down:
                return False
            self._enter_list()
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_arrange"):
            self._paint()

    def _paint(self) -> None:
        ink = self.palette().color(QPalette.ColorRole.ButtonText)
        self._arrange.setIcon(icon("mdi6.format-list-group", ink))
        side = self.fontMetrics().height()
        self._arrange.setIconSize(QSize(side, side))
