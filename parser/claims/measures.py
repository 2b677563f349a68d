"""What sentences may count and how findings call it: `resources/claims/measures.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from parser.model.said import say
from parser.official.form import forms

MEASURES = Path(__file__).resolve().parents[2] / "resources" / "claims" / "measures.toml"
# What stands for a deed that a sentence does not name.
ANY = "any"


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that a count of requests may be: parts of the table added up, less others.

    `why` is what must be supposed for it, "" where nothing.
    """

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class RequestMeasure:
    """What was done with requests: the check's code, the name, what it may be, likeliest first."""

    code: str
    about: str
    may_be: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """Names for findings: of what was done with requests, of parts, outcomes, topics, documents.

    `cases`: the rows that a topic's cases stand in.
    """

    request: Mapping[str, RequestMeasure]
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
        request={done: _request(measure) for done, measure in data["request"].items()},
        part=_names(data["part"]),
        outcome=_names(data["outcome"]),
        topic=_names(data["topic"]),
        document=_names(data["document"]),
        cases={topic: tuple(rows) for topic, rows in data["cases"].items()},
    )


def _names(data: Mapping[str, str]) -> dict[str, str]:
    return {key: _name(name) for key, name in data.items()}


def _name(name: str) -> str:
    return say(name) if name else ""


def _request(data: Mapping[str, Any]) -> RequestMeasure:
    may_be = (
        Meaning(tuple(m["plus"]), tuple(m.get("minus", ())), _name(m.get("why", "")))
        for m in data["may_be"]
    )
    return RequestMeasure(data["code"], _name(data["about"]), tuple(may_be))


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
