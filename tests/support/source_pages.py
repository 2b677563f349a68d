"""Originals with pages, made at test time: a PDF and a scan, and the reports read from them."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from parser.intake.source import Source
from parser.model import Body, Box, Document, Figure, Page, Reading, Report, Span

WIDTH, HEIGHT = 420.0, 595.0
PAGES = 12
SIZE = 14.0
LEFT, TOP, STEP = 60.0, 80.0, 40.0  # of the figures, in points from the top left


def pdf() -> bytes:
    """Return a PDF of twelve pages: a heading and four figures on each."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT))
    for page in range(1, PAGES + 1):
        canvas.setFont("Helvetica", SIZE)
        canvas.drawString(LEFT, HEIGHT - 50, f"Page {page} received and answered")
        for row in range(4):
            baseline = HEIGHT - (TOP + row * STEP) - SIZE
            canvas.drawString(LEFT, baseline, figure_text(page, row))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def written(folder: Path) -> Source:
    """Write the PDF into a folder."""
    file = folder / "a.pdf"
    file.write_bytes(pdf())
    return Source("a.pdf", file)


def scan() -> bytes:
    """Return a picture of one page at two pixels a point: dark blocks where figures stand."""
    picture = Image.new("RGB", (int(2 * WIDTH), int(2 * HEIGHT)), "white")
    draw = ImageDraw.Draw(picture)
    for row in range(4):
        top = 2 * (TOP + row * STEP)
        draw.rectangle((2 * LEFT, top, 2 * LEFT + 60, top + 2 * SIZE), fill="black")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def figure_text(page: int, row: int) -> str:
    """Return what the figure of that row says."""
    return str(100 * page + row)


def report(pages: int = PAGES, kind: str = "pdf") -> Report:
    """Return the report that a reader would make of these originals."""
    text = ""
    figures: dict[str, Figure] = {}
    sheets: list[Page] = []
    words: list[tuple[Span, Box]] = []
    for page in range(1, pages + 1):
        start = len(text)
        text += f"Page {page} received and answered\n"
        words.append((Span(start, len(text) - 1), Box(page, LEFT, 36, LEFT + 190, 53)))
        for row in range(4):
            raw = figure_text(page, row)
            span = Span(len(text), len(text) + len(raw))
            top = TOP + row * STEP
            box = Box(page, LEFT, top, LEFT + 30, top + SIZE + 3)
            key = f"p{page}.r{row}"
            figures[key] = Figure(key, int(raw), raw, span, Reading.NUMBER, box=box)
            text += raw + "\n"
        sheets.append(Page(page, WIDTH, HEIGHT, Span(start, len(text))))
    document = Document(text, text, kind, pages=tuple(sheets), words=tuple(words))
    body = Body(Span(0, len(text)), (), (), figures)
    return Report(f"年报/a.{kind}", f"{kind}{pages}", "ok", document=document, bodies=(body,))
