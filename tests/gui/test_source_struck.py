"""What the original shows struck out: drawn so, explained below, told to whoever points there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from gui import theme
from gui.views.source.page_view import PageView
from gui.views.source.text_view import TextView
from gui.views.source_pane import SourcePane
from parser.intake.source import Source
from parser.intake.strikes import struck
from parser.intake.writer import Draft, Writer
from parser.model import Document, Report, Severity, Span
from tests.support import source_pages
from tests.support.panes import pages_of, shown_pane, text_of
from tests.support.source_report import finding, report

SENTENCE = "原文中已划去的字，不计入数据"


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication) -> SourcePane:
    return shown_pane(qtbot, qapp)


def amended() -> Report:
    """Return a report with struck words in a line, in a text table and in a real one."""
    writer = Writer()
    writer.line(f"全年新收申请{struck('九十五')}二百一十一件。")
    writer.line(f"规章\t{struck('8')}3\t0")
    writer.table([[Draft("信息内容"), Draft("件数")], [Draft("规章"), Draft(f"{struck('7')}2")]])
    document = writer.document("docx")
    assert [span.of(document.text) for span in document.struck] == ["九十五", "8", "7"]
    return Report("a.docx", "3" * 32, "ok", document=document)


def document_of(shown: Report) -> Document:
    assert shown.document is not None
    return shown.document


def legend_of(pane: SourcePane) -> QLabel:
    legend = pane.findChild(QLabel, "struck_legend")
    assert legend is not None
    return legend


def hover(viewport: QWidget, place: QPoint) -> str:
    """Point at a place with the mouse, and return what is told."""
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, viewport.mapToGlobal(place))
    for shown in QApplication.topLevelWidgets():
        if shown.inherits("QTipLabel"):
            shown.hide()  # at once: Qt itself lets it stand a while
    QApplication.sendEvent(viewport, event)
    return QToolTip.text() if QToolTip.isVisible() else ""


def picture(view: TextView) -> QImage:
    return view.viewport().grab().toImage()


def inked(image: QImage, x: int, y: int, paper: QColor) -> bool:
    at = QPoint(round(x * image.devicePixelRatio()), round(y * image.devicePixelRatio()))
    return abs(image.pixelColor(at).lightness() - paper.lightness()) > 40


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_struck_words_are_crossed_from_end_to_end(
    qapp: QApplication, pane: SourcePane, scheme: theme.Scheme
) -> None:
    theme.apply(qapp, scheme)
    shown = amended()
    pane.show_report(shown)
    view = text_of(pane)
    paper = pane.palette().base().color()
    image = picture(view)
    for span in document_of(shown).struck:
        (rect,) = view.rects_of(span)
        rows = range(round(rect.top()), round(rect.bottom()))
        columns = range(round(rect.left()) + 2, round(rect.right()) - 1)
        assert any(all(inked(image, x, y, paper) for x in columns) for y in rows), span
    kept = view.rects_of(Span(3, 5))[0]  # 新收
    rows, columns = (
        range(round(kept.top()), round(kept.bottom())),
        range(round(kept.left()) + 2, round(kept.right()) - 1),
    )
    assert not any(all(inked(image, x, y, paper) for x in columns) for y in rows)
    theme.apply(qapp, "light")


def test_whoever_points_at_struck_words_is_told_that_they_do_not_count(pane: SourcePane) -> None:
    shown = amended()
    pane.show_report(shown)
    view = text_of(pane)
    for span in document_of(shown).struck:
        for offset in range(span.start, span.end):
            at = view.rects_of(Span(offset, offset + 1))[0].center().toPoint()
            assert hover(view.viewport(), at) == SENTENCE
        beside = view.rects_of(Span(span.end, span.end + 1))[0].center().toPoint()
        assert hover(view.viewport(), beside) == ""


def test_the_finding_at_struck_words_is_told_before(pane: SourcePane) -> None:
    shown = amended()
    span = document_of(shown).struck[0]
    pane.show_report(shown, [finding(Severity.ERROR, spans=[span])])
    view = text_of(pane)
    at = view.rects_of(Span(span.start, span.start + 1))[0].center().toPoint()
    assert hover(view.viewport(), at) == f"A101　合计不符\n{SENTENCE}"


def test_the_legend_explains_struck_words_only_where_there_are_any(pane: SourcePane) -> None:
    legend = legend_of(pane)
    assert not legend.isVisible()
    pane.show_report(amended())
    assert legend.isVisible()
    assert SENTENCE in legend.text()
    assert "<s " in legend.text()
    assert legend.accessibleName() == SENTENCE
    assert legend.height() >= legend.fontMetrics().height()
    pane.show_report(report())
    assert not legend.isVisible()
    pane.show_report(amended())
    pane.clear()
    assert not legend.isVisible()


def test_on_a_page_too_struck_words_are_told_of(pane: SourcePane, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(source_pages.pdf())
    shown = source_pages.report()
    span = shown.figures["p1.r1"].span
    out = replace(shown, document=replace(document_of(shown), struck=(span,)))
    pane.show_report(out, source=Source("a.pdf", file))
    view = pane.findChild(PageView, "source_pages")
    assert view is not None
    assert legend_of(pane).isVisible()
    at = view.mapFromScene(view.rects_of(span)[0].center())
    assert hover(view.viewport(), at) == SENTENCE
    other = view.mapFromScene(view.rects_of(shown.figures["p1.r0"].span)[0].center())
    assert hover(view.viewport(), other) == ""


# Parts that were not read: nothing of them stands in the text.


def unread(shown: Report, at: int, code: str = "F107") -> Report:
    """Return the report with a finding at a place without characters."""
    found = replace(finding(Severity.WARNING, spans=[Span(at, at)]), code=code)
    return replace(shown, findings=(found,))


def is_tinted(image: QImage, point: QPointF, hue: int) -> bool:
    colour = image.pixelColor((point * image.devicePixelRatio()).toPoint())
    return colour.saturation() > 25 and abs(colour.hue() - hue) < 25


@pytest.mark.parametrize("where", ["start", "between lines", "before a table", "in a line", "end"])
def test_a_part_that_was_not_read_has_a_sign_that_is_brought_into_view(
    qtbot: QtBot, pane: SourcePane, where: str
) -> None:
    shown = report()
    text = shown.text
    at = {
        "start": 0,
        "between lines": text.index("第40段"),
        "before a table": text.index("三、收到和处理")
        + len("三、收到和处理政府信息公开申请情况\n"),
        "in a line": text.index("公开工作仍有不足", text.index("第50段")),
        "end": len(text),
    }[where]
    marked = unread(shown, at)
    pane.show_report(marked)
    view = text_of(pane)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() if at < 200 else 0)
    pane.select([Span(at, at)])
    (rect,) = view.rects_of(Span(at, at))
    assert rect.width() >= 5
    assert view.viewport().rect().contains(rect.toRect())
    qtbot.waitUntil(lambda: not pane.blinking)
    focus = theme.tones(pane.palette()).focus
    ring = QPointF(rect.left() - 1.5, rect.center().y())
    assert is_tinted(picture(view), ring, focus.hue())
    pane.select([])
    warning = theme.tones(pane.palette()).warning.paper
    assert is_tinted(picture(view), rect.center(), warning.hue())
    assert hover(view.viewport(), rect.center().toPoint()) == "F107　合计不符"
    with qtbot.waitSignal(pane.place_clicked) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert told.args == [at]


def test_the_sign_at_the_beginning_of_a_line_covers_no_character(pane: SourcePane) -> None:
    shown = report()
    at = shown.text.index("第40段")
    pane.show_report(unread(shown, at))
    view = text_of(pane)
    (sign,), (first, *_) = view.rects_of(Span(at, at)), view.rects_of(Span(at, at + 1))
    assert sign.right() <= first.left()
    assert sign.left() >= 0


def test_the_text_cursor_goes_to_what_was_not_read(pane: SourcePane) -> None:
    shown = report()
    at = shown.text.index("第40段")
    pane.show_report(unread(shown, at))
    pane.select([Span(at, at)])
    cursor = text_of(pane).textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText().startswith("第40段")


def test_on_a_page_the_sign_stands_behind_the_word_before(
    qtbot: QtBot, pane: SourcePane, tmp_path: Path
) -> None:
    shown = source_pages.report()
    before = shown.figures["p9.r2"]
    at = before.span.end
    pane.show_report(unread(shown, at), source=source_pages.written(tmp_path))
    view = pages_of(pane)
    pane.select([Span(at, at)])
    assert view.page == 9
    (rect,) = view.rects_of(Span(at, at))
    word = view.rects_of(before.span)[0]
    assert 0 < rect.left() - word.right() < 4
    assert (rect.top(), rect.bottom()) == (word.top(), word.bottom())
    assert view.viewport().rect().contains(view.mapFromScene(rect.center()))
    with qtbot.waitSignal(pane.place_clicked) as told:
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.mapFromScene(rect.center())
        )
    assert told.args == [at]
    assert len(view.ticks()) == 1


def without_words_of_page(shown: Report, number: int) -> tuple[Report, int]:
    """Return the report as if nothing had been read of a page, and where that page begins."""
    document = document_of(shown)
    page = document.pages[number - 1]
    start, gone = page.span.start, page.span.end - page.span.start

    def moved(span: Span) -> Span:
        return Span(span.start - gone, span.end - gone) if span.start >= page.span.end else span

    text = document.text[:start] + document.text[page.span.end :]
    pages = [replace(p, span=moved(p.span)) for p in document.pages]
    pages[number - 1] = replace(page, span=Span(start, start))
    words = [(moved(s), box) for s, box in document.words if box.page != number]
    body = shown.bodies[0]
    figures = {
        key: replace(figure, span=moved(figure.span))
        for key, figure in body.figures.items()
        if not key.startswith(f"p{number}.")
    }
    read = replace(document, text=text, simplified=text, pages=tuple(pages), words=tuple(words))
    return replace(shown, document=read, bodies=(replace(body, figures=figures),)), start


@pytest.mark.parametrize("number", [1, 7, 12])
def test_a_page_of_which_nothing_was_read_is_framed_as_a_whole(
    pane: SourcePane, tmp_path: Path, number: int
) -> None:
    shown, at = without_words_of_page(source_pages.report(), number)
    pane.show_report(unread(shown, at), source=source_pages.written(tmp_path))
    view = pages_of(pane)
    pane.select([shown.figures[f"p{13 - number}.r1"].span if number != 7 else Span(0, 4)])
    pane.select([Span(at, at)])
    assert view.page == number
    (rect,) = view.rects_of(Span(at, at))
    assert rect.width() > source_pages.WIDTH * 0.9
    assert rect.height() > source_pages.HEIGHT * 0.9
    page = document_of(shown).page_of(Span(at, at))
    assert page is not None
    assert page.number == number
    if number < 12:  # what is read of the page behind still stands there
        page = document_of(shown).page_of(Span(at, at + 4))
        assert page is not None
        assert page.number == number + 1


def test_a_document_whose_pages_cannot_be_drawn_is_shown_as_text(
    pane: SourcePane, tmp_path: Path
) -> None:
    file = tmp_path / "a.xps"
    file.write_bytes(b"PK\x03\x04")
    shown = source_pages.report(3, "xps")
    pane.show_report(shown, source=Source("a.xps", file))
    assert not pane.shows_original
    for name in ("source_original", "source_as_text"):
        button = pane.findChild(QWidget, name)
        assert button is not None
        assert not button.isVisible()
    pane.select([shown.figures["p2.r1"].span])
    told = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert "第 2 页，共 3 页" in told
    assert any("XPS" in text for text in told)
