"""What became of the findings of a report when the unit sent a corrected one (整改).

Findings of two versions are met by code, by figures, and by what they mark in the text; their
places in the text are no help, since every change moves them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property

from parser.model import CrossFinding, Figure, Finding, Number, Report, Severity, Span
from parser.official.form import form_of
from parser.reading.missing import unread_figures
from parser.reading.openings import Unread, left_open
from parser.review.review import Correction, Review, finding_id

# Families whose findings name the cells concerned one by one, so that some may be left.
_LISTING = "VS"
_READER = "F"  # what the reader could not do is never held against the unit
# Two passages that have less than this in common are two faults, not one that was half mended.
_ALIKE = 0.6


class Outcome(StrEnum):
    """What became of a finding in the corrected report."""

    SETTLED = "settled"
    PARTLY = "partly"
    OPEN = "open"
    UNCLEAR = "unclear"  # the place was not read, or nothing is left to judge by

    @property
    def label(self) -> str:
        """What auditors call it."""
        return _LABELS[self]


_LABELS = {
    Outcome.SETTLED: "已整改",
    Outcome.PARTLY: "部分整改",
    Outcome.OPEN: "未整改",
    Outcome.UNCLEAR: "无法判断",
}


@dataclass(frozen=True, slots=True)
class Followed:
    """A finding, or a correction without one (`code` ""), that the unit was asked to mend.

    `spans` are its places in the old text, `new_spans` those in the new one where it is still
    there; `remark` says what is to be known of it: what is left, or that the unit settled it in
    another way than the auditor had corrected it.
    """

    id: str
    code: str
    severity: Severity
    message: str
    outcome: Outcome
    figures: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    new_spans: tuple[Span, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """A finding of the corrected report that the old one did not have.

    `figures` are those of its figures that no old finding of the same check named.
    """

    finding: Finding
    figures: tuple[str, ...]


class Meeting:
    """The findings of a review, met with those of the corrected report."""

    def __init__(self, review: Review, new: Report) -> None:
        """Meet them; nothing is worked out before it is asked for."""
        self._review = review
        self._old = review.report
        self._new = new

    @cached_property
    def followed(self) -> tuple[Followed, ...]:
        """Every finding that was confirmed or corrected, and corrections that stand alone."""
        asked = list(asked_findings(self._review))
        named = {key for finding in asked for key in finding.figures}
        found = [self._follow(finding) for finding in asked]
        found += [
            self._follow_correction(correction)
            for key, correction in self._review.corrections.items()
            if key not in named
        ]
        return tuple(found)

    @cached_property
    def added(self) -> tuple[Added, ...]:
        """The findings that are new; those of the reader apart."""
        met = {id(new) for new in self._pairs.values()}
        found: list[Added] = []
        for finding in self._new.findings:
            if finding.family == _READER:
                continue
            before = {key for old in self._known if old.code == finding.code for key in old.figures}
            more = tuple(key for key in finding.figures if key not in before)
            listing = finding.family in _LISTING and finding.figures
            if (listing and more) or (id(finding) not in met and (more or not finding.figures)):
                found.append(Added(finding, more))
        return tuple(found)

    @property
    def _known(self) -> tuple[Finding, ...]:
        """Every finding of the old version, as it was read and as it stood corrected."""
        there = {finding_id(finding) for finding in self._old.findings}
        later = (f for f in self._review.current.findings if finding_id(f) not in there)
        return (*self._old.findings, *later)

    @cached_property
    def _pairs(self) -> dict[str, Finding]:
        """Id of an old finding → the new one that is the same fault; one to one."""
        close = [
            (nearness, -at, -there, old, new)
            for at, old in enumerate(self._known)
            for there, new in enumerate(self._new.findings)
            if old.code == new.code and (nearness := self._nearness(old, new))
        ]
        pairs: dict[str, Finding] = {}
        taken: set[int] = set()
        for _, _, there, old, new in sorted(close, key=lambda c: c[:3], reverse=True):
            if finding_id(old) not in pairs and there not in taken:
                pairs[finding_id(old)] = new
                taken.add(there)
        return pairs

    def _nearness(self, old: Finding, new: Finding) -> float:
        """Say how surely two findings of one check are one fault; 0 where they are not."""
        same = _plain(old.message) == _plain(new.message)
        if old.figures or new.figures:
            common = set(old.figures) & set(new.figures)
            if not common:
                return 0.0
            share = len(common) / len({*old.figures, *new.figures})
            return share + same
        marked = [
            _plain(spans_text(report, finding.spans))
            for report, finding in ((self._old, old), (self._new, new))
        ]
        if same and marked[0] == marked[1]:
            return 3.0
        if _section(self._old, old) != _section(self._new, new):
            return 0.0
        ratio = _ratio(*marked) if all(marked) else _ratio(old.message, new.message)
        return ratio if ratio >= _ALIKE else 0.0

    def _follow(self, finding: Finding) -> Followed:
        there = self._pairs.get(finding_id(finding))
        if finding.family in _LISTING and finding.figures:
            outcome, remark = self._cells_left(finding)
        elif there is None:
            outcome = Outcome.UNCLEAR if self._is_open(finding) else Outcome.SETTLED
            remark = self._why_unclear() if outcome is Outcome.UNCLEAR else ""
        else:
            same = _plain(finding.message) == _plain(there.message) and not any(
                self._moved(key) for key in finding.figures
            )
            outcome = Outcome.OPEN if same else Outcome.PARTLY
            remark = "" if same else f"新版：{there.message}"
        if outcome is Outcome.SETTLED:
            remark = self._otherwise(finding) or remark
        return Followed(
            finding_id(finding),
            finding.code,
            finding.severity,
            finding.message,
            outcome,
            finding.figures,
            finding.spans,
            there.spans if there else self._places(finding.figures),
            remark,
        )

    def _cells_left(self, finding: Finding) -> tuple[Outcome, str]:
        """Tell what is left of a finding that names its cells one by one."""
        again = {
            key for new in self._new.findings if new.code == finding.code for key in new.figures
        }
        left = [key for key in finding.figures if key in again]
        if not left:
            lost = self._is_open(finding)
            return (Outcome.UNCLEAR, self._why_unclear()) if lost else (Outcome.SETTLED, "")
        if len(left) == len(finding.figures):
            moved = any(self._moved(key) for key in left)
            return (Outcome.PARTLY, "原来的值改过，问题仍在") if moved else (Outcome.OPEN, "")
        names = "、".join(self._name(key) for key in left[:6])
        more = " 等" if len(left) > 6 else ""
        return Outcome.PARTLY, f"{len(finding.figures)} 格中还有 {len(left)} 格：{names}{more}"

    def _follow_correction(self, correction: Correction) -> Followed:
        key = correction.figure
        now = self._new.figures.get(key)
        name = self._name(key)
        value = now.value if now else None
        if now is None or key in self._unread_cells:
            outcome, remark = Outcome.UNCLEAR, self._why_unclear()
        elif value == correction.value:
            outcome, remark = Outcome.SETTLED, ""
        elif value == correction.before:
            outcome, remark = Outcome.OPEN, ""
        else:
            outcome, remark = Outcome.PARTLY, f"新版填 {said(value)}"
        old = self._old.figures.get(key)
        return Followed(
            f"correction-{key}",
            "",
            Severity.ERROR,
            f"{name}应由 {said(correction.before)} 改为 {said(correction.value)}。",
            outcome,
            (key,),
            (old.span,) if old else (),
            self._places((key,)),
            remark,
        )

    def _otherwise(self, finding: Finding) -> str:
        """Say where the unit has settled a finding otherwise than the auditor corrected it."""
        told: list[str] = []
        for key in finding.figures:
            correction, now = self._review.corrections.get(key), self._new.figures.get(key)
            if correction is not None and now is not None and now.value != correction.value:
                told.append(
                    f"{self._name(key)}：核查更正为 {said(correction.value)}，"
                    f"新版填 {said(now.value)}"
                )
        return "；".join(told)

    def _is_open(self, finding: Finding) -> bool:
        """Say whether a finding that is gone may only be out of sight."""
        if self._new.status != "ok" or self._new.body is None:
            return True
        if finding.figures:
            gone = [key for key in finding.figures if key not in self._new.figures]
            had = any(key in self._old.figures for key in gone)
            lost = len(gone) == len(finding.figures) and had and self._new.form == self._old.form
            return lost or any(key in self._unread_cells for key in finding.figures)
        number = _section(self._old, finding)
        section = self._new.body.section(number)
        if section is None:
            return number in self._unread.sections
        return self._unread.touches(section.span)

    def _why_unclear(self) -> str:
        if self._new.status != "ok" or self._new.body is None:
            return "新版没有读成年报，请打开原件核对"
        return "新版这一处没有读出或已不在，请对照原件"

    def _moved(self, key: str) -> bool:
        old, new = self._old.figures.get(key), self._new.figures.get(key)
        return not same_figure(old, new)

    def _places(self, keys: Sequence[str]) -> tuple[Span, ...]:
        return tuple(self._new.figures[key].span for key in keys if key in self._new.figures)

    def _name(self, key: str) -> str:
        return figure_name(self._old, key)

    @cached_property
    def _unread_cells(self) -> frozenset[str]:
        return unread_figures(self._new)

    @cached_property
    def _unread(self) -> Unread:
        document, body, form = self._new.document, self._new.body, self._new.form
        return left_open(document, body, form_of(form)) if document and body and form else Unread()


def asked_findings(review: Review) -> Iterator[Finding]:
    """Yield the findings that the unit was asked to mend: confirmed ones and corrected ones."""
    left = {finding_id(finding) for finding in review.current.findings}
    seen: set[str] = set()
    for finding in (*review.report.findings, *review.current.findings):
        name = finding_id(finding)
        verdict = review.verdict(finding)
        if name in seen or (verdict is not None and verdict.decision == "dismissed"):
            continue
        seen.add(name)
        confirmed = verdict is not None and verdict.decision in ("confirmed", "corrected")
        touched = any(key in review.corrections for key in finding.figures)
        if confirmed or (touched and name not in left):
            yield finding


def followed_across(
    asked: Sequence[CrossFinding], now: Sequence[CrossFinding], read: Mapping[str, Report]
) -> dict[str, list[Followed]]:
    """Return what became of confirmed findings between reports, by each path that they name.

    `now` are those found with the corrected reports in the old ones' places; `read` holds the
    reports that were so compared. A finding of which no report came back is left out.
    """
    found: dict[str, list[Followed]] = {}
    for finding in asked:
        same = [
            new
            for new in now
            if new.code == finding.code
            and set(new.paths) & set(finding.paths)
            and (not finding.figures or set(new.figures) & set(finding.figures))
        ]
        if not same:
            outcome, remark = Outcome.SETTLED, ""
        elif any(_plain(new.message) == _plain(finding.message) for new in same):
            outcome, remark = Outcome.OPEN, ""
        else:
            outcome, remark = Outcome.PARTLY, f"新版：{same[0].message}"
        for path in finding.paths:
            if path not in read:
                continue
            whole = outcome
            if whole is Outcome.SETTLED and read[path].status != "ok":
                whole = Outcome.UNCLEAR
            found.setdefault(path, []).append(
                Followed(
                    finding_id(finding),
                    finding.code,
                    finding.severity,
                    finding.message,
                    whole,
                    finding.figures,
                    tuple(span for where, span in finding.passages if where == path),
                    tuple(span for n in same for where, span in n.passages if where == path),
                    remark,
                )
            )
    return found


def same_figure(old: Figure | None, new: Figure | None) -> bool:
    """Say whether two cells say the same, however they are written."""
    if old is None or new is None:
        return old is new
    if old.value is None and new.value is None:
        return _plain(old.raw) == _plain(new.raw)
    return old.value == new.value


def figure_name(report: Report, key: str) -> str:
    """Name a figure in the words of the report's form."""
    return form_of(report.form).name_of(key) if report.form else key


def said(value: Number | None) -> str:
    """Write a value for a sentence."""
    return "空白" if value is None else str(value)


def spans_text(report: Report, spans: Sequence[Span]) -> str:
    """Return the words that a finding marks."""
    document = report.document
    return "…".join(document.said(span) for span in spans) if document else ""


def _section(report: Report, finding: Finding) -> int:
    """Return the number of the section that a finding marks first, 0 for none."""
    if not finding.spans or report.body is None:
        return 0
    at = finding.spans[0].start
    for section in report.body.sections:
        if section.span.start <= at < section.span.end:
            return section.number
    return 0


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
