"""Reports made in memory, and a small check of sums, for what works on reports that are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

from parser.model import (
    Body,
    Document,
    Figure,
    Finding,
    Fit,
    Identity,
    Number,
    Reading,
    Report,
    RowMatch,
    Section,
    Severity,
    Span,
    Table,
)
from parser.official.form import Form, form_of
from parser.repair import localize
from parser.settings.profile import Profile
from tests.support.figures import right_figures


def made_report(
    path: str = "河湾镇2023.txt",
    digest: str = "d1",
    *,
    form_id: str = "2021",
    unit: str = "青禾县河湾镇人民政府",
    year: int = 2023,
    values: Mapping[str, Number | None] | None = None,
    without: tuple[str, ...] = (),
    seed: int = 7,
) -> Report:
    """Return a right report with some values changed (None: blank) and some rows left out."""
    form = form_of(form_id)
    wanted: dict[str, Number | None] = dict(right_figures(form_id, Random(seed)))
    wanted |= values or {}
    title = f"{unit}{year}年政府信息公开工作年度报告"
    text = title + "\n"
    sections: list[Section] = []
    tables: list[Table] = []
    figures: dict[str, Figure] = {}
    for section in form.sections:
        start = len(text)
        heading = f"{'一二三四五六'[section.number - 1]}、{section.title}"
        text += heading + "\n"
        for table in form.tables:
            if table.section == section.number:
                text, found, made = _table(form, table.name, text, wanted, without)
                tables.append(made)
                figures |= found
        sections.append(
            Section(
                section.number, heading, Span(start, start + len(heading)), Span(start, len(text))
            )
        )
    body = Body(Span(0, len(text)), tuple(sections), tuple(tables), figures)
    identity = Identity(title=title, unit=unit, year=year)
    document = Document(text, text, "txt", "utf-8")
    return Report(
        path, digest, "ok", document=document, form=form_id, identity=identity, bodies=(body,)
    )


def _table(
    form: Form,
    name: str,
    text: str,
    wanted: Mapping[str, Number | None],
    without: tuple[str, ...],
) -> tuple[str, dict[str, Figure], Table]:
    start = len(text)
    rows: list[RowMatch] = []
    figures: dict[str, Figure] = {}
    table = next(t for t in form.tables if t.name == name)
    for row in table.regular_rows:
        columns = len(row.columns)
        if row.key in without:
            rows.append(RowMatch(row.key, "", None, Fit.ABSENT, 0, columns, None))
            continue
        begin = len(text)
        text += row.label
        for key in row.figure_keys:
            raw = "" if wanted[key] is None else str(wanted[key])
            text += "\t"
            span = Span(len(text), len(text) + len(raw))
            reading = Reading.NUMBER if raw else Reading.BLANK
            figures[key] = Figure(key, wanted[key], raw, span, reading)
            text += raw
        label = Span(begin, begin + len(row.label))
        rows.append(
            RowMatch(
                row.key,
                row.label,
                label,
                Fit.EXACT,
                columns,
                columns,
                Span(begin, len(text)),
                row.figure_keys,
            )
        )
        text += "\n"
    return text, figures, Table(table.name, Span(start, len(text)), tuple(rows))


def check_sums(report: Report, profile: Profile) -> Report:
    """Judge the sums that have every operand, and name all blanks in one finding."""
    if report.form is None:
        return report
    figures = report.figures
    findings: list[Finding] = []
    blank = tuple(key for key, figure in figures.items() if figure.value is None)
    if blank:
        spans = tuple(figures[key].span for key in blank)
        findings.append(Finding("V101", Severity.WARNING, "空白", blank, spans=spans))
    for total in form_of(report.form).sums():
        values = {key: figures[key].value for key in total.keys if key in figures}
        if len(values) < len(total.keys) or None in values.values():
            continue
        left = sum(map(_amount, (values[key] for key in total.left)))
        right = sum(map(_amount, (values[key] for key in total.right)))
        if left != right and profile.is_on(total.code):
            spans = tuple(figures[key].span for key in total.keys)
            message = f"{total.line}：{left} ≠ {right}"
            findings.append(
                Finding(
                    total.code, Severity.ERROR, message, total.keys, int(left), int(right), spans
                )
            )
    return replace(report, findings=tuple(findings))


def _amount(value: Number | None) -> Decimal:
    assert value is not None
    return Decimal(value)


def judged(report: Report, profile: Profile | None = None) -> Report:
    """Return the report with its failed sums found and their repairs worked out."""
    found = check_sums(report, profile or Profile())
    return replace(found, repairs=localize(found)) if found.bodies else found


def wrong(path: str = "甲乡2023.txt", digest: str = "wrong", **changed: Any) -> Report:
    """Return a report in which one cell of 表三, （七）总计·自然人, is wrong: 21 stands for 12."""
    values = {
        "requests.received.natural": 11,
        "requests.carried_in.natural": 1,
        "requests.granted.natural": 12,
        "requests.total.natural": 21,
        "requests.carried_out.natural": 0,
    }
    values |= {
        f"requests.{row}.total": n
        for row, n in (("received", 11), ("carried_in", 1), ("granted", 12), ("total", 12))
    }
    return judged(made_report(path, digest, values=_only(values), **changed))


def right(path: str = "乙乡2023.txt", digest: str = "right", **changed: Any) -> Report:
    """Return a report without a fault."""
    return judged(made_report(path, digest, values=_only({}), **changed))


def unreadable(path: str = "丙乡2023.docx", error: str = "文件已损坏") -> Report:
    """Return a file that could not be read."""
    return Report(path, "", "unreadable", error)


def _only(values: dict[str, int]) -> dict[str, int]:
    noughts = {key: 0 for key in made_report().figures}
    return {**noughts, **values}
