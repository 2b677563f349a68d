"""What the workbook calls things, and how it names the place of a figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parser.model import Finding, Number, Report, Span
from parser.official.form import form_of
from parser.review.review import Decision, Stage, Verdict, state_of
from parser.text.numerals import in_chinese

STAGE = {
    Stage.UNREADABLE: "读不出",
    Stage.UNTOUCHED: "未审",
    Stage.UNDERWAY: "审核中",
    Stage.REVIEWED: "已审",
}
STATUS = {"ok": "已读", "not_a_report": "不是年报", "unreadable": "读不出"}
VERDICTS: Mapping[Decision | None, str] = {
    None: "待定",
    "confirmed": "属实",
    "dismissed": "误报",
    "corrected": "已更正",
    "later": "待查",
}
# More names than this in one cell help nobody.
_MOST = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the report a finding points, in the form's words; empty where it does not."""

    section: str = ""
    table: str = ""
    row: str = ""
    column: str = ""


def form_name(form_id: str) -> str:
    """Name a form as auditors do."""
    return form_of(form_id).name


def verdict_name(verdict: Verdict | None, settled: bool) -> str:
    """Name what became of a finding. `settled`: corrections have made it go away."""
    return VERDICTS[state_of(verdict, settled)]


def figure_name(report: Report, key: str) -> str:
    """Name a figure in the words of the report's form."""
    return form_of(report.form).name_of(key) if report.form else key


def shown(value: Number | None) -> str:
    """Write a value for a sentence."""
    return "空白" if value is None else str(value)


def place(report: Report, finding: Finding) -> Place:
    """Name the place of a finding: by its figures, else by its first character in the text."""
    form = form_of(report.form) if report.form else None
    found = [p for key in finding.figures if form and (p := form.find(key))]
    if not found:
        return Place(section=_section_at(report, finding.spans))
    tables = _unique(table.short for table, _, _ in found)
    sections = _unique(_section_name(table.section, table.title) for table, _, _ in found)
    rows = _unique(row.name for _, row, _ in found)
    columns = _unique(column.label for _, _, column in found)
    whole = len(columns) > 1 and len(columns) == len(found[0][1].columns)
    return Place(
        _joined(sections), _joined(tables), _joined(rows), "各列" if whole else _joined(columns)
    )


def _section_at(report: Report, spans: tuple[Span, ...]) -> str:
    if not spans:
        return ""
    for body in report.bodies:
        for section in body.sections:
            if section.span.start <= spans[0].start < section.span.end:
                return section.heading
    return ""


def _section_name(number: int, title: str) -> str:
    return f"{in_chinese(number)}、{title}"


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))


def _joined(names: list[str]) -> str:
    if len(names) > _MOST:
        return f"{'、'.join(names[:_MOST])} 等 {len(names)} 处"
    return "、".join(names)
