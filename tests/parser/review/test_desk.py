from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parser.across.docket import Docket
from parser.intake.source import Source
from parser.model import CrossFinding, Finding, Number, Reading, Report, Severity, Span
from parser.pipeline import examine
from parser.review.desk import Desk, open_desk
from parser.review.review import Stage, finding_id
from parser.review.session import ReadOnlySession
from parser.settings.profile import Profile
from tests.support import desks
from tests.support.reviews import check_sums, made_report

RECEIVED = "requests.received.total"
NATURAL = "requests.received.natural"


def twins(docket: Docket) -> Iterator[CrossFinding]:
    paths = tuple(report.path for report in docket.reports)
    if len(paths) > 1:
        yield CrossFinding("X104", Severity.WARNING, "同一单位同一年度有两份", paths)


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    made = opened(folder)
    yield made
    made.session.close()


def opened(folder: Path) -> Desk:
    return desks.opened(folder, twins)


def wrong(path: str = "河湾镇2023.txt", digest: str = "d1", off: int = 3) -> Report:
    right = made_report(path, digest)
    value = right.figures[RECEIVED].value
    assert isinstance(value, int)
    report = made_report(path, digest, values={RECEIVED: value + off})
    return check_sums(report, Profile())


def value(desk: Desk, key: str = RECEIVED, path: str = "河湾镇2023.txt") -> Number | None:
    return desk.reviews[path].current.figures[key].value


def test_a_correction_settles_what_was_wrong_and_leaves_the_parsed_value(desk: Desk) -> None:
    report = wrong()
    desk.add(report)
    assert {f.code for f in report.findings} == {"A101", "A103"}
    parsed = report.figures[RECEIVED].value
    assert isinstance(parsed, int)

    changed = desk.correct(report.path, {RECEIVED: parsed - 3}, "与分项之和核对", "李审")

    review = desk.reviews[report.path]
    assert changed == (report.path,)
    assert review.current.findings == ()
    assert review.report is report
    figure = review.current.figures[RECEIVED]
    assert (figure.value, figure.raw) == (parsed - 3, str(parsed))
    assert figure.span == report.figures[RECEIVED].span
    correction = review.corrections[RECEIVED]
    assert (correction.before, correction.value) == (parsed, parsed - 3)
    assert (correction.reason, correction.author) == ("与分项之和核对", "李审")
    assert review.stage is Stage.UNDERWAY


def test_restore_brings_back_what_was_parsed(desk: Desk) -> None:
    report = wrong()
    desk.add(report)
    desk.correct(report.path, {RECEIVED: 0}, "")
    assert desk.restore(report.path, RECEIVED) == (report.path,)
    assert desk.reviews[report.path].corrections == {}
    assert desk.reviews[report.path].current is report
    assert desk.restore(report.path, RECEIVED) == ()


def test_setting_the_parsed_value_again_restores_it(desk: Desk) -> None:
    report = wrong()
    desk.add(report)
    desk.correct(report.path, {RECEIVED: 0}, "")
    desk.correct(report.path, {RECEIVED: report.figures[RECEIVED].value}, "")
    assert desk.reviews[report.path].corrections == {}
    assert [event.kind for event in desk.session.events()] == ["correct", "restore"]


def test_an_edit_that_changes_nothing_writes_nothing(desk: Desk) -> None:
    report = wrong()
    desk.add(report)
    parsed = report.figures[RECEIVED].value
    assert desk.correct(report.path, {RECEIVED: parsed}, "") == ()
    assert desk.session.events() == ()


def test_a_value_read_from_words_can_be_settled(desk: Desk) -> None:
    report = made_report()
    figures = dict(report.figures)
    figures[RECEIVED] = replace(figures[RECEIVED], reading=Reading.WORDS, raw="3件")
    report = replace(report, bodies=(replace(report.bodies[0], figures=figures),))
    desk.add(report)
    desk.correct(report.path, {RECEIVED: figures[RECEIVED].value}, "去掉单位")
    assert desk.reviews[report.path].current.figures[RECEIVED].reading is Reading.NUMBER


def test_everything_is_there_after_a_restart(folder: Path) -> None:
    desk = opened(folder)
    report = wrong()
    desk.add(report)
    desk.correct(report.path, {RECEIVED: 8}, "先改", "李审")
    desk.correct(report.path, {NATURAL: 9}, "再改", "王审")
    first = desk.reviews[report.path].current.findings[0]
    desk.judge(report.path, finding_id(first), "dismissed", "单位已说明", "王审")
    desk.mark_reviewed(report.path)
    before = desk.reviews[report.path]
    desk.session.close()

    desk = opened(folder)
    after = desk.add(wrong())
    assert after.corrections == before.corrections
    assert after.verdicts == before.verdicts
    assert after.current.findings == before.current.findings
    assert after.stage is Stage.REVIEWED
    assert after.notice == ""
    assert [event.who for event in desk.session.events()][:3] == ["李审", "王审", "王审"]
    desk.session.close()


