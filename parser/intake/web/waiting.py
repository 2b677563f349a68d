"""Elements that stand empty until a script of the page fills them, or a viewer opens a file there.

None of this is sure: only where a table of the report is wanting is anything made of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from parser.intake.web.unread import Kind

# Attributes by which frameworks repeat a row or choose whether to show it.
_REPEATED = re.compile(
    r"(?:v-(?:for|if|else|show)|(?:data-)?ng-(?:repeat|if|show|include|view)|x-(?:for|data)"
    r"|\*ng(?:for|if)|th:each|wx:for|is|data-(?:bind|reactroot|v-app))"
)
_ADDRESS = re.compile(r"data-(?:src|url|href|file|pdf|doc|path|link)")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|wps|et|ofd|html?|png|jpe?g|gif|bmp|webp)(?:[?#]|$)", re.I)
_IMAGE = re.compile(r"background(?:-image)?\s*:[^;]*url\(", re.I)
_SIDE = re.compile(r"(?<![\w-])(width|height)\s*:\s*(\d+)(?:\.\d+)?px")
# A page says so where something is to come.
_LOADING = re.compile(
    r"[\W_]*(?:(?:数据|表格|内容|页面|图表|报表|文件)?(?:正在|努力)?(?:加载|载入|读取|获取)"
    r"(?:数据|表格|内容|报表|文件)?中?|loading|(?:数据|内容)?加载失败|请稍[候后等]"
    r"|[^。，,]{0,20}(?:启用|开启|打开|支持|允许)\s*java\s*script[^。]{0,20})"
    r"(?:[，,\s]*请稍[候后等])?[\W_]*",
    re.I,
)
_LONGEST = 40


def awaited(element: HtmlElement, scripted: bool) -> Kind | None:
    """Return what an element without any text may hold in a browser, None for nothing.

    `scripted`: the page has scripts.
    """
    names = [str(name) for name in element.attrib]
    if "-" in str(element.tag) or any(_REPEATED.fullmatch(name) for name in names):
        return "script"
    if any(_ADDRESS.fullmatch(n) and _FILE.search(element.get(n) or "") for n in names):
        return "object"
    style = element.get("style") or ""
    if _IMAGE.search(style):
        sides = {side: int(number) for side, number in _SIDE.findall(style)}
        large = sides.get("width", 200) >= 200 and sides.get("height", 0) >= 60
        return "picture" if large else None
    return "script" if scripted and (element.get("id") or "").strip() else None


def repeats(table: HtmlElement) -> bool:
    """Say whether a framework repeats rows of a table that are not there yet."""
    return any(
        _REPEATED.fullmatch(str(name)) for element in _elements(table) for name in element.attrib
    )


def is_loading(text: str) -> bool:
    """Say whether a line says that something is still to come."""
    return len(text) <= _LONGEST and _LOADING.fullmatch(text) is not None


def _elements(table: HtmlElement) -> Iterator[HtmlElement]:
    return (e for e in table.iter("table", "thead", "tbody", "tr", "td", "th"))
