"""Names taken apart, ranked and brought to one key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser.identity.body_names import take_apart
from parser.identity.key import same_unit, unit_key
from parser.identity.level import level_of
from parser.model import Level


@pytest.mark.parametrize(
    ("name", "places", "organ"),
    [
        ("南屏县白石镇人民政府", ("南屏县", "白石镇"), "人民政府"),
        ("乌木市新市区人民政府", ("乌木市", "新市区"), "人民政府"),
        ("津市市人民政府", ("津市市",), "人民政府"),
        ("东江市市场监督管理局", ("东江市",), "市场监督管理局"),
        ("东江市城市管理局", ("东江市",), "城市管理局"),
        ("东江市住房和城乡建设局", ("东江市",), "住房和城乡建设局"),
        ("东江市古城镇", ("东江市", "古城镇"), ""),
        ("东江市城区街道办事处", ("东江市", "城区街道"), "办事处"),
        ("第九师青松市一百零二团红柳镇", ("第九师", "青松市", "一百零二团", "红柳镇"), ""),
    ],
)
def test_taken_apart(name: str, places: tuple[str, ...], organ: str) -> None:
    parts = take_apart(name)
    assert (parts.places, parts.organ) == (places, organ)


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("青海省人民政府", Level.PROVINCE),
        ("重庆市人民政府", Level.PROVINCE),
        ("宿迁市人民政府", Level.PREFECTURE),
        ("金沙傣族自治州人民政府", Level.PREFECTURE),
        ("和谷地区行政公署", Level.PREFECTURE),
        ("南屏县人民政府", Level.COUNTY),
        ("宿迁市东川区人民政府", Level.COUNTY),
        ("金沙傣族自治州云水市人民政府", Level.COUNTY),
        ("云水市人民政府", Level.UNKNOWN),
        ("白石镇党政综合办公室", Level.TOWNSHIP),
        ("阿勒腾苏木", Level.TOWNSHIP),
        ("河湾街道办事处", Level.STREET),
        ("河湾街道", Level.STREET),
        ("北关办事处", Level.STREET),
        ("南屏县水利局", Level.DEPARTMENT),
        ("河湾街道社区服务中心", Level.DEPARTMENT),
        ("", Level.UNKNOWN),
    ],
)
def test_level(name: str, level: Level) -> None:
    assert level_of(name) is level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("指导各县（市、区）做好公开", Level.PREFECTURE),
        ("督促各乡镇（街道）按时公开", Level.COUNTY),
        ("按时公开", Level.UNKNOWN),
    ],
)
def test_rank_of_an_unlisted_city_follows_from_what_lies_below_it(text: str, level: Level) -> None:
    assert level_of("云水市人民政府", text) is level


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("南屏县白石镇人民政府", "白石镇"),
        ("南屏县白石镇人民政府", "白石镇党政综合办公室"),
        ("东川区河湾街道办事处", "河湾街道"),
        ("云水市东川区人民政府", "东川区"),
        ("江东经济技术开发区管理委员会", "江东经开区管委会"),
        ("云水市卫生健康委员会", "云水市卫健委"),
        ("第九师青松市一百零二团红柳镇", "一百零二团"),
        ("云水市东川区教育局", "东川区教育局"),
    ],
)
def test_one_body_in_two_spellings(one: str, other: str) -> None:
    assert same_unit(one, other)
    assert same_unit(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("南屏县城关镇人民政府", "北山县城关镇人民政府"),
        ("南屏县水利局", "南屏县教育局"),
        ("南屏县人民政府", "南屏县人民政府办公室"),
        ("南屏县水利局", "北山县水利局"),
        ("白石镇", "白石乡"),
    ],
)
def test_two_bodies(one: str, other: str) -> None:
    assert not same_unit(one, other)


NAMES = st.text(alphabet="东西南北河山石县镇乡市区街道人民政府局办公室", min_size=1, max_size=14)


@given(NAMES)
def test_nothing_of_a_name_is_lost(name: str) -> None:
    parts = take_apart(name)
    assert "".join(parts.places) + parts.organ == name


@given(NAMES, NAMES)
def test_being_one_unit_is_mutual_and_every_name_is_its_own(one: str, other: str) -> None:
    assert same_unit(one, one)
    assert same_unit(one, other) == same_unit(other, one)
    if same_unit(one, other):
        assert unit_key(one) == unit_key(other)
