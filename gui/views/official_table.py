"""An official table as the notice prints it: merged labels, full height, fitted to a width."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from gui.models.cell_view import KEY_ROLE
from gui.models.figures import FigureModel
from gui.theme import tones
from gui.views.figure_delegate import FigureDelegate
from gui.views.figure_editor import FigureEditor, FigurePlace
from gui.views.table_sizes import column_widths, row_heights
from parser.model import Severity
from parser.official.layout import LayoutCell
from parser.review.pasting import is_block

FRAME = 3  # pixels
_DASHES = {
    Severity.ERROR: Qt.PenStyle.SolidLine,
    Severity.WARNING: Qt.PenStyle.DashLine,
    Severity.INFO: Qt.PenStyle.DotLine,
}

Index = QModelIndex | QPersistentModelIndex


class OfficialTable(QTableView):
    """Shows a `FigureModel` without scroll bars of its own; the pane around it scrolls.

    Arrow keys go from figure to figure and skip labels; Enter and digits edit. What is typed goes
    to where its editor was opened, and where it is refused the editor stays.
    """

    figure_selected = Signal(str)
    left = Signal(int)  # the cursor wants to go on above (-1) or below (+1) this table
    pasted = Signal(str, str)  # key, a block of cells as spreadsheets copy it
    given_back = Signal()  # Esc: the keys go back to where they came from

    def __init__(self, model: FigureModel, parent: QWidget | None = None) -> None:
        """Show `model`, named `table_…` after it."""
        super().__init__(parent)
        self._figures = model
        self._quiet = False
        self.setObjectName(f"table_{model.name}")
        self._editor: FigureEditor | None = None
        self._held: tuple[FigurePlace, str, str, int] | None = None
        self.delegate = FigureDelegate(self)
        self.delegate.opened.connect(self._on_opened)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(8)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._width = 600
        model.modelAboutToBeReset.connect(self._hold)
        model.modelReset.connect(self._relay)

    @property
    def figures(self) -> FigureModel:
        """The model that is shown."""
        return self._figures

    @property
    def editor(self) -> FigureEditor | None:
        """The editor that is open, None where none is."""
        return self._editor

    def settle(self) -> bool:
        """Keep what is being typed and close its editor; False where it is refused and stays."""
        editor = self._editor
        if editor is None or editor.is_keeping:
            return True
        if editor.keep():
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)
            return True
        editor.setFocus()
        return False

    def closeEditor(self, editor: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        """Close the editor, unless what stands in it was refused and nobody gave it up."""
        given_up = hint == QStyledItemDelegate.EndEditHint.RevertModelCache
        if isinstance(editor, FigureEditor) and editor.refusal and not given_up:
            return
        if editor is self._editor:
            self._editor = None
        super().closeEditor(editor, hint)

    def fit(self, width: int) -> None:
        """Lay the table out in `width` pixels and give it the height that it then needs."""
        self._width = width
        cells = self._figures.cells()
        if not cells:
            self.setFixedSize(0, 0)
            return
        widths = column_widths(self._figures, self.font(), width)
        for column, size in enumerate(widths):
            self.setColumnWidth(column, size)
        for row, size in enumerate(row_heights(self._figures, self.font(), widths)):
            self.setRowHeight(row, size)
        self.setFixedSize(sum(widths) + 1, self.header_height(self._figures.rowCount()) + 1)

    def header_height(self, rows: int | None = None) -> int:
        """Return the height of the first `rows` rows, by default of the column labels."""
        count = self._figures.header_rows() if rows is None else rows
        return sum(self.rowHeight(row) for row in range(count))

    def select_figure(self, key: str) -> bool:
        """Make a figure the current one without saying so; False where it is not here."""
        index = self._figures.place(key)
        if not index.isValid():
            return False
        self._quiet = True
        self.setCurrentIndex(index)
        self._quiet = False
        return True

    def clear_current(self) -> None:
        """Have no current figure."""
        self._quiet = True
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())
        self._quiet = False

    def figure_rect(self, key: str) -> QRect:
        """Return where a figure is, in the table's coordinates; empty where it is not here."""
        index = self._figures.place(key)
        return self.visualRect(index) if index.isValid() else QRect()

    def current_key(self) -> str:
        """Return the key of the current figure, "" where there is none."""
        key = self.currentIndex().data(KEY_ROLE)
        return key if isinstance(key, str) else ""

    def enter(self, step: int) -> None:
        """Take the cursor in from above (+1) or below (-1)."""
        figures = [cell for cell in self._figures.cells() if cell.key]
        if figures:
            cell = figures[0] if step > 0 else figures[-1]
            self.setFocus(Qt.FocusReason.TabFocusReason)
            self.setCurrentIndex(self._figures.index(cell.row, cell.column))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which figure the auditor went to."""
        super().currentChanged(current, previous)
        key = current.data(KEY_ROLE)
        if isinstance(key, str) and not self._quiet:
            self.figure_selected.emit(key)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Go to the neighbouring figure: Qt's own way stops at merged labels."""
        figures = [cell for cell in self._figures.cells() if cell.key]
        current = self.currentIndex()
        here = next(
            (c for c in figures if (c.row, c.column) == (current.row(), current.column())), None
        )
        if here is None:
            there = figures[0] if figures else None
        else:
            there = _neighbour(figures, here, action)
        if there is None:
            actions = QAbstractItemView.CursorAction
            if here is not None and action in (actions.MoveDown, actions.MoveUp):
                self.left.emit(1 if action == actions.MoveDown else -1)
            return self.currentIndex()
        return self._figures.index(there.row, there.column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and digits edit the current figure; Esc gives the keys back."""
        editing = self.state() == QAbstractItemView.State.EditingState
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if not editing and plain and self.currentIndex().isValid():
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.edit(self.currentIndex())
                return
            if event.text() and event.text() in "0123456789-":
                self.edit(self.currentIndex())
                if self._editor is not None:
                    self._editor.setText(event.text())
                return
        if not editing and plain and event.key() == Qt.Key.Key_Escape:
            self.given_back.emit()
            return
        if not editing and self.current_key() and self._exchanged(event):
            return
        super().keyPressEvent(event)

    def _exchanged(self, event: QKeyEvent) -> bool:
        """Copy the current figure, or hand on what is pasted: one number, or a block."""
        clipboard = QGuiApplication.clipboard()
        if event.matches(QKeySequence.StandardKey.Copy):
            clipboard.setText(str(self.currentIndex().data(Qt.ItemDataRole.DisplayRole) or ""))
            return True
        editable = self._figures.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable
        if not event.matches(QKeySequence.StandardKey.Paste) or not editable:
            return False
        text = clipboard.text()
        if is_block(text):
            self.pasted.emit(self.current_key(), text)
        elif text.strip():
            self.edit(self.currentIndex())
            if self._editor is not None:
                self._editor.setText(text.strip())
                self.settle()
        return True

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go from figure to figure, through all the tables, and on from the last."""
        figures = [cell for cell in self._figures.cells() if cell.key]
        keys = [cell.key for cell in figures]
        if self.current_key() not in keys:
            return super().focusNextPrevChild(next)
        step = 1 if next else -1
        at = keys.index(self.current_key()) + step
        if 0 <= at < len(figures):
            self.setCurrentIndex(self._figures.index(figures[at].row, figures[at].column))
            return True
        self.left.emit(step)
        return not self.hasFocus() or super().focusNextPrevChild(next)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a doubt about nearly all cells around them, so that errors in them stay visible."""
        super().paintEvent(event)
        severity = self._figures.frame()
        if severity is not None:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(tones(self.palette()).of(severity).ink, FRAME, _DASHES[severity]))
            inset = FRAME // 2
            painter.drawRect(self.viewport().rect().adjusted(inset, inset, -inset - 1, -inset - 1))
            painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the pane."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Return the whole table's size."""
        return self.size()

    def _on_opened(self, editor: FigureEditor) -> None:
        self._editor = editor
        editor.watch_clicks(self.settle)

    def _hold(self) -> None:
        # Qt throws editors away when the model is reset; nobody who types may notice.
        editor, self._editor = self._editor, None
        if editor is not None and not editor.is_keeping:
            self._held = (editor.place, editor.standing, editor.text(), editor.cursorPosition())

    def _resume(self) -> None:
        held, self._held = self._held, None
        if held is None:
            return
        place, standing, typed, cursor = held
        index = self._figures.place(place.key)
        shown = (self._figures.path, self._figures.copy) == (place.path, place.copy)
        if not shown or not index.isValid():
            return
        self._quiet = True
        self.setCurrentIndex(index)
        self._quiet = False
        self.edit(index)
        if self._editor is not None:
            self._editor.fill(standing, typed)
            self._editor.setCursorPosition(cursor)

    def _relay(self) -> None:
        self.clearSpans()
        for cell in self._figures.cells():
            if cell.row_span > 1 or cell.column_span > 1:
                self.setSpan(cell.row, cell.column, cell.row_span, cell.column_span)
        self.fit(self._width)
        self._resume()


def _neighbour(
    figures: list[LayoutCell], here: LayoutCell, action: QAbstractItemView.CursorAction
) -> LayoutCell | None:
    actions = QAbstractItemView.CursorAction
    row = [c for c in figures if c.row == here.row]
    at = row.index(here)
    if action == actions.MoveHome:
        return row[0]
    if action == actions.MoveEnd:
        return row[-1]
    if action in (actions.MoveRight, actions.MoveNext):
        whole = figures.index(here)
        return (
            row[at + 1] if at + 1 < len(row) else next(iter(figures[whole + 1 : whole + 2]), None)
        )
    if action in (actions.MoveLeft, actions.MovePrevious):
        whole = figures.index(here)
        return row[at - 1] if at else (figures[whole - 1] if whole else None)
    step = -1 if action in (actions.MoveUp, actions.MovePageUp) else 1
    rows = sorted({c.row for c in figures if (c.row - here.row) * step > 0}, reverse=step < 0)
    if not rows:
        return None
    target = rows[0]
    if action in (actions.MovePageUp, actions.MovePageDown):
        target = rows[min(len(rows), 8) - 1]
    return min((c for c in figures if c.row == target), key=lambda c: abs(c.column - here.column))
