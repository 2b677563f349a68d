"""Telling the copies of a body apart: the same report twice in one file."""

from __future__ import annotations

from parser.model import Document, Span
from parser.reading.sections import headings

# A second 一、总体情况 begins a copy only if this many other sections follow it; fewer is a
# heading numbered twice (S103).
ENOUGH = 3


def copies(document: Document) -> tuple[Span, ...]:
    """Return the stretch of each copy of the body, in order.

    The first copy begins with the text, a later one with its first section's heading. A document
    without section headings is one copy: all of it.
    """
    heads = headings(document, Span(0, len(document.text)))
    # The numbers of the sections from each heading on: at most as many sets as there are sections.
    numbers: frozenset[int] = frozenset()
    on: list[frozenset[int]] = []
    for head in reversed(heads):
        numbers = numbers if head.number in numbers else numbers | {head.number}
        on.append(numbers)
    starts = [0]
    run: set[int] = set()
    for head, following in zip(heads, reversed(on), strict=True):
        if head.number <= 2 and head.number in run and len(run) > ENOUGH:
            ahead = {number for number in following if number >= head.number}
            if len(ahead) > ENOUGH:
                starts.append(head.span.start)
                run = set()
        run.add(head.number)
    ends = [*starts[1:], len(document.text)]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))
