"""Names of public bodies taken apart: the places that they name and the organ that is left.

青石县云岭乡人民政府 is the places 青石县, 云岭乡 and the organ 人民政府.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

# Kinds of places, the longer before the shorter. 团 and 师 only after a numeral.
_KIND = (
    r"特别行政区|自治区|自治州|自治县|自治旗|街道|地区|林区|特区|兵团|苏木|团场"
    r"|省|市|县|区|旗|盟|镇|乡|(?<=第[一二三四五六七八九十])师|(?<=第十[一二三四])师"
    r"|(?<=[一二三四五六七八九十百〇零\d])团"
)
# The character of a kind inside a word of an organ's name is no place: 城市管理局, 市场监督管理局.
_WORDS = (
    r"市(?:场|政|容|民)|城市(?=管理|建设|规划|更新|运行|综合|公用|生活)|城乡(?=建设|规划|管理|统筹)"
    r"|城镇(?=化|建设|管理)|乡镇(?=企业)|乡村(?=振兴|建设|发展)|社区(?=建设|治理|工作|服务|矫正)"
    r"|(?:区|地)域|区划|景区|园区管理办"
)
_PLACE = re.compile(rf"[^省]{{1,14}}?(?:{_KIND})(?!(?!{_WORDS})(?:{_KIND}))")
# What the names of offices, of lesser bodies and of places end in, as patterns.
OFFICES = "政府|办公室|办公厅|办事处|委员会|管委会|公署|行署|局|委|厅|院"
LESSER_BODIES = "部|处|中心|所|站|办|社|会|队|公司|学校|大学|学院|医院|集团"
PLACES = "省|市|县|区|旗|盟|州|镇|乡|苏木|街道|团|师"
_WORD = re.compile(_WORDS)
_ORGAN = re.compile(r"政府|党政|党委|党工委|委员会|管委会|行署|公署|办事处|办公|局")


@dataclass(frozen=True, slots=True)
class Name:
    """A body's name: `places` from the widest to the nearest, and the `organ` ("" for none)."""

    places: tuple[str, ...]
    organ: str

    @property
    def nearest(self) -> str:
        """The nearest place, "" where the name has none."""
        return self.places[-1] if self.places else ""


@cache
def take_apart(name: str) -> Name:
    """Take a body's name apart. What is no place goes to the organ."""
    places: list[str] = []
    at = 0
    while match := _PLACE.match(name, at):
        place = match.group()
        if _within_word(name, at, match.end()) or _ORGAN.search(place):
            break
        places.append(place)
        at = match.end()
    return Name(tuple(places), name[at:])


def _within_word(name: str, start: int, end: int) -> bool:
    return any(word.start() < end <= word.end() for word in _WORD.finditer(name, start))


@cache
def place_kind(place: str) -> str:
    """Return the kind of a place: 镇, 街道, 自治县; "" where it names none."""
    match = re.search(rf"(?:{_KIND})$", place)
    return match.group() if match else ""
