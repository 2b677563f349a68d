"""A table of contents: headings in a row with nothing below them, which head no section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parser.model import Document
from parser.reading.headings import ENOUGH, Heading

# 目录 on a line of its own, or before the first entry.
_NAMED = re.compile(r"目\s*[录次]\s*[：:]?\s*$")
_PAGE = re.compile(r"(?:[.…·．\-—_\s]{2,}|\t)\s*[(（]?\d{1,3}[)）]?\s*$")
_SENTENCE = re.compile(r"[。；，,;\t|]")
# An entry of a lower rank is no longer than this.
_LONGEST = 40


def without_contents(document: Document, found: Sequence[Heading]) -> list[Heading]:
    """Return the headings without those that stand in a table of contents.

    A run of headings with no text between them is one where page numbers stand behind them, where
    it is called 目录, or where the same headings come again below it. A report whose sections are
    all empty is none.
    """
    ordered = sorted(found, key=lambda heading: heading.span)
    kept: list[Heading] = []
    for run in _runs(document, ordered):
        again = {h.number for h in ordered if h.span > run[-1].span}
        if len(run) < ENOUGH or not _is_contents(document, run, again):
            kept += run
    return kept


def _runs(document: Document, ordered: Sequence[Heading]) -> Iterator[list[Heading]]:
    """Yield the headings in runs: each rises in number, with nothing but entries between."""
    run: list[Heading] = []
    for heading in ordered:
        follows = run and run[-1].number < heading.number
        if run and not (follows and _only_entries(document, run[-1], heading)):
            yield run
            run = []
        run.append(heading)
    if run:
        yield run


def _only_entries(document: Document, one: Heading, other: Heading) -> bool:
    between = document.simplified[one.span.end : other.span.start]
    lines = [line for line in between.split("\n") if line.strip()]
    return all(_PAGE.search(line) or _is_entry(line.strip()) for line in lines)


def _is_entry(line: str) -> bool:
    return len(line) <= _LONGEST and not _SENTENCE.search(line)


def _is_contents(document: Document, run: Sequence[Heading], again: set[int]) -> bool:
    text = document.simplified
    if _NAMED.search(text, 0, run[0].span.start):
        return True
    if len({heading.number for heading in run} & again) >= ENOUGH:
        return True
    ends = (text.find("\n", heading.span.end - 1) for heading in run)
    lines = (
        text[h.span.start : end if end >= 0 else None] for h, end in zip(run, ends, strict=True)
    )
    return all(_PAGE.search(line) for line in lines)
