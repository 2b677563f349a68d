"""One report in two files: the text in Word, the tables in a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from parser.intake.reader import document
from parser.model import Number, Report
from parser.official.form import form_of
from parser.pipeline import assess, interpret
from parser.settings.profile import Profile
from tests.support import formats
from tests.support.figures import right_figures
from tests.support.formats import Piece, pieces

FIGURES = right_figures("2021", Random(7), "large")
HEADINGS = (
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
)


def text_only(unit: str = "青禾县白鹭镇人民政府", year: int = 2022) -> bytes:
    """Return the Word file: a whole report that sends the reader to its tables."""
    said = (p if isinstance(p, str) else "详见附表。" for p in _pieces(FIGURES))
    return formats.to_docx([_named(piece, unit, year) for piece in said])


def tables(
    head: Sequence[str] = (), sheets: int = 1, values: Mapping[str, Number] | None = None
) -> bytes:
    """Return the spreadsheet: the three tables under these lines, on one sheet or on three."""
    grids = [
        piece for piece in _pieces({**FIGURES, **(values or {})}) if not isinstance(piece, str)
    ]
    if sheets == 1:
        return formats.to_xlsx([*head, *grids])
    parts: list[Piece] = list(head)
    for heading, grid in zip(HEADINGS, grids, strict=True):
        parts += [heading, grid]
    return formats.to_xlsx(parts, sheets)


def read(data: bytes, path: str) -> Report:
    """Return the file as read and checked; its digest is its path."""
    return assess(interpret(document(data, path.rsplit("/", 1)[-1]), path, path), Profile())


def _pieces(figures: Mapping[str, Number | None]) -> list[Piece]:
    return pieces(form_of("2021"), figures)


def _named(text: str, unit: str, year: int) -> str:
    return text.replace("青禾县白鹭镇人民政府", unit).replace("2022", str(year))
