"""Every character of a report's text is shown once, and found again from where it is shown."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from gui.theme import base_font, palette_of
from gui.views.source.composition import Composition, compose
from gui.views.source.grids import CELL_LIMIT, DEPTH_LIMIT
from gui.views.source.offsets import LINE_LIMIT
from parser.intake.writer import Draft, Writer
from parser.model import Cell, Document, Grid, Report, Span
from tests.support.source_report import plain, report

PALETTE = palette_of(dark=False)


def composed(shown: Report) -> Composition:
    return compose(shown, PALETTE, base_font())


def at_place(composition: Composition, offset: int) -> str:
    place = composition.offsets.place_of(offset)
    units = composition.document.toRawText().encode("utf-16-le", "surrogatepass")
    size = 4 if 0xD8 <= units[2 * place + 1] <= 0xDB else 2
    return units[2 * place : 2 * place + size].decode("utf-16-le")


def check_every_character(shown: Report) -> None:
    composition = composed(shown)
    text = shown.text
    for offset, character in enumerate(text):
        if text[offset - 1 : offset + 1] == "\r\n":
            continue  # the second half of a line end has no place of its own
        shown_as = at_place(composition, offset)
        if character in "\r\n\u2029":
            assert shown_as == "\u2029"
        elif character in "\0\ufffc\ufdd0\ufdd1" or "\ud800" <= character <= "\udfff":
            assert shown_as == "\ufffd"
        else:
            assert shown_as == character
        assert composition.offsets.offset_of(composition.offsets.place_of(offset)) == offset


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="甲乙丙 \t\r\n\0\ufffc\ufdd0𠮷🙂\u2028\u2029x", max_size=60))
@example("\r\n\r\n𠮷\r")
@example("🙂🙂a\r\nb")
def test_plain_text_of_any_kind(qapp: object, text: str) -> None:
    check_every_character(plain(text))


def test_a_line_without_end_is_broken_and_stays_whole(qapp: object) -> None:
    text = "收到申请" * LINE_LIMIT + "\n终"
    shown = plain(text)
    composition = composed(shown)
    blocks = composition.document.blockCount()
    assert blocks == 4 * LINE_LIMIT // LINE_LIMIT + 1
    assert composition.document.toPlainText().replace("\n", "") == text.replace("\n", "")
    for offset in (0, LINE_LIMIT - 1, LINE_LIMIT, 3 * LINE_LIMIT, len(text) - 1):
        assert at_place(composition, offset) == text[offset]


def test_cells_of_tables_keep_their_characters(qapp: object) -> None:
    shown = report()
    composition = composed(shown)
    assert shown.document is not None
    for grid in shown.document.grids:
        for cell in grid.cells:
            first = composition.offsets.place_of(cell.span.start)
            if not cell.text:
                assert composition.offsets.offset_of(first) == cell.span.start
                continue
            last = composition.offsets.place_of(cell.span.end, end=True)
            raw = composition.document.toRawText().encode("utf-16-le")
            assert raw[2 * first : 2 * last].decode("utf-16-le") == cell.text
            assert composition.offsets.offset_of(first) == cell.span.start
    assert len(composition.cells) == sum(len(grid.cells) for grid in shown.document.grids)


def test_spans_of_cells_become_spans_of_the_table(qapp: object) -> None:
    composition = composed(report())
    heading = next(c for c in composition.cells if c.content.of(report().text) == "（一）予以公开")
    assert (heading.row, heading.column) == (2, 1)
    assert heading.cell.columnSpan() == 2
    group = next(c for c in composition.cells if "办理结果" in c.content.of(report().text))
    assert group.cell.rowSpan() == 2


def grid(text: str, cells: list[Cell]) -> Report:
    made = Document(text, text, "html", grids=(Grid(tuple(cells), Span(0, len(text))),))
    return Report("a.html", "2" * 32, "ok", document=made)


def test_a_grid_that_would_leave_text_out_is_shown_as_text(qapp: object) -> None:
    text = "甲\t乙 遗漏的话\n丙\t丁"
    cells = [
        Cell("甲", Span(0, 1), 0, 0),
        Cell("乙", Span(2, 3), 0, 1),
        Cell("丙", Span(9, 10), 1, 0),
        Cell("丁", Span(11, 12), 1, 1),
    ]
    composition = composed(grid(text, cells))
    assert composition.cells == []
    assert composition.document.toPlainText() == text


def test_cells_that_claim_one_place_are_both_shown(qapp: object) -> None:
    text = "甲\t乙\n丙"
    cells = [
        Cell("甲", Span(0, 1), 0, 0, 2, 2),
        Cell("乙", Span(2, 3), 0, 1),
        Cell("丙", Span(4, 5), 1, 1),
    ]
    composition = composed(grid(text, cells))
    for offset in (0, 2, 4):
        assert at_place(composition, offset) == text[offset]


def test_a_table_in_a_cell(qapp: object) -> None:
    text = "外左\t前 内一\t内二 后\n下"
    inner = Grid((Cell("内一", Span(5, 7), 0, 0), Cell("内二", Span(8, 10), 0, 1)), Span(5, 10))
    outer = Grid(
        (
            Cell("外左", Span(0, 2), 0, 0),
            Cell("前 内一\t内二 后", Span(3, 12), 0, 1),
            Cell("下", Span(13, 14), 1, 0, 1, 2),
        ),
        Span(0, 14),
    )
    made = Document(text, text, "docx", grids=(outer, inner))
    composition = composed(Report("a.docx", "3" * 32, "ok", document=made))
    for offset in (0, 1, 3, 5, 6, 8, 9, 11, 13):
        assert at_place(composition, offset) == text[offset]
    assert len(composition.cells) == 5


def test_tables_a_hundred_deep_are_not_drawn_to_the_end(qapp: object) -> None:
    depth = 100
    text = "左\t" * depth + "心" + "\t右" * depth
    grids: list[Grid] = []
    for level in range(depth):
        start, end = 2 * level, len(text) - 2 * level
        grids.append(
            Grid(
                (
                    Cell("左", Span(start, start + 1), 0, 0),
                    Cell("…", Span(start + 2, end - 2), 0, 1),
                    Cell("右", Span(end - 1, end), 0, 2),
                ),
                Span(start, end),
            )
        )
    made = Document(text, text, "html", grids=tuple(grids))
    composition = composed(Report("a.html", "4" * 32, "ok", document=made))
    assert len(composition.cells) == 3 * DEPTH_LIMIT
    for offset in (0, 2, 2 * depth, len(text) - 1):
        assert at_place(composition, offset) == text[offset]


def test_more_cells_than_can_be_laid_out_are_shown_as_text(qapp: object) -> None:
    writer = Writer()
    for _ in range(30):
        writer.table([[Draft("1") for _ in range(20)] for _ in range(20)])
    made = writer.document("html")
    composition = composed(Report("a.html", "5" * 32, "ok", document=made))
    assert 0 < len(composition.cells) <= CELL_LIMIT
    assert composition.document.toPlainText().count("1") == 30 * 400


def test_no_text_at_all(qtbot: QtBot) -> None:
    composition = composed(plain(""))
    assert composition.offsets.place_of(0) == 0
    assert composition.offsets.offset_of(3) == 0
