"""The score of a report (考核) and its reasons, from the findings that stand against its unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from parser.model import CrossFinding, Finding, Report, Severity
from parser.review.review import Review, Verdict, finding_id
from parser.settings.profile import Profile
from parser.settings.scoring import Scoring, in_points

VerdictAcross = Callable[[CrossFinding], Verdict | None]
# Findings between reports that are held against every report named, and against the first alone;
# all others speak of a unit's years, and the latest of them is at fault.
_ALL_NAMED = ("X104", "X201")
_FIRST_NAMED = ("X301",)
_NOT_READ = ("F101", "F106", "F107", "F108")


@dataclass(frozen=True, slots=True)
class Reason:
    """What one kind of fault took off: `points`, for `count` findings of these `codes`.

    `capped`: the findings together would have taken more.
    """

    name: str
    codes: tuple[str, ...]
    count: int
    points: Decimal
    capped: bool = False

    @property
    def sentence(self) -> str:
        """The reason in a few words: 勾稽不平（A101、A102）3 处，扣 6 分."""
        most = "（已到上限）" if self.capped else ""
        return (
            f"{self.name}（{'、'.join(self.codes)}）{self.count} 处，"
            f"扣 {in_points(self.points)} 分{most}"
        )


@dataclass(frozen=True, slots=True)
class Score:
    """A report's score, its reasons in the scale's order, and what makes it uncertain, if so."""

    points: Decimal
    full: Decimal
    reasons: tuple[Reason, ...]
    caveat: str = ""

    @property
    def sentence(self) -> str:
        """The reasons in one line."""
        told = [reason.sentence for reason in self.reasons] or ["没有扣分"]
        return "；".join([*told, *([self.caveat] if self.caveat else [])])


def scores(
    reviews: Mapping[str, Review],
    across: Iterable[CrossFinding],
    verdict_across: VerdictAcross,
    profile: Profile,
) -> dict[str, Score]:
    """Return the score of every report that was read, by path; nothing where scoring is off."""
    if not profile.scoring.on:
        return {}
    between = blamed(across, reviews)
    return {
        path: score(review, [(f, verdict_across(f)) for f in between.get(path, ())], profile)
        for path, review in reviews.items()
        if review.report.status == "ok"
    }


def blamed(
    across: Iterable[CrossFinding], reviews: Mapping[str, Review]
) -> dict[str, list[CrossFinding]]:
    """Return the findings between reports that each report is to blame for, by its path."""
    between: dict[str, list[CrossFinding]] = {}
    for finding in across:
        for path in _at_fault(finding, reviews):
            between.setdefault(path, []).append(finding)
    return between


def score(
    review: Review,
    between: Sequence[tuple[CrossFinding, Verdict | None]],
    profile: Profile,
) -> Score:
    """Score one report; `between` are the findings between reports that it is to blame for.

    What a correction has settled counts: the unit's file is still wrong. Information never does.
    """
    scale = profile.scoring
    held: dict[str, list[str]] = {}
    for code in _held(review, between, scale, profile):
        key = scale.deduction(code)
        if key is not None:
            held.setdefault(key, []).append(code)
    reasons: list[Reason] = []
    for key, kind in scale.deductions.items():
        codes = held.get(key, [])
        whole = kind.points * len(codes)
        capped = kind.cap is not None and whole > kind.cap
        off = kind.cap if kind.cap is not None and capped else whole
        if off:
            reasons.append(Reason(kind.name, tuple(sorted(set(codes))), len(codes), off, capped))
    left = max(Decimal(0), scale.full - sum((r.points for r in reasons), Decimal(0)))
    return Score(left, scale.full, tuple(reasons), _caveat(review.report))


def _held(
    review: Review,
    between: Sequence[tuple[CrossFinding, Verdict | None]],
    scale: Scoring,
    profile: Profile,
) -> Iterator[str]:
    """Yield the code of every finding that costs points."""
    for finding, settled in _findings(review, profile):
        verdict = review.verdict(finding)
        if finding.severity is not Severity.INFO and _counts(verdict, settled, scale):
            yield finding.code
    for finding, verdict in between:
        if finding.severity is not Severity.INFO and _counts(verdict, False, scale):
            yield finding.code


def _findings(review: Review, profile: Profile) -> Iterator[tuple[Finding, bool]]:
    """Yield the findings as they stand, and those that corrections have settled."""
    now = {finding_id(finding) for finding in review.current.findings}
    yield from ((finding, False) for finding in review.current.findings)
    for finding in review.report.findings:
        touched = any(key in review.corrections for key in finding.figures)
        shrunk = any(
            other.code == finding.code and set(other.figures) < set(finding.figures)
            for other in review.current.findings
            if other.figures
        )
        gone = touched and finding_id(finding) not in now and not shrunk
        if gone and profile.is_on(finding.code):
            yield finding, True


def _counts(verdict: Verdict | None, settled: bool, scale: Scoring) -> bool:
    decision = verdict.decision if verdict else None
    if decision == "dismissed":
        return False
    return settled or not scale.confirmed_only or decision in ("confirmed", "corrected")


def _at_fault(finding: CrossFinding, reviews: Mapping[str, Review]) -> tuple[str, ...]:
    if finding.code in _ALL_NAMED:
        return finding.paths
    if finding.code in _FIRST_NAMED:
        return finding.paths[:1]
    years = {p: reviews[p].report.identity.year or 0 for p in finding.paths if p in reviews}
    return tuple(path for path, year in years.items() if year == max(years.values()))


def _caveat(report: Report) -> str:
    if any(finding.code in _NOT_READ for finding in report.findings):
        return "有部分没有读出，未读出的不扣分，请对照原件"
    return ""
