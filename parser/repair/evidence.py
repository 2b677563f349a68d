"""What else speaks for a value: the prose, the years beside it, the second copy of the body."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from parser.claims import Claim
from parser.model import Number, Report


@dataclass(frozen=True, slots=True)
class Evidence:
    """Values from elsewhere, by figure key.

    `claims`: what the prose says, several values where it says several. `previous`: what last
    year's report leads one to expect (carried in = carried out then). `copy`: the same figure in
    the second copy of the body. `following`: what next year's report says was carried out.
    """

    claims: Mapping[str, Sequence[Number]] = field(default_factory=dict[str, Sequence[Number]])
    previous: Mapping[str, Number] = field(default_factory=dict[str, Number])
    copy: Mapping[str, Number] = field(default_factory=dict[str, Number])
    following: Mapping[str, Number] = field(default_factory=dict[str, Number])


def completed(evidence: Evidence, report: Report, claims: Iterable[Claim]) -> Evidence:
    """Return the evidence with what the report itself has to say where nothing is given.

    `claims` are those of its prose; only claims on a single figure count, and only those whose
    scope is certain.
    """
    return replace(
        evidence,
        claims=evidence.claims or _single(claims),
        copy=evidence.copy or _second_copy(report),
    )


def _single(claims: Iterable[Claim]) -> dict[str, list[Number]]:
    found: dict[str, list[Number]] = {}
    for claim in claims:
        plain = [
            interpretation for interpretation in claim.interpretations if not interpretation.why
        ]
        if not claim.open and len(plain) == 1 and len(plain[0].keys) == len(plain[0].plus) == 1:
            found.setdefault(plain[0].plus[0], []).append(claim.value)
    return found


def _second_copy(report: Report) -> dict[str, Number]:
    others = [body for at, body in enumerate(report.bodies) if at != report.counts]
    if not others:
        return {}
    figures = others[0].figures.items()
    return {key: figure.value for key, figure in figures if figure.value is not None}
