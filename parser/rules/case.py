"""A report under check: what the checks ask of it, each thing worked out once.

A case lives as long as the checks of one report run, on one thread. It is no part of the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from parser import claims
from parser.across.attachment import is_attachment
from parser.claims import Claim, Mention
from parser.identity.owner import unit_name
from parser.model import (
    Body,
    Document,
    Figure,
    Identity,
    Note,
    Report,
    Severity,
    Span,
    Table,
    TableName,
)
from parser.official.form import Form
from parser.reading import prose
from parser.reading.openings import Unread, left_open
from parser.reading.prose import Paragraph, Sentence
from parser.rules import sums
from parser.rules.naming import governed, official
from parser.rules.sums import Line
from parser.settings.profile import Profile

# What the reader notes where it recognised characters in a picture.
RECOGNISED = "F104"


class Case:
    """One report and the auditor's profile, as every check gets them."""

    def __init__(self, report: Report, profile: Profile) -> None:
        """Take the report up; nothing is worked out before a check asks for it."""
        self.report = report
        self.profile = profile

    @property
    def document(self) -> Document | None:
        """The file as text, None where it could not be read."""
        return self.report.document

    @property
    def body(self) -> Body | None:
        """The first copy of the body."""
        return self.report.body

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """The figures of the first copy."""
        return self.report.figures

    @property
    def identity(self) -> Identity:
        """Whose report it is."""
        return self.report.identity

    @property
    def unit(self) -> str:
        """The reporting body's most trusted name, "" for none."""
        return unit_name(self.report)

    @property
    def text(self) -> str:
        """The text that all offsets count in."""
        return self.report.text

    def notes(self, code: str) -> tuple[Note, ...]:
        """Return what the reader of the file noted under the code."""
        notes = self.document.notes if self.document else ()
        return tuple(note for note in notes if note.code == code)

    @property
    def unsure(self) -> Severity | None:
        """How much a slip of the pen weighs: information where a recogniser may have misread it."""
        return Severity.INFO if self.notes(RECOGNISED) else None

    def spans(self, keys: Iterable[str]) -> tuple[Span, ...]:
        """Return where the figures stand in the text; keys without a figure are passed over."""
        return tuple(self.figures[key].span for key in keys if key in self.figures)

    @cached_property
    def official(self) -> Form:
        """The form that the report is on, or would have to be on."""
        return official(self.report)

    @cached_property
    def is_governed(self) -> bool:
        """Whether there was an official form for the report's year."""
        return governed(self.report)

    @cached_property
    def is_attachment(self) -> bool:
        """Whether the file is a spreadsheet of tables beside a report in another file."""
        return is_attachment(self.report)

    def has_digits(self, table: Table) -> bool:
        """Say whether any digit is printed where the table stands."""
        return any(c.isdigit() for c in table.span.of(self.text))

    @cached_property
    def unread(self) -> Unread:
        """What could not be read, and what nobody may therefore call missing or blank."""
        if self.document is None or self.body is None:
            return Unread()
        return left_open(self.document, self.body, self.official)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the preface and the first body."""
        return prose.paragraphs(self.report)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of these paragraphs."""
        return prose.sentences(self.paragraphs)

    @cached_property
    def year(self) -> int | None:
        """The year that the prose counts in."""
        return claims.year_of(self.report, self.sentences)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every count in the prose of what the tables count, last year's included."""
        return claims.mentioned(self.report, self.sentences, self.year)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim that the prose makes on this year's figures."""
        return claims.claimed(self.report, self.mentions)

    @cached_property
    def miscounted(self) -> frozenset[str]:
        """The keys of the rows that have lost or gained cells (S205)."""
        return sums.miscounted(self.body)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The sums that the report's rows are in, row sums first; none where it has no form."""
        return sums.lines(self.report, self.miscounted)

    @cached_property
    def totals_only(self) -> tuple[TableName, ...]:
        """The tables in which the totals are filled and every part is blank (V108)."""
        return sums.totals_only(self.figures, self.official)
