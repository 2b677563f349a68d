"""Where a finding points: one cell, sentence or passage of one report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from parser.model.body import Number
from parser.model.document import Span


class Role(StrEnum):
    """What a place is in a finding, and so what its `expected` follows from."""

    PLAIN = ""  # the cell or passage that the finding is about
    STATED = "stated"  # what the prose says; the table makes it something else
    CELL = "cell"  # a cell that the prose contradicts
    TOTAL = "total"  # the total of a sum
    OPERAND = "operand"  # one of several numbers that a sum or a sentence rests on
    CARRIED_OUT = "carried_out"  # last year's report: what the next one should have carried in
    CARRIED_IN = "carried_in"  # this year's report: what the last one has carried out
    EARLIER = "earlier"  # last year's report
    LATER = "later"  # this year's report, held against last year's
    WHOLE = "whole"  # a superior's figure
    PART = "part"  # a subordinate's
    DIFFERS = "differs"  # one of several reports or copies that should agree


@dataclass(frozen=True, slots=True)
class Place:
    """One place that a finding points at.

    `path` is the report's, "" where the finding is of one report only. `figure` is the key of the
    cell, "" for a passage; `span` is None for a cell that the report does not have. `found` is the
    number that stands there, `expected` the one that would fit, each None where there is none.
    """

    path: str = ""
    figure: str = ""
    span: Span | None = None
    found: Number | None = None
    expected: Number | None = None
    role: Role = Role.PLAIN
