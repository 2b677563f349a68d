"""A new version of a file: what was said of it holds where what it was said of is unchanged."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parser.across.docket import Docket
from parser.model import CrossFinding, Finding, Number, Report, Severity, Span
from parser.review.desk import Desk
from parser.review.review import Review, Stage, finding_id
from parser.settings.profile import Profile
from tests.support import desks
from tests.support.desks import opened
from tests.support.reviews import check_sums, made_report

NAME = "河湾镇2023.txt"
RECEIVED = "requests.received.total"
NATURAL = "requests.received.natural"
UPHELD = "review.upheld"


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    made = opened(folder)
    yield made
    made.session.close()


def parsed(key: str, report: Report) -> int:
    value = report.figures[key].value
    assert isinstance(value, int)
    return value


def version(
    digest: str,
    off: int = 3,
    path: str = NAME,
    values: Mapping[str, Number | None] | None = None,
    **named: Any,
) -> Report:
    """Return a report whose total of what was received is `off` too many: two sums fail."""
    right = made_report(path, "")
    changed = {RECEIVED: parsed(RECEIVED, right) + off, **(values or {})}
    return check_sums(made_report(path, digest, values=changed, **named), Profile())


def shifted(report: Report, by: int) -> Report:
    """Return the report with its text moved: nothing in it says anything else."""
    assert report.document is not None

    def moved(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    text = "　" * by + report.text
    document = replace(report.document, text=text, simplified=text)
    body = report.bodies[0]
    figures = {k: replace(f, span=moved(f.span)) for k, f in body.figures.items()}
    tables = tuple(replace(table, span=moved(table.span)) for table in body.tables)
    body = replace(body, span=moved(body.span), figures=figures, tables=tables)
    findings = tuple(replace(f, spans=tuple(map(moved, f.spans))) for f in report.findings)
    return replace(report, document=document, bodies=(body,), findings=findings)


def said(report: Report, sentence: str, code: str = "P101") -> Report:
    """Return the report with a sentence that a check points at, as its only finding."""
    assert report.document is not None
    text = report.text + "概述。" + sentence + "此外无事。\n"
    at = text.index(sentence)
    finding = Finding(code, Severity.ERROR, f"“{sentence}”", spans=(Span(at, at + 3),))
    document = replace(report.document, text=text, simplified=text)
    return replace(report, document=document, findings=(finding,))


def id_of(report: Report, code: str = "A101") -> str:
    return finding_id(next(f for f in report.findings if f.code == code))


def fates(review: Review) -> list[tuple[str, str, str]]:
    return [(item.kind, item.fate, item.target) for item in review.carried]


def test_what_has_not_changed_holds_although_its_place_moved(folder: Path) -> None:
    desk = opened(folder)
    first = said(version("d1"), "张三的身份证号在此。")
    desk.add(first)
    desk.judge(NAME, id_of(first, "P101"), "dismissed", "已脱敏")
    desk.correct(NAME, {UPHELD: 7}, "见复议决定")
    desk.session.close()
    desk = opened(folder)
    second = said(shifted(version("d2"), 40), "张三的身份证号在此。")
    assert id_of(second, "P101") != id_of(first, "P101"), "the place counts in an id"
    review = desk.add(second)
    verdict = review.verdicts[id_of(second, "P101")]
    assert (verdict.decision, verdict.note) == ("dismissed", "已脱敏")
    assert review.corrections[UPHELD].value == 7
    assert {fate for _, fate, _ in fates(review)} == {"kept"}
    assert "2 条没有变" in review.notice
    assert [event.digest for event in desk.session.events()] == ["d1", "d1"], "nothing is written"
    desk.session.close()


def test_a_sentence_that_changed_is_shown_with_both_versions(desk: Desk) -> None:
    first = said(version("d1"), "张三的身份证号在此。")
    desk.add(first)
    desk.judge(NAME, id_of(first, "P101"), "dismissed", "已脱敏")
    second = said(version("d2"), "张三丰的身份证号在此。")
    review = desk.add(second)
    assert review.verdicts == {}
    (item,) = review.again
    assert (item.said, item.note, item.target) == ("dismissed", "已脱敏", id_of(second, "P101"))
    assert "张三的" in item.before
    assert "张三丰" in item.now
    assert review.stage is Stage.UNDERWAY


def test_a_sentence_that_is_gone_is_told_and_asks_for_nothing(desk: Desk) -> None:
    first = said(version("d1"), "张三的身份证号在此。")
    desk.add(first)
    desk.judge(NAME, id_of(first, "P101"), "confirmed")
    second = said(version("d2"), "全年开展业务培训十二场次，覆盖各村社区。")
    review = desk.add(second)
    assert fates(review) == [("judge", "gone", "")]
    assert review.again == ()


def test_a_sum_whose_operand_changed_is_to_be_looked_at_again(desk: Desk) -> None:
    first = version("d1", 3)
    desk.add(first)
    desk.judge(NAME, id_of(first), "confirmed", "已电话核实")
    review = desk.add(version("d2", 4))
    assert review.verdicts == {}
    (item,) = review.again
    assert item.target == id_of(first)
    assert item.before == first.findings[0].message != item.now


@pytest.mark.parametrize("again", [3, 4])
def test_a_correction_holds_where_the_parsed_value_is_the_same(desk: Desk, again: int) -> None:
    first = version("d1", 3)
    desk.add(first)
    right = parsed(RECEIVED, first) - 3
    desk.correct(NAME, {RECEIVED: right}, "底册")
    review = desk.add(version("d2", again))
    if again == 3:
        assert review.corrections[RECEIVED].value == right
        assert review.current.findings == ()
        return
    assert review.corrections == {}
    (item,) = review.again
    assert (item.kind, item.target, item.said) == ("correct", RECEIVED, str(right))
    assert (item.before, item.now) == (str(right + 3), str(right + 4))


def test_what_the_unit_has_put_right_itself_is_settled(desk: Desk) -> None:
    first = version("d1", 3)
    desk.add(first)
    desk.correct(NAME, {RECEIVED: parsed(RECEIVED, first) - 3}, "底册")
    review = desk.add(version("d2", 0))
    assert review.corrections == {}
    assert fates(review) == [("correct", "settled", RECEIVED)]
    assert review.again == ()
    assert "1 处单位已改" in review.notice


def test_the_mark_holds_only_where_nothing_at_all_changed(desk: Desk) -> None:
    desk.add(version("d1"))
    desk.mark_reviewed(NAME)
    assert desk.add(version("d2")).stage is Stage.REVIEWED
    review = desk.add(version("d3", values={UPHELD: 9}))
    assert not review.reviewed
    assert [item.kind for item in review.again] == ["mark"]
    desk.mark_reviewed(NAME)
    assert desk.reviews[NAME].reviewed
    assert desk.reviews[NAME].again == ()


def test_looking_again_is_accepted_dropped_and_taken_back(folder: Path) -> None:
    desk = opened(folder)
    first = version("d1", 3)
    desk.add(first)
    sum_id = id_of(first)
    desk.judge(NAME, sum_id, "confirmed", "核实")
    desk.add(version("d2", 4))
    desk.judge(NAME, sum_id, "confirmed", "核实")
    assert desk.reviews[NAME].again == ()
    assert sum_id in desk.reviews[NAME].verdicts
    desk.judge(NAME, sum_id, None)
    (item,) = desk.reviews[NAME].again
    desk.decide(NAME, item.number, "dropped")
    assert desk.reviews[NAME].again == ()
    assert desk.reviews[NAME].verdicts == {}
    desk.session.close()
    desk = opened(folder)
    assert desk.add(version("d2", 4)).again == (), "a restart does not ask again"
    assert desk.add(version("d3", 4)).again == (), "nor does the next version"
    desk.decide(NAME, item.number, None)
    assert [found.number for found in desk.reviews[NAME].again] == [item.number]
    desk.session.close()


def test_a_correction_accepted_again_is_one_step_there_and_back(desk: Desk) -> None:
    first = version("d1", 3)
    desk.add(first)
    right = parsed(RECEIVED, first) - 3
    desk.correct(NAME, {RECEIVED: right}, "底册")
    desk.add(version("d2", 4))
    desk.correct(NAME, {RECEIVED: right}, "底册")
    assert desk.reviews[NAME].again == ()
    assert desk.reviews[NAME].corrections[RECEIVED].value == right
    desk.restore(NAME, RECEIVED)
    assert [item.target for item in desk.reviews[NAME].again] == [RECEIVED]
    assert desk.reviews[NAME].corrections == {}


def test_what_was_taken_back_in_a_later_version_stays_taken_back(desk: Desk) -> None:
    first = version("d1")
    desk.add(first)
    desk.correct(NAME, {UPHELD: 7}, "")
    desk.judge(NAME, id_of(first), "confirmed")
    desk.add(version("d2"))
    desk.restore(NAME, UPHELD)
    desk.judge(NAME, id_of(first), None)
    review = desk.add(version("d3"))
    assert review.corrections == {}
    assert review.verdicts == {}
    assert review.again == ()


def test_another_name_takes_over_only_where_the_first_file_is_gone(folder: Path) -> None:
    desk = opened(folder)
    desk.add(version("d1"))
    desk.correct(NAME, {UPHELD: 7}, "")
    second = version("d2", path="河湾镇2023（更正稿）.txt")
    assert desk.add(second).corrections == {}
    assert desk.settle() == (), "the first is still there"
    assert desk.reviews[second.path].corrections == {}
    desk.remove(NAME)
    assert desk.settle() == (second.path,)
    assert desk.reviews[second.path].corrections[UPHELD].value == 7
    assert NAME in desk.reviews[second.path].notice
    desk.add(version("d1"))
    assert desk.settle() == (second.path,)
    assert desk.reviews[second.path].corrections == {}
    desk.session.close()


@pytest.mark.parametrize("order", [0, 1])
def test_the_order_in_which_files_come_makes_no_difference(folder: Path, order: int) -> None:
    desk = opened(folder)
    desk.add(version("d1"))
    desk.correct(NAME, {UPHELD: 7}, "")
    desk.session.close()
    desk = opened(folder)
    both = [version("d1"), version("d2", path="乙.txt")]
    for report in both if order else both[::-1]:
        desk.add(report)
    desk.settle()
    assert desk.reviews["乙.txt"].corrections == {}
    assert desk.reviews[NAME].corrections[UPHELD].value == 7
    desk.session.close()


def test_two_files_that_lay_side_by_side_are_no_versions_of_each_other(desk: Desk) -> None:
    desk.add(version("d2", path="乙.txt"))
    desk.add(version("d1"))
    desk.correct(NAME, {UPHELD: 7}, "")
    desk.remove(NAME)
    desk.settle()
    assert UPHELD not in desk.reviews["乙.txt"].corrections


@pytest.mark.parametrize(
    "other", [{"unit": "青禾县石桥镇人民政府"}, {"year": 2022}, {"unit": "白石县河湾镇人民政府"}]
)
@pytest.mark.parametrize("path", [NAME, "别的.txt"])
def test_nothing_goes_to_another_unit_or_year(desk: Desk, other: dict[str, Any], path: str) -> None:
    first = version("d1")
    desk.add(first)
    desk.correct(NAME, {UPHELD: 7}, "")
    desk.judge(NAME, id_of(first), "confirmed")
    desk.mark_reviewed(NAME)
    desk.remove(NAME)
    review = desk.add(version("d2", path=path, **other))
    desk.settle()
    review = desk.reviews[path]
    assert review.corrections == {}
    assert review.verdicts == {}
    assert review.carried == ()
    assert not review.reviewed
    assert ("3 条记录没有套用" in review.notice) is (path == NAME)


def grown(docket: Docket) -> Iterator[CrossFinding]:
    second, first = sorted(docket.reports, key=lambda report: report.identity.year or 0)[:2]
    values = [parsed(UPHELD, report) for report in (first, second)]
    yield CrossFinding(
        "X101", Severity.ERROR, f"{values[0]} ≠ {values[1]}", (first.path, second.path), (UPHELD,),
        values[0], values[1],
    )  # fmt: skip


def test_a_verdict_between_reports_follows_both_of_them(folder: Path) -> None:
    desk = desks.opened(folder, grown)
    desk.add(version("d1"))
    desk.add(version("e1", path="河湾镇2022.txt", year=2022, values={UPHELD: 5}))
    desk.take(desk.looking_across()())
    desk.judge_across(desk.across[0], "dismissed", "口径不同")
    desk.remove(NAME)
    desk.add(version("d2", path="新.txt"))
    desk.take(desk.looking_across()())
    verdict = desk.verdict_across(desk.across[0])
    # The order of paths is another one: unit, year and figures say that it is the same finding.
    assert verdict is not None
    assert verdict.note == "口径不同"
    desk.add(version("d3", path="新.txt", values={UPHELD: 6}))
    desk.take(desk.looking_across()())
    assert desk.verdict_across(desk.across[0]) is None
    again = desk.again_across(desk.across[0])
    assert again is not None
    assert (again.said, again.now) == ("dismissed", desk.across[0].message)
    desk.judge_across(desk.across[0], "confirmed", "")
    assert desk.again_across(desk.across[0]) is None
    desk.session.close()


KEYS = (RECEIVED, NATURAL, UPHELD, "review.corrected", "litigation.direct.upheld")
FIGURES = st.dictionaries(st.sampled_from(KEYS), st.one_of(st.none(), st.integers(0, 3)))
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("correct"), st.sampled_from(KEYS), st.integers(0, 9)),
        st.tuples(st.just("judge"), st.integers(0, 5), st.sampled_from(("confirmed", "dismissed"))),
        st.tuples(st.just("restore"), st.sampled_from(KEYS), st.none()),
    ),
    max_size=6,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(versions=st.lists(st.tuples(FIGURES, ACTS), min_size=2, max_size=3), by=st.integers(0, 9))
def test_nothing_ever_lands_on_what_it_was_not_said_of(
    versions: list[tuple[dict[str, Number | None], list[tuple[str, Any, Any]]]], by: int
) -> None:
    """Whatever is done to whatever versions: what holds was said of these very figures."""
    with tempfile.TemporaryDirectory() as place:
        desk = opened(Path(place))
        judged: set[tuple[str, str, str]] = set()
        corrected: set[tuple[str, Number | None, Number | None]] = set()
        for at, (values, done) in enumerate(versions):
            report = shifted(version(f"d{at}", 0, values=values), by * at)
            review = desk.add(report)
            # What the auditor corrected himself leaves his verdict on the finding as parsed.
            versions_of = {
                (finding_id(finding), finding.code, values_of(one, finding))
                for one in (review.current, report)
                for finding in one.findings
            }
            for finding in review.current.findings:
                verdict = review.verdict(finding)
                if verdict is not None:
                    assert any(
                        (code, values, verdict.decision) in judged
                        for known, code, values in versions_of
                        if known == finding_id(finding)
                    )
            for key, correction in review.corrections.items():
                assert (key, report.figures[key].value, correction.value) in corrected
            assert not {i.target for i in review.again} & set(review.corrections)
            for act, target, value in done:
                review = desk.reviews[NAME]
                if act == "correct" and target in report.figures:
                    desk.correct(NAME, {target: value}, "")
                    corrected.add((target, report.figures[target].value, value))
                elif act == "restore":
                    desk.restore(NAME, target)
                elif act == "judge" and target < len(review.current.findings):
                    finding = review.current.findings[target]
                    desk.judge(NAME, finding_id(finding), value)
                    judged.add((finding.code, values_of(review.current, finding), value))
            live = desk.reviews[NAME]
            again = desk.add(report)
            assert again == live, "the log alone gives the same review"
        desk.session.close()


def values_of(report: Report, finding: Finding) -> str:
    return repr([(key, report.figures[key].value) for key in sorted(finding.figures)])
