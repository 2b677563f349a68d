"""Going back in the log: the last act of one's own, or everything since some event.

Nothing is taken out of the log. What stood before is worked out from it, and written anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from parser.review.desk import Desk
from parser.review.joins import content_key
from parser.review.session import Event

# What an act is about: the content of a file, "figure", "judge" or "mark", and the target.
Thing = tuple[str, str, str]
_FAMILIES = {"correct": "figure", "restore": "figure", "judge": "judge", "mark": "mark"}


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of a thing: a figure's value, a decision or None, "1"; with its reason."""

    value: str | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reversal:
    """A thing of a report that is to stand again as it did `then`; None for as it was parsed."""

    path: str
    family: str
    target: str
    now: Standing | None
    then: Standing | None

    @property
    def undone(self) -> Reversal:
        """The reversal of the reversal."""
        return Reversal(self.path, self.family, self.target, self.then, self.now)


@dataclass
class _Group:
    """The acts of one transaction that nothing has taken back yet, each before and after."""

    events: list[Event]
    left: dict[Thing, tuple[Standing | None, Standing | None]] = field(
        default_factory=dict[Thing, tuple["Standing | None", "Standing | None"]]
    )


def last_own(desk: Desk, who: str) -> tuple[tuple[Event, ...], tuple[Reversal, ...]]:
    """Return the last act of this person that is not taken back, and what takes it back.

    Only reports on the desk count. What another person has changed since is left alone; both are
    empty where there is nothing to take back.
    """
    paths = _paths(desk)
    standing: dict[Thing, Standing | None] = {}
    groups: list[_Group] = []
    for event in desk.session.events():
        thing = _thing(event)
        if thing is None or event.digest not in paths:
            continue
        before, after = standing.get(thing), _standing(event)
        standing[thing] = after
        if event.who == who:
            _take(groups, event, thing, before, after)
    while groups:
        group = groups.pop()
        back = tuple(
            Reversal(paths[thing[0]], *thing[1:], after, before)
            for thing, (before, after) in group.left.items()
            if standing[thing] == after and before != after
        )
        if back:
            return tuple(group.events), back
    return (), ()


def walked_back(desk: Desk, number: int) -> tuple[Reversal, ...]:
    """Return what would make the reports on the desk stand as they did after that event."""
    paths = _paths(desk)
    now: dict[Thing, Standing | None] = {}
    then: dict[Thing, Standing | None] = {}
    for event in desk.session.events():
        thing = _thing(event)
        if thing is None or event.digest not in paths:
            continue
        now[thing] = _standing(event)
        if event.number <= number:
            then[thing] = now[thing]
    return tuple(
        Reversal(paths[thing[0]], *thing[1:], stands, then.get(thing))
        for thing, stands in now.items()
        if stands != then.get(thing)
    )


def _take(
    groups: list[_Group],
    event: Event,
    thing: Thing,
    before: Standing | None,
    after: Standing | None,
) -> None:
    """Count the event as an act, or as what takes the last act back."""
    top = groups[-1] if groups else None
    if top is not None and top.events[-1].when == event.when:
        first = top.left.get(thing, (before, after))[0]
        top.left[thing] = (first, after)
        top.events.append(event)
        return
    if top is not None and top.left.get(thing) == (after, before):
        del top.left[thing]
        if not top.left:
            groups.pop()
        return
    groups.append(_Group([event], {thing: (before, after)}))


def _thing(event: Event) -> Thing | None:
    family = _FAMILIES.get(event.kind)
    return (event.digest, family, event.target) if family else None


def _standing(event: Event) -> Standing | None:
    """Return what stands after the event, None for as it was parsed."""
    if event.kind == "restore" or (event.kind != "correct" and not event.new and not event.reason):
        return None
    return Standing(event.new, event.reason)


def _paths(desk: Desk) -> dict[str, str]:
    """Return the path on the desk of each content; a part of a joined report is at the whole's."""
    found: dict[str, str] = {}
    for path, review in desk.reviews.items():
        pair = desk.joined(path)
        for part in (pair.attachment, pair.report) if pair else ():
            found.setdefault(content_key(part), path)
        found.setdefault(content_key(review.report), path)
    return found


def in_order(reversals: Iterable[Reversal]) -> Sequence[Reversal]:
    """Return the reversals with figures first: what is judged may hang on them."""
    order = {"figure": 0, "judge": 1, "mark": 2}
    return sorted(reversals, key=lambda reversal: order[reversal.family])
