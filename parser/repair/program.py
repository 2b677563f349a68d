"""A thin hold on HiGHS: columns, rows, solve. Loaded on first use, for it takes a while."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# The solver stops after so many branches, which is the same on every machine; the seconds that
# callers give are a fence for machines that are slow or busy.
BRANCHES = 400


@dataclass(frozen=True, slots=True)
class Answer:
    """Values by column, None where none were found. `final`: optimal, or certainly none exist."""

    values: tuple[float, ...] | None
    final: bool


class Program:
    """Minimise the sum of the columns that have a cost, rows and bounds kept."""

    def __init__(self) -> None:
        import highspy  # a quarter of a second: most reports never need it

        self._highs: Any = highspy.Highs()
        self._status: Any = highspy.HighsModelStatus
        self._whole: Any = highspy.HighsVarType.kInteger
        self._highs.silent()
        for option, value in (("threads", 1), ("random_seed", 0), ("mip_max_nodes", BRANCHES)):
            self._highs.setOptionValue(option, value)
        self._columns = 0

    @property
    def infinity(self) -> float:
        """What stands for no bound."""
        return self._highs.inf

    def column(
        self, low: float, high: float | None = None, cost: float = 0, whole: bool = False
    ) -> int:
        """Add an unknown; return its number."""
        self._highs.addVar(low, self.infinity if high is None else high)
        number = self._columns
        self._columns += 1
        if cost:
            self._highs.changeColCost(number, cost)
        if whole:
            self._highs.changeColIntegrality(number, self._whole)
        return number

    def row(self, terms: Mapping[int, float], low: float, high: float) -> None:
        """Ask that low ≤ Σ coefficient · column ≤ high."""
        self._highs.addRow(low, high, len(terms), list(terms), list(terms.values()))

    def solve(self, seconds: float) -> Answer:
        """Run the solver, rows added since the last run included."""
        if seconds <= 0:
            return Answer(None, final=False)
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + seconds)
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == self._status.kInfeasible:
            return Answer(None, final=True)
        solution = self._highs.getSolution()
        values = tuple(solution.col_value) if solution.value_valid else None
        return Answer(values, final=status == self._status.kOptimal)
