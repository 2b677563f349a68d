"""The three official tables of a report, one above the other as the report prints them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStyledItemDelegate,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.models.figures import FigureModel
from gui.theme import tones
from gui.translation import spoken
from gui.views.cell_bar import CellBar
from gui.views.figure_editor import FigurePlace
from gui.views.header_overlay import HeaderOverlay
from gui.views.icons import severity_picture
from gui.views.kept_line import Owner
from gui.views.last_year_button import LastYearButton
from gui.views.legend import Legend
from gui.views.no_tables import why_no_tables
from gui.views.official_table import OfficialTable
from gui.views.table_sizes import fitting_font
from parser.model import TABLES, Severity, TableName
from parser.official.form import form_of, forms
from parser.review.cell_marks import CellMarks
from parser.review.review import Review

MARGIN = 8


class KeepTyped(Protocol):
    """What writes to the log: the pane itself knows of no reports but the one that it shows."""

    def figure(self, place: FigurePlace, text: str) -> str:
        """Keep what was typed for a figure; return a sentence where it is refused, "" else."""
        ...

    def reason(self, owner: Owner, text: str) -> bool:
        """Keep the reason of a correction; False where it could not be kept."""
        ...


class TablePane(QWidget):
    """Shows the tables, tells which figure is chosen and what is typed into it."""

    figure_selected = Signal(str)
    figure_typed = Signal(str, object)  # key, number or None: set in the model by a script
    text_rejected = Signal(str)  # what was typed and is kept nowhere
    block_pasted = Signal(str, str, str, str)  # path, table, key of its first cell, the block
    copy_chosen = Signal(int)
    given_back = Signal()  # Esc: the keys go back to the finding

    def __init__(
        self,
        restore: QAction,
        keep: KeepTyped,
        compare: QAction | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Build the pane; `restore` drops a correction, `compare` shows two copies of a body.

        `keep` writes what is typed, and the reasons of corrections, to the log.
        """
        super().__init__(parent)
        self._keep = keep
        self.setObjectName("table_pane")
        self._review: Review | None = None
        self._key = ""
        self.tables: dict[TableName, OfficialTable] = {}
        self._titles: dict[TableName, QLabel] = {}
        self._jumps: dict[TableName, QToolButton] = {}
        self._bar = CellBar(restore, keep.reason, self)
        self._bar.left.connect(self.focus_current)
        self._last_year = LastYearButton(self)
        self._last_year.toggled.connect(self._compare_years)
        self._before: Review | None = None
        self._shown: tuple[Review | None, CellMarks, int] = (None, CellMarks(), 0)
        self._copies = QComboBox(self)
        self._copies.setObjectName("copy_chooser")
        self._copies.setAccessibleName(self.tr("正文的份次"))
        self._copies.activated.connect(self.copy_chosen)
        self._compare = QToolButton(self)
        self._compare.setAutoRaise(True)
        if compare is not None:
            self._compare.setDefaultAction(compare)
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setMargin(3 * MARGIN)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(False)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = self._make_sheet()
        self._scroll.setWidget(self._sheet)
        self._scroll.viewport().installEventFilter(self)
        self._overlay = HeaderOverlay(self.tables[_longest()], self._scroll)
        for bar in (self._scroll.verticalScrollBar(), self._scroll.horizontalScrollBar()):
            bar.valueChanged.connect(self._overlay.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._bar)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(Legend(self))
        self.show_review(None, CellMarks())

    def show_review(
        self,
        review: Review | None,
        marks: CellMarks,
        copy: int = 0,
        before: Review | None = None,
    ) -> None:
        """Show a copy of a review's tables with its marks.

        `before` is the unit's report on the year before, which the tables can be compared with.
        """
        self._shown, self._before = (review, marks, copy), before
        self._last_year.offer(before)
        fresh = (review.path if review else "") != (self._review.path if self._review else "")
        self._leave(FigurePlace(review.path if review else "", copy, ""))
        self._review = review
        usable = review is not None and bool(review.current.bodies and review.current.form)
        self._empty.setVisible(not usable)
        self._scroll.setVisible(usable)
        self._bar.setVisible(usable)
        self._empty.setText(why_no_tables(review))
        for name, table in self.tables.items():
            table.figures.compare(before, shown=self._last_year.isChecked())
            table.figures.show(review if usable else None, marks, copy)
            self._caption(name)
        self._show_copies(review, copy)
        if fresh:
            self._scroll.verticalScrollBar().setValue(0)
            self._key = ""
            for table in self.tables.values():
                table.clear_current()
        self._hold_current()
        self._refit()
        self._show_bar(refreshed=not fresh)

    def _compare_years(self, _shown: bool) -> None:
        review, marks, copy = self._shown
        self.show_review(review, marks, copy, self._before)

    def settle(self) -> bool:
        """Keep what is being typed here; False where it is refused and its editor stays."""
        return all([table.settle() for table in self.tables.values()]) and self._bar.settle()

    @property
    def is_open(self) -> bool:
        """Somebody is typing a figure or the reason of a correction."""
        return any(table.editor for table in self.tables.values()) or self._bar.is_open

    def select_figure(self, key: str) -> None:
        """Bring a figure into view and make it the current one; "" for none."""
        self._key = key
        for table in self.tables.values():
            if not (key and table.select_figure(key)):
                table.clear_current()
        self._show_bar()
        self._reveal()

    def current_key(self) -> str:
        """Return the key of the current figure, "" where there is none."""
        return self._key

    @property
    def scroller(self) -> QScrollArea:
        """What holds the tables, and has the keys when one of them does."""
        return self._scroll

    def set_editable(self, editable: bool) -> None:
        """Let figures be typed into, or not: where nothing can be written."""
        for table in self.tables.values():
            table.figures.editable = editable

    def edit_current(self) -> None:
        """Open the editor of the current figure."""
        table = self.focus_current()
        if table is not None:
            table.edit(table.currentIndex())

    def focus_current(self) -> OfficialTable | None:
        """Put the keys on the current figure and return its table, None where there is none."""
        for table in self.tables.values():
            if table.current_key():
                table.setFocus()
                return table
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the tables to the pane's new width."""
        if watched is self._scroll.viewport() and event.type() == QEvent.Type.Resize:
            self._refit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the floating labels in place."""
        super().resizeEvent(event)
        self._overlay.place()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again to another font, and colour again with another palette."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            for name in self.tables:
                self._caption(name)
            self._refit()
        elif event.type() == QEvent.Type.StyleChange:
            # A style sheet gives the tables the window's font again, once all this is over.
            QTimer.singleShot(0, self, self._refit)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 4, MARGIN, 0)
        row.setSpacing(2)
        for name in TABLES:
            jump = QToolButton(self)
            jump.setAutoRaise(True)
            jump.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            jump.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            jump.clicked.connect(partial(self._jump, name))
            self._jumps[name] = jump
            row.addWidget(jump)
        row.addStretch(1)
        row.addWidget(self._compare)
        row.addWidget(self._last_year)
        row.addWidget(self._copies)
        return row

    def _make_sheet(self) -> QWidget:
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(MARGIN, 4, MARGIN, MARGIN * 2)
        column.setSpacing(4)
        for name in TABLES:
            model = FigureModel(name, lambda k, v: self.figure_typed.emit(k, v), self)
            model.rejected.connect(self.text_rejected)
            table = OfficialTable(model, sheet)
            table.delegate.keep = self._keep.figure
            table.figure_selected.connect(self._on_selected)
            table.given_back.connect(self.given_back)
            table.pasted.connect(partial(self._on_pasted, name))
            table.left.connect(partial(self._pass_on, name))
            title = QLabel(sheet)
            title.setTextFormat(Qt.TextFormat.RichText)
            self.tables[name] = table
            self._titles[name] = title
            column.addWidget(title)
            column.addWidget(table)
            column.addSpacing(10)
        column.addStretch(1)
        return sheet

    def _caption(self, name: TableName) -> None:
        figures = self.tables[name].figures
        title, counts = figures.title(), figures.counts()
        short, _, rest = title.partition("　")
        colours = tones(self.palette())
        errors, doubts = counts.get(Severity.ERROR, 0), counts.get(Severity.WARNING, 0)
        told = []
        if errors:
            ink = colours.error.ink.name()
            text = self.tr("{0} 个错误").format(errors)
            told.append(f"<span style='color:{ink}'>{text}</span>")
        if doubts:
            ink = colours.warning.ink.name()
            text = self.tr("{0} 个疑点").format(doubts)
            told.append(f"<span style='color:{ink}'>{text}</span>")
        self._titles[name].setText(f"<b>{short}</b>　{rest}　{'　'.join(told)}")
        self.tables[name].setAccessibleName(title)
        self._mark_jump(name, short, counts)
        self._jumps[name].setToolTip(title)
        self._jumps[name].setVisible(bool(title))

    def _mark_jump(self, name: TableName, short: str, counts: Mapping[Severity, int]) -> None:
        errors, doubts = counts.get(Severity.ERROR, 0), counts.get(Severity.WARNING, 0)
        worst = Severity.ERROR if errors else Severity.WARNING
        jump, marked = self._jumps[name], errors + doubts > 0
        size, ratio = self.fontMetrics().height() - 2, self.devicePixelRatioF()
        shown = severity_picture(worst, self.palette(), size, ratio) if marked else QPixmap()
        jump.setIcon(QIcon(shown))
        jump.setText(f"{short} {errors or doubts}" if marked else short)

    def _show_copies(self, review: Review | None, copy: int) -> None:
        count = len(review.current.bodies) if review else 0
        self._copies.setVisible(count > 1)
        self._compare.setVisible(count > 1)
        if self._copies.count() != count:
            self._copies.clear()
            self._copies.addItems([""] * count)
        for i in range(count):
            text = self.tr("第 {0} 份正文").format(i + 1)
            counts = review is not None and i == review.current.counts
            said = self.tr("{0}（计入）") if counts else self.tr("{0}（不计入，只读）")
            self._copies.setItemText(i, said.format(text))
        self._copies.setCurrentIndex(copy)

    def _leave(self, place: FigurePlace) -> None:
        """Take up what is typed in another place before that goes from the pane."""
        for table in self.tables.values():
            editor = table.editor
            if editor is None or (editor.place.path, editor.place.copy) == (place.path, place.copy):
                continue
            if not table.settle():
                # Commands and lists never come here: the place was taken away from outside.
                self.text_rejected.emit(editor.typed)
                table.closeEditor(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)

    def _hold_current(self) -> None:
        for table in self.tables.values():
            if self._key and table.figures.place(self._key).isValid() and not table.current_key():
                table.select_figure(self._key)

    def _show_bar(self, *, refreshed: bool = False) -> None:
        form = self._review.current.form if self._review else None
        name = spoken(form_of(form).name_of(self._key)) if form and self._key else ""
        told = (table.figures.absence_of(self._key) for table in self.tables.values())
        struck = (table.figures.crossed_of(self._key) for table in self.tables.values())
        crossed = next(filter(None, struck), "")
        absence = next(filter(None, told), "")
        self._bar.show_figure(self._review, self._key, name, absence, crossed, refreshed=refreshed)

    def _on_selected(self, key: str) -> None:
        sender = self.sender()
        self._key = key
        for table in self.tables.values():
            if table is not sender:
                table.clear_current()
        self._show_bar()
        self._reveal()
        self.figure_selected.emit(key)

    def _on_pasted(self, name: TableName, key: str, text: str) -> None:
        if self._review is not None:
            self.block_pasted.emit(self._review.path, name, key, text)

    def _pass_on(self, name: TableName, step: int) -> None:
        at = TABLES.index(name) + step
        if 0 <= at < len(TABLES):
            self.tables[TABLES[at]].enter(step)

    def _jump(self, name: TableName, _checked: bool = False) -> None:
        self._scroll.verticalScrollBar().setValue(self._titles[name].y() - 4)

    def _refit(self) -> None:
        width = self._scroll.viewport().width()
        font = fitting_font(self.font(), width - 2 * MARGIN)
        widest = 0
        for table in self.tables.values():
            table.setFont(font)
            table.fit(width - 2 * MARGIN)
            widest = max(widest, table.width())
        layout = self._sheet.layout()
        if layout is not None:
            layout.activate()
            # Where even the smallest font is too wide, the pane scrolls sideways.
            wide = max(width, widest + 2 * MARGIN) if widest > width - MARGIN else width
            self._sheet.resize(wide, layout.sizeHint().height())
        self._overlay.follow(font)

    def _reveal(self) -> None:
        for table in self.tables.values():
            area = table.figure_rect(self._key) if self._key else QRect()
            if area.isEmpty():
                continue
            top = table.mapTo(self._sheet, area.topLeft())
            self._scroll.ensureVisible(top.x() + area.width() // 2, top.y(), area.width(), 0)
            bar, height = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
            # Beneath the floating labels, and with a row to spare.
            hidden = table.header_height() + area.height()
            lowest = top.y() + area.height() * 2 - height
            bar.setValue(max(lowest, min(bar.value(), top.y() - hidden)))


def _longest() -> TableName:
    """Return the table with the most rows: the one that is scrolled out from under its labels."""
    return max(forms()[-1].tables, key=lambda table: len(table.regular_rows)).name
