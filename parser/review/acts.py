"""The acts of the auditor on a report, as the log is to keep them."""

from __future__ import annotations

from collections.abc import Mapping

from parser.model import CrossFinding, Number, Reading, Report
from parser.official.form import form_of
from parser.review.about import About, of_cross_finding, of_figure, of_finding, of_report
from parser.review.joins import content_key
from parser.review.review import Judgement, Review, Verdict, finding_id
from parser.review.session import Act, Kind, to_text


def correcting(review: Review, key: str, new: Number | None, reason: str) -> list[Act]:
    """Return what it takes to set a figure; nothing where the value already stands.

    The parsed value of a plain number is restored. KeyError for a key that the report's form does
    not know.
    """
    form = review.report.form
    if form is None or form_of(form).find(key) is None:
        raise KeyError(key)
    parsed, now = review.report.figures.get(key), review.current.figures.get(key)
    old = now.value if now else None
    plain = parsed is None or parsed.reading in (Reading.NUMBER, Reading.BLANK)
    there = review.corrections.get(key)
    if new == old and (plain if there is None else there.reason == reason):
        return resolving(review, "correct", key, "kept") if there is None else []
    is_parsed = parsed is not None and parsed.reading is Reading.NUMBER and parsed.value == new
    kind: Kind = "restore" if is_parsed else "correct"
    about = of_figure(review.report, key)
    act = act_on(review, kind, key, to_text(old), to_text(new), reason, about)
    return [act, *resolving(review, "correct", key, "kept")]


def restoring(review: Review, key: str) -> list[Act]:
    """Return what it takes to give a figure its parsed value back."""
    there = review.corrections.get(key)
    if there is None:
        return []
    about = of_figure(review.report, key)
    old, new = to_text(there.value), to_text(there.before)
    act = act_on(review, "restore", key, old, new, "", about)
    return [act, *resolving(review, "correct", key, None)]


def judging(review: Review, finding: str, decision: str | None, note: str) -> list[Act]:
    """Return what it takes to say what a finding is; nothing where that was said already."""
    old = review.verdicts.get(finding)
    before = old.decision if old else None
    becomes = "kept" if decision is not None or note else None
    again = resolving(review, "judge", finding, becomes)
    if before == decision and (old.note if old else "") == note:
        return again if becomes else []
    about = _of_named(review, finding)
    return [act_on(review, "judge", finding, before, decision, note, about), *again]


def judging_across(
    review: Review,
    finding: CrossFinding,
    there: Mapping[str, Report],
    old: Verdict | None,
    new: Judgement,
) -> list[Act]:
    """Return what it takes to say what a finding between the reports `there` is."""
    before = (old.decision, old.note) if old else (None, "")
    if before == (new.decision, new.note):
        return []
    about = of_cross_finding(there, finding)
    return [act_on(review, "judge", new.finding, before[0], new.decision, new.note, about)]


def marking(review: Review, reviewed: bool) -> list[Act]:
    """Return what it takes to mark a report as reviewed, or not."""
    becomes = "kept" if reviewed else None
    if review.reviewed == reviewed:
        return []
    old, new = ("1" if review.reviewed else None), ("1" if reviewed else None)
    act = act_on(review, "mark", "", old, new, "", of_report(review.report))
    return [act, *resolving(review, "mark", "", becomes)]


def counting(review: Review, copy: int) -> list[Act]:
    """Return what it takes to let another copy of the body count; nothing where it does already.

    KeyError for a copy that the file does not hold.
    """
    if not 0 <= copy < len(review.report.bodies):
        raise KeyError(copy)
    now = review.report.counts
    return [act_on(review, "body", "", str(now), str(copy), "")] if copy != now else []


def resolving(review: Review, kind: str, target: str, becomes: str | None) -> list[Act]:
    """Return what it takes to decide on the acts on earlier versions that speak of a target.

    With `becomes` None what was decided on them is open again.
    """
    open_to = ("changed", "dropped") if becomes else ("accepted", "dropped")
    return [
        act_on(review, "carry", str(item.number), None, becomes, "")
        for item in review.carried
        if item.kind == kind and item.target == target and item.fate in open_to
    ]


def act_on(
    review: Review,
    kind: Kind,
    target: str,
    old: str | None,
    new: str | None,
    reason: str,
    about: About | None = None,
) -> Act:
    """Return an act on a report."""
    report = review.report
    about = about or About(report.identity.unit, report.identity.year)
    return Act(report.path, content_key(report), kind, target, old, new, reason, about.text)


def _of_named(review: Review, finding: str) -> About | None:
    for report in (review.current, review.report):
        for there in report.findings:
            if finding_id(there) == finding:
                return of_finding(report, there)
    return None
