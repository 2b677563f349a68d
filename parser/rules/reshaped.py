"""Tables whose labels were changed wholesale by whatever saved or converted them.

A unit misprints a label or two. Where most labels of a table are off in one way (cut short, without
their numbers, each with 件 behind it) that was a tool, and it is one thing to say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from parser.model import Body, ColumnMatch, Fit, RowMatch, Table
from parser.model.said import say
from parser.official.form import Form
from parser.official.labels import fold

SHORTENED, LENGTHENED, UNHINTED = "shortened", "lengthened", "unhinted"
# What each way of changing labels most likely is, for the auditor.
LIKELY = {
    SHORTENED: say("多半是保存或转换时截短、删去了字"),
    LENGTHENED: say("多半是保存或转换时加上了字"),
    UNHINTED: say("多半是保存或转换时去掉了括注"),
}
_FEWEST = 4
_HINT = re.compile(r"[（(][^（）()]{3,}[）)]")
_ELLIPSIS = re.compile(r"…+|\.{2,}|·{2,}")


def way_of(label: str, official: str) -> str:
    """Return how a label was changed: letters left out, letters added, its hint gone, "" otherwise.

    A hint is what the form says in brackets behind a label: （单位：万元）.
    """
    printed, right = fold(_ELLIPSIS.sub("", label)), fold(official)
    if printed == right:
        return ""
    if _HINT.search(official) and printed == fold(_HINT.sub("", official)):
        return UNHINTED
    if _within(printed, right):
        return SHORTENED
    return LENGTHENED if _within(right, printed) else ""


def reshaped(body: Body | None, form: Form) -> frozenset[str]:
    """Return the ways in which most labels of a table, or all hints of the report, changed."""
    if body is None:
        return frozenset()
    found: set[str] = set()
    hinted: list[str] = []
    for table in body.tables:
        if table.glued:
            continue
        rows = list(_rows(table, form))
        heads = [(m.label, m.official) for m in table.columns if m.fit is not Fit.ABSENT]
        for labels in (rows, list(dict.fromkeys(heads))):
            ways = Counter(way_of(label, official) for label, official in labels)
            found |= {
                way for way, times in ways.items() if way and times >= max(_FEWEST, len(labels) / 2)
            }
            hinted += [way_of(label, right) for label, right in labels if _HINT.search(right)]
    if len(hinted) > 1 and set(hinted) <= {UNHINTED, SHORTENED}:
        found.add(UNHINTED)
    return frozenset(found)


def changed_so(match: RowMatch | ColumnMatch, official: str, ways: frozenset[str]) -> str:
    """Return the wholesale change that a label went through, "" for a fault of its own."""
    way = way_of(match.label, official) if match.fit in (Fit.NEAR, Fit.VARIANT) else ""
    if way == UNHINTED and SHORTENED in ways:
        return SHORTENED
    return way if way in ways else ""


def _rows(table: Table, form: Form) -> Iterator[tuple[str, str]]:
    official = {row.key: row.label for row in form.table(table.name).rows}
    for match in table.rows:
        if not match.missing:
            yield match.label, official[match.row]


def _within(short: str, long: str) -> bool:
    """Say whether the letters of the one stand in the other in their order."""
    letters = iter(long)
    return bool(short) and all(letter in letters for letter in short)