def test_a_renamed_file_keeps_its_history(folder: Path) -> None:
    desk = opened(folder)
    desk.add(wrong())
    desk.correct("河湾镇2023.txt", {RECEIVED: 8}, "")
    desk.session.close()
    desk = opened(folder)
    review = desk.add(wrong(path="新名字.txt"))
    assert review.corrections[RECEIVED].value == 8
    assert "河湾镇2023.txt" in review.notice
    desk.session.close()


def test_what_was_changed_on_disk_is_to_be_looked_at_again(folder: Path) -> None:
    desk = opened(folder)
    desk.add(wrong())
    desk.correct("河湾镇2023.txt", {RECEIVED: 8}, "")
    desk.session.close()
    desk = opened(folder)
    review = desk.add(wrong(digest="d2", off=4))
    assert review.corrections == {}
    assert "1 条改了，请再看" in review.notice
    # Put back, the old content finds what was done to it.
    assert desk.add(wrong()).corrections[RECEIVED].value == 8
    desk.session.close()


def test_the_same_content_under_two_paths_is_one_review(desk: Desk) -> None:
    desk.add(wrong("东/年报.txt"))
    desk.add(wrong("西/年报.txt"))
    changed = desk.correct("东/年报.txt", {RECEIVED: 8}, "")
    assert set(changed) == {"东/年报.txt", "西/年报.txt"}
    assert value(desk, RECEIVED, "西/年报.txt") == 8


def test_a_repair_of_two_cells_is_one_transaction_and_two_events(desk: Desk) -> None:
    report = wrong()
    desk.add(report)
    desk.correct(report.path, {RECEIVED: 8, NATURAL: 8}, "采纳建议")
    assert [event.target for event in desk.session.events()] == [RECEIVED, NATURAL]
    assert value(desk) == value(desk, NATURAL) == 8


def test_a_missing_row_can_be_supplied(desk: Desk) -> None:
    report = made_report(without=("requests.total",))
    desk.add(report)
    desk.correct(report.path, {"requests.total.natural": 0}, "补缺行")
    figure = desk.reviews[report.path].current.figures["requests.total.natural"]
    table = report.bodies[0].table("requests")
    assert table is not None
    assert figure.value == 0
    assert figure.raw == ""
    assert figure.span.start == figure.span.end == table.span.end


def test_a_missing_cell_of_a_row_is_supplied_at_the_end_of_the_row(desk: Desk) -> None:
    report = made_report()
    figures = {key: figure for key, figure in report.figures.items() if key != RECEIVED}
    report = replace(report, bodies=(replace(report.bodies[0], figures=figures),))
    desk.add(report)
    desk.correct(report.path, {RECEIVED: 2}, "")
    span = desk.reviews[report.path].current.figures[RECEIVED].span
    line = report.text[: span.start].rpartition("\n")[2]
    assert line.startswith("一、本年新收")
    assert report.text[span.start] == "\n"


def test_a_key_of_another_form_is_refused(desk: Desk) -> None:
    report = wrong()
    desk.add(report)
    with pytest.raises(KeyError):
        desk.correct(report.path, {"disclosure.procurement.amount": 1}, "")
    assert desk.session.events() == ()


def test_amounts_stay_decimals_and_whole_ones_become_whole(desk: Desk) -> None:
    report = wrong()
    desk.add(report)
    desk.correct(report.path, {"disclosure.fees.amount": Decimal("7730.28")}, "")
    assert value(desk, "disclosure.fees.amount") == Decimal("7730.28")
    desk.correct(report.path, {"disclosure.fees.amount": Decimal("7730.00")}, "")
    assert repr(value(desk, "disclosure.fees.amount")) == "7730"


def test_a_verdict_outlives_corrections_elsewhere(desk: Desk) -> None:
    report = wrong()
    desk.add(report)
    row = next(f for f in report.findings if f.code == "A101")
    desk.judge(report.path, finding_id(row), "dismissed", "单位已说明")
    assert desk.reviews[report.path].count(Severity.ERROR) == 1
    desk.correct(report.path, {"disclosure.fees.amount": 5}, "")
    review = desk.reviews[report.path]
    again = next(f for f in review.current.findings if f.code == "A101")
    verdict = review.verdict(again)
    assert verdict is not None
    assert (verdict.decision, verdict.note) == ("dismissed", "单位已说明")
    assert review.count(Severity.ERROR) == 1
    desk.judge(report.path, finding_id(row), None)
    assert desk.reviews[report.path].count(Severity.ERROR) == 2


def test_a_verdict_on_all_blanks_holds_for_those_left(desk: Desk) -> None:
    keys = ("review.upheld", "review.corrected", "review.other")
    report = check_sums(made_report(values=dict.fromkeys(keys)), Profile())
    desk.add(report)
    desk.judge(report.path, finding_id(report.findings[0]), "confirmed", "")
    desk.correct(report.path, {keys[0]: 0}, "")
    review = desk.reviews[report.path]
    (left,) = review.current.findings
    assert left.figures == keys[1:]
    assert finding_id(left) != finding_id(report.findings[0])
    assert review.verdict(left) is not None


