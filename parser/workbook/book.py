"""The book as a whole: six sheets in their order, written beside the target and moved there."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook

from parser.intake.own_workbook import MARK
from parser.review.snapshot import Snapshot
from parser.workbook.corrections import write_corrections
from parser.workbook.findings import write_findings
from parser.workbook.material import Contents
from parser.workbook.overview import write_overview
from parser.workbook.remarks import write_remarks
from parser.workbook.summary import write_figures
from parser.workbook.totals import write_totals


def write(desk: Snapshot, target: Path, files: Mapping[str, Path] | None = None) -> None:
    """Write a desk to an .xlsx file.

    `files` leads from a report's path on the desk to the file itself, for the links. The target
    is whole or as it was before. OSError where it cannot be written (another program holds it).
    """
    contents = Contents.of(desk, target, files or {})
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        # A place that cannot be written to is found out before any sheet is begun.
        with part.open("wb") as stream:
            _book(contents).save(stream)
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)


def _book(contents: Contents) -> Workbook:
    book = Workbook(write_only=True)
    book.calculation.fullCalcOnLoad = True
    book.properties.creator = "鉴报"
    book.properties.keywords = MARK
    for sheet in (
        write_overview,
        write_figures,
        write_totals,
        write_findings,
        write_corrections,
        write_remarks,
    ):
        sheet(book, contents)
    return book
