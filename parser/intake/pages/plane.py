"""Transformations of a plane: a b c d e f as PDF and OFD write them, y downwards."""

from __future__ import annotations

from collections.abc import Sequence

from parser.intake.pages.drawing import Frame
from parser.intake.pages.outline import Point

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1, 0, 0, 1, 0, 0)


def moved(x: float, y: float) -> Matrix:
    """Return the transformation that only moves."""
    return 1, 0, 0, 1, x, y


def product(first: Matrix, then: Matrix) -> Matrix:
    """Return the transformation that does one thing and then another."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def placed(matrix: Matrix, point: Point) -> Point:
    """Return where a point comes to lie."""
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def frame(matrix: Matrix, corners: Sequence[Point]) -> Frame:
    """Return the upright frame around points; two points are the corners of a rectangle."""
    if len(corners) == 2:
        (x0, y0), (x1, y1) = corners
        corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    points = [placed(matrix, corner) for corner in corners]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Frame(min(xs), min(ys), max(xs), max(ys))
