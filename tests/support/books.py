"""Workbooks that the program wrote, reopened, with the formulas that they use worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import column_index_from_string, range_boundaries

from parser.model import Report
from parser.settings.profile import Profile
from tests.support.reviews import check_sums, made_report

RECEIVED = "requests.received.total"
SUM = re.compile(r"=SUBTOTAL\((\d+),([A-Z]+\d+)(?::([A-Z]+\d+))?\)")
SUMIFS = re.compile(r"=SUMIFS\((.+?),(.+?),\"(.+?)\",(.+?),1\)")
load: Any = openpyxl.load_workbook  # openpyxl knows too many kinds of cell to check here


class Book:
    """A workbook reopened, with the formulas it uses worked out here."""

    def __init__(self, path: Path) -> None:
        self.book = load(path)
        self.figures = self.book["汇总"]
        self.keys = {
            cell.value: cell.column for cell in self.figures[4] if isinstance(cell.value, str)
        }

    def rows(self, sheet: str) -> list[dict[str, Any]]:
        head, *rows = self.book[sheet].iter_rows(values_only=True)
        return [dict(zip(map(str, head), row, strict=True)) for row in rows]

    def row_of(self, path: str) -> int:
        return next(
            row for row in range(5, self.figures.max_row) if self.figures.cell(row, 3).value == path
        )

    def figure(self, path: str, key: str) -> Any:
        return self.figures.cell(self.row_of(path), self.keys[key])

    def total(self, key: str, shown: set[int]) -> Any:
        cell = self.figures.cell(self.figures.max_row, self.keys[key])
        match = SUM.fullmatch(cell.value)
        assert match
        assert match[1] == "109"
        assert match[3]
        return sum(self._values(f"{match[2]}:{match[3]}", shown))

    def summed(self, formula: str, shown: set[int]) -> Any:
        match = SUMIFS.fullmatch(formula)
        assert match, formula
        values, forms, form, seen = match[1], match[2], match[3], match[4]
        visible = {
            row
            for row in shown
            if self.figures.cell(row, self._column(seen)).value == f"=SUBTOTAL(103,C{row})"
            and self.figures.cell(row, self._column(forms)).value == form
        }
        return sum(self._values(values, visible))

    def _values(self, where: str, shown: set[int]) -> Iterator[Any]:
        low, top, high, bottom = range_boundaries(where.split("!")[-1].replace("$", ""))
        assert low == high
        assert (top, bottom) == (5, self.figures.max_row - 1)
        for row in sorted(shown):
            yield self.figures.cell(row, int(low or 0)).value or 0

    def _column(self, where: str) -> int:
        return column_index_from_string(where.split("$")[1])


def wrong(path: str = "河湾镇2023.txt", digest: str = "d1") -> Report:
    """Return a report whose received requests do not sum up."""
    return check_sums(made_report(path, digest, values={RECEIVED: 99}), Profile())
