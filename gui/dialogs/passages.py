"""Two reports beside each other, at the passages that a finding between reports speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gui.translation import spoken
from gui.views.icons import severity_picture
from gui.views.source.marks import Kind, Mark
from gui.views.source.text_view import TextView
from parser.model import CrossFinding, Report, Severity, Span

ICON = 18


class Side(QWidget):
    """One report's text with its passages marked, and a box to choose another report."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make an empty side."""
        super().__init__(parent)
        self.choice = QComboBox()
        self.choice.setObjectName(f"{name}_report")
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.view = TextView()
        self.view.setObjectName(f"{name}_text")
        self._spans: Sequence[Span] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.choice)
        column.addWidget(self.view, 1)

    def show_report(self, report: Report, spans: Sequence[Span], severity: Severity) -> None:
        """Show a report with these passages marked, the first in view."""
        self._spans = spans
        if report.document is None:
            self.view.clear()
            return
        self.view.show_report(report, [Mark(span, Kind(severity.value)) for span in spans])
        self.go_to(0)

    def go_to(self, passage: int) -> None:
        """Bring a passage into view; the last one where there are not so many."""
        if self._spans:
            self.view.select([self._spans[min(passage, len(self._spans) - 1)]])

    @property
    def passages(self) -> int:
        """How many passages are marked."""
        return len(self._spans)


class PassagesDialog(QDialog):
    """Shows what two reports have in common, or how they disagree."""

    def __init__(
        self,
        finding: CrossFinding,
        reports: Mapping[str, Report],
        first: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show the reports of `finding`, by path; `first` stands on the left if it is one."""
        super().__init__(parent)
        self.setObjectName("passages_dialog")
        self.setWindowTitle(self.tr("并排比较"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._finding = finding
        self._reports = reports
        self._at = 0
        paths = [path for path in finding.paths if path in reports]
        if first in paths:
            paths.remove(first)
            paths.insert(0, first)
        self._sides = (Side("left"), Side("right"))
        self._previous = QPushButton(self.tr("上一段"))
        self._next = QPushButton(self.tr("下一段"))
        self._place = QLabel()
        self._lay_out()
        for number, side in enumerate(self._sides):
            side.choice.addItems(paths)
            side.choice.setCurrentIndex(min(number, len(paths) - 1))
            side.choice.currentTextChanged.connect(lambda _, chosen=side: self._show(chosen))
            self._show(side)
        self.resize(1120, 680)

    def _lay_out(self) -> None:
        picture = QLabel()
        picture.setPixmap(severity_picture(self._finding.severity, self.palette(), ICON))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        sentence = QLabel(f"{self._finding.code}　{spoken(self._finding.message)}")
        sentence.setObjectName("passages_sentence")
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(picture)
        head.addWidget(sentence, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        for side in self._sides:
            splitter.addWidget(side)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(8)
        foot = QHBoxLayout()
        foot.addWidget(self._previous)
        foot.addWidget(self._next)
        foot.addWidget(self._place)
        foot.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot.addWidget(buttons)
        self._previous.clicked.connect(lambda: self._step(-1))
        self._next.clicked.connect(lambda: self._step(1))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(splitter, 1)
        column.addLayout(foot)

    def _show(self, side: Side) -> None:
        path = side.choice.currentText()
        if path not in self._reports:
            return
        spans = [span for where, span in self._finding.passages if where == path]
        side.show_report(self._reports[path], spans, self._finding.severity)
        self._go_to(0)

    def _step(self, by: int) -> None:
        self._go_to((self._at + by) % max(1, self._count))

    @property
    def _count(self) -> int:
        return max(side.passages for side in self._sides)

    def _go_to(self, passage: int) -> None:
        self._at = passage
        for side in self._sides:
            side.go_to(passage)
        several = self._count > 1
        for widget in (self._previous, self._next, self._place):
            widget.setVisible(several)
        said = self.tr("第 {0} 段，共 {1} 段")
        self._place.setText(said.format(passage + 1, self._count))
