"""Pages of PDFs and scans: boxes, clicks, zoom, and what is never opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from gui import theme
from gui.views.source.elided import ElidedLabel
from gui.views.source.overview import Overview
from gui.views.source.page_view import PageView
from gui.views.source.pages import PdfPages
from gui.views.source.paper import SIDE_LIMIT
from gui.views.source.text_view import TextView
from gui.views.source_pane import SourcePane
from parser.intake.source import Source
from parser.model import Report, Severity, Span
from tests.support import source_pages
from tests.support.panes import pages_of, shown_pane
from tests.support.source_report import finding, report


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication) -> SourcePane:
    return shown_pane(qtbot, qapp, 560)


@pytest.fixture
def pdf(tmp_path: Path) -> Source:
    return source_pages.written(tmp_path)


def on_screen(view: PageView, rect: QRectF) -> QPoint:
    return view.mapFromScene(rect.center())


def colour_at(view: PageView, point: QPointF) -> QColor:
    return view.viewport().grab().toImage().pixelColor(view.mapFromScene(point))


def press(pane: SourcePane, name: str) -> None:
    button = pane.findChild(QToolButton, name)
    assert button is not None
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_figure_is_brought_into_view_and_a_click_tells_its_offset(
    qtbot: QtBot, pane: SourcePane, pdf: Source
) -> None:
    shown = source_pages.report()
    pane.show_report(shown, source=pdf)
    assert pane.shows_original
    view = pages_of(pane)
    assert view.page == 1
    span = shown.figures["p9.r3"].span
    pane.select([span])
    assert view.page == 9
    (rect,) = view.rects_of(span)
    assert view.viewport().rect().contains(on_screen(view, rect))
    with qtbot.waitSignal(pane.place_clicked) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=on_screen(view, rect))
    assert told.args == [span.start]


def test_the_box_lies_on_the_digits(pane: SourcePane, pdf: Source) -> None:
    shown = source_pages.report()
    pane.show_report(shown, source=pdf)
    view = pages_of(pane)
    (rect,) = view.rects_of(shown.figures["p1.r2"].span)
    image = view.viewport().grab().toImage()

    def ink(area: QRectF) -> int:
        corner = view.mapFromScene(area).boundingRect()
        return sum(
            image.pixelColor(x, y).lightness() < 128
            for x in range(corner.left(), corner.right())
            for y in range(corner.top(), corner.bottom())
        )

    assert ink(rect) > 20
    assert ink(rect.translated(0, source_pages.STEP / 2)) == 0


@pytest.mark.parametrize("severity", list(Severity))
def test_boxes_have_the_colour_of_their_severity(
    pane: SourcePane, pdf: Source, severity: Severity
) -> None:
    shown = source_pages.report()
    pane.show_report(shown, [finding(severity, figures=["p1.r1"])], source=pdf)
    view = pages_of(pane)
    (rect,) = view.rects_of(shown.figures["p1.r1"].span)
    inside = colour_at(view, rect.topRight() + QPointF(-2, 2))
    ink = theme.tones(pane.palette()).of(severity).ink
    assert inside != QColor(Qt.GlobalColor.white)
    assert abs(inside.hue() - ink.hue()) < 12
    assert colour_at(view, rect.topRight() + QPointF(20, 2)) == QColor(Qt.GlobalColor.white)


def test_words_that_are_no_figure_are_found_on_their_page(pane: SourcePane, pdf: Source) -> None:
    shown = source_pages.report()
    pane.show_report(shown, source=pdf)
    start = shown.text.index("received", shown.text.index("Page 5"))
    span = Span(start, start + len("received and"))
    pane.select([span])
    view = pages_of(pane)
    assert view.page == 5
    (rect,) = view.rects_of(span)
    assert 70 < rect.width() < 110
    assert view.viewport().rect().contains(on_screen(view, rect))


def test_a_place_in_tables_from_another_file_is_shown_in_the_text(
    pane: SourcePane, pdf: Source
) -> None:
    shown = source_pages.report()
    assert shown.document is not None
    text = shown.text + "\n附表：新收 5"
    joined = replace(shown, document=replace(shown.document, text=text, simplified=text))
    pane.show_report(joined, source=pdf)
    assert pane.shows_original
    pane.select([Span(len(text) - 1, len(text))])
    assert not pane.shows_original
    pane.select([shown.figures["p3.r1"].span])
    assert pane.shows_original
    assert pages_of(pane).page == 3


def test_pages_are_rendered_when_they_are_seen(
    pane: SourcePane, pdf: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[int] = []
    render = PdfPages.image

    def noted(self: PdfPages, index: int, scale: float) -> QImage:
        rendered.append(index)
        return render(self, index, scale)

    monkeypatch.setattr(PdfPages, "image", noted)
    shown = source_pages.report()
    pane.show_report(shown, source=pdf)
    view = pages_of(pane)
    view.grab()
    assert set(rendered) <= {0, 1}
    view.grab()
    assert len(rendered) == len(set(rendered)), "a page was rendered twice at one size"
    pane.select([shown.figures["p11.r0"].span])
    view.grab()
    assert 10 in rendered
    assert not {3, 4, 5, 6} & set(rendered)


def test_zoom_and_fit(qtbot: QtBot, pane: SourcePane, pdf: Source) -> None:
    pane.show_report(source_pages.report(), source=pdf)
    view = pages_of(pane)
    fitted = view.zoom
    assert abs(view.sceneRect().width() * fitted - view.viewport().width()) < 20
    press(pane, "source_zoom_in")
    assert view.zoom == pytest.approx(fitted * 1.2)
    wheel = QWheelEvent(
        QPointF(50, 50),
        view.mapToGlobal(QPointF(50, 50)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom == pytest.approx(fitted)
    pane.resize(800, 480)
    assert view.zoom == pytest.approx(fitted)  # a size once chosen stays
    press(pane, "source_fit_width")
    assert abs(view.sceneRect().width() * view.zoom - view.viewport().width()) < 20
    shown = pane.findChild(QToolButton, "source_fit_width")
    assert shown is not None
    assert shown.text() == f"{round(100 * view.zoom / SourcePane.POINTS_AT_100)}%"


def test_text_and_original_change_places_and_keep_the_choice(pane: SourcePane, pdf: Source) -> None:
    shown = source_pages.report()
    pane.show_report(shown, source=pdf)
    span = shown.figures["p7.r1"].span
    pane.select([span])
    press(pane, "source_as_text")
    assert not pane.shows_original
    text = pane.findChild(TextView, "source_text")
    assert text is not None
    rect = text.rects_of(span)[0]
    assert 0 < rect.top() < text.viewport().height()
    other = source_pages.report(3)
    pane.show_report(other, source=pdf)
    assert not pane.shows_original
    pane.show_report(shown, source=pdf)
    pane.select([span])
    press(pane, "source_original")
    assert pane.shows_original
    assert pages_of(pane).page == 7


def test_a_report_without_pages_does_not_change_the_choice(pane: SourcePane, pdf: Source) -> None:
    pane.show_report(source_pages.report(), source=pdf)
    assert pane.shows_original
    pane.show_report(report())
    assert not pane.shows_original
    pane.show_report(source_pages.report(), source=pdf)
    assert pane.shows_original


def test_a_narrow_line_keeps_the_name(qtbot: QtBot, pane: SourcePane, pdf: Source) -> None:
    pane.show_report(source_pages.report(), source=pdf)
    names = ("source_original", "source_as_text", "source_zoom_in")
    for width in (900, 420, 330):
        pane.resize(width, 400)
        assert pane.width() == width  # the line makes no pane wider
        name = pane.findChild(ElidedLabel)
        assert name is not None
        qtbot.waitUntil(lambda name=name: name.width() >= 60)
        for button in names:
            found = pane.findChild(QToolButton, button)
            assert found is not None
            assert found.isVisible()
            assert found.geometry().right() <= width


def test_originals_are_let_go_of(qtbot: QtBot, pane: SourcePane, pdf: Source) -> None:
    for pages in (12, 3, 12, 3):
        pane.show_report(source_pages.report(pages), source=pdf)
        pages_of(pane).grab()
    qtbot.waitUntil(lambda: len(pages_of(pane).findChildren(QPdfDocument)) == 1)


def test_search_goes_to_the_text(qtbot: QtBot, pane: SourcePane, pdf: Source) -> None:
    pane.show_report(source_pages.report(), source=pdf)
    pages_of(pane).setFocus()
    QTest.keyClick(pages_of(pane), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert not pane.shows_original


def test_the_overview_follows_the_pages(qtbot: QtBot, pane: SourcePane, pdf: Source) -> None:
    shown = source_pages.report()
    pane.show_report(shown, [finding(Severity.ERROR, figures=["p10.r1"])], source=pdf)
    strip = pane.findChild(Overview, "source_overview")
    assert strip is not None
    qtbot.waitUntil(lambda: len(strip.ticks) == 1)
    y = round(strip.ticks[0].at * strip.height())
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(5, y))
    assert pages_of(pane).page == 10


def test_a_scan_is_shown_with_its_boxes(qtbot: QtBot, pane: SourcePane, tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(source_pages.scan())
    shown = source_pages.report(1, "png")
    pane.show_report(shown, source=Source("a.png", file))
    assert pane.shows_original
    view = pages_of(pane)
    span = shown.figures["p1.r2"].span
    pane.select([span])
    (rect,) = view.rects_of(span)
    assert colour_at(view, rect.center()).lightness() < 128
    with qtbot.waitSignal(pane.place_clicked) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=on_screen(view, rect))
    assert told.args == [span.start]


def test_a_file_that_no_worker_has_survived_is_not_opened(
    pane: SourcePane, pdf: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    def opened(*_: object) -> None:
        raise AssertionError("a file that could not be read was opened by the window")

    monkeypatch.setattr("gui.views.source_pane.open_pages", opened)
    pane.show_report(Report("a.pdf", "", "unreadable", error="读取超时。"), source=pdf)
    assert not pane.shows_original


@pytest.mark.parametrize("data", [None, b"%PDF-1.7 nonsense", b"not a picture"])
def test_an_original_that_is_gone_or_changed_leaves_its_text(
    pane: SourcePane, pdf: Source, data: bytes | None
) -> None:
    if data is None:
        pdf.file.unlink()
    else:
        pdf.file.write_bytes(data)
    pane.show_report(source_pages.report(), source=pdf)
    assert not pane.shows_original
    button = pane.findChild(QToolButton, "source_original")
    assert button is not None
    assert not button.isVisible()


def test_a_page_a_kilometre_wide_is_bounded(qapp: QApplication) -> None:
    canvas = Canvas("unused", pagesize=(2_800_000, 400))
    canvas.drawString(10, 10, "wide")
    canvas.showPage()
    pages = PdfPages(canvas.getpdfdata(), (), qapp)
    image = pages.image(0, 4.0)
    assert image.width() <= SIDE_LIMIT
    assert image.height() >= 1


def test_pages_that_were_not_read_do_no_harm(pane: SourcePane, pdf: Source) -> None:
    shown = source_pages.report()
    assert shown.document is not None
    read = replace(shown.document, pages=shown.document.pages[:5])
    pane.show_report(replace(shown, document=read, digest="five"), source=pdf)
    assert pane.shows_original
    pane.select([shown.figures["p5.r0"].span])
    assert pages_of(pane).page == 5
