"""A fault planted in a right report, and the ways of planting one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random

from parser.model import Number
from tests.support.corpus import Draft


@dataclass(frozen=True)
class Planted:
    """A draft with one fault. `code` must find it and name `figures`."""

    draft: Draft
    code: str
    figures: tuple[str, ...] = ()
    touched: tuple[str, ...] = ()
    implied: frozenset[str] = frozenset()


Fault = Callable[[Draft, Random], Planted | None]


def figured(draft: Draft, changed: Mapping[str, Number], code: str, *names: str) -> Planted:
    """Plant other figures. The check must name `names`, or else all that are changed."""
    wrong = replace(draft, figures={**draft.figures, **changed})
    return Planted(wrong, code, names or tuple(changed), tuple(changed))


def celled(draft: Draft, cells: Mapping[str, str], code: str) -> Planted:
    """Plant cells that are no plain number."""
    return Planted(replace(draft, cells=cells), code, tuple(cells), tuple(cells))


def said(draft: Draft, number: int, line: str, at: int | None = None) -> Draft:
    """Add a paragraph to a section, at the end if no place is given."""
    told = draft.sections[number]
    at = len(told) if at is None else at
    return replace(draft, sections={**draft.sections, number: (*told[:at], line, *told[at:])})


def other_number(value: Number, rng: Random) -> int:
    """Return a number near by that is another."""
    return max(0, int(value) + rng.choice((-1, 1)) * rng.randint(1, 9)) or int(value) + 3
