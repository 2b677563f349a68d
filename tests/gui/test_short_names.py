from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gui.models.short_names import GAP, fitted, runs_of, shortest

OFFICES = [
    f"长岭县人民政府{office}"
    for office in ("办公室", "财政局", "教育局", "民政局", "水利局", "审计局", "统计局", "司法局")
]


def fits(letters: int):
    return lambda text: len(text) <= letters


def test_what_all_names_share_goes_first_and_its_beginning_stays_as_there_is_room() -> None:
    runs = runs_of(OFFICES)
    name = "长岭县人民政府财政局"
    assert fitted(runs[name], fits(10)) == name
    assert fitted(runs[name], fits(7)) == "长岭县…财政局"
    assert fitted(runs[name], fits(4)) == "…财政局"


def test_of_towns_the_office_goes_before_the_county() -> None:
    names = [f"长岭县{town}镇人民政府" for town in ("白杨沟", "石桥", "云溪", "大河")]
    runs = runs_of(names)
    assert fitted(runs[names[0]], fits(9)).startswith("长岭县白杨沟")
    assert "白杨沟" in fitted(runs[names[0]], fits(6))


def test_towns_of_one_name_keep_their_counties() -> None:
    names = [f"{county}县{town}镇人民政府" for county in ("长岭", "青石") for town in "城东西南"]
    runs = runs_of([*names, *(f"{n}镇人民政府" for n in ("甲乙", "丙丁"))])
    short = {shortest(runs[name]) for name in names}
    assert len(short) == len(names)


def test_files_lose_what_every_file_is_called() -> None:
    names = [
        f"{unit}2023年政府信息公开工作年度报告.docx" for unit in ("财政局", "教育局", "民政局")
    ]
    assert fitted(runs_of(names)[names[0]], fits(9)).startswith("财政局")


def test_without_room_for_the_telling_part_that_is_cut_in_its_middle() -> None:
    runs = runs_of(["人力资源和社会保障局"])
    assert fitted(runs["人力资源和社会保障局"], fits(5)) == "人力…障局"
    assert fitted(runs["人力资源和社会保障局"], fits(1)) == GAP


@given(st.lists(st.text("长岭青石县白杨沟镇人民政府局", min_size=1, max_size=14), max_size=30))
def test_no_two_names_look_alike_and_runs_make_up_the_name(names: list[str]) -> None:
    runs = runs_of(names)
    assert set(runs) == set(names)
    for name, parts in runs.items():
        assert "".join(run.text for run in parts) == name
    assert len({shortest(parts) for parts in runs.values()}) == len(runs)


@given(
    st.lists(st.text("长岭县白杨沟镇人民政府局", min_size=1, max_size=12), min_size=1, max_size=12),
    st.integers(1, 14),
)
def test_what_is_shown_fits(names: list[str], room: int) -> None:
    for parts in runs_of(names).values():
        assert len(fitted(parts, fits(room))) <= room
