"""Numbers written in Chinese characters: 一千二百, 二〇二三, 三万五."""

from __future__ import annotations

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
# Every character that such a number may hold.
CHARACTERS = "".join([*_DIGITS, *_TENS, *_MYRIADS])
# What a character behind a figure multiplies it by: 3.5万.
SCALES = _TENS | _MYRIADS


def chinese_number(text: str) -> int | None:
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
