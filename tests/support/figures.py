"""Random figures of a right report: every sum holds and no table contradicts itself.

Real reports are mostly noughts: a township answers a handful of requests, nearly all of them
from natural persons; only a city or a province fills the table.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from random import Random
from typing import Literal

from parser.model import Number
from parser.official.form import Form, form_of

Scale = Literal["zero", "small", "large", "huge"]

# How likely a row and a column of the requests table are in use, and the most that a cell holds.
_ROWS = {"zero": 0.0, "small": 0.12, "large": 0.6, "huge": 0.9}
_COLUMNS = {"zero": 0.0, "small": 0.12, "large": 0.5, "huge": 0.85}
_MOST = {"zero": 0, "small": 12, "large": 160, "huge": 6000}
_YEARS = range(1900, 2100)  # a count that looks like a year would be asked about


def right_figures(
    form_id: str,
    rng: Random,
    scale: Scale = "small",
    *,
    single_other_row: bool = False,
    rules: bool = False,
) -> dict[str, Number]:
    """Return every figure of a right report on the form, in official order.

    `single_other_row`: （六）其他处理 stands as one row (the 2019 form's own way; on the 2021 form
    the variant that some reports print). `rules`: the body may make 规章 (province, larger city).
    Counts are int, amounts Decimal or 0. No count lies between 1900 and 2099.
    """
    form = form_of(form_id)
    while True:
        found = _disclosure(form, rng, scale, rules)
        found |= _requests(form, rng, scale, single_other_row)
        found |= _challenges(form, rng, scale)
        if not any(abs(int(value)) in _YEARS for value in found.values()):
            return {key: found[key] for key in _order(form) if key in found}


def rows_of(keys: Iterable[str]) -> frozenset[str]:
    """Return the row keys of figure keys: what `Form.sums` asks for."""
    return frozenset(key.rpartition(".")[0] for key in keys)


def _order(form: Form) -> tuple[str, ...]:
    return tuple(key for table in form.tables for row in table.rows for key in row.figure_keys)


def _count(rng: Random, scale: Scale, share: float = 1.0) -> int:
    most = max(1, int(_MOST[scale] * share)) if _MOST[scale] else 0
    return int(most * rng.random() ** 3 + 0.5)


def _disclosure(form: Form, rng: Random, scale: Scale, rules: bool) -> dict[str, Number]:
    found: dict[str, Number] = {}
    for row in form.table("disclosure").regular_rows:
        names = {column.key for column in row.columns}
        idle = scale == "zero" or (row.key == "disclosure.rules" and not rules)
        if idle:
            values: dict[str, Number] = dict.fromkeys(names, 0)
        elif "made" in names:
            values = _documents(rng, scale, names)
        elif "previous" in names:
            values = _items(rng, scale, names)
        elif "projects" in names:
            projects = _count(rng, scale)
            values = {"projects": projects, "amount": _amount(rng, scale) if projects else 0}
        elif "amount" in names:
            values = {"amount": _amount(rng, scale) if rng.random() < 0.5 else 0}
        else:
            values = {"decisions": _count(rng, scale, 20) if rng.random() < 0.6 else 0}
        found |= {f"{row.key}.{name}": value for name, value in values.items()}
    return found


def _documents(rng: Random, scale: Scale, names: set[str]) -> dict[str, Number]:
    before, made = _count(rng, scale, 0.4), _count(rng, scale, 0.1)
    if "valid" in names:
        repealed = rng.randint(0, before // 4)
        return {"made": made, "repealed": repealed, "valid": before + made - repealed}
    return {"made": made, "published": made, "total": before + made}


def _items(rng: Random, scale: Scale, names: set[str]) -> dict[str, Number]:
    previous = _count(rng, scale, 2)
    change = rng.randint(-min(previous, 9), 9) if rng.random() < 0.4 else 0
    values: dict[str, Number] = {"previous": previous, "change": change}
    if "decisions" in names:
        values["decisions"] = _count(rng, scale, 20) if previous + change else 0
    return values


def _amount(rng: Random, scale: Scale) -> Number:
    return Decimal(1 + _count(rng, scale, 100)) / 100 + _count(rng, scale)


def _requests(form: Form, rng: Random, scale: Scale, single: bool) -> dict[str, Number]:
    table = form.table("requests")
    printed = set(_printed_rows(form, single))
    results = [
        row.key
        for row in table.rows
        if row.key in printed and row.groups and row.key != "requests.total"
    ]
    parts = [column.key for column in table.blocks[0].columns if column.key != "total"]
    used_rows = {row for row in results if rng.random() < _ROWS[scale]}
    if scale != "zero" and rng.random() < 0.7:
        used_rows.add("requests.granted")
    found: dict[str, Number] = {}
    for part in parts:
        share = 1.0 if part == "natural" else 0.3
        used = scale != "zero" and (part == "natural" or rng.random() < _COLUMNS[scale])
        handled = 0
        for row in results:
            value = _count(rng, scale, share) if used and row in used_rows else 0
            found[f"{row}.{part}"] = value
            handled += value
        carried_out = _count(rng, scale, share * 0.3) if used and rng.random() < 0.4 else 0
        carried_in = min(
            handled + carried_out,
            _count(rng, scale, share * 0.3) if used and rng.random() < 0.4 else 0,
        )
        found[f"requests.total.{part}"] = handled
        found[f"requests.carried_out.{part}"] = carried_out
        found[f"requests.carried_in.{part}"] = carried_in
        found[f"requests.received.{part}"] = handled + carried_out - carried_in
    for row in printed:
        found[f"{row}.total"] = sum(found[f"{row}.{part}"] for part in parts)
    return found


def _printed_rows(form: Form, single: bool) -> tuple[str, ...]:
    table = form.table("requests")
    standing = [row for row in table.rows if row.instead_of] if single else []
    replaced = {key for row in standing for key in row.instead_of}
    return tuple(
        row.key
        for row in table.rows
        if row in standing or (not row.instead_of and row.key not in replaced)
    )


def _challenges(form: Form, rng: Random, scale: Scale) -> dict[str, Number]:
    found: dict[str, Number] = {}
    for row in form.table("challenges").rows:
        used = scale != "zero" and rng.random() < (0.3 if scale == "small" else 0.8)
        parts = [column.key for column in row.columns if column.key != "total"]
        values = {
            part: _count(rng, scale, 0.2) if used and rng.random() < 0.6 else 0 for part in parts
        }
        found |= {f"{row.key}.{part}": value for part, value in values.items()}
        found[f"{row.key}.total"] = sum(values.values())
    return found
