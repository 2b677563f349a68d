"""Numbers as people write them: 12, １２, 1,234, 3.5万, 一千二百, 〇, and what was looked past."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from parser.model import Number
from parser.text.chinese import CHARACTERS, SCALES, chinese_number

_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = re.compile(rf"(?P<figure>{_ARABIC})(?P<scale>[百千]?[万亿]?)|[{CHARACTERS}]+")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text. `step` is the place value of its last printed digit (1, 0.1, 1000)."""

    start: int
    end: int
    value: Number
    step: Decimal
    quirks: tuple[str, ...] = ()


def parse_number(text: str) -> tuple[Number, tuple[str, ...]] | None:
    """Read the whole of `text` as one number, None if it is anything else.

    Returns the number (int where it is whole and printed so) and what was looked past:
    "fullwidth" digits, "thousands" separators, "chinese" numerals. A sign is read.
    """
    plain = unicodedata.normalize("NFKC", text).replace("−", "-").strip()
    quirks = ["fullwidth"] if any(c.isdigit() and not c.isascii() for c in text) else []
    sign = 1
    if plain[:1] in ("-", "+"):
        sign = -1 if plain[0] == "-" else 1
        plain = plain[1:].lstrip()
    plain = re.sub(r"(?<=\d),\s+(?=\d{3})", ",", plain)
    found = _whole(plain)
    if found is None and re.fullmatch(r"\d{1,3}(?: \d{3})+", plain):
        found = _whole(plain.replace(" ", ","))
    if found is None:
        return None
    return sign * found.value, (*quirks, *found.quirks)


def find_numbers(text: str) -> Iterator[Numeral]:
    """Yield every number in half-width `text`, left to right. Signs and words are not looked at."""
    for match in _NUMBER.finditer(text):
        numeral = _read(match)
        if numeral is not None:
            yield numeral


def _whole(text: str) -> Numeral | None:
    match = _NUMBER.fullmatch(text)
    return _read(match) if match else None


def _read(match: re.Match[str]) -> Numeral | None:
    printed = match.group("figure")
    if printed is None:
        worth = chinese_number(match.group())
        if worth is None:
            return None
        return Numeral(match.start(), match.end(), worth, Decimal(1), ("chinese",))
    quirks: tuple[str, ...] = ("thousands",) if "," in printed else ()
    figure = Decimal(printed.replace(",", ""))
    exponent = figure.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    for character in match.group("scale"):
        scale = SCALES[character]
        figure, step = figure * scale, step * scale
        quirks = (*quirks, "chinese") if "chinese" not in quirks else quirks
    value: Number = int(figure) if figure == figure.to_integral_value() else figure
    return Numeral(match.start(), match.end(), value, step, quirks)
