"""The source pane shown by itself, and the views in it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import theme
from gui.views.source.page_view import PageView
from gui.views.source.text_view import TextView
from gui.views.source_pane import SourcePane


def shown_pane(qtbot: QtBot, qapp: QApplication, width: int = 640) -> SourcePane:
    """Show an empty pane of that width, in pixels, in the program's light dress."""
    theme.apply(qapp, "light")
    pane = SourcePane()
    pane.setFont(theme.base_font())
    pane.resize(width, 480)
    qtbot.addWidget(pane)
    with qtbot.waitExposed(pane):
        pane.show()
    return pane


def text_of(pane: SourcePane) -> TextView:
    """Return the pane's view of the text."""
    view = pane.findChild(TextView, "source_text")
    assert view is not None
    return view


def pages_of(pane: SourcePane) -> PageView:
    """Return the pane's view of pages."""
    view = pane.findChild(PageView, "source_pages")
    assert view is not None
    return view
