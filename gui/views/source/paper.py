"""How large the picture of a page may become, whatever the page claims."""

from __future__ import annotations

from PySide6.QtCore import QSize, QSizeF

SIDE_LIMIT = 4000  # pixels; a page of a kilometre would ask for terabytes


def bounded(points: QSizeF, scale: float) -> QSize:
    """Return the pixels of a page at `scale` pixels a point, fewer where it would be too large."""
    longest = max(points.width(), points.height(), 1.0) * scale
    if longest > SIDE_LIMIT:
        scale *= SIDE_LIMIT / longest
    return QSize(max(1, round(points.width() * scale)), max(1, round(points.height() * scale)))
