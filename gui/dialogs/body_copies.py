"""The copies of a body side by side: every difference marked, and the choice which one counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.views.source.geometry import height_of
from gui.views.source.marks import Kind, Mark
from gui.views.source.text_view import TextView
from parser.model import Figure, Report, Span
from parser.official.form import form_of
from parser.review.body_copies import (
    Excerpt,
    Opposite,
    differences,
    excerpt,
    figures_that_differ,
    parts_that_differ,
)
from parser.rules.repetition import Difference
from parser.text.numerals import in_chinese

ROWS = 6  # of the table of figures, before it scrolls
NEXT, PREVIOUS = ("F8", "Alt+Down"), ("Shift+F8", "Alt+Up")


class CopyView(TextView):
    """The text of one copy, which can be scrolled to what stands opposite in the other."""

    @property
    def chosen(self) -> tuple[Span, ...]:
        """The places that are emphasised."""
        return self._selected

    def top_offset(self) -> int:
        """Return the character at the top of what is seen."""
        if self._composition is None:
            return 0
        return self._composition.offsets.offset_of(self.cursorForPosition(QPoint(0, 2)).position())

    def show_at_top(self, offset: int) -> None:
        """Scroll so that the paragraph of a character stands at the top."""
        if self._composition is not None:
            top, _ = height_of(self._composition, Span(offset, offset))
            self.verticalScrollBar().setValue(round(top))


class Copy(QWidget):
    """One copy: its heading, whether it counts, its text, and the button that lets it count."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty side."""
        super().__init__(parent)
        self.heading = QLabel(self)
        self.heading.setObjectName(f"{name}_copy")
        self.choice = QPushButton(self.tr("以这一份为准"), self)
        self.choice.setObjectName(f"choose_{name}")
        self.choice.setAutoDefault(False)
        self.view = CopyView(self)
        self.view.setObjectName(f"{name}_text")
        self.excerpt: Excerpt | None = None
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def show_copy(self, report: Report, copy: int, marks: Sequence[tuple[Span, str]]) -> None:
        """Show a copy with these places of the whole text marked."""
        self.excerpt = excerpt(report, copy)
        local = self.excerpt.local
        said = [Mark(local(span), Kind.ERROR, told) for span, told in marks]
        self.view.show_report(self.excerpt.report, said)

    def select(self, spans: Sequence[Span]) -> None:
        """Emphasise places of the whole text."""
        if self.excerpt is not None:
            self.view.select([self.excerpt.local(span) for span in spans])


