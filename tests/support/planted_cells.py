"""Faults of figures, cells, rows and columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from parser.model import Number
from tests.support.corpus import Draft
from tests.support.fault import Fault, Planted, celled, figured
from tests.support.layouts import BLANKS

PARTS = ("natural", "business", "research", "welfare", "legal", "other")


def wrong_detail(draft: Draft, rng: Random) -> Planted:
    """One cell of the requests table is another number."""
    rows = sorted({k.rpartition(".")[0] for k in draft.figures if k.startswith("requests.")})
    key = f"{rng.choice([r for r in rows if r != 'requests.total'])}.{rng.choice(PARTS)}"
    return figured(draft, {key: int(draft.figures[key]) + rng.randint(1, 9)}, "A101")


def wrong_row_total(draft: Draft, rng: Random) -> Planted:
    """A row's total is another number."""
    rows = [k for k in draft.figures if k.startswith("requests.") and k.endswith(".total")]
    key = rng.choice([k for k in rows if k != "requests.total.total"])
    return figured(draft, {key: int(draft.figures[key]) + rng.randint(1, 9)}, "A101")


def wrong_column_total(draft: Draft, rng: Random) -> Planted:
    """A cell of （七）总计 is another number."""
    key = f"requests.total.{rng.choice(PARTS)}"
    return figured(draft, {key: int(draft.figures[key]) + rng.randint(1, 9)}, "A102")


def no_balance(draft: Draft, rng: Random) -> Planted:
    """More are carried out than came in, every sum of a row holding."""
    part, more = rng.choice(PARTS), rng.randint(1, 9)
    row = rng.choice(("requests.received", "requests.carried_in", "requests.carried_out"))
    keys = (f"{row}.{part}", f"{row}.total")
    return figured(draft, {k: int(draft.figures[k]) + more for k in keys}, "A103")


def wrong_challenges(draft: Draft, rng: Random) -> Planted:
    """A figure of table four is another number."""
    row, code = rng.choice(
        (("review", "A201"), ("litigation.direct", "A202"), ("litigation.after_review", "A203"))
    )
    key = f"{row}.{rng.choice(('upheld', 'corrected', 'other', 'pending', 'total'))}"
    return figured(draft, {key: int(draft.figures[key]) + rng.randint(1, 9)}, code)


def too_few_in_force(draft: Draft, rng: Random) -> Planted | None:
    """Fewer documents are in force than were made and not repealed."""
    if draft.form.id == "2019":
        return None
    row = "disclosure.normative"
    changed: dict[str, Number] = {f"{row}.made": 7, f"{row}.repealed": 1, f"{row}.valid": 4}
    return figured(draft, changed, "A301", f"{row}.valid")


def of_2019(code: str, **changed: int) -> Fault:
    """Return a fault of the 2019 form's table two: cells as row__column, the last to be named."""
    cells = {f"disclosure.{name.replace('__', '.')}": value for name, value in changed.items()}

    def plant(draft: Draft, rng: Random) -> Planted | None:
        return figured(draft, cells, code, list(cells)[-1]) if draft.form.id == "2019" else None

    plant.__name__ = f"of_2019_{code}"
    return plant


def blank(draft: Draft, rng: Random) -> Planted | None:
    """Cells are blank."""
    if draft.layout not in BLANKS:
        return None
    keys = [k for k in draft.figures if not k.endswith(".total")]
    if draft.layout == "spaced":  # no other row shows where a cell of table four's one row belongs
        keys = [k for k in keys if not k.startswith(("review.", "litigation."))]
    keys = rng.sample(keys, rng.randint(1, 3))
    return celled(draft, dict.fromkeys(keys, ""), "V101")


def only_totals(draft: Draft, rng: Random) -> Planted | None:
    """The requests table is blank but for its totals."""
    if draft.layout not in (
        "tab_rows",
        "tab_cells",
        "fenced_rows",
        "markdown",
        "pipe_cells",
        "html",
    ):
        return None
    keys = [k for k in draft.figures if k.startswith("requests.") and not k.endswith(".total")]
    return celled(draft, dict.fromkeys(keys, ""), "V108")


def placeholder(draft: Draft, rng: Random) -> Planted:
    """A cell holds a stroke or a word for nought."""
    return celled(
        draft,
        {rng.choice(list(draft.figures)): rng.choice(("/", "—", "-", "无", "若干", "不适用"))},
        "V102",
    )


def unit_in_cell(draft: Draft, rng: Random) -> Planted:
    """A number has its unit behind it."""
    key = rng.choice([k for k in draft.figures if not k.endswith(".amount")])
    return celled(draft, {key: f"{draft.figures[key]}件"}, "V103")


def negative(draft: Draft, rng: Random) -> Planted:
    """A count is below nought."""
    key = rng.choice([k for k in draft.figures if not k.endswith((".change", ".amount"))])
    return figured(draft, {key: -rng.randint(1, 9)}, "V104")


def fraction(draft: Draft, rng: Random) -> Planted:
    """A count has decimals."""
    key = rng.choice([k for k in draft.figures if not k.endswith(".amount")])
    return celled(draft, {key: f"{abs(int(draft.figures[key]))}.5"}, "V104")


