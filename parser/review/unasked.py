"""What a corrected report changes without having been asked to: figures, and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal

from parser.model import Figure, Finding, Report, Span
from parser.reading.missing import unread_figures
from parser.reading.prose import Sentence, paragraphs, sentences
from parser.review.followed import figure_name, said, same_figure

ChangeKind = Literal["figure", "added", "removed", "changed"]
# Sentences with less in common were not changed one into the other.
_ALIKE = 0.5
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_POINT_NOUGHT = re.compile(r"(?<=\d)\.0+(?!\d)")
# Findings that only a sentence more can settle.
_LACKS = ("S101", "S104", "S105", "S106", "S107", "Y105")


@dataclass(frozen=True, slots=True)
class Unasked:
    """A change that nothing asked for.

    `place` names the figure or the part of the report; `before` and `after` are what stood and
    what stands there, "" for nothing; the spans are their places in the two texts.
    """

    kind: ChangeKind
    place: str
    before: str
    after: str
    span: Span | None = None
    new_span: Span | None = None

    @property
    def sentence(self) -> str:
        """The change in one sentence."""
        if self.kind == "figure":
            return f"{self.place}：{self.before} → {self.after}"
        if self.kind == "added":
            return f"{self.place}增加：“{self.after}”"
        if self.kind == "removed":
            return f"{self.place}删去：“{self.before}”"
        return f"{self.place}改写：“{self.before}” → “{self.after}”"


def unasked(old: Report, new: Report, asked: Sequence[Finding], keys: frozenset[str]) -> Changes:
    """Hold two versions of a report against each other.

    `asked` are the findings that the unit was to mend, `keys` the figures that the auditor
    corrected.
    """
    return Changes(old, new, asked, keys)


class Changes:
    """The changes between two versions, worked out when they are asked for."""

    def __init__(
        self, old: Report, new: Report, asked: Sequence[Finding], keys: frozenset[str]
    ) -> None:
        """Take both versions up."""
        self._old = old
        self._new = new
        self._asked = asked
        self._keys = keys.union(key for finding in asked for key in finding.figures)

    @cached_property
    def figures(self) -> tuple[Unasked, ...]:
        """The figures that changed although nothing named them; those not read are left out."""
        old, new = self._old.figures, self._new.figures
        if self._new.status != "ok" or not new:
            return ()
        out = unread_figures(self._old) | unread_figures(self._new) | self._keys
        if self._old.form != self._new.form:
            out |= old.keys() ^ new.keys()
        return tuple(
            Unasked(
                "figure",
                figure_name(self._old if key in old else self._new, key),
                _written(old.get(key)),
                _written(new.get(key)),
                old[key].span if key in old else None,
                new[key].span if key in new else None,
            )
            for key in dict.fromkeys((*old, *new))
            if key not in out and not same_figure(old.get(key), new.get(key))
        )

    @cached_property
    def sentences(self) -> tuple[Unasked, ...]:
        """The sentences that changed although no finding marked them, section by section."""
        if self._new.status != "ok" or self._new.body is None:
            return ()
        old, new = _by_section(self._old), _by_section(self._new)
        found: list[Unasked] = []
        for number in sorted({*old, *new}):
            found += self._in_section(number, old.get(number, []), new.get(number, []))
        return tuple(_without_moved(found))

    def _in_section(
        self, number: int, old: Sequence[Sentence], new: Sequence[Sentence]
    ) -> Iterator[Unasked]:
        matcher = SequenceMatcher(
            None, [_key(s.text) for s in old], [_key(s.text) for s in new], autojunk=False
        )
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag != "equal":
                yield from self._block(number, old[a:b], new[c:d])

    def _block(
        self, number: int, old: Sequence[Sentence], new: Sequence[Sentence]
    ) -> Iterator[Unasked]:
        """Tell the changed sentences of a stretch from those that went and those that came."""
        place = self._place(number)
        left = list(new)
        for before in old:
            after = max(left, key=lambda s: _ratio(before.text, s.text), default=None)
            marked = self._marks(before.span)
            if after is not None and _ratio(before.text, after.text) >= _ALIKE:
                left.remove(after)
                if not marked:
                    yield Unasked(
                        "changed",
                        place,
                        self._said(self._old, before),
                        self._said(self._new, after),
                        before.span,
                        after.span,
                    )
            elif not marked:
                yield Unasked("removed", place, self._said(self._old, before), "", before.span)
        # Where a marked sentence was written anew in other words, its successors were asked for.
        anew = any(self._marks(s.span) for s in old) and bool(left)
        if not anew and not self._lacked(number):
            for after in left:
                said_now = self._said(self._new, after)
                yield Unasked("added", place, "", said_now, None, after.span)

    def _marks(self, span: Span) -> bool:
        """Say whether a finding that was to be mended marks the place."""
        return any(place.meets(span) for finding in self._asked for place in finding.spans)

    def _lacked(self, number: int) -> bool:
        """Say whether something was asked for in a section, so that sentences had to come."""
        section = self._old.body.section(number) if self._old.body else None
        lacking = [f for f in self._asked if f.code in _LACKS]
        if section is None:
            return bool(lacking)
        return any(
            not f.spans or any(section.span.meets(s) or section.span.covers(s) for s in f.spans)
            for f in lacking
        )

    def _place(self, number: int) -> str:
        if not number:
            return "开头部分"
        for report in (self._old, self._new):
            section = report.body.section(number) if report.body else None
            if section is not None:
                return f"“{section.heading.strip()}”"
        return f"第 {number} 部分"

    @staticmethod
    def _said(report: Report, sentence: Sentence) -> str:
        document = report.document
        text = document.said(sentence.span) if document else sentence.text
        return re.sub(r"\s+", "", text)


def _by_section(report: Report) -> dict[int, list[Sentence]]:
    found: dict[int, list[Sentence]] = {}
    for sentence in sentences(paragraphs(report)):
        found.setdefault(sentence.section, []).append(sentence)
    return found


def _without_moved(found: Sequence[Unasked]) -> Iterator[Unasked]:
    """Leave out sentences that only stand in another place now."""
    gone = [_key(change.before) for change in found if change.kind == "removed"]
    moved: list[str] = []
    for change in found:
        if change.kind == "added" and _key(change.after) in gone:
            gone.remove(_key(change.after))
            moved.append(_key(change.after))
    twice = {"removed": list(moved), "added": list(moved)}
    for change in found:
        left = twice.get(change.kind)
        key = _key(change.before or change.after)
        if left and key in left:
            left.remove(key)
        else:
            yield change


def _key(text: str) -> str:
    """Return a sentence without what is only a way of writing it."""
    return _POINT_NOUGHT.sub("", _THOUSANDS.sub("", re.sub(r"\s+", "", text)))


def _ratio(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()


def _written(figure: Figure | None) -> str:
    if figure is None:
        return "没有这一格"
    return figure.raw if figure.value is None and figure.raw else said(figure.value)
