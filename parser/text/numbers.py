"""Numbers between auditor and program: what is typed, and how a value is written out."""

from __future__ import annotations

import re
from decimal import Decimal
from unicodedata import normalize

from parser.model import Number

# Neither exponents nor underscores, which Python takes for parts of numbers.
_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)", re.ASCII)


def typed_number(text: str) -> Number | None:
    """Read what an auditor types: any width of digits, thousands separators; blank is None.

    ValueError for anything that is no number.
    """
    plain = normalize("NFKC", text).replace(",", "").replace(" ", "").replace("−", "-")
    if not plain:
        return None
    if not _PLAIN.fullmatch(plain):
        raise ValueError(text)
    number = Decimal(plain)
    return number if "." in plain else whole(number)


def written(value: Number | None) -> str:
    """Write a value as a cell shows it, "" for blank; never with an exponent."""
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def whole(value: Number | None) -> Number | None:
    """Return a decimal without a fraction as a whole number, anything else as it is."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value
