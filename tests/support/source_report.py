"""A small report with real grids, made by hand, for tests of the source pane."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parser.intake.writer import Draft, Writer
from parser.model import (
    Body,
    Document,
    Figure,
    Finding,
    Identity,
    Reading,
    Report,
    Section,
    Severity,
    Span,
    Table,
)

TITLE = "清河乡人民政府2023年政府信息公开工作年度报告"
_COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def document() -> Document:
    """Return a document with two tables, a blank cell and a character beyond the first plane."""
    writer = Writer()
    writer.line("首页 > 政务公开", furniture=True)
    writer.line(TITLE)
    writer.line("一、总体情况")
    writer.line("全年共收到政府信息公开申请5件，均已答复。𠮷祥村另收到口头咨询3次。")
    writer.line("二、主动公开政府信息情况")
    writer.table(
        [
            [
                Draft("信息内容"),
                Draft("本年制发件数"),
                Draft("本年废止件数"),
                Draft("现行有效件数"),
            ],
            [Draft("规章"), Draft("0"), Draft("0"), Draft("0")],
            [Draft("行政规范性文件"), Draft("3"), Draft(""), Draft("12")],
        ]
    )
    writer.line("三、收到和处理政府信息公开申请情况")
    writer.table(
        [
            [Draft("", 1, 3), *(Draft(column) for column in _COLUMNS)],
            [Draft("一、本年新收政府信息公开申请数量", 1, 3), *(Draft(n) for n in "5000006")],
            [
                Draft("三、本年度办理结果", 2, 1),
                Draft("（一）予以公开", 1, 2),
                *(Draft(n) for n in "5000005"),
            ],
            [Draft("（七）总计", 1, 2), *(Draft(n) for n in "5000005")],
        ]
    )
    writer.line("五、存在的主要问题及改进情况")
    for number in range(60):
        writer.line(f"第{number}段，公开工作仍有不足，将继续改进。")
    return writer.document("docx")


def report(findings: Sequence[Finding] = (), *, path: str = "年报/清河乡2023.docx") -> Report:
    """Return a report on `document()`; its figures are keyed by table, row and column number."""
    made = document()
    figures: dict[str, Figure] = {}
    for t, grid in enumerate(made.grids):
        for cell in grid.cells:
            if cell.text.isdigit() or (cell.text == "" and cell.column_span == 1):
                value = int(cell.text) if cell.text else None
                reading = Reading.NUMBER if cell.text else Reading.BLANK
                key = f"t{t}.r{cell.row}.c{cell.column}"
                figures[key] = Figure(key, value, cell.text, cell.span, reading)
    headings = [
        Span(*match.span())
        for match in re.finditer("^[一二三五]、.*$", made.text, re.MULTILINE)
        if not any(grid.span.covers(Span(*match.span())) for grid in made.grids)
    ]
    ends = [heading.start for heading in headings[1:]] + [len(made.text)]
    sections = tuple(
        Section(number, span.of(made.text), span, Span(span.start, end))
        for number, (span, end) in enumerate(zip(headings, ends, strict=True), 1)
    )
    tables = (Table("disclosure", made.grids[0].span), Table("requests", made.grids[1].span))
    whole = Span(0, len(made.text))
    start = made.text.index(TITLE)
    identity = Identity(title=TITLE, title_span=Span(start, start + len(TITLE)))
    body = Body(whole, sections, tables, figures)
    return Report(
        path,
        "0" * 32,
        "ok",
        document=made,
        form="2021",
        identity=identity,
        bodies=(body,),
        findings=tuple(findings),
    )


def plain(text: str, findings: Sequence[Finding] = ()) -> Report:
    """Return a report that is only text."""
    made = Document(text, text, "txt", "utf-8")
    return Report("a.txt", "1" * 32, "ok", document=made, findings=tuple(findings))


def finding(
    severity: Severity, *, figures: Sequence[str] = (), spans: Sequence[Span] = ()
) -> Finding:
    """Return a finding at these figures or spans."""
    return Finding("A101", severity, "合计不符", tuple(figures), spans=tuple(spans))
