"""The files of a folder that may be reports, in an order that is always the same.

Left out, because they can never be a report: lock files (`~$…`), system files, hidden files and
folders (the review folder `.审核` among them), the parts folder of a saved page, workbooks that
this program has written, and files whose ending says that they are data or programs
(`NOT_DOCUMENTS`). Everything else is offered, and what cannot be read then says why. A file that
is named by itself is always offered.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from parser.intake.members import members
from parser.intake.own_workbook import is_own_workbook
from parser.intake.source import NOT_DOCUMENTS, Source

_SYSTEM = frozenset(
    {
        ".ds_store",
        "thumbs.db",
        "desktop.ini",
        "__macosx",
        "$recycle.bin",
        "system volume information",
    }
)
_PARTS = ("_files", ".files", "_文件", ".fld")
_PAGES = (".htm", ".html", ".shtml", ".mht", ".mhtml", ".doc", ".docx")


def sources(paths: Iterable[Path]) -> Iterator[Source]:
    """Yield the sources below the paths given: folders are walked, archives opened.

    A file's path is relative to the folder given; where two folders given hold the same relative
    path, the later one is told apart by its folder's name.
    """
    seen: set[str] = set()
    for path in paths:
        folder = path if path.is_dir() else path.parent
        found = _files(path) if path.is_dir() else iter([path])
        for file in found:
            name = _free(shown(file.relative_to(folder)), shown(Path(folder.name)), seen)
            yield from members(Source(name, file))


def shown(path: Path) -> str:
    """Return the path as it is shown: with "/", and names that are not UTF-8 read as GBK."""
    raw = os.fsencode(path.as_posix())
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def _free(name: str, folder: str, seen: set[str]) -> str:
    """Return the name, or one that no earlier file has."""
    number = 1
    free = name
    while free in seen:
        free = f"{folder}/{name}" if number == 1 else f"{folder}({number})/{name}"
        number += 1
    seen.add(free)
    return free


def _files(folder: Path) -> Iterator[Path]:
    """Walk the folder. A link is followed only to a file inside it, and no folder link at all."""
    root = folder.resolve()
    for place, folders, files in os.walk(folder, followlinks=False):
        here = Path(place)
        names = set(files)
        folders[:] = sorted(
            name
            for name in folders
            if not _hidden(name) and not _parts(name, names) and not (here / name).is_symlink()
        )
        for name in sorted(files):
            file = here / name
            if _hidden(name) or _suffix(name) in NOT_DOCUMENTS:
                continue
            if file.is_symlink() and not file.resolve().is_relative_to(root):
                continue
            # Pipes and devices would block the reader for ever.
            if file.is_file() and not is_own_workbook(file):
                yield file


def _hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _SYSTEM


def _parts(name: str, files: set[str]) -> bool:
    """Say whether the folder holds the images and scripts of a page saved beside it."""
    return any(
        name.endswith(end) and any(name.removesuffix(end) + page in files for page in _PAGES)
        for end in _PARTS
    )


def _suffix(name: str) -> str:
    return name.lower().rsplit(".", 1)[-1] if "." in name else ""
