"""A review made from the log: what was done to this content, and to earlier versions of it.

An act on an earlier version holds where what it was about is unchanged. Where that changed, it
holds for nothing and is shown to the auditor. Everything follows from the log and from the report
alone, whenever it is worked out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from types import MappingProxyType

from parser.model import Finding, Number, Report
from parser.review.about import About, of_finding, of_report
from parser.review.carried import Carried, Fate
from parser.review.ledger import Past
from parser.review.replay import judge
from parser.review.review import Correction, Review, Verdict, corrected, finding_id
from parser.review.session import to_number
from parser.settings.profile import Profile

Assess = Callable[[Report, Profile], Report]
Check = Callable[[Mapping[str, Correction]], Report]
_ALIKE = 0.6  # from here on two passages are one that was changed


def made_review(
    report: Report,
    own: Sequence[Past],
    earlier: Sequence[Past],
    decided: Mapping[int, str],
    check: Check,
) -> Review:
    """Return the review of a report.

    `own` is what was done to this content, `earlier` what was done to other versions, both in
    order. `decided` says of acts whose object changed what became of them. `check` gives the
    report as it stands with corrections, checked again.
    """
    here = [past for past in own if past.copy == report.counts]
    # What was corrected in another copy of the body says nothing of this one.
    earlier = [p if p.copy == report.counts else replace(p, sure=False) for p in earlier]
    corrections, carried = _corrections(report, here, earlier, decided)
    review = Review(report, check(corrections), MappingProxyType(corrections))
    review = replace(review, aside=_aside(report, own))
    verdicts, judged = _verdicts(review, own, earlier, decided)
    reviewed, marked = _mark(report, own, earlier, decided)
    return replace(
        review,
        verdicts=MappingProxyType(verdicts),
        reviewed=reviewed,
        carried=(*carried, *judged, *marked),
    )


def _corrections(
    report: Report, own: Sequence[Past], earlier: Sequence[Past], decided: Mapping[int, str]
) -> tuple[dict[str, Correction], list[Carried]]:
    here, before = _last(own, _figure), _last(earlier, _figure)
    found: dict[str, Correction] = {}
    carried: list[Carried] = []
    for key in dict.fromkeys((*here, *before)):
        mine, theirs = here.get(key), before.get(key)
        figure = report.figures.get(key)
        about = theirs.about if theirs else None
        same = theirs is not None and theirs.sure and about is not None and about.same_value(figure)
        holds = _later(mine, theirs if same else None)
        if holds is not None and holds.event.kind == "correct":
            found[key] = _correction(report, holds)
        if theirs is None or theirs.event.kind != "correct":
            continue
        if same and holds is not theirs:
            continue
        if (
            not same
            and mine is not None
            and mine.event.kind == "correct"
            and theirs.number not in decided
        ):
            continue
        value = to_number(theirs.event.new)
        fate: Fate = "kept" if same else _fate(theirs, decided)
        if fate == "changed" and theirs.sure and figure and figure.value == value is not None:
            fate = "settled"
        now = figure.raw if figure else ""
        carried.append(_carried(theirs, fate, key, about.raw or "" if about else "", now))
    return found, carried


def _aside(report: Report, own: Sequence[Past]) -> Mapping[int, Mapping[str, Correction]]:
    """Return the corrections of the copies of the body that do not count now."""
    copies = {past.copy for past in own} | {0} if any(past.copy for past in own) else set[int]()
    found: dict[int, Mapping[str, Correction]] = {}
    for copy in sorted(copies - {report.counts}):
        that = replace(report, counts=copy)
        acts = [past for past in own if past.copy == copy]
        found[copy] = MappingProxyType(_corrections(that, acts, (), {})[0])
    return MappingProxyType(found)


def _verdicts(
    review: Review, own: Sequence[Past], earlier: Sequence[Past], decided: Mapping[int, str]
) -> tuple[dict[str, Verdict], list[Carried]]:
    named = _Named(review)
    here = _last(own, _finding)
    verdicts: dict[str, Verdict] = {}
    for past in here.values():
        judge(verdicts, past.event, named.figures(past))
    carried: list[Carried] = []
    changed: list[Past] = []
    for past in _judged(earlier):
        target = named.same(past)
        mine = here.get(target)
        if not target:
            changed.append(past)
        elif mine is None or mine.number < past.number:
            judge(verdicts, replace(past.event, target=target), named.findings[target].figures)
            if _says(past):
                carried.append(_carried_finding(past, "kept", named.findings[target]))
    taken = {item.target for item in carried}
    for past in filter(_says, changed):
        finding = named.alike(past, taken)
        if finding is None:
            if past.about is not None:
                carried.append(_carried_finding(past, "gone", None))
            continue
        target = finding_id(finding)
        taken.add(target)
        if target not in verdicts or past.number in decided:
            carried.append(_carried_finding(past, _fate(past, decided), finding))
    return verdicts, carried


def _mark(
    report: Report, own: Sequence[Past], earlier: Sequence[Past], decided: Mapping[int, str]
) -> tuple[bool, list[Carried]]:
    mine = _last(own, _marked).get("")
    theirs = _last(earlier, _marked).get("")
    about = theirs.about if theirs else None
    same = theirs is not None and theirs.sure and about is not None
    same = same and about is not None and about.sign == of_report(report).sign
    holds = _later(mine, theirs if same else None)
    reviewed = holds is not None and holds.event.new is not None
    if theirs is None or theirs.event.new is None:
        return reviewed, []
    if same:
        return reviewed, [_carried(theirs, "kept", "", "", "")] if holds is theirs else []
    if reviewed and theirs.number not in decided:
        return reviewed, []
    return reviewed, [_carried(theirs, _fate(theirs, decided), "", "", "")]


class _Named:
    """The findings of a report, as parsed and as it stands, and which of them a verdict is on."""

    def __init__(self, review: Review) -> None:
        self._review = review
        both = (review.report, review.current)
        self.findings = {finding_id(f): f for report in both for f in report.findings}
        self._signs: dict[str, str] | None = None

    def figures(self, past: Past) -> tuple[str, ...]:
        """Return the figures that the finding of a verdict on this version named."""
        there = self.findings.get(past.event.target)
        if there is not None:
            return there.figures
        return past.about.figures if past.about else ()

    def same(self, past: Past) -> str:
        """Return the id of the finding that says what the judged one said, "" where none does."""
        if not past.sure or past.about is None or not past.about.sign:
            return ""
        if self._signs is None:
            # What stands now goes before what was parsed, of two that say the same the first.
            both = (self._review.current, self._review.report)
            self._signs = {}
            for report in both:
                for finding in report.findings:
                    sign = of_finding(report, finding).sign
                    self._signs.setdefault(sign, finding_id(finding))
        return self._signs.get(past.about.sign, "")

    def alike(self, past: Past, taken: set[str]) -> Finding | None:
        """Return the finding of the same check that the judged one has become, if there is one."""
        code = past.event.target.partition("-")[0]
        found = [
            finding
            for finding in self._review.current.findings
            if finding.code == code and finding_id(finding) not in taken
        ]
        if past.about is None:
            # An old log: the id alone says which figures and places it was.
            return next((f for f in found if finding_id(f) == past.event.target), None)
        keys = set(past.about.figures)
        if keys:
            # Two sums may share a cell; blanks of one table are one finding, with more or fewer.
            least = 1.0 if code.startswith("A") else 0.5
            near = [(_shared(keys, set(f.figures)), f) for f in found]
            best = max(near, key=lambda pair: pair[0], default=None)
            return best[1] if best is not None and best[0] >= least else None
        return self._nearest(past.about, [f for f in found if not f.figures])

    def _nearest(self, about: About, found: Iterable[Finding]) -> Finding | None:
        def likeness(finding: Finding) -> float:
            now = of_finding(self._review.current, finding)
            one, other = (" ".join(a.words) or a.before for a in (about, now))
            return SequenceMatcher(None, one, other, autojunk=False).ratio()

        scored = [(likeness(finding), finding) for finding in found]
        best = max(scored, key=lambda pair: pair[0], default=None)
        return best[1] if best is not None and best[0] >= _ALIKE else None


def _shared(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other)


def _figure(past: Past) -> str | None:
    return past.event.target if past.event.kind in ("correct", "restore") else None


def _finding(past: Past) -> str | None:
    return past.event.target if past.event.kind == "judge" and not past.is_between else None


def _marked(past: Past) -> str | None:
    return "" if past.event.kind == "mark" else None


def _last(events: Iterable[Past], of: Callable[[Past], str | None]) -> dict[str, Past]:
    """Return the last act on each target, in the order of these."""
    found: dict[str, Past] = {}
    for past in events:
        target = of(past)
        if target is not None:
            found.pop(target, None)
            found[target] = past
    return found


def _judged(earlier: Sequence[Past]) -> list[Past]:
    """Return the last verdict on each finding of each earlier version, of equals the last."""
    by_id: dict[tuple[str, str], Past] = {}
    for past in earlier:
        if _finding(past) is not None:
            by_id[past.event.digest, past.event.target] = past
    by_sign: dict[str, Past] = {}
    for past in sorted(by_id.values(), key=lambda past: past.number):
        sign = past.about.sign if past.about else ""
        by_sign[sign or f"{past.event.digest}/{past.event.target}"] = past
    return sorted(by_sign.values(), key=lambda past: past.number)


def _later(one: Past | None, other: Past | None) -> Past | None:
    return max((p for p in (one, other) if p), key=lambda past: past.number, default=None)


def _says(past: Past) -> bool:
    return past.event.new is not None or bool(past.event.reason)


def _fate(past: Past, decided: Mapping[int, str]) -> Fate:
    match decided.get(past.number):
        case "kept":
            return "accepted"
        case "dropped":
            return "dropped"
        case _:
            return "changed"


def _correction(report: Report, past: Past) -> Correction:
    key, event = past.event.target, past.event
    parsed = report.figures.get(key)
    before = parsed.value if parsed else None
    return Correction(key, before, to_number(event.new), event.reason, event.who, event.when)


def _carried_finding(past: Past, fate: Fate, finding: Finding | None) -> Carried:
    target, now = (finding_id(finding), finding.message) if finding else ("", "")
    return _carried(past, fate, target, past.about.before if past.about else "", now)


def _carried(past: Past, fate: Fate, target: str, before: str, now: str) -> Carried:
    event = past.event
    return Carried(
        event.number,
        "correct" if event.kind == "correct" else event.kind,
        fate,
        target,
        event.new or "",
        event.reason,
        event.who,
        event.when,
        before,
        now,
    )


class Checking:
    """Checks a report with corrections; what the last check of the same gave is not done again."""

    def __init__(
        self, assess: Assess, profile: Profile, report: Report, before: Review | None
    ) -> None:
        """`before` is the review that stands, None where the report is new."""
        self._assess, self._profile, self._report = assess, profile, report
        self._before = before if before is not None and before.report is report else None

    def __call__(self, corrections: Mapping[str, Correction]) -> Report:
        """Return the report as it stands with the corrections."""
        if not corrections:
            return self._report
        before = self._before
        if before is not None and _values(before.corrections) == _values(corrections):
            return before.current
        return self._assess(corrected(self._report, corrections), self._profile)


def _values(corrections: Mapping[str, Correction]) -> dict[str, Number | None]:
    return {key: correction.value for key, correction in corrections.items()}
