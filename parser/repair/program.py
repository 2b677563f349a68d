"""A thin hold on HiGHS through SciPy: columns, rows, solve. Loaded on first use, for it is big."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from math import inf
from typing import Any

# The solver stops after so many branches, which is the same on every machine; the seconds that
# callers give are a fence for machines that are slow or busy.
BRANCHES = 400

_OPTIMAL, _INFEASIBLE = 0, 2  # `status` of scipy.optimize.milp


@dataclass(frozen=True, slots=True)
class Answer:
    """Values by column, None where none were found. `final`: optimal, or certainly none exist."""

    values: tuple[float, ...] | None
    final: bool


class Program:
    """Minimise the sum of the columns that have a cost, rows and bounds kept."""

    def __init__(self) -> None:
        self._bounds: list[tuple[float, float]] = []
        self._costs: list[float] = []
        self._whole: list[int] = []
        self._rows: list[tuple[Mapping[int, float], float, float]] = []

    def column(self, low: float, high: float = inf, cost: float = 0, whole: bool = False) -> int:
        """Add an unknown; return its number."""
        self._bounds.append((low, high))
        self._costs.append(cost)
        self._whole.append(int(whole))
        return len(self._bounds) - 1

    def row(self, terms: Mapping[int, float], low: float, high: float) -> None:
        """Ask that low ≤ Σ coefficient · column ≤ high."""
        self._rows.append((terms, low, high))

    def solve(self, seconds: float) -> Answer:
        """Run the solver over everything added so far."""
        if seconds <= 0:
            return Answer(None, final=False)
        optimize: Any = import_module("scipy.optimize")  # SciPy brings no types
        sparse: Any = import_module("scipy.sparse")
        low, high = zip(*self._bounds, strict=True)
        starts, places, coefficients = [0], list[int](), list[float]()
        for terms, _, _ in self._rows:
            places += terms.keys()
            coefficients += terms.values()
            starts.append(len(places))
        shape = (len(self._rows), len(self._bounds))
        matrix = sparse.csr_array((coefficients, places, starts), shape=shape)
        limits = optimize.LinearConstraint(
            matrix, [least for _, least, _ in self._rows], [most for _, _, most in self._rows]
        )
        found = optimize.milp(
            self._costs,
            integrality=self._whole,
            bounds=optimize.Bounds(low, high),
            constraints=limits,
            options={"time_limit": seconds, "node_limit": BRANCHES},
        )
        values = None if found.x is None else tuple(map(float, found.x))
        return Answer(values, final=found.status in (_OPTIMAL, _INFEASIBLE))
