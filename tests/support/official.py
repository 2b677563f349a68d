"""Right sample reports as text, in the tab layout that saved web pages have, and their faults.

`right_report` writes a report with no fault in it, of a township that does not exist.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from opencc import OpenCC

from parser.model import Number
from parser.official.form import Block as FormBlock
from parser.official.form import Form, FormRow, FormTable, form_of

UNIT = "南屏县白石镇人民政府"
YEARS: Mapping[str, int] = {"2019": 2020, "2021": 2023}

_NOUGHTS = dict.fromkeys(
    ("natural", "business", "research", "welfare", "legal", "other", "total"), 0
)
_REQUESTS: Mapping[str, Mapping[str, int]] = {
    "requests.received": {"natural": 12, "business": 3, "total": 15},
    "requests.carried_in": {"natural": 1, "total": 1},
    "requests.granted": {"natural": 6, "business": 1, "total": 7},
    "requests.partial": {"natural": 2, "total": 2},
    "requests.denied.third_party": {"natural": 1, "total": 1},
    "requests.unavailable.not_held": {"natural": 2, "business": 1, "total": 3},
    "requests.rejected.petition": {"natural": 1, "total": 1},
    "requests.total": {"natural": 12, "business": 2, "total": 14},
    "requests.carried_out": {"natural": 1, "business": 1, "total": 2},
}
_CHALLENGES: Mapping[str, Number] = {
    "review.upheld": 1,
    "review.total": 1,
    "litigation.after_review.pending": 1,
    "litigation.after_review.total": 1,
}
_DISCLOSURE: Mapping[str, Mapping[str, Number]] = {
    "2021": {
        "disclosure.normative.made": 2,
        "disclosure.normative.repealed": 1,
        "disclosure.normative.valid": 14,
        "disclosure.licensing.decisions": 326,
        "disclosure.penalty.decisions": 18,
        "disclosure.coercion.decisions": 2,
        "disclosure.fees.amount": Decimal("3.6"),
    },
    "2019": {
        "disclosure.normative.made": 3,
        "disclosure.normative.published": 3,
        "disclosure.normative.total": 21,
        "disclosure.licensing.previous": 41,
        "disclosure.licensing.change": -2,
        "disclosure.licensing.decisions": 318,
        "disclosure.other_services.previous": 12,
        "disclosure.other_services.change": 1,
        "disclosure.other_services.decisions": 96,
        "disclosure.penalty.previous": 26,
        "disclosure.penalty.decisions": 14,
        "disclosure.coercion.previous": 3,
        "disclosure.coercion.decisions": 1,
        "disclosure.fees.previous": 2,
        "disclosure.procurement.projects": 4,
        "disclosure.procurement.amount": Decimal("86.5"),
    },
}
_NOTICES: Mapping[str, str] = {
    "2019": "《中华人民共和国政府信息公开工作年度报告格式（试行）》（国办公开办函〔2019〕60号）",
    "2021": "《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）",
}
_NUMERALS = "一二三四五六"
_PROSE: Mapping[int, str] = {
    1: (
        "{year}年，本机关认真执行《中华人民共和国政府信息公开条例》，各项工作有序推进。\n"
        "（一）主动公开。及时更新机构职能、财政预算决算和惠民补贴等信息，重要文件同步解读。\n"
        "（二）依申请公开。登记、审核、答复、归档各环节责任到人，答复文书统一格式。\n"
        "（三）政府信息管理。公开前逐件保密审查，失效文件及时标注，历史信息分类归档。\n"
        "（四）平台建设。维护县政府门户网站的本镇栏目和便民大厅的查阅点，定期检查链接。\n"
        "（五）监督保障。公开工作纳入年度考核，开展社会评议，全年没有发生责任追究的情形。"
    ),
    2: "",
    3: "",
    4: "",
    5: (
        "存在的主要问题：一是部分栏目更新不够及时；二是解读形式较为单一。\n"
        "改进情况：一是实行栏目更新月提醒；二是增加图表解读和现场讲解。"
    ),
    6: "本年度未收取信息处理费，没有其他需要报告的事项。",
}


@dataclass(frozen=True)
class Sample:
    """A report to be printed. What is None or empty is the default of the right report.

    `cells` holds rows as printed (row key → cells), `extra` rows that the form does not have
    (row key after which they stand → lines), `labels` printed labels by official ones.
    """

    form: str = "2021"
    year: int | None = None
    title: str | None = None
    preface: str | None = None
    append: str | None = None
    headings: Mapping[int, str] = field(default_factory=dict)
    sections: Mapping[int, str] = field(default_factory=dict)
    figures: Mapping[str, Number | None] = field(default_factory=dict)
    cells: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()
    extra: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    glued: frozenset[str] = frozenset()
    second: Sample | None = None
    traditional: bool = False
    scanned: bool = False
    pictured: frozenset[str] = frozenset()
    cut: str = ""
    tail: bytes = b""
    raw: str | None = None
    name: str = ""

    @property
    def text(self) -> str:
        """The whole report as text."""
        text = self.raw if self.raw is not None else _report(self)
        if self.second is not None:
            text += "\n\n" + _report(self.second)
        if self.cut:
            text = text[: text.index(self.cut) + len(self.cut)]
        return OpenCC("s2t").convert(text) if self.traditional else text

    def write(self, folder: Path, default_name: str = "年度报告.txt") -> Path:
        """Write the report into `folder`, in UTF-8, and return the file."""
        file = folder / (self.name or default_name)
        file.write_bytes(self.text.encode() + self.tail)
        return file


def right_report(
    form: str = "2021",
    figures: Mapping[str, Number | None] | None = None,
    title: str | None = None,
    preface: str | None = None,
    sections: Mapping[int, str] | None = None,
    append: str | None = None,
) -> str:
    """Return a right report on the form as text; what is given takes the default's place.

    `figures` by key (None prints a blank cell), `sections` the prose by section number.
    """
    return Sample(
        form=form,
        title=title,
        preface=preface,
        sections=sections or {},
        append=append,
        figures=figures or {},
    ).text


def right_figures(form_id: str) -> dict[str, Number]:
    """Return the figures of the right report, in official order."""
    form = form_of(form_id)
    values: dict[str, Number] = dict.fromkeys(form.figure_keys, 0)
    for row, cells in _REQUESTS.items():
        values |= {f"{row}.{column}": value for column, value in {**_NOUGHTS, **cells}.items()}
    return values | dict(_CHALLENGES) | dict(_DISCLOSURE[form_id])


def _report(sample: Sample) -> str:
    form = form_of(sample.form)
    year = sample.year or YEARS[sample.form]
    title = f"{UNIT}{year}年政府信息公开工作年度报告" if sample.title is None else sample.title
    stated = re.match(r"(.+?)\s*\d{4}年", title)
    unit = stated[1] if stated else UNIT
    preface = sample.preface
    if preface is None:
        preface = (
            f"根据《中华人民共和国政府信息公开条例》和{_NOTICES[sample.form]}的要求，编制本报告。"
            f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
        )
    lines = [title, preface]
    for section in form.sections:
        number = section.number
        heading = f"{_NUMERALS[number - 1]}、{section.title}"
        prose = _PROSE[number].format(year=year)
        lines.append(sample.headings.get(number, heading))
        lines.append(sample.sections.get(number, prose))
        lines += [_table(sample, form, t) for t in form.tables if t.section == number]
    append = f"{unit}\n{year + 1}年1月12日" if sample.append is None else sample.append
    lines.append(append)
    return "\n".join(line for line in lines if line) + "\n"


# Stands where a table is a picture, as converters write it.
PICTURE = "〔图片〕"


def _table(sample: Sample, form: Form, table: FormTable) -> str:
    if table.name in sample.pictured:
        return PICTURE
    printed = {
        "disclosure": _disclosure,
        "requests": _requests,
        "challenges": _challenges,
    }[table.name](sample, form, table)
    glue = "" if table.name in sample.glued else "\t"
    text = [glue.join(sample.labels.get(cell, cell) for cell in line) for line in printed]
    if table.name in sample.glued:
        return "".join(text)
    return "\n" + "\n".join(text) + "\n" if text else ""


def _rows(sample: Sample, rows: Iterable[FormRow]) -> list[FormRow]:
    """Return the rows that the sample prints: one that stands for others only where it says so."""
    rows = [row for row in rows if not row.instead_of or row.key in sample.cells]
    gone = sample.dropped.union(*(row.instead_of for row in rows))
    return [row for row in rows if row.key not in gone]


def _values(sample: Sample, form: Form, row: FormRow) -> tuple[str, ...]:
    if row.key in sample.cells:
        return sample.cells[row.key]
    figures = {**right_figures(form.id), **sample.figures}
    values = (figures[key] for key in row.figure_keys)
    return tuple("" if value is None else str(value) for value in values)


def _extra(sample: Sample, row: FormRow, indent: int) -> Iterator[list[str]]:
    for line in sample.extra.get(row.key, ()):
        label, *cells = (part.strip() for part in line.split("|"))
        yield [*[""] * indent, label, *[""] * (2 - indent if indent else 0), *cells]


def _disclosure(sample: Sample, form: Form, table: FormTable) -> Iterator[list[str]]:
    for block in table.blocks:
        rows = _rows(sample, block.rows)
        if rows:
            yield [block.heading]
            yield [table.corner, *(column.label for column in block.columns)]
        for row in rows:
            yield [row.label, *_values(sample, form, row)]
            yield from _extra(sample, row, 0)


def _requests(sample: Sample, form: Form, table: FormTable) -> Iterator[list[str]]:
    block = table.blocks[0]
    rows = _rows(sample, block.rows)
    if not rows:
        return
    yield from _request_headers(table, block)
    above: tuple[str, ...] = ()
    for row in rows:
        groups = [
            "" if above[: i + 1] == row.groups[: i + 1] else group
            for i, group in enumerate(row.groups)
        ]
        filler = [""] * (2 - len(row.groups))
        yield [*groups, row.label, *filler, *_values(sample, form, row)]
        yield from _extra(sample, row, len(row.groups))
        above = row.groups


def _request_headers(table: FormTable, block: FormBlock) -> Iterator[list[str]]:
    yield [table.corner, "", "", block.heading]
    grouped = [column.label for column in block.columns if column.grouped]
    middle = [block.column_group, *[""] * (len(grouped) - 1)]
    yield ["", "", "", block.columns[0].label, *middle, block.columns[-1].label]
    yield ["", "", "", "", *grouped, ""]


def _challenges(sample: Sample, form: Form, table: FormTable) -> Iterator[list[str]]:
    rows = _rows(sample, table.rows)
    if not rows:
        return
    top: list[str] = []
    middle: list[str] = []
    low: list[str] = []
    values: list[str] = []
    groups: set[str] = set()
    for row in rows:
        filler = [""] * (len(row.columns) - 1)
        labels = [column.label for column in row.columns]
        head = row.groups[0] if row.groups else row.label
        top += ["" if head in groups else head, *filler]
        groups.add(head)
        middle += [row.label, *filler] if row.groups else labels
        low += labels if row.groups else ["", *filler]
        values += _values(sample, form, row)
    yield from (top, middle, low, values)
