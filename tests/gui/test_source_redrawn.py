"""Pages of an OFD: drawn from what was read, clicked like those of a PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from gui.views.source.page_view import PageView
from gui.views.source.redrawn import Redrawn
from gui.views.source_pane import SourcePane
from parser.intake.source import Source
from parser.model import Document, Report, Span
from parser.pipeline import examine
from parser.settings.profile import Profile
from tests.support.everyformat import sample
from tests.support.panes import pages_of, shown_pane


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication) -> SourcePane:
    return shown_pane(qtbot, qapp, 560)


@pytest.fixture
def ofd(tmp_path: Path) -> Source:
    file = tmp_path / "a.ofd"
    file.write_bytes(sample("ofd"))
    return Source("a.ofd", file)


@pytest.fixture
def read(ofd: Source) -> Report:
    return examine(ofd, Profile())


def document_of(report: Report) -> Document:
    assert report.document is not None
    return report.document


def dark(view: PageView, rect: QRectF) -> int:
    """Count the dark pixels of the paper in a rectangle of the scene."""
    image = view.viewport().grab(view.mapFromScene(rect).boundingRect()).toImage()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).lightness() < 130 for x, y in places)


def test_figures_are_drawn_in_their_boxes_and_a_click_tells_their_offset(
    qtbot: QtBot, pane: SourcePane, ofd: Source, read: Report
) -> None:
    pane.show_report(read, (), source=ofd)
    assert pane.shows_original
    view = pages_of(pane)
    view.set_zoom(2.0)
    figures = sorted((f for f in read.figures.values() if f.value), key=lambda f: f.span)
    for figure in (figures[0], figures[-1]):
        pane.select([figure.span])
        (rect,) = view.rects_of(figure.span)
        at = view.mapFromScene(rect.center())
        assert view.viewport().rect().contains(at)
        pane.select([])
        assert dark(view, rect.adjusted(1.5, 1.5, -1.5, -1.5)) > 3
        with qtbot.waitSignal(pane.place_clicked) as told:
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert told.args == [figure.span.start]


def test_struck_words_are_crossed_from_end_to_end(qapp: QApplication, read: Report) -> None:
    document = document_of(read)
    span, box = next((s, b) for s, b in document.words if s.end - s.start > 6)
    out = Span(span.start + 1, span.start + 4)
    crossed = replace(document, struck=(out,))
    plain, marked = (
        Redrawn(document).image(box.page - 1, 4),
        Redrawn(crossed).image(box.page - 1, 4),
    )
    changed = {
        x
        for x in range(round(4 * box.x0), round(4 * box.x1))
        for y in range(round(4 * box.y0), round(4 * box.y1))
        if plain.pixel(x, y) != marked.pixel(x, y)
    }
    share = len(changed) / (4 * (box.x1 - box.x0))
    wanted = 3 / (span.end - span.start)
    assert 0.5 * wanted < share < 1.6 * wanted


def test_a_page_of_which_nothing_was_read_says_so(qapp: QApplication, read: Report) -> None:
    document = document_of(read)
    bare = replace(document, words=(), grids=())
    image = Redrawn(bare).image(0, 1)
    row = range(image.width())
    middle = image.height() // 2
    inked = [
        x for x in row for y in range(middle - 8, middle + 8) if image.pixelColor(x, y).red() < 200
    ]
    assert inked


def test_the_button_says_that_pictures_and_seals_are_not_drawn(
    pane: SourcePane, ofd: Source, read: Report
) -> None:
    pane.show_report(read, (), source=ofd)
    button = pane.findChild(QToolButton, "source_original")
    assert button is not None
    assert button.isVisible()
    assert "印章没有画出" in button.toolTip()
    text = pane.findChild(QToolButton, "source_as_text")
    assert text is not None
    QTest.mouseClick(text, Qt.MouseButton.LeftButton)
    assert not pane.shows_original
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pane.shows_original
