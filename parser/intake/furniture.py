"""Lines that belong to a web page and not to the report: metadata, login, sharing, footers.

Works on simplified text of any format: pages copied into text files carry the same lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from parser.model import Span

# Labels of the metadata table that 《政府信息公开目录》 systems print above a document.
# fmt: off
_STRONG = frozenset(
    [
        "索引号", "索取号", "信息索引号", "主题分类", "组配分类", "体裁分类", "信息分类",
        "公开时限", "公开方式", "公开形式", "公开范围", "公开程序", "生成日期", "废止日期",
        "发文字号", "服务对象", "信息有效性", "目录编号",
    ]
)
_WEAK = frozenset(
    [
        "发布机构", "发布单位", "发文机关", "发文单位", "发布机关", "成文日期", "发文日期",
        "发布日期", "公开日期", "发布时间", "有效性", "有效期", "主题词", "关键词", "文号",
        "文件编号", "信息来源", "内容概述", "概述", "标题", "名称", "信息名称", "来源",
        "公开责任部门", "责任部门", "产生日期", "生效日期", "失效日期", "语种", "载体类型",
    ]
)
# fmt: on
# Whole lines that no report prints of itself, wherever they stand.
_LINE = re.compile(
    r"(?:用户登[录陆]|还没有账[号户][?？]?|立即注册|登[录陆]|注册|忘记密码[?？]?|记住密码"
    r"|[【\[]?打印(?:本页|此页|本文)?[】\]]?|[【\[]?关闭(?:窗口|本页|页面)?[】\]]?|返回(?:顶部|首页|列表)|网站地图|联系我们|使用帮助"
    r"|设为首页|加入收藏|收藏本页|收藏|无障碍(?:浏览|阅读|版)?|移动版|电脑版|繁体版?|简体版?|长者(?:模式|版)|适老版"
    r"|(?:分享到?|扫一扫|浏览次数|阅读次数|点击数|访问量|浏览量)(?:[:：\s].*)?"
    r"|(?:扫一扫|扫码).{0,20}"
    r"|(?:上一篇|下一篇|上一条|下一条|当前位置|您(?:当前|现在)?的?(?:所在)?位置|您所在的位置)[:：].*"
    r"|[【\[（(]?字[体号][:：]?\s*[【\[（(]?\s*(?:特?大|大).{0,12}小.{0,20}"
    r"|(?:版权所有|网站标识码|技术支持|政府网站标识码|网站备案号).{0,60}|(?:主办|承办|维护)(?:单位)?[:：].{0,50}"
    r"|.{0,40}(?:ICP备|公网安备|公安备案号).{0,60}"
    r"|首页\s*[>›»].*"
    r"|来源[:：].{0,40}(?:时间|日期|浏览|字体|字号)[:：].{0,40})"
)
# Names of what pages set around an article. In a report's own parts they may be sub-headings.
_AROUND = re.compile(
    r"[【\[（(·▪◆]?\s*(?:"
    r"(?:相关|关联)(?:链接|附件|文件|文档|信息|阅读|新闻|稿件|内容|政策|解读|资讯|下载|推荐)"
    r"|(?:文字|图片|图文|图表|视频|音频|动漫|动画|专家|媒体|部门|政策|文件|在线)解读|解读(?:材料|链接|文件|方案)"
    r"|(?:政策)?图解(?:政策)?|一图读懂|(?:附件|文件|点击|资料)?下载|附件列表|(?:延伸|推荐)阅读|(?:热点|热门|精彩|为您)推荐"
    r"|(?:原文|全文|报告|文档|表格|文本)(?:下载|链接|查看)|(?:查看|阅读|浏览)(?:原文|全文|更多|详情)|(?:政策)?解读"
    r"|(?i:文字|图片|图文|网页|手机|电子|文本|pdf|html?|word|docx?|ofd|wps)\s*版本?(?:下载|浏览|查看)?"
    r"|(?:责任编辑|责编|编辑|信息来源|来源|作者|供稿)(?=[:：])"
    r"|友情链接|(?:我要|页面|网站|信息)?纠错|意见反馈|点赞|分享|网页二维码|(?:手机)?二维码|微信|微博|朋友圈"
    r"|语音播报|听全文|智能问答|(?:回到|回|返回)顶部|保存本页|【?我要评价】?"
    r")\s*[】\]）)]?(?:[:：].{0,60})?"
)
# The line below a page's title: when, whence, how often read. One label alone proves nothing.
_ABOUT = re.compile(
    r"(?:发布(?:时间|日期)|更新时间|时间|日期|(?:信息)?来源|作者|浏览(?:次数|量)?|点击(?:数|率|量|次数)"
    r"|阅读(?:次数|量)?|访问(?:次数|量)|字[体号]|责任编辑|责编|编辑|打印|分享(?:到)?)\s*[:：]"
)
_HEADING = re.compile(r"\s*[一二三四五六]、")
_ANY_HEADING = re.compile(r"[\s#*]*([一二三四五六])\s*、")
_SEPARATORS = re.compile(r"[|\t｜]|\s{2,}")
_BUTTONS = re.compile(r"(?:\s|[|｜])+")
_LABEL_IN_CELL = re.compile(r"[\[【]?([^:：\]】]{2,8})[\]】]?\s*(?:[:：]|$)")
_HEAD_LINES = 60
_MAX_LINE = 160
# A table, or run of lines, that is longer holds more than labels of the page.
_MOST_ROWS = 24


def furniture_lines(simplified: str, tables: Sequence[Span] = ()) -> Iterator[Span]:
    """Yield the spans of furniture lines in the text. Lines inside `tables` are left alone."""
    lines = list(_lines(simplified))
    yield from _metadata(simplified, lines)
    outside = True  # before the first part of a report, or in its last, behind which pages go on
    for line in lines:
        text = line.of(simplified).strip()
        heading = _ANY_HEADING.match(text)
        if heading and not any(t.covers(line) for t in tables):
            outside = heading[1] == "六"
        if not text or len(text) > _MAX_LINE or any(t.covers(line) for t in tables):
            continue
        about = len(_ABOUT.findall(text)) > 1 and "。" not in text
        if about or _is_furniture(text, outside):
            yield line


def _is_furniture(text: str, outside: bool) -> bool:
    """Say whether a line is furniture, as a whole or button by button: 打印本页 关闭窗口."""
    if _LINE.fullmatch(text) or (outside and _AROUND.fullmatch(text)):
        return True
    buttons = _BUTTONS.split(text)
    return len(buttons) > 1 and all(_is_furniture(button, outside) for button in buttons)


def is_metadata(cells: Iterable[str], rows: int) -> bool:
    """Say whether a table of so many rows, with these (simplified) cell texts, is metadata."""
    if rows > _MOST_ROWS:
        return False
    strong, all_labels = _labels(cells)
    return (strong >= 1 and all_labels >= 3) or strong >= 2


def _labels(cells: Iterable[str]) -> tuple[int, int]:
    strong = weak = 0
    for cell in cells:
        found = _LABEL_IN_CELL.match(cell.strip())
        label = re.sub(r"\s", "", found.group(1)) if found else ""
        strong += label in _STRONG
        weak += label in _WEAK
    return strong, strong + weak


def _metadata(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Find one run of metadata lines above the report: between its first and its last label."""
    first = last = -1
    strong = labels = 0
    seen = 0
    for i, line in enumerate(lines):
        words = line.of(text)
        if not words.strip():
            continue
        seen += 1
        if seen > _HEAD_LINES or _HEADING.match(words) or (first >= 0 and i - first > _MOST_ROWS):
            break
        here = _labels([cell for cell in _SEPARATORS.split(words) if cell.strip()])
        if here[1]:
            first, last = (i if first < 0 else first), i
            strong, labels = strong + here[0], labels + here[1]
        elif first >= 0 and ("。" in words or len(words) > 80):
            break
    if first >= 0 and strong and labels >= 3:
        for line in lines[first : last + 1]:
            if line.of(text).strip():
                yield line


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        yield Span(at, at + len(line))
        at += len(line) + 1
