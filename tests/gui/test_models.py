from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.models.cell_view import CELL_ROLE, KEY_ROLE, CellView
from gui.models.figures import FigureModel
from gui.models.findings import SEVERITY_TEXT, FindingFilter, FindingModel
from gui.models.report_columns import ERRORS, UNIT, YEAR
from gui.models.reports import PATH_ROLE, ReportModel
from gui.views.legend import Legend
from parser.model import TABLES, Note, Number, Reading, Severity, Span, TableName
from parser.official.form import form_of
from parser.reading.missing import Absence
from parser.review.cell_marks import CellMarks, cell_marks
from parser.review.entries import entries
from parser.review.review import Review
from tests.support.reviews import judged, made_report, right, unreadable, wrong


@pytest.fixture
def testers(qapp: object) -> Iterator[list[QAbstractItemModelTester]]:
    kept: list[QAbstractItemModelTester] = []
    yield kept
    kept.clear()


def watch(kept: list[QAbstractItemModelTester], model: QAbstractItemModel) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    kept.append(QAbstractItemModelTester(model, mode))


def review(report=None) -> Review:
    shown = report or wrong()
    return Review(shown, shown)


def shown_marks(of: Review) -> CellMarks:
    return cell_marks(of, entries(of), of.suggestions[0] if of.suggestions else None)


# reports


def test_reports_go_to_their_place_as_they_arrive(testers: list) -> None:
    desk: dict[str, Review] = {}
    model = ReportModel(lambda: desk)
    watch(testers, model)
    for path in ("c.txt", "a.txt", "b.txt"):
        desk[path] = review(right(path))
        model.add([path])
    assert [model.row(i).path for i in range(3)] == ["a.txt", "b.txt", "c.txt"]


def test_reports_sort_and_keep_the_selected_one(testers: list) -> None:
    desk = {
        "a.txt": review(right("a.txt", year=2021)),
        "b.txt": review(wrong("b.txt", year=2023)),
        "c.txt": review(right("c.txt", year=2022)),
    }
    model = ReportModel(lambda: desk)
    model.add(desk)
    watch(testers, model)
    kept = [index for index in [model.index(1, UNIT)]]
    from PySide6.QtCore import QPersistentModelIndex

    persistent = QPersistentModelIndex(kept[0])
    model.sort(YEAR, Qt.SortOrder.DescendingOrder)
    assert [model.row(i).year for i in range(3)] == [2023, 2022, 2021]
    assert persistent.data(PATH_ROLE) == "b.txt"
    assert persistent.row() == 0
    model.sort(ERRORS, Qt.SortOrder.DescendingOrder)
    assert model.row(0).path == "b.txt"
    model.sort(-1)
    assert [model.row(i).path for i in range(3)] == ["a.txt", "b.txt", "c.txt"]


def shown_paths(model: ReportModel) -> list[str]:
    return [str(model.index(i, 0).data(PATH_ROLE)) for i in range(model.rowCount())]


def test_the_filter_wants_every_word_and_the_state(testers: list) -> None:
    desk = {
        "甲/2021.txt": review(right("甲/2021.txt", unit="东山县人民政府", year=2021)),
        "甲/2022.txt": review(wrong("甲/2022.txt", unit="东山县人民政府", year=2022)),
        "坏.docx": review(unreadable("坏.docx")),
    }
    model = ReportModel(lambda: desk)
    watch(testers, model)
    model.add(desk)
    model.set_text("东山 2022")
    assert shown_paths(model) == ["甲/2022.txt"]
    model.set_text("东山")
    assert shown_paths(model) == ["甲/2021.txt", "甲/2022.txt"]
    model.set_chosen("severity", ["error"])
    assert shown_paths(model) == ["甲/2022.txt"]
    model.clear_filter()
    model.set_chosen("state", ["unreadable"])
    assert shown_paths(model) == ["坏.docx"]
    model.set_chosen("state", ["reviewed"])
    assert shown_paths(model) == []
    desk["甲/2021.txt"] = replace(desk["甲/2021.txt"], reviewed=True)
    model.refresh("甲/2021.txt")
    assert shown_paths(model) == ["甲/2021.txt"]


