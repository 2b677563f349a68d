"""All that follows from holding the reports of a folder against one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from parser.across.docket import Docket
from parser.across.neighbours import evidence
from parser.model import CrossFinding
from parser.repair import Evidence

CheckAcross = Callable[[Docket], Iterable[CrossFinding]]


@dataclass(frozen=True)
class Comparison:
    """Findings between reports; by path, what other years say, and whose tables a file holds.

    `offers` leads from an attachment to the report that it belongs to.
    """

    findings: tuple[CrossFinding, ...] = ()
    evidence: Mapping[str, Evidence] = field(default_factory=dict[str, Evidence])
    offers: Mapping[str, str] = field(default_factory=dict[str, str])


def compare(docket: Docket, check: CheckAcross) -> Comparison:
    """Look between the reports as they stand. Touches no log: it may run on another thread."""
    return Comparison(tuple(check(docket)), evidence(docket.series), docket.attached)
