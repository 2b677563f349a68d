"""Reports made of prose and figures alone, with no table to be recognised: fast, for claims."""

from __future__ import annotations

from collections.abc import Mapping

from parser.model import (
    Body,
    Document,
    Figure,
    Finding,
    Identity,
    Level,
    Number,
    Reading,
    Report,
    Section,
    Span,
    Table,
)
from parser.rules import check_report
from parser.rules.case import Case
from parser.settings.profile import Profile

UNIT = "松岭县青坪镇人民政府"
HEADINGS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)
_TABLES = {2: "disclosure", 3: "requests", 4: "challenges"}


def spoken(
    figures: Mapping[str, Number | None],
    sections: Mapping[int, str],
    *,
    form: str = "2021",
    unit: str = UNIT,
    year: int | None = 2023,
) -> Report:
    """Return a report with the prose given by section (0: the preface) and the figures as cells."""
    text = (sections.get(0) or f"{unit}{year}年政府信息公开工作年度报告") + "\n"
    start_of_body = len(text)
    found: list[Section] = []
    tables: list[Table] = []
    cells: dict[str, Figure] = {}
    for number, heading in enumerate(HEADINGS, 1):
        start = len(text)
        heading_span = Span(start, start + len(heading))
        text += heading + "\n" + sections.get(number, "各项工作有序推进。") + "\n"
        if number in _TABLES:
            table_start = len(text)
            for key, value in figures.items():
                if _table_of(key) == _TABLES[number]:
                    raw = "" if value is None else str(value)
                    span = Span(len(text), len(text) + len(raw))
                    reading = Reading.BLANK if value is None else Reading.NUMBER
                    cells[key] = Figure(key, value, raw, span, reading)
                    text += raw + "\n"
            tables.append(Table(_TABLES[number], Span(table_start, len(text))))  # type: ignore[arg-type]
        found.append(Section(number, heading, heading_span, Span(start, len(text))))
    body = Body(Span(start_of_body, len(text)), tuple(found), tuple(tables), cells)
    return Report(
        path="报告.txt",
        digest="",
        status="ok",
        document=Document(text, text, "txt"),
        form=form,
        identity=Identity(unit=unit, year=year, level=Level.TOWNSHIP),
        bodies=(body,),
    )


def prose_findings(report: Report) -> list[Finding]:
    """Return what the checks of prose say of the report."""
    profile = Profile(off=_others())
    return [f for f in check_report(Case(report, profile)) if f.code.startswith("T")]


def _others() -> frozenset[str]:
    from parser.rules.registry import all_rules

    return frozenset(entry.code for entry in all_rules() if not entry.code.startswith("T"))


def _table_of(key: str) -> str:
    head = key.partition(".")[0]
    return "challenges" if head in ("review", "litigation") else head
