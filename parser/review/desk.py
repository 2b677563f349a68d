"""The auditor's desk: the reports on it, what was done to them, and the log that keeps it.

The one mutable object of the engine. Each act writes one event to the session, and only then
changes the review and checks that one report again. The same content under two paths is one
review: an act on one of them shows on both, and every act returns the paths it changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
from parser.model import CrossFinding, Number, Report, family_of
from parser.pipeline import assess
from parser.repair import Evidence, localize
from parser.review.acts import act_on, correcting, counting
from parser.review.encodings import Choice, Encodings
from parser.review.entries import Entry, entries
from parser.review.joins import Joins, Pair, content_key
from parser.review.replay import apply, judge
from parser.review.review import Decision, Judgement, Review, Verdict, corrected, finding_id
from parser.review.rounds import recall
from parser.review.session import Act, Event, Session, to_text
from parser.review.snapshot import Snapshot
from parser.review.tally import Across, Tally
from parser.rules.registry import check_across
from parser.settings.profile import Profile
from parser.text.numbers import whole

Assess = Callable[[Report, Profile], Report]


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
        self._across_verdicts: dict[str, Verdict] = {}
        events = session.events()
        self._joins = Joins(events)
        self._encodings = Encodings(events)
        for event in events:
            if event.kind == "judge" and family_of(event.target) == "X":
                judge(self._across_verdicts, event, ())

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
        there, at the report's path.
        """
        for other in self._joins.loosen(report.path):
            self._put(other)
        review = self._put(report)
        pair = self._joins.ready(report)
        if pair is not None and pair.report.path != pair.attachment.path:
            parts = [self._reviews.get(p.path) for p in (pair.report, pair.attachment)]
            if all(part is not None and not part.report.attached for part in parts):
                return self._unite(pair)
        return review

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
        for part in (pair.report, pair.attachment):
            self._put(part)
        return pair.attachment.path

    @property
    def encodings(self) -> Mapping[str, Choice]:
        """The encodings that the auditor chose, by path, each for one content."""
        return self._encodings.chosen

    def choose_encoding(
        self, source: Source, encoding: str | None, author: str | None = None
    ) -> None:
        """Remember how to decode a file, None for as the program tells it; reading is to follow.

        `ReadOnlySession` where nothing can be written.
        """
        act = self._encodings.act(source, encoding)
        for event in self.session.append([act], author) if act else ():
            self._encodings.take(event)

    def use_profile(self, profile: Profile) -> tuple[str, ...]:
        """Check every report again under another profile."""
        self.profile, self._checks_anew = profile, True
        for path, review in self._reviews.items():
            review = replace(review, report=self._assess(review.report, profile))
            self._reviews[path] = self._recheck(review)
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
        acts = [
            act
            for key, value in values.items()
            if (act := correcting(review, key, whole(value), reason)) is not None
        ]
        return self._do(acts, author)

    def restore(self, path: str, key: str, author: str | None = None) -> tuple[str, ...]:
        """Give a figure its parsed value back; return the paths changed."""
        review = self._reviews[path]
        there = review.corrections.get(key)
        if there is None:
            return ()
        act = act_on(review, "restore", key, to_text(there.value), to_text(there.before), "")
        return self._do([act], author)

    def judge(
        self,
        path: str,
        finding: str,
        decision: Decision | None,
        note: str = "",
        author: str | None = None,
    ) -> tuple[str, ...]:
        """Say what the finding with that id is, None takes it back; return the paths changed."""
        review = self._reviews[path]
        old = review.verdicts.get(finding)
        before = old.decision if old else None
        if before == decision and (old.note if old else "") == note:
            return ()
        return self._do([act_on(review, "judge", finding, before, decision, note)], author)

    def judge_across(
        self,
        finding: CrossFinding,
        decision: Decision | None,
        note: str = "",
        author: str | None = None,
    ) -> None:
        """Say what a finding between reports is; it belongs to the first of them."""
        review = self._reviews[finding.paths[0]]
        old = self.verdict_across(finding)
        before = old.decision if old else None
        act = act_on(review, "judge", finding_id(finding), before, decision, note)
        for event in self.session.append([act], author):
            judge(self._across_verdicts, event, finding.figures)

    def verdict_across(self, finding: CrossFinding) -> Verdict | None:
        """Return what was decided on a finding between reports."""
        return self._across_verdicts.get(finding_id(finding)) if self._across_verdicts else None

    def judge_all(
        self, judgements: Sequence[Judgement], author: str | None = None
    ) -> tuple[str, ...]:
        """Judge findings of many reports, and between them, in one transaction.

        What stands already writes nothing. Returns the paths whose findings were judged. KeyError
        for a path not on the desk; `ReadOnlySession` where nothing can be written.
        """
        between = {finding_id(finding): finding for finding in self.across}
        acts: list[Act] = []
        for one in judgements:
            across = between.get(one.finding)
            review = self._reviews[across.paths[0] if across else one.path]
            old = (self._across_verdicts if across else review.verdicts).get(one.finding)
            before = (old.decision, old.note) if old else (None, "")
            if before != (one.decision, one.note):
                acts.append(act_on(review, "judge", one.finding, before[0], one.decision, one.note))
        return self._do(acts, author, between) if acts else ()

    def mark_reviewed(
        self, path: str, reviewed: bool = True, author: str | None = None
    ) -> tuple[str, ...]:
        """Say that the auditor is done with a report, or is not; return the paths changed."""
        review = self._reviews[path]
        if review.reviewed == reviewed:
            return ()
        old, new = ("1" if review.reviewed else None), ("1" if reviewed else None)
        return self._do([act_on(review, "mark", "", old, new, "")], author)

    def choose_body(self, path: str, copy: int, author: str | None = None) -> tuple[str, ...]:
        """Let another copy of the body count, by its index; return the paths changed.

        Corrections stay with the copy that they were made for. KeyError for a path that is not on
        the desk or a copy that the file does not hold.
        """
        review = self._reviews[path]
        act = counting(review, copy)
        return self._do([act] if act else [], author)

    def snapshot(self) -> Snapshot:
        """Return everything on the desk as it stands now, with all that was ever done to it."""
        known = {digest for path in self._reviews for digest in self._digests(path)}
        return Snapshot(
            MappingProxyType(dict(self._reviews)),
            self.across,
            MappingProxyType(dict(self._across_verdicts)),
            self.profile,
            self.session.author,
            self.session.notices,
            tuple(event for event in self.session.events() if event.digest in known),
            {path: pair for path in self._reviews if (pair := self._joins.standing(path))},
            recall(self.session.place).remarks,
        )

    def _do(
        self,
        acts: Sequence[Act],
        author: str | None,
        between: Mapping[str, CrossFinding] | None = None,
    ) -> tuple[str, ...]:
        """Write the acts, and do to each review what is its own; `between` are judged apart."""
        if not acts:
            return ()
        own: dict[str, list[Event]] = {}
        changed: dict[str, None] = {}
        for event in self.session.append(acts, author):
            across = (between or {}).get(event.target)
            if across is None:
                own.setdefault(event.digest, []).append(event)
            else:
                judge(self._across_verdicts, event, across.figures)
                changed |= dict.fromkeys(across.paths)
        for path, review in self._reviews.items():
            after = review
            for event in own.get(content_key(review.report), ()):
                after = apply(after, event)
            if after is not review:
                moved = after.corrections != review.corrections
                moved = moved or after.report.counts != review.report.counts
                self._reviews[path] = self._recheck(after) if moved else after
                changed[path] = None
        return tuple(changed)

    def _put(self, report: Report) -> Review:
        report = self._assess(report, self.profile) if self._checks_anew else report
        review = self._recheck(self._replay(Review(report, report)))
        self._reviews[report.path] = review
        return review

    def _unite(self, pair: Pair) -> Review:
        whole = self._assess(with_attachment(pair.report, pair.attachment), self.profile)
        self._joins.stand(pair)
        del self._reviews[pair.attachment.path]
        return self._put(whole)

    def _digests(self, path: str) -> tuple[str, ...]:
        """Return what the events of a report are kept under; of a joined one, of its parts too."""
        pair = self._joins.standing(path)
        parts = (content_key(pair.report), content_key(pair.attachment)) if pair else ()
        return (content_key(self._reviews[path].report), *parts)

    def _replay(self, review: Review) -> Review:
        report = review.report
        events = self.session.events(digest=content_key(report))
        pair = self._joins.standing(report.path) if report.attached else None
        before = [
            event
            for part in ((pair.report, pair.attachment) if pair else ())
            for event in self.session.events(digest=content_key(part))
            if event.kind != "mark"
        ]
        for event in sorted((*before, *events), key=lambda event: event.number):
            review = apply(review, event)
        return replace(review, notice=self._notice(report, events))

    def _notice(self, report: Report, events: Sequence[Event]) -> str:
        done = [event for event in events if event.kind != "encoding"]
        if done:
            before = done[-1].path
            return f"文件原名 {before}，审核记录已按内容找回。" if before != report.path else ""
        own = content_key(report)
        older = [e for e in self.session.events(path=report.path) if e.digest != own]
        if not older or not report.digest or report.attached:
            return ""
        return (
            f"文件在上次审核（{older[-1].when.astimezone():%Y-%m-%d %H:%M}）之后有改动："
            f"此前的 {len(older)} 条记录属于旧版本，没有套用到现在的内容上。"
        )

    def _recheck(self, review: Review) -> Review:
        if review.report.counts != review.current.counts:
            review = replace(review, report=self._assess(review.report, self.profile))
        current = review.report
        if review.corrections:
            current = self._assess(corrected(current, review.corrections), self.profile)
        found = self._compared.evidence.get(review.path)
        return replace(review, current=ranked(current, found))
