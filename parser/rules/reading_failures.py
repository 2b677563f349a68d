"""F107, F108: what the program could not read, said once and held against nobody."""

from __future__ import annotations

from collections.abc import Iterator

from parser.model import Severity, Span
from parser.model.said import Recalled
from parser.reading.gaps import Gap, gaps
from parser.rules.case import Case
from parser.rules.registry import Hit, filed_rule


@filed_rule(
    "F107",
    title="有的部分没有读出",
    title_en="A part could not be read",
    severity=Severity.WARNING,
    basis="工具说明：没有读出的内容不作判断，不算单位缺报、漏填",
)
def not_read(case: Case, code: str) -> Iterator[Hit]:
    """A part of the page could not be read; nothing that lies there is held against the unit.

    A picture of which nothing is missed is passed over: many reports are illustrated.
    """
    if case.document is None:
        return
    found: dict[str, tuple[list[Span], list[str]]] = {}
    for gap in gaps(case.document):
        if gap.note.code == code and _matters(case, gap):
            places, keys = found.setdefault(gap.note.message, ([], []))
            places.append(gap.span)
            keys += case.unread.by_gap.get(gap, ())
    for message, (places, keys) in found.items():
        yield Hit(Recalled(message), tuple(dict.fromkeys(keys)), tuple(places))


@filed_rule(
    "F108",
    title="文件到中途中断",
    title_en="The file breaks off",
    severity=Severity.WARNING,
    basis="工具说明：文件中断以后的内容没有读到，不算单位缺报、漏填",
)
def broken_off(case: Case, code: str) -> Iterator[Hit]:
    """The file ends in the middle of something; what would follow is not the unit's omission."""
    if case.document is None:
        return
    for gap in gaps(case.document):
        if gap.note.code == code:
            yield Hit(Recalled(gap.note.message), case.unread.by_gap.get(gap, ()), (gap.span,))


def _matters(case: Case, gap: Gap) -> bool:
    """Say whether something is missed where the gap is, or something unread stands there."""
    if case.body is None or gap in case.unread.by_gap:
        return True
    furniture = case.document.furniture if case.document else ()
    return gap.span.start < gap.span.end and not any(f.covers(gap.span) for f in furniture)
