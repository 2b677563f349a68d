"""Names of one body in many spellings brought to one key, for matching across files.

青石县云岭乡人民政府, 云岭乡 and 云岭乡党政办公室 share the key 云岭乡; whether two reports with one
key are of one body is for `same_unit` to say: two counties may each have a 城关镇.
"""

from __future__ import annotations

import re
from functools import cache

from parser.identity.body_names import place_kind, take_apart

_GOVERNMENT = re.compile(
    r"^(?:(?:人民)?政府(?:街道)?(?:办事处)?|街道办事处|办事处|行政公署|行署|(?:党工委)?管理委员会|(?:党工委)?管委会"
    r"|党工委|党委|党政|便民服务|综合)+(?:综合|党政)?(?:办公室|办公厅)?$|^(?:党政)?(?:综合)?办公室$"
)
_HIGH_OFFICE = re.compile(r"^(?:人民)?政府办公(?:室|厅)$")
# Short forms that reports use beside the full name.
_SHORT = (
    (r"卫生健康委员会|卫生健康委|卫生健康局|卫生和计划生育委员会", "卫健委"),
    (r"发展(?:和|与)?改革(?:委员会|委|局)", "发改委"),
    (r"住房(?:和|与)?城乡建设(?:委员会|委|局)", "住建局"),
    (r"人力资源(?:和|与)?社会保障局", "人社局"),
    (r"自然资源(?:和|与)?规划局", "资规局"),
    (r"农业农村(?:委员会|委|局)", "农业农村局"),
    (r"市场监督管理局|市场监管局", "市监局"),
    (r"文化(?:和|与)?旅游局", "文旅局"),
    (r"教育(?:委员会|委)$", "教委"),
    (r"经济技术开发区", "经开区"),
    (r"高新技术产业开发区|高新技术开发区", "高新区"),
    (r"工业(?:和|与)?信息化局", "工信局"),
)
_UPPER_GOVERNMENTS = (
    "省",
    "市",
    "县",
    "区",
    "旗",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "盟",
    "地区",
)


@cache
def unit_key(name: str) -> str:
    """Return the key of a body's name: nearest place and what is left of the organ.

    `name` is in simplified characters. "" for a name that says nothing.
    """
    short = _shorten(name)
    parts = take_apart(short)
    regiment = next((p for p in reversed(parts.places) if place_kind(p) in ("团", "团场")), "")
    division = next((p for p in parts.places if place_kind(p) == "师"), "")
    nearest = regiment or parts.nearest
    if division and place_kind(parts.nearest) in ("师", "市"):
        nearest = division
    organ = parts.organ
    if _HIGH_OFFICE.match(organ) and place_kind(nearest) in _UPPER_GOVERNMENTS:
        return nearest + "政府办"
    if nearest and _GOVERNMENT.match(organ):
        organ = ""
    return nearest + organ


def same_unit(one: str, other: str) -> bool:
    """Say whether two names can be of one body: one key, and no superiors that differ."""
    if unit_key(one) != unit_key(other):
        return False
    first, second = (_by_kind(name) for name in (one, other))
    return all(first[kind] & second[kind] for kind in first.keys() & second.keys())


def _by_kind(name: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for place in take_apart(_shorten(name)).places:
        found.setdefault(place_kind(place), set()).add(place)
    return found


@cache
def _shorten(name: str) -> str:
    name = re.sub(r"[\s（）()·“”\"]", "", name)
    for pattern, short in _SHORT:
        name = re.sub(pattern, short, name)
    return name