def test_an_unreadable_file_is_a_row_with_its_reason(testers: list) -> None:
    desk = {"坏.docx": review(unreadable("坏.docx", "文件已损坏"))}
    model = ReportModel(lambda: desk)
    model.add(desk)
    watch(testers, model)
    index = model.index(0, UNIT)
    assert index.data() == "坏.docx"
    assert "文件已损坏" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "文件已损坏" in index.data(Qt.ItemDataRole.ToolTipRole)


# findings


def test_findings_follow_a_review(testers: list) -> None:
    model = FindingModel()
    shown = FindingFilter()
    shown.setSourceModel(model)
    watch(testers, model)
    watch(testers, shown)
    of = review()
    model.show(entries(of))
    assert model.tally().standing[Severity.ERROR] == len(of.current.findings) == 3
    shown.set_hidden(frozenset({Severity.ERROR}))
    assert shown.rowCount() == 0
    shown.set_hidden(frozenset())
    model.show(())
    assert model.rowCount() == 0


# figures


@pytest.mark.parametrize(("form_id", "count"), [("2019", 198), ("2021", 200)])
def test_the_tables_have_every_figure_of_the_form(testers: list, form_id: str, count: int) -> None:
    of = review(judged(made_report(form_id=form_id)))
    keys: list[str] = []
    for name in TABLES:
        model = FigureModel(name, lambda *_: None)
        watch(testers, model)
        model.show(of, shown_marks(of))
        keys += [cell.key for cell in model.cells() if cell.key]
        for cell in model.cells():
            if cell.key:
                index = model.index(cell.row, cell.column)
                assert index.data() == of.current.figures[cell.key].raw
                assert index.data(KEY_ROLE) == cell.key
    assert len(keys) == len(set(keys)) == count
    assert set(keys) == set(form_of(form_id).figure_keys)


def test_another_form_is_another_layout(testers: list) -> None:
    model = FigureModel("disclosure", lambda *_: None)
    watch(testers, model)
    old, new = review(judged(made_report(form_id="2019"))), review()
    model.show(old, shown_marks(old))
    rows = model.rowCount()
    model.show(new, shown_marks(new))
    assert model.rowCount() != rows
    model.show(None, CellMarks())
    assert model.rowCount() == 0


def look(of: Review, key: str, name: TableName = "requests") -> CellView:
    model = FigureModel(name, lambda *_: None)
    model.show(of, shown_marks(of))
    view = model.place(key).data(CELL_ROLE)
    assert isinstance(view, CellView)
    return view


def test_the_shared_cell_of_failed_sums_is_marked_and_suspected(qapp: object) -> None:
    of = review()
    guilty = look(of, "requests.total.natural")
    assert guilty.severity is Severity.ERROR
    assert guilty.strong
    assert guilty.suspected
    assert guilty.preview == "12"
    assert guilty.text == "21"
    operand = look(of, "requests.granted.natural")
    assert operand.severity is Severity.ERROR
    assert not operand.strong
    assert not operand.suspected
    assert look(of, "requests.granted.business").severity is None


def test_blank_is_blank_and_missing_is_missing(qapp: object) -> None:
    values: dict[str, Number | None] = {"requests.granted.natural": None}
    of = review(judged(made_report(values=values, without=("requests.partial",))))
    blank = look(of, "requests.granted.natural")
    assert blank.blank
    assert blank.text == ""
    assert blank.absence is Absence.NONE
    missing = look(of, "requests.partial.natural")
    assert missing.absence is Absence.ROW
    assert not missing.blank
    assert look(of, "requests.denied.state_secret.natural").absence is Absence.NONE


def test_a_reading_that_is_not_sure_asks_for_a_second_look(qapp: object) -> None:
    key = "requests.received.natural"
    report = right()
    body = report.bodies[0]
    unsure = replace(body.figures[key], confidence=0.5)
    report = replace(report, bodies=(replace(body, figures={**body.figures, key: unsure}),))
    model = FigureModel("requests", lambda key, value: None)
    model.show(review(report), shown_marks(review(report)))
    tip = model.data(model.place(key), Qt.ItemDataRole.ToolTipRole)
    assert "待核" in str(tip)
    sure = model.place("requests.received.total")
    assert "待核" not in str(model.data(sure, Qt.ItemDataRole.ToolTipRole))


