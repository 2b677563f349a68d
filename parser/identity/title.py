"""The report's title: found above the first section, whole or broken over lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parser.identity.lines import Line

YEAR = r"(?:20\d{2}|[二2][〇○零Oo0][〇○零一二三][〇○零一二三四五六七八九])"
_ENDING = re.compile(r"(?:报告|年报)(?:[（《][^（）]{1,12}[）》])?$")
_SUBJECT = re.compile(r"(?:信息|政务)公开")
# A page's own words and marks before a title, or on a line above it: 【正文】, 标题：, ◆, 1.
# No title, with whatever a page sets around it, is longer.
_LONGEST_LINE = 400
_LABEL = re.compile(
    r"^(?:[【〔〖\[（(](?:正文|全文|标题|原文|内容)[】〕〗\]）)]：?"
    r"|(?:(?:文章|文件|信息|公文)?(?:标题|名称|题名)|正文(?:内容)?|文章内容)：?|附件\d{0,2}："
    r"|\d{1,2}[.、．](?!\d)|_|[^\w。；！？：，、…《》“”\"（）【】〔〕〖〗\[\]])+"
)
# The same behind it: a page's buttons and marks.
_TOOLS = re.compile(
    r"(?:[【〔\[（](?:字号|字体|打印|关闭|大|中|小|分享|收藏|下载|返回)[^】〕\]）]{0,12}[】〕\]）]"
    r"|_|[^\w。；！？：，、…《》“”\"（）【】〔〕〖〗\[\]])+$"
)
_NOT_TITLES = re.compile(
    r"[。；！？]|^(?:本|现将|根据|按照|附件|关于印发|[一二三四五六七八九十]+、|当前位置)|[>»|：]"
)
# A line under the title that holds the year alone: （2023年度）.
_YEAR_BELOW = re.compile(rf"[（(—-]*{YEAR}年度?[）)—-]*")
# What a title begins with whose first line is lacking.
_HEADLESS = re.compile(rf"{YEAR}|(?:人民)?政府|信息|政务")
_LONGEST = 70
_LONGEST_PIECE = 40
_PIECES = 4


@dataclass(frozen=True, slots=True)
class Title:
    """A title as matched: the joined line, without a label in front of it."""

    line: Line

    @property
    def text(self) -> str:
        """The title without blanks, simplified."""
        return self.line.text


def find_title(head: Iterable[Line]) -> Title | None:
    """Return the title among the lines above the first section, None where there is none.

    A title may be broken over up to four lines. It may stand twice (once more in the page
    head): the fuller one counts, the later one where they are equal.
    """
    candidates = [bare for line in head if (bare := _without_label(line))]
    found: Title | None = None
    for at in range(len(candidates)):
        title = _title_from(candidates, at)
        if title and (found is None or _rank(title) >= _rank(found)):
            found = title
    return found


def _rank(title: Title) -> tuple[bool, bool]:
    return bool(re.search(YEAR, title.text)), not _HEADLESS.match(title.text)


def _title_from(candidates: Sequence[Line], at: int) -> Title | None:
    """Return the title that starts at this line."""
    joined = candidates[at]
    if _NOT_TITLES.search(joined.text):
        return None
    if _is_title(joined.text):
        return Title(_with_year_below(joined, candidates[at + 1 : at + 2]))
    for number, piece in enumerate(candidates[at + 1 : at + _PIECES], at + 1):
        if len(joined.text) > _LONGEST_PIECE or _NOT_TITLES.search(piece.text):
            return None
        if _is_title(piece.text) and re.search(YEAR, piece.text) and not _is_body(joined.text):
            return None
        joined = joined + piece
        if _is_title(joined.text):
            return Title(_with_year_below(joined, candidates[number + 1 : number + 2]))
    return None


def _with_year_below(title: Line, below: Sequence[Line]) -> Line:
    """Return a title that names no year with the year that stands alone on the next line."""
    if below and not re.search(YEAR, title.text) and _YEAR_BELOW.fullmatch(below[0].text):
        return title + below[0]
    return title


def _is_body(text: str) -> bool:
    return bool(
        re.fullmatch(
            r"[一-鿿（）·]{3,}(?:政府|[省市县区旗州盟镇乡局厅委办处院道团师会部室署心站所校司队社])",
            text,
        )
    )


def _without_label(line: Line) -> Line | None:
    """Return the line without a page's labels, buttons and marks around it; None for nothing."""
    if len(line.text) > _LONGEST_LINE:
        return line  # running text, which the patterns would go over for ever
    label = _LABEL.match(line.text)
    start = label.end() if label else 0
    tools = _TOOLS.search(line.text, start)
    end = tools.start() if tools else len(line.text)
    return Line(line.text[start:end], line.offsets[start:end]) if start < end else None


def _is_title(text: str) -> bool:
    return bool(len(text) <= _LONGEST and _SUBJECT.search(text) and _ENDING.search(text))
