"""The tab of all findings of the folder: search, facets, the tree, and verdicts on many at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.gathering import Gathering
from gui.models.folder_findings import ITEM_ROLE, FolderFindings
from gui.models.gathered import Criteria, Grouping, Item
from gui.selection import Selection
from gui.views.folder_facets import FolderFacets
from gui.views.folder_judging import VERDICT_ACTIONS, FolderJudging
from gui.views.folder_rows import FolderRows
from gui.workspace import Workspace

ASKED = 50  # more findings than this are judged at once only after a question
UNFOLDED = 200  # where there are no more findings than this, every group is open
CALM_MS = 150  # how long arriving reports and moves are waited for
GROUPINGS: tuple[Grouping, ...] = ("check", "unit", "severity")


class FolderPanel(QWidget):
    """Shows what `gathering` has gathered, and judges what is chosen."""

    def __init__(
        self,
        workspace: Workspace,
        selection: Selection,
        gathering: Gathering,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        """Build the tab around the commands that it offers."""
        super().__init__(parent)
        self.setObjectName("folder_panel")
        self._workspace, self._selection = workspace, selection
        self._gathering, self._actions = gathering, actions
        self._late: dict[str, None] = {}
        self._quiet = False
        self.model = FolderFindings(self)
        self.search = self._make_search()
        self.groups = self._make_groups()
        self.scope = QToolButton(self)
        self.scope.setObjectName("folder_scope")
        self.scope.setToolTip(self.tr("不再只看这些"))
        self.scope.clicked.connect(lambda: self.show_only())
        self.same_figures = QToolButton(self)
        self.same_figures.setObjectName("folder_same_figures")
        self.same_figures.setText(self.tr("只看同一格"))
        self.same_figures.setCheckable(True)
        self.same_figures.toggled.connect(lambda _: self._sift())
        self._figures: frozenset[str] = frozenset()
        self.clear = QToolButton(self)
        self.clear.setObjectName("folder_clear")
        self.clear.setText(self.tr("清除筛选"))
        self.clear.clicked.connect(self.show_all)
        self.told = QLabel(self)
        self.told.setObjectName("folder_told")
        self.facets = FolderFacets(self)
        self.facets.chosen.connect(self._sift)
        self.view = FolderRows(self)
        self.view.show_model(self.model)
        self.view.opened.connect(self.open_at)
        self.view.clicked.connect(self.open_at)
        self.judging = FolderJudging(workspace, self.view, actions)
        self.judging.went.connect(self.go)
        self.judging.narrowed.connect(self.show_only)
        self.view.judged.connect(self.judging.by_digit)
        self.view.customContextMenuRequested.connect(self._menu)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._tell())
        self._empty = QLabel(self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._catch_up)
        self._lay_out()
        self._show_scope()
        gathering.cleared.connect(self._on_cleared)
        gathering.changed.connect(self._on_gathered)
        for signal in (selection.focus_moved, selection.report_selected):
            signal.connect(self._follow)
        self._tell()

    # What others ask for

    def show_all(self) -> None:
        """Leave nothing out any more."""
        self._quiet = True
        self.search.clear()
        self.facets.tick()
        self._quiet = False
        self.show_only()

    def show_only(
        self,
        code: str = "",
        figures: Sequence[str] = (),
        path: str = "",
        families: Sequence[str] = (),
    ) -> None:
        """Show the findings of one check, perhaps in the same cells, or of one report."""
        self._quiet = True
        if code or path:
            self.search.clear()
            self.facets.tick(families=families)
        self._scope = (code, path)
        self._figures = frozenset(figures)
        self.same_figures.setChecked(False)
        self._quiet = False
        self._show_scope()
        self._sift()

    @property
    def chosen(self) -> list[Item]:
        """The findings that are chosen; a chosen group stands for all of its own."""
        return self.model.items_at(self.view.chosen())

    @property
    def has_keys(self) -> bool:
        """Say whether what is typed goes to the list."""
        return self.view.hasFocus()

    def take_keys(self) -> None:
        """Give the keys to the list, with a row chosen where there is one."""
        self._enter_list()

    def open_at(self, index: QModelIndex) -> None:
        """Go to a finding in its report; the keys stay here."""
        item = index.data(ITEM_ROLE)
        if isinstance(item, Item):
            self.go(item.whose.path, item.entry.id)

    # How it is built

    _scope = ("", "")

    def _make_search(self) -> QLineEdit:
        box = QLineEdit(self)
        box.setObjectName("folder_search")
        box.setAccessibleName(self.tr("查找问题"))
        box.setPlaceholderText(self.tr("查找文字、编号、单位"))
        box.setClearButtonEnabled(True)
        box.textChanged.connect(lambda _: self._sift())
        box.returnPressed.connect(self._enter_list)
        return box

    def _make_groups(self) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName("folder_groups")
        box.setAccessibleName(self.tr("分组"))
        box.addItems([self.tr("按检查分组"), self.tr("按单位分组"), self.tr("按级别分组")])
        box.currentIndexChanged.connect(lambda _: self._sift())
        return box

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 3, 8, 3)
        head.setSpacing(4)
        self.search.setMaximumWidth(260)
        head.addWidget(self.search, 2)
        for widget in (self.groups, self.scope, self.same_figures, self.clear):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.told)
        names = (*VERDICT_ACTIONS, "auto_advance")
        for name in (name for name in names if name in self._actions):
            button = QToolButton(self)
            button.setDefaultAction(self._actions[name])
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            head.addWidget(button)
        body = QSplitter(Qt.Orientation.Horizontal, self)
        body.setObjectName("facets_and_findings")
        body.setHandleWidth(4)
        body.setChildrenCollapsible(False)
        body.addWidget(self.facets)
        right = QWidget(self)
        stack = QVBoxLayout(right)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.view, 1)
        stack.addWidget(self._empty, 1)
        body.addWidget(right)
        body.setSizes([170, 800])
        body.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(body, 1)

    # What is shown

    def _on_cleared(self) -> None:
        self._late.clear()
        self.model.clear()
        self._tell()

    def _on_gathered(self, paths: Sequence[str]) -> None:
        if self.isVisible() and len(paths) == 1 and not self._late:
            self._take(paths)
            return
        self._late |= dict.fromkeys(paths)
        if self.isVisible():
            self._calm.start()

    def _catch_up(self) -> None:
        late, self._late = list(self._late), {}
        if late:
            self._take(late)

    def _take(self, paths: Sequence[str]) -> None:
        self._keeping(
            lambda: self.model.take(self._gathering.entries, self._workspace.reviews, paths)
        )

    def _sift(self) -> None:
        if self._quiet:
            return
        code, path = self._scope
        wanted = Criteria(
            words=tuple(self.search.text().casefold().split()),
            severities=self.facets.severities,
            verdicts=self.facets.verdicts,
            families=self.facets.families,
            code=code,
            figures=self._figures if self.same_figures.isChecked() else frozenset(),
            path=path,
            grouping=GROUPINGS[self.groups.currentIndex()],
        )
        self._keeping(lambda: self.model.show(wanted))

    def _keeping(self, change: Callable[[], None]) -> None:
        """Change the model; what was open, chosen and in view stays so where it is still there."""
        view, resets = self.view, list[bool]()
        current = view.currentIndex().data(ITEM_ROLE)
        opened = {
            str(view.model().index(row, 0).data())
            for row in range(self.model.rowCount())
            if view.isExpanded(view.model().index(row, 0))
        }
        note = self.model.modelReset.connect(lambda: resets.append(True))
        change()
        self.model.modelReset.disconnect(note)
        if resets:
            unfold = self.model.sifted.passed <= UNFOLDED
            for row in range(self.model.rowCount()):
                index = self.model.index(row, 0)
                if unfold or str(index.data()) in opened:
                    view.expand(index)
            if isinstance(current, Item):
                index = self.model.index_of(*current.key)
                if index.isValid() and view.isExpanded(index.parent()):
                    view.make_current(index)
        self._tell()

    def _show_scope(self) -> None:
        code, path = self._scope
        review = self._workspace.reviews.get(path)
        name = (review.current.identity.unit if review else "") or path.rpartition("/")[2]
        self.scope.setText(self.tr("只看 {0} ✕").format(code or name))
        self.scope.setVisible(bool(code or path))
        self.same_figures.setVisible(bool(code and self._figures))

    def _tell(self) -> None:
        chosen = self.model.count_at(self.view.selectionModel().selection())
        shown = self.model.sifted.passed
        told = [self.tr("共 {0} 条").format(shown)]
        if chosen > 1:
            told.append(self.tr("选中 {0} 条").format(chosen))
        self.told.setText(" · ".join(told))
        self.clear.setVisible(self.model.wanted.is_narrow)
        self.facets.count(self.model.sifted)
        self.view.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._empty.setText(
            self.tr("没有符合条件的问题：点“清除筛选”全部显示")
            if self.model.wanted.is_narrow
            else self.tr("没有发现问题")
        )

    def _follow(self, *_: object) -> None:
        """Show where the finding that is looked at stands, unless the keys are here."""
        entry = self._selection.entry
        if entry is None or not self.isVisible() or self.has_keys:
            return
        index = self.model.index_of(entry.path, entry.id)
        if index.isValid() and self.view.isExpanded(index.parent()):
            self.view.make_current(index)

    def _enter_list(self) -> None:
        first = self.model.index(0, 0)
        if not first.isValid():
            self.search.setFocus()
            return
        if not self.view.currentIndex().isValid():
            if self._scope[0]:
                self.view.expand(first)
                first = self.model.index(0, 0, first)
            self.view.make_current(first)
        self.view.setFocus()

    # What is done

    def go(self, path: str, finding: str) -> None:
        """Go to a finding in a report."""
        selection = self._selection
        selection.select_report(path)
        entry = next((e for e in selection.entries if e.id == finding), None)
        if entry is not None:
            selection.select_entry(entry)

    def _menu(self, at: QPoint) -> None:
        index = self.view.indexAt(at)
        if index.isValid():
            menu = self.judging.menu(index.data(ITEM_ROLE), self)
            menu.popup(self.view.viewport().mapToGlobal(at))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has come meanwhile."""
        super().showEvent(event)
        self._catch_up()
        self._follow()
