"""A report under review: what was parsed, with a layer of corrections and verdicts above it.

Everything here is frozen. `parser.review.desk` makes a new `Review` for every act of the auditor;
the parsed report underneath is never changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from types import MappingProxyType
from typing import Literal, get_args

from parser.model import (
    Body,
    CrossFinding,
    Figure,
    Finding,
    Number,
    Reading,
    Repair,
    Report,
    Severity,
    Span,
)
from parser.official.acceptance import why_refused
from parser.official.form import form_of
from parser.review.carried import Carried
from parser.text.numbers import written

# What the auditor may say of a finding: 属实, 误报, 已更正, 待查. The last leaves it open.
Decision = Literal["confirmed", "dismissed", "corrected", "later"]
DECISIONS: frozenset[Decision] = frozenset(get_args(Decision))
_NO_FAULT: frozenset[Decision] = frozenset({"dismissed"})
_SETTLED: frozenset[Decision] = frozenset({"dismissed", "corrected"})
ADOPTED = "采纳建议"  # the reason of a correction that a suggestion made


class Stage(StrEnum):
    """How far the auditor has come with a report."""

    UNREADABLE = "unreadable"
    UNTOUCHED = "untouched"
    UNDERWAY = "underway"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure as the auditor set it. `before` is what was parsed, None for blank or missing.

    `value` None says that the cell is rightly blank.
    """

    figure: str
    before: Number | None
    value: Number | None
    reason: str
    author: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the auditor says of a finding. `figures` are those that the finding named then.

    `decision` None: nothing was decided, there is only a note.
    """

    finding_id: str
    decision: Decision | None
    note: str
    author: str
    when: datetime
    figures: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The code of the check whose finding was judged."""
        return self.finding_id.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is to be said of the finding with that id in a report; None takes it back."""

    path: str
    finding: str
    decision: Decision | None
    note: str = ""


def decision_of(word: str | None) -> Decision | None:
    """Read a decision back from where it was kept as a word; None for any other word."""
    return next((decision for decision in DECISIONS if decision == word), None)


def state_of(verdict: Verdict | None, settled: bool) -> Decision | None:
    """Return what became of a finding; `settled`: corrections have made it go away.

    A settled finding was real, and its figure stands corrected here: 已更正 says both, so it
    takes the place of 属实 and of 待查. What was called 误报 stays 误报.
    """
    decision = verdict.decision if verdict else None
    return "corrected" if settled and decision != "dismissed" else decision


def finding_id(finding: Finding | CrossFinding) -> str:
    """Return a short name of the finding that stays the same when the report is checked again.

    It is made of the code and of what the finding points at (figures and places), not of the
    sentence, which changes with every figure; a finding that points at nothing has only its
    sentence. A finding between reports points at paths too.
    """
    # What a sum or a cell check marks in the text moves with the values (noughts are left
    # unmarked); its figures do not.
    by_figures = finding.figures and finding.family in "AV"
    if isinstance(finding, CrossFinding):
        places = [(path, span.start, span.end) for path, span in finding.passages]
        points = (sorted(finding.paths), sorted(finding.figures), sorted(places))
        pointless = not finding.figures and not finding.passages
    else:
        spans = () if by_figures else finding.spans
        points = (sorted(finding.figures), sorted((s.start, s.end) for s in spans))
        pointless = not finding.figures and not finding.spans
    said = repr((points, finding.message if pointless else ""))
    return f"{finding.code}-{blake2b(said.encode(), digest_size=6).hexdigest()}"


@dataclass(frozen=True, slots=True)
class Review:
    """A report as parsed (`report`), and as it stands with the corrections (`current`).

    Both are checked under the same profile: what is found in one of them only, corrections did.
    `corrections` by figure key, `verdicts` by finding id; `notice` tells what the auditor has to
    know about the history of the file (it was changed on disk, it was renamed), else empty.
    Corrections belong to the copy of the body that counted when they were made; `aside` keeps, by
    the index of the copy, those of the copies that do not count.
    `carried` is what became of acts on earlier versions of the file.
    """

    report: Report
    current: Report
    corrections: Mapping[str, Correction] = field(default_factory=lambda: MappingProxyType({}))
    verdicts: Mapping[str, Verdict] = field(default_factory=lambda: MappingProxyType({}))
    reviewed: bool = False
    notice: str = ""
    aside: Mapping[int, Mapping[str, Correction]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    carried: tuple[Carried, ...] = ()

    @property
    def path(self) -> str:
        """The path as shown: relative to the folder opened, with /."""
        return self.report.path

    @property
    def again(self) -> tuple[Carried, ...]:
        """What is to be looked at again: it was judged in an earlier version, and has changed."""
        return tuple(item for item in self.carried if item.fate == "changed")

    def again_of(self, key: str) -> Carried | None:
        """Return the correction of a figure that is to be looked at again, None where none is."""
        there = (item for item in self.again if item.kind == "correct" and item.target == key)
        return next(there, None)

    @property
    def suggestions(self) -> tuple[Repair, ...]:
        """The repairs offered for the report as it stands, best first."""
        return self.current.repairs

    @property
    def stage(self) -> Stage:
        """How far the auditor has come with it."""
        if self.report.status == "unreadable":
            return Stage.UNREADABLE
        if self.reviewed:
            return Stage.REVIEWED
        begun = self.corrections or self.verdicts or self.aside or self.again
        return Stage.UNDERWAY if begun else Stage.UNTOUCHED

    def name_of(self, key: str) -> str:
        """Name a figure in the words of the report's form."""
        form = self.current.form
        return form_of(form).name_of(key) if form else key

    def worded(self, repair: Repair) -> tuple[str, ...]:
        """Say of each change of a repair which cell it is, what stands there, and what would."""
        return tuple(
            f"{self.name_of(change.figure)} {_shown(change.before)} → {_shown(change.value)}"
            for change in repair.changes
        )

    def is_printed(self, key: str, value: Number | None) -> bool:
        """Say whether the report itself has this value in its cell, None for nothing there."""
        parsed = self.report.figures.get(key)
        return parsed is not None and parsed.raw == written(value)

    def is_shown(self, key: str, text: str) -> bool:
        """Say whether a figure, as it stands with its correction, reads like this already."""
        figure = self.current.figures.get(key)
        if figure is None:
            return False
        return text == (written(figure.value) if key in self.corrections else figure.raw.strip())

    def why_refused(self, key: str, text: str) -> str:
        """Say why what was typed cannot be a figure's value; "" where it can.

        What the report itself prints is always accepted: it takes a correction back.
        """
        parsed = self.report.figures.get(key)
        if self.current.form is None or (parsed is not None and parsed.raw == text.strip()):
            return ""
        return why_refused(form_of(self.current.form), key, text)

    def verdict(self, finding: Finding) -> Verdict | None:
        """Return what was decided on a finding of `current`, None where nothing was.

        A finding that names many cells (all blanks of a table) shrinks as they are corrected: what
        was decided on the whole of it holds for the rest.
        """
        if not self.verdicts:
            return None
        exact = self.verdicts.get(finding_id(finding))
        if exact is not None or not finding.figures:
            return exact
        left = set(finding.figures)
        for verdict in self.verdicts.values():
            if verdict.code == finding.code and left < set(verdict.figures):
                return verdict
        return None

    def count(self, severity: Severity) -> int:
        """Count the findings of that severity that stand."""
        return self.counts[severity]

    @property
    def counts(self) -> Counter[Severity]:
        """How many findings of each severity stand; see `standing_findings`."""
        return Counter(finding.severity for finding in self.standing_findings)

    @property
    def counts_in_file(self) -> Counter[Severity]:
        """How many faults of each severity the unit's own file has, whatever was corrected here.

        What was called 误报 is left out; so is what only a correction made wrong.
        """
        return Counter(
            finding.severity for finding in self.report.findings if not self._is(finding, _NO_FAULT)
        )

    @property
    def misjudged(self) -> Counter[Severity]:
        """How many findings of each severity were called 误报; no other count has them."""
        listed = (*self.current.findings, *self.settled_findings)
        return Counter(f.severity for f in listed if self._is(f, _NO_FAULT))

    @property
    def standing_findings(self) -> tuple[Finding, ...]:
        """The findings of the report as it stands that were called neither 误报 nor 已更正."""
        return tuple(f for f in self.current.findings if not self._is(f, _SETTLED))

    @property
    def settled_findings(self) -> tuple[Finding, ...]:
        """The findings of the report as parsed that corrections have made go away.

        They stay in the lists as 已更正, since the unit's file is still wrong. One that named many
        cells and is there with fewer has not gone.
        """
        if not self.corrections or self.current is self.report:
            return ()
        left = {finding_id(finding) for finding in self.current.findings}
        return tuple(
            finding
            for finding in self.report.findings
            if finding_id(finding) not in left and not self._shrunk(finding)
        )

    def standing(self, severity: Severity) -> frozenset[str]:
        """Return the keys of all figures that findings of that severity name; as `counts`."""
        return frozenset(
            key
            for finding in self.standing_findings
            if finding.severity is severity
            for key in finding.figures
        )

    def _is(self, finding: Finding, decisions: frozenset[Decision]) -> bool:
        verdict = self.verdict(finding) if self.verdicts else None
        return verdict is not None and verdict.decision in decisions

    def _shrunk(self, finding: Finding) -> bool:
        """Say whether part of a finding that named many cells is still there."""
        return any(
            now.code == finding.code and now.figures and set(now.figures) < set(finding.figures)
            for now in self.current.findings
        )


