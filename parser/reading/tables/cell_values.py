"""Reading what stands in a cell: a number, a blank, a placeholder, a number among words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from parser.model import Number, Reading
from parser.text.numerals import CHARACTERS, chinese_number

_TRADITIONAL = str.maketrans("無適統計詳萬億兩個條項減餘", "无适统计详万亿两个条项减余")
_INVISIBLE = dict.fromkeys(map(ord, " \t\r\n\u3000\xa0\xad\u200b\u200c\u200d\ufeff\u2060"))
_PLAIN = re.compile(r"^[+-]?\d+(?:\.\d+)?$")
_GROUPED = re.compile(r"^[+-]?\d{1,3}(?:[,']\d{3})+(?:\.\d+)?$")
_CHINESE = re.compile(f"^[{CHARACTERS}]+$")
_PLACEHOLDER = re.compile(
    r"^(?:[-—–―_/\\*.·…~]+|无|若干|不适用|未统计|不详|空|n/?a|x+|nil|none|null)$", re.IGNORECASE
)
_SIGNED = re.compile(r"^(?P<sign>增加?|新增|减少?|减)(?P<number>\d+(?:\.\d+)?)[件个项条]?$")
_WORDED = re.compile(
    r"^[约近共计]?(?P<number>[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
    r"(?:余|多)?(?:件次|人次|万元|亿元|元|件|个|宗|起|条|项|份|次|部|例)?"
    r"(?:[(\[〔【].*)?$"
)
# Marks of a note behind a figure; NFKC would make digits of them: 211¹ is not 2111.
_MARKS = "⁰¹²³⁴-⁹⁺⁻⁽⁾₀-₉①-⑳⑴-⒛㈠-㈩㊀-㊉⓪-⓿❶-➓"
_NOTED = re.compile(rf"(?<=[\d件个项])\s*[\[〔【]?[{_MARKS}*＊※†‡]+[\]〕】]?\s*$")
_MARK = re.compile(f"[{_MARKS}]")
# Blanks or breaks between two digits part two numbers; only thin spaces group thousands.
_PARTED = re.compile(rf"[\d{CHARACTERS}]\s+[\d{CHARACTERS}]")
_THIN = re.compile(r"(?<=\d)[\u2009\u202f](?=\d{3}(?!\d))")
_LOST = re.compile("(?=.*\ufffd)[\\d.,\ufffd]{1,12}")
_NUMBERS = re.compile(r"^\d[\d,.]*(?:\s+\d[\d,.]*)+$")
# No cell says a number in more characters than this, remarks in brackets included.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell says. `number` is None for blanks, placeholders and the unreadable."""

    reading: Reading
    number: Number | None = None
    quirks: tuple[str, ...] = ()


@lru_cache(maxsize=50_000)
def read_value(raw: str) -> Value:
    """Read the content of a value cell. Never raises: what is no number is UNREADABLE."""
    if len(raw) > _LONGEST and len(raw.strip()) > _LONGEST:
        return Value(Reading.UNREADABLE)
    bare = _NOTED.sub("", raw)
    if bare != raw:
        value = read_value(bare)
        worded = value.reading is Reading.NUMBER
        return replace(value, reading=Reading.WORDS) if worded else value
    if _MARK.search(raw):
        return Value(Reading.UNREADABLE)
    grouped = _THIN.sub(",", raw)
    if _PARTED.search(re.split(r"[(（\[〔【]", grouped)[0]):
        return Value(Reading.UNREADABLE, quirks=("several",))
    wide = unicodedata.normalize("NFKC", grouped).translate(_INVISIBLE)
    wide = wide.replace("−", "-").replace("，", ",").translate(_TRADITIONAL)
    if not wide:
        return Value(Reading.BLANK)
    quirks = ("fullwidth",) if any("０" <= c <= "９" for c in raw) else ()
    if _PLAIN.match(wide):
        return Value(Reading.NUMBER, _exact(wide), quirks)
    if _GROUPED.match(wide):
        return Value(Reading.NUMBER, _exact(re.sub("[,']", "", wide)), (*quirks, "thousands"))
    if _PLACEHOLDER.match(wide):
        return Value(Reading.PLACEHOLDER)
    if _CHINESE.match(wide):
        number = chinese_number(wide)
        if number is not None:
            return Value(Reading.NUMBER, number, (*quirks, "chinese"))
    if wide in ("O", "o"):
        return Value(Reading.NUMBER, 0, (*quirks, "lookalike"))
    if found := _SIGNED.match(wide):
        number = _exact(found["number"])
        return Value(Reading.WORDS, -number if found["sign"].startswith("减") else number, quirks)
    if found := _WORDED.match(wide):
        return Value(Reading.WORDS, _exact(found["number"].replace(",", "")), quirks)
    return Value(Reading.UNREADABLE)


@lru_cache(maxsize=50_000)
def is_value(text: str) -> bool:
    """Say whether a piece of text can stand in a value cell (blank or not).

    So can several numbers, though none of them is the cell's, and a figure of which bytes are lost.
    """
    if read_value(text).reading is not Reading.UNREADABLE or _LOST.fullmatch(text.strip()):
        return True
    return bool(_NUMBERS.match(unicodedata.normalize("NFKC", text.strip())))


def _exact(digits: str) -> Number:
    number = Decimal(digits)
    return int(number) if number == number.to_integral_value() else number
