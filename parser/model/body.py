"""One copy of a report taken apart: sections, tables, figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from parser.model.document import Box, Span

Number = int | Decimal
TableName = Literal["disclosure", "requests", "challenges"]
TABLES: tuple[TableName, ...] = ("disclosure", "requests", "challenges")
# What a recogniser read with less confidence than this is marked 待核.
SURE = 0.9


def row_of(key: str) -> str:
    """Return the key of a figure's row: `requests.total` for `requests.total.natural`."""
    return key.rpartition(".")[0]


def column_of(key: str) -> str:
    """Return the key of a figure's column: `natural` for `requests.total.natural`."""
    return key.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Section:
    """One of the six sections. `span` runs from its heading to the next heading."""

    number: int
    heading: str
    heading_span: Span
    span: Span

    @property
    def body(self) -> Span:
        """The section without its heading."""
        return Span(self.heading_span.end, self.span.end)


class Reading(StrEnum):
    """How the content of a cell was read."""

    NUMBER = "number"
    BLANK = "blank"
    PLACEHOLDER = "placeholder"  # /, —, 无, 若干, 不适用
    WORDS = "words"  # a number with a unit or words: value is the number
    UNREADABLE = "unreadable"  # anything else: value is None
    UNREAD = "unread"  # the reader failed here: neither the unit's blank nor its number


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell of the official form. `value` is None where `reading` gives no number.

    `raw` is what the span says, `document.said(span)`, without the blanks around it.
    `quirks` names what was looked past: "fullwidth", "thousands", "chinese";
    "several" says that the cell holds more than one number, none of which is its own.
    """

    key: str
    value: Number | None
    raw: str
    span: Span
    reading: Reading
    quirks: tuple[str, ...] = ()
    box: Box | None = None
    confidence: float | None = None

    @property
    def doubtful(self) -> bool:
        """Recognised from a picture, and not surely: to be compared with the original (待核)."""
        return self.confidence is not None and self.confidence < SURE


class Fit(StrEnum):
    """How an observed label compares with the form's."""

    EXACT = "exact"  # the form's, spaces, breaks, widths and scripts apart
    VARIANT = "variant"  # a variant that the form lists as accepted
    NEAR = "near"  # recognisable, yet not the form's
    CUT = "cut"  # cut off by the page or the tool that saved it: nobody's fault
    ABSENT = "absent"  # not there


@dataclass(frozen=True, slots=True)
class RowMatch:
    """A row of the form and what stands for it in the report.

    `row` is the key without its column (`requests.denied.state_secret`). `cells` is how many
    value cells the row has; `keys` are the figures that were taken from it. A row with the wrong
    number of cells whose places are not certain gives no figure at all.
    """

    row: str
    label: str
    label_span: Span | None
    fit: Fit
    cells: int
    expected: int
    span: Span | None
    keys: tuple[str, ...] = ()

    @property
    def missing(self) -> bool:
        """The report does not have this row."""
        return self.fit is Fit.ABSENT


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """A column label of the form and what stands for it. `rows` are the rows it heads."""

    column: str
    rows: tuple[str, ...]
    label: str
    official: str
    label_span: Span | None
    fit: Fit


@dataclass(frozen=True, slots=True)
class ExtraRow:
    """A row that the form does not have."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """One official table as found. `glued`: its cells have run together, nothing was read."""

    name: TableName
    span: Span
    rows: tuple[RowMatch, ...] = ()
    columns: tuple[ColumnMatch, ...] = ()
    extra_rows: tuple[ExtraRow, ...] = ()
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """One copy of the report's body: sections, tables, figures of its own."""

    span: Span
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    figures: Mapping[str, Figure]

    def table(self, name: TableName) -> Table | None:
        """Return the table of that name, None where the body has none."""
        return next((t for t in self.tables if t.name == name), None)

    def section(self, number: int) -> Section | None:
        """Return the first section with that number, None where there is none."""
        return next((s for s in self.sections if s.number == number), None)
