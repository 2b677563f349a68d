"""Wrong figures planted in right ones, the way they come about in real reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from parser.model import Number


def summed_keys(figures: Mapping[str, Number], part: str = "any") -> list[str]:
    """Return the figures that some sum names: "detail", "row_total", "column_total" or "any".

    Table four's totals count as row totals.
    """
    kinds = {"detail": 0, "row_total": 1, "column_total": 2}
    return [
        key
        for key in figures
        if not key.startswith("disclosure.") and part in ("any", list(kinds)[_kind(key)])
    ]


def _kind(key: str) -> int:
    if key.startswith("requests.total."):
        return 2
    return 1 if key.endswith(".total") else 0


def planted(
    figures: Mapping[str, Number], keys: Sequence[str], rng: Random
) -> tuple[dict[str, Number], dict[str, Number]]:
    """Return the figures with the ones named typed wrong, and the right values of these."""
    wrong = dict(figures)
    for key in keys:
        value = int(figures[key])
        while wrong[key] == value:
            wrong[key] = _mistyped(value, rng)
    return wrong, {key: figures[key] for key in keys}


def _mistyped(value: int, rng: Random) -> int:
    digits = list(str(value))
    way = rng.choice(("swap", "double", "lose", "digit", "near", "nought", "any"))
    place = rng.randrange(len(digits))
    if way == "swap" and len(digits) > 1:
        place = rng.randrange(len(digits) - 1)
        digits[place : place + 2] = digits[place + 1], digits[place]
    elif way == "double":
        digits.insert(place, digits[place])
    elif way == "lose" and len(digits) > 1:
        del digits[place]
    elif way == "digit":
        digits[place] = str(rng.randrange(10))
    elif way == "near":
        return max(0, value + rng.choice((-2, -1, 1, 2, 10)))
    elif way == "nought":
        return 0
    else:
        return rng.randrange(2 * value + 10)
    return int("".join(digits))
