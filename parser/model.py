"""What the engine hands on from step to step. All of it is frozen; none of it knows Qt.

Offsets count characters of `Document.text`. Boxes are in points from the top left of a page,
pages count from 1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

Number = int | Decimal
Script = Literal["hans", "hant"]
Status = Literal["ok", "not_a_report", "unreadable"]
TableName = Literal["disclosure", "requests", "challenges"]
TABLES: tuple[TableName, ...] = ("disclosure", "requests", "challenges")
# What a recogniser read with less confidence than this is marked 待核.
SURE = 0.9


class Severity(StrEnum):
    """How much a finding matters by default; an auditor may change it per check."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Level(StrEnum):
    """The rank of the reporting body, derived once (`parser.identity`)."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    STREET = "street"
    DEPARTMENT = "department"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to but not including `end` of `Document.text`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the page's top left corner."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a real grid. A merged cell stands once, at its top left place.

    `column` and `row` are grid positions after all spans are laid out.
    `confidence` is 0 to 1 where a recogniser read the cell, None where the text was there.
    """

    text: str
    span: Span
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    box: Box | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with known cells (HTML, Word, spreadsheet, ruled PDF), in reading order."""

    cells: tuple[Cell, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader has to say about the file: the code of an F check and its sentence."""

    code: str
    message: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the original: its number, size in points, and its characters."""

    number: int
    width: float
    height: float
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A file as text, with the grids that it really has.

    `simplified` has exactly the length of `text`: it is for matching only and never shown.
    `furniture` are the spans of page furniture (navigation, login, footers, metadata tables):
    kept in the text, kept out of the report. `words` says where on its pages the characters of a
    paged document stand, in order of place; empty for documents without pages.
    """

    text: str
    simplified: str
    format: str
    encoding: str | None = None
    script: Script = "hans"
    grids: tuple[Grid, ...] = ()
    furniture: tuple[Span, ...] = ()
    pages: tuple[Page, ...] = ()
    notes: tuple[Note, ...] = ()
    words: tuple[tuple[Span, Box], ...] = ()

    def box_of(self, span: Span) -> Box | None:
        """Return the box around the characters of `span` on the page where it begins.

        None where the document has no pages or nothing is printed there.
        """
        first = bisect_right(self.words, span.start, key=lambda word: word[0].end)
        boxes: list[Box] = []
        for word, box in self.words[first:]:
            if word.start >= span.end:
                break
            if not boxes or box.page == boxes[0].page:
                boxes.append(box)
        if not boxes:
            return None
        return Box(
            boxes[0].page,
            min(box.x0 for box in boxes),
            min(box.y0 for box in boxes),
            max(box.x1 for box in boxes),
            max(box.y1 for box in boxes),
        )


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


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell of the official form. `value` is None where `reading` gives no number.

    `raw` equals `document.text[span.start:span.end].strip()`.
    `quirks` names what was looked past: "fullwidth", "thousands", "chinese".
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


@dataclass(frozen=True, slots=True)
class Naming:
    """One place that names the reporting body: 'title', 'signature', 'compiled_by', 'file'."""

    source: str
    name: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that the report states of itself: 'published', 'signed'."""

    role: str
    day: date
    span: Span


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose report it is, on which year, and how that is known.

    `names` in order of trust. `years` pairs each self-stated report year with its source
    ('title', 'period', 'body', 'date', 'file').
    """

    title: str = ""
    title_span: Span | None = None
    unit: str = ""
    year: int | None = None
    level: Level = Level.UNKNOWN
    names: tuple[Naming, ...] = ()
    years: tuple[tuple[str, int, Span | None], ...] = ()
    period: tuple[date, date] | None = None
    period_span: Span | None = None
    dates: tuple[DateMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check says. `arithmetic` spells the sum out where there is one."""

    code: str
    severity: Severity
    message: str
    figures: tuple[str, ...] = ()
    expected: Number | None = None
    actual: Number | None = None
    spans: tuple[Span, ...] = ()
    arithmetic: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One cell of a repair: the figure, what it says now (None for blank), what it should say."""

    figure: str
    before: Number | None
    value: Number


@dataclass(frozen=True, slots=True)
class Repair:
    """A least set of changes that settles failed sums; `settles` indexes `Report.findings`.

    `kind`: "change", "deduced" (a blank whose value follows), "shift" (a row or column moved as
    a whole), "doubt" (the table as a whole is in doubt: no changes). `proven` is False where time
    ran out before the set was proven least.
    """

    changes: tuple[Change, ...]
    settles: tuple[int, ...]
    kind: str = "change"
    sentence: str = ""
    proven: bool = True


@dataclass(frozen=True, slots=True)
class CrossFinding:
    """A finding between reports. `passages` are (path, span) to show side by side."""

    code: str
    severity: Severity
    message: str
    paths: tuple[str, ...]
    figures: tuple[str, ...] = ()
    expected: Number | None = None
    actual: Number | None = None
    passages: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One file, read and checked. For a file that could not be read only `error` speaks.

    `attached` is the path of the spreadsheet that its tables come from, where the auditor has
    joined one (`parser.attachment`).
    """

    path: str
    digest: str
    status: Status
    error: str | None = None
    document: Document | None = None
    form: str | None = None
    identity: Identity = field(default_factory=Identity)
    bodies: tuple[Body, ...] = ()
    findings: tuple[Finding, ...] = ()
    repairs: tuple[Repair, ...] = ()
    attached: str = ""

    @property
    def body(self) -> Body | None:
        """The first copy of the body: the one whose figures count."""
        return self.bodies[0] if self.bodies else None

    @property
    def figures(self) -> Mapping[str, Figure]:
        """The figures of the first copy."""
        return self.bodies[0].figures if self.bodies else {}

    @property
    def text(self) -> str:
        """The text that all offsets count in."""
        return self.document.text if self.document else ""
