"""Where a document was not read: *not read* is a third thing beside *blank* and *missing*.

A reader notes where it failed: F107 a part not read, F108 the file breaks off, F102 bytes that are
no characters, F106 cells that have run together. What these places leave open in a report,
`openings` works out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parser.model import Document, Note, Span

NOT_READ, BROKEN_OFF, UNDECODED, RUN_TOGETHER = "F107", "F108", "F102", "F106"
_UNTOLD = (
    "表中有几行的行名集中写在一处，与下面的数字对不上，分不清哪个数属于哪一行，没有读取；"
    "多半是转换格式时弄乱的，请对照原文核对，或者取得转换以前的文件再读。"
)
# A heading or a cell is a short line; a byte lost in a long sentence took neither away.
_SHORT_LINE = 60
# So many characters lost at once, or nearly at once, may have been anything.
_LONG_LOSS, _NEAR, _SEVERAL = 8, 12, 3
_EDGES = "\n\t|"


@dataclass(frozen=True, slots=True)
class Gap:
    """A place that was not read. `note` says why; `span` is empty where nothing of it is there."""

    note: Note
    span: Span

    def cuts(self, place: Span) -> bool:
        """Say whether part of the place lies in the gap, or the file breaks off behind it."""
        if self.note.code == BROKEN_OFF and place.end == self.span.start:
            return True
        return self.span.start < place.end and place.start < self.span.end

    def within(self, place: Span) -> bool:
        """Say whether any of the gap lies in the place, its edges included."""
        return self.span.start <= place.end and place.start <= self.span.end


def gaps(document: Document) -> tuple[Gap, ...]:
    """Return every place of the document that was not read, in order of place."""
    found: list[Gap] = []
    for note in document.notes:
        if note.code in (NOT_READ, BROKEN_OFF):
            found += [Gap(note, place) for place in _places(document, note)]
        elif note.code == RUN_TOGETHER:
            found += [Gap(note, place) for place in note.spans]
        elif note.code == UNDECODED:
            found += [Gap(note, place) for place in _losses(document, note)]
    return tuple(sorted(found, key=lambda gap: gap.span))


def with_untold(document: Document, places: Sequence[Span]) -> Document:
    """Return the document with a note for the places whose labels and figures stand apart."""
    if not places:
        return document
    return replace(document, notes=(*document.notes, Note(NOT_READ, _UNTOLD, tuple(places))))


def _places(document: Document, note: Note) -> Iterator[Span]:
    """Yield where a note's gaps lie; without a place it is all of the text, or its end.

    A break lies right behind what is still there: blanks before it are part of it.
    """
    end = len(document.text)
    if note.code == NOT_READ:
        yield from note.spans or (Span(0, end),)
        return
    for place in note.spans or (Span(end, end),):
        yield Span(len(document.text[: place.start].rstrip()), place.end)


def _losses(document: Document, note: Note) -> Iterator[Span]:
    """Yield where lost bytes may have been a heading, a label or a figure.

    Bytes lost in a row take with them what stands between them.
    """
    run: list[Span] = []
    for place in (*note.spans, None):
        if run and (place is None or place.start - run[-1].end > _NEAR):
            whole = Span(run[0].start, run[-1].end)
            lost = sum(one.end - one.start for one in run)
            if lost >= _SEVERAL and whole.end - whole.start >= _LONG_LOSS:
                yield whole
            else:
                yield from (one for one in run if _weighs(document, one))
            run = []
        if place is not None:
            run.append(place)


def _weighs(document: Document, place: Span) -> bool:
    """Say whether lost bytes stand in a short line, or in a short cell of one."""
    start = max(document.text.rfind(edge, 0, place.start) for edge in _EDGES) + 1
    ends = (document.text.find(edge, place.end) for edge in _EDGES)
    end = min((end for end in ends if end >= 0), default=len(document.text))
    return end - start <= _SHORT_LINE
