"""What sentences may count and how findings call it: `resources/claims/measures.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from parser.official.form import forms

MEASURES = Path(__file__).resolve().parents[2] / "resources" / "claims" / "measures.toml"
# What stands for a deed that a sentence does not name.
ANY = "any"


@dataclass(frozen=True, slots=True)
class Measures:
    """Names for findings: of what was done with requests, of parts, outcomes, topics, documents.

    `request` gives the check's code with the name; `cases` the rows that a topic's cases stand in.
    """

    request: Mapping[str, tuple[str, str]]
    part: Mapping[str, str]
    outcome: Mapping[str, str]
    topic: Mapping[str, str]
    document: Mapping[str, str]
    cases: Mapping[str, tuple[str, ...]]


@cache
def measure_names() -> Measures:
    """Return the names, loaded once."""
    data = tomllib.loads(MEASURES.read_text(encoding="utf-8"))
    return Measures(
        request={done: (m["code"], m["about"]) for done, m in data["request"].items()},
        part=data["part"],
        outcome=data["outcome"],
        topic=data["topic"],
        document=data["document"],
        cases={topic: tuple(rows) for topic, rows in data["cases"].items()},
    )


@cache
def legal_persons() -> tuple[str, ...]:
    """Return the columns of applicants that are no natural persons."""
    columns = (c for t in forms()[-1].tables for block in t.blocks for c in block.columns)
    return tuple(dict.fromkeys(column.key for column in columns if column.grouped))


@cache
def rows_of(group: str) -> tuple[str, ...]:
    """Return the keys of the rows in a group of results, none where `group` is a row itself."""
    rows = (row.key for table in forms()[-1].tables for row in table.rows)
    return tuple(key for key in rows if key.startswith(f"requests.{group}."))
