"""Web pages: characters to paragraphs, grids and furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from parser.errors import Unreadable
from parser.intake.characters import squeezed
from parser.intake.encoding import Decoded, decode
from parser.intake.script import to_simplified
from parser.intake.web.enclosures import Enclosures
from parser.intake.web.tree import parsed
from parser.intake.web.unread import Gap, notes
from parser.intake.web.webpage import Webpage
from parser.intake.writer import Writer
from parser.model import Document, Ending, Note

_TITLE = re.compile(r"年度?报告|年报")
_SITE = re.compile(r"\s*[_|].*$|\s+-+\s+.*$")
_FRAME_OF_PAGE = re.compile(r"<(/?(?:html|body))\b", re.I)
_NOTHING = Enclosures()


def read_html(data: bytes, kind: str, encoding: str | None = None) -> Document:
    """Read a web page. `encoding` is what the auditor chose, if anything."""
    decoded = decode(data, encoding)
    return page(decoded, kind)


def page(decoded: Decoded, format: str, enclosures: Enclosures = _NOTHING) -> Document:
    """Return the document of a page's characters. `enclosures` are what was saved with it.

    Raises `Unreadable` for a page without any text.
    """
    root = parsed(decoded.text)
    writer = Writer()
    webpage = Webpage(writer, root, enclosures)
    webpage.write()
    title = _page_title(root)
    document = writer.document(format, decoded.encoding)
    if title and not _TITLE.search(document.simplified):
        # The page's own title is the only one: put it where a title stands.
        writer = Writer()
        writer.line(title)
        webpage = Webpage(writer, root, enclosures)
        webpage.write()
        document = writer.document(format, decoded.encoding)
    if not document.text.strip():
        raise Unreadable(f"网页里没有正文文字（内容{_elsewhere(root)}）。")
    said = [
        *decoded.notes(document.text),
        *notes(webpage.gaps, document),
        *_frame_notes(webpage, document),
    ]
    return replace(document, notes=tuple(said), ending=_ending(decoded.text))


def _ending(source: str) -> Ending:
    """Return what the tags tell of the page's end: a piece of a page has none to close."""
    tags = [match.lower() for match in _FRAME_OF_PAGE.findall(source)]
    if any(tag.startswith("/") for tag in tags):
        return "whole"
    if source.rfind("<") > source.rfind(">"):
        return "torn"
    return "torn" if tags else "unknown"


def write_fragment(writer: Writer, source: str) -> list[Gap]:
    """Write a piece of a page, such as a table that stands in a text, as a page is written.

    Returns what could not be read.
    """
    webpage = Webpage(writer, parsed(source), _NOTHING)
    webpage.write()
    return webpage.gaps


def _page_title(root: HtmlElement) -> str:
    title = root.findtext("head/title") or root.findtext(".//title") or ""
    title = _SITE.sub("", squeezed(title))
    return title if _TITLE.search(to_simplified(title)) else ""


def _elsewhere(root: HtmlElement) -> str:
    frames = [(f.get("src") or "").strip()[:80] for f in root.iter("iframe", "frame")]
    frames = [s for s in frames if s and not s.startswith(("javascript:", "about:"))]
    if frames:
        return f"在内嵌页面“{'、'.join(frames)}”里，它没有随本文件保存"
    pictures = sum(1 for _ in root.iter("img"))
    return (
        f"可能由脚本另行载入，或者是图片：网页里有 {pictures} 张"
        if pictures
        else "可能由脚本另行载入"
    )


def _frame_notes(webpage: Webpage, document: Document) -> Iterator[Note]:
    """Name the frames whose content was not saved with the page, where tables are wanting."""
    if any(len(grid.cells) >= 10 for grid in document.grids):
        return
    for gap in webpage.gaps:
        if gap.kind == "frame":
            yield Note(
                "S201",
                f"网页把一部分内容放在内嵌页面“{gap.what}”里，它没有随本文件保存，其中的表格不在这里。",
            )
