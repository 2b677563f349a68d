"""What was not read, as the workbook tells it: listed in 说明, neither 0 nor blank in 汇总."""

from __future__ import annotations

from pathlib import Path

from parser.intake.script import to_simplified
from parser.model import Document, Note, Span
from parser.pipeline import assess, interpret
from parser.review.desk import Desk
from parser.settings.profile import Profile
from parser.workbook import write
from parser.workbook.cells import UNREAD
from tests.support.books import Book
from tests.support.official import right_report
from tests.support.reviews import made_report

SENTENCE = "此处是一张图片，没有读取。"
HEADING = "四、政府信息公开行政复议、行政诉讼情况"


def test_unread_parts_are_listed_and_their_cells_are_grey(desk: Desk, target: Path) -> None:
    text = right_report()
    start = text.index("\n", text.index(HEADING)) + 1
    end = text.index("五、存在", start)
    text = text[:start] + text[end:]
    document = Document(
        text, to_simplified(text), "docx", notes=(Note("F107", SENTENCE, (Span(start, start),)),)
    )
    desk.add(assess(interpret(document, "图.docx", "x"), Profile()))
    desk.add(made_report())
    desk.correct("图.docx", {"review.other": 1}, "")
    write(desk.snapshot(), target)
    book = Book(target)
    remarks = [row[:3] for row in book.book["说明"].iter_rows(values_only=True)]
    at = remarks.index(("列入汇总、但有部分没有读出的文件", None, None))
    assert remarks[at + 1] == ("F107 有的部分没有读出", "图.docx", SENTENCE)
    assert remarks[at + 2] == (None, None, None)
    cell = book.figure("图.docx", "review.total")
    assert cell.value is None
    assert cell.fill.fgColor.rgb == UNREAD.fgColor.rgb
    assert "没有读出" in book.figure("图.docx", "review.other").comment.text
    read = book.figure("图.docx", "requests.received.total")
    assert read.value == 15
    assert read.fill.fgColor.rgb != UNREAD.fgColor.rgb