def test_what_is_typed_goes_to_the_undo_stack_and_nowhere_else(qapp: object) -> None:
    typed: list[tuple[str, Number | None]] = []
    model = FigureModel("requests", lambda key, value: typed.append((key, value)))
    of = review()
    model.show(of, shown_marks(of))
    index = model.place("requests.total.natural")
    assert model.setData(index, "１２")
    assert typed == [("requests.total.natural", 12)]
    assert index.data() == "21"
    assert not model.setData(index, "十二只")
    assert not model.setData(index, "21")
    assert not model.setData(QModelIndex(), "1")
    assert len(typed) == 1


def test_labels_cannot_be_edited(qapp: object) -> None:
    model = FigureModel("requests", lambda *_: None)
    of = review()
    model.show(of, shown_marks(of))
    for cell in model.cells():
        flags = model.flags(model.index(cell.row, cell.column))
        assert bool(flags & Qt.ItemFlag.ItemIsEditable) == bool(cell.key)


def test_a_second_copy_can_only_be_read(qapp: object) -> None:
    report = wrong()
    twice = replace(report, bodies=(report.bodies[0], report.bodies[0]))
    of = review(twice)
    model = FigureModel("requests", lambda *_: None)
    model.show(of, shown_marks(of), copy=1)
    index = model.place("requests.total.natural")
    assert not model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(index, "3")


def test_cells_are_spoken_with_name_value_and_fault(qapp: object) -> None:
    model = FigureModel("requests", lambda *_: None)
    of = review()
    model.show(of, shown_marks(of))
    index = model.place("requests.total.natural")
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("（七）总计·自然人，21")
    assert "A102" in spoken


def test_the_window_calls_severities_what_the_engine_calls_them(qtbot: QtBot) -> None:
    """Translation collects words from where they stand in `gui/`: they are written there again."""
    names = [severity.label for severity in Severity]
    assert [str(SEVERITY_TEXT[severity]) for severity in Severity] == names
    legend = Legend()
    qtbot.addWidget(legend)
    shown = [label.text() for label in legend.findChildren(QLabel) if label.text()]
    assert shown[: len(names)] == names


def test_a_row_that_was_not_read_is_not_called_missing(qapp: object) -> None:
    report = judged(made_report(without=("requests.partial",)))
    document, rows = report.document, report.bodies[0].tables[1].rows
    assert document is not None
    assert rows[2].span is not None
    at = rows[2].span.end
    note = Note("F107", "图片没有读出。", (Span(at, at),))
    of = review(replace(report, document=replace(document, notes=(note,))))
    model = FigureModel("requests", lambda *_: None)
    model.show(of, shown_marks(of))
    index = model.place("requests.partial.natural")
    assert index.data(CELL_ROLE).absence is Absence.UNREAD
    told = "这里没有读出，不作判断，不算缺报；请对照原件，按 Enter 把数补录进来"
    assert model.absence_of("requests.partial.natural") == told
    assert told in index.data(Qt.ItemDataRole.ToolTipRole)
    assert told in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.absence_of("requests.granted.natural") == ""


def test_a_figure_that_was_cut_off_says_so(qapp: object) -> None:
    key = "requests.granted.natural"
    report = right()
    body = report.bodies[0]
    cut = replace(body.figures[key], value=None, reading=Reading.UNREAD)
    of = review(replace(report, bodies=(replace(body, figures={**body.figures, key: cut}),)))
    model = FigureModel("requests", lambda *_: None)
    model.show(of, shown_marks(of))
    index = model.place(key)
    assert index.data() == cut.raw
    assert "没有读全" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_a_figure_beside_struck_digits_says_why_it_was_read_so(qapp: object) -> None:
    key = "requests.granted.natural"
    report = right()
    figure = report.figures[key]
    document = report.document
    assert document is not None
    gone = Span(figure.span.start, figure.span.start + 1)
    kept = replace(figure, raw=document.text[gone.end : figure.span.end])
    body = replace(report.bodies[0], figures={**report.figures, key: kept})
    of = review(replace(report, document=replace(document, struck=(gone,)), bodies=(body,)))
    model = FigureModel("requests", lambda *_: None)
    model.show(of, shown_marks(of))
    index = model.place(key)
    said = f"原文划去了“{gone.of(document.text)}”"
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert said in index.data(role)
    assert model.crossed_of(key).startswith(said)
    assert model.crossed_of("requests.granted.total") == ""
    assert said not in (model.place("requests.granted.total").data(Qt.ItemDataRole.ToolTipRole))
