"""Acts of the auditor made ready for the log."""

from __future__ import annotations

from parser.model import Number, Reading
from parser.official.form import form_of
from parser.review.joins import content_key
from parser.review.review import Review
from parser.review.session import Act, Kind, to_text


def correcting(review: Review, key: str, new: Number | None, reason: str) -> Act | None:
    """Return the act of setting a figure, None where it would change nothing.

    The parsed value of a plain number is restored. KeyError for a key that the form does not know.
    """
    form = review.report.form
    if form is None or form_of(form).find(key) is None:
        raise KeyError(key)
    parsed, now = review.report.figures.get(key), review.current.figures.get(key)
    old = now.value if now else None
    plain = parsed is None or parsed.reading in (Reading.NUMBER, Reading.BLANK)
    there = review.corrections.get(key)
    if new == old and (plain if there is None else there.reason == reason):
        return None
    is_parsed = parsed is not None and parsed.reading is Reading.NUMBER and parsed.value == new
    return act_on(
        review, "restore" if is_parsed else "correct", key, to_text(old), to_text(new), reason
    )


def act_on(
    review: Review, kind: Kind, target: str, old: str | None, new: str | None, reason: str
) -> Act:
    """Return an act on the content of a report."""
    report = review.report
    return Act(report.path, content_key(report), kind, target, old, new, reason)


def counting(review: Review, copy: int) -> Act | None:
    """Return the act of letting another copy of the body count, None where it counts already.

    KeyError for a copy that the file does not hold.
    """
    if not 0 <= copy < len(review.report.bodies):
        raise KeyError(copy)
    now = review.report.counts
    return act_on(review, "body", "", str(now), str(copy), "") if copy != now else None
