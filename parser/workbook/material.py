"""What goes into a workbook, and where its sheets refer to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from openpyxl.utils import get_column_letter, quote_sheetname

from parser.model import Report, Severity
from parser.review.review import Review
from parser.review.scores import Score, scores
from parser.review.snapshot import Snapshot
from parser.review.tally import Tally
from parser.workbook import cells
from parser.workbook.figure_columns import FigureColumn, figure_columns

OVERVIEW, FIGURES, TOTALS = "总览", "汇总", "合计"
FINDINGS, CORRECTIONS, REMARKS = "问题清单", "更正记录", "说明"

# 汇总: what stands before the figures, and how many rows of names there are.
FIXED = ("单位", "年度", "文件", "表式", "审核状态", Severity.ERROR.label, Severity.WARNING.label)
UNIT, YEAR, FILE, FORM_COLUMN, STAGE_COLUMN, ERRORS, WARNINGS = range(1, len(FIXED) + 1)
SCORES = ("得分", "扣分理由")
HEAD_ROWS = 4


@dataclass(frozen=True)
class Contents:
    """A desk as it is written out. `files` leads from a path on the desk to the file itself.

    `scores` are those of the reports by path, none where scoring is off.
    """

    desk: Snapshot
    files: Mapping[str, Path]
    target: Path
    reviews: tuple[Review, ...]
    columns: tuple[FigureColumn, ...]
    scores: Mapping[str, Score]

    @classmethod
    def of(cls, desk: Snapshot, target: Path, files: Mapping[str, Path]) -> Contents:
        """Take the desk as it stands. Reports come by unit, year and path."""
        ordered = sorted(
            desk.reviews.values(),
            key=lambda r: (
                r.report.identity.unit or "\uffff",
                r.report.identity.year or 0,
                r.path,
            ),
        )
        read = [review.current for review in ordered if review.report.status == "ok"]
        marks = scores(desk.reviews, desk.across, desk.verdict_across, desk.profile)
        return cls(desk, files, target, tuple(ordered), figure_columns(read), marks)

    @property
    def read(self) -> tuple[Review, ...]:
        """The reports that have a row in 汇总."""
        return tuple(review for review in self.reviews if review.report.status == "ok")

    @property
    def reports(self) -> dict[str, Report]:
        """Every report as it stands, by path."""
        return {review.path: review.current for review in self.reviews}

    @property
    def first_row(self) -> int:
        """The first row of figures in 汇总."""
        return HEAD_ROWS + 1

    @property
    def last_row(self) -> int:
        """The last row of figures in 汇总; the first one where there are none."""
        return HEAD_ROWS + max(1, len(self.read))

    @property
    def shown_column(self) -> int:
        """The hidden last column of 汇总: 1 in a row that the filter lets through."""
        return self.score_column + len(self.score_heads)

    @property
    def score_column(self) -> int:
        """The column of the scores in 汇总, behind the figures; where scoring is on."""
        return len(FIXED) + len(self.columns) + 1

    def tally(self, path: str) -> Tally:
        """Count the findings of a report, those between reports included."""
        return self._tallies[path]

    @cached_property
    def whole(self) -> Tally:
        """The findings of all the reports; one between reports counts for each that it names."""
        return Tally.sum(self._tallies.values())

    @cached_property
    def _tallies(self) -> dict[str, Tally]:
        return {review.path: self.desk.tally(review.path) for review in self.reviews}

    @property
    def score_heads(self) -> tuple[str, ...]:
        """The names of the columns of the scores; none where scoring is off."""
        return SCORES if self.desk.profile.scoring.on else ()

    def link(self, path: str) -> str | None:
        """Return the address of a report's file for a link; None where the file is not known."""
        file = self.files.get(path)
        return cells.address(file, self.target) if file else None

    def column_range(self, column: int) -> str:
        """Return a column of 汇总 from its first row to its last, as other sheets write it."""
        letter = get_column_letter(column)
        sheet = quote_sheetname(FIGURES)
        return f"{sheet}!${letter}${self.first_row}:${letter}${self.last_row}"

    def column_of(self, key: str) -> int | None:
        """Return the column of a figure in 汇总, None where no report and no form has it."""
        for at, column in enumerate(self.columns):
            if column.key == key:
                return len(FIXED) + 1 + at
        return None
