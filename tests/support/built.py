"""Reports built by hand, without any file: what a check needs to see and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from parser.model import (
    Body,
    Document,
    Figure,
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
from parser.rules.case import Case
from parser.rules.registry import Hit, rule_of
from parser.settings.profile import Profile

# What a cell of a built report holds: a number, nothing, or a reading of one's own.
Cell = Number | None | Figure


def built(
    figures: Mapping[str, Cell],
    form_id: str = "2021",
    *,
    year: int | None = None,
    absent: Iterable[str] = (),
) -> Report:
    """Build a report that holds these figures, in tables of the rows that have any.

    Each figure stands on a line of its own. `absent` are row keys that the tables lack.
    """
    form = form_of(form_id)
    text = ""
    placed: dict[str, Figure] = {}
    for key, cell in figures.items():
        found = cell if isinstance(cell, Figure) else _figure(key, cell)
        placed[key] = replace(found, key=key, span=Span(len(text), len(text) + len(found.raw)))
        text += found.raw + "\n"
    sections = tuple(
        Section(s.number, s.title, Span(len(text), len(text)), Span(0, len(text)))
        for s in form.sections
    )
    tables = tuple(_tables(form, placed, frozenset(absent), len(text)))
    document = Document(text, text, "txt")
    body = Body(Span(0, len(text)), sections, tables, placed)
    return Report("a.txt", "", "ok", None, document, form_id, Identity(year=year), (body,))


def reading(
    raw: str, how: Reading, value: Number | None = None, *, quirks: tuple[str, ...] = ()
) -> Figure:
    """Return a cell that says `raw` and was read so."""
    return Figure("", value, raw, Span(0, 0), how, quirks)


def hits(report: Report, code: str) -> list[Hit]:
    """Run one check."""
    check = rule_of(code).check
    assert check is not None
    return list(check(Case(report, Profile())))


def severity(hit: Hit, code: str) -> Severity:
    """Return what the hit counts as."""
    return hit.severity or rule_of(code).severity


def _figure(key: str, value: Number | None) -> Figure:
    how = Reading.BLANK if value is None else Reading.NUMBER
    return Figure(key, value, "" if value is None else str(value), Span(0, 0), how)


def _tables(
    form: Form, placed: Mapping[str, Figure], absent: frozenset[str], length: int
) -> Iterable[Table]:
    for table in form.tables:
        matches: list[RowMatch] = []
        for row in table.rows:
            keys = tuple(key for key in row.figure_keys if key in placed)
            if keys:
                wanted = len(row.columns)
                span = placed[keys[0]].span
                match = RowMatch(row.key, row.label, span, Fit.EXACT, len(keys), wanted, span, keys)
                matches.append(match)
            elif row.key in absent:
                matches.append(RowMatch(row.key, "", None, Fit.ABSENT, 0, len(row.columns), None))
        if any(not match.missing for match in matches):
            yield Table(table.name, Span(0, length), tuple(matches))
