"""The official forms, loaded from `resources/forms/*.toml`: a third form is one new file there.

Source of the labels: 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号, annexes.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, get_args

from parser.model import TABLES, TableName
from parser.model.said import WITHIN, joined, say

Layout = Literal["blocks", "rows", "line"]
# No cell that begins a table says more.
_LONGEST_CELL = 45
FORMS = Path(__file__).resolve().parents[2] / "resources" / "forms"


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column: its key, the label to the letter, and what may stand in it.

    `kind`: "count" (a whole number, not negative), "signed" (may be negative or carry a sign),
    "decimal" (may have decimals). `grouped` columns stand under the block's `column_group`.
    """

    key: str
    label: str
    kind: str = "count"
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class RowSum:
    """A sum within a row: the column of the total and those of its parts, counted from 0."""

    total: int
    parts: tuple[int, ...]

    def moved(self, by: int) -> RowSum:
        """Return the sum where its row begins so many columns further on."""
        return RowSum(self.total + by, tuple(part + by for part in self.parts))


@dataclass(frozen=True)
class FormRow:
    """A row. `key` is the figure key without its column; `groups` are the labels above it.

    `unsaid` are those of the groups that say nothing in the row's name.
    `sums` must hold among the row's own figures.
    `instead_of`: keys of rows that this one may stand for where a report prints one row only.
    """

    key: str
    label: str
    columns: tuple[FormColumn, ...]
    groups: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    instead_of: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    sums: tuple[RowSum, ...] = ()

    @cached_property
    def name(self) -> str:
        """The row with the groups above it: （三）不予公开 1.属于国家秘密."""
        groups = (group for group in self.groups if group not in self.unsaid)
        return joined(WITHIN, map(say, (*groups, self.label)))

    @cached_property
    def figure_keys(self) -> tuple[str, ...]:
        """The keys of the row's figures, in column order."""
        return tuple(f"{self.key}.{column.key}" for column in self.columns)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under one header: 第二十条第（一）项 and the like."""

    heading: str
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]
    column_group: str = ""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a table's first cell begins with, folded, and how many characters it has at most."""

    words: str
    longest: int = _LONGEST_CELL

    def opens(self, folded: str) -> bool:
        """Say whether a cell's folded text is such a beginning."""
        return len(folded) <= self.longest and folded.startswith(self.words)


@dataclass(frozen=True)
class FormTable:
    """One of the three official tables.

    `layout`: "blocks" stand one below the other, each under its own column labels; "rows" stand
    under one header; in a "line" the blocks stand side by side and share one row of figures.
    """

    name: TableName
    section: int
    title: str
    short: str
    corner: str
    layout: Layout
    beginnings: tuple[Beginning, ...]
    blocks: tuple[Block, ...]

    @property
    def in_one_line(self) -> bool:
        """Whether all figures stand in one row."""
        return self.layout == "line"

    @cached_property
    def figure_count(self) -> int:
        """How many figures the table has."""
        return sum(len(row.columns) for row in self.regular_rows)

    @cached_property
    def column_labels(self) -> tuple[str, ...]:
        """The labels of all columns, block after block."""
        return tuple(column.label for block in self.blocks for column in block.columns)

    @cached_property
    def rows(self) -> tuple[FormRow, ...]:
        """All rows, those that only stand for others (`instead_of`) included."""
        return tuple(row for block in self.blocks for row in block.rows)

    @cached_property
    def regular_rows(self) -> tuple[FormRow, ...]:
        """The rows that the form prints."""
        return tuple(row for row in self.rows if not row.instead_of)


@dataclass(frozen=True)
class FormSection:
    """One of the six sections: number, heading without number, long variants accepted.

    `cores` are sets of words; a heading that holds one of them whole means this section.
    `aspects` names what the text must speak of, with a regular expression that finds it spoken of.
    `problems`: what is lacking, and what is done about it, is to be said here; `processing_fee`:
    whether the fee was charged.
    """

    number: int
    title: str
    accepted: tuple[str, ...] = ()
    cores: tuple[tuple[str, ...], ...] = ()
    aspects: Mapping[str, str] = field(default_factory=dict[str, str])
    problems: bool = False
    processing_fee: bool = False

    @property
    def titles(self) -> tuple[str, ...]:
        """The title and its long variants."""
        return self.title, *self.accepted