def test_finding_ids_tell_places_apart_and_ignore_the_sentence() -> None:
    one = Finding("A101", Severity.ERROR, "5 ≠ 4", ("a", "b"))
    assert finding_id(one) == finding_id(replace(one, message="5 ≠ 9", actual=9))
    assert finding_id(one) != finding_id(replace(one, figures=("a", "c")))
    assert finding_id(one) == finding_id(replace(one, spans=(Span(3, 5),)))
    said = replace(one, code="T101", spans=(Span(3, 5),))
    assert finding_id(said) != finding_id(replace(said, spans=(Span(30, 35),)))
    silent = Finding("Y101", Severity.ERROR, "标题 2021，正文 2022")
    assert finding_id(silent) != finding_id(replace(silent, message="落款 2020"))


def test_findings_between_reports_can_be_judged_and_are_remembered(folder: Path) -> None:
    desk = opened(folder)
    desk.add(wrong("a.txt", "d1"))
    desk.add(wrong("b.txt", "d2"))
    desk.take(desk.looking_across()())
    (finding,) = desk.across
    desk.judge_across(finding, "dismissed", "一份是更正稿")
    desk.session.close()
    desk = opened(folder)
    verdict = desk.verdict_across(finding)
    assert verdict is not None
    assert (verdict.decision, verdict.note) == ("dismissed", "一份是更正稿")
    desk.session.close()


def test_another_profile_checks_everything_again(desk: Desk) -> None:
    report = wrong()
    desk.add(report)
    desk.use_profile(Profile(off=frozenset({"A101"})))
    assert {f.code for f in desk.reviews[report.path].current.findings} == {"A103"}


def test_a_second_desk_changes_nothing(folder: Path, desk: Desk) -> None:
    report = wrong()
    second = opened(folder)
    second.add(report)
    with pytest.raises(ReadOnlySession):
        second.correct(report.path, {RECEIVED: 8}, "")
    assert second.reviews[report.path].corrections == {}
    second.session.close()


def test_an_unreadable_file_is_a_review_too(desk: Desk) -> None:
    review = desk.add(Report("坏.pdf", "", "unreadable", "文件已加密，打不开。"))
    assert review.stage is Stage.UNREADABLE
    desk.mark_reviewed("坏.pdf")
    assert [event.digest for event in desk.session.events()] == ["path:坏.pdf"]


def test_a_snapshot_needs_no_log_and_does_not_move(folder: Path) -> None:
    desk = opened(folder)
    report = wrong()
    desk.add(report)
    desk.correct(report.path, {RECEIVED: 8}, "")
    still = desk.snapshot()
    desk.correct(report.path, {RECEIVED: 9}, "")
    desk.session.close()
    assert still.reviews[report.path].corrections[RECEIVED].value == 8
    assert [event.new for event in still.events] == ["8"]


KEYS = (RECEIVED, NATURAL, "review.total", "disclosure.fees.amount")
VALUES = st.one_of(
    st.none(), st.integers(-5, 2000), st.decimals(0, 9999, places=2, allow_nan=False)
)
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("correct"), st.sampled_from(KEYS), VALUES),
        st.tuples(st.just("restore"), st.sampled_from(KEYS), st.none()),
        st.tuples(st.just("judge"), st.sampled_from(("confirmed", "dismissed")), st.none()),
        st.tuples(st.just("mark"), st.just(""), st.booleans()),
    ),
    max_size=8,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts=ACTS)
def test_what_was_done_is_what_is_found_again(acts: list[tuple[str, Any, Any]]) -> None:
    """Whatever is done in whatever order: the log alone gives back the same review."""
    with tempfile.TemporaryDirectory() as place:
        desk, report = opened(Path(place)), wrong()
        path = report.path
        desk.add(report)
        for act, target, value in acts:
            if act == "correct":
                desk.correct(path, {target: value}, "改")
            elif act == "restore":
                desk.restore(path, target)
            elif act == "mark":
                desk.mark_reviewed(path, value)
            else:
                desk.judge(path, finding_id(report.findings[0]), target)
        live = desk.reviews[path]
        desk.session.close()
        again = opened(Path(place))
        found = again.add(wrong())
        again.session.close()
    assert found.corrections == live.corrections
    assert found.verdicts == live.verdicts
    assert found.reviewed == live.reviewed
    assert found.current.findings == live.current.findings
    assert {k: f.value for k, f in found.current.figures.items()} == {
        k: f.value for k, f in live.current.figures.items()
    }


def test_a_suggestion_of_the_program_settles_what_it_says(folder: Path) -> None:
    """The whole engine, on a sample: examined, suggested, corrected, checked again."""
    name = "澜溪市望江区人民政府2023年.docx"
    samples = Path(__file__).resolve().parents[3] / "resources" / "samples"
    desk = open_desk([folder], Profile())
    review = desk.add(examine(Source(name, samples / name), Profile()))
    before = {finding.code for finding in review.current.findings}
    best = review.suggestions[0]
    settled = {review.current.findings[at].code for at in best.settles}
    desk.correct(name, {change.figure: change.value for change in best.changes}, "采纳建议")
    after = {finding.code for finding in desk.reviews[name].current.findings}
    assert settled == {"A101", "A102"}
    assert after == before - settled
    desk.session.close()
