"""Tables in lines of text, drawn as tables; and doubts about a whole table, at its border."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from gui.theme import tones
from gui.views.source.text_view import TextView
from gui.views.source_pane import SourcePane
from parser.model import Finding, Report, Severity
from parser.official.form import form_of
from parser.review.cell_marks import cell_marks
from parser.review.entries import entries
from parser.review.review import Review
from tests.support import layouts
from tests.support.checked import report_of
from tests.support.figures import right_figures
from tests.support.formats import pieces
from tests.support.panes import shown_pane, text_of

KEYS = tuple(k for k in form_of("2021").figure_keys if k.startswith("requests."))


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication) -> SourcePane:
    return shown_pane(qtbot, qapp)


def report(layout: str = "tab_rows") -> Report:
    lay, rng = getattr(layouts, layout), Random(1)
    parts = pieces(form_of("2021"), right_figures("2021", Random(11), "large"))
    return report_of("\n".join(p if isinstance(p, str) else lay(p, rng) for p in parts))


def tables(view: TextView) -> list[QTextTable]:
    frames = view.document().rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


def button(pane: SourcePane) -> QToolButton:
    found = pane.findChild(QToolButton, "source_raw")
    assert found is not None
    return found


@pytest.mark.parametrize("layout", ["tab_rows", "markdown", "spaced"])
def test_a_click_shows_the_raw_text_and_another_the_tables(layout: str, pane: SourcePane) -> None:
    found = report(layout)
    pane.show_report(found)
    view = text_of(pane)
    assert len(tables(view)) == 3
    figure = found.figures["requests.total.total"]
    pane.select([figure.span])
    (drawn,) = view.rects_of(figure.span)
    QTest.mouseClick(button(pane), Qt.MouseButton.LeftButton)
    assert tables(view) == []
    assert view.toPlainText().splitlines()[-4:] == found.text.splitlines()[-4:]
    (raw,) = view.rects_of(figure.span)
    assert raw != drawn
    QTest.mouseClick(button(pane), Qt.MouseButton.LeftButton)
    assert len(tables(view)) == 3


def test_the_choice_is_kept_for_the_next_report_and_offered_only_where_it_matters(
    pane: SourcePane,
) -> None:
    pane.show_report(report())
    QTest.mouseClick(button(pane), Qt.MouseButton.LeftButton)
    pane.show_report(report("html"))
    assert not button(pane).isVisible()
    pane.show_report(report("spaced"))
    assert button(pane).isVisible()
    assert button(pane).isChecked()
    assert tables(text_of(pane)) == []


def test_a_click_on_a_drawn_figure_tells_its_own_offset(qtbot: QtBot, pane: SourcePane) -> None:
    found = report("spaced")
    pane.show_report(found)
    figure = found.figures["requests.received.total"]
    pane.select([figure.span])
    (area,) = text_of(pane).rects_of(figure.span)
    with qtbot.waitSignal(pane.place_clicked) as told:
        QTest.mouseClick(
            text_of(pane).viewport(), Qt.MouseButton.LeftButton, pos=area.center().toPoint()
        )
    assert told.args is not None
    assert figure.span.start <= told.args[0] <= figure.span.end


def test_a_doubt_about_a_whole_table_leaves_the_ground_of_its_cells_to_errors(
    pane: SourcePane,
) -> None:
    found = report()
    doubt = Finding("V108", Severity.WARNING, "只填了合计", KEYS)
    wrong = Finding("A101", Severity.ERROR, "不相等", ("requests.granted.total",))
    pane.show_report(found, [doubt, wrong])
    view, colours = text_of(pane), tones(pane.palette())
    grounds = {
        key: view._composition and _ground(view, found, key)
        for key in ("requests.granted.total", "requests.partial.total")
    }
    assert grounds["requests.granted.total"] == colours.error.paper.name()
    assert grounds["requests.partial.total"] not in (
        colours.error.paper.name(),
        colours.warning.paper.name(),
    )


def _ground(view: TextView, report: Report, key: str) -> str:
    """Return the colour in the corner of a figure's cell as it is painted."""
    view.select([report.figures[key].span], blink=False)
    (area,) = view.rects_of(report.figures[key].span)
    view.select([])
    shot = view.viewport().grab().toImage()
    ratio = shot.devicePixelRatio()
    point = area.topLeft() + (area.center() - area.topLeft()) / 4
    return shot.pixelColor(round(point.x() * ratio), round(point.y() * ratio)).name()


def test_the_official_table_gets_a_frame_and_its_errors_keep_theirs() -> None:
    review = Review(report(), report())
    doubt = Finding("V108", Severity.WARNING, "只填了合计", KEYS)
    wrong = Finding("A101", Severity.ERROR, "不相等", ("requests.granted.total",))
    few = Finding("V101", Severity.WARNING, "空白", KEYS[:9])
    current = replace(review.current, findings=(doubt, wrong, few))
    review = replace(review, current=current)
    marks = cell_marks(review, entries(review))
    assert marks.framed == {"requests": Severity.WARNING}
    assert marks.severity["requests.granted.total"] is Severity.ERROR
    assert set(marks.severity) == {"requests.granted.total", *KEYS[:9]}
    assert any("V108" in said for said in marks.said[KEYS[-1]])
