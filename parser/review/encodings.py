"""Which encoding the auditor chose for a file, for as long as the file stays the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from parser.errors import Unreadable
from parser.intake.source import Source, content, digest
from parser.review.session import Act, Event


@dataclass(frozen=True, slots=True)
class Choice:
    """An encoding, and the digest of the bytes that it was chosen for."""

    encoding: str
    digest: str


class Encodings:
    """The choices of the log that stand, by path."""

    def __init__(self, events: Iterable[Event]) -> None:
        """Take over what the log says."""
        self._chosen: dict[str, Choice] = {}
        for event in events:
            self.take(event)

    @property
    def chosen(self) -> Mapping[str, Choice]:
        """The choices by path; whether they still hold, `holding` says."""
        return MappingProxyType(self._chosen)

    def act(self, source: Source, encoding: str | None) -> Act | None:
        """Return the act of choosing an encoding, None for the program's own.

        None where nothing would change, or where there are no bytes for the choice to belong to.
        """
        now = _digest(source)
        before = self._chosen.get(source.path)
        old = before.encoding if before and before.digest == now else None
        if not now or old == encoding:
            return None
        return Act(source.path, now, "encoding", "", old, encoding)

    def take(self, event: Event) -> None:
        """Keep what an event says, where it speaks of an encoding."""
        if event.kind == "encoding" and event.new is not None:
            self._chosen[event.path] = Choice(event.new, event.digest)
        elif event.kind == "encoding":
            self._chosen.pop(event.path, None)


def holding(chosen: Mapping[str, Choice], sources: Iterable[Source]) -> dict[str, str]:
    """Return the encodings by path of the sources whose bytes are still those chosen for."""
    return {
        source.path: choice.encoding
        for source in sources
        if (choice := chosen.get(source.path)) is not None and choice.digest == _digest(source)
    }


def _digest(source: Source) -> str:
    """Return the digest of the source's bytes, "" where it has none that can be read."""
    try:
        return digest(content(source))
    except Unreadable:
        return ""
