"""The JSON of `check`: version 1, keys in a fixed order, the same input gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

from parser.model import Box, CrossFinding, Figure, Finding, Number, Place, Repair, Report, Span
from parser.review.places import own_places, places_in

VERSION = 1


def lines(
    reports: Iterable[Report], across: Iterable[CrossFinding], with_text: bool
) -> Iterator[str]:
    """Yield the JSON in pieces: one report, one finding between reports a line."""
    yield f'{{"version": {VERSION}, "reports": ['
    there, between = tuple(reports), tuple(across)
    yield from _listed(_report(report, with_text) for report in there)
    yield '\n], "across": ['
    known = {report.path: report for report in there} if between else {}
    yield from _listed(_across(known, finding) for finding in between)
    yield "\n]}\n"


def _listed(items: Iterable[dict[str, Any]]) -> Iterator[str]:
    before = "\n"
    for item in items:
        yield before + json.dumps(item, ensure_ascii=False, allow_nan=False)
        before = ",\n"


def _report(report: Report, with_text: bool) -> dict[str, Any]:
    document, body = report.document, report.body
    suffix = PurePosixPath(report.path).suffix.lower().lstrip(".")
    made: dict[str, Any] = {
        "path": report.path,
        "status": str(report.status),
        "error": report.error,
        "format": document.format if document else suffix,
        "encoding": document.encoding if document else None,
        "script": document.script if document else "hans",
        "title": report.identity.title,
        "unit": report.identity.unit,
        "year": report.identity.year,
        "form": report.form,
        "copies": len(report.bodies),
        "sections": [
            {
                "number": section.number,
                "heading": section.heading,
                "start": section.span.start,
                "end": section.span.end,
            }
            for section in (body.sections if body else ())
        ],
        "figures": {key: _figure(figure) for key, figure in report.figures.items()},
        "findings": [_finding(report, finding) for finding in report.findings],
        # What doubts a table as a whole changes nothing: it is for the reader, not for a script.
        "repairs": [_repair(repair) for repair in report.repairs if repair.changes],
    }
    if with_text:
        made["text"] = report.text
    return made


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "value": _number(figure.value),
        "raw": figure.raw,
        "start": figure.span.start,
        "end": figure.span.end,
        "page": figure.box.page if figure.box else None,
        "box": _box(figure.box),
    }


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "figures": list(finding.figures),
        "expected": _number(finding.expected),
        "actual": _number(finding.actual),
        "spans": [_span(span) for span in finding.spans],
        "places": [_place(place) for place in own_places(report, finding)],
    }


def _repair(repair: Repair) -> dict[str, Any]:
    return {
        "changes": [
            {
                "figure": change.figure,
                "from": _number(change.before),
                "value": _number(change.value),
            }
            for change in repair.changes
        ],
        "settles": list(repair.settles),
    }


def _across(reports: Mapping[str, Report], finding: CrossFinding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
        "paths": list(finding.paths),
        "figures": list(finding.figures),
        "places": [
            _place(place)
            for path in finding.paths
            if path in reports
            for place in places_in(reports[path], finding)
        ],
    }


def _place(place: Place) -> dict[str, Any]:
    """Return a place; `path` only where the finding is between reports."""
    named = {"path": place.path} if place.path else {}
    return {
        **named,
        "figure": place.figure or None,
        "start": place.span.start if place.span else None,
        "end": place.span.end if place.span else None,
        "found": _number(place.found),
        "expected": _number(place.expected),
        "role": str(place.role) or None,
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _box(box: Box | None) -> list[float] | None:
    return [round(side, 2) for side in (box.x0, box.y0, box.x1, box.y1)] if box else None


def _number(value: Number | None) -> int | float | None:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
