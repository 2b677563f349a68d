"""Chips below the filter box: what the reports are chosen by, and what could be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from gui.actions import icon
from gui.models.report_facets import FACETS, Facet
from gui.models.reports import ReportModel
from gui.theme import tones
from gui.views.flow_layout import FlowLayout
from gui.views.staying_menu import StayingMenu

_NAMED = 2  # chosen values that a chip names; of more it tells how many


class FacetBar(QWidget):
    """A chip for each facet. Its menu counts what the other facets leave of each value."""

    changed = Signal()

    def __init__(self, model: ReportModel, parent: QWidget | None = None) -> None:
        """Choose in `model`."""
        super().__init__(parent)
        self.setObjectName("report_facets")
        self.setAccessibleName(self.tr("筛选条件"))
        self._model = model
        flow = FlowLayout(self)
        flow.setContentsMargins(6, 0, 6, 5)
        self._chips = {facet.name: _Chip(facet, model, self) for facet in FACETS}
        for chip in self._chips.values():
            chip.chosen.connect(self._on_chosen)
            flow.addWidget(chip)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chosen(self) -> None:
        """Show what the model goes by."""
        for chip in self._chips.values():
            chip.show_chosen()

    def _on_chosen(self) -> None:
        self.show_chosen()
        self.changed.emit()


class _Chip(QFrame):
    """One facet: a button with its menu, and beside it the cross that takes the choice back."""

    chosen = Signal()

    def __init__(self, facet: Facet, model: ReportModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._facet = facet
        self._model = model
        self.setProperty("chip", True)
        self._button = QToolButton(self)
        self._button.setObjectName(f"facet_{facet.name}")
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._button.setToolTip(self.tr("按{0}筛选，可以多选").format(facet.called))
        self._menu = StayingMenu(self)
        self._menu.setObjectName(f"facet_{facet.name}_menu")
        self._menu.aboutToShow.connect(self._fill)
        self._button.setMenu(self._menu)
        self._remove = QToolButton(self)
        self._remove.setObjectName(f"facet_{facet.name}_remove")
        self._remove.clicked.connect(lambda: self._choose(frozenset()))
        says = self.tr("不再按{0}筛选").format(facet.called)
        self._remove.setToolTip(says)
        self._remove.setAccessibleName(says)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self._button, self._remove):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAutoRaise(True)
            row.addWidget(button)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Name what is chosen."""
        values = sorted(self._model.chosen.get(self._facet.name, ()), key=self._facet.order)
        called = self._facet.called
        if values:
            named = "、".join(map(self._facet.label, values))
            if len(values) > _NAMED:
                named = self.tr("{0} 项").format(len(values))
            self._button.setText(self.tr("{0}：{1}").format(called, named))
        else:
            self._button.setText(f"{called} ▾")
        self._button.setAccessibleName(self._button.text().rstrip(" ▾"))
        self._remove.setVisible(bool(values))
        if self.property("chosen") != bool(values):
            self.setProperty("chosen", bool(values))
            self.style().unpolish(self)
            self.style().polish(self)
        self._paint()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_remove"):
            self._paint()

    def _paint(self) -> None:
        self._remove.setIcon(icon("mdi6.close", tones(self.palette()).info.ink))
        side = self.fontMetrics().height() - 5
        self._remove.setIconSize(QSize(side, side))

    def _fill(self) -> None:
        menu = self._menu
        menu.clear()
        now = self._model.chosen.get(self._facet.name, frozenset())
        for value, count in self._model.counts(self._facet):
            action = QAction(f"{self._facet.label(value)}\t{count}", menu)
            action.setObjectName(f"value_{value}")
            action.setCheckable(True)
            action.setChecked(value in now)
            action.setEnabled(count > 0 or value in now)
            action.triggered.connect(lambda on=False, v=value: self._tick(v, on))
            menu.addAction(action)
        if not menu.actions():
            menu.addAction(self.tr("没有年报")).setEnabled(False)

    def _tick(self, value: str, on: bool) -> None:
        now = self._model.chosen.get(self._facet.name, frozenset())
        self._choose(now | {value} if on else now - {value})

    def _choose(self, values: frozenset[str]) -> None:
        self._model.set_chosen(self._facet.name, values)
        self.chosen.emit()
