"""The copies of a body: where they differ, what stands opposite what, and which one counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from parser import intake
from parser.model import Report, Span
from parser.pipeline import assess, examine
from parser.review.body_copies import (
    Opposite,
    differences,
    excerpt,
    figures_that_differ,
    parts_that_differ,
    stretch_of,
)
from parser.review.desk import Desk
from parser.review.review import Stage
from parser.review.session import Session
from parser.rules.registry import check_across
from parser.settings.profile import Profile
from tests.support.official import Sample

UPHELD, TOTAL, OTHER = "review.upheld", "review.total", "review.other"
UNIT = "南屏县河东乡人民政府"


def doubled(folder: Path, **second: int) -> Report:
    """Read a file that holds the same report twice, the second time with other figures."""
    title = f"{UNIT}2022年政府信息公开工作年度报告"
    figures = {f"review.{name}": value for name, value in second.items()}
    later = Sample(title=title, year=2022, figures=figures)
    path = folder / "两份.txt"
    path.write_text(Sample(title=title, year=2022, second=later).text, encoding="utf-8")
    (source,) = (s for s in intake.sources([folder]) if s.path == path.name)
    return examine(source, Profile())


def desk_on(folder: Path) -> Desk:
    return Desk(Session.open([folder]), Profile(), assess, check_across)


@pytest.fixture
def report(folder: Path) -> Report:
    return doubled(folder, upheld=2, total=3)


@pytest.fixture
def desk(folder: Path, report: Report) -> Iterator[Desk]:
    made = desk_on(folder)
    made.add(report)
    yield made
    made.session.close()


def test_copies_that_agree_have_no_differences(folder: Path) -> None:
    report = doubled(folder)
    assert len(report.bodies) == 2
    assert differences(report) == ()
    assert "S301" in {f.code for f in report.findings}


def test_every_figure_that_differs_is_told_with_both_values(report: Report) -> None:
    found = differences(report)
    listed = figures_that_differ(found, report)
    values = {key: (one.raw if one else "", two.raw if two else "") for key, one, two in listed}
    assert values == {UPHELD: ("1", "2"), TOTAL: ("1", "3")}
    assert [d.copy for d in found] == [1, 1]


def test_a_copy_runs_from_its_own_title_to_its_last_character(report: Report) -> None:
    first, second = stretch_of(report, 0), stretch_of(report, 1)
    assert second.of(report.text).startswith(report.identity.title)
    assert first.of(report.text).startswith(report.identity.title)
    assert first.end < second.start
    assert second.end == len(report.text.rstrip())


def test_an_excerpt_is_the_copy_with_its_places(report: Report) -> None:
    for copy in (0, 1):
        cut = excerpt(report, copy)
        stretch = stretch_of(report, copy)
        assert cut.report.text == stretch.of(report.text)
        for key, figure in cut.report.figures.items():
            whole = report.bodies[copy].figures[key]
            assert cut.local(whole.span) == figure.span
            assert figure.span.of(cut.report.text) == whole.span.of(report.text)
        for section in cut.report.bodies[0].sections:
            assert section.heading_span.of(cut.report.text).strip() == section.heading.strip()


def test_what_stands_opposite_is_found_both_ways(report: Report) -> None:
    opposite = Opposite(report, 1)
    for key, figure in report.bodies[0].figures.items():
        there = report.bodies[1].figures[key].span.start
        assert opposite.of(figure.span.start) == there
        assert opposite.of(there, back=True) == figure.span.start
    assert opposite.of(len(report.text)) == stretch_of(report, 1).end
    ways = [opposite.of(at) for at in range(0, stretch_of(report, 0).end, 7)]
    assert ways == sorted(ways)


def test_only_the_characters_that_differ_are_told_of_a_sentence() -> None:
    text = "全年收到申请五件，均已答复。|全年收到申请 七件，\n均已答复。"
    bar = text.index("|")
    ones, others = parts_that_differ(text, Span(0, bar), Span(bar + 1, len(text)))
    assert [span.of(text) for span in ones] == ["五"]
    assert [span.of(text) for span in others] == ["七"]


def test_the_copy_that_is_chosen_gives_figures_sections_and_findings(desk: Desk) -> None:
    path = next(iter(desk.reviews))
    assert "A201" not in {f.code for f in desk.reviews[path].current.findings}
    assert desk.choose_body(path, 1) == (path,)
    review = desk.reviews[path]
    assert review.current.figures[TOTAL].value == 3
    assert review.current.body is review.current.bodies[1]
    (broken,) = (f for f in review.current.findings if f.code == "A201")
    assert (broken.expected, broken.actual) == (2, 3)
    assert broken.spans[0] == review.report.bodies[1].figures[TOTAL].span
    assert {f.code for f in review.report.findings} >= {"S302", "A201"}
    assert review.current.repairs
    assert desk.choose_body(path, 1) == ()
    with pytest.raises(KeyError):
        desk.choose_body(path, 2)
    desk.choose_body(path, 0)
    assert desk.reviews[path].current.figures[TOTAL].value == 1
    assert "A201" not in {f.code for f in desk.reviews[path].current.findings}


def test_corrections_stay_with_the_copy_that_they_were_made_for(desk: Desk) -> None:
    path = next(iter(desk.reviews))
    desk.correct(path, {OTHER: 5}, "第一份")
    desk.choose_body(path, 1)
    review = desk.reviews[path]
    assert review.corrections == {}
    assert review.current.figures[OTHER].value == 0
    assert review.stage is Stage.UNDERWAY
    desk.correct(path, {TOTAL: 2}, "第二份")
    assert desk.reviews[path].corrections[TOTAL].before == 3
    assert desk.reviews[path].current.figures[TOTAL].value == 2
    assert desk.reviews[path].current.bodies[0].figures[TOTAL].value == 1
    desk.choose_body(path, 0)
    kept = desk.reviews[path].corrections
    assert {key: c.value for key, c in kept.items()} == {OTHER: 5}
    assert desk.reviews[path].current.figures[TOTAL].value == 1


def test_the_choice_survives_a_restart_and_a_new_name(folder: Path, report: Report) -> None:
    first = desk_on(folder)
    first.add(report)
    first.correct(report.path, {OTHER: 5}, "")
    first.choose_body(report.path, 1)
    first.correct(report.path, {TOTAL: 2}, "")
    before = first.reviews[report.path]
    first.session.close()
    again = desk_on(folder)
    after = again.add(replace(report, path="改名.txt"))
    assert after.report.counts == 1
    assert after.current.figures == before.current.figures
    assert after.corrections == before.corrections
    assert after.aside == before.aside
    assert [f.code for f in after.current.findings] == [f.code for f in before.current.findings]
    assert again.session.events()[1].kind == "body"
    again.session.close()
