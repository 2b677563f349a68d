"""Annotations and form fields of a PDF page, as they are shown (ISO 32000 12.5)."""

from __future__ import annotations

import re
from typing import Any, cast

from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import apply_matrix_rect, decode_text, mult_matrix

from parser.intake.pages.drawing import BLACK, Frame, Glyph
from parser.intake.pages.pdf_drawer import PageDrawer
from parser.intake.pages.pdf_interpreter import Interpreter
from parser.intake.pages.pdf_layers import Layers
from parser.intake.pages.pdf_values import entries, listed, name, numbers

_HIDDEN = 2 | 32  # Hidden, NoView
_SILENT = ("Popup", "Link", "Text", "FileAttachment", "Sound", "Movie", "Screen", "TrapNet")
_MARKUP = ("Highlight", "Underline", "Squiggly", "StrikeOut")
_SIZE = re.compile(rb"([\d.]+)\s+Tf")
_PASSWORD = 1 << 13


class Annotations:
    """Draws the annotations of a document's pages."""

    def __init__(self, catalog: Any, layers: Layers) -> None:
        form = entries(entries(catalog).get("AcroForm"))
        self._fonts = entries(entries(form.get("DR")).get("Font"))
        self._appearance = form.get("DA")
        self._layers = layers

    def draw(self, page: Any, drawer: PageDrawer, interpreter: Interpreter) -> None:
        """Draw what the page's annotations show on top of its content."""
        for reference in listed(page.annots):
            note = entries(reference)
            kind = name(note.get("Subtype"))
            flags: Any = resolve1(note.get("F")) or 0
            if kind in _SILENT or flags & _HIDDEN or self._layers.off(note.get("OC")):
                continue
            if kind in _MARKUP:
                if kind == "StrikeOut":
                    drawer.drawing.strikes += _struck(note, drawer)
                continue
            rect = numbers(note.get("Rect"), 4)
            if rect is None or (kind == "Widget" and _inherited(note, "FT") == "Btn"):
                continue
            x0, x1 = sorted((rect[0], rect[2]))
            y0, y1 = sorted((rect[1], rect[3]))
            shown = _stream(note)
            if shown is not None:
                ruled = len(drawer.drawing.rules)
                self._appear(shown, (x0, y0, x1, y1), drawer, interpreter)
                if kind == "Widget":
                    # The frame of a field is not the table's.
                    del drawer.drawing.rules[ruled:]
            elif kind in ("Widget", "FreeText"):
                self._write(note, kind, (x0, y0, x1, y1), drawer)

    def _appear(
        self, form: PDFStream, rect: tuple[float, ...], drawer: PageDrawer, interpreter: Interpreter
    ) -> None:
        """Draw an appearance stream, fitted into the rectangle (12.5.5)."""
        box = numbers(form.get("BBox"), 4)
        matrix = numbers(form.get("Matrix"), 6) or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        if box is None:
            return
        x0, y0, x1, y1 = apply_matrix_rect(cast(Any, matrix), cast(Any, box))
        if x1 <= x0 or y1 <= y0:
            return
        across, down = (rect[2] - rect[0]) / (x1 - x0), (rect[3] - rect[1]) / (y1 - y0)
        fit = (across, 0, 0, down, rect[0] - x0 * across, rect[1] - y0 * down)
        fitted = mult_matrix(cast(Any, matrix), mult_matrix(fit, drawer.page_ctm))
        resources = dict(entries(form.get("Resources")))
        resources["Font"] = {**self._fonts, **entries(resources.get("Font"))}
        drawer.restart()
        drawer.set_ctm(drawer.page_ctm)
        drawer.begin_figure("annotation", box, mult_matrix(cast(Any, matrix), fit))
        interpreter.render_contents(cast(Any, resources), [form], fitted)
        drawer.end_figure("annotation")

    def _write(
        self, note: dict[str, Any], kind: str, rect: tuple[float, ...], drawer: PageDrawer
    ) -> None:
        """Write a text that has no appearance of its own, as a reader of PDF would."""
        value: Any = _inherited(note, "V") if kind == "Widget" else resolve1(note.get("Contents"))
        if kind == "Widget" and (_inherited(note, "Ff") or 0) & _PASSWORD:
            return
        if not isinstance(value, (bytes, str)):
            return
        text = decode_text(value) if isinstance(value, bytes) else value
        look: Any = _inherited(note, "DA") or resolve1(self._appearance)
        found = _SIZE.search(look) if isinstance(look, bytes) else None
        height = rect[3] - rect[1]
        size = float(found[1]) if found and float(found[1] or 0) > 0 else min(12.0, height * 0.7)
        frame = drawer.frame(apply_matrix_rect(drawer.page_ctm, cast(Any, rect)))
        lines = text.splitlines()
        top = frame.top + (max(0.0, (frame.height - size) / 2) if len(lines) == 1 else 2.0)
        for line in lines:
            x = frame.x0 + 2.0
            for character in line:
                width = size * (0.5 if character.isascii() else 1.0)
                place = Frame(x, top, x + width, top + size)
                drawer.add(Glyph(character, place, place, size, top + size * 0.8, 0.0, BLACK, 0))
                x += width
            top += size * 1.2


def _struck(note: dict[str, Any], drawer: PageDrawer) -> list[Frame]:
    points = numbers(note.get("QuadPoints")) or ()
    frames: list[Frame] = []
    for i in range(0, len(points) - 7, 8):
        xs, ys = points[i : i + 8 : 2], points[i + 1 : i + 8 : 2]
        bounds = (min(xs), min(ys), max(xs), max(ys))
        frames.append(drawer.frame(apply_matrix_rect(drawer.page_ctm, cast(Any, bounds))))
    return frames


def _stream(note: dict[str, Any]) -> PDFStream | None:
    """Return the normal appearance, in the state that the annotation is in."""
    shown: Any = resolve1(entries(note.get("AP")).get("N"))
    if isinstance(shown, dict):
        shown = resolve1(cast(Any, shown).get(name(note.get("AS"))))
    return shown if isinstance(shown, PDFStream) else None


def _inherited(note: dict[str, Any], key: str) -> Any:
    """Return a field's entry, its own or from a field above it. Names come as text."""
    field = note
    for _ in range(16):
        value: Any = resolve1(field.get(key))
        if value is not None:
            return getattr(value, "name", value)
        field = entries(field.get("Parent"))
    return None