@dataclass(frozen=True, slots=True)
class Sum:
    """Figures whose sums must be equal: sum(left) = sum(right). Codes A101 to A203.

    `line` is the row key or the column key that the sum runs along.
    """

    code: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    line: str

    @property
    def keys(self) -> tuple[str, ...]:
        """Every figure in the sum."""
        return self.left + self.right


@dataclass(frozen=True)
class Form:
    """An official form. `last_year` is None for the form in force; `issued` is year and month.

    `documents`: the columns that a sentence on documents may mean, by what it says was done.
    """

    id: str
    name: str
    notice: str
    issued: str
    first_year: int
    last_year: int | None
    sections: tuple[FormSection, ...]
    tables: tuple[FormTable, ...]
    row_sums: tuple[dict[str, Any], ...]
    column_sums: tuple[dict[str, Any], ...]
    documents: Mapping[str, tuple[str, ...]]

    def table(self, name: TableName) -> FormTable:
        """Return the table of that name. KeyError if the form has none."""
        for table in self.tables:
            if table.name == name:
                return table
        raise KeyError(name)

    @cached_property
    def figure_keys(self) -> tuple[str, ...]:
        """The keys of all figures that the form prints (198 or 200), in official order."""
        return tuple(k for t in self.tables for row in t.regular_rows for k in row.figure_keys)

    @cached_property
    def labels(self) -> frozenset[str]:
        """Every label of a row or a column of its tables."""
        blocks = [block for table in self.tables for block in table.blocks]
        columns = {column.label for block in blocks for column in block.columns}
        return frozenset(columns | {row.label for block in blocks for row in block.rows})

    def has_row_sums(self, table: FormTable) -> bool:
        """Say whether a column of the table is the sum of others."""
        return any(_applies(spec, table, row) for spec in self.row_sums for row in table.rows)

    def row(self, key: str) -> FormRow:
        """Return the row with that key. KeyError if the form has none."""
        for table in self.tables:
            for row in table.rows:
                if row.key == key:
                    return row
        raise KeyError(key)

    def find(self, key: str) -> tuple[FormTable, FormRow, FormColumn] | None:
        """Return where a figure key belongs, None for a key that the form does not know."""
        return _index(self.id).get(key)

    def name_of(self, key: str) -> str:
        """Name a figure as auditors do: （三）不予公开 1.属于国家秘密·自然人."""
        place = self.find(key)
        if place is None:
            return key
        _, row, column = place
        return say("{row}·{column}", row=row.name, column=say(column.label))

    def sums(self, rows_present: frozenset[str] = frozenset()) -> tuple[Sum, ...]:
        """All sums of the form, row sums first.

        Where `rows_present` (row keys of the report) holds a row that stands for others and none
        of these, it takes their place.
        """
        return tuple(self._sums(rows_present))

    def _sums(self, present: frozenset[str]) -> Iterator[Sum]:
        standing = [
            row
            for table in self.tables
            for row in table.rows
            if row.instead_of and row.key in present and not present & set(row.instead_of)
        ]
        replaced = {key for row in standing for key in row.instead_of}
        for spec in self.row_sums:
            rows = [r for t in self.tables for r in t.rows if _applies(spec, t, r)]
            for row in rows:
                if row.key in replaced or (row.instead_of and row not in standing):
                    continue
                left = tuple(f"{row.key}.{part}" for part in spec["parts"])
                yield Sum(spec["code"], left, (f"{row.key}.{spec['total']}",), row.key)
        for spec in self.column_sums:
            left = [key for key in spec["left"] if key not in replaced]
            if any(key in replaced for key in spec["left"]):
                left += [row.key for row in standing]
            for column in self.table(spec["table"]).blocks[0].columns:
                yield Sum(
                    spec["code"],
                    tuple(f"{row}.{column.key}" for row in left),
                    tuple(f"{row}.{column.key}" for row in spec["right"]),
                    column.key,
                )


