"""A scan as a document: ruled tables cell by cell, the rest as lines, each with confidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from parser.errors import Unreadable
from parser.intake import patience
from parser.intake.pages.folio import Folio
from parser.intake.pages.printed import Line, Part, RuledCell, RuledTable, Word
from parser.intake.scan import recogniser
from parser.intake.scan.pictures import Picture, of_image, of_part, of_pdf
from parser.model import Box, Document, Note

SECONDS_A_PAGE = 120.0
# Address space, not memory in use: the recogniser's models and their threads' stacks.
MEMORY = 4096 << 20


def read_image(data: bytes, kind: str, encoding: str | None) -> Document:
    """Read a picture of a report. Raises `NeedsOcr` without the extra, `Unreadable` if broken."""
    recogniser.require()
    return _document(of_image(data), kind)


def read_scanned_pdf(data: bytes) -> Document:
    """Read a PDF without a text layer. Raises `NeedsOcr` without the extra."""
    recogniser.require()
    return _document(of_pdf(data), "pdf")


def read_part(
    data: bytes, number: int, part: tuple[float, float, float, float] | None = None
) -> list[Part]:
    """Read one page of a PDF as a picture, or the part of it within (x0, y0, x1, y1) in points.

    Needs the extra: see `recogniser.available`.
    """
    patience.room(MEMORY)
    patience.more(SECONDS_A_PAGE)
    return _parts(of_part(data, number, part))


def _document(pictures: Iterable[Picture], format: str) -> Document:
    folio = Folio()
    pages = 0
    patience.room(MEMORY)
    for picture in pictures:
        patience.more(SECONDS_A_PAGE)
        width, height = (side * picture.points for side in picture.image.size)
        folio.page(picture.number, width, height, _parts(picture))
        pages += 1
    if not pages:
        raise Unreadable("文件里没有一页可以显示的内容。")
    sentence = f"共 {pages} 页没有文字层，文字和数字由识别得出，请对照原件核对标为“待核”的各格。"
    return folio.document(format, [Note("F104", sentence)])


def _parts(picture: Picture) -> list[Part]:
    import numpy as np

    from parser.intake.scan import ruling

    image: Any = np.asarray(picture.image)[:, :, ::-1].copy()
    degrees = ruling.skew(ruling.ink(_gray(image)))
    level, back = ruling.straightened(image, degrees)
    mask = ruling.ink(_gray(level))
    lines = ruling.rules(mask)

    def box(x0: float, y0: float, x1: float, y1: float) -> Box:
        placed = ruling.original((x0, y0, x1, y1), back)
        px0, py0, px1, py1 = (v * picture.points for v in placed)
        left, top = picture.left, picture.top
        corners = (px0 + left, py0 + top, px1 + left, py1 + top)
        return Box(picture.number, *(round(v, 2) for v in corners))

    parts: list[tuple[float, Part]] = []
    text = np.where(lines[:, :, None] > 0, 255, level).astype(np.uint8)
    printed = np.where(lines > 0, 0, mask).astype(np.uint8)
    for table in ruling.tables(lines):
        parts.append((table.y0, _table(table, text, printed, box)))
        text[table.y0 : table.y1, table.x0 : table.x1] = 255
    rows: dict[int, list[Word]] = {}
    for found in sorted(recogniser.read_page(text), key=lambda f: f.box[1]):
        middle = (found.box[1] + found.box[3]) / 2
        height = found.box[3] - found.box[1]
        near = next((y for y in rows if abs(y - middle) < height * 0.5), None)
        key = round(middle) if near is None else near
        rows.setdefault(key, []).append(Word(found.text, box(*found.box), found.confidence))
    parts += [(y, Line(tuple(sorted(words, key=lambda w: w.box.x0)))) for y, words in rows.items()]
    return [part for _, part in sorted(parts, key=lambda item: item[0])]


def _gray(image: Any) -> Any:
    import cv2

    return cast(Any, cv2).cvtColor(image, cv2.COLOR_BGR2GRAY)


def _table(table: Any, text: Any, printed: Any, box: Any) -> RuledTable:
    """Read every cell of a ruled table, line by line."""
    from parser.intake.scan import ruling

    crops: list[Any] = []
    places: list[tuple[int, Box]] = []
    for i, slot in enumerate(table.slots):
        inside = printed[slot.y0 : slot.y1, slot.x0 : slot.x1]
        for x0, y0, x1, y1 in ruling.bands(inside):
            edge = max(2, (y1 - y0) // 6)
            top, bottom = max(0, y0 - edge), min(inside.shape[0], y1 + edge)
            left, right = max(0, x0 - edge), min(inside.shape[1], x1 + edge)
            crops.append(text[slot.y0 + top : slot.y0 + bottom, slot.x0 + left : slot.x0 + right])
            places.append((i, box(slot.x0 + x0, slot.y0 + y0, slot.x0 + x1, slot.y0 + y1)))
    words: dict[int, list[Line]] = {}
    for (i, place), found in zip(places, recogniser.read_lines(crops), strict=True):
        words.setdefault(i, []).append(Line((Word(found.text, place, found.confidence),)))
    rows: dict[int, list[RuledCell]] = {}
    for i, slot in enumerate(table.slots):
        place = box(slot.x0, slot.y0, slot.x1, slot.y1)
        cell = RuledCell(place, slot.row_span, slot.column_span, tuple(words.get(i, ())))
        rows.setdefault(slot.row, []).append(cell)
    laid = tuple(tuple(rows[row]) for row in sorted(rows))
    return RuledTable(laid[0][0].box.y0, laid)
