"""A sentence cut into tokens: numbers with their units, known words, punctuation, the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from parser.claims.lexicon import Kind, word_at, words
from parser.model import Number
from parser.text.numerals import Numeral, find_numbers, whole_number

_YEAR_TOKEN = re.compile(r"(?:19|20)\d{2}年(?:度|全年)?|二[〇零○一二三四五六七八九]{3}年(?:度)?")
_DATE = re.compile(
    r"\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日|1[-—~至]12月|(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}"
)
# 1-6月, 8月份 or 8月 on its own: a part of the year. 12月 is where the year's counting ends.
_MONTHS = re.compile(
    r"(?!1[-—~至]12月)\d{1,2}[-—~]\d{1,2}月份?|(?!12月)\d{1,2}月(?:份|(?![\d底末至到、—~-]))"
)
_PERCENT = re.compile(
    r"(?P<value>\d+(?:\.\d+)?)%|百分之(?P<written>[\d.零〇一二三四五六七八九十百点]+)"
)
_ORDINAL = re.compile(
    r"第[\d一二三四五六七八九十百零〇]+(?:（[一二三四五六七八九十]+）)?|[〔\[]\d{4}[〕\]]\d*号?"
)
_LISTED = re.compile(
    r"（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]+[、是]|\d{1,2}[、.](?!\d)|[①-⑳]"
)
_STOPS = "，、；。：！？（）"
# 一次性, 一件不漏: a single Chinese numeral and a measure word that are no count.
_NO_COUNT = re.compile(r"[一两三][件次条项份](?=[性不也都事]|一)")
_ONES = r"[件条次份项宗起个位封桩例笔]"
_COUNTED = r"(?:政府信息|政务信息|信息公开|依申请|公开申请|申请|行政|复议|诉讼|规范性|案件)"
# What holds a numeral or a measure word and counts nothing: 每一件, 逐件, 件件 (each of them),
# 受理一件、办结一件 (one after the other), 受理一件申请、办结一件申请, 一件申请、一份答复、一套档案
# (what each gets), 不漏一件, 一次办结, 一个窗口, 三个一 and “五个到位” (slogans), 零投诉.
_SAYINGS = re.compile(
    rf"(?:[每逐同某哪]|任何|任意)[一1]?{_ONES}|一(?P<unit>{_ONES})(?:一?(?P=unit))+"
    r"|[\u4e00-\u9fff]{2}一件(?:、[\u4e00-\u9fff]{2}一件)+"
    r"|[\u4e00-\u9fff]{2}一件(?:，[\u4e00-\u9fff]{2}一件){2,}"
    rf"|[\u4e00-\u9fff]{{2}}一(?P<each>{_ONES})(?P<same>[\u4e00-\u9fff]{{2,8}})"
    r"(?:[、，][\u4e00-\u9fff]{2}一(?P=each)(?P=same))+"
    r"|(?:一[件条次份项套个名张人事案本站][\u4e00-\u9fff]{1,6}、){2,}一[件条次份项套个名张人事案本站][\u4e00-\u9fff]{1,6}"
    rf"|不(?!予|掌握|存在)[\u4e00-\u9fff]{{1,2}}一{_ONES}"
    rf"|一[次个](?!的?{_COUNTED}|[^\u4e00-\u9fff]|$)"
    r"|[一二三四五六七八九十两]个[一二三四五六七八九十两不]"
    r"|[零0](?:容忍|距离|跑动|差错|投诉|失误|遗漏|超期|积压|障碍|接触)"
    r"|“(?!三安全|\d+(?:\.\d+)?[\u4e00-\u9fff]?”)[\d一二三四五六七八九十两][^“”，。；]{1,9}”"
)
# 收到申请一件。 behind what is counted and before a stop it is one.
_ONE_OF_THEM = re.compile(r"(?<=申请|事项|案件|文件|复议|诉讼)一[件项起宗份次](?=[，。；、）])")
_URL = re.compile(r"[A-Za-z][A-Za-z0-9:/._@-]{3,}|\d{3,4}-\d{7,8}")


@dataclass(frozen=True, slots=True)
class Token:
    """`what`: "word" (with `kind` and `tag`), "number", "year", "percent", "stop" or "raw".

    `value` and `step` (the place value of the last digit) for numbers, years and percentages.
    """

    what: str
    start: int
    end: int
    text: str
    kind: Kind | None = None
    tag: str = ""
    value: Number = 0
    step: Decimal = Decimal(1)

    def is_a(self, *kinds: Kind) -> bool:
        """Say whether the token is a word of one of these kinds."""
        return self.kind in kinds


_COUNTING = re.compile(r"[\d零〇○一二三四五六七八九十两百千]")


def counts(text: str) -> bool:
    """Say whether there is any numeral in the text at all."""
    return _COUNTING.search(text) is not None


@lru_cache(maxsize=1024)
def tokenize(text: str) -> tuple[Token, ...]:
    """Cut a sentence (as in `prose.Sentence.text`) into tokens that leave nothing out."""
    return tuple(_units(list(_merge(_cut(text)))))


def _cut(text: str) -> Iterator[Token]:
    numerals = {n.start: n for n in find_numbers(text)}
    sayings = {m.start(): m.end() for m in _SAYINGS.finditer(text)}
    at = 0
    while at < len(text):
        if at in sayings:
            yield Token("word", at, sayings[at], text[at : sayings[at]], Kind.NOISE)
            at = sayings[at]
            continue
        token = _special(text, at) or _number(text, at, numerals) or _word(text, at)
        yield token
        at = token.end


def _special(text: str, at: int) -> Token | None:
    if text[at] in _STOPS:
        return Token("stop", at, at + 1, text[at])
    if (at == 0 or text[at - 1] in _STOPS) and (listed := _LISTED.match(text, at)):
        return Token("stop", at, listed.end(), "，")
    if year := _YEAR_TOKEN.match(text, at):
        value = whole_number(year.group()[:4]) or 0
        return Token("year", at, year.end(), year.group(), value=value)
    if months := _MONTHS.match(text, at):
        return Token("word", at, months.end(), months.group(), Kind.TIME, "part")
    for pattern in (_DATE, _ORDINAL, _NO_COUNT, _URL):
        if found := pattern.match(text, at):
            return Token("word", at, found.end(), found.group(), Kind.NOISE)
    if percent := _PERCENT.match(text, at):
        value = _per_hundred(percent)
        if value is None:
            return Token("word", at, percent.end(), percent.group(), Kind.NOISE)
        exponent = value.as_tuple().exponent
        step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
        return Token("percent", at, percent.end(), percent.group(), value=value, step=step)
    return None


def _per_hundred(percent: re.Match[str]) -> Decimal | None:
    """Return what a percentage says: 1.05%, 百分之一点零五, 百分之12.5; None for no numeral."""
    if percent["value"] is not None:
        return Decimal(percent["value"])
    whole, point, places = percent["written"].replace(".", "点").partition("点")
    units = whole_number(whole)
    digits = "".join(str(whole_number(place)) for place in places)
    if units is None or bool(point) != digits.isdigit():
        return None
    return Decimal(f"{units}.{digits}" if point else units)


def _number(text: str, at: int, numerals: dict[int, Numeral]) -> Token | None:
    numeral = numerals.get(at)
    if numeral is None:
        return None
    if not text[at].isdigit() and not _ONE_OF_THEM.match(text, at):
        word = word_at(text, at)
        if word is not None and at + len(word) > numeral.end:
            return None
    return Token(
        "number", at, numeral.end, text[at : numeral.end], value=numeral.value, step=numeral.step
    )


def _word(text: str, at: int) -> Token:
    found = word_at(text, at)
    if found is None:
        return Token("raw", at, at + 1, text[at])
    kind, tag = words()[found]
    return Token("word", at, at + len(found), found, kind, tag)


def _merge(tokens: Iterator[Token]) -> Iterator[Token]:
    """Join the characters that no word covers."""
    held: Token | None = None
    for token in tokens:
        if token.what == "raw" and held is not None:
            held = replace(held, end=token.end, text=held.text + token.text)
            continue
        if held is not None:
            yield held
            held = None
        if token.what == "raw":
            held = token
        else:
            yield token
    if held is not None:
        yield held


def _units(tokens: list[Token]) -> Iterator[Token]:
    """Keep unit words only behind a number (3 余 件): elsewhere 个, 年, 日 are parts of words."""
    for i, token in enumerate(tokens):
        if not token.is_a(Kind.UNIT):
            yield token
            continue
        before = tokens[i - 1] if i else None
        if before is not None and before.is_a(Kind.ROUGH) and i > 1:
            before = tokens[i - 2]
        if before is not None and before.what == "number":
            yield token
        else:
            yield Token("word", token.start, token.end, token.text, Kind.FILL)
