"""What one verdict of the log does to those before it."""

from __future__ import annotations

from parser.review.review import Verdict, decision_of
from parser.review.session import Event


def judge(verdicts: dict[str, Verdict], event: Event, figures: tuple[str, ...]) -> None:
    """Put the verdict of an event among the others, or take it away.

    A note stands without a decision too.
    """
    verdicts.pop(event.target, None)
    decision = decision_of(event.new)
    if decision is not None or event.reason:
        verdicts[event.target] = Verdict(
            event.target, decision, event.reason, event.who, event.when, figures
        )
