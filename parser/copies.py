"""Telling the copies of a body apart: the same report twice in one file."""

from __future__ import annotations

from parser.model import Document, Span
from parser.sections import Heading, headings

# A second 一、总体情况 begins a copy only if this many other sections follow it; fewer is a
# heading numbered twice (S103).
ENOUGH = 3


def copies(document: Document) -> tuple[Span, ...]:
    """Return the stretch of each copy of the body, in order.

    The first copy begins with the text, a later one with its first section's heading. A document
    without section headings is one copy: all of it.
    """
    heads = headings(document, Span(0, len(document.text)))
    starts = [0]
    run: list[Heading] = []
    for i, head in enumerate(heads):
        again = head.number in {h.number for h in run}
        ahead = {h.number for h in heads[i:] if h.number >= head.number}
        if (
            again
            and head.number <= 2
            and len(ahead) > ENOUGH
            and len({h.number for h in run}) > ENOUGH
        ):
            starts.append(head.span.start)
            run = []
        run.append(head)
    ends = [*starts[1:], len(document.text)]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))
