"""A text of which no more is there than the beginning of a report: its title and its preface."""

from __future__ import annotations

import re

from parser.identity.lines import lines
from parser.identity.title import find_title
from parser.identity.unit import looks_like_a_body
from parser.model import Document, Span

_OF_A_REPORT = re.compile(
    r"20\d{2}年?度?(?:政府|政务)?信息公开(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:报告|年报)$"
)
# A page that only leads to the report, which is in another file, is whole.
_LEADS_ON = re.compile(
    r"附件|附表|下载|点击|查看|见下图|\.(?:pdf|docx?|wps|xlsx?|ofd|zip|rar)\b", re.I
)
_DATE = re.compile(r"年.{1,3}月(?:.{1,3}日)?$")
_PREFACE = re.compile(r"统计期限|编制|条例|本报告|年度报告")
# A preface has no more lines and sentences than this.
_LINES, _SENTENCES = 4, 3
# Nor is a title with its preface any longer.
_MOST = 1_000


def is_beginning(document: Document, within: Span) -> bool:
    """Say whether a text has the title of a report and at most its preface below."""
    if within.end - within.start > _MOST:
        return False
    found = list(lines(document, within))
    title = find_title(found)
    if title is None or not _OF_A_REPORT.search(title.text):
        return False
    below = [line.text for line in found if line.span.start >= title.line.span.end]
    said = "".join(below)
    if len(below) > _LINES or said.count("。") > _SENTENCES or _LEADS_ON.search(said):
        return False
    if below and (_DATE.search(below[-1]) or looks_like_a_body(below[-1])):
        return False  # signed: there is no more of it
    return not said.endswith("。") or _PREFACE.search(said) is not None
