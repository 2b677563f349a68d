"""The source pane: what is marked, what a click says, what is brought into view."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QHelpEvent, QInputMethodEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QToolTip
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from gui import theme
from gui.views.source.marks import Kind
from gui.views.source.overview import Overview
from gui.views.source.text_view import TextView
from gui.views.source_pane import SourcePane
from parser.intake.writer import Draft, Writer
from parser.model import Report, Severity, Span
from tests.support.panes import shown_pane, text_of
from tests.support.source_report import finding, plain, report


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication) -> SourcePane:
    return shown_pane(qtbot, qapp)


def span_of(shown: Report, words: str) -> Span:
    start = shown.text.index(words)
    return Span(start, start + len(words))


def colour_at(view: TextView, point: QPointF) -> QColor:
    image = view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    return image.pixelColor(round(point.x() * ratio), round(point.y() * ratio))


def click(view: TextView, point: QPointF) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())


def told_of(signal: SignalBlocker) -> int:
    """Return the offset that a signal told."""
    assert signal.args is not None
    return signal.args[0]


def type_words(line: QLineEdit, words: str) -> None:
    """Type Chinese as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(line, event)


def test_a_clicked_figure_tells_its_offset(qtbot: QtBot, pane: SourcePane) -> None:
    shown = report()
    pane.show_report(shown)
    view = text_of(pane)
    for key in ("t0.r2.c3", "t0.r2.c2", "t1.r1.c9"):
        span = shown.figures[key].span
        pane.select([span])
        with qtbot.waitSignal(pane.place_clicked) as told:
            click(view, view.rects_of(span)[0].center())
        assert span.start <= told_of(told) < max(span.end, span.start + 1), key


@pytest.mark.parametrize("words", ["申请5件", "𠮷祥村", "第59段"])
def test_every_character_of_a_phrase_can_be_clicked(
    qtbot: QtBot, pane: SourcePane, words: str
) -> None:
    shown = report()
    pane.show_report(shown)
    view = text_of(pane)
    whole = span_of(shown, words)
    for offset in range(whole.start, whole.end):
        one = Span(offset, offset + 1)
        pane.select([one])
        with qtbot.waitSignal(pane.place_clicked) as told:
            click(view, view.rects_of(one)[0].center())
        assert told_of(told) == offset


def test_enter_chooses_the_place_at_the_text_cursor(qtbot: QtBot, pane: SourcePane) -> None:
    shown = report()
    pane.show_report(shown)
    view = text_of(pane)
    view.setFocus()
    cursor = view.textCursor()
    cursor.movePosition(cursor.MoveOperation.Start)
    view.setTextCursor(cursor)
    with qtbot.waitSignal(pane.place_clicked) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [0]


def test_selecting_text_by_dragging_is_not_a_click(qtbot: QtBot, pane: SourcePane) -> None:
    shown = report()
    pane.show_report(shown)
    view = text_of(pane)
    rect = view.rects_of(span_of(shown, "政府信息公开申请5件"))[0]
    start, end = rect.center().toPoint() - QPoint(60, 0), rect.center().toPoint() + QPoint(60, 0)
    with qtbot.assertNotEmitted(pane.place_clicked):
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(view.viewport(), end)
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert "政府信息公开" in view.textCursor().selectedText()


@pytest.mark.parametrize("severity", list(Severity))
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_cells_are_coloured_by_severity(
    qapp: QApplication, pane: SourcePane, severity: Severity, scheme: theme.Scheme
) -> None:
    theme.apply(qapp, scheme)
    shown = report([finding(severity, figures=["t0.r2.c2", "t0.r2.c1"])])
    pane.show_report(shown)
    view = text_of(pane)
    paper = theme.tones(pane.palette()).of(severity).paper
    for key in ("t0.r2.c1", "t0.r2.c2"):  # a figure and a blank
        corner = view.rects_of(shown.figures[key].span)[0].topLeft() + QPointF(5, 5)
        assert colour_at(view, corner) == paper
    other = view.rects_of(shown.figures["t0.r1.c1"].span)[0].topLeft() + QPointF(5, 5)
    assert colour_at(view, other) == pane.palette().base().color()
    theme.apply(qapp, "light")


def test_the_gravest_finding_colours_a_cell_that_two_name(pane: SourcePane) -> None:
    findings = [
        finding(Severity.ERROR, figures=["t0.r2.c1"]),
        finding(Severity.INFO, figures=["t0.r2.c1"]),
    ]
    shown = report(findings)
    pane.show_report(shown)
    view = text_of(pane)
    corner = view.rects_of(shown.figures["t0.r2.c1"].span)[0].topLeft() + QPointF(5, 5)
    assert colour_at(view, corner) == theme.tones(pane.palette()).error.paper


