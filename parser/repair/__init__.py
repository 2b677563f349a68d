"""Which cell is wrong: the fewest changes that settle every sum."""

from __future__ import annotations

from parser.repair.evidence import Evidence
from parser.repair.suggestions import localize

__all__ = ["Evidence", "localize"]
