"""X101 to X301: reports held against one another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.across.likeness import alike, likeness, repeated, wording
from parser.across.series import series
from parser.model import Number, Report, Severity
from parser.settings.profile import Profile, Thresholds
from tests.support.checked import across, report_of
from tests.support.official import Sample, right_report

WAYS = [
    "把公开做在办事的每个环节，群众少跑一趟路。",
    "逐村核对公开栏，缺一张补一张，旧的当天撤下。",
    "申请件专人登记，三天内给申请人回一个电话。",
    "答复稿先请司法所看，再请分管领导签，最后存档。",
    "年初清理目录，把五年前的通知移到历史栏。",
    "公众号每周推送补贴政策，附上图解和办理电话。",
    "查阅点搬到便民大厅入口，放上老花镜和打印机。",
    "请人大代表和村民代表打分，结果写进年终考核。",
    "新来的同志跟班学一个月，考过再上岗。",
    "把道路施工、饮水改造的进度按旬张贴。",
    "农机补贴名单公示后收到两条意见，核实后改正。",
    "与邻近乡镇互查栏目，互相指出二十处毛病。",
]


def section_one(seed: int) -> str:
    """Return a section one of its own for every seed, with all five aspects."""
    own = [WAYS[(seed * 5 + i * 7) % len(WAYS)] for i in range(6)]
    words = [
        w.replace("，", f"，第{chr(0x4E00 + seed * 37 + i * 11)}组", 1) for i, w in enumerate(own)
    ]
    return (
        f"本机关{words[0]}\n（一）主动公开。{words[1]}\n（二）依申请公开。{words[2]}\n"
        f"（三）政府信息管理。{words[3]}\n（四）平台建设。{words[4]}\n（五）监督保障。{words[5]}"
    )


def report(
    unit: str = "南屏县白石镇人民政府",
    year: int = 2023,
    figures: dict[str, Number] | None = None,
    one: str | None = None,
    five: str | None = None,
    path: str = "",
    title: str | None = None,
    form: str = "2021",
) -> Report:
    sections = {n: text for n, text in ((1, one), (5, five)) if text is not None}
    text = right_report(
        form,
        figures=figures,
        title=title if title is not None else f"{unit}{year}年政府信息公开工作年度报告",
        preface=f"统计期限自{year}年1月1日起至{year}年12月31日止。",
        sections=sections,
        append=f"{unit}\n{year + 1}年1月12日",
    )
    return report_of(
        text.replace("2023年，本机关", f"{year}年，本机关"), path or f"{unit}{year}.txt"
    )


FOLLOWING: dict[str, Number] = {
    "requests.carried_in.business": 1,
    "requests.carried_in.total": 2,
    "requests.carried_out.business": 2,
    "requests.carried_out.total": 3,
    "disclosure.normative.valid": 15,
}
FIVE = "存在的主要问题：新手对答复文书不熟悉。\n改进情况：编印答复要点，半年考一次。"


def test_two_years_that_follow() -> None:
    later = report(year=2024, figures=FOLLOWING, one=section_one(2), five=FIVE)
    assert across(report(), later) == {}


def test_x101_names_every_column_that_does_not_follow() -> None:
    figures = {**FOLLOWING, "requests.carried_in.natural": 5, "requests.carried_in.total": 6}
    later = report(year=2024, figures=figures, one=section_one(2), five=FIVE)
    first = report()
    (found,) = across(later, first)["X101"]
    assert found.figures == ("requests.carried_in.natural", "requests.carried_in.total")
    assert found.paths == (first.path, later.path)
    assert "上年结转 5，上一年度结转下年 1" in found.message
    assert {path for path, _ in found.passages} == set(found.paths)
    assert {span.of(first.text) for path, span in found.passages if path == first.path} == {
        "1",
        "2",
    }


def test_x101_needs_neighbouring_years_and_both_numbers() -> None:
    blank: dict[str, Number] = {}
    later = report(
        year=2025, figures={**FOLLOWING, "requests.carried_in.total": 9}, one=section_one(2)
    )
    assert "X101" not in across(report(), later)
    assert "X101" not in across(report("南屏县青河镇"), report(year=2024, figures=blank))


def test_x102_only_where_the_sum_breaks() -> None:
    figures = {**FOLLOWING, "disclosure.normative.valid": 19}
    (found,) = across(report(), report(year=2024, figures=figures, one=section_one(2), five=FIVE))[
        "X102"
    ]
    assert found.severity is Severity.WARNING
    assert (found.expected, found.actual) == (15, 19)
    assert "14 + 本年制发 2 - 本年废止 1 = 15" in found.message


def test_x102_is_silent_between_the_forms() -> None:
    first = report(year=2020, form="2019")
    assert "X102" not in across(first, report(year=2021))


def test_x103() -> None:
    first = report(year=2019, form="2019")
    (found,) = across(first, report(year=2020, form="2019"))["X103"]
    assert found.figures == ("disclosure.licensing.previous", "disclosure.other_services.previous")
    right: dict[str, Number] = {
        "disclosure.licensing.previous": 39,
        "disclosure.other_services.previous": 13,
    }
    assert "X103" not in across(first, report(year=2020, form="2019", figures=right))


def test_x104_one_report_under_two_names_and_formats() -> None:
    one = report(path="a/白石镇2023.docx")
    other = report("白石镇", path="b/年报终稿.html", title="白石镇政府信息公开工作2023年度报告")
    (found,) = across(one, other)["X104"]
    assert set(found.paths) == {one.path, other.path}
    assert "数据相同" in found.message
    assert "X201" not in across(one, other)


def test_x104_says_where_the_two_differ() -> None:
    other = report(path="b.txt", figures={"disclosure.penalty.decisions": 19})
    (found,) = across(report(), other)["X104"]
    assert found.figures == ("disclosure.penalty.decisions",)


def test_x104_does_not_call_the_same_what_it_cannot_read() -> None:
    title = "南屏县白石镇人民政府2023年政府信息公开工作年度报告"
    text = Sample(title=title, glued=frozenset({"disclosure", "requests", "challenges"})).text
    (found,) = across(report(), report_of(text, "粘连.txt"))["X104"]
    assert "读不出" in found.message


def test_x104_two_counties_each_with_a_town_of_one_name() -> None:
    one = report("南屏县城关镇人民政府", one=section_one(1))
    other = report("北山县城关镇人民政府", one=section_one(2))
    assert "X104" not in across(one, other)
    bare = [
        report("城关镇", path=f"{county}/城关镇2023.txt", one=section_one(n))
        for n, county in enumerate(("南屏县", "北山县"))
    ]
    assert "X104" not in across(*bare)


def test_x105() -> None:
    (found,) = across(report(year=2021, one=section_one(1)), report(year=2023))["X105"]
    assert "缺2022年" in found.message
    assert "X105" not in across(report(), report("南屏县青河镇", year=2021, one=section_one(1)))


@pytest.mark.parametrize(
    ("value", "wrong"), [(326 * 5, False), (326 * 5 + 1, True), (66, False), (65, True), (0, True)]
)
def test_x106_more_than_fivefold_or_less_than_a_fifth(value: int, wrong: bool) -> None:
    later = report(year=2024, figures={**FOLLOWING, "disclosure.licensing.decisions": value})
    found = across(report(), later).get("X106", [])
    assert [f.figures for f in found] == ([("disclosure.licensing.decisions",)] if wrong else [])


def test_x106_small_numbers_may_leap() -> None:
    later = report(year=2024, figures={**FOLLOWING, "disclosure.coercion.decisions": 19})
    assert "X106" not in across(report(), later)
    later = report(year=2024, figures={**FOLLOWING, "disclosure.coercion.decisions": 49})
    assert "X106" not in across(report(), later)
    later = report(year=2024, figures={**FOLLOWING, "disclosure.coercion.decisions": 50})
    assert "X106" in across(report(), later)
    strict = Profile(thresholds=Thresholds(leap_factor=2, leap_from=10))
    later = report(year=2024, figures={**FOLLOWING, "disclosure.coercion.decisions": 19})
    assert "X106" in across(report(), later, profile=strict)


def test_x201_a_copy_with_the_names_changed() -> None:
    one = report()
    copy = report("北山县青河镇人民政府", year=2024)
    (found,) = across(one, copy)["X201"]
    assert found.paths == (one.path, copy.path)
    assert "南屏县白石镇" in found.message
    texts = {
        path: span.of(r.text)
        for path, span in found.passages
        for r in (one, copy)
        if r.path == path
    }
    assert len(texts) == 2
    assert len(found.passages) % 2 == 0


def test_x201_is_silent_where_only_official_phrases_are_shared() -> None:
    official = (
        "2023年，{unit}以习近平新时代中国特色社会主义思想为指导，全面贯彻落实《中华人民共和国政府信息公开条例》，"
        "保障公众知情权、参与权、表达权、监督权，政府信息公开工作有序推进。\n"
    )
    units = [f"南屏县{name}镇人民政府" for name in ("白石", "青河", "红岩", "高桥", "柳林")]
    reports = [
        report(unit, one=official.format(unit=unit) + section_one(n), five=FIVE)
        for n, unit in enumerate(units)
    ]
    assert "X201" not in across(*reports)


def test_x201_short_reports_are_not_compared() -> None:
    bare = "2023年，政府信息公开工作有序推进，没有收到政府信息公开申请。"
    five = "存在的主要问题：力量不足。改进情况：加强培训。"
    assert "X201" not in across(
        report(one=bare, five=five), report("北山县青河镇", one=bare, five=five)
    )


def test_x201_many_copies_give_no_more_findings_than_reports() -> None:
    reports = [
        report(f"南屏县{name}镇人民政府")
        for name in ("甲山", "乙山", "丙山", "丁山", "戊山", "己山")
    ]
    found = across(*reports)["X201"]
    assert 5 <= len(found) <= 6
    assert {path for f in found for path in f.paths} == {r.path for r in reports}


def test_second_copy_of_the_body_makes_no_likeness() -> None:
    text = report(one=section_one(3)).text
    twice = report_of(text + text[text.index("一、总体情况") :], "twice.txt")
    assert wording(twice).length == wording(report_of(text, "once.txt")).length


def test_x202_section_five_but_for_the_year() -> None:
    five = (
        "{0}年，存在的主要问题：部分栏目更新不够及时，解读形式较为单一，队伍变动频繁。\n"
        "改进情况：{1}年实行栏目更新月提醒，增加图表解读和现场讲解，组织跟班学习。"
    )
    first = report(five=five.format(2023, 2024))
    later = report(year=2024, figures=FOLLOWING, one=section_one(2), five=five.format(2024, 2025))
    found = across(first, later)
    assert len(found["X202"]) == 1
    assert [path for path, _ in found["X202"][0].passages] == [first.path, later.path]
    assert "X203" not in found


def test_x203_more_than_half() -> None:
    later = report(year=2024, figures=FOLLOWING, five=FIVE)
    (found,) = across(report(), later)["X203"]
    assert found.passages
    fresh = report(year=2024, figures=FOLLOWING, one=section_one(2), five=FIVE)
    assert "X203" not in across(report(), fresh)


COUNTY = "南屏县人民政府"
TOWNS = ("南屏县白石镇人民政府", "南屏县青河镇人民政府")


def roster(folder: Path, rows: str) -> Profile:
    file = folder / "roster.csv"
    file.write_text("单位,上级\n" + rows, encoding="utf-8")
    return Profile(roster=str(file))


def whole(factor: int, change: dict[str, Number] | None = None) -> Report:
    towns = report()
    figures: dict[str, Number] = {
        key: (figure.value or 0) * factor for key, figure in towns.figures.items()
    }
    return report(COUNTY, figures={**figures, **(change or {})}, one=section_one(9))


def towns() -> list[Report]:
    return [report(name, one=section_one(n)) for n, name in enumerate(TOWNS)]


def test_x301_adds_up(tmp_path: Path) -> None:
    profile = roster(tmp_path, "白石镇,南屏县人民政府\n青河镇,南屏县人民政府\n")
    assert "X301" not in across(whole(2), *towns(), profile=profile)


def test_x301_less_than_its_parts(tmp_path: Path) -> None:
    profile = roster(tmp_path, "白石镇,南屏县人民政府\n青河镇,南屏县人民政府\n")
    key = "disclosure.licensing.decisions"
    (found,) = across(whole(2, {key: 600}), *towns(), profile=profile)["X301"]
    assert (found.figures, found.expected, found.actual) == ((key,), 652, 600)
    assert "326 + 326 = 652" in found.message
    assert found.severity is Severity.WARNING


def test_x301_more_than_its_parts_may_be_its_own(tmp_path: Path) -> None:
    key = "disclosure.licensing.decisions"
    members = "白石镇,南屏县人民政府\n青河镇,南屏县人民政府\n"
    (hint,) = across(whole(2, {key: 700}), *towns(), profile=roster(tmp_path, members))["X301"]
    assert hint.severity is Severity.INFO
    own = report(
        "南屏县人民政府办公室", figures=dict.fromkeys(report().figures, 0), one=section_one(7)
    )
    profile = roster(tmp_path, members + "南屏县人民政府办公室,南屏县人民政府\n")
    (found,) = across(whole(2, {key: 700}), own, *towns(), profile=profile)["X301"]
    assert found.severity is Severity.WARNING
    assert (found.expected, found.actual) == (652, 700)


def test_x301_is_silent_where_somebody_is_missing_or_there_is_no_roster(tmp_path: Path) -> None:
    profile = roster(
        tmp_path, "白石镇,南屏县人民政府\n青河镇,南屏县人民政府\n红岩镇,南屏县人民政府\n"
    )
    assert "X301" not in across(whole(3), *towns(), profile=profile)
    assert "X301" not in across(whole(1), *towns())


def test_series_puts_spellings_of_one_unit_together() -> None:
    reports = [
        report("南屏县白石镇人民政府", year=2021),
        report("白石镇", year=2022),
        report("南屏县白石镇党政办公室", year=2023),
        report("北山县白石镇人民政府", year=2021),
    ]
    units = [{r.path for r in unit.reports} for unit in series(reports)]
    # 白石镇 alone may be either county's: it is left by itself.
    assert {reports[0].path, reports[2].path} in units
    assert sorted(len(unit) for unit in units) == [1, 1, 2]
    assert len(series(reports[:3])) == 1


@given(st.integers(0, 40), st.integers(0, 40))
@settings(max_examples=20, deadline=None)
def test_likeness_is_mutual_and_whole_with_itself(first: int, second: int) -> None:
    one, other = (
        wording(report_of(right_report(sections={1: section_one(n)}), f"{n}.txt"))
        for n in (first, second)
    )
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == 1.0
    assert 0.0 <= repeated(one, other) <= 1.0
    if first == second:
        assert repeated(one, other) == 1.0


def test_hashing_finds_what_comparing_all_pairs_finds() -> None:
    words = [wording(report(one=section_one(n % 7), path=f"p{n}.txt")) for n in range(20)]
    pairs = {
        (a, b) for a in range(20) for b in range(a + 1, 20) if likeness(words[a], words[b]) >= 0.8
    }
    assert {(a, b) for a, b, _ in alike(words, 0.8)} == pairs
    assert pairs