def test_marks_go_when_findings_go_and_the_place_stays(pane: SourcePane) -> None:
    faulty = report([finding(Severity.ERROR, figures=["t0.r2.c1"])])
    pane.show_report(faulty)
    view = text_of(pane)
    view.verticalScrollBar().setValue(40)
    pane.show_report(faulty, [], corrected=["t0.r2.c1"])
    assert view.verticalScrollBar().value() == 40
    corner = view.rects_of(faulty.figures["t0.r2.c1"].span)[0].topLeft() + QPointF(5, 5)
    assert colour_at(view, corner) == theme.tones(pane.palette()).corrected.paper
    pane.show_report(faulty, [])
    assert colour_at(view, corner) == pane.palette().base().color()


def test_a_chosen_place_comes_into_view_and_blinks_once(qtbot: QtBot, pane: SourcePane) -> None:
    shown = report()
    pane.show_report(shown)
    view = text_of(pane)
    span = span_of(shown, "第57段")
    assert view.rects_of(span)[0].top() > view.viewport().height()
    pane.select([span])
    rect = view.rects_of(span)[0]
    assert rect.top() > 0
    assert rect.bottom() < view.viewport().height()
    assert view.blinking
    qtbot.waitUntil(lambda: not view.blinking, timeout=5000)
    edge = QPointF(rect.left() - 1.5, rect.center().y())
    assert colour_at(view, edge) == theme.tones(pane.palette()).focus


def test_a_chosen_place_stays_in_view_when_the_pane_changes_its_width(pane: SourcePane) -> None:
    shown = report()
    pane.show_report(shown)
    view = text_of(pane)
    span = span_of(shown, "第57段")
    pane.select([span])
    pane.resize(380, 400)
    rect = view.rects_of(span)[0]
    assert rect.top() > 0
    assert rect.bottom() < view.viewport().height()


def test_a_place_chosen_while_the_pane_was_hidden_is_in_view_when_it_shows(
    qtbot: QtBot, pane: SourcePane
) -> None:
    pane.hide()
    shown = report()
    pane.show_report(shown)
    span = span_of(shown, "第57段")
    pane.select([span])
    pane.resize(500, 420)
    with qtbot.waitExposed(pane):
        pane.show()
    view = text_of(pane)
    rect = view.rects_of(span)[0]
    assert rect.top() > 0
    assert rect.bottom() < view.viewport().height()


def test_the_overview_has_a_tick_a_place_and_leads_there(qtbot: QtBot, pane: SourcePane) -> None:
    shown = report()
    late = span_of(shown, "第58段")
    findings = [
        finding(Severity.ERROR, figures=["t0.r2.c1"]),
        finding(Severity.WARNING, spans=[late]),
    ]
    pane.show_report(shown, findings, corrected=["t1.r1.c9"])
    strip = pane.findChild(Overview, "source_overview")
    assert strip is not None
    qtbot.waitUntil(lambda: len(strip.ticks) == 3)
    at = {tick.mark.kind: tick.at for tick in strip.ticks}
    assert 0 < at[Kind.ERROR] < at[Kind.CORRECTED] < at[Kind.WARNING] < 1
    view = text_of(pane)
    assert view.verticalScrollBar().value() == 0
    y = round(at[Kind.WARNING] * strip.height())
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(5, y))
    rect = view.rects_of(late)[0]
    assert 0 < rect.center().y() < view.viewport().height()


def test_pointing_at_a_marked_place_tells_what_is_said_of_it(
    qtbot: QtBot, pane: SourcePane
) -> None:
    shown = report([finding(Severity.ERROR, figures=["t0.r2.c1"])])
    pane.show_report(shown)
    view = text_of(pane)
    place = view.rects_of(shown.figures["t0.r2.c1"].span)[0].center().toPoint()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    assert QToolTip.text() == "A101　合计不符"
    QToolTip.hideText()


def test_what_was_not_surely_recognised_is_marked(pane: SourcePane) -> None:
    shown = report()
    assert shown.body is not None
    key = "t0.r2.c1"
    unsure = replace(shown.figures[key], confidence=0.4)
    body = replace(shown.body, figures={**shown.figures, key: unsure})
    pane.show_report(replace(shown, bodies=(body,)))
    corner = text_of(pane).rects_of(unsure.span)[0].topLeft() + QPointF(5, 5)
    assert colour_at(text_of(pane), corner) == theme.tones(pane.palette()).suspect.paper


def test_a_long_passage_gets_a_bar_beside_it(pane: SourcePane) -> None:
    shown = plain("收到申请五件。\n" * 80)
    pane.show_report(shown, [finding(Severity.WARNING, spans=[Span(16, 500)])])
    view = text_of(pane)
    tone = theme.tones(pane.palette()).warning
    top = view.rects_of(Span(40, 41))[0]
    assert colour_at(view, QPointF(4, top.center().y())) == tone.ink
    assert colour_at(view, top.topLeft() + QPointF(1, 1)) == pane.palette().base().color()
    first = view.rects_of(Span(0, 1))[0]
    assert colour_at(view, QPointF(4, first.center().y())) == pane.palette().base().color()


