"""What else speaks for a value: the prose, last year's report, the second copy of the body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from parser.model import Number, Report


@dataclass(frozen=True, slots=True)
class Evidence:
    """Values from elsewhere, by figure key.

    `claims`: what the prose says, several values where it says several. `previous`: what last
    year's report leads one to expect (carried in = carried out then). `copy`: the same figure in
    the second copy of the body.
    """

    claims: Mapping[str, Sequence[Number]] = field(default_factory=dict[str, Sequence[Number]])
    previous: Mapping[str, Number] = field(default_factory=dict[str, Number])
    copy: Mapping[str, Number] = field(default_factory=dict[str, Number])


def with_copy(evidence: Evidence, report: Report) -> Evidence:
    """Return the evidence with the report's own second copy, unless a copy is given already."""
    if evidence.copy or len(report.bodies) < 2:
        return evidence
    second = report.bodies[1].figures.items()
    stated = {key: figure.value for key, figure in second if figure.value is not None}
    return Evidence(evidence.claims, evidence.previous, stated)
