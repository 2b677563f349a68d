"""The reports that the examples of help pages make.

`samples` applies the example blocks of a page (`parser.rules.help_page`) to right reports.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from parser.official.form import Form, FormRow, form_of
from parser.rules.help_page import Block
from tests.support.official import Sample


def samples(blocks: Iterable[Block]) -> tuple[Sample, ...]:
    """Return the reports that the blocks of one example make: one, or as many as it names.

    ValueError where a block names a row or a label that the form does not have.
    """
    blocks = tuple(blocks)
    numbers = range(1, 1 + max(int(block.options.get("report", "1")) for block in blocks))
    return tuple(
        _sample([block for block in blocks if int(block.options.get("report", "1")) == number])
        for number in numbers
    )


def _sample(blocks: list[Block]) -> Sample:
    sample = Sample()
    for block in blocks:
        if "form" in block.options:
            sample = replace(sample, form=block.options["form"])
        if "year" in block.options:
            sample = replace(sample, year=int(block.options["year"]))
    copied = any(block.kind == "copy" or "copy" in block.options for block in blocks)
    second = sample
    for block in blocks:
        if block.options.get("copy") == "2":
            second = _apply(second, block)
        else:
            sample = _apply(sample, block)
            if "copy" not in block.options and block.kind in _BODILY:
                second = _apply(second, block)
    return replace(sample, second=second) if copied else sample


# The kinds of block that change the body, and so both copies of it.
_BODILY = frozenset(
    {"row", "remove-row", "extra-row", "relabel", "glued", "section", "heading", "title"}
    | {"preface", "append"}
)


def _apply(sample: Sample, block: Block) -> Sample:
    form = form_of(sample.form)
    match block.kind:
        case "row":
            rows = dict(_cells(form, line) for line in block.lines)
            return replace(sample, cells={**sample.cells, **rows})
        case "remove-row":
            keys = {_find(form, line).key for line in block.lines}
            return replace(sample, dropped=sample.dropped | keys)
        case "extra-row":
            after = _find(form, block.options["after"]).key
            return replace(sample, extra={**sample.extra, after: block.lines})
        case "relabel":
            pairs = dict(_pair(form, line) for line in block.lines)
            return replace(sample, labels={**sample.labels, **pairs})
        case "glued":
            names = {t.name for t in form.tables if t.short in block.lines}
            return replace(sample, glued=sample.glued | names)
        case "section":
            assert block.number is not None
            return replace(sample, sections={**sample.sections, block.number: block.content})
        case "heading":
            assert block.number is not None
            return replace(sample, headings={**sample.headings, block.number: block.content})
        case "title":
            return replace(sample, title=block.content)
        case "preface":
            return replace(sample, preface=block.content)
        case "append":
            return replace(sample, append=block.content)
        case "traditional":
            return replace(sample, traditional=True)
        case "picture":
            names = {t.name for t in form.tables if t.short in block.lines}
            return replace(sample, pictured=sample.pictured | names)
        case "cut":
            return replace(sample, cut=block.content)
        case "scan":
            return replace(sample, scanned=True)
        case "bytes":
            return replace(sample, tail=bytes.fromhex(block.content))
        case "raw":
            return replace(sample, raw=block.content)
        case "file":
            return replace(sample, name=block.content.strip())
        case "copy" | "roster":
            return sample
        case _:
            raise ValueError(f"no such block: {block.kind}")


def _cells(form: Form, line: str) -> tuple[str, tuple[str, ...]]:
    label, *cells = (part.strip() for part in line.split("|"))
    return _find(form, label).key, tuple(cells)


def _pair(form: Form, line: str) -> tuple[str, str]:
    official, arrow, printed = (part.strip() for part in line.partition("=>"))
    if not arrow or official not in _labels(form):
        raise ValueError(f"form {form.id} has no label {official!r}")
    return official, printed


def _labels(form: Form) -> set[str]:
    found: set[str] = set()
    for table in form.tables:
        found |= {table.corner}
        for block in table.blocks:
            found |= {block.heading, block.column_group, *(c.label for c in block.columns)}
            found |= {text for row in block.rows for text in (row.label, *row.groups)}
    return found


def _find(form: Form, label: str) -> FormRow:
    for table in form.tables:
        for row in table.rows:
            if label.strip() in (row.label, *row.accepted):
                return row
    raise ValueError(f"form {form.id} has no row {label!r}")
