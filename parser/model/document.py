"""A file as the engine sees it: text with offsets, real grids, pages."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

Script = Literal["hans", "hant"]
Ending = Literal["unknown", "whole", "torn"]


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

    def meets(self, other: Span) -> bool:
        """Say whether the two spans have a character in common."""
        return self.start < other.end and other.start < self.end


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
    """Something a reader has to say about the file: the code of an F check and its sentence.

    F107 (a part was not read) and F108 (the file breaks off) say with `spans` where in the text
    that part would stand: the empty span between two characters where nothing of it is there.
    What lies there is never held against the unit.
    """

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
    `struck` are the spans of text that the page shows struck out: it stands in `text`, and in
    `simplified` a zero-width space stands for each of its characters, so that it never counts.
    `furniture` are the spans of page furniture (navigation, login, footers, metadata tables):
    kept in the text, kept out of the report. `words` says where on its pages the characters of a
    paged document stand, in order of place; empty for documents without pages. `ending` says
    whether the file itself shows that it was read to its end: a page that is closed is "whole", one
    that stops between its tags "torn"; of a plain text nobody knows.
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
    struck: tuple[Span, ...] = ()
    ending: Ending = "unknown"

    def said(self, span: Span) -> str:
        """Return the characters of the span that count: those that are not struck out."""
        parts: list[str] = []
        at = span.start
        for out in self.struck:
            if out.end > at and out.start < span.end:
                parts.append(self.text[at : max(at, out.start)])
                at = min(out.end, span.end)
        parts.append(self.text[at : span.end])
        return "".join(parts)

    def crossed(self, span: Span) -> tuple[str, ...]:
        """Return the passages of the span that are struck out, in order."""
        return tuple(
            self.text[max(out.start, span.start) : min(out.end, span.end)]
            for out in self.struck
            if out.meets(span)
        )

    def page_of(self, span: Span) -> Page | None:
        """Return the page that a span begins on, None where it stands on no page.

        An empty span stands on the page of which nothing was read, where there is one.
        """
        at = bisect_right(self.pages, span.start, key=lambda page: page.span.start) - 1
        if at < 0 or span.start > self.pages[-1].span.end:
            return None
        while span.start == span.end and at > 0 and self.pages[at - 1].span == span:
            at -= 1  # it begins where the page after it does
        return self.pages[at]

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