def _applies(spec: dict[str, Any], table: FormTable, row: FormRow) -> bool:
    return spec.get("row") == row.key if "row" in spec else spec["table"] == table.name


@cache
def forms() -> tuple[Form, ...]:
    """Return every form, oldest first."""
    loaded = [_load(path) for path in FORMS.glob("*.toml")]
    return tuple(sorted(loaded, key=lambda form: form.first_year))


def form_of(form_id: str) -> Form:
    """Return the form with that id ("2019", "2021"). KeyError if there is none."""
    for form in forms():
        if form.id == form_id:
            return form
    raise KeyError(form_id)


def form_for_year(year: int) -> Form | None:
    """Return the form that reports on `year` must use; None for years before there was one."""
    for form in forms():
        if form.first_year <= year and (form.last_year is None or year <= form.last_year):
            return form
    return None


@cache
def beginnings(name: TableName) -> tuple[Beginning, ...]:
    """Return what the table may begin with on any of the forms."""
    return tuple(dict.fromkeys(b for form in forms() for b in form.table(name).beginnings))


@cache
def _index(form_id: str) -> dict[str, tuple[FormTable, FormRow, FormColumn]]:
    return {
        f"{row.key}.{column.key}": (table, row, column)
        for table in form_of(form_id).tables
        for row in table.rows
        for column in row.columns
    }


def _load(path: Path) -> Form:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Form(
        id=data["id"],
        name=say(data["name"]),
        notice=data["notice"],
        issued=data["issued"],
        first_year=data["first_year"],
        last_year=data.get("last_year"),
        sections=tuple(
            FormSection(
                number=s["number"],
                title=s["title"],
                accepted=tuple(s["accepted"]),
                cores=tuple(map(tuple, s["cores"])),
                aspects=s.get("aspects", {}),
                problems=s.get("problems", False),
                processing_fee=s.get("processing_fee", False),
            )
            for s in data["section"]
        ),
        tables=tuple(_table(name, data["table"][name], data["row_sum"]) for name in TABLES),
        row_sums=tuple(data["row_sum"]),
        column_sums=tuple(data["column_sum"]),
        documents={done: tuple(columns) for done, columns in data["documents"].items()},
    )


def _table(name: TableName, data: dict[str, Any], sums: list[dict[str, Any]]) -> FormTable:
    unsaid = tuple(data.get("unsaid", ()))
    own = [spec for spec in sums if spec.get("table", name) == name]
    return FormTable(
        name=name,
        section=data["section"],
        title=data["title"],
        short=say(data["short"]),
        corner=data["corner"],
        layout=_layout(data["layout"]),
        beginnings=tuple(Beginning(**beginning) for beginning in data["beginnings"]),
        blocks=tuple(_block(block, unsaid, own) for block in data["block"]),
    )


def _layout(name: str) -> Layout:
    for layout in get_args(Layout):
        if layout == name:
            return layout
    raise ValueError(f"no layout {name!r}")


def _block(data: dict[str, Any], unsaid: tuple[str, ...], sums: list[dict[str, Any]]) -> Block:
    columns = tuple(FormColumn(**column) for column in data["columns"])
    at = {column.key: i for i, column in enumerate(columns)}
    rows = tuple(
        FormRow(
            key=row["key"],
            label=row["label"],
            columns=columns,
            groups=tuple(row.get("groups", ())),
            accepted=tuple(row.get("accepted", ())),
            instead_of=tuple(row.get("instead_of", ())),
            unsaid=unsaid,
            sums=tuple(
                RowSum(at[spec["total"]], tuple(at[part] for part in spec["parts"]))
                for spec in sums
                if spec.get("row", row["key"]) == row["key"]
            ),
        )
        for row in data["rows"]
    )
    return Block(data["heading"], columns, rows, data.get("column_group", ""))