def test_search_finds_steps_and_closes(qtbot: QtBot, pane: SourcePane) -> None:
    shown = report()
    pane.show_report(shown)
    view = text_of(pane)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    line = pane.findChild(QLineEdit, "source_search_line")
    assert line is not None
    qtbot.waitUntil(line.hasFocus)
    type_words(line, "仍有不足")
    count = next(label for label in pane.findChildren(QLabel) if label.text().startswith("第 1 处"))
    assert count.text() == "第 1 处，共 60 处"
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert count.text() == "第 60 处，共 60 处"
    last = shown.text.rindex("仍有不足")
    rect = view.rects_of(Span(last, last + 4))[0]
    assert 0 < rect.center().y() < view.viewport().height()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F3)  # round to the first
    assert count.text() == "第 1 处，共 60 处"
    line.setFocus()
    line.end(False)
    type_words(line, "甲乙丙")
    assert count.text() == "没有找到"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert view.hasFocus()


def test_another_encoding_can_be_asked_for(qtbot: QtBot, pane: SourcePane) -> None:
    pane.show_report(plain("收到申请"))
    button = pane.findChild(QToolButton, "source_encoding")
    assert button is not None
    assert button.text() == "UTF-8"
    choices = {action.objectName(): action for action in button.menu().actions()}
    assert choices["encoding_utf-8"].isChecked()
    with qtbot.waitSignal(pane.encoding_chosen) as asked:
        choices["encoding_gb18030"].trigger()
    assert asked.args == ["gb18030"]
    pane.show_report(report())
    assert not button.isVisible()  # a Word file has no encoding to choose


def test_a_text_that_could_not_be_decoded_can_be_tried_in_another_encoding(
    qtbot: QtBot, pane: SourcePane
) -> None:
    button = pane.findChild(QToolButton, "source_encoding")
    assert button is not None
    pane.show_report(Report("坏.docx", "", "unreadable", error="已损坏。"))
    assert not button.isVisible()
    pane.show_report(Report("乱.txt", "", "unreadable", error="不能按任何编码还原。"))
    assert button.isVisible()
    choice = next(a for a in button.menu().actions() if a.objectName() == "encoding_big5hkscs")
    assert not choice.isChecked()
    with qtbot.waitSignal(pane.encoding_chosen) as asked:
        choice.trigger()
    assert asked.args == ["big5hkscs"]


def test_a_file_that_was_not_read_says_why(pane: SourcePane) -> None:
    pane.show_report(report())
    sentence = "文件已损坏，读不出任何内容。<b>"
    pane.show_report(Report("坏.docx", "", "unreadable", error=sentence))
    shown = pane.findChild(QLabel, "source_notice_sentence")
    assert shown is not None
    assert shown.isVisible()
    assert shown.text() == sentence
    assert shown.textFormat() == Qt.TextFormat.PlainText
    assert not text_of(pane).isVisible()
    pane.select([Span(0, 1)])  # nothing to select: nothing happens
    pane.clear()
    assert pane.report is None
    assert shown.text() == "打开文件夹后，从左侧选择一份年报。"


def test_nothing_is_ever_loaded(pane: SourcePane) -> None:
    markup = '<img src="http://203.0.113.1/a.png"><a href="file:///etc/hostname">甲</a>'
    shown = plain(markup)
    pane.show_report(shown)
    view = text_of(pane)
    assert view.toPlainText() == markup
    resource = QTextDocument.ResourceType.ImageResource.value
    assert view.loadResource(resource, QUrl("file:///etc/hostname")) is None
    assert not view.openLinks()


def test_a_table_full_of_marks_is_shown_at_once(pane: SourcePane) -> None:
    writer = Writer()
    writer.table([[Draft(str(row * column)) for column in range(10)] for row in range(40)])
    made = writer.document("html")
    spans = [cell.span for cell in made.grids[0].cells]
    shown = Report("a.html", "9" * 32, "ok", document=made)
    start = time.process_time()
    pane.show_report(shown, [finding(Severity.WARNING, spans=[span]) for span in spans])
    took = time.process_time() - start
    corner = text_of(pane).rects_of(spans[11])[0].topLeft() + QPointF(3, 3)
    assert colour_at(text_of(pane), corner) == theme.tones(pane.palette()).warning.paper
    assert took < 1, f"{took:.1f} s"


def test_a_text_of_two_megabytes_does_not_freeze(pane: SourcePane) -> None:
    line = "本机关全年收到申请一百二十三件，均已按期答复，没有引起行政复议。\n"
    text = line * (2_000_000 // len(line))
    places = [Span(i, i + 4) for i in range(0, len(text) - 9, len(text) // 2000)]
    shown = plain(text, [finding(Severity.WARNING, spans=places)])
    start = time.process_time()  # of this process: others may be at work on the machine
    pane.show_report(shown)
    pane.select([Span(len(text) - 20, len(text) - 10)])
    view = text_of(pane)
    view.grab()
    took = time.process_time() - start
    rect = view.rects_of(Span(len(text) - 20, len(text) - 10))[0]
    assert 0 < rect.top() < view.viewport().height()
    assert took < 5, f"{took:.1f} s"
