"""What a number format makes of a value: the figure as the cell shows it.

After ECMA-376 part 1, 18.8.31. Decimals, percent, scaling, zeros that are not shown, words around
the figure, sections and conditions are followed. Commas between thousands, noughts behind the
point and signs of currencies change no figure and are left out; a format with more in it
(fractions, powers of ten, Chinese numerals) leaves the value as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

_SECTIONS = re.compile(r'((?:"[^"]*"?|\\.|\[[^\]]*\]|_.|\*.|[^;"\\\[_*]|[\\\[_*])*)(;|$)', re.S)
_TOKEN = re.compile(
    r'"([^"]*)"?|\\(.)|[_*].|\[([^\]]*)\]|(General|G/通用格式)|([0#?.,]+)|(%)|(@)'
    r"|([^A-Za-z/0#?.,%@])|(.)",
    re.S | re.I,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d{1,15}(?:\.\d{1,10})?)")
_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "=": lambda a, b: a == b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
    "<>": lambda a, b: a != b,
}
_WHITE = re.compile(r"white|白色?|(?:color|颜色)\s*2", re.I)
_CURRENCY = "¥￥$€£"
# Beyond this a float holds no single units, and no honest figure is.
_VAST = 1e15
_LONGEST = 255


@dataclass(frozen=True, slots=True)
class Formatted:
    """A value as its cell shows it; `white`: the format has it written in white."""

    text: str
    white: bool = False


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of a format: what stands before and behind the digits, and their pattern.

    `pattern` is None where the section shows no number; `known` is False for what is not followed.
    """

    before: str
    pattern: str | None
    behind: str
    percents: int
    is_text: bool
    condition: tuple[str, float] | None
    white: bool
    known: bool


def formatted(value: float, format: str) -> Formatted:
    """Return a number as a cell of this format shows it."""
    sections = _sections(format)
    if abs(value) >= _VAST or value != value:
        return Formatted(plain(value))
    section, bare = _chosen(sections, value)
    if section is None:
        return Formatted(plain(value))
    if not section.known:
        return Formatted(plain(value), section.white)
    figure = "" if section.pattern is None else _digits(abs(value), section)
    if section.is_text:
        figure = plain(abs(value))
    sign = "-" if value < 0 and not bare and figure.strip("0.") else ""
    return Formatted(f"{sign}{section.before}{figure}{section.behind}".strip(), section.white)


def worded(text: str, format: str) -> Formatted:
    """Return words as a cell of this format shows them."""
    sections = _sections(format)
    last = sections[-1]
    if len(sections) < 4 and not last.is_text:
        return Formatted(text)
    last = sections[3] if len(sections) > 3 else last
    if not last.known:
        return Formatted(text, last.white)
    return Formatted(f"{last.before}{text if last.is_text else ''}{last.behind}", last.white)


def plain(value: float) -> str:
    """Return a number without noise: twelve digits hold every honest amount."""
    if value != value or value in (float("inf"), float("-inf")):
        return str(value)
    if isinstance(value, int):
        return str(value)
    return f"{Decimal(f'{value:.12g}').normalize():f}"


def _chosen(sections: tuple[_Section, ...], value: float) -> tuple[_Section | None, bool]:
    """Return the section for a value, and whether it shows the value without its sign."""
    numbers = sections[:3]
    if len(numbers) > 1 and numbers[-1].is_text:
        numbers = numbers[:-1]
    if any(section.condition for section in numbers):
        for section in numbers[:2]:
            if section.condition is None:
                continue
            sign, bound = section.condition
            if _COMPARE[sign](value, bound):
                return section, False
        free = [section for section in numbers if section.condition is None]
        return (free[-1] if free else None), False
    if value < 0 and len(numbers) > 1:
        return numbers[1], True
    if value == 0 and len(numbers) > 2:
        return numbers[2], False
    return (numbers[0] if numbers else None), False


def _digits(value: float, section: _Section) -> str:
    """Return the digits of a value that is not negative, rounded as the pattern rounds it."""
    pattern = section.pattern or ""
    if pattern == "General":
        return plain(value)
    body = pattern.rstrip(",")
    places = body.rsplit(".", 1)[1] if "." in body else ""
    exact = Decimal(f"{value:.15g}") * 100**section.percents
    exact = exact / 1000 ** (len(pattern) - len(body))
    decimals = sum(places.count(sign) for sign in "0#?")
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if not rounded and "0" not in pattern:
        return ""
    text = f"{rounded.normalize():f}" if rounded else "0"
    least = body.split(".", 1)[0].count("0")
    whole, point, rest = text.partition(".")
    return whole.zfill(least) + point + rest


@lru_cache(maxsize=512)
def _sections(format: str) -> tuple[_Section, ...]:
    if not format or len(format) > _LONGEST:
        format = "General"
    parts: list[str] = []
    for found in _SECTIONS.finditer(format):
        parts.append(found[1])
        if not found[2]:
            break
    # A format that is a single section and empty was seen above; others show nothing.
    return tuple(_section(part) for part in parts[:4])


def _section(text: str) -> _Section:
    sides = ["", ""]
    pattern: str | None = None
    percents = 0
    is_text = white = False
    known = True
    condition: tuple[str, float] | None = None
    for token in _TOKEN.finditer(text):
        quoted, escaped, bracket, general, digits, percent, words, literal, other = token.groups()
        said = (quoted or escaped or literal or "").strip(_CURRENCY)
        if bracket is not None:
            told = _CONDITION.fullmatch(bracket.strip())
            condition = (told[1], float(told[2])) if told else condition
            white = white or _WHITE.fullmatch(bracket.strip()) is not None
            if bracket.startswith("$"):
                said = bracket[1:].split("-")[0].strip(_CURRENCY)
            elif not told and (bracket[:1] in "hHmMsS" or bracket.lower().startswith("dbnum")):
                known = False
        elif general or digits:
            # Digits in several places, as in the numbers of telephones.
            known = known and pattern is None and not is_text
            pattern = "General" if general else digits
        elif percent:
            percents += 1
            said = "%"
        elif words:
            is_text = True
        elif other:
            known = False
        sides[pattern is not None or is_text] += said
    if pattern is not None and pattern != "General":
        known = known and pattern.count(".") < 2 and pattern.strip(".,") != ""
    return _Section(sides[0], pattern, sides[1], percents, is_text, condition, white, known)
