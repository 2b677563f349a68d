"""A report that states given figures, without a document behind it: for the arithmetic alone."""

from __future__ import annotations

from collections.abc import Mapping

from parser.model import Body, Figure, Finding, Number, Reading, Report, Severity, Span
from parser.official.form import form_of
from tests.support.figures import rows_of

NOWHERE = Span(0, 0)


def stated(form_id: str, figures: Mapping[str, Number | None]) -> Report:
    """Return a report on the form that states `figures` (None: blank), and the sums that fail."""
    body = Body(NOWHERE, (), (), {key: _figure(key, value) for key, value in figures.items()})
    return Report(
        path="report.txt",
        digest="",
        status="ok",
        form=form_id,
        bodies=(body,),
        findings=failing(form_id, figures),
    )


def failing(form_id: str, figures: Mapping[str, Number | None]) -> tuple[Finding, ...]:
    """Return a finding for every sum that can be judged and fails."""
    found: list[Finding] = []
    for entry in form_of(form_id).sums(rows_of(figures)):
        values = [figures.get(key) for key in entry.keys]
        if None in values:
            continue
        left = sum(figures[key] or 0 for key in entry.left)
        right = sum(figures[key] or 0 for key in entry.right)
        if left != right:
            found.append(
                Finding(entry.code, Severity.ERROR, "", entry.keys, expected=left, actual=right)
            )
    return tuple(found)


def _figure(key: str, value: Number | None) -> Figure:
    reading = Reading.BLANK if value is None else Reading.NUMBER
    return Figure(key, value, "" if value is None else str(value), NOWHERE, reading)