def fees_in_yuan(draft: Draft, rng: Random) -> Planted | None:
    """A township's fees in 元 stand where 万元 belong."""
    if draft.form.id == "2019" or draft.body.rank not in ("township", "street"):
        return None
    return figured(draft, {"disclosure.fees.amount": rng.randint(300_000, 900_000)}, "V105")


def year_for_count(draft: Draft, rng: Random) -> Planted | None:
    """The year stands where a count belongs, all sums holding."""
    if draft.body.rank not in ("township", "street", "department"):
        return None
    rows = ("requests.received", "requests.granted", "requests.total")
    changed: dict[str, Number] = {k: 0 for k in draft.figures if k.startswith("requests.")}
    changed |= {f"{row}.{part}": draft.year for row in rows for part in ("natural", "total")}
    return figured(draft, changed, "V106", *(k for k in changed if changed[k]))


def rules_of_a_township(draft: Draft, rng: Random) -> Planted | None:
    """A body that can make no rules reports some."""
    if draft.body.rank not in ("township", "street", "department", "county"):
        return None
    last = "total" if draft.form.id == "2019" else "valid"
    return figured(draft, {f"disclosure.rules.{last}": rng.randint(1, 9)}, "N105")


def odd_digits(draft: Draft, rng: Random) -> Planted:
    """A number is full width or in Chinese."""
    key = rng.choice([k for k in draft.figures if not k.endswith((".amount", ".change"))])
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    return celled(draft, {key: str(draft.figures[key]).translate(wide)}, "V107")


def row_missing(draft: Draft, rng: Random) -> Planted:
    """A row is not there."""
    rows = sorted({k.rpartition(".")[0] for k in draft.figures if not k.startswith("disclosure")})
    rows = [r for r in rows if r.startswith("requests")]
    rows += [f"disclosure.{r}" for r in ("rules", "normative", "penalty", "coercion")]
    row = rng.choice(rows)
    keys = tuple(k for k in draft.figures if k.rpartition(".")[0] == row)
    return Planted(replace(draft, dropped=frozenset({row})), "S202", keys, keys)


def table_missing(draft: Draft, rng: Random) -> Planted:
    """A table is not there."""
    name = rng.choice(("disclosure", "requests", "challenges"))
    keys = tuple(
        k
        for t in draft.form.tables
        if t.name == name
        for k in draft.figures
        if any(k in row.figure_keys for row in t.rows)
    )
    return Planted(
        replace(draft, dropped=frozenset({name})), "S201", keys, keys, frozenset({"S104"})
    )


_SLIPS: Mapping[str, str] = {
    "7.属于行政执法案卷": "7.属于执法案卷",
    "2.重复申请": "2.重复性申请",
    "1.信访举报投诉类申请": "1.信访举报投拆类申请",
    "3.危及“三安全一稳定”": "3.危及“三安全一稳”",
    "行政强制": "行政强致",
    "行政许可": "行政许可证",
    "1.属于国家秘密": "1.属于国家机密",
}
_COLUMN_SLIPS: Mapping[str, str] = {
    "本年制发件数": "本年制发数",
    "现行有效件数": "现行有效件",
    "科研机构": "科研机关",
    "社会公益组织": "社会公益团体",
    "结果纠正": "结果纠错",
    "尚未审结": "未审结",
    "对外公开总数量": "对外公开数量",
}


def row_label(draft: Draft, rng: Random) -> Planted | None:
    """A row's label has a slip."""
    labels = {row.label for table in draft.form.tables for row in table.regular_rows}
    found = [label for label in _SLIPS if label in labels]
    label = rng.choice(found)
    return Planted(replace(draft, labels={label: _SLIPS[label]}), "S203")


def column_label(draft: Draft, rng: Random) -> Planted:
    """A column's label has a slip."""
    tables = draft.form.tables
    labels = {c.label for table in tables for block in table.blocks for c in block.columns}
    label = rng.choice([label for label in _COLUMN_SLIPS if label in labels])
    return Planted(replace(draft, labels={label: _COLUMN_SLIPS[label]}), "S204")


def old_form(draft: Draft, rng: Random) -> Planted | None:
    """The form is that of other years."""
    if draft.form.id != "2019":
        return None
    moved = _years_moved(draft, 2022 - draft.year)
    return Planted(moved, "S206", implied=frozenset({"Y106"}))


def _years_moved(draft: Draft, by: int) -> Draft:
    def moved(text: str) -> str:
        for year in range(draft.year + 3, draft.year - 3, -1):
            text = text.replace(f"{year}年", f"〓{year + by}〓年")
        return text.replace("〓", "")

    return replace(
        draft,
        year=draft.year + by,
        title=draft.title.replace(str(draft.year), str(draft.year + by)),
        preface=moved(draft.preface),
        sections={n: tuple(map(moved, told)) for n, told in draft.sections.items()},
        signature=moved(draft.signature),
        file="年度报告",
        above="",
    )
