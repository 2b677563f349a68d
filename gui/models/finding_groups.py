"""Groups of findings, in their order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from gui.models.findings import SEVERITY_TEXT, said
from gui.models.gathered import Grouping, Item
from gui.translation import is_english
from parser.model import FAMILIES, Severity, family_of
from parser.rules.registry import all_rules

PORTION = 400  # findings that a group hands out at a time


@dataclass(eq=False, slots=True)
class Group:
    """Findings with one heading. `shown` of them have been handed out."""

    number: int
    name: str
    title: str
    items: list[Item]
    shown: int
    row: int = 0


class Groups:
    """Groups by row, by the number that indexes carry, and by name."""

    def __init__(self) -> None:
        """Start with none."""
        self._grouping: Grouping = "check"
        self._rows: list[Group] = []
        self._by_number: dict[int, Group] = {}
        self._by_name: dict[str, Group] = {}
        self._last = 0

    def fill(self, found: Mapping[str, list[Item]], grouping: Grouping) -> None:
        """Hold these findings by the names of their groups."""
        self._grouping = grouping
        self._rows = [self._made(name, items) for name, items in found.items()]
        self._rows.sort(key=lambda group: self._place(group.name, group.items[0]))
        self._number()

    def add(self, row: int, name: str, item: Item) -> None:
        """Put a new group of one finding into a row."""
        self._rows.insert(row, self._made(name, [item]))
        self._number()

    def remove(self, group: Group) -> None:
        """Take a group away."""
        del self._rows[group.row]
        self._number()

    def place_for(self, name: str, item: Item) -> int:
        """Return the row in which a new group belongs."""
        own = self._place(name, item)
        return sum(self._place(other.name, other.items[0]) < own for other in self._rows)

    def numbered(self, number: int) -> Group | None:
        """Return the group whose number the indexes of its findings carry."""
        return self._by_number.get(number)

    def named(self, name: str) -> Group | None:
        """Return a group by its name."""
        return self._by_name.get(name)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Group]:
        return iter(self._rows)

    def __getitem__(self, row: int) -> Group:
        return self._rows[row]

    def _made(self, name: str, items: list[Item]) -> Group:
        self._last += 1
        return Group(self._last, name, self._title(name), items, min(len(items), PORTION))

    def _number(self) -> None:
        for row, group in enumerate(self._rows):
            group.row = row
        self._by_number = {group.number: group for group in self._rows}
        self._by_name = {group.name: group for group in self._rows}

    def _place(self, name: str, first: Item) -> tuple[int, str]:
        if self._grouping == "severity":
            return (first.entry.severity.rank, name)
        return (tuple(FAMILIES).index(family_of(name)) if self._grouping == "check" else 0, name)

    def _title(self, name: str) -> str:
        if self._grouping == "unit":
            return name
        if self._grouping == "severity":
            return said(SEVERITY_TEXT[Severity(name)])
        return f"{name}　{titles().get(name, '')}".rstrip("　")


def titles() -> Mapping[str, str]:
    """Return what the checks are called, by code, in the window's language."""
    return _titles(is_english())


@cache
def _titles(english: bool) -> Mapping[str, str]:
    return {rule.code: rule.title_en if english else rule.title for rule in all_rules()}


def place_among(items: Sequence[Item], item: Item) -> int:
    """Return where an item belongs among others: by unit, year and file, then by weight."""

    def own(one: Item) -> tuple[tuple[str, int, str], tuple[int, int, str, str]]:
        return (one.whose.order, one.entry.order)

    return bisect_left(items, own(item), key=own)
