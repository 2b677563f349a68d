"""Corrected reports against the reviewed ones: what was mended, what was not, what else changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from parser.model import Number, Report
from parser.review.followed import Followed, Outcome
from parser.review.review import Review, Verdict
from parser.review.second_round import (
    Return,
    SecondRound,
    Standing,
    compare_versions,
    second_round,
    told,
)
from parser.rules.registry import check_across
from parser.settings.profile import Profile
from tests.support.checked import report_of
from tests.support.official import Sample, right_figures
from tests.support.rounds import TITLE, WHEN, WRONG, read, reviewed

BLANKS: Mapping[str, Number | None] = {
    "requests.granted.natural": None,
    "review.corrected": None,
    "disclosure.rules.made": None,
}


def of_code(found: Return, code: str) -> Followed:
    (one,) = [followed for followed in found.followed if followed.code == code]
    return one


def test_what_is_gone_is_settled() -> None:
    review = reviewed(read(figures=WRONG), confirm=("A101", "A102", "A103"))
    found = compare_versions(review, read())
    assert {one.outcome for one in found.followed} == {Outcome.SETTLED}
    assert (found.standing, found.summary) == (Standing.DONE, "已整改")
    assert (found.added, found.figures, found.sentences) == ((), (), ())


def test_what_came_back_as_it_was_is_open() -> None:
    review = reviewed(read(figures=WRONG), confirm=("A101", "A102", "A103"))
    found = compare_versions(review, read(figures=WRONG))
    assert {one.outcome for one in found.followed} == {Outcome.OPEN}
    assert found.standing is Standing.OPEN


def test_a_sum_that_fails_with_other_values_is_partly_mended() -> None:
    review = reviewed(read(figures=WRONG), confirm=("A101", "A102", "A103"))
    found = compare_versions(review, read(figures={"requests.total.natural": 13}))
    assert of_code(found, "A102").outcome is Outcome.PARTLY
    assert "13" in of_code(found, "A102").remark
    assert found.standing is Standing.PARTLY


def test_fewer_blanks_are_partly_mended_and_named() -> None:
    before = read(figures=BLANKS)
    review = reviewed(before, confirm=("V101",))
    left = {key: None for key in list(BLANKS)[:1]}
    found = compare_versions(review, read(figures=left))
    ends = [one.outcome for one in found.followed]
    assert Outcome.OPEN in ends or Outcome.PARTLY in ends
    assert found.standing is Standing.PARTLY
    assert not found.added
    assert found.figures == ()


def test_blanks_that_came_are_new_and_the_old_ones_are_not() -> None:
    review = reviewed(read(figures={"review.corrected": None}), confirm=("V101",))
    found = compare_versions(review, read(figures={"review.corrected": None, "review.other": None}))
    assert of_code(found, "V101").outcome is Outcome.OPEN
    (added,) = found.added
    assert added.figures == ("review.other",)
    assert found.summary.endswith("新增 1")


def test_dismissed_and_undecided_findings_are_neither_asked_for_nor_new() -> None:
    report = read(figures=WRONG)
    review = reviewed(report, dismiss=("A102",))
    found = compare_versions(review, read(figures=WRONG))
    assert found.followed == ()
    assert found.added == ()
    assert found.standing is Standing.NOTHING


def test_new_findings_are_new() -> None:
    review = reviewed(read(figures=WRONG), confirm=("A101", "A102", "A103"))
    found = compare_versions(review, read(figures={"review.total": 9}))
    assert [one.finding.code for one in found.added] == ["A201"]
    assert found.standing is Standing.ADDED


def test_a_correction_is_asked_for_and_its_value_compared() -> None:
    key = "requests.total.natural"
    review = reviewed(read(figures=WRONG), correct={key: 12})
    assert compare_versions(review, read()).standing is Standing.DONE
    again = compare_versions(review, read(figures=WRONG))
    assert {one.outcome for one in again.followed} == {Outcome.OPEN}
    # The sum settled in another way is settled, and the other way is told.
    other = read(
        figures={"requests.total.natural": 13, "requests.total.total": 15,
                 "requests.granted.natural": 7, "requests.granted.total": 8,
                 "requests.received.natural": 13, "requests.received.total": 16}
    )  # fmt: skip
    found = compare_versions(review, other)
    assert {one.outcome for one in found.followed} == {Outcome.SETTLED}
    assert any("核查更正为 12，新版填 13" in one.remark for one in found.followed)


def test_a_correction_that_no_finding_named_stands_alone() -> None:
    key = "disclosure.licensing.decisions"
    review = reviewed(read(), correct={key: 327})
    for value, outcome in ((327, Outcome.SETTLED), (326, Outcome.OPEN), (328, Outcome.PARTLY)):
        found = compare_versions(review, read(figures={key: value}))
        (one,) = found.followed
        assert (one.code, one.outcome) == ("", outcome)
        assert "326" in one.message
        assert "327" in one.message
        assert found.figures == ()


def test_figures_changed_without_being_asked_are_listed() -> None:
    review = reviewed(read(figures=WRONG), confirm=("A101", "A102", "A103"))
    found = compare_versions(review, read(figures={"disclosure.penalty.decisions": 81}))
    (change,) = found.figures
    assert (change.before, change.after) == ("18", "81")
    assert "行政处罚" in change.place
    assert change.span is not None
    assert change.new_span is not None


def test_another_way_of_writing_a_number_is_no_change() -> None:
    large = "disclosure.licensing.decisions"
    old = read(figures={large: 12345}, sections={1: "全年办理行政许可12345件。工作有序。"})
    new = read(
        cells={"disclosure.licensing": ("12,345",)},
        sections={1: "全年办理行政许可 12,345 件。\n工作有序。"},
    )
    assert new.figures[large].value == 12345
    found = compare_versions(reviewed(old), new)
    assert (found.figures, found.sentences) == ((), ())


PROSE = "机关网站更新及时。办事指南已公布。公开专栏每季检查。"


def test_sentences_added_removed_and_changed_are_listed() -> None:
    new = PROSE.replace("办事指南已公布。", "").replace("每季", "每月") + "新设了政策问答。"
    found = compare_versions(reviewed(read(sections={1: PROSE})), read(sections={1: new}))
    kinds = {change.kind: change for change in found.sentences}
    assert kinds["removed"].before == "办事指南已公布。"
    assert kinds["changed"].after == "公开专栏每月检查。"
    assert kinds["added"].after == "新设了政策问答。"
    assert all("总体情况" in change.place for change in found.sentences)


def test_a_sentence_that_moved_is_no_change() -> None:
    new = "公开专栏每季检查。机关网站更新及时。办事指南已公布。"
    found = compare_versions(reviewed(read(sections={1: PROSE})), read(sections={1: new}))
    assert found.sentences == ()


def test_a_sentence_that_was_to_be_mended_is_no_unasked_change() -> None:
    said, mended = "全年收到申请25件。", "全年收到申请15件。"
    old = read(sections={1: PROSE + said})
    assert [f.code for f in old.findings if f.code == "T101"]
    review = reviewed(old, confirm=("T101",))
    found = compare_versions(review, read(sections={1: PROSE + mended}))
    assert of_code(found, "T101").outcome is Outcome.SETTLED
    assert found.sentences == ()


def test_a_missing_section_that_came_is_asked_for() -> None:
    whole = read()
    text = whole.text
    cut = text[: text.index("五、")] + text[text.index("六、") :]
    old = report_of(cut, "白石镇.txt")
    review = reviewed(old, confirm=("S101",))
    assert review.verdicts
    found = compare_versions(review, whole)
    assert of_code(found, "S101").outcome is Outcome.SETTLED
    assert found.sentences == ()


def test_what_was_not_read_is_neither_mended_nor_changed() -> None:
    review = reviewed(read(figures=WRONG), confirm=("A101", "A102", "A103"))
    nothing = compare_versions(review, Report("白石镇.pdf", "", "unreadable", "打不开"))
    assert {one.outcome for one in nothing.followed} == {Outcome.UNCLEAR}
    assert nothing.standing is Standing.UNCLEAR
    assert (nothing.figures, nothing.sentences) == ((), ())
    cut = report_of(read().text.split("三、")[0], "白石镇.txt")
    lost = compare_versions(review, replace(cut, form="2021"))
    assert Outcome.SETTLED not in {one.outcome for one in lost.followed}


def test_reports_are_matched_and_absent_ones_told() -> None:
    first = reviewed(read("旧/白石镇.txt", figures=WRONG), confirm=("A102",))
    other = TITLE.replace("白石镇", "青溪乡")
    second = reviewed(read("旧/青溪乡.txt", other, figures=WRONG), confirm=("A102",))
    clean = reviewed(read("旧/河东乡.txt", TITLE.replace("白石镇", "河东乡")))
    reviews = {r.path: r for r in (first, second, clean)}
    found = second_round(reviews, [read("新/年报整改后.txt")], Profile())
    assert found.standing(first.path) is Standing.DONE
    assert found.standing(second.path) is Standing.ABSENT
    assert found.standing(clean.path) is None


def test_a_confirmed_finding_between_reports_is_followed() -> None:
    last = report_of(
        Sample(
            title=TITLE.replace("2023", "2022"),
            year=2022,
            figures={
                "requests.carried_out.natural": 3,
                "requests.carried_out.total": 4,
                "requests.received.natural": 14,
                "requests.received.total": 17,
            },
        ).text,
        "2022.txt",
    )
    this = read("2023.txt")
    from parser.across.docket import Docket

    across = [f for f in check_across(Docket([last, this], Profile())) if f.code == "X101"]
    assert across
    verdict = Verdict("x", "confirmed", "", "李审", WHEN)
    reviews = {r.path: Review(r, r) for r in (last, this)}

    def compared(new: Report) -> SecondRound:
        return second_round(reviews, [new], Profile(), {}, across, lambda _: verdict, check_across)

    assert compared(this).standing("2023.txt") is Standing.OPEN
    fixed = read(
        "2023.txt",
        figures={
            "requests.carried_in.natural": 3,
            "requests.carried_in.total": 4,
            "requests.carried_in.business": 1,
            "requests.received.natural": 10,
            "requests.received.business": 2,
            "requests.received.total": 12,
        },
    )
    assert not [f for f in check_across(Docket([last, fixed], Profile())) if f.code == "X101"]
    assert compared(fixed).standing("2023.txt") is Standing.DONE


def test_a_letter_gets_its_sentences() -> None:
    review = reviewed(read(figures=WRONG), confirm=("A101", "A102", "A103"))
    new = read(figures={"disclosure.penalty.decisions": 81, "review.total": 9})
    words = told(compare_versions(review, new))
    assert words.state == "新增问题 · 新增 1"
    assert len(words.settled) == len(review.verdicts)
    assert words.left == ()
    assert len(words.added) == 1
    assert any("18 → 81" in line for line in words.unasked)


FIGURES = sorted(right_figures("2021"))


@settings(max_examples=12, deadline=None)
@given(st.dictionaries(st.sampled_from(FIGURES), st.integers(0, 40), min_size=1, max_size=3))
def test_every_figure_that_changed_is_asked_for_or_listed(values: dict[str, int]) -> None:
    review = reviewed(read(figures=WRONG), confirm=("A101", "A102", "A103"))
    new = read(figures=dict(values))
    found = compare_versions(review, new)
    asked = {key for one in found.followed for key in one.figures}
    moved = {
        key
        for key, figure in new.figures.items()
        if figure.value != review.report.figures[key].value and key not in asked
    }
    places = {new.figures[key].span for key in moved}
    assert {change.new_span for change in found.figures} == places
    assert all(Decimal(change.after) >= 0 for change in found.figures)
