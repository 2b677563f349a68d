"""A filter of rows whose conditions can change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSortFilterProxyModel


class RowFilter(QSortFilterProxyModel):
    """Asks every row again after `change`."""

    def change(self, apply: Callable[[], None]) -> None:
        """Let `apply` change what the filter goes by, and filter again."""
        # Qt 6.10 wants to be told before and after; the way that 6.8 knows is deprecated there.
        if hasattr(QSortFilterProxyModel, "endFilterChange"):
            self.beginFilterChange()
            apply()
            self.endFilterChange(QSortFilterProxyModel.Direction.Rows)
        else:
            apply()
            self.invalidateRowsFilter()
