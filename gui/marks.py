"""What the findings and repairs of a report mean for the cells of its tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from gui.entries import RANKS, Entry
from parser.model import TABLES, Body, Fit, Number, Repair, Severity, Span, TableName, row_of
from parser.official.form import Form, form_of
from parser.review.review import Review


class Absence(StrEnum):
    """Why a place of the official table has no figure."""

    NONE = ""
    TABLE = "table"
    GLUED = "glued"
    ROW = "row"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Marks:
    """Cell by cell: the gravest finding, what is said, and what is suspected.

    `said` holds sentences by figure key. `strong` are the figures that a reader should look at
    first: named by more than a single failed sum, or a sum's own total; the other operands are
    only tinted. `tallies` counts findings by table and severity. `labels` and `label_text` speak
    of row labels, by row key; `columns` and `column_text` of column labels, by table/label.
    """

    severity: Mapping[str, Severity] = field(default_factory=dict)
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    strong: frozenset[str] = frozenset()
    tallies: Mapping[TableName, Mapping[Severity, int]] = field(default_factory=dict)
    suspected: frozenset[str] = frozenset()
    preview: Mapping[str, Number] = field(default_factory=dict)
    focus: frozenset[str] = frozenset()
    labels: Mapping[str, Severity] = field(default_factory=dict)
    label_text: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, Severity] = field(default_factory=dict)
    column_text: Mapping[str, str] = field(default_factory=dict)


def marks(
    review: Review,
    entries: Sequence[Entry],
    shown: Repair | None = None,
    focus: frozenset[str] = frozenset(),
    copy: int = 0,
) -> Marks:
    """Work out the marks of a report. `shown` is the repair being previewed.

    Findings that the auditor dismissed leave no mark. Repairs speak of the first copy only.
    """
    standing = [entry for entry in entries if not entry.dismissed]
    severity: dict[str, Severity] = {}
    said: dict[str, list[str]] = {}
    for entry in standing:
        for key in entry.figures:
            said.setdefault(key, []).append(f"{entry.code}　{entry.text}")
            severity[key] = _graver(severity.get(key), entry.severity)
    repairs = review.suggestions if copy == 0 else ()
    changes = shown.changes if shown is not None and copy == 0 else ()
    body = review.current.bodies[copy] if copy < len(review.current.bodies) else None
    labels, label_text = _labels(body, standing)
    columns, column_text = _columns(body, standing)
    return Marks(
        severity=severity,
        strong=_strong(review, standing),
        tallies=_tallies(standing),
        said={key: tuple(texts) for key, texts in said.items()},
        suspected=frozenset(
            change.figure
            for repair in repairs
            if repair.kind != "deduced"  # what a blank must be follows; nobody suspects the blank
            for change in repair.changes
        ),
        preview={change.figure: change.value for change in changes},
        focus=focus,
        labels=labels,
        label_text=label_text,
        columns=columns,
        column_text=column_text,
    )


def absences(form: Form, body: Body | None) -> dict[str, Absence]:
    """Say for every figure of the form that the body does not have why it is not there."""
    found: dict[str, Absence] = {}
    for name in TABLES:
        table = body.table(name) if body else None
        rows = {row.row: row for row in table.rows} if table else {}
        for row in form.table(name).rows:
            keys = [key for key in row.figure_keys if body is None or key not in body.figures]
            match = rows.get(row.key)
            if table is None:
                why = Absence.TABLE
            elif table.glued:
                why = Absence.GLUED
            elif match is None or match.missing:
                why = Absence.ROW
            else:
                why = Absence.CELL
            found.update(dict.fromkeys(keys, why))
    return found


def _strong(review: Review, standing: Sequence[Entry]) -> frozenset[str]:
    name = review.current.form
    present = frozenset(row_of(key) for key in review.current.figures)
    sums = form_of(name).sums(present) if name else ()
    strong: set[str] = set()
    operands: set[str] = set()
    for entry in standing:
        named = frozenset(entry.figures)
        judged = [s for s in sums if s.code == entry.code and named and named <= set(s.keys)]
        if not judged:
            strong |= named
            continue
        totals = named & set(judged[0].right)
        strong |= totals | (named & operands)
        operands |= named
    return frozenset(strong)


def _tallies(standing: Sequence[Entry]) -> dict[TableName, dict[Severity, int]]:
    found: dict[TableName, dict[Severity, int]] = {name: {} for name in TABLES}
    for entry in standing:
        names: set[TableName] = {_table_of(key) for key in entry.figures}
        for name in names:
            found[name][entry.severity] = found[name].get(entry.severity, 0) + 1
    return found


def _table_of(key: str) -> TableName:
    if key.startswith("disclosure."):
        return "disclosure"
    return "requests" if key.startswith("requests.") else "challenges"


def _graver(one: Severity | None, other: Severity) -> Severity:
    if one is None:
        return other
    return min(one, other, key=lambda severity: RANKS[severity])


def _gravest(span: Span | None, standing: Sequence[Entry], family: str) -> Severity | None:
    found: Severity | None = None
    if span is None:
        return None
    for entry in standing:
        if entry.code == family and any(
            place.start < span.end and span.start < place.end for place in entry.spans
        ):
            found = _graver(found, entry.severity)
    return found


def _labels(
    body: Body | None, standing: Sequence[Entry]
) -> tuple[dict[str, Severity], dict[str, str]]:
    severities: dict[str, Severity] = {}
    texts: dict[str, str] = {}
    for table in body.tables if body else ():
        for row in table.rows:
            severity = _gravest(row.label_span, standing, "S203")
            if severity is not None:
                severities[row.row] = severity
            if row.fit in (Fit.NEAR, Fit.VARIANT) and row.label:
                texts[row.row] = row.label
    return severities, texts


def _columns(
    body: Body | None, standing: Sequence[Entry]
) -> tuple[dict[str, Severity], dict[str, str]]:
    severities: dict[str, Severity] = {}
    texts: dict[str, str] = {}
    for table in body.tables if body else ():
        for column in table.columns:
            key = f"{table.name}/{column.official}"
            severity = _gravest(column.label_span, standing, "S204")
            if severity is not None:
                severities[key] = severity
            if column.fit in (Fit.NEAR, Fit.VARIANT) and column.label:
                texts[key] = column.label
    return severities, texts
