"""Numbers as people write them: 12, １２, 1,234, 3.5万, 一千二百, 〇, and what was looked past."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from parser.model import Number

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_CHINESE = "".join([*_DIGITS, *_TENS, *_MYRIADS])
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = re.compile(rf"(?P<figure>{_ARABIC})(?P<scale>[百千]?[万亿]?)|[{_CHINESE}]+")


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
        worth = _chinese(match.group())
        if worth is None:
            return None
        return Numeral(match.start(), match.end(), worth, Decimal(1), ("chinese",))
    quirks: tuple[str, ...] = ("thousands",) if "," in printed else ()
    figure = Decimal(printed.replace(",", ""))
    exponent = figure.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    for character in match.group("scale"):
        scale = _TENS.get(character) or _MYRIADS[character]
        figure, step = figure * scale, step * scale
        quirks = (*quirks, "chinese") if "chinese" not in quirks else quirks
    value: Number = int(figure) if figure == figure.to_integral_value() else figure
    return Numeral(match.start(), match.end(), value, step, quirks)


def _chinese(text: str) -> int | None:
    """Read 一千二百, 二〇二三 (digit by digit) or 三万五 (as 35,000), None for nonsense."""
    if all(c in _DIGITS for c in text):
        if len(text) > 1 and not any(c in "零〇○" for c in text) and "两" in text:
            return None
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = 0
    digit: int | None = None
    last_unit = 0
    for character in text:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character] or None  # 一万零十六: a nought only keeps the places apart
            last_unit = last_unit if digit else 0
        elif character in _TENS:
            unit = _TENS[character]
            section += unit * (1 if digit is None and unit == 10 else digit or 0)
            if digit is None and unit != 10:
                return None
            digit, last_unit = None, unit
        else:
            section += digit or 0
            if section == 0 and total == 0:
                return None
            scale = _MYRIADS[character]
            total = (total + section) * scale if scale > 10_000 else total + section * scale
            section, digit, last_unit = 0, None, scale
    if digit:
        # 三万五 means 35,000 and 一百二 means 120; 一百零二 and 一百〇二 have reset last_unit
        section += digit * (last_unit // 10 if last_unit > 10 else 1)
    return total + section