def _shown(value: Number | None) -> str:
    return "空白" if value is None else written(value)


def corrected(report: Report, corrections: Mapping[str, Correction]) -> Report:
    """Return the report with the corrected values in the copy that counts, not yet checked.

    `raw` and `span` stay what they are in the text. A figure that the report does not have gets a
    place of no width at the end of its row, its table or its body.
    """
    body = report.body
    if body is None or not corrections:
        return report
    figures = dict(body.figures)
    for key, correction in corrections.items():
        reading = Reading.BLANK if correction.value is None else Reading.NUMBER
        there = figures.get(key)
        if there is None:
            end = _place(report, body, key)
            figures[key] = Figure(key, correction.value, "", Span(end, end), reading)
        else:
            # What the auditor has typed needs no second look at the picture.
            figures[key] = replace(
                there, value=correction.value, reading=reading, quirks=(), confidence=None
            )
    changed = replace(body, figures=MappingProxyType(figures))
    bodies = list(report.bodies)
    bodies[report.counts] = changed
    return replace(report, bodies=tuple(bodies))


def _place(report: Report, body: Body, key: str) -> int:
    found = form_of(report.form).find(key) if report.form else None
    if found is None:
        return body.span.end
    table = body.table(found[0].name)
    if table is None:
        return body.span.end
    row = next((r for r in table.rows if r.row == found[1].key and r.span), None)
    return row.span.end if row and row.span else table.span.end
