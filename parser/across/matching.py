"""Which spreadsheet of tables belongs to which report: same unit and year, or names that say so.

A pair is only ever offered. Where more than one report could be meant there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from parser.across.attachment import is_attachment, lacks_tables
from parser.identity.body_names import OFFICES, PLACES
from parser.identity.key import same_unit, unit_key
from parser.model import Report
from parser.reading.prose import paragraphs

# What file names say of every report and every attachment; what is left tells them apart.
_COMMON = re.compile(
    r"政府信息公开|政务公开|信息公开|工作|年度报告|年报|报告|正文|文字(?:部分|稿)?|附件|附表|表格|数据|统计|情况|三张表"
    r"|各表|表[一二三四]?|部分|终稿|定稿|年度?|[\s_\-—–（）()【】\[\]《》·.、，,]+|的|及|和|第"
)

# A caption that is no report's title: 某镇2022年度政府信息公开统计表, 填报单位：某县某局.
_CAPTION = re.compile(
    rf"^(?:[一-鿿]{{0,4}}单位(?:名称)?：)?(?P<unit>[一-鿿]{{1,30}}?(?:{OFFICES}|{PLACES}))"
    r"(?:(?P<year>20\d\d)年|$|填报|填表)"
)


def pairs(reports: Iterable[Report]) -> dict[str, str]:
    """Return path of attachment → path of the report it belongs to. Linear in the reports."""
    attachments: list[Report] = []
    others: dict[tuple[str, ...], list[Report]] = {}
    for report in reports:
        if is_attachment(report):
            attachments.append(report)
        elif report.bodies:
            for mark in _marks(report):
                others.setdefault(mark, []).append(report)
    found: dict[str, list[str]] = {}
    for attachment in attachments:
        near = [other for mark in _marks(attachment) for other in others.get(mark, ())]
        whole = partner(attachment, near)
        if whole is not None:
            found.setdefault(whole.path, []).append(attachment.path)
    # Two spreadsheets for one report: which of them is meant is not for the program to say.
    return {of[0]: whole for whole, of in found.items() if len(of) == 1}


def partner(attachment: Report, reports: Iterable[Report]) -> Report | None:
    """Return the one report whose tables these are, None where there is not exactly one.

    Unit and year decide; where the spreadsheet does not say both, the name of the file does,
    within its folder. Of several that fit, the one in the same folder.
    """
    fitting = {
        report.path: report
        for report in reports
        if report.path != attachment.path
        and lacks_tables(report, attachment)
        and _belong(attachment, report)
    }
    found: Sequence[Report] = list(fitting.values())
    if len(found) > 1:
        found = [report for report in found if _folder(report) == _folder(attachment)]
    return found[0] if len(found) == 1 else None


def _belong(attachment: Report, report: Report) -> bool:
    (unit, one), (whole, other) = _named(attachment), _named(report)
    if one and other and one != other:
        return False
    if unit and whole and not same_unit(unit, whole):
        return False
    if unit and whole and one and other:
        return True
    return _folder(attachment) == _folder(report) and _stem(attachment) == _stem(report)


def _marks(report: Report) -> Iterator[tuple[str, ...]]:
    """Yield what a report and its attachment have in common, so that few need to be compared."""
    unit, year = _named(report)
    if unit and year:
        yield "unit", unit_key(unit), str(year)
    yield "file", _folder(report), _stem(report)


def _named(report: Report) -> tuple[str, int | None]:
    """Return unit and year; an attachment may name them in a caption only."""
    identity = report.identity
    unit = identity.names[0].name if identity.names else identity.unit
    year = identity.year
    if (unit and year) or not is_attachment(report):
        return unit, year
    found = [match for p in paragraphs(report) if (match := _CAPTION.match(p.text))]
    unit = unit or next((match["unit"] for match in found), "")
    return unit, year or next((int(match["year"]) for match in found if match["year"]), None)


def _folder(report: Report) -> str:
    return str(PurePosixPath(report.path).parent)


def _stem(report: Report) -> str:
    return _COMMON.sub("", PurePosixPath(report.path).stem)
