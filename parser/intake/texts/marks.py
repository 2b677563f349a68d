"""What marks in a text stand for: pictures that are not in it, lists of links to other places.

CommonMark 0.31: 6.3 links, 6.4 images. Programs that convert to text write placeholders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parser.intake.web.unread import Gap, notes
from parser.intake.writer import merged
from parser.model import Document, Span

_TARGET = r"(?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\[\]\n]*\])"
_PICTURE = re.compile(
    rf"!\[[^\[\]\n]*\]{_TARGET}?(?:\{{[^{{}}\n]*\}})?|!\[\[[^\[\]\n]+\]\]|<img\b[^<>]*>"
    r"|[\[【〔（(<]\s*(?:此处[是为])?(?:图片|插图|图像|表格图片|截图|image|picture|figure|img)"
    r"\s*(?:[\d:：#\s][^\[\]【】〔〕（）()<>\n]{0,60})?[\]】〕）)>]",
    re.I,
)
_LINK = rf"(?:\*\*|__|\*)?\[(?:[^\[\]\n]|\[[^\[\]\n]*\])+\](?<!\]\])\s?{_TARGET}(?:\*\*|__|\*)?"
_LINKS = re.compile(
    rf"[ \t>]*(?:[-*+]|\d+[.)、])?[ \t]*{_LINK}(?:[ \t]*[|｜·/>»、,，\\]*[ \t]*{_LINK})*[ \t|]*\\?"
)
_ONE_LINK = re.compile(_LINK)
# So many links in a row are a way to other places, no text.
_ENOUGH = 3
_CELL_EDGES = "|\t"


def with_marks(document: Document) -> Document:
    """Return the document with its pictures told and its lists of links put out of the way."""
    menus = tuple(_menus(document.text))
    if menus:
        document = replace(document, furniture=merged((*document.furniture, *menus)))
    gaps = [_gap(document.text, Span(*hit.span())) for hit in _PICTURE.finditer(document.text)]
    return replace(document, notes=(*document.notes, *notes(gaps, document)))


def _gap(text: str, place: Span) -> Gap:
    """Return the gap of a picture; what is not in a cell only stands beside the text."""
    if _fills_cell(text, place):
        return Gap("image", place, sure=True)
    return Gap("image", Span(place.start, place.start))


def _fills_cell(text: str, place: Span) -> bool:
    """Say whether a mark is all that stands in a cell of a row."""
    before = text[: place.start].rstrip(" ")[-1:]
    after = text[place.end :].lstrip(" ")[:1]
    return before in _CELL_EDGES and after in _CELL_EDGES and (before + after).strip("\n") != ""


def _menus(text: str) -> Iterator[Span]:
    """Yield the runs of lines that hold nothing but links."""
    if "](" not in text and "][" not in text:
        return
    run: list[Span] = []
    links = at = 0
    for line in [*text.split("\n"), "."]:
        if _LINKS.fullmatch(line):
            run.append(Span(at, at + len(line)))
            links += len(_ONE_LINK.findall(line))
        elif line.strip():
            if links >= _ENOUGH:
                yield Span(run[0].start, run[-1].end)
            run, links = [], 0
        at += len(line) + 1
