"""What is painted of one place of an official table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from parser.model import Severity
from parser.reading.missing import Absence

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
KEY_ROLE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class CellView:
    """Everything that is painted of one place in the table."""

    text: str
    is_figure: bool
    severity: Severity | None = None
    strong: bool = True
    original: str | None = None
    preview: str | None = None
    suspected: bool = False
    blank: bool = False
    absence: Absence = Absence.NONE
    focus: bool = False
    differs: bool = False
    doubtful: bool = False
    cut: bool = False  # what is shown may be a part of it only
