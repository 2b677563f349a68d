"""Whose count it is and of when, as far as a sentence says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from parser.claims.lexicon import Kind
from parser.claims.tokens import Token
from parser.model.said import say

_BODY = re.compile(
    r"^(?:在|由|对|如|即)?(?P<name>[\u4e00-\u9fff]{2,20}?"
    r"(?:人民政府|政府|管委会|管理委员会|委员会|分局|局|委|厅|处|镇|乡|街道|办事处|县|区|市|旗|中心|公司|学校|医院|支队|大队))$"
)
# An office takes in the government's requests beside those that are put to itself.
_GOVERNMENT = r"[省市县区州旗镇乡]?(?:本级)?(?:人民)?政府"
_BEHALF = re.compile(
    rf"(?:代表|代){_GOVERNMENT}|受{_GOVERNMENT}的?委托|以{_GOVERNMENT}的?名义|代为(?:受理|接收|办理|答复)"
)
_OFFICES = ("办公室", "办公厅", "党政办")
_DEPARTMENTS = ("局", "委", "委员会", "厅", "处", "中心", *_OFFICES)
# A township or a street is no whole city, county or province.
_SMALL = ("镇", "乡", "街道", "办事处")
# Words of the grammar that names of bodies hold: 中 in 中心.
_IN_NAMES = ("中", "新", "全", "本")
_WIDE = ("全市", "全县", "全区", "全省", "全州", "全旗", "全盟")


@dataclass(frozen=True, slots=True)
class Setting:
    """Who reports on which year; what the place in the report speaks of.

    `requests`: a heading or the sentence before speaks of requests for information.
    `informed`: so does the sentence itself, or it stands in section three or four.
    """

    unit: str = ""
    year: int | None = None
    section: int = 1
    requests: bool = False
    informed: bool = False


def scope_doubt(scope: str, setting: Setting) -> str:
    """Return why a count of that scope need not be the table's; "" where it is the table's."""
    unit = setting.unit
    office = unit.endswith(_OFFICES)
    if scope == "office" and unit and not office:
        return say("所说的是办公室，不一定是整个报告范围")
    if scope == "behalf" and not office:
        return say("所说的是代表政府办理的，口径与编制单位的表不一定相同")
    if scope == "level":
        return say("所说的只是本级，不一定是整个报告范围")
    if scope == "parts":
        return say("所说的是所属单位，不是整个报告范围")
    if scope.startswith("whole:"):
        department = unit.endswith(_DEPARTMENTS) and not unit.endswith("办事处")
        small = unit.endswith(_SMALL) or re.search(r"[镇乡]人民政府$", unit) is not None
        if department or (small and scope[6:] in _WIDE):
            return say("所说的是全辖区，范围比编制单位大")
    if scope.startswith("body:"):
        return say("所说的是“{scope}”，不一定是编制单位", scope=scope[5:])
    return ""


def scope_of(tokens: Sequence[Token], setting: Setting) -> str | None:
    """Return the scope that the words name, None where they name none.

    One of "own", "behalf" (what an office does for its government), "office", "level", "parts",
    "whole:全市" (with the word), "body:…" (its name).
    """
    if _BEHALF.search("".join(t.text for t in tokens)):
        return "behalf"
    named = [t for t in tokens if t.is_a(Kind.SCOPE)]
    if named:
        last = named[-1]
        behind = next((t.text for t in tokens if t.start == last.end), "")
        if last.tag == "own" and last.text.endswith("政府") and behind == "办":
            return "office"
        if last.tag == "own" and _is_above(last.text, setting.unit):
            return f"body:{last.text}"
        return f"whole:{last.text}" if last.tag == "whole" else last.tag
    if tokens and tokens[0].what == "raw":
        # 政务服务中心: a word of the grammar may stand within the name
        lead = takewhile(lambda t: t.what == "raw" or t.text in _IN_NAMES, tokens)
        body = _BODY.match("".join(t.text for t in lead))
        if body and not (setting.unit and _same(body.group("name"), setting.unit)):
            return f"body:{body.group('name')}"
    return None


def time_of(tokens: Sequence[Token], setting: Setting) -> str | None:
    """Return "this", "last" or "other" as the words say, None where they say nothing."""
    found: str | None = None
    cumulative = False
    for token in tokens:
        if token.what == "year":
            year = int(token.value)
            if setting.year is None or year == setting.year:
                found = "this"
            else:
                found = "last" if year == setting.year - 1 else "other"
        elif token.kind is not Kind.TIME:
            continue
        elif token.tag in ("this", "last"):
            found = token.tag
        elif token.tag in ("part", "next"):
            return "other"
        elif token.tag == "cumulative":
            cumulative = True
    return "other" if cumulative and found is None else found


def carried_direction(tokens: Sequence[Token], setting: Setting) -> str:
    """Say where a bare 结转 leads: "carried_in", "carried_out", or "carried" if nobody can tell."""
    for token in tokens:
        if token.is_a(Kind.TIME) and token.tag in ("last", "next"):
            return "carried_in" if token.tag == "last" else "carried_out"
        if token.what == "year" and setting.year is not None and token.value != setting.year:
            return "carried_in" if token.value < setting.year else "carried_out"
    return "carried"


def _is_above(government: str, unit: str) -> bool:
    """Say whether 县政府 is another body than the one that reports: a township, a department."""
    if not re.match(r"[省市县区].*政府$", government) or not unit:
        return False
    small = unit.endswith(_SMALL) or re.search(r"[镇乡]人民政府$", unit) is not None
    return small or (unit.endswith(_DEPARTMENTS) and not unit.endswith(_OFFICES))


def _same(name: str, unit: str) -> bool:
    core = re.sub(r"(?:人民政府|政府|管理委员会|管委会|办事处)$", "", name)
    return core in unit or re.sub(r"人民政府|办事处|管理委员会|管委会", "", unit) in name
