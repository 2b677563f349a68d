"""The years that a report states of itself: in its title, period, sentences, dates and file name.

Years of documents, meetings, plans and comparisons are not among them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from parser.identity.dates import number
from parser.identity.lines import Line
from parser.identity.title import YEAR
from parser.model import Span

_SENTENCE = re.compile(r"[^。；！？]+")
# A sentence that opens with a year and goes on with the body itself speaks of the report's year:
# 2023年，我局… ; （三）政府信息管理情况2023年，…
_OPENS = re.compile(
    rf"^(?:[（\d一二三四五六七八九十]{{1,3}}[）、.．])?(?:[一-鿿]{{0,16}}(?:情况|方面|工作|管理|建设|保障|公开))?[：，]?"
    rf"(?P<year>{YEAR})年度?(?=，|我(?:们|[市县区镇乡局委办厅院处团街旗州省]|单位|机关|街道)|全年|本(?:机关|单位))"
)
_OTHER_SUBJECT = re.compile(r"^，?(?:国务院|中央|党中央|全国|国家|省|自治区|上级|新修订|随着)")
_PLAN = re.compile(
    r"将(?!.{0,12}(?:纳入|作为|列入|责任))|计划|下一步|拟|力争|明年|来年|今后|新的一年"
)
# Told beside the report's year, or of what has since been put right.
_SINCE_THEN = re.compile(r"今年|本年|目前|现已|上年|去年|整改|至今|迄今|沿用")
# What a sentence must hold for a year that lies ahead to be a slip and no plan.
_DONE = re.compile(
    r"共(?:收到|受理|公开|发布|办理|主动)|收到|受理了|办结|已(?:完成|全部|按)|没有发生|未发生|开展了|组织了"
    r"|(?:公开|发布)[^，。]{0,12}\d"
)
_ANY_YEAR = re.compile(rf"{YEAR}(?=年)")
_SINCE = re.compile(r"以来|至今|起")
_FILE_YEAR = re.compile(r"(?<!\d)(20[12]\d)(?!\d)")
_OWN_REPORT = re.compile(
    rf"(?:编制|公布|发布|形成|撰写)(?:了|并公布|并发布)?[^。，；]{{0,30}}?(?P<year>{YEAR})年?度?[^。，；]{{0,12}}?信息公开[^。，；]{{0,8}}?(?:报告|年报)[^。，；]{{0,4}}"
)
_OF_A_NOTICE = re.compile(r"关于|通知|要求")
# Sources of the year other than the title, the more trusted first.
_TRUST = ("period", "body", "file", "page")
Stated = tuple[str, int, Span | None]


def year_in_title(line: Line) -> Stated | None:
    """Return the year that the title gives."""
    match = re.search(YEAR, line.text)
    return ("title", number(match.group()), line.place(*match.span())) if match else None


def year_in_file(stem: str) -> Stated | None:
    """Return the year in a file's name; a day such as t20240126 is none."""
    years = {int(y) for y in _FILE_YEAR.findall(stem)}
    return ("file", years.pop(), None) if len(years) == 1 else None


def years_in_body(
    sections: Sequence[tuple[int, Line]], report_year: int | None
) -> Iterator[Stated]:
    """Yield the years that sentences of the body state as the report's own.

    `sections` pairs a section's number with its running text. In sections five and six the year
    after the report's is a plan.
    """
    found: list[tuple[int, int, Span]] = []
    for section, line in sections:
        for sentence in _SENTENCE.finditer(line.text):
            text = sentence.group()
            opens = _OPENS.match(text)
            if not opens:
                continue
            year = number(opens["year"])
            rest = text[opens.end() :]
            if year != report_year and _speaks_of_another_time(text, rest):
                continue
            if report_year and year > report_year and not _DONE.search(rest):
                continue
            at = sentence.start() + opens.start("year")
            found.append((section, year, line.place(at, at + len(opens["year"]))))
    if report_year is None and found:
        report_year = Counter(year for _, year, _ in found).most_common(1)[0][0]
    for section, year, span in found:
        if section < 5 or year != (report_year or 0) + 1:
            yield "body", year, span


def _speaks_of_another_time(sentence: str, rest: str) -> bool:
    """Say whether a sentence compares years, plans, or tells of others' doings."""
    compares = len(set(_ANY_YEAR.findall(sentence))) > 1
    compares = compares or bool(_SINCE_THEN.search(rest))
    return bool(compares or _OTHER_SUBJECT.search(rest) or _SINCE.match(rest) or _PLAN.search(rest))


def year_of_own_report(preface: Line | None) -> Stated | None:
    """Return the year of the report that the preface says it is: 编制了2021年…年度报告."""
    named = _OWN_REPORT.search(preface.text) if preface else None
    if preface is None or named is None or _OF_A_NOTICE.search(named.group()):
        return None
    return "body", number(named["year"]), preface.place(*named.span("year"))


def settle(stated: Sequence[Stated]) -> int | None:
    """Return the report's year: the title's; without a title the one that is stated most.

    Where two are stated as often, the more trusted source decides. The year before that of the
    dates, where they agree, bears out what is stated; alone it counts where nothing else does.
    """
    titled = [year for where, year, _ in stated if where == "title"]
    if titled:
        return titled[0]
    dated = Counter(year - 1 for where, year, _ in stated if where == "date")
    told = [(where, year) for where, year, _ in stated if where in _TRUST]
    if told:
        often = Counter(year for _, year in told)
        often.update(dated.keys() if len(dated) == 1 else ())
        return max(told, key=lambda t: (often[t[1]], -_TRUST.index(t[0])))[1]
    return dated.most_common(1)[0][0] if dated else None
