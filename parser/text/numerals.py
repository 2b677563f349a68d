"""Numerals as people write them: 12, １２, 1,234, 3.5万, 一千二百, 廿一, 二〇二三.

The one place that reads and writes Chinese numerals.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

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
_SHORT = {"廿": "二十", "卅": "三十"}
# Every character that a Chinese numeral may hold.
CHARACTERS = "".join([*_DIGITS, *_TENS, *_MYRIADS, *_SHORT])
# What a character behind a figure multiplies it by: 3.5万.
_SCALES = _TENS | _MYRIADS
# A pattern for the numerals from 1 to 99 that number headings, digit by digit (二一) too.
BELOW_HUNDRED = (
    "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?"
    "|[一二三四五六七八九]{1,2})"
)
_LIKE_NOUGHT = str.maketrans("Oo", "〇〇")
_DIGIT_BY_DIGIT = "〇一二三四五六七八九"
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMERAL = re.compile(rf"(?P<figure>{_ARABIC})(?P<scale>[百千]?[万亿]?)|[{CHARACTERS}]+")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text. `step` is the place value of its last printed digit (1, 0.1, 1000).

    `quirks` says what was looked past: "thousands" separators, "chinese" numerals.
    """

    start: int
    end: int
    value: int | Decimal
    step: Decimal
    quirks: tuple[str, ...] = ()


def find_numbers(text: str) -> Iterator[Numeral]:
    """Yield every number in half-width `text`, left to right. Signs and words are not looked at."""
    for match in _NUMERAL.finditer(text):
        numeral = _read(match)
        if numeral is not None:
            yield numeral


def whole_number(text: str) -> int | None:
    """Read a numeral of any kind, kinds mixed too: 12, １２, 十二, 二O二三. None for nonsense."""
    plain = unicodedata.normalize("NFKC", text).translate(_LIKE_NOUGHT)
    digits = "".join(str(_DIGITS[c]) if c in _DIGITS else c for c in plain)
    if plain != digits and digits.isdecimal() and any(c.isdecimal() for c in plain):
        return int(digits)
    return int(plain) if plain.isdecimal() else chinese_number(plain)


def chinese_number(text: str) -> int | None:
    """Read 一千二百, 二〇二三 (digit by digit) or 三万五 (as 35,000), None for nonsense."""
    for short, long in _SHORT.items():
        text = text.replace(short, long)
    if not text or any(c not in CHARACTERS for c in text):
        return None
    if all(c in _DIGITS for c in text):
        if len(text) > 1 and not any(c in "零〇○" for c in text) and "两" in text:
            return None
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = 0
    digit: int | None = None
    last_unit = 0
    below, below_myriad = 10_000, 10**12  # units grow smaller from left to right: no 十百, no 十十
    for character in text:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character] or None  # 一万零十六: a nought only keeps the places apart
            last_unit = last_unit if digit else 0
        elif character in _TENS:
            unit = _TENS[character]
            if unit >= below or (digit is None and unit != 10):
                return None
            section += unit * (digit or 1)
            digit, last_unit, below = None, unit, unit
        else:
            section += digit or 0
            scale = _MYRIADS[character]
            if (section == 0 and total == 0) or (scale >= below_myriad and scale == 10_000):
                return None
            total = (total + section) * scale if scale > 10_000 else total + section * scale
            section, digit, last_unit = 0, None, scale
            below, below_myriad = 10_000, scale
    if digit:
        # 三万五 means 35,000 and 一百二 means 120; 一百零二 and 一百〇二 have reset last_unit
        section += digit * (last_unit // 10 if last_unit > 10 else 1)
    return total + section


def in_chinese(number: int) -> str:
    """Write a number as headings do: 六, 十二, 二十; from 100 on digit by digit."""
    if not 0 < number < 100:
        return digit_by_digit(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _DIGIT_BY_DIGIT[tens] + "十"
    return head + (_DIGIT_BY_DIGIT[ones] if ones else "")


def digit_by_digit(number: int) -> str:
    """Write a number as years are written: 二〇二三."""
    return "".join(_DIGIT_BY_DIGIT[int(d)] for d in str(number))


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
        scale = _SCALES[character]
        figure, step = figure * scale, step * scale
        quirks = (*quirks, "chinese") if "chinese" not in quirks else quirks
    value = int(figure) if figure == figure.to_integral_value() else figure
    return Numeral(match.start(), match.end(), value, step, quirks)
