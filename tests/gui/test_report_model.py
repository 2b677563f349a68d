"""The lines of the list of reports under whatever is done to them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.models.report_columns import COLUMNS, UNIT
from gui.models.report_facets import FACETS
from gui.models.report_lines import PROBLEMS, Group
from gui.models.reports import PATH_ROLE, ReportModel
from parser.model import Report
from parser.review.review import Review
from tests.support.reviews import right, unreadable, wrong

FAULTY, FLAWLESS = wrong(), right()


def desk() -> dict[str, Review]:
    made: list[Report] = []
    for at in range(60):
        report = (FAULTY, FLAWLESS)[at % 2]
        unit = f"{('长岭', '青石', '')[at % 3]}县{'甲乙丙丁戊'[at % 5]}镇人民政府"
        identity = replace(report.identity, unit=unit, year=2020 + at % 4)
        made.append(replace(report, path=f"{at % 7}/{at}.txt", identity=identity))
    made += [unreadable(f"坏{at}.docx") for at in range(3)]
    return {report.path: Review(report, report) for report in made}


REVIEWS = desk()
PATHS = sorted(REVIEWS)
ACTS = st.one_of(
    st.tuples(st.just("text"), st.sampled_from(["", "cl", "qingshi 2021", "甲", "坏", "zzz"])),
    st.tuples(st.just("year"), st.sets(st.sampled_from(["2020", "2021", "2023", ""]))),
    st.tuples(st.just("severity"), st.sets(st.sampled_from(["error", ""]))),
    st.tuples(st.just("group"), st.sampled_from(["", "superior", "year", "folder"])),
    st.tuples(st.just("sort"), st.tuples(st.integers(-1, len(COLUMNS) - 1), st.booleans())),
    st.tuples(st.just("fold"), st.integers(0, 9)),
    st.tuples(st.just("remove"), st.sampled_from(PATHS)),
    st.tuples(st.just("add"), st.sampled_from(PATHS)),
    st.tuples(st.just("review"), st.sampled_from(PATHS)),
    st.tuples(st.just("reveal"), st.sampled_from(PATHS)),
)


def act(model: ReportModel, there: dict[str, Review], name: str, value: object) -> None:
    if name == "text":
        model.set_text(str(value))
    elif name in ("year", "severity"):
        assert isinstance(value, set)
        model.set_chosen(name, value)
    elif name == "group":
        model.set_grouping(str(value))
    elif name == "sort":
        assert isinstance(value, tuple)
        orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
        model.sort(value[0], orders[value[1]])
    elif name == "fold":
        lines = [model.line(at) for at in range(model.rowCount())]
        groups = [line.key for line in lines if isinstance(line, Group)]
        if groups:
            model.toggle(groups[int(str(value)) % len(groups)])
    elif name == "remove":
        there.pop(str(value), None)
        model.remove([str(value)])
    elif name == "add":
        there[str(value)] = REVIEWS[str(value)]
        model.add([str(value)])
    elif name == "review" and value in there:
        there[str(value)] = replace(there[str(value)], reviewed=True)
        model.refresh(str(value))
    elif name == "reveal":
        model.reveal(str(value))
        accepted = value in there and model.accepts(str(value))
        assert (model.row_of(str(value)) >= 0) == accepted


@settings(max_examples=40, deadline=None)
@given(st.lists(ACTS, max_size=12))
def test_whatever_is_done_each_report_that_passes_stands_once_or_in_a_folded_group(
    qapp: object, acts: list[tuple[str, object]]
) -> None:
    there = dict(REVIEWS)
    model = ReportModel(lambda: there)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.add(there)
    for name, value in acts:
        kept = [QPersistentModelIndex(model.index(at, UNIT)) for at in range(model.rowCount())]
        paths = [index.data(PATH_ROLE) for index in kept]
        act(model, there, name, value)
        for index, path in zip(kept, paths, strict=True):
            assert not index.isValid() or index.data(PATH_ROLE) == path
        lines = [model.line(at) for at in range(model.rowCount())]
        shown = [line.path for line in lines if not isinstance(line, Group)]
        folded = [row.path for x in lines if isinstance(x, Group) and x.folded for row in x.rows]
        assert sorted(shown + folded) == sorted(path for path in there if model.accepts(path))
        assert sorted(model.accepted) == sorted(shown + folded)
        assert all(model.row_of(path) == at for at, path in enumerate_paths(model))
    del tester


def enumerate_paths(model: ReportModel) -> list[tuple[int, str]]:
    found = [(at, model.index(at, UNIT).data(PATH_ROLE)) for at in range(model.rowCount())]
    return [(at, path) for at, path in found if path]


def test_counts_of_a_facet_are_those_that_ticking_would_show(qapp: object) -> None:
    model = ReportModel(lambda: REVIEWS)
    model.add(REVIEWS)
    model.set_text("镇")
    model.set_chosen("severity", ["error"])
    for facet in FACETS:
        before = model.chosen.get(facet.name, frozenset())
        for value, count in model.counts(facet):
            model.set_chosen(facet.name, [value])
            assert len(model.accepted) == count, (facet.name, value)
        model.set_chosen(facet.name, before)


def test_a_change_that_moves_no_line_changes_one_line(qapp: object) -> None:
    there = dict(REVIEWS)
    model = ReportModel(lambda: there)
    model.add(there)
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, bottom: changed.append((top.row(), bottom.row())))
    there[PATHS[5]] = replace(there[PATHS[5]], reviewed=True)
    model.refresh(PATHS[5])
    assert changed == [(model.row_of(PATHS[5]),) * 2]
    model.refresh(PATHS[5])
    assert len(changed) == 1, "nothing was different"


@pytest.mark.parametrize("count", [1, 2])
def test_files_that_are_no_reports_make_a_group_from_two_on(qapp: object, count: int) -> None:
    there = {p: r for p, r in REVIEWS.items() if p in [f"坏{n}.docx" for n in range(count)]}
    model = ReportModel(lambda: there)
    model.add(there)
    line = model.line(0)
    assert isinstance(line, Group) == (count == 2)
    if isinstance(line, Group):
        assert (line.key, line.folded, model.rowCount()) == (PROBLEMS, True, 1)
