"""Where the program keeps what it writes. Reports themselves are never written to."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

REVIEW_FOLDER = ".审核"
PROGRAM = "jianbao"


def user_data() -> Path:
    """Return the user's own folder for the program's data; it may not exist yet."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Application Support")
    else:
        base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / PROGRAM


def roots(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the folders that hold what was opened: a folder itself, the parent of a file."""
    found = {(path if path.is_dir() else path.parent).resolve() for path in paths}
    return tuple(sorted(found))


def review_folders(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Return where the review of these folders may be kept, in order of preference.

    Beside the reports when they lie in one folder, so that a colleague finds the review there;
    else, and where that folder is read-only, in the user's own data under a name made from the
    folders' paths.
    """
    name = blake2b(b"\n".join(map(os.fsencode, folders)), digest_size=10).hexdigest()
    own = user_data() / "reviews" / name
    if len(folders) != 1:
        return (own,)
    beside = folders[0] / REVIEW_FOLDER
    if own.exists() and not beside.exists():
        return (own,)
    return (beside, own)


def is_writable(folder: Path) -> bool:
    """Say whether files may be made in the folder, or in the first parent that exists.

    A folder that nobody has the right to write to counts as read-only for the administrator too.
    """
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    anyone = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    return bool(folder.stat().st_mode & anyone) and os.access(folder, os.W_OK | os.X_OK)
