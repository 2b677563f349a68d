"""Right reports of bodies of many kinds, in every layout and encoding, as data to be printed.

A `Draft` holds a report before it is printed; `right_draft` makes one by chance, `printed` gives
its bytes and the name of its file. What is planted in it is in `tests.support.planted`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html import escape
from random import Random

from opencc import OpenCC

from parser.model import Number, TableName
from parser.official.form import Form, forms
from parser.official.layout import layout
from tests.support.bodies import (
    BODIES,
    SCALES,
    Body,
    pages,
    prefaces,
    sections_of,
    signatures,
    titles,
)
from tests.support.figures import right_figures
from tests.support.layouts import LAYOUTS, Grid, Slot, grid
from tests.support.phrases import right_sentences

ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "utf-16", "gb18030", "gb18030", "big5hkscs")
_NUMERALS = "一二三四五六七"
_FIRST = {"2019": (2019, 2020), "2021": (2021, 2025)}


@dataclass(frozen=True)
class Draft:
    """A report before it is printed. `cells` are figures as printed where they are not the number.

    `headings` by section number stand for the form's, numeral and all; `order` is the order of
    the sections. `labels` are printed labels by the form's; `dropped` rows, tables and sections
    (by key, name, number) are not printed. `second` is printed after the first as its copy.
    """

    form: Form
    body: Body
    year: int
    layout: str
    encoding: str
    figures: Mapping[str, Number]
    title: str
    preface: str
    sections: Mapping[int, tuple[str, ...]]
    signature: str
    file: str
    seed: int = 0
    above: str = ""
    below: str = ""
    cells: Mapping[str, str] = field(default_factory=dict[str, str])
    headings: Mapping[int, str] = field(default_factory=dict[int, str])
    order: tuple[int, ...] = (1, 2, 3, 4, 5, 6)
    labels: Mapping[str, str] = field(default_factory=dict[str, str])
    dropped: frozenset[str | int] = frozenset()
    second: Draft | None = None
    tail: bytes = b""

    @property
    def text(self) -> str:
        """All prose, for looking whether something is said."""
        return "\n".join(
            [self.preface, *(line for said in self.sections.values() for line in said)]
        )


def right_draft(seed: int, *, spoken: bool = True) -> Draft:
    """Return a report without a fault; the same for the same seed. `spoken`: prose says counts."""
    rng = Random(seed)
    form = rng.choice([forms()[0], *forms()[1:] * 2])
    body = rng.choice(BODIES)
    year = rng.randint(*_FIRST[form.id])
    figures = right_figures(form.id, rng, rng.choice(SCALES[body.rank]), rules=body.makes_rules)
    said = right_sentences(figures, rng, year, many=rng.randint(2, 9) if spoken else 0)
    if not spoken:
        said = []
    name = rng.choice(list(LAYOUTS))
    encoding = rng.choice(ENCODINGS)
    sections = sections_of(body, year, form.id, rng)
    for number, sentence in said:
        told = sections[number]
        at = rng.randint(min(1, len(told)), len(told))
        sections[number] = (*told[:at], sentence, *told[at:])
    title = rng.choice(titles(body, year))
    above, below = pages(body, year, rng)
    return Draft(
        form=form,
        body=body,
        year=year,
        layout=name,
        encoding=encoding,
        figures=figures,
        title=title,
        preface=rng.choice(prefaces(body, year, form.id)),
        sections=sections,
        signature=rng.choice(signatures(body, year, rng)),
        file=rng.choice((f"{body.name}{year}年年报", f"{year}nb{seed}", "年度报告")),
        seed=seed,
        above=above,
        below=below,
        headings=_long_headings(rng),
    )


def _long_headings(rng: Random) -> dict[int, str]:
    """Return the long headings of the notice's own text, that are right as well, now and then."""
    if rng.random() < 0.7:
        return {}
    return {
        4: "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        5: "五、政府信息公开工作存在的主要问题及改进情况",
    }


def printed(draft: Draft) -> tuple[str, bytes]:
    """Return the name and the bytes of the file that the draft is printed as."""
    page = draft.layout == "html"
    copy = _parts(draft.second) if draft.second else ()
    parts = [draft.above, *_parts(draft), *copy, draft.below]
    text = _page(parts) if page else "\n".join(part for part in parts if part) + "\n"
    encoding = draft.encoding
    if encoding == "big5hkscs":
        text = _traditional().convert(text)
        try:
            text.encode(encoding)
        except UnicodeEncodeError:
            encoding = "utf-8"
    if page:
        text = text.replace("charset='utf-8'", f"charset='{encoding}'")
    return f"{draft.file}.{'html' if page else 'txt'}", text.encode(encoding) + draft.tail


@cache
def _traditional() -> OpenCC:
    return OpenCC("s2tw")


def _parts(draft: Draft) -> Iterator[str]:
    rng = Random(draft.seed)
    yield draft.title
    yield draft.preface
    by_number = {section.number: section for section in draft.form.sections}
    for number in draft.order:
        if number in draft.dropped:
            continue
        heading = f"{_NUMERALS[number - 1]}、{by_number[number].title}"
        yield draft.headings.get(number, heading)
        yield "\n".join(draft.sections[number])
        for table in draft.form.tables:
            if table.section == number and table.name not in draft.dropped:
                yield LAYOUTS[draft.layout](slots_of(draft, table.name), rng)
    yield draft.signature


def slots_of(draft: Draft, name: TableName) -> Grid:
    """Lay out a table of the draft, without the rows that are dropped, its labels as printed."""
    shown: dict[str, Number | None] = {**draft.figures}
    slots = grid(draft.form, name, shown)
    gone: set[int] = set()
    for cell in layout(draft.form, name):
        if cell.key is None:
            text = draft.labels.get(cell.text, cell.text)
        else:
            text = draft.cells.get(cell.key, str(draft.figures[cell.key]))
            if cell.key.rpartition(".")[0] in draft.dropped:
                gone.add(cell.row)
        old = slots[cell.row][cell.column]
        slots[cell.row][cell.column] = Slot(text, old.row_span, old.column_span, figure=old.figure)
    return _without(slots, gone)


def _without(slots: Grid, gone: set[int]) -> Grid:
    """Take rows out of a grid; a cell that spans more rows than the one goes on below."""
    for row in sorted(gone, reverse=True):
        for column, slot in enumerate(slots[row]):
            if not slot.covered and slot.row_span > 1:
                below = Slot(slot.text, slot.row_span - 1, slot.column_span)
                slots[row + 1][column] = below
            elif slot.covered == "above":
                top = next(r for r in range(row, -1, -1) if slots[r][column].covered != "above")
                owner = slots[top][column]
                slots[top][column] = Slot(owner.text, owner.row_span - 1, owner.column_span)
        del slots[row]
    return slots


def _page(parts: list[str]) -> str:
    body = "".join(
        part
        if part.startswith("<table")
        else "".join(f"<p>{escape(line)}</p>" for line in part.split("\n"))
        for part in parts
        if part
    )
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{body}</body></html>"
