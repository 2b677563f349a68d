"""What the report says of its own time: statistical period, signing and publishing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from parser.identity.lines import Line
from parser.identity.title import YEAR
from parser.model import DateMention, Span
from parser.text.numerals import whole_number

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_PATTERN = "(?:(?P<y{n}>%s)[年.\\-/])%s(?P<m{n}>%s)[月.\\-/](?P<d{n}>%s)日?"
_DAY = (_PATTERN % (YEAR, "", _NUMBER, _NUMBER)).replace("{n}", "")
_FIRST = (_PATTERN % (YEAR, "", _NUMBER, _NUMBER)).replace("{n}", "1")
_LAST = (_PATTERN % (YEAR, "?", _NUMBER, _NUMBER)).replace("{n}", "2")
_TO = r"(?:[0零]{1,2}[时点](?:0{1,2}分)?)?(?:起|开始)?，?(?:至|到|[—－\-~～–─―]+)"
_PERIOD = re.compile(rf"(?<!\d){_FIRST}{_TO}{_LAST}")
_MONTHS = re.compile(
    rf"(?P<y1>{YEAR})年(?P<m1>{_NUMBER})月?(?:至|到|[—－\-~～–]+)(?:(?P=y1)年)?(?P<m2>{_NUMBER})月(?!\d)"
)
_STATED = re.compile(
    r"(?:统计|数据|报告|起止|汇总)(?:数据)?(?:的)?(?:起止)?(?:期限|时限|日期|时间段?|期间|周期|时段|区间|范围)"
    r"|(?:期限|时限|统计期|报告期)(?:为|是|自|从|：)"
)
# A period whose numbers or whose 年月日 are not as they should be: 至202023年12月31日, 1231日.
_OF_DAYS = r"[\d一二三四五六七八九十〇零月日号时.]"
_BROKEN = re.compile(
    rf"(?<![\dA-Za-z])\d{{1,8}}年{_OF_DAYS}{{1,12}}{_TO}(?:\d{{1,8}}年)?{_OF_DAYS}*\d{_OF_DAYS}*[月日]"
)
_WHOLE_DATE = re.compile(rf"^(?:日期：?)?{_DAY}$")
_DATE_AT_END = re.compile(rf"[府局委厅办室处会团院部心道镇乡县区市所站队司校）]{_DAY}$")
_PUBLISHED = re.compile(
    rf"(?P<label>发布日期|发布时间|公开日期|公开时间|发文日期|上传时间|更新时间|成文日期|生成日期|印发日期"
    rf"|发布于|PubDate|时间|日期)[\"”]?(?:content=)?[：:|\"“\]】]*{_DAY}"
)
_WRITTEN = ("成文日期", "生成日期", "印发日期", "日期")


def number(numeral: str) -> int:
    """Read a year, month or day, 0 for what is no number and so no date."""
    return whole_number(numeral) or 0


def find_period(lines: Iterable[Line]) -> tuple[tuple[date, date] | None, Span | None]:
    """Return the statistical period and where it stands.

    The span alone, without a period, means that a period is stated but cannot be read or does
    not exist (12月32日). Only stretches that are called a statistical period or that cover most
    of a year count.
    """
    unread: Span | None = None
    for line in lines:
        stated = _STATED.search(line.text)
        for match in _PERIOD.finditer(line.text):
            span = line.place(match.start(), match.end())
            period = _period(match)
            if period is None:
                unread = unread or span
            elif stated or (period[1] - period[0]).days > 300:
                return period, span
        for match in _MONTHS.finditer(line.text) if stated else ():
            year, first, last = number(match["y1"]), number(match["m1"]), number(match["m2"])
            if (first, last) == (1, 12):
                span = line.place(match.start(), match.end())
                return (date(year, 1, 1), date(year, 12, 31)), span
        broken = _BROKEN.search(line.text) if stated else None
        if broken and unread is None:
            unread = line.place(*broken.span())
        if stated and unread is None:
            unread = line.place(stated.start(), stated.end())
    return None, unread


def _period(match: re.Match[str]) -> tuple[date, date] | None:
    year = number(match["y1"])
    later = number(match["y2"]) if match["y2"] else year
    try:
        return (
            date(year, number(match["m1"]), number(match["d1"])),
            date(later, number(match["m2"]), number(match["d2"])),
        )
    except ValueError:
        return None


def signing_dates(tail: Sequence[Line]) -> list[DateMention]:
    """Return the dates that stand as a line of their own, or close one, at the report's end."""
    found: list[DateMention] = []
    for line in tail:
        match = _WHOLE_DATE.search(line.text) or _DATE_AT_END.search(line.text)
        mention = match and _mention("signed", line, match)
        if mention and len(line.text) <= 60:
            found.append(mention)
    return found


def publishing_dates(lines: Iterable[Line]) -> list[DateMention]:
    """Return the dates that the page or the head of the report gives, as 发布日期 and the like."""
    found: list[DateMention] = []
    for line in lines:
        for match in _PUBLISHED.finditer(line.text):
            role = "signed" if match["label"] in _WRITTEN else "published"
            mention = _mention(role, line, match)
            if mention:
                found.append(mention)
    return found


def _mention(role: str, line: Line, match: re.Match[str]) -> DateMention | None:
    if not match["y"]:
        return None
    try:
        day = date(number(match["y"]), number(match["m"]), number(match["d"]))
    except ValueError:
        return None
    start = match.start("y")
    return DateMention(role, day, line.place(start, match.end()))
