"""A table of metadata is told by its labels, and only where it is short; alike in every format."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from parser.intake.reader import document
from tests.support.formats import Piece, to_doc, to_docx, to_html, to_xlsx
from tests.support.layouts import Slot
from tests.support.wordformats import to_fodt, to_odt, to_wordml

FORMATS = [
    (to_docx, "docx"),
    (to_doc, "doc"),
    (to_html, "html"),
    (to_xlsx, "xlsx"),
    (to_odt, "odt"),
    (to_fodt, "fodt"),
    (to_wordml, "xml"),
]


def metadata(rows: int) -> Piece:
    """Return a table whose first and last row have a label; lines of this text would have none."""
    between = [("说明", "见文件。")] * (rows - 2)
    texts = [("索引号：", "1-2"), *between, ("主题分类：", "年报")]
    return [[Slot(text) for text in row] for row in texts]


@pytest.mark.parametrize(("written", "name"), FORMATS, ids=[name for _, name in FORMATS])
@pytest.mark.parametrize(("rows", "is_one"), [(2, True), (24, True), (25, False)])
def test_a_table_of_metadata_has_no_more_than_24_rows(
    written: Callable[[Sequence[Piece]], bytes], name: str, rows: int, is_one: bool
) -> None:
    found = document(written([metadata(rows), "一、总体情况", "无。"]), f"a.{name}")
    (grid,) = found.grids
    assert len({cell.row for cell in grid.cells}) == rows
    assert any(span.covers(grid.span) for span in found.furniture) == is_one
