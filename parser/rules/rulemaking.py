"""N105: figures for 规章 in the report of a body that cannot make any."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parser.identity.body_names import place_kind, take_apart
from parser.identity.level import place_level
from parser.model import Level, Severity, row_of
from parser.model.said import joined, say
from parser.rules.case import Case
from parser.rules.naming import column_name
from parser.rules.registry import Hit, rule


@rule(
    "N105",
    title="无权制定规章的机关填报了规章",
    title_en="Reports government rules that such a body cannot make",
    severity=Severity.WARNING,
    basis="《立法法》第九十一条、第九十三条：国务院部门，省、自治区、直辖市和设区的市、自治州人民政府",
)
def rules_made(case: Case) -> Iterator[Hit]:
    """Only ministries, provinces, larger cities and autonomous prefectures make 规章."""
    keys = tuple(
        key
        for key, figure in case.figures.items()
        if row_of(key) == "disclosure.rules" and figure.value is not None and figure.value > 0
    )
    unable = _cannot_make_rules(case) if keys else None
    if not unable:
        return
    form = case.official
    told = joined(
        "、",
        (
            say("{name} {value}", name=column_name(place[2]), value=case.figures[key].value)
            for key in keys
            if (place := form.find(key)) is not None
        ),
    )
    yield Hit(
        say(
            "“{unit}”{unable}，无权制定规章，表二规章却填报{told}；请核对是否把规章制度、规范性文件当成了规章。",
            unit=_named(case) or say("报告单位"),
            unable=unable,
            told=told,
        ),
        figures=keys,
        spans=case.spans(keys),
        expected=0,
    )


def _named(case: Case) -> str:
    return case.unit or case.identity.called


def _cannot_make_rules(case: Case) -> str:
    """Say why the body can make no rules; "" where it can or where that is not known."""
    level, name = case.identity.level, take_apart(_named(case))
    ranks = {
        Level.TOWNSHIP: say("是乡镇"),
        Level.STREET: say("是街道"),
        Level.COUNTY: say("是县级机关"),
    }
    if level in ranks:
        return ranks[level]
    if level is Level.PREFECTURE and place_kind(name.nearest) in ("地区", "盟"):
        return say("不是设区的市、自治州人民政府")
    if level is not Level.DEPARTMENT or re.search(r"政府办公[室厅]$", name.organ):
        return ""
    if re.match(r"[县区旗市镇乡]", name.organ) and not name.places:
        return say("是市县部门")
    superior = place_level(name, case.document.simplified if case.document else "")
    of_city = place_kind(name.nearest) == "市" and superior is Level.UNKNOWN
    below = (Level.PREFECTURE, Level.COUNTY, Level.TOWNSHIP, Level.STREET)
    return say("是市县部门") if superior in below or of_city else ""
