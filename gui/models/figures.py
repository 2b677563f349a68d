"""One official table as a Qt model: laid out by `parser.official.layout`, filled from a review."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gui.models.cell_view import CELL_ROLE, KEY_ROLE, CellView
from gui.models.last_year_words import both, compared
from gui.place_words import said_of
from gui.translation import spoken
from parser.model import Body, Figure, Number, Reading, Severity, TableName, row_of
from parser.model.said import say
from parser.official.form import Form, FormTable, form_of
from parser.official.layout import LayoutCell, layout, with_last_year
from parser.reading.missing import Absence, absences
from parser.review.cell_marks import CellMarks
from parser.review.review import Review
from parser.text.numbers import typed_number, written

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Edit = Callable[[str, Number | None], None]


class FigureModel(QAbstractTableModel):
    """The places of one table. Rows and columns are those of the official layout.

    `edit` is called with what the auditor typed: it pushes an undo command; the model itself
    changes nothing.
    """

    rejected = Signal(str)  # what was typed and is no number

    def __init__(self, name: TableName, edit: Edit, parent: QObject | None = None) -> None:
        """Make an empty model of the table `name`."""
        super().__init__(parent)
        self.name: TableName = name
        self._edit = edit
        self._review: Review | None = None
        self._form: Form | None = None
        self._copy = 0
        self._marks = CellMarks()
        self._absent: dict[str, Absence] = {}
        self._cells: list[LayoutCell] = []
        self._at: dict[tuple[int, int], LayoutCell] = {}
        self._row_of_label: dict[tuple[int, int], str] = {}
        self._size = (0, 0)
        self.editable = True
        self._before: Review | None = None
        self._compares = False

    def compare(self, before: Review | None, *, shown: bool) -> None:
        """Compare with the report on the year before from the next `show` on, where `shown`."""
        self._before, self._compares = before, shown and before is not None

    def show(self, review: Review | None, marks: CellMarks, copy: int = 0) -> None:
        """Show a copy of a review's table. Resets only where the layout becomes another one."""
        form = _form(review)
        body = review.current.bodies[copy] if review and review.current.bodies else None
        rows = frozenset(row_of(key) for key in (body.figures if body else ()))
        cells = layout(form, self.name, rows) if form and body else []
        if form and self._compares:
            cells = with_last_year(form.table(self.name), cells)
        fresh = cells != self._cells or form is not self._form
        if fresh:
            self.beginResetModel()
        self._review, self._form, self._copy, self._marks = review, form, copy, marks
        self._absent = _absences(review, form, body)
        if fresh:
            self._lay_out(cells)
            self.endResetModel()
        elif cells:
            last = self.index(self._size[0] - 1, self._size[1] - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def path(self) -> str:
        """The path of the report that is shown, "" where none is."""
        return self._review.path if self._review else ""

    @property
    def copy(self) -> int:
        """Which copy of the body is shown, counted from 0."""
        return self._copy

    def why_refused(self, key: str, text: str) -> str:
        """Say in a sentence why what was typed cannot be a figure; "" where it can."""
        return self._review.why_refused(key, text) if self._review else ""

    def cells(self) -> list[LayoutCell]:
        """Return the layout that is shown: labels and figures with their spans."""
        return self._cells

    def table(self) -> FormTable | None:
        """Return the table of the form that is shown, None where nothing is."""
        return self._form.table(self.name) if self._form else None

    def title(self) -> str:
        """Return the official title with its short name: 表三　收到和处理…."""
        table = self.table()
        return f"{spoken(table.short)}　{spoken(say(table.title))}" if table else ""

    def place(self, key: str) -> QModelIndex:
        """Return the index of a figure, an invalid one where the table does not have it."""
        for cell in self._cells:
            if cell.key == key:
                return self.index(cell.row, cell.column)
        return QModelIndex()

    def counts(self) -> Mapping[Severity, int]:
        """Count the findings that speak of this table by severity."""
        return self._marks.tallies.get(self.name, {})

    def header_rows(self) -> int:
        """Return how many rows at the top are column labels only."""
        first = min((c.row for c in self._cells if c.key), default=0)
        return first

    def view(self, row: int, column: int) -> CellView | None:
        """Return what is painted at a place, None inside of a span."""
        cell = self._at.get((row, column))
        if cell is None:
            return None
        return self._figure(cell.key) if cell.key else self._label(cell)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the rows of the layout."""
        return 0 if parent.isValid() else self._size[0]

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return the columns of the layout."""
        return 0 if parent.isValid() else self._size[1]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Figures of the copy that counts can be edited; labels can only be read."""
        cell = self._at.get((index.row(), index.column()))
        if cell is None or not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not cell.key:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self._counts and self.editable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text, tip, accessible text, or by `CELL_ROLE` the whole `CellView`."""
        cell = self._at.get((index.row(), index.column())) if index.isValid() else None
        if cell is None:
            return None
        if role == KEY_ROLE:
            return cell.key
        view = self._figure(cell.key) if cell.key else self._label(cell)
        if role == CELL_ROLE:
            return view
        if role == Qt.ItemDataRole.DisplayRole:
            return view.text
        if role == Qt.ItemDataRole.EditRole:
            return "" if view.absence is not Absence.NONE else view.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(cell, view) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(cell, view)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand what was typed to the undo stack; False for what is no number."""
        cell = self._at.get((index.row(), index.column())) if index.isValid() else None
        if role != Qt.ItemDataRole.EditRole or cell is None or not cell.key or not self._counts:
            return False
        text = str(value).strip()
        view = self._figure(cell.key)
        if text == ("" if view.absence is not Absence.NONE else view.text):
            return False
        if self.why_refused(cell.key, text):
            self.rejected.emit(text)
            return False
        self._edit(cell.key, typed_number(text))
        return True

    def _lay_out(self, cells: list[LayoutCell]) -> None:
        self._cells = cells
        self._at = {(cell.row, cell.column): cell for cell in cells}
        rows = max((cell.row + cell.row_span for cell in cells), default=0)
        columns = max((cell.column + cell.column_span for cell in cells), default=0)
        self._size = (rows, columns)
        keys = {cell.row: row_of(cell.key) for cell in cells if cell.key}
        table = self.table()
        labels = {row.key: row.label for row in table.rows} if table else {}
        self._row_of_label = {
            (cell.row, cell.column): keys[cell.row]
            for cell in cells
            if not cell.key and cell.row in keys and labels.get(keys[cell.row]) == cell.text
        }

    @property
    def _counts(self) -> bool:
        """Whether the copy that is shown is the one whose figures count."""
        return self._review is None or self._copy == self._review.current.counts

    def _alignment(self, cell: LayoutCell) -> Qt.AlignmentFlag:
        if cell.key or cell.beside:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if (cell.row, cell.column) in self._row_of_label:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return Qt.AlignmentFlag.AlignCenter

    def frame(self) -> Severity | None:
        """Return the weight of what is said of nearly the whole table, None for nothing."""
        return self._marks.framed.get(self.name)

    def _label(self, cell: LayoutCell) -> CellView:
        if cell.beside is not None:
            return CellView(compared(self._review, self._before, cell.beside), is_figure=False)
        row = self._row_of_label.get((cell.row, cell.column))
        severity = self._marks.labels.get(row) if row else None
        severity = severity or self._marks.columns.get(f"{self.name}/{cell.text}")
        absence = Absence.NONE
        if row and self._form:
            keys = [c.key for c in self._cells if c.row == cell.row and c.key]
            if keys and all(self._absent.get(key) is Absence.ROW for key in keys):
                absence = Absence.ROW
        return CellView(
            cell.text,
            is_figure=False,
            severity=severity,
            absence=absence,
        )

    def _figure(self, key: str) -> CellView:
        review = self._review
        marks = self._marks
        body = review.current.bodies[self._copy] if review else None
        figure = body.figures.get(key) if body else None
        correction = review.corrections.get(key) if review and self._counts else None
        absence = self._absent.get(key, Absence.NONE)
        original: str | None = None
        if correction is not None and review is not None:
            parsed = review.report.figures.get(key)
            original = parsed.raw if parsed else ""
            text = written(correction.value)
            absence = Absence.NONE
        else:
            text = figure.raw if figure else ""
        first = review.current.figures.get(key) if review else None
        differs = not self._counts and (first.value if first else None) != (
            figure.value if figure else None
        )
        return CellView(
            text,
            is_figure=True,
            severity=marks.severity.get(key),
            strong=key in marks.strong,
            original=original,
            preview=written(marks.preview[key]) if key in marks.preview else None,
            suspected=key in marks.suspected,
            blank=figure is not None and figure.reading is Reading.BLANK,
            absence=absence,
            focus=key in marks.focus,
            differs=differs,
            doubtful=figure is not None and figure.doubtful,
            cut=figure is not None and figure.reading is Reading.UNREAD and bool(figure.raw),
        )

    def _crossed(self, figure: Figure | None) -> tuple[str, ...]:
        document = self._review.current.document if self._review else None
        if document is None or figure is None:
            return ()
        # The cells of a table joined from another file stand in another text.
        joined = figure.span.end > len(document.text)
        return () if joined else document.crossed(figure.span)

    def crossed_of(self, key: str) -> str:
        """Say what is struck out in a figure's cell and what counts, "" where nothing is."""
        body = self._review.current.bodies[self._copy] if self._review else None
        figure = body.figures.get(key) if body else None
        return self._crossed_text(self._crossed(figure), figure.raw if figure else "")

    def _crossed_text(self, crossed: tuple[str, ...], raw: str) -> str:
        if not crossed:
            return ""
        gone = "，".join(crossed)
        if not raw:
            return self.tr("原文划去了“{0}”，没有留下数").format(gone)
        return self.tr("原文划去了“{0}”，只算“{1}”").format(gone, raw)

    def _tip(self, cell: LayoutCell, view: CellView) -> str:
        if not cell.key:
            return self._label_tip(cell, view)
        lines = [self._name(cell.key)]
        if view.original is not None:
            correction = self._review.corrections[cell.key] if self._review else None
            before = view.original or self.tr("空白")
            lines.append(
                self.tr("原文 {0}，更正为 {1}").format(before, view.text or self.tr("空白"))
            )
            if correction and correction.reason:
                lines.append(self.tr("理由：{0}").format(correction.reason))
        elif view.absence is not Absence.NONE:
            lines.append(self.absence_text(view.absence))
        elif view.blank:
            lines.append(self.tr("空白（不等于 0）"))
        if again := self._review.again_of(cell.key) if self._review and self._counts else None:
            told = self.tr("改了，请再看：原来是“{0}”，更正为 {1}")
            lines.append(told.format(again.before, again.said or self.tr("空白")))
        if struck := self.crossed_of(cell.key):
            lines.append(struck)
        if view.cut:
            lines.append(self.tr("原文在这里没有读全，不作判断；请对照原件，按 Enter 把数补录进来"))
        if view.doubtful:
            lines.append(self.tr("待核：识别没有把握，请对照原件"))
        if view.preview is not None:
            lines.append(self.tr("建议改为 {0}").format(view.preview))
        elif view.suspected:
            lines.append(self.tr("有建议改动这一格"))
        if view.differs:
            lines.append(self.tr("与计入的那份正文不同"))
        if self._compares:
            lines.append(self._last_year(cell.key))
        lines += self._expected(cell.key)
        lines += self._marks.said.get(cell.key, ())
        return "\n".join(lines)

    def _expected(self, key: str) -> list[str]:
        """Say what the findings expect in a cell; nothing of a copy that does not count."""
        places = self._marks.places.get(key, ()) if self._counts else ()
        return list(dict.fromkeys(filter(None, map(said_of, places))))

    def _label_tip(self, cell: LayoutCell, view: CellView) -> str:
        if cell.beside is not None:
            return self._last_year(cell.beside.key)
        row = self._row_of_label.get((cell.row, cell.column), "")
        printed = self._marks.label_text.get(row)
        printed = printed or self._marks.column_text.get(f"{self.name}/{cell.text}")
        if view.absence is Absence.ROW:
            return self.absence_text(view.absence)
        return self.tr("报告里写作：{0}").format(printed) if printed else ""

    def _last_year(self, key: str) -> str:
        return both(self._review, self._before, key, self._name(key))

    def absence_of(self, key: str) -> str:
        """Say in a sentence why a figure is not there, "" where it is."""
        return self.absence_text(self._absent.get(key, Absence.NONE))

    def absence_text(self, absence: Absence) -> str:
        """Say in a sentence why a figure is not there."""
        return {
            Absence.NONE: "",
            Absence.TABLE: self.tr("报告里没有这张表"),
            Absence.GLUED: self.tr("原文的数字连在一起，无法分开，不作猜测"),
            Absence.ROW: self.tr("报告里没有这一行"),
            Absence.CELL: self.tr("报告里没有这一格"),
            Absence.UNREAD: self.tr(
                "这里没有读出，不作判断，不算缺报；请对照原件，按 Enter 把数补录进来"
            ),
        }[absence]

    def _name(self, key: str) -> str:
        return spoken(self._form.name_of(key)) if self._form else key

    def _spoken(self, cell: LayoutCell, view: CellView) -> str:
        if cell.beside is not None:
            return self._last_year(cell.beside.key)
        if not cell.key:
            return cell.text
        if view.absence is not Absence.NONE:
            value = self.absence_text(view.absence)
        else:
            value = view.text or self.tr("空白")
        parts = [self._name(cell.key), value]
        if view.original is not None:
            parts.append(self.tr("原文 {0}").format(view.original or self.tr("空白")))
        if struck := self.crossed_of(cell.key):
            parts.append(struck)
        parts += self._expected(cell.key)
        parts += self._marks.said.get(cell.key, ())
        return "，".join(parts)


def _absences(review: Review | None, form: Form | None, body: Body | None) -> dict[str, Absence]:
    if review is None or form is None or body is None:
        return {}
    return absences(form, body, review.current.document)


def _form(review: Review | None) -> Form | None:
    name = review.current.form if review else None
    return form_of(name) if name else None
