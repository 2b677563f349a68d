"""Facets of the folder's findings: what there is of each kind, to be chosen from by a click."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from gui.families import family_name
from gui.models.findings import DECISION_TEXT, SEVERITY_TEXT, said
from gui.models.gathered import Judged, Sifted
from parser.model import FAMILIES, Severity
from parser.review.review import Decision

_VALUE = Qt.ItemDataRole.UserRole + 1


class FolderFacets(QTreeWidget):
    """Severity, verdict and family with their counts. Nothing ticked lets everything through."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show every facet, nothing ticked."""
        super().__init__(parent)
        self.setObjectName("folder_facets")
        self.setAccessibleName(self.tr("按级别、结论和类别筛选"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(10)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._quiet = False
        verdicts: tuple[Judged, ...] = (None, *get_args(Decision))
        self._severities = self._facet(
            self.tr("级别"), [(s, said(text)) for s, text in SEVERITY_TEXT.items()]
        )
        self._verdicts = self._facet(
            self.tr("结论"), [(v, said(DECISION_TEXT[v])) for v in verdicts]
        )
        self._families = self._facet(
            self.tr("类别"),
            [(f, f"{f} {family_name(f)}") for f in FAMILIES],
        )
        self.itemClicked.connect(self._on_clicked)
        self.itemChanged.connect(self._on_changed)

    @property
    def severities(self) -> frozenset[Severity]:
        """The severities that are ticked."""
        return frozenset(v for v in _ticked(self._severities) if isinstance(v, Severity))

    @property
    def verdicts(self) -> frozenset[Judged]:
        """The verdicts that are ticked, None for none given."""
        wanted = set(_ticked(self._verdicts))
        return frozenset(v for v in (None, *get_args(Decision)) if v in wanted)

    @property
    def families(self) -> frozenset[str]:
        """The families that are ticked."""
        return frozenset(str(v) for v in _ticked(self._families))

    def count(self, found: Sifted) -> None:
        """Show how many findings there are of each."""
        self._quiet = True
        counts: dict[object, int] = {**found.severities, **found.verdicts, **found.families}
        for rows in (self._severities, self._verdicts, self._families):
            for value, row in rows.items():
                count = counts.get(value, 0)
                row.setText(1, str(count))
                row.setDisabled(not count and row.checkState(0) == Qt.CheckState.Unchecked)
        self._quiet = False

    def tick(self, severities: Iterable[Severity] = (), families: Iterable[str] = ()) -> None:
        """Tick these and nothing else."""
        self._quiet = True
        wanted: set[object] = {*severities, *families}
        for rows in (self._severities, self._verdicts, self._families):
            for value, row in rows.items():
                row.setCheckState(0, _check(value in wanted))
        self._quiet = False
        self.chosen.emit()

    def _facet(
        self, title: str, values: Iterable[tuple[object, str]]
    ) -> dict[object, QTreeWidgetItem]:
        head = QTreeWidgetItem(self, [title])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        rows: dict[object, QTreeWidgetItem] = {}
        for value, text in values:
            row = QTreeWidgetItem(head, [text, ""])
            row.setCheckState(0, Qt.CheckState.Unchecked)
            row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            rows[value] = row
        head.setExpanded(True)
        return rows

    def _on_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        # A click on the words or the number does what one on the box does.
        if item.parent() is not None and item is self._pressed and column >= 0:
            ticked = item.checkState(0) == Qt.CheckState.Checked
            if ticked == self._was_ticked:
                item.setCheckState(0, _check(not ticked))

    def _on_changed(self, _item: QTreeWidgetItem, column: int) -> None:
        if not self._quiet and column == 0:
            self.chosen.emit()

    _pressed: QTreeWidgetItem | None = None
    _was_ticked = False

    def viewportEvent(self, event: QEvent) -> bool:
        """Remember what was ticked when the mouse went down."""
        if event.type() == QEvent.Type.MouseButtonPress:
            position = getattr(event, "position", None)
            self._pressed = self.itemAt(position().toPoint()) if position else None
            if self._pressed is not None:
                self._was_ticked = self._pressed.checkState(0) == Qt.CheckState.Checked
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Enter as by the space bar."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item and item.parent():
            item.setCheckState(0, _check(item.checkState(0) == Qt.CheckState.Unchecked))
        else:
            super().keyPressEvent(event)


def _ticked(rows: Mapping[object, QTreeWidgetItem]) -> list[object]:
    return [value for value, row in rows.items() if row.checkState(0) == Qt.CheckState.Checked]


def _check(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
