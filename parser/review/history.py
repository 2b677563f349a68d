"""What was done to reports, as the log tells it."""

from __future__ import annotations

from collections.abc import Iterable

from parser.review.desk import Desk
from parser.review.joins import content_key
from parser.review.session import Event


def history_of(desk: Desk, paths: Iterable[str]) -> tuple[Event, ...]:
    """Return the events of these reports, first to last, whatever the files were called then.

    What was done to the parts of a joined report is among them. Paths not on the desk have none.
    """
    keys: dict[str, None] = {}
    for path in paths:
        pair = desk.joined(path)
        parts = [pair.report, pair.attachment] if pair else []
        if path in desk.reviews:
            parts.append(desk.reviews[path].report)
        keys |= dict.fromkeys(map(content_key, parts))
    found = [event for key in keys for event in desk.session.events(digest=key)]
    return tuple(sorted(found, key=lambda event: event.number))
