"""What the findings and repairs of a report mean for the cells of its tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from parser.model import (
    TABLES,
    Body,
    Fit,
    Number,
    Place,
    Repair,
    Report,
    Severity,
    Span,
    TableName,
    row_of,
)
from parser.official.form import form_of
from parser.review.entries import Entry
from parser.review.places import by_figure
from parser.review.review import Review
from parser.review.tally import Tally

# So many cells, and such a share of a table's, are nearly the whole of it.
_MANY, _NEARLY_ALL = 8, 0.6


@dataclass(frozen=True, slots=True)
class CellMarks:
    """Cell by cell: the gravest finding, what is said, and what is suspected.

    `said` holds sentences by figure key. `strong` are the figures that a reader should look at
    first: named by more than a single failed sum, or a sum's own total; the other operands are
    only tinted. `tallies` counts findings by table and severity. `labels` and `label_text` speak
    of row labels, by row key; `columns` and `column_text` of column labels, by table/label.
    `places` say by figure key what stands in a cell and what is expected.
    `framed` are the tables that a doubt names nearly as a whole: it is shown around the table, so
    that errors in its cells stay visible.
    """

    severity: Mapping[str, Severity] = field(default_factory=dict[str, Severity])
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    strong: frozenset[str] = frozenset()
    tallies: Mapping[TableName, Counter[Severity]] = field(
        default_factory=dict[TableName, Counter[Severity]]
    )
    suspected: frozenset[str] = frozenset()
    preview: Mapping[str, Number] = field(default_factory=dict[str, Number])
    focus: frozenset[str] = frozenset()
    labels: Mapping[str, Severity] = field(default_factory=dict[str, Severity])
    label_text: Mapping[str, str] = field(default_factory=dict[str, str])
    columns: Mapping[str, Severity] = field(default_factory=dict[str, Severity])
    framed: Mapping[TableName, Severity] = field(default_factory=dict[TableName, Severity])
    column_text: Mapping[str, str] = field(default_factory=dict[str, str])
    places: Mapping[str, tuple[Place, ...]] = field(default_factory=dict[str, tuple[Place, ...]])


def cell_marks(
    review: Review,
    entries: Sequence[Entry],
    shown: Repair | None = None,
    focus: frozenset[str] = frozenset(),
    copy: int | None = None,
) -> CellMarks:
    """Work out the marks of a report. `shown` is the repair being previewed.

    Findings that were called 误报 or 已更正 leave no mark. Repairs speak only of the copy that
    counts.
    """
    standing = [entry for entry in entries if entry.stands]
    gravest: dict[str, Severity] = {}
    said: dict[str, list[str]] = {}
    framed: dict[TableName, Severity] = {}
    for entry in standing:
        around = whole_tables(review.current, entry.severity, entry.figures)
        for name in around:
            framed[name] = _graver(framed.get(name), entry.severity)
        for key in entry.figures:
            said.setdefault(key, []).append(entry.with_code)
            if not any(key in cells for cells in around.values()):
                gravest[key] = _graver(gravest.get(key), entry.severity)
    counts = review.current.counts
    copy = counts if copy is None else copy
    repairs = review.suggestions if copy == counts else ()
    changes = shown.changes if shown is not None and copy == counts else ()
    body = review.current.bodies[copy] if copy < len(review.current.bodies) else None
    labels, label_text = _labels(body, standing)
    columns, column_text = _columns(body, standing)
    return CellMarks(
        severity=gravest,
        strong=_strong(review, standing),
        tallies=_tallies(review, standing),
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
        framed=framed,
        column_text=column_text,
        places=by_figure(place for entry in standing for place in entry.places),
    )


def whole_tables(
    report: Report, severity: Severity, figures: Collection[str]
) -> Mapping[TableName, frozenset[str]]:
    """Return the tables that a finding names nearly as a whole, with the keys of their cells.

    An error frames none: its cells are what the auditor looks for.
    """
    if severity is Severity.ERROR or not report.form or len(figures) < _MANY:
        return {}
    found: dict[TableName, frozenset[str]] = {}
    for table in form_of(report.form).tables:
        cells = frozenset(key for row in table.regular_rows for key in row.figure_keys)
        named = len(cells & frozenset(figures))
        if named >= _MANY and named >= _NEARLY_ALL * len(cells):
            found[table.name] = cells
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
            strong |= frozenset(_expecting(entry)) or named
            continue
        totals = named & set(judged[0].right)
        strong |= totals | (named & operands)
        operands |= named
    return frozenset(strong)


def _expecting(entry: Entry) -> Iterator[str]:
    """Yield the cells of a finding between reports that it expects another number in."""
    for place in entry.places if entry.paths else ():
        if place.figure and place.expected is not None:
            yield place.figure


def _tallies(review: Review, standing: Sequence[Entry]) -> Mapping[TableName, Counter[Severity]]:
    found: dict[TableName, list[Entry]] = {name: [] for name in TABLES}
    form = form_of(review.current.form) if review.current.form else None
    for entry in standing if form else ():
        cells = [form.find(key) for key in entry.figures] if form else []
        names: set[TableName] = {cell[0].name for cell in cells if cell}
        for name in names:
            found[name].append(entry)
    return {name: Tally.of(named).standing for name, named in found.items()}


def _graver(one: Severity | None, other: Severity) -> Severity:
    return other if one is None else min(one, other, key=lambda severity: severity.rank)


def _gravest(span: Span | None, standing: Sequence[Entry], code: str) -> Severity | None:
    """Return the gravest severity of the check's findings that point at a label."""
    found: Severity | None = None
    for entry in standing if span is not None else ():
        if entry.code == code and any(place.meets(span) for place in entry.spans if span):
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
