"""What stands on a page and cannot be read: frames, pictures, what scripts write (F107).

Pages are full of frames, pictures and scripts that are no part of a report. Only one that stands
where a table or a figure is wanting is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from parser.model import Document, Note, Span
from parser.text.numerals import whole_number

Kind = Literal["frame", "object", "picture", "script", "hidden", "image"]

# fmt: off
_SENTENCES: dict[Kind, str] = {
    "frame": "网页把这里的内容放在内嵌页面{what}里，它没有随本文件保存，没有读取；"
             "请在浏览器中单独打开该页面，另存后再读。",
    "object": "网页在这里嵌入了其他文件{what}，其中的内容没有读取；请把该文件另存后单独打开。",
    "picture": "网页在这里放的是图片{what}，图片里的文字和数字没有读取；"
               "请对照原网页核对，或者取得可以复制文字的版本再读。",
    "script": "这里的内容由网页脚本填写，文件里没有，没有读取；"
              "请在浏览器中打开网页，等内容显示出来以后打印为 PDF，再读取该 PDF。",
    "image": "文件在这里放的是图片{what}，图片里的文字和数字没有读取；"
             "请对照原文核对，或者取得可以复制文字的版本再读。",
    "hidden": "网页里有一张表格没有显示出来（可能要点击才展开），没有读取；"
              "请在浏览器中把它展开，打印为 PDF 后再读取。",
}
# fmt: on
# The parts of a report.
_PARTS = 6
# A grid with fewer cells is none of the official tables.
_FULL = 10
_HEADING = re.compile(r"^[ \t#*]*([一二三四五六])、", re.M)
_NUMBERS = re.compile(r"(?<!\S)\d+(?!\S)")
_TITLE = re.compile(r"年度?报告|年报")
# Hidden tables with so many of their labels on the page are old copies of what is shown.
_COPY = 0.8


@dataclass(frozen=True, slots=True)
class Gap:
    """Something not read, where it stands in the text. `sure`: a figure's cell holds nothing else.

    `what` names it; `labels` are those of a table that is not shown.
    """

    kind: Kind
    span: Span
    what: str = ""
    sure: bool = False
    labels: frozenset[str] = frozenset()


def notes(gaps: Sequence[Gap], document: Document) -> Iterator[Note]:
    """Yield a note for each kind of gap that matters, with its places."""
    places: dict[tuple[Kind, str], dict[Span, None]] = {}
    for gap in gaps:
        if gap.sure or _matters(gap, document):
            what = "" if gap.sure else gap.what
            places.setdefault((gap.kind, what), {})[gap.span] = None
    for (kind, what), spans in places.items():
        quoted = f"“{what}”" if what else ""
        yield Note("F107", _SENTENCES[kind].format(what=quoted), tuple(spans))


def _matters(gap: Gap, document: Document) -> bool:
    if gap.kind == "hidden":
        there = sum(label in document.text for label in gap.labels)
        return there < _COPY * len(gap.labels)
    return _wants_table(gap.span.start, gap.kind, document)


def _in_row(document: Document, heading: re.Match[str]) -> bool:
    """Say whether a numbered line is a row of a table, as those of table three are."""
    text = document.simplified
    end = text.find("\n", heading.end())
    if "\t" in text[heading.end() : end if end >= 0 else len(text)]:
        return True
    place = Span(heading.start(), heading.end())
    return any(len(g.cells) >= _FULL and g.span.covers(place) for g in document.grids)


def _wants_table(at: int, kind: Kind, document: Document) -> bool:
    """Say whether `at` lies in a part of the report that should have a table and has none."""
    text = document.simplified
    headings = [h for h in _HEADING.finditer(text) if not _in_row(document, h)]
    before = [h for h in headings if h.start() <= at]
    after = [h for h in headings if h.start() > at]
    if not headings:
        named = kind in ("frame", "object") or _TITLE.search(text) is not None
        return named and not any(len(grid.cells) >= _FULL for grid in document.grids)
    if not before:
        return False
    number = whole_number(before[-1][1]) or 0
    following = (whole_number(after[0][1]) or 0) if after else _PARTS
    if following > number + 1:
        return True  # it may hold a whole part
    if number not in (2, 3, 4) and (after or number > 4):
        return False
    part = Span(before[-1].start(), after[0].start() if after else len(text))
    tables = any(len(g.cells) >= _FULL and part.covers(g.span) for g in document.grids)
    return not tables and len(_NUMBERS.findall(part.of(text))) < _FULL
