"""All that is known of one finding, to be shown beside the list: sum, source, history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from parser.model import CrossFinding, Finding, Number, Place, Repair, Report, row_of
from parser.official.form import Sum, form_of
from parser.review.entries import Entry
from parser.review.review import Review, finding_id
from parser.review.session import Event

Sign = Literal["", "+", "="]


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure that a finding names, as it stands when the finding is looked at.

    `sign` stands before it in its sum, "" for the first one and where there is no sum. `before` is
    what was parsed, where a correction changed it (`changed`). `expected` is what would fit here.
    """

    figure: str
    name: str
    value: Number | None
    sign: Sign = ""
    before: Number | None = None
    changed: bool = False
    expected: Number | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A repair that settles the finding, its place among these, and its changes in words."""

    repair: Repair
    at: int
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A finding in full. `expected` and `actual` are those of its sum, None where it has none.

    `passages` are its places that are no cells; `history` are the events that speak of it or of
    one of its figures, first to last.
    """

    entry: Entry
    operands: tuple[Operand, ...]
    passages: tuple[Place, ...]
    expected: Number | None
    actual: Number | None
    suggestions: tuple[Suggestion, ...]
    history: tuple[Event, ...]
    note: str


def card_of(
    review: Review, entry: Entry, across: Iterable[CrossFinding] = (), events: Iterable[Event] = ()
) -> Card:
    """Return the card of a finding of the review. `events` are those of the report's content."""
    # What a correction has settled is told as it was on the report as parsed.
    report = review.report if entry.settled else review.current
    finding = _finding(report, entry, across)
    keys = frozenset(entry.figures)
    offered = [repair for repair in review.suggestions if entry.is_answered_by(repair)]
    return Card(
        entry,
        _operands(review, report, entry, finding),
        tuple(place for place in entry.places if not place.figure and place.span is not None),
        finding.expected if finding else None,
        finding.actual if finding else None,
        tuple(Suggestion(repair, at, review.worded(repair)) for at, repair in enumerate(offered)),
        tuple(event for event in events if speaks_of(event, entry.id, keys)),
        entry.verdict.note if entry.verdict else "",
    )


def speaks_of(event: Event, finding: str, figures: frozenset[str]) -> bool:
    """Say whether an event judged this finding or corrected one of these figures."""
    if event.kind == "judge":
        return event.target == finding
    return event.kind in ("correct", "restore") and event.target in figures


def _finding(
    report: Report, entry: Entry, across: Iterable[CrossFinding]
) -> Finding | CrossFinding | None:
    known: tuple[Finding | CrossFinding, ...] = (*report.findings, *across)
    return next((f for f in known if f.code == entry.code and finding_id(f) == entry.id), None)


def _operands(
    review: Review, report: Report, entry: Entry, finding: Finding | CrossFinding | None
) -> tuple[Operand, ...]:
    expected = {p.figure: p.expected for p in entry.places if p.figure and p.expected is not None}
    total = _sum_of(report, entry)
    signed: list[tuple[str, Sign]]
    if total is None:
        signed = _signed(tuple(dict.fromkeys(entry.figures)), "", "")
    else:
        signed = _signed(total.left, "", "+") + _signed(total.right, "=", "+")
        if len(total.right) == 1 and finding is not None and finding.expected is not None:
            expected.setdefault(total.right[0], finding.expected)
    return tuple(_operand(review, report, key, sign, expected.get(key)) for key, sign in signed)


def _signed(keys: tuple[str, ...], first: Sign, then: Sign) -> list[tuple[str, Sign]]:
    return [(key, then if at else first) for at, key in enumerate(keys)]


def _operand(
    review: Review,
    report: Report,
    key: str,
    sign: Sign,
    expected: Number | None,
) -> Operand:
    figure, correction = report.figures.get(key), review.corrections.get(key)
    parsed = review.report.figures.get(key)
    return Operand(
        key,
        review.name_of(key),
        figure.value if figure else None,
        sign,
        parsed.value if parsed and correction else None,
        correction is not None and report is review.current,
        expected,
    )


def _sum_of(report: Report, entry: Entry) -> Sum | None:
    """Return the sum of the form that the finding says has failed."""
    named = frozenset(entry.figures)
    if report.form is None or not named:
        return None
    present = frozenset(row_of(key) for key in report.figures)
    sums = [s for s in form_of(report.form).sums(present) if s.code == entry.code]
    return next((s for s in sums if named <= frozenset(s.keys)), None)
