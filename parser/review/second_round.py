"""The second round (整改复核): corrected reports held against the reviewed ones.

Everything here is frozen and worked out from the reviews and the new reports; what is remembered
of it between sessions is in `rounds.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from parser.across.docket import Docket
from parser.model import CrossFinding, Report, Severity
from parser.review.followed import (
    Added,
    Followed,
    Meeting,
    Outcome,
    asked_findings,
    followed_across,
)
from parser.review.pairing import Pairing, pair
from parser.review.review import Review, Verdict
from parser.review.unasked import Unasked, unasked
from parser.settings.profile import Profile

CheckAcross = Callable[[Docket], Iterable[CrossFinding]]


class Standing(StrEnum):
    """How a unit stands after the second round."""

    DONE = "done"
    PARTLY = "partly"
    OPEN = "open"
    ADDED = "added"
    UNCLEAR = "unclear"
    NOTHING = "nothing"
    ABSENT = "absent"

    @property
    def label(self) -> str:
        """What auditors call it."""
        return _LABELS[self]


_LABELS = {
    Standing.DONE: "已整改",
    Standing.PARTLY: "部分整改",
    Standing.OPEN: "未整改",
    Standing.ADDED: "新增问题",
    Standing.UNCLEAR: "无法判断",
    Standing.NOTHING: "无需整改",
    Standing.ABSENT: "未交",
}


@dataclass(frozen=True)
class Return:
    """One report and the corrected one that came back; `new` is None where none has come."""

    path: str
    standing: Standing
    followed: tuple[Followed, ...] = ()
    added: tuple[Added, ...] = ()
    figures: tuple[Unasked, ...] = ()
    sentences: tuple[Unasked, ...] = ()
    new: Report | None = None

    @property
    def counts(self) -> Counter[Outcome]:
        """How many findings came to which end."""
        return Counter(one.outcome for one in self.followed)

    @property
    def summary(self) -> str:
        """The state in a few words: 部分整改（已 2，部分 1，未 1）·新增 1."""
        said = self.standing.label
        counts = self.counts
        if len([n for n in counts.values() if n]) > 1:
            parts = [
                f"{name} {counts[outcome]}"
                for outcome, name in (
                    (Outcome.SETTLED, "已"),
                    (Outcome.PARTLY, "部分"),
                    (Outcome.OPEN, "未"),
                    (Outcome.UNCLEAR, "不明"),
                )
                if counts[outcome]
            ]
            said += f"（{'，'.join(parts)}）"
        faults = sum(_grave(one) for one in self.added)
        if faults:
            said += f" · 新增 {faults}"
        return said

    def outcome(self, finding: str) -> Outcome | None:
        """Return what became of the finding with that id, None where nothing was asked."""
        return next((one.outcome for one in self.followed if one.id == finding), None)


@dataclass(frozen=True)
class Told:
    """What a letter to the unit says of the second round, sentence by sentence."""

    state: str
    settled: tuple[str, ...] = ()
    partly: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    unasked: tuple[str, ...] = ()


@dataclass(frozen=True)
class SecondRound:
    """Every report that something was asked of or that came back, by its path."""

    returns: Mapping[str, Return] = field(default_factory=dict[str, Return])
    pairing: Pairing = field(default_factory=Pairing)

    def standing(self, path: str) -> Standing | None:
        """Return how the unit of a report stands; None where there is no second round."""
        found = self.returns.get(path)
        return found.standing if found else None


def second_round(
    reviews: Mapping[str, Review],
    new: Sequence[Report],
    profile: Profile,
    choices: Mapping[str, str] | None = None,
    across: Sequence[CrossFinding] = (),
    verdict_across: Callable[[CrossFinding], Verdict | None] = lambda _: None,
    check_across: CheckAcross = lambda _: (),
    before: SecondRound | None = None,
    changed: Collection[str] = (),
) -> SecondRound:
    """Hold corrected reports against the reviewed ones.

    `across` are the findings between the reviewed reports; where one was confirmed, the checks
    between reports run again with the corrected reports in the places of the old ones. Of `before`
    everything is taken over that its reports say again, but for the reviews that `changed`.
    """
    known = {report.path: report for report in new}
    pairing = pair([review.report for review in reviews.values()], new, choices)
    asked = [f for f in across if (v := verdict_across(f)) and v.decision == "confirmed"]
    between: Mapping[str, list[Followed]] = {}
    if asked:
        between = _between(reviews, known, pairing, profile, asked, check_across)
    returns: dict[str, Return] = {}
    for path, review in reviews.items():
        corrected = known.get(pairing.pairs.get(path, ""))
        if corrected is None:
            # One report that came back answers for all that a finding names.
            named = any(
                path in finding.paths and not any(other in pairing.pairs for other in finding.paths)
                for finding in asked
            )
            absent = named or bool(review.corrections) or any(True for _ in asked_findings(review))
            if absent:
                returns[path] = Return(path, Standing.ABSENT)
            continue
        same = before.returns.get(path) if before and path not in changed else None
        if same is not None and same.new is corrected:
            returns[path] = same
        else:
            returns[path] = compare_versions(review, corrected, between.get(path, ()))
    return SecondRound(returns, pairing)


def compare_versions(review: Review, new: Report, between: Sequence[Followed] = ()) -> Return:
    """Hold one corrected report against the reviewed one.

    `between` is what became of the findings between reports that name it.
    """
    meeting = Meeting(review, new)
    followed = (*meeting.followed, *between)
    changes = unasked(
        review.report, new, list(asked_findings(review)), frozenset(review.corrections)
    )
    standing = _standing(review, new, followed, meeting.added)
    return Return(
        review.path, standing, followed, meeting.added, changes.figures, changes.sentences, new
    )


def told(one: Return) -> Told:
    """Return what there is to tell the unit, in the order of the findings."""

    def of(outcome: Outcome) -> tuple[str, ...]:
        return tuple(
            f.message + (f"（{f.remark}）" if f.remark else "")
            for f in one.followed
            if f.outcome is outcome
        )

    return Told(
        one.summary,
        of(Outcome.SETTLED),
        of(Outcome.PARTLY),
        of(Outcome.OPEN),
        of(Outcome.UNCLEAR),
        tuple(added.finding.message for added in one.added if _grave(added)),
        tuple(change.sentence for change in (*one.figures, *one.sentences)),
    )


def _between(
    reviews: Mapping[str, Review],
    known: Mapping[str, Report],
    pairing: Pairing,
    profile: Profile,
    asked: Sequence[CrossFinding],
    check_across: CheckAcross,
) -> dict[str, list[Followed]]:
    came = {path: replace(known[n], path=path) for path, n in pairing.pairs.items() if n in known}
    reports = [came.get(path, review.current) for path, review in reviews.items()]
    concerned = [finding for finding in asked if any(path in came for path in finding.paths)]
    return followed_across(concerned, list(check_across(Docket(reports, profile))), came)


def _standing(
    review: Review, new: Report, followed: Sequence[Followed], added: Sequence[Added]
) -> Standing:
    faults = any(_grave(one) for one in added)
    if new.status != "ok":
        return Standing.UNCLEAR
    ends = {one.outcome for one in followed}
    if not ends:
        return Standing.ADDED if faults else Standing.NOTHING
    if ends == {Outcome.SETTLED}:
        return Standing.ADDED if faults else Standing.DONE
    if ends == {Outcome.OPEN} or ends == {Outcome.OPEN, Outcome.UNCLEAR}:
        return Standing.OPEN
    if ends <= {Outcome.UNCLEAR, Outcome.SETTLED}:
        return Standing.UNCLEAR
    return Standing.PARTLY


def _grave(one: Added) -> bool:
    return one.finding.severity is not Severity.INFO
