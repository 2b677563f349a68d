"""What the prose says of the report's figures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from parser.model import Number, Span
from parser.reading.prose import Sentence


@dataclass(frozen=True, slots=True)
class Item:
    """One thing counted.

    `topic`: "request", "review", "litigation", "direct", "after_review", "normative", "rules",
    "licensing", "penalty", "coercion", "fees", "processing_fee" or "information" (items published
    of the body's own accord, which no table counts). `measure`: what was done with
    it ("received", "made" …; "result" for the result rows; "" where the words do not say).
    `part`: a result row, a kind of applicant or an outcome; "" for the whole.
    """

    topic: str
    measure: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A number, or a "none", in a sentence, with what it counts. Several items: their sum.

    `start` and `end` index `sentence.text`. `time`: "this", "last" or "other" year. `open` says
    why scope or wording leave the mention uncertain; "" where they do not. `base` is what a kind
    of applicant or an outcome is a part of. `unit` is the measure word ("" for a "none").
    """

    items: tuple[Item, ...]
    value: Number
    step: Decimal
    sentence: Sentence
    start: int
    end: int
    unit: str = ""
    time: str = "this"
    open: str = ""
    none: bool = False
    all_of: bool = False
    base: Mention | None = None

    @property
    def span(self) -> Span:
        """Where the mention stands in the document."""
        return self.sentence.place(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Interpretation:
    """One way to take a claim: sum(plus) − sum(minus). `why` names what must be supposed for it."""

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()
    why: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """Every figure in the interpretation."""
        return self.plus + self.minus


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement on figures of the tables.

    `code` is the check that it belongs to, `about` names what is claimed as auditors do.
    `interpretations`: the plain one first; those behind it hold only under what their `why` says.
    Those without a `why` are equally plain. `open`: why the claim is not certain, "" where it is.
    `value` is in the tables' unit (万元 for fees), `step` the place value of its last digit.
    `base`: the claim that this one is a part of, if there is one.
    """

    code: str
    about: str
    value: Number
    step: Decimal
    interpretations: tuple[Interpretation, ...]
    mention: Mention
    open: str = ""
    base: Claim | None = None

    @property
    def span(self) -> Span:
        """Where the claim stands in the document."""
        return self.mention.span
