"""The same unit's report on the year before, and what has become of a figure since."""

from __future__ import annotations

from collections.abc import Mapping

from parser.model import Number
from parser.review.review import Review


def last_year(reviews: Mapping[str, Review], review: Review) -> Review | None:
    """Return the review of the unit's report on the year before, None where there is none.

    Of several the first by path: which of them counts X104 has the auditor decide.
    """
    own = review.current.identity
    if own.year is None or not own.unit:
        return None
    found = [
        other
        for other in reviews.values()
        if other.current.identity.unit == own.unit
        and other.current.identity.year == own.year - 1
        and other.current.body is not None
    ]
    return min(found, key=lambda other: other.path, default=None)


def value_of(review: Review | None, key: str) -> Number | None:
    """Return a figure's value with its corrections, None where it has none."""
    figure = review.current.figures.get(key) if review else None
    return figure.value if figure else None


def difference(now: Number | None, before: Number | None) -> str:
    """Return how much a figure has grown, with its sign; "" where either is not known."""
    if now is None or before is None:
        return ""
    grown = now - before
    return f"+{grown}" if grown > 0 else str(grown).replace("-", "−") if grown else "0"
