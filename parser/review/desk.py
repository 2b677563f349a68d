"""The auditor's desk: the reports on it, what was done to them, and the log that keeps it.

The one mutable object of the engine. Each act writes one event to the session, and only then
changes the review and checks that one report again. The same content under two paths is one
review: an act on one of them shows on both, and every act returns the paths it changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from parser.across.attachment import with_attachment
from parser.across.comparison import CheckAcross, Comparison, compare
from parser.across.docket import Docket
from parser.across.likeness import Wordings
from parser.across.neighbours import is_tied, ranked
from parser.claims import read
from parser.intake.source import Source
from parser.model import CrossFinding, Number, Report
from parser.pipeline import assess
from parser.repair import Evidence, localize
from parser.review import acts
from parser.review.carried import Carried
from parser.review.carrying import Assess, Checking
from parser.review.encodings import Choice
from parser.review.entries import Entry, entries
from parser.review.joins import Pair, content_key
from parser.review.records import Records
from parser.review.review import Decision, Judgement, Review, Verdict, finding_id
from parser.review.rounds import recall
from parser.review.session import Act, Session
from parser.review.shelf import Shelf
from parser.review.snapshot import Snapshot
from parser.review.tally import Across, Tally
from parser.rules.registry import check_across
from parser.settings.profile import Profile
from parser.text.numbers import whole


def open_desk(paths: Sequence[Path], profile: Profile) -> Desk:
    """Return an empty desk for these folders or files, with their log open."""
    return Desk(Session.open(paths), profile, assess, check_across)


class Desk:
    """Reports under review, by path. Everything it hands out is frozen."""

    def __init__(
        self, session: Session, profile: Profile, assess: Assess, check_across: CheckAcross
    ) -> None:
        """Start empty. `assess` checks a report again, `check_across` looks between reports."""
        self.session = session
        self.profile = profile
        self._between = Across()
        self._assess = assess
        self._check_across = check_across
        self._compared = Comparison()
        self._wordings = Wordings()
        self._checks_anew = False
        self._reviews: dict[str, Review] = {}
        self._shelf: Shelf | None = None
        self._all_there = False
        self._records = Records(session)
        self._joins = self._records.joins

    @property
    def reviews(self) -> Mapping[str, Review]:
        """Every report on the desk, by path, in the order in which they came."""
        return MappingProxyType(self._reviews)

    @property
    def across(self) -> tuple[CrossFinding, ...]:
        """The findings between the reports, as of the last look."""
        return self._between.findings

    @across.setter
    def across(self, findings: Sequence[CrossFinding]) -> None:
        self._between = Across(findings)

    def entries(self, path: str) -> list[Entry]:
        """Return the findings of a report, those between reports included, gravest first."""
        return entries(self._reviews[path], self._between.of(path), self.verdict_across)

    def tally(self, path: str) -> Tally:
        """Count the findings of a report, those between reports included."""
        return Tally.of(self.entries(path))

    @property
    def reports(self) -> tuple[Report, ...]:
        """Every report as it stands with its corrections."""
        return tuple(review.current for review in self._reviews.values())

    def add(self, report: Report) -> Review:
        """Put a report on the desk with what the log knows of it. Its path's old one goes.

        A report and an attachment that the auditor has joined become one as soon as both are
        there, at the report's path. What was done to a file of another name that this one has
        taken the place of comes with `settle`, when it is known what there is.
        """
        if self._checks_anew:
            report = self._assess(report, self.profile)
        for other in self._joins.loosen(report.path):
            self._put(other)
        review = self._put(report)
        pair = self._joins.ready(report)
        if pair is not None and pair.report.path != pair.attachment.path:
            parts = [self._reviews.get(p.path) for p in (pair.report, pair.attachment)]
            if all(part is not None and not part.report.attached for part in parts):
                return self._unite(pair)
        return review

    def settle(self) -> tuple[str, ...]:
        """Say that every file there is has come; return the paths of reviews changed by that."""
        self._all_there = True
        changed: list[str] = []
        for path, review in list(self._reviews.items()):
            if self._records.inherits_anew(review.report, self._there):
                self._put(review.report)
                changed.append(path)
        return tuple(changed)

    def remove(self, path: str) -> None:
        """Take a report from the desk: its file is gone. What was joined with it comes back."""
        for other in self._joins.loosen(path):
            self._put(other)
        self._reviews.pop(path, None)
        self._shelf = None

    def follow(self) -> tuple[str, ...]:
        """Take over what another process has written to the log; return the paths changed."""
        touched = {digest for past in self._records.news() for digest in past.digests}
        changed = [path for path in self._reviews if touched & set(self._digests(path))]
        for review in [self._reviews[path] for path in changed]:
            for report in self._records.parts(review.report):
                self.add(report)
        return tuple(changed)

    @property
    def offers(self) -> Mapping[str, str]:
        """Attachments that belong to a report on the desk: path → the report's path."""
        there, known = self._reviews, self._compared.offers.items()
        return {a: r for a, r in known if a in there and r in there and not self.joined(r)}

    def joined(self, path: str) -> Pair | None:
        """Return the two files that stand as one at this path, None where one file does."""
        return self._joins.standing(path)

    def join(self, path: str, attachment: str, author: str | None = None) -> None:
        """Make one report of a report and its attachment; the attachment leaves the desk.

        What was corrected in either holds for the whole. KeyError for a path not on the desk.
        """
        pair = Pair(self._reviews[path].report, self._reviews[attachment].report)
        self.session.append([pair.join()], author)
        self._unite(pair)

    def split(self, path: str, author: str | None = None) -> str:
        """Take a joined report apart; return the attachment's path. KeyError if it is not one."""
        pair = self._joins.standing(path)
        if pair is None:
            raise KeyError(path)
        self.session.append([pair.split()], author)
        self._joins.fall(pair)
        for part in pair.parts:
            self._put(part)
        return pair.attachment.path

    @property
    def encodings(self) -> Mapping[str, Choice]:
        """The encodings that the auditor chose, by path, each for one content."""
        return self._records.encodings.chosen

    def choose_encoding(
        self, source: Source, encoding: str | None, author: str | None = None
    ) -> None:
        """Remember how to decode a file, None for as the program tells it; reading is to follow.

        `ReadOnlySession` where nothing can be written.
        """
        act = self._records.encodings.act(source, encoding)
        if act:
            self._records.append([act], author, self._beside)

    def use_profile(self, profile: Profile) -> tuple[str, ...]:
        """Check every report again under another profile."""
        self.profile, self._checks_anew = profile, True
        for review in list(self._reviews.values()):
            self._put(self._assess(review.report, profile))
        return tuple(self._reviews)

    def looking_across(self) -> Callable[[], Comparison]:
        """Return the checks between reports, bound to what stands now, for another thread."""
        docket, check = Docket(self.reports, self.profile, self._wordings), self._check_across
        self._wordings.keep(report.path for report in docket.reports)
        return lambda: compare(docket, check)

    def take(self, compared: Comparison) -> tuple[str, ...]:
        """Keep what a look between the reports has found; return the paths of reviews changed.

        Repairs that tie are put in the order that the years beside them speak for.
        """
        before, self._compared = self._compared.evidence, compared
        self.across = compared.findings
        self._look_across()
        changed: list[str] = []
        for path, review in self._reviews.items():
            old, new = before.get(path, Evidence()), compared.evidence.get(path, Evidence())
            current = review.current
            if old != new and (is_tied(current, old) or is_tied(current, new)):
                current = replace(current, repairs=localize(current, new, read(current)))
                self._reviews[path] = replace(review, current=current)
                changed.append(path)
        return tuple(changed)

    def correct(
        self,
        path: str,
        values: Mapping[str, Number | None],
        reason: str,
        author: str | None = None,
    ) -> tuple[str, ...]:
        """Set figures in one transaction, an event each; return the paths changed.

        None is for rightly blank. A value that already stands writes nothing; the parsed value of
        a plain number is restored.
        KeyError for a path not on the desk or a key that the report's form does not know;
        `ReadOnlySession` where nothing can be written.
        """
        review = self._reviews[path]
        done = [
            act
            for key, value in values.items()
            for act in acts.correcting(review, key, whole(value), reason)
        ]
        return self._do(done, author)

    def restore(self, path: str, key: str, author: str | None = None) -> tuple[str, ...]:
        """Give a figure its parsed value back; return the paths changed."""
        return self._do(acts.restoring(self._reviews[path], key), author)

    def judge(
        self,
        path: str,
        finding: str,
        decision: Decision | None,
        note: str = "",
        author: str | None = None,
    ) -> tuple[str, ...]:
        """Say what the finding with that id is, None takes it back; return the paths changed."""
        return self._do(acts.judging(self._reviews[path], finding, decision, note), author)

    def judge_across(
        self,
        finding: CrossFinding,
        decision: Decision | None,
        note: str = "",
        author: str | None = None,
    ) -> None:
        """Say what a finding between reports is; it belongs to the first of them."""
        one = Judgement(finding.paths[0], finding_id(finding), decision, note)
        self._do(self._judging(one, finding), author, finding.paths)

    def judge_all(
        self, judgements: Sequence[Judgement], author: str | None = None
    ) -> tuple[str, ...]:
        """Judge findings of many reports, and between them, in one transaction.

        What stands already writes nothing. Returns the paths whose findings were judged. KeyError
        for a path not on the desk; `ReadOnlySession` where nothing can be written.
        """
        between = {finding_id(finding): finding for finding in self.across}
        done: list[Act] = []
        named: dict[str, None] = {}
        for one in judgements:
            across = between.get(one.finding)
            found = self._judging(one, across)
            done += found
            named |= dict.fromkeys(across.paths if across and found else ())
        return self._do(done, author, named)

    def verdict_across(self, finding: CrossFinding) -> Verdict | None:
        """Return what was decided on a finding between reports."""
        return self._records.across.get(finding)

    def again_across(self, finding: CrossFinding) -> Carried | None:
        """Return what was decided on a finding between reports before it changed."""
        return self._records.across.again(finding)

    def decide(
        self, path: str, number: int, decision: str | None, author: str | None = None
    ) -> tuple[str, ...]:
        """Say of an act on an earlier version that it is "dropped", None that this is open again.

        Accepting it is to do it again: to judge, to correct or to mark.
        """
        old = self._records.ledger.decided.get(number)
        if old == decision:
            return ()
        act = acts.act_on(self._reviews[path], "carry", str(number), old, decision, "")
        changed = self._do([act], author, [path])
        self._look_across()
        return changed

    def mark_reviewed(
        self, path: str, reviewed: bool = True, author: str | None = None
    ) -> tuple[str, ...]:
        """Say that the auditor is done with a report, or is not; return the paths changed."""
        return self._do(acts.marking(self._reviews[path], reviewed), author)

    def choose_body(self, path: str, copy: int, author: str | None = None) -> tuple[str, ...]:
        """Let another copy of the body count, by its index; return the paths changed.

        Corrections stay with the copy that they were made for. KeyError for a path that is not on
        the desk or a copy that the file does not hold.
        """
        return self._do(acts.counting(self._reviews[path], copy), author)

    def snapshot(self) -> Snapshot:
        """Return everything on the desk as it stands now, with all that was ever done to it."""
        known = {digest for path in self._reviews for digest in self._digests(path)}
        return Snapshot(
            MappingProxyType(dict(self._reviews)),
            self.across,
            self._records.across.standing,
            self.profile,
            self.session.author,
            self.session.notices,
            tuple(event for event in self.session.events() if event.digest in known),
            {path: pair for path in self._reviews if (pair := self._joins.standing(path))},
            recall(self.session.place).remarks,
        )

    def _judging(self, one: Judgement, across: CrossFinding | None) -> list[Act]:
        review = self._reviews[across.paths[0] if across else one.path]
        if across is None:
            return acts.judging(review, one.finding, one.decision, one.note)
        there = {p: self._reviews[p].current for p in across.paths if p in self._reviews}
        return acts.judging_across(review, across, there, self.verdict_across(across), one)

    def _do(
        self, done: Sequence[Act], author: str | None, named: Iterable[str] = ()
    ) -> tuple[str, ...]:
        """Write the acts, and work out anew what is theirs; `named` are concerned besides."""
        if not done:
            return ()
        pasts = self._records.append(done, author, self._beside)
        digests = {past.event.digest for past in pasts if not past.is_between}
        same = [p for p, r in self._reviews.items() if content_key(r.report) in digests]
        for path in same:
            self._put(self._reviews[path].report)
        return tuple(dict.fromkeys((*named, *same)))

    def _beside(self, path: str) -> list[str]:
        return self._here.beside(self._reviews[path].report) if path in self._reviews else []

    def _put(self, report: Report) -> Review:
        """Work a report's review out from the log and put it in its place."""
        before = self._reviews.get(report.path)
        counts = self._records.counts(report)
        if counts != report.counts:
            report = self._assess(replace(report, counts=counts), self.profile)
        check = Checking(self._assess, self.profile, report, before)
        review = self._records.review(report, self._there, check)
        found = self._compared.evidence.get(report.path)
        review = replace(review, current=ranked(review.current, found))
        self._reviews[report.path] = review
        if before is None or content_key(before.report) != content_key(report):
            self._shelf = None
        return review

    def _unite(self, pair: Pair) -> Review:
        whole = self._assess(with_attachment(pair.report, pair.attachment), self.profile)
        self._joins.stand(pair)
        del self._reviews[pair.attachment.path]
        self._shelf = None
        return self._put(whole)

    @property
    def _there(self) -> Shelf | None:
        return self._here if self._all_there else None

    @property
    def _here(self) -> Shelf:
        if self._shelf is None:
            reports = [review.report for review in self._reviews.values()]
            self._shelf = Shelf(reports, (d for path in self._reviews for d in self._digests(path)))
        return self._shelf

    def _digests(self, path: str) -> tuple[str, ...]:
        return self._records.contents(self._reviews[path].report)

    def _look_across(self) -> None:
        reports = {path: review.current for path, review in self._reviews.items()}
        self._records.across.look(self.across, reports, self._records.ledger.decided)
