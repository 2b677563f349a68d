"""Writes OFD files for tests: the drawn pages of a report as text and path objects."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from tests.support.drawn import HEIGHT, WIDTH, Sheet

MILLIMETRES = 25.4 / 72
SIZE = 9.0
_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def millimetres(points: float) -> str:
    return f"{points * MILLIMETRES:.4f}"


def text(
    x: float, y: float, words: str, inside: str = "", size: float = SIZE, more: str = ""
) -> str:
    """A text object whose first character has its top left corner at x, y, in points."""
    steps = [(0.5 if c.isascii() else 1.0) * size for c in words[:-1]]
    delta = " ".join(f"g 1 {millimetres(step)}" for step in steps)
    place = " ".join(millimetres(v) for v in (x, y, (len(words) + 1) * size, size * 1.2))
    return (
        f'<ofd:TextObject ID="9" Boundary="{place}" Font="1" Size="{millimetres(size)}" {more}>'
        f'{inside}<ofd:TextCode X="0" Y="{millimetres(size * 0.85)}"'
        + (f' DeltaX="{delta}"' if delta else "")
        + f">{escape(words)}</ofd:TextCode></ofd:TextObject>"
    )


def line(x0: float, y0: float, x1: float, y1: float, inside: str = "") -> str:
    """A straight line, in points."""
    left, top = min(x0, x1), min(y0, y1)
    sides = max(abs(x1 - x0), 0.5), max(abs(y1 - y0), 0.5)
    place = " ".join(millimetres(v) for v in (left, top, *sides))
    a, b, c, d = (millimetres(v) for v in (x0 - left, y0 - top, x1 - left, y1 - top))
    return (
        f'<ofd:PathObject ID="8" Boundary="{place}" LineWidth="0.2">{inside}'
        f"<ofd:AbbreviatedData>M {a} {b} L {c} {d}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def area(x: float, y: float, width: float, height: float, colour: str) -> str:
    """A painted rectangle, in points; `colour` as red, green and blue up to 255."""
    place = " ".join(millimetres(v) for v in (x, y, width, height))
    w, h = millimetres(width), millimetres(height)
    return (
        f'<ofd:PathObject ID="7" Boundary="{place}" Fill="true" Stroke="false">'
        f'<ofd:FillColor Value="{colour}"/>'
        f"<ofd:AbbreviatedData>M 0 0 L {w} 0 L {w} {h} L 0 {h} C</ofd:AbbreviatedData>"
        "</ofd:PathObject>"
    )


def objects(sheet: Sheet) -> str:
    """The objects of a drawn page."""
    return "".join(line(*ends) for ends in sheet.lines) + "".join(
        text(x, y, words) for x, y, words in sheet.words
    )


def ofd(
    pages: Sequence[str],
    *,
    template: str = "",
    notes: str = "",
    parts: dict[str, bytes] | None = None,
) -> bytes:
    """A file of pages, each given as its objects; a template under and notes on the first.

    `parts` are further parts, or others instead of those with the same names.
    """
    box = f"0 0 {millimetres(WIDTH)} {millimetres(HEIGHT)}"
    listed = "".join(
        f'<ofd:Page ID="{100 + i}" BaseLoc="Pages/Page_{i}/Content.xml"/>'
        for i in range(len(pages))
    )
    own = {
        "OFD.xml": f'{_HEAD}<ofd:OFD {_SPACE} Version="1.0" DocType="OFD"><ofd:DocBody>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"{_HEAD}<ofd:Document {_SPACE}><ofd:CommonData><ofd:PageArea>"
        f"<ofd:PhysicalBox>{box}</ofd:PhysicalBox></ofd:PageArea>"
        "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
        '<ofd:TemplatePage ID="50" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData>'
        f"<ofd:Pages>{listed}</ofd:Pages>"
        "<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations></ofd:Document>",
        "Doc_0/PublicRes.xml": f'{_HEAD}<ofd:Res {_SPACE} BaseLoc="Res"><ofd:Fonts>'
        '<ofd:Font ID="1" FontName="SimSun"/></ofd:Fonts></ofd:Res>',
        "Doc_0/Tpls/Tpl_0/Content.xml": _content(template),
        "Doc_0/Annots/Annotations.xml": f'{_HEAD}<ofd:Annotations {_SPACE}><ofd:Page PageID="100">'
        "<ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>",
        "Doc_0/Annots/Page_0/Annotation.xml": f"{_HEAD}<ofd:PageAnnot {_SPACE}>{notes}"
        "</ofd:PageAnnot>",
    }
    for i, drawn in enumerate(pages):
        under = '<ofd:Template TemplateID="50" ZOrder="Background"/>' if template else ""
        own[f"Doc_0/Pages/Page_{i}/Content.xml"] = _content(drawn, under)
    written = {name: part.encode() for name, part in own.items()} | (parts or {})
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in written.items():
            archive.writestr(name, data)
    return file.getvalue()


def _content(drawn: str, before: str = "") -> str:
    return (
        f"{_HEAD}<ofd:Page {_SPACE}>{before}<ofd:Content>"
        f'<ofd:Layer ID="2" Type="Body">{drawn}</ofd:Layer></ofd:Content></ofd:Page>'
    )
