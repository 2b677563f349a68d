"""The second round: units with their state, what became of one, and both versions beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui.dialogs.unpaired_page import UnpairedPage
from gui.models.returns import (
    LINE_ROLE,
    PATH_ROLE,
    WORST_FIRST,
    Line,
    LineModel,
    UnitFilter,
    UnitModel,
    UnitRow,
    added_lines,
    followed_lines,
    standing_text,
    unasked_lines,
)
from gui.second_rounds import SecondRounds
from gui.views.return_rows import ReturnRows
from gui.views.source.marks import Kind, Mark
from gui.views.source.text_view import TextView
from parser.intake.endings import known
from parser.model import Report, Span
from parser.review.review import Review
from parser.review.second_round import Return, Standing


class SecondRoundWindow(QDialog):
    """Stands beside the window, so that a finding can be looked up there."""

    report_wanted = Signal(str)  # the path of a reviewed report

    def __init__(self, rounds: SecondRounds, folder: Path, parent: QWidget | None = None) -> None:
        """Show the second round of `rounds`; ask for files from `folder` on."""
        super().__init__(parent)
        self.setObjectName("second_round_dialog")
        self.setWindowTitle(self.tr("整改复核"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._rounds = rounds
        self._folder = folder
        self._path = ""
        self._where = QLabel()
        self._where.setObjectName("round_source")
        self._where.setTextFormat(Qt.TextFormat.PlainText)
        self._where.setWordWrap(True)
        self._progress = QProgressBar()
        self._progress.setObjectName("round_progress")
        self._progress.setMaximumWidth(220)
        self._units = UnitModel(self)
        self._shown = UnitFilter(self)
        self._shown.setSourceModel(self._units)
        self.units = ReturnRows(0, False)
        self.units.setObjectName("round_units")
        self.units.setAccessibleName(self.tr("各单位的整改状态"))
        self.units.setModel(self._shown)
        self._states = QComboBox()
        self._summary = QLabel()
        self.unpaired = UnpairedPage()
        self.lists = QTabWidget()
        self.lists.setObjectName("round_lists")
        self._lines: list[tuple[ReturnRows, LineModel]] = []
        self._sides = (TextView(), TextView())
        self._buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self._connect()
        self.resize(1240, 760)
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._where, 1)
        head.addWidget(self._progress)
        for name, text, slot in (
            ("round_folder", self.tr("选文件夹…"), self._ask_folder),
            ("round_files", self.tr("选文件…"), self._ask_files),
            ("round_again", self.tr("重新读取"), self._rounds.read_again),
            ("round_end", self.tr("结束复核"), self._ask_end),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, slot=slot: slot())
            head.addWidget(button)
            self._buttons[name] = button
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.addWidget(self._left())
        whole.addWidget(self._right())
        whole.setSizes([380, 860])
        whole.setStretchFactor(1, 1)
        whole.setChildrenCollapsible(False)
        whole.setHandleWidth(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(whole, 1)

    def _left(self) -> QWidget:
        self._states.setObjectName("round_states")
        self._states.setAccessibleName(self.tr("按整改状态筛选"))
        for text, standings in (
            (self.tr("全部单位"), tuple(Standing)),
            (self.tr("没有整改到位"), (Standing.OPEN, Standing.PARTLY, Standing.UNCLEAR)),
            (self.tr("新增问题"), (Standing.ADDED,)),
            (self.tr("未交"), (Standing.ABSENT,)),
            (self.tr("已整改"), (Standing.DONE,)),
        ):
            self._states.addItem(text, standings)
        units = QWidget()
        column = QVBoxLayout(units)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self._states)
        column.addWidget(self.units, 1)
        column.addWidget(self._summary)
        self._summary.setObjectName("round_summary")
        self._summary.setWordWrap(True)
        tabs = QTabWidget()
        tabs.setObjectName("round_left")
        tabs.setDocumentMode(True)
        tabs.addTab(units, self.tr("单位"))
        tabs.addTab(self.unpaired, self.tr("没有对上"))
        self._tabs = tabs
        return tabs

    def _right(self) -> QWidget:
        for name in ("round_followed", "round_added", "round_unasked"):
            view, model = ReturnRows(2, True), LineModel(self)
            view.setObjectName(name)
            view.setModel(model)
            view.fit()
            view.selectionModel().currentRowChanged.connect(self._on_line)
            self._lines.append((view, model))
            self.lists.addTab(view, "")
        self.lists.setDocumentMode(True)
        beside = QSplitter(Qt.Orientation.Horizontal)
        for view, name, text in zip(
            self._sides,
            ("round_old", "round_new"),
            (self.tr("原来的年报"), self.tr("整改后的年报")),
            strict=True,
        ):
            view.setObjectName(name)
            view.setAccessibleName(text)
            side = QWidget()
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            label = QLabel(text)
            label.setObjectName(f"{name}_name")
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
            column.addWidget(view, 1)
            beside.addWidget(side)
        beside.setChildrenCollapsible(False)
        beside.setHandleWidth(10)
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self.lists)
        right.addWidget(beside)
        right.setSizes([300, 400])
        right.setChildrenCollapsible(False)
        right.setHandleWidth(10)
        return right

    def _connect(self) -> None:
        self._rounds.changed.connect(self._show)
        self._rounds.progressed.connect(self._on_progress)
        self._rounds.told.connect(self._on_told)
        self._states.currentIndexChanged.connect(
            lambda _: self._shown.set_standings(self._states.currentData())
        )
        self.units.selectionModel().currentRowChanged.connect(self._on_unit)
        self.units.doubleClicked.connect(
            lambda index: self.report_wanted.emit(str(index.data(PATH_ROLE)))
        )
        self.lists.currentChanged.connect(lambda _: self._show_places(None))
        self.unpaired.chosen.connect(self._rounds.choose)

    def _show(self) -> None:
        """Show everything as it stands; the unit that was looked at stays."""
        rounds = self._rounds
        begun = rounds.rounds.begun
        said = self.tr("选单位整改后报来的年报：一个文件夹，或几个文件。原来的文件不会被改动。")
        if begun:
            names = "，".join(str(path) for path in rounds.rounds.paths)
            said = self.tr("整改后的年报：{0}").format(names)
        self._where.setText(said)
        self._buttons["round_again"].setEnabled(begun and not rounds.is_working)
        self._buttons["round_end"].setEnabled(begun)
        self._progress.setVisible(rounds.is_working)
        reviews = rounds.reviews
        self._units.show_rows(self._unit_rows(reviews))
        self.units.fit()
        self._count()
        found = rounds.found
        self.unpaired.show_pairing(
            found.pairing if found else None, rounds.new_reports, reviews, rounds.rounds.choices
        )
        left = self.unpaired.count
        self._tabs.setTabText(1, self.tr("没有对上（{0}）").format(left) if left else
                              self.tr("没有对上"))  # fmt: skip
        self._choose(self._path)

    def _unit_rows(self, reviews: Mapping[str, Review]) -> list[UnitRow]:
        rows = [
            UnitRow(
                path,
                reviews[path].report.identity.unit,
                reviews[path].report.identity.year,
                remark.standing,
                remark.summary,
            )
            for path, remark in self._rounds.remarks.items()
            if path in reviews
        ]
        return sorted(
            rows, key=lambda row: (WORST_FIRST.index(row.standing), row.unit, row.year or 0)
        )

    def _count(self) -> None:
        rows: list[UnitRow] = self._units.rows
        counts = {standing: sum(r.standing is standing for r in rows) for standing in Standing}
        told = [f"{standing_text(standing)} {n}" for standing, n in counts.items() if n]
        self._summary.setText(" · ".join(told))

    def _choose(self, path: str) -> None:
        rows = range(self._shown.rowCount())
        indexes = [self._shown.index(row, 0) for row in rows]
        there = next((i for i in indexes if i.data(PATH_ROLE) == path), None)
        there = there or next(iter(indexes), None)
        if there is None:
            self._show_unit("")
        else:
            self.units.make_current(there)
            self._show_unit(str(there.data(PATH_ROLE)))

    def _on_unit(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_unit(str(current.data(PATH_ROLE) or ""))

    def _show_unit(self, path: str) -> None:
        self._path = path
        found = self._rounds.found
        one = found.returns.get(path) if found else None
        lines = [of(one) if one else [] for of in (followed_lines, added_lines, unasked_lines)]
        names = (self.tr("整改情况"), self.tr("新增问题"), self.tr("未经要求的改动"))
        for at, ((view, model), rows, name) in enumerate(
            zip(self._lines, lines, names, strict=True)
        ):
            model.show_rows(rows)
            view.fit()
            self.lists.setTabText(at, f"{name}（{len(rows)}）" if rows else name)
        review = self._rounds.reviews.get(path)
        self._show_texts(review.report if review else None, one)

    def _show_texts(self, old: Report | None, one: Return | None) -> None:
        reports = (old, one.new if one else None)
        for view, report, mark_new in zip(self._sides, reports, (False, True), strict=True):
            label = self.findChild(QLabel, f"{view.objectName()}_name")
            name = view.accessibleName()
            assert label is not None
            if report is None or report.document is None:
                view.clear()
                absent = report is None and mark_new and bool(self._path)
                label.setText(self.tr("{0}：还没有交").format(name) if absent else name)
                continue
            label.setText(f"{name}：{report.path}")
            view.show_report(report, self._marks(mark_new))
        self._show_places(None)

    def _marks(self, new: bool) -> list[Mark]:
        marks: list[Mark] = []
        for _, model in self._lines:
            for line in model.rows:
                spans: tuple[Span, ...] = line.new_spans if new else line.spans
                kind = Kind(line.severity.value) if line.severity else Kind.CORRECTED
                marks += [Mark(span, kind, line.text) for span in spans]
        return marks

    def _on_line(self, current: QModelIndex, _previous: QModelIndex) -> None:
        line = current.data(LINE_ROLE)
        self._show_places(line if isinstance(line, Line) else None)

    def _show_places(self, line: Line | None) -> None:
        if line is not None:
            for view, spans in zip(self._sides, (line.spans, line.new_spans), strict=True):
                view.select(spans)

    def _on_progress(self, read: int, of: int) -> None:
        self._progress.setRange(0, of)
        self._progress.setValue(read)
        self._progress.setVisible(True)

    def _on_told(self, sentence: str) -> None:
        self._where.setText(sentence)

    def _ask_folder(self) -> None:
        title = self.tr("整改后的年报在哪个文件夹")
        name = QFileDialog.getExistingDirectory(self, title, str(self._folder))
        if name:
            self._rounds.begin([Path(name)])

    def _ask_files(self) -> None:
        patterns = " ".join(f"*.{ending}" for ending in known())
        kinds = self.tr("可以读取的文件 ({0});;所有文件 (*)").format(patterns)
        title = self.tr("整改后的年报")
        names, _ = QFileDialog.getOpenFileNames(self, title, str(self._folder), kinds)
        if names:
            self._rounds.begin([Path(name) for name in names])

    def _ask_end(self) -> None:
        box = QMessageBox(self)
        box.setObjectName("round_end_question")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("结束复核"))
        box.setText(self.tr("结束整改复核？"))
        box.setInformativeText(
            self.tr("整改状态和手工对应不再保留；原来的审核结论和两边的文件都不变。")
        )
        end = box.addButton(self.tr("结束复核"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        end.clicked.connect(self._rounds.end)
        box.finished.connect(box.deleteLater)
        box.open()
