"""Values of a PDF's dictionaries, looked up through references and never of an unforeseen kind."""

from __future__ import annotations

from typing import Any, cast

from pdfminer.pdftypes import resolve1


def entries(value: Any) -> dict[str, Any]:
    """Return a dictionary, an empty one where the value is none."""
    found: Any = resolve1(value)
    return cast(dict[str, Any], found) if isinstance(found, dict) else {}


def listed(value: Any) -> list[Any]:
    """Return a list, its items as they are; an empty one where the value is none."""
    found: Any = resolve1(value)
    return cast(list[Any], found) if isinstance(found, list) else []


def name(value: Any) -> str:
    """Return a name as text, empty where the value is none."""
    return str(getattr(resolve1(value), "name", ""))


def number(value: Any, default: float) -> float:
    """Return a number, `default` where the value is none."""
    found: Any = resolve1(value)
    return float(found) if isinstance(found, (int, float)) else default


def numbers(value: Any, count: int | None = None) -> tuple[float, ...] | None:
    """Return a list of numbers, of a certain length if one is given; else None."""
    items: list[Any] = [resolve1(item) for item in listed(value)]
    if not items or not all(isinstance(item, (int, float)) for item in items):
        return None
    return tuple(map(float, items)) if count in (None, len(items)) else None
