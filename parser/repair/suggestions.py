"""From a report whose sums fail to suggestions what should stand where, best first.

The error localization problem of statistical data editing (Fellegi and Holt 1976): the fewest
figures whose change lets every edit hold. Nothing is ever applied here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from parser.claims import Claim
from parser.model import Change, Finding, Repair, Report, Severity
from parser.official.form import form_of
from parser.repair import sentence
from parser.repair.blanks import deduced
from parser.repair.components import components
from parser.repair.direct import MOST_CHANGES, Least, least_sets
from parser.repair.edits import Edit, Exact, Record, number, record_of
from parser.repair.evidence import Evidence, completed
from parser.repair.likelihood import scale_of
from parser.repair.shifts import shifts
from parser.repair.solver import SECONDS, propose

MOST_LISTED = 30  # a column of the longest form has fewer figures
SHIFT_FROM = 3  # a shift is looked for where fewer changes than this do not do


def localize(
    report: Report,
    evidence: Evidence | None = None,
    claims: Iterable[Claim] = (),
    *,
    seconds: float = SECONDS,
) -> tuple[Repair, ...]:
    """Return the suggestions for the first copy of the body, best first; () where all sums hold.

    Components are taken in turn: the best of each, then the second of each. `settles` indexes
    the report's findings of the sums that fail. `claims` are those of its prose. `seconds` limits
    what the solver may spend on one component; a repair not proven least says so.
    """
    if report.form is None or report.body is None:
        return ()
    record = record_of(form_of(report.form), report.body)
    evidence = evidence or Evidence()
    raw = {key: figure.raw for key, figure in report.figures.items() if figure.value is None}
    listed: list[list[Repair]] = []
    blanks: list[Repair] = []
    for part in components(record):
        if not part.failed:
            blanks += _blanks(part, [{}], raw)
            continue
        settles = _settled_findings(part.failed, report.findings)
        least = _least(part, seconds)
        if len(least.sets) > 1:
            evidence = completed(evidence, report, claims)
        repairs, sets = _repairs(part, least, evidence, settles)
        listed.append(repairs)
        if least.complete and len(sets) <= MOST_LISTED:
            blanks += _blanks(part, sets, raw)
    ranked = [repair for rank in zip_longest(*listed) for repair in rank if repair is not None]
    return (*ranked, *blanks)


def _repairs(
    record: Record, least: Least, evidence: Evidence, settles: tuple[int, ...]
) -> tuple[list[Repair], list[Mapping[str, Exact]]]:
    """Return the repairs of a component, best first, and the least sets they stand for."""
    size = len(least.sets[0]) if least.sets else None
    moved = shifts(record) if size is None or size >= SHIFT_FROM else ()
    repairs = [
        Repair(
            _changes(record, shift.changes),
            settles,
            "shift",
            sentence.of_shift(record, shift, len(moved)),
            least.proven,
        )
        for shift in moved
    ]
    told = {frozenset(shift.changes.items()) for shift in moved}
    scale = scale_of(record, evidence)
    order = {key: place for place, key in enumerate(record.values)}
    weighed = sorted(
        ((scale.weigh(changes), changes) for changes in least.sets),
        key=lambda pair: (-pair[0].points, sorted(order[key] for key in pair[1])),
    )
    for weight, changes in weighed[:MOST_LISTED]:
        if frozenset(changes.items()) in told:
            continue
        listed = _changes(record, changes)
        said = sentence.of_changes(record, listed, weight.reasons, least)
        repairs.append(Repair(listed, settles, "change", said, least.proven))
    if not repairs:
        said = sentence.of_doubt(record, MOST_CHANGES, least.proven)
        repairs.append(Repair((), settles, "doubt", said, least.proven))
    return repairs, [*(shift.changes for shift in moved), *least.sets]


def _least(record: Record, seconds: float) -> Least:
    """Return the least sets of up to three changes: directly, else from the solver."""
    direct = least_sets(record)
    if direct.proven:
        return direct
    proposed = propose(record, MOST_CHANGES, seconds)
    if proposed.vague:
        return Least((), proposed.proven)
    if proposed.sets or proposed.proven:
        return Least(tuple(proposed.sets), proposed.proven, proposed.complete)
    return Least(direct.sets, proven=False, complete=False)


def _blanks(
    record: Record, sets: Sequence[Mapping[str, Exact]], raw: Mapping[str, str]
) -> list[Repair]:
    """Return one repair for the blanks whose value follows whichever of `sets` is the right one.

    Where sums fail, only values that go with the figures as they stand: what rests on a change
    is offered once the change is made.
    """
    if not record.free:
        return []
    common: dict[str, Exact] | None = None
    for changes in sets:
        follows = deduced(record, changes) or {}
        common = {
            key: value
            for key, value in follows.items()
            if key in record.stated and (common is None or common.get(key) == value)
        }
    agreeing = _agreeing(record, common or {})
    if not agreeing:
        return []
    listed = _changes(record, agreeing)
    return [Repair(listed, (), "deduced", sentence.of_deduced(record.form, listed, raw))]


def _agreeing(record: Record, values: Mapping[str, Exact]) -> dict[str, Exact]:
    """Return those of the values with which no further sum fails, figures taken as they stand."""
    kept = dict(values)
    while True:
        filled = {**record.values, **kept}
        against = {
            key
            for edit in record.edits
            if edit.is_assessable(filled) and edit.residual(filled)
            for key in edit.terms
            if key in kept
        }
        if not against:
            return kept
        kept = {key: value for key, value in kept.items() if key not in against}


def _changes(record: Record, values: Mapping[str, Exact]) -> tuple[Change, ...]:
    """Return the changes in official order."""
    found: list[Change] = []
    for key, before in record.values.items():
        if key in values:
            old = None if before is None else number(before)
            found.append(Change(key, old, number(values[key])))
    return tuple(found)


def _settled_findings(failed: Sequence[Edit], findings: Sequence[Finding]) -> tuple[int, ...]:
    """Return the places of the findings that these sums fail."""
    sums = {(edit.sum.code, frozenset(edit.sum.keys)) for edit in failed}
    return tuple(
        place
        for place, finding in enumerate(findings)
        if finding.severity is not Severity.INFO
        and (finding.code, frozenset(finding.figures)) in sums
    )
