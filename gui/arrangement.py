"""How the list of reports is arranged and where each folder was left, from one day to the next."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from PySide6.QtCore import QSettings

_LIST = "report_list"
_PLACES = "places"
_MOST_PLACES = 60


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Columns by name in their order from the left; widths in pixels; what is sorted by.

    `columns` empty: as the program has them. `sort` empty: by path.
    """

    columns: tuple[str, ...] = ()
    widths: Mapping[str, int] | None = None
    sort: str = ""
    descending: bool = False
    grouping: str = ""


def arrangement(known: Iterable[str]) -> Arrangement:
    """Read the arrangement; columns that are not `known` are passed over."""
    store, names = QSettings(), set(known)
    columns = [name for name in _words(store.value(f"{_LIST}/columns")) if name in names]
    widths: dict[str, int] = {}
    for word in _words(store.value(f"{_LIST}/widths")):
        name, _, width = word.partition(":")
        if name in names and width.isdigit():
            widths[name] = int(width)
    sort = str(store.value(f"{_LIST}/sort") or "")
    grouping = str(store.value(f"{_LIST}/grouping") or "")
    descending = str(store.value(f"{_LIST}/descending")) == "true"
    return Arrangement(
        tuple(dict.fromkeys(columns)), widths, sort if sort in names else "", descending, grouping
    )


def keep_arrangement(arranged: Arrangement) -> None:
    """Write the arrangement down."""
    store = QSettings()
    store.setValue(f"{_LIST}/columns", " ".join(arranged.columns))
    widths = (arranged.widths or {}).items()
    store.setValue(f"{_LIST}/widths", " ".join(f"{name}:{width}" for name, width in widths))
    store.setValue(f"{_LIST}/sort", arranged.sort)
    store.setValue(f"{_LIST}/descending", "true" if arranged.descending else "false")
    store.setValue(f"{_LIST}/grouping", arranged.grouping)


def place_of(paths: Sequence[Path]) -> tuple[str, str]:
    """Return the path and the finding's id at which these folders or files were left, or ""."""
    kept = QSettings().value(f"{_PLACES}/{_name(paths)}")
    if not isinstance(kept, str):
        return "", ""
    _, _, place = kept.partition("\n")
    path, _, finding = place.partition("\n")
    return path, finding


def keep_place(paths: Sequence[Path], path: str, finding: str) -> None:
    """Remember where the auditor is. Of many folders those left longest ago are forgotten."""
    store = QSettings()
    store.setValue(f"{_PLACES}/{_name(paths)}", f"{time.time():.0f}\n{path}\n{finding}")
    store.beginGroup(_PLACES)
    names = store.childKeys()
    if len(names) > _MOST_PLACES:
        for name in sorted(names, key=lambda name: str(store.value(name)))[:-_MOST_PLACES]:
            store.remove(name)
    store.endGroup()


def _name(paths: Sequence[Path]) -> str:
    told = b"\n".join(sorted(bytes(path) for path in paths))
    return blake2b(told, digest_size=10).hexdigest()


def _words(value: object) -> list[str]:
    return value.split() if isinstance(value, str) else []
