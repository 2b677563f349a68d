"""The window opened on reports made in memory: no files are read and no process is started."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QTableView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from gui.main_window import MainWindow
from gui.models.cell_view import CELL_ROLE, KEY_ROLE, CellView
from gui.models.figures import FigureModel
from gui.models.findings import ENTRY_ROLE
from gui.models.reports import PATH_ROLE
from gui.settings import Settings
from gui.views.source.text_view import TextView
from gui.workspace import Workspace
from parser.intake.source import Source
from parser.model import Report, Span
from parser.review.desk import Desk
from parser.review.session import Session
from parser.settings.profile import Profile
from tests.support.reviews import judged, right, wrong

_generations = count(-1, -1)

# A figure that `wrong` gets wrong, and the reports of `three_reports`.
TOTAL = "requests.total.natural"
FIRST, SECOND, THIRD = "1.txt", "2.txt", "3.txt"


class GivenReading(QObject):
    """Stands in for `gui.worker.ReadingJob`: sends reports that are there already."""

    found = Signal(int, list)
    read = Signal(int, object)
    ended = Signal(int, str)
    reports: Sequence[Report] = ()

    def __init__(self, *_: object, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.generation = next(_generations)
        self.cancelled = False

    def start(self) -> None:
        QTimer.singleShot(0, self, self._send)

    def cancel(self) -> None:
        self.cancelled = True

    def wait(self, _seconds: float) -> bool:
        return True

    def _send(self) -> None:
        sources = [Source(report.path, Path(report.path)) for report in self.reports]
        self.found.emit(self.generation, sources)
        for report in self.reports:
            self.read.emit(self.generation, report)
        self.ended.emit(self.generation, "")


def given_window(
    qtbot: Any,
    folder: Path,
    reports: Sequence[Report],
    patience: int = 5000,
    *,
    overview: bool = False,
) -> MainWindow:
    """Return the window, shown, with `reports` on its desk and its log in `folder`.

    They have to be there after `patience` ms. The first of them is shown, or, with `overview`,
    what a folder opens with.
    """

    def make_job(*arguments: object, **named: Any) -> GivenReading:
        reading = GivenReading(*arguments, **named)
        reading.reports = reports
        return reading

    def make_desk(paths: Sequence[Path], profile: Profile) -> Desk:
        return Desk(Session.open(paths), profile, judged, lambda _docket: ())

    workspace = Workspace(make_desk=make_desk, make_job=make_job)  # type: ignore[arg-type]
    window = MainWindow(Settings(theme="light", auto_advance=False), workspace)
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    if reports:
        with qtbot.waitSignal(workspace.reading_ended, timeout=patience):
            window.open_paths([folder])
        if not overview:
            window.folder.pages.show_review()
    return window


def figure_model(window: MainWindow, name: str) -> FigureModel:
    """Return the model behind one of the three tables."""
    model = table(window, name).model()
    assert isinstance(model, FigureModel)
    return model


def table(window: MainWindow, name: str) -> QTableView:
    """Return one of the three tables by its object name without `table_`."""
    found = window.findChild(QTableView, f"table_{name}")
    assert isinstance(found, QTableView)
    return found


def place(window: MainWindow, key: str) -> QModelIndex:
    """Return the index of a figure in whichever table has it."""
    for name in ("disclosure", "requests", "challenges"):
        index = figure_model(window, name).place(key)
        if index.isValid():
            return index
    raise AssertionError(f"no table shows {key}")


def cell(window: MainWindow, key: str) -> CellView:
    """Return what is painted of a figure."""
    view = place(window, key).data(CELL_ROLE)
    assert isinstance(view, CellView)
    return view


def click_figure(qtbot: Any, window: MainWindow, key: str) -> QTableView:
    """Click a figure with the mouse, after bringing it into view, and return its table."""
    window.area.tables.select_figure(key)
    index = place(window, key)
    shown = next(t for t in window.area.tables.tables.values() if t.model() is index.model())
    shown.clear_current()
    middle = shown.visualRect(index).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert shown.currentIndex().data(KEY_ROLE) == key
    return shown


def open_editor(qtbot: Any, window: MainWindow, key: str) -> QLineEdit:
    """Click a figure and press Enter; return the editor that opens."""
    shown = click_figure(qtbot, window, key)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    # Editors that were left wait to be deleted: the one that is seen is the one in use.
    seen = [e for e in shown.findChildren(QLineEdit, "figure_editor") if e.isVisible()]
    assert len(seen) == 1
    return seen[0]


def finish(qtbot: Any, editor: QLineEdit, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Leave an editor by a key; Qt takes what was typed in its next round of events."""
    qtbot.keyClick(editor, key)
    QApplication.processEvents()


def type_figure(qtbot: Any, window: MainWindow, key: str, text: str) -> None:
    """Correct a figure as an auditor does: click, Enter, type, Enter."""
    editor = open_editor(qtbot, window, key)
    qtbot.keyClicks(editor, text)
    finish(qtbot, editor)


def compose(widget: QWidget, text: str) -> None:
    """Type Chinese as an input method does: by committing it."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def type_text(qtbot: Any, widget: QWidget, text: str) -> None:
    """Type as an auditor does: letters by their keys, Chinese by an input method."""
    for character in text:
        if character.isascii():
            qtbot.keyClicks(widget, character)
        else:
            compose(widget, character)


def item_of(window: QWidget, code: str) -> QTreeWidgetItem:
    """Return the row of a check in the tree of the settings."""
    tree = window.findChild(QTreeWidget, "check_tree")
    assert tree is not None
    flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
    (item,) = tree.findItems(code, flags)
    return item


def severity_box(window: QWidget, code: str) -> QComboBox:
    """Return the box of a check's severity in the tree of the settings."""
    item = item_of(window, code)
    tree = item.treeWidget()
    assert tree is not None
    box = tree.itemWidget(item, 2)
    assert isinstance(box, QComboBox)
    return box


def in_view(view: TextView, span: Span) -> bool:
    """Say whether the place stands in the part of the text that is seen."""
    rect = view.rects_of(span)[0]
    return rect.top() >= 0 and rect.bottom() <= view.viewport().height()


def three_reports() -> list[Report]:
    """Return a right report and two wrong ones, last first."""
    return [right(THIRD), wrong(SECOND, "d2", year=2022), wrong(FIRST, "d1")]


def source_text(window: MainWindow) -> TextView:
    """Return the view of the text of the report that is shown."""
    view = window.area.source.findChild(TextView, "source_text")
    assert view is not None
    return view


def press(qtbot: Any, window: MainWindow, keys: str) -> None:
    """Press keys as the window gets them, whatever has the focus."""
    focus = window.focusWidget() or window
    qtbot.keySequence(focus, keys)


def choose(window: MainWindow, name: str) -> None:
    """Choose a command in the menu that holds it."""
    for menu in window.menuBar().findChildren(QMenu):
        for action in menu.actions():
            if action.objectName() == name:
                assert action.isEnabled(), f"{name} cannot be chosen"
                action.trigger()
                return
    raise AssertionError(f"no menu has {name}")


def shown_path(window: MainWindow) -> str:
    """Return the path of the report that is chosen in the list."""
    view = window.findChild(QTableView, "report_list")
    assert isinstance(view, QTableView)
    return str(view.currentIndex().data(PATH_ROLE))


def shown_code(window: MainWindow) -> str:
    """Return the code of the finding that is chosen, "" where none is."""
    view = window.findChild(QTableView, "finding_list")
    assert isinstance(view, QTableView)
    entry = view.currentIndex().data(ENTRY_ROLE)
    return entry.code if entry else ""
