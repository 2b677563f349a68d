"""Reports drawn on pages: as a PDF with a text layer, and as pictures like a scanner's."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from parser.model import Number
from parser.official.form import Form
from tests.support.layouts import Grid, Slot, grid

WIDTH, HEIGHT = 595.0, 842.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 60.0, 535.0, 60.0, 790.0
_SIZE = 9.0
_LEAD = 12.0
_PAD = 4.0
_NUMERALS = "一二三四五六"
FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
)


@dataclass
class Sheet:
    """A page as drawing orders, in points from the top left: words and lines."""

    words: list[tuple[float, float, str]] = field(default_factory=list)
    lines: list[tuple[float, float, float, float]] = field(default_factory=list)


def sheets(
    form: Form,
    figures: Mapping[str, Number | None],
    title: str,
    *,
    ruled: bool = True,
    closing: str = "",
) -> list[Sheet]:
    """Lay a whole report out on pages; tables go over pages with their header rows repeated."""
    pages = [Sheet()]
    y = _TOP

    def fresh() -> float:
        pages[-1].words.append((_LEFT + 220, _BOTTOM + 20, f"- {len(pages)} -"))
        pages.append(Sheet())
        return _TOP

    prose = {
        1: "本年度各项工作有序推进，登记审核责任到人。",
        5: "一是更新不够及时；二是今后按月检查。",
        6: closing,
    }
    for section in form.sections:
        heads = [title] if section.number == 1 else []
        heads.append(f"{_NUMERALS[section.number - 1]}、{section.title}")
        for text in [*heads, prose.get(section.number, "")]:
            if text:
                if y + _LEAD > _BOTTOM:
                    y = fresh()
                pages[-1].words.append((_LEFT, y, text))
                y += _LEAD * 1.5
        for table in form.tables:
            if table.section != section.number:
                continue
            slots = grid(form, table.name, figures)
            headers = 3 if table.name == "requests" else 0
            first = 0
            while first < len(slots):
                rows = list(range(first, len(slots)))
                if first and headers:
                    rows = [*range(headers), *rows]
                heights = _heights(slots, rows)
                fit = 0
                while fit < len(rows) and y + sum(heights[: fit + 1]) <= _BOTTOM:
                    fit += 1
                if fit <= (headers if first else 0):
                    y = fresh()
                    continue
                _draw(pages[-1], slots, rows[:fit], heights, y, ruled)
                y += sum(heights[:fit]) + _LEAD
                first = rows[fit - 1] + 1
                if first < len(slots):
                    y = fresh()
    pages[-1].words.append((_LEFT + 220, _BOTTOM + 20, f"- {len(pages)} -"))
    return pages


def _edges(slots: Grid) -> list[float]:
    width = len(slots[0])
    if width == 10:
        shares = [1.6, 2.2, 4.2, 1, 1, 1, 1, 1, 1, 1]
    elif width == 4:
        shares = [1.5, 1, 1, 1]
    else:
        shares = [1.0] * width
    total = sum(shares)
    edges = [_LEFT]
    for share in shares:
        edges.append(edges[-1] + share / total * (_RIGHT - _LEFT))
    return edges


def _wrap(text: str, width: float) -> list[str]:
    room = max(1, int((width - 2 * _PAD) // _SIZE))
    if text.isascii():
        return [text] if text else []
    return [text[i : i + room] for i in range(0, len(text), room)]


def _heights(slots: Grid, rows: list[int]) -> list[float]:
    edges = _edges(slots)
    result = []
    for r in rows:
        lines = 1
        for c, slot in enumerate(slots[r]):
            if not slot.covered and slot.row_span == 1:
                lines = max(lines, len(_wrap(slot.text, edges[c + slot.column_span] - edges[c])))
        result.append(lines * _LEAD + 2 * _PAD)
    return result


def _owner(slots: Grid, row: int, column: int) -> tuple[int, int, Slot]:
    for r in range(row, -1, -1):
        for c in range(column, -1, -1):
            slot = slots[r][c]
            if not slot.covered and r + slot.row_span > row and c + slot.column_span > column:
                return r, c, slot
    raise AssertionError


def _draw(
    sheet: Sheet, slots: Grid, rows: list[int], heights: list[float], top: float, ruled: bool
) -> None:
    edges = _edges(slots)
    ys = [top]
    for height in heights[: len(rows)]:
        ys.append(ys[-1] + height)
    seen: set[tuple[int, int]] = set()
    for i, r in enumerate(rows):
        for column in range(len(slots[r])):
            owner_row, owner_column, slot = _owner(slots, r, column)
            if (owner_row, owner_column) in seen:
                continue
            seen.add((owner_row, owner_column))
            last = i
            while last + 1 < len(rows) and rows[last + 1] < owner_row + slot.row_span:
                last += 1
            x0, x1 = edges[owner_column], edges[owner_column + slot.column_span]
            y0, y1 = ys[i], ys[last + 1]
            if ruled:
                corners = [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]
                sheet.lines += corners
            if owner_row == r:
                for n, line in enumerate(_wrap(slot.text, x1 - x0)):
                    x = x0 + _PAD
                    if slot.figure:
                        x = (x0 + x1) / 2 - len(line) * _SIZE * 0.28
                    sheet.words.append((x, y0 + _PAD + n * _LEAD, line))


Extra = Callable[[Any, int], None]


def nothing(canvas: Any, page: int) -> None:
    """Draw nothing more."""


def pdf(pages: list[Sheet], under: Extra = nothing, over: Extra = nothing) -> bytes:
    """Print the pages as a PDF with a text layer.

    `under` and `over` draw more on reportlab's canvas, before a page's own words and after them;
    they are told which page it is, counted from 0.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=1)
    for number, sheet in enumerate(pages):
        canvas.setLineWidth(0.6)
        for x0, y0, x1, y1 in sheet.lines:
            canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)
        canvas.saveState()
        under(canvas, number)
        canvas.restoreState()
        for x, y, text in sheet.words:
            canvas.setFont("Helvetica" if text.isascii() else "STSong-Light", _SIZE)
            canvas.drawString(x, HEIGHT - y - _SIZE, text)
        canvas.saveState()
        over(canvas, number)
        canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def pictures(
    pages: list[Sheet], rng: Random, *, dpi: int = 200, skew: float = 0.0, noise: float = 0.0
) -> Iterator[Image.Image]:
    """Yield the pages as a scanner gives them: turned by `skew` degrees, with grain and specks."""
    scale = dpi / 72
    path = next(path for path in FONTS if _exists(path))
    font = ImageFont.truetype(path, round(_SIZE * scale))
    for sheet in pages:
        image = Image.new("L", (round(WIDTH * scale), round(HEIGHT * scale)), 255)
        draw = ImageDraw.Draw(image)
        for line in sheet.lines:
            draw.line([v * scale for v in line], fill=30, width=max(1, round(0.7 * scale)))
        for x, y, text in sheet.words:
            draw.text((x * scale, y * scale - 0.2 * _SIZE * scale), text, fill=20, font=font)
        if skew:
            image = image.rotate(-skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
        if noise:
            seed = np.random.default_rng(rng.randrange(2**32))
            grain = np.asarray(image, dtype=float) + seed.normal(0, 255 * noise, image.size[::-1])
            specks = seed.random(image.size[::-1]) < noise / 400
            grain[specks] = 0
            image = Image.fromarray(np.clip(grain, 0, 255).astype("uint8"))
        yield image.convert("RGB")


def _exists(path: str) -> bool:
    from pathlib import Path

    return Path(path).exists()


def picture_file(images: list[Image.Image], kind: str, dpi: int = 200) -> bytes:
    """Store pictures as png, jpg (one page) or tif, pdf (all pages)."""
    file = io.BytesIO()
    if kind in ("tif", "pdf"):
        images[0].save(
            file,
            kind.upper().replace("TIF", "TIFF"),
            save_all=True,
            append_images=images[1:],
            dpi=(dpi, dpi),
            resolution=dpi,
        )
    else:
        images[0].save(file, {"jpg": "JPEG", "png": "PNG"}[kind], dpi=(dpi, dpi))
    return file.getvalue()
