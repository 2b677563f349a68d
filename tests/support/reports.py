"""The real reports with hand-checked figures, where the machine has them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

REPORTS = Path(__file__).resolve().parents[3] / "shared" / "reports"


def report(name: str) -> Path:
    """Return the path of a real report; skips the test where the reports are not at hand."""
    path = REPORTS / name
    if not path.exists():
        pytest.skip(f"{name} is not at hand")
    return path


def gold(name: str) -> dict[str, Any]:
    """Return what is known of a real report: figures, codes that must and must not be found."""
    path = report(name).with_suffix(".gold.json")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
