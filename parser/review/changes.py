"""Which files have changed, come or gone since they were read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from parser.errors import Unreadable
from parser.intake.folder import sources
from parser.intake.source import Source, content, digest

Stamp = tuple[int, int]  # when it was written, in nanoseconds, and how many bytes it has


@dataclass(frozen=True, slots=True)
class Changes:
    """Files to be read again, files to be read for the first time, paths that are gone.

    `stamps` are those of every file as they are now, by path.
    """

    changed: tuple[Source, ...] = ()
    new: tuple[Source, ...] = ()
    gone: tuple[str, ...] = ()
    stamps: Mapping[str, Stamp] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The paths of all of them."""
        return (*(s.path for s in (*self.changed, *self.new)), *self.gone)


def stamps_of(found: Iterable[Source]) -> dict[str, Stamp]:
    """Return the stamps of sources by path; files that cannot be reached have none."""
    return {source.path: stamp for source in found if (stamp := _stamp(source)) is not None}


def changes(
    paths: Sequence[Path], known: Mapping[str, str], stamps: Mapping[str, Stamp]
) -> Changes:
    """Compare what is below the paths with what was read.

    `known` are the digests of what was read by path, `stamps` the files' stamps before that. A
    file that was only touched has not changed.
    """
    changed: list[Source] = []
    new: list[Source] = []
    now: dict[str, Stamp] = {}
    found: set[str] = set()
    for source in sources(path for path in paths if path.exists()):
        found.add(source.path)
        stamp = _stamp(source)
        if stamp is not None:
            now[source.path] = stamp
        if source.path not in known:
            new.append(source)
        elif stamp != stamps.get(source.path) and _digest(source) != known[source.path]:
            changed.append(source)
    gone = tuple(path for path in known if path not in found)
    return Changes(tuple(changed), tuple(new), gone, now)


def _stamp(source: Source) -> Stamp | None:
    try:
        told = source.file.stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size


def _digest(source: Source) -> str | None:
    try:
        return digest(content(source))
    except Unreadable:
        return None
