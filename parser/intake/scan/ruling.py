"""Straightening a page and finding the cells between its ruled lines."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

# A scan is never skewed by more than this; what looks so is something else.
_MOST_SKEW = 8.0
_LONG = 30  # a ruled line is at least this part of the page's width
_SMALLEST = 10  # pixels: a cell is at least this wide and high
_SNAP = 6


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell between lines: place in the grid, spans, and pixels of the straightened page."""

    row: int
    column: int
    row_span: int
    column_span: int
    x0: int
    y0: int
    x1: int
    y1: int


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruled table: its outline in pixels and its cells in reading order."""

    x0: int
    y0: int
    x1: int
    y1: int
    slots: tuple[Slot, ...]


def ink(gray: Pixels) -> Pixels:
    """Return a mask of what is printed: 255 for ink, 0 for paper, specks left out."""
    smooth = cv2.medianBlur(gray, 3)
    mask = cv2.adaptiveThreshold(
        smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 12
    )
    return np.asarray(mask, dtype=np.uint8)


def skew(mask: Pixels) -> float:
    """Return by how many degrees the page's long lines fall to the right; 0 where it has none."""
    width = mask.shape[1]
    found: Any = cv2.HoughLinesP(
        mask, 1, np.pi / 1800, threshold=width // 6, minLineLength=width // 5, maxLineGap=12
    )
    if found is None:
        return 0.0
    lines = np.asarray(found).reshape(-1, 4).astype(float)
    angles = np.degrees(np.arctan2(lines[:, 3] - lines[:, 1], lines[:, 2] - lines[:, 0]))
    flat = angles[np.abs(angles) < _MOST_SKEW]
    return float(np.median(flat)) if len(flat) else 0.0


def straightened(image: Pixels, degrees: float) -> tuple[Pixels, NDArray[np.float64]]:
    """Return the page turned back by `degrees`, and the matrix from its pixels to the old."""
    height, width = image.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    level = cv2.warpAffine(
        image,
        turn,
        (width, height),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(255, 255, 255),
    )
    back = cv2.invertAffineTransform(turn)
    return np.asarray(level, dtype=np.uint8), np.asarray(back, dtype=np.float64)


def rules(mask: Pixels) -> Pixels:
    """Return a mask of the ruled lines alone, gaps closed."""
    height, width = mask.shape
    across = cv2.getStructuringElement(cv2.MORPH_RECT, (max(20, width // _LONG), 1))
    down = cv2.getStructuringElement(cv2.MORPH_RECT, (1, max(20, height // (2 * _LONG))))
    flat = cv2.morphologyEx(mask, cv2.MORPH_OPEN, across)
    upright = cv2.morphologyEx(mask, cv2.MORPH_OPEN, down)
    closed = cv2.dilate(
        cv2.bitwise_or(flat, upright), cv2.getStructuringElement(cv2.MORPH_RECT, (5, 5))
    )
    return np.asarray(closed, dtype=np.uint8)


def tables(lines: Pixels) -> list[Ruled]:
    """Return the ruled tables on a straightened page, from top to bottom."""
    count, _, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    outlines = [
        (int(x), int(y), int(x + w), int(y + h))
        for x, y, w, h, _ in stats[1:count]
        if w > lines.shape[1] // 5 and h > 3 * _SMALLEST
    ]
    found = [_table(lines, outline) for outline in sorted(outlines, key=lambda o: o[1])]
    return [table for table in found if len(table.slots) > 2]


def _table(lines: Pixels, outline: tuple[int, int, int, int]) -> Ruled:
    x0, y0, x1, y1 = outline
    rooms = np.asarray(255 - lines[y0:y1, x0:x1], dtype=np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(rooms, connectivity=4)
    boxes = [
        (int(x) + x0, int(y) + y0, int(x + w) + x0, int(y + h) + y0)
        for x, y, w, h, area in stats[1:count]
        if w >= _SMALLEST and h >= _SMALLEST and area > 0.6 * w * h
    ]
    left = _edges([box[0] for box in boxes])
    top = _edges([box[1] for box in boxes])
    slots: list[Slot] = []
    for bx0, by0, bx1, by1 in boxes:
        column, row = _at(left, bx0), _at(top, by0)
        across = sum(1 for edge in left[column + 1 :] if edge < bx1 - _SNAP) + 1
        down = sum(1 for edge in top[row + 1 :] if edge < by1 - _SNAP) + 1
        slots.append(Slot(row, column, down, across, bx0, by0, bx1, by1))
    return Ruled(x0, y0, x1, y1, tuple(sorted(slots, key=lambda s: (s.row, s.column))))


def _edges(values: list[int]) -> list[int]:
    """Join edges that one ruled line makes for several cells."""
    result: list[int] = []
    for value in sorted(values):
        if not result or value - result[-1] > 2 * _SNAP:
            result.append(value)
    return result


def _at(edges: list[int], value: int) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def bands(mask: Pixels) -> list[tuple[int, int, int, int]]:
    """Return the lines of print in a cell as (x0, y0, x1, y1), from top to bottom.

    Empty for a cell without print. Specks smaller than a full stop do not count.
    """
    height = mask.shape[0]
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    clean = np.zeros_like(mask)
    for i in range(1, count):
        _, _, w, h, area = stats[i]
        if area >= 12 and max(w, h) >= 5:
            clean[labels == i] = 255
    profile = [bool(row.any()) for row in clean]
    found: list[tuple[int, int, int, int]] = []
    start: int | None = None
    for y in range(height + 1):
        printed = y < height and profile[y]
        if printed and start is None:
            start = y
        elif not printed and start is not None:
            columns = np.flatnonzero(clean[start:y].any(axis=0))
            found.append((int(columns[0]), start, int(columns[-1]) + 1, y))
            start = None
    return _joined(found)


def _joined(bands: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Join bands that a character's own gap parted: a line is not much lower than the highest."""
    if not bands:
        return []
    tallest = max(y1 - y0 for _, y0, _, y1 in bands)
    result: list[tuple[int, int, int, int]] = []
    for x0, y0, x1, y1 in bands:
        if result:
            px0, py0, px1, py1 = result[-1]
            small = y1 - y0 < 0.6 * tallest or py1 - py0 < 0.6 * tallest
            if small and y0 - py1 < 0.35 * tallest:
                result[-1] = (min(px0, x0), py0, max(px1, x1), y1)
                continue
        result.append((x0, y0, x1, y1))
    return result


def original(
    box: tuple[float, float, float, float], back: NDArray[np.float64]
) -> tuple[float, float, float, float]:
    """Return the upright box around where a straightened box lies on the original page."""
    x0, y0, x1, y1 = box
    corners = np.array([[x0, y0, 1], [x1, y0, 1], [x1, y1, 1], [x0, y1, 1]], dtype=np.float64)
    placed = corners @ back.T
    (a, b), (c, d) = placed.min(axis=0), placed.max(axis=0)
    if not all(math.isfinite(v) for v in (a, b, c, d)):
        return box
    return float(a), float(b), float(c), float(d)
