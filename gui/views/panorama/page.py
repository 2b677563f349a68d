"""总览: the folder at one look, before the first report is opened and whenever it is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QImage, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QSplitter,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.gathering import Gathering
from gui.models.findings import SEVERITY_TEXT, said
from gui.models.heat import FIRST_FAMILY, LETTERS, LINE_ROLE, STATE, TOTAL, UNIT, YEAR, HeatModel
from gui.views.panorama.charts import YearCharts
from gui.views.panorama.code_bars import CODE_ROLE, CodeBars, CodeModel
from gui.views.panorama.matrix import HeatMatrix
from gui.views.panorama.picture import Words, picture
from gui.workspace import Workspace
from parser.across.attendance import attendance, years_of
from parser.across.course import course
from parser.model import Severity
from parser.review.review import Stage
from parser.review.survey import Line, Survey
from parser.settings.roster import RosterError, load_roster

CALM_MS = 120  # how long arriving reports are waited for
MOST_CODES = 20


class Overview(QWidget):
    """Shows what `gathering` has gathered; says what somebody wants to see of it."""

    findings_wanted = Signal(str, str, str)  # path, family, code: "" for all
    report_wanted = Signal(str)  # path

    def __init__(
        self,
        workspace: Workspace,
        gathering: Gathering,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        """Build the page."""
        super().__init__(parent)
        self.setObjectName("overview")
        self.setAccessibleName(self.tr("总览"))
        self._workspace, self._gathering, self._actions = workspace, gathering, actions
        self._lines: dict[str, Line] = {}
        self._late: dict[str, None] = {}
        self._stale = True
        self.survey = Survey()
        self.heat = HeatModel(self)
        self.matrix = HeatMatrix(self.heat, self)
        self.matrix.opened.connect(self._on_cell)
        self.matrix.doubleClicked.connect(self._on_double)
        self.matrix.selectionModel().currentRowChanged.connect(self._on_row)
        self.codes = CodeModel(self)
        self.bars = CodeBars(self.codes, self)
        self.bars.opened.connect(self._on_code)
        self.absent = self._make_absent()
        self.charts = YearCharts(self)
        self.progress = QProgressBar(self)
        self.progress.setObjectName("overview_progress")
        self.progress.setAccessibleName(self.tr("审核进度"))
        self.progress.setMaximumWidth(260)
        self.title = QLabel(self)
        self.title.setObjectName("overview_title")
        self.told = QLabel(self)
        self.told.setObjectName("overview_told")
        self._lay_out()
        self.setFocusProxy(self.matrix)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._catch_up)
        gathering.cleared.connect(self._on_cleared)
        gathering.changed.connect(self._on_gathered)
        workspace.review_changed.connect(lambda path: self._on_gathered([path]))
        workspace.across_changed.connect(lambda: self._on_gathered([]))

    def _make_absent(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName("overview_missing")
        tree.setAccessibleName(self.tr("没有年报的单位"))
        tree.setHeaderHidden(True)
        tree.setUniformRowHeights(True)
        tree.setFrameShape(QTreeWidget.Shape.NoFrame)
        return tree

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.setSpacing(12)
        font = self.title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self.title.setFont(font)
        head.addWidget(self.title)
        head.addWidget(self.progress)
        head.addWidget(self.told, 1)
        for name in ("export_overview", "next_finding"):
            button = QToolButton(self)
            button.setDefaultAction(self._actions[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            head.addWidget(button)
        right = QSplitter(Qt.Orientation.Vertical, self)
        right.setObjectName("overview_parts")
        right.addWidget(_part(self.tr("最多的问题"), self.bars))
        self._absent_part = _part(self.tr("缺报单位"), self.absent)
        right.addWidget(self._absent_part)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.charts)
        self._years_part = _part(self.tr("历年情况"), scroll)
        right.addWidget(self._years_part)
        right.setSizes([240, 120, 300])
        body = QSplitter(Qt.Orientation.Horizontal, self)
        body.setObjectName("matrix_and_parts")
        body.addWidget(
            _part(self.tr("各单位各类问题（点数字看问题，双击单位看年报）"), self.matrix)
        )
        body.addWidget(right)
        body.setSizes([680, 320])
        body.setStretchFactor(0, 1)
        for splitter in (right, body):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(body, 1)

    # What is shown

    def _on_cleared(self) -> None:
        self._lines.clear()
        self._late.clear()
        self.charts.show_years("", ())
        self._show()

    def _on_gathered(self, paths: Sequence[str]) -> None:
        self._late |= dict.fromkeys(paths)
        self._stale = True
        if self.isVisible() and not self._calm.isActive():
            self._calm.start()

    def _catch_up(self) -> None:
        reviews, entries = self._workspace.reviews, self._gathering.entries
        for path in self._late:
            if path in reviews and path in entries:
                self._lines[path] = Line.of(reviews[path], entries[path])
            else:
                self._lines.pop(path, None)
        self._late.clear()
        self._show()

    def _show(self) -> None:
        self._stale = False
        survey = self.survey = Survey.of(self._lines.values())
        current = self.matrix.currentIndex()
        line, column = current.data(LINE_ROLE), current.column()
        self.heat.show(survey.lines, keep=current.isValid())
        if isinstance(line, Line) and not self.matrix.currentIndex().isValid():
            self.matrix.setCurrentIndex(self.heat.index(self.heat.row_of(line.path), column))
        self.codes.show(survey.codes(MOST_CODES))
        whole, reviewed = len(survey.lines), survey.stages[Stage.REVIEWED]
        self.progress.setRange(0, max(whole, 1))
        self.progress.setValue(reviewed)
        self.progress.setFormat(self.tr("已审 {0} / {1}").format(reviewed, whole))
        folders = "、".join(path.name for path in self._workspace.paths)
        self.title.setText(self.tr("总览　{0}").format(folders))
        self.told.setText(" · ".join(self.facts()))
        self._show_absent()

    def picture(self) -> QImage:
        """Draw everything in full height, with title and date, in the order shown."""
        self._catch_up()
        shown = replace(self.survey, lines=tuple(self.heat.lines))
        facts = " · ".join([self.progress.text(), *self.facts()])
        words = Words(self.title.text(), f"{date.today():%Y-%m-%d}", facts)
        return picture(shown, words, self.palette(), self.font())

    def facts(self) -> list[str]:
        """Say in numbers what there is."""
        survey = self.survey
        told = [self.tr("待定 {0}").format(survey.undecided)]
        for severity in Severity:
            told.append(f"{said(SEVERITY_TEXT[severity])} {survey.tally.standing[severity]}")
        if survey.unread:
            told.append(self.tr("异常文件 {0}").format(survey.unread))
        return told

    def _show_absent(self) -> None:
        self.absent.clear()
        path = self._workspace.profile.roster
        self._absent_part.setVisible(bool(path))
        if not path:
            return
        try:
            roster = load_roster(path)
        except RosterError as error:
            QTreeWidgetItem(self.absent, [str(error)])
            return
        reports = [review.current for review in self._workspace.reviews.values()]
        for year in years_of(reports):
            absent = attendance(roster, reports, year).absent
            head = QTreeWidgetItem(
                self.absent, [self.tr("{0}年：缺 {1} 个单位").format(year, len(absent))]
            )
            for unit in absent:
                QTreeWidgetItem(head, [unit])
        first = self.absent.topLevelItem(0)
        if first is not None:
            first.setExpanded(True)

    # What is chosen

    def _on_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        line = current.data(LINE_ROLE)
        review = self._workspace.reviews.get(line.path) if isinstance(line, Line) else None
        if review is None:
            self.charts.show_years("", ())
            return
        reports = [other.current for other in self._workspace.reviews.values()]
        unit = review.current.identity.unit
        self.charts.show_years(unit, course(review.current, reports))

    def _on_cell(self, index: QModelIndex) -> None:
        line, column = index.data(LINE_ROLE), index.column()
        if not isinstance(line, Line):
            return
        if FIRST_FAMILY <= column < TOTAL:
            self.findings_wanted.emit(line.path, LETTERS[column - FIRST_FAMILY], "")
        elif column in (UNIT, YEAR, STATE):
            self.report_wanted.emit(line.path)
        else:
            self.findings_wanted.emit(line.path, "", "")

    def _on_double(self, index: QModelIndex) -> None:
        line = index.data(LINE_ROLE)
        if index.column() in (UNIT, YEAR, STATE) and isinstance(line, Line):
            self.report_wanted.emit(line.path)

    def _on_code(self, index: QModelIndex) -> None:
        self.findings_wanted.emit("", "", str(index.data(CODE_ROLE)))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has come meanwhile."""
        super().showEvent(event)
        if self._stale or self._late:
            self._catch_up()


def _part(title: str, widget: QWidget) -> QWidget:
    """Put a heading above a widget."""
    part = QWidget()
    heading = QLabel(title, part)
    heading.setContentsMargins(8, 4, 8, 4)
    font = heading.font()
    font.setBold(True)
    heading.setFont(font)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(heading)
    column.addWidget(widget, 1)
    return part
