"""The rank of a body, read from its name and, where the name leaves it open, from the report."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

from parser.identity.body_names import Name, place_kind, take_apart
from parser.model import Level

RANKS = Path(__file__).resolve().parents[2] / "resources" / "places" / "ranks.toml"

_BY_KIND = {
    "省": Level.PROVINCE,
    "自治区": Level.PROVINCE,
    "特别行政区": Level.PROVINCE,
    "兵团": Level.PROVINCE,
    "自治州": Level.PREFECTURE,
    "地区": Level.PREFECTURE,
    "盟": Level.PREFECTURE,
    "师": Level.PREFECTURE,
    "县": Level.COUNTY,
    "自治县": Level.COUNTY,
    "旗": Level.COUNTY,
    "自治旗": Level.COUNTY,
    "区": Level.COUNTY,
    "林区": Level.COUNTY,
    "特区": Level.COUNTY,
    "镇": Level.TOWNSHIP,
    "乡": Level.TOWNSHIP,
    "苏木": Level.TOWNSHIP,
    "团": Level.TOWNSHIP,
    "团场": Level.TOWNSHIP,
    "街道": Level.STREET,
}
# Organs that speak for the place as a whole.
_GOVERNMENT = re.compile(
    r"(?:人民)?政府|(?:党工委)?管理委员会|(?:党工委)?管委会|行政公署|行署|(?:人民政府)?办事处|党委"
)
_OFFICE = re.compile(
    r"(?:(?:人民)?政府|党政|管理委员会|管委会|办事处)?(?:党政)?(?:和)?(?:综合|便民)?(?:服务)?办公室"
)
# A 市 whose report speaks of counties below it is a prefecture; one with townships only is not.
_OF_PREFECTURES = re.compile(
    r"(?:各|全市)(?:县|区县|县区|县（市|区（县|区、县|县、区|市（?县)|县（市、区）"
)
_SELF = re.compile(r"我(街道|苏木|[省市县区旗镇乡团局厅委办院处])(?!国|家)")
_OF_COUNTIES = re.compile(r"各(?:乡镇|镇乡|镇街|乡（镇|镇（街|镇、|乡、|街镇)")


@cache
def _ranks() -> tuple[frozenset[str], frozenset[str]]:
    data = tomllib.loads(RANKS.read_text(encoding="utf-8"))
    return frozenset(data["provinces"]), frozenset(data["prefectures"])


def level_of(unit: str, text: str = "") -> Level:
    """Return the rank of the body named `unit`; `text` is the report's own, simplified."""
    name = take_apart(unit)
    if not unit:
        return Level.UNKNOWN
    if re.fullmatch(r"[^驻]{1,8}办事处", name.organ) and not _GOVERNMENT.fullmatch(name.organ):
        return Level.STREET
    level = place_level(name, text)
    if not name.organ or _GOVERNMENT.fullmatch(name.organ):
        return level
    if level in (Level.TOWNSHIP, Level.STREET) and _OFFICE.fullmatch(name.organ):
        return level
    return Level.DEPARTMENT


def level_of_self(text: str) -> Level:
    """Return the rank that a report without a name claims when it says 我县, 我局, 我街道."""
    kinds = Counter(_SELF.findall(text))
    if not kinds:
        return Level.UNKNOWN
    kind = kinds.most_common(1)[0][0]
    if kind == "市":
        return place_level(Name(("我市",), ""), text)
    return _BY_KIND.get(kind, Level.DEPARTMENT)


def place_level(name: Name, text: str = "") -> Level:
    """Return the rank of the nearest place of a name: for a department, that of its superior."""
    provinces, prefectures = _ranks()
    if place_kind(name.nearest) != "市":
        return _BY_KIND.get(place_kind(name.nearest), Level.UNKNOWN)
    if name.nearest in provinces:
        return Level.PROVINCE
    if any(place_kind(place) == "师" for place in name.places):
        return Level.PREFECTURE
    if any(place_kind(place) in ("市", "自治州", "地区", "盟") for place in name.places[:-1]):
        return Level.COUNTY
    if name.nearest in prefectures:
        return Level.PREFECTURE
    if _OF_PREFECTURES.search(text):
        return Level.PREFECTURE
    if _OF_COUNTIES.search(text):
        return Level.COUNTY
    return Level.UNKNOWN