class CopiesDialog(QDialog):
    """Shows the first copy of a body and a later one, and lets either of them count."""

    body_chosen = Signal(int)  # the index of the copy that is to count

    def __init__(self, report: Report, writable: bool, parent: QWidget | None = None) -> None:
        """Compare the copies of a report that holds more than one."""
        super().__init__(parent)
        self.setObjectName("copies_dialog")
        self.setWindowTitle(self.tr("两份正文"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._report = report
        self._writable = writable
        self._all = differences(report)
        self._found: list[Difference] = []
        self._at = -1
        self._moving = False
        self._other = 1
        self._opposite = Opposite(report, 1)
        self._sides = (Copy("first", self), Copy("other", self))
        self._sentence = QLabel(self)
        self._sentence.setObjectName("copies_sentence")
        self._sentence.setWordWrap(True)
        self._which = QComboBox(self)
        self._which.setObjectName("other_copy_chooser")
        self._figures = QTableWidget(0, 3, self)
        self._previous = QPushButton(self.tr("上一处"), self)
        self._next = QPushButton(self.tr("下一处"), self)
        self._place = QLabel(self)
        self._place.setObjectName("copies_place")
        self._lay_out()
        self._connect()
        self._show_other(0)
        self.resize(1180, 760)

    def show_report(self, report: Report) -> None:
        """Show the same file again after another copy was made to count."""
        self._report = report
        self._all = differences(report)
        self._show_other(self._other - 1)

    def _lay_out(self) -> None:
        for number in range(2, len(self._report.bodies) + 1):
            self._which.addItem(self.tr("与第{0}份比较").format(in_chinese(number)))
        self._which.setVisible(len(self._report.bodies) > 2)
        names = [self.tr("数据项"), self.tr("第一份"), self.tr("另一份")]
        self._figures.setObjectName("copies_figures")
        self._figures.setAccessibleName(self.tr("两份不同的数据"))
        self._figures.setHorizontalHeaderLabels(names)
        self._figures.verticalHeader().hide()
        self._figures.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._figures.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._figures.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self._figures.horizontalHeader()
        header.setMinimumSectionSize(self.fontMetrics().horizontalAdvance("数") * 6)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for side in self._sides:
            splitter.addWidget(side)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(8)
        head = QHBoxLayout()
        head.addWidget(self._sentence, 1)
        head.addWidget(self._which)
        foot = QHBoxLayout()
        for button, keys in ((self._previous, PREVIOUS), (self._next, NEXT)):
            button.setAutoDefault(False)
            button.setToolTip(f"{button.text()}（{keys[0]}）")
            foot.addWidget(button)
        foot.addWidget(self._place)
        foot.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(splitter, 1)
        column.addWidget(self._figures)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._which.activated.connect(self._show_other)
        self._previous.clicked.connect(lambda: self._step(-1))
        self._next.clicked.connect(lambda: self._step(1))
        for keys, step in ((NEXT, 1), (PREVIOUS, -1)):
            for key in keys:
                QShortcut(QKeySequence(key), self).activated.connect(partial(self._step, step))
        self._figures.currentCellChanged.connect(self._on_figure)
        for at, side in enumerate(self._sides):
            side.choice.clicked.connect(partial(self._choose, at))
            bar = side.view.verticalScrollBar()
            bar.valueChanged.connect(partial(self._follow, at))

    def _choose(self, at: int, _checked: bool = False) -> None:
        self.body_chosen.emit(0 if at == 0 else self._other)

    def _show_other(self, at: int) -> None:
        """Hold the later copy at this place of the list against the first."""
        report = self._report
        self._other, self._at = at + 1, -1
        self._found = [d for d in self._all if d.copy == self._other]
        self._opposite = Opposite(report, self._other)
        marks: tuple[list[tuple[Span, str]], list[tuple[Span, str]]] = ([], [])
        for found in self._found:
            for side, spans in zip(marks, _exact(report, found), strict=True):
                side += [(span, found.message) for span in spans]
        for side, copy, own in zip(self._sides, (0, self._other), marks, strict=True):
            counts = copy == report.counts
            said = (
                self.tr("<b>第{0}份正文</b>（计入）")
                if counts
                else self.tr("第{0}份正文（不计入）")
            )
            side.heading.setText(said.format(in_chinese(copy + 1)))
            side.choice.setEnabled(self._writable and not counts)
            side.show_copy(report, copy, own)
        self._list_figures()
        self._sentence.setText(self._told())
        self._tell_place()

    def _told(self) -> str:
        figures = sum(1 for found in self._found if found.key)
        if not self._found:
            return self.tr("两份正文一致：数据和文字都没有不同。留下一份即可；下面左右对照。")
        said = self.tr(
            "两份正文不同 {0} 处：数据 {1} 项，文字 {2} 处。以哪一份为准，请与单位核对。"
        )
        return said.format(len(self._found), figures, len(self._found) - figures)

    def _list_figures(self) -> None:
        form = form_of(self._report.form) if self._report.form else None
        listed = figures_that_differ(self._found, self._report)
        self._figures.blockSignals(True)
        self._figures.setRowCount(len(listed))
        for row, (key, one, other) in enumerate(listed):
            name = form.name_of(key) if form else key
            for column, text in enumerate((name, self._stated(one), self._stated(other))):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.UserRole, key)
                self._figures.setItem(row, column, item)
        self._figures.setCurrentCell(-1, -1)
        self._figures.blockSignals(False)
        self._figures.setVisible(bool(listed))
        lines = min(len(listed), ROWS)
        high = self._figures.horizontalHeader().sizeHint().height()
        self._figures.setFixedHeight(
            high + lines * self._figures.verticalHeader().defaultSectionSize() + 6
        )

    def _stated(self, figure: Figure | None) -> str:
        if figure is None:
            return self.tr("没有这一格")
        return figure.raw or self.tr("空白")

    def _step(self, by: int) -> None:
        if self._found:
            first = 0 if by > 0 else len(self._found) - 1
            self._go_to(first if self._at < 0 else (self._at + by) % len(self._found))

    def _go_to(self, at: int) -> None:
        self._at = at
        found = self._found[at]
        self._moving = True
        for side, spans in zip(self._sides, _exact(self._report, found), strict=True):
            side.select(spans)
        self._moving = False
        # Where one copy has nothing of it, its place is opposite to where the other has it.
        for here, spans in enumerate((found.ones, found.others)):
            if not spans:
                self._follow(1 - here, 0)
        self._tell_place()

    def _on_figure(self, row: int, *_: int) -> None:
        item = self._figures.item(row, 0)
        key = item.data(Qt.ItemDataRole.UserRole) if item else None
        at = next((i for i, found in enumerate(self._found) if key and found.key == key), -1)
        if at >= 0:
            self._go_to(at)

    def _tell_place(self) -> None:
        for widget in (self._previous, self._next, self._place):
            widget.setVisible(bool(self._found))
        if self._at < 0:
            self._place.setText(self.tr("共 {0} 处不同").format(len(self._found)))
            return
        said = self.tr("第 {0} 处，共 {1} 处：{2}")
        told = self._found[self._at].message
        shown = told if len(told) <= 60 else told[:59] + "…"
        self._place.setText(said.format(self._at + 1, len(self._found), shown))
        self._place.setToolTip(told)

    def _follow(self, at: int, _value: int) -> None:
        """Scroll the other side to what stands opposite of the top of this one."""
        here, there = self._sides[at], self._sides[1 - at]
        if self._moving or here.excerpt is None or there.excerpt is None:
            return
        bar, other = here.view.verticalScrollBar(), there.view.verticalScrollBar()
        self._moving = True
        if bar.value() in (bar.minimum(), bar.maximum()):
            other.setValue(other.minimum() if bar.value() == bar.minimum() else other.maximum())
        else:
            offset = here.view.top_offset() + here.excerpt.start
            opposite = self._opposite.of(offset, back=at == 1) - there.excerpt.start
            there.view.show_at_top(max(0, opposite))
        self._moving = False


def _exact(report: Report, found: Difference) -> tuple[Sequence[Span], Sequence[Span]]:
    """Return the characters that differ in the first and in the other copy."""
    if found.key or not found.ones or not found.others:
        return found.ones, found.others
    one = Span(found.ones[0].start, found.ones[-1].end)
    other = Span(found.others[0].start, found.others[-1].end)
    left, right = parts_that_differ(report.text, one, other)
    return left or found.ones, right or found.others
