"""What the auditor likes the window to be: a typed schema, with QSettings behind it.

Review state lives in the session, window geometry with the window; only preferences live here.
Values that equal the default are not written, keys that are not known are left alone, and a
value that does not fit its field is skipped as if it were not there.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args
from urllib.parse import quote, unquote_to_bytes

from PySide6.QtCore import QSettings

Language = Literal["zh_CN", "en"]
Theme = Literal["system", "light", "dark"]

RECENT_LIMIT = 10
_BYTES = "bytes:"  # no path begins with it: they are absolute
FONT_SIZES = range(8, 25)  # points; outside of it the official tables cannot be read or do not fit


@dataclass(frozen=True, slots=True)
class Settings:
    """The window's preferences. Frozen: change by `replace` and `save`.

    `font_size` is in points, 0 follows the system. `profile` is the path of the profile of
    checks in use, empty for the default one. `author` signs corrections and verdicts.
    `auto_advance`: a verdict leads on to the next finding that has none.
    """

    language: Language = "zh_CN"
    theme: Theme = "system"
    font_size: int = 0
    author: str = ""
    profile: str = ""
    recent_folders: tuple[str, ...] = ()
    auto_advance: bool = True

    def with_recent(self, folder: str) -> Settings:
        """Return settings with `folder` first among the recent folders."""
        others = [path for path in self.recent_folders if path != folder]
        return replace(self, recent_folders=(folder, *others)[:RECENT_LIMIT])


def load(store: QSettings | None = None) -> Settings:
    """Read the preferences from `store`, by default the user's own."""
    store = store or QSettings()
    found: dict[str, Any] = {}
    for field in fields(Settings):
        key = f"preferences/{field.name}"
        if store.contains(key):
            value = _fitting(field.name, store.value(key))
            if value is not None:
                found[field.name] = value
    return Settings(**found)


def save(settings: Settings, store: QSettings | None = None) -> None:
    """Write the preferences to `store`, by default the user's own."""
    store = store or QSettings()
    plain = Settings()
    for field in fields(Settings):
        key = f"preferences/{field.name}"
        value = getattr(settings, field.name)
        if value == getattr(plain, field.name):
            store.remove(key)
        else:
            store.setValue(key, [_kept(v) for v in value] if isinstance(value, tuple) else value)
    store.sync()


def _fitting(name: str, value: object) -> object:
    """Return `value` as the type of the field `name`, None where it does not fit.

    QSettings gives text for numbers and a bare text for a list of one.
    """
    if name == "language":
        return value if value in get_args(Language) else None
    if name == "theme":
        return value if value in get_args(Theme) else None
    if name == "auto_advance":
        # QSettings gives text for truth values.
        return {"true": True, "false": False}.get(str(value).lower())
    if name == "font_size":
        size = int(value) if isinstance(value, (int, str)) and str(value).isdigit() else -1
        return size if size == 0 or size in FONT_SIZES else None
    if name == "recent_folders":
        entries = [value] if isinstance(value, str) else value
        if not isinstance(entries, list):
            return None
        paths = [_path(entry) for entry in entries if isinstance(entry, str) and entry]
        return tuple(paths)[:RECENT_LIMIT]
    return value if isinstance(value, str) else None


def _kept(path: str) -> str:
    """Return a path as text that QSettings can hold: as an address where its bytes are no text."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return _BYTES + quote(os.fsencode(path))
    return path


def _path(kept: str) -> str:
    if kept.startswith(_BYTES):
        return os.fsdecode(unquote_to_bytes(kept.removeprefix(_BYTES)))
    return kept
