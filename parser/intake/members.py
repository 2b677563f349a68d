"""The reports in an archive, each a source of its own; an archive in it is opened too, one deep."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace

from parser.errors import Refused, Unreadable
from parser.intake.bounds import MAX_DEPTH, MAX_MEMBERS, MAX_TOTAL
from parser.intake.packed.container import ENDINGS, HEAD, archive_kind, container
from parser.intake.source import NOT_DOCUMENTS, Source
from parser.intake.zipparts import TAIL, is_vast

_SKIP = ("__macosx/", "~$", ".ds_store", "thumbs.db", "desktop.ini")
_DOCUMENTS = {"[Content_Types].xml", "word/document.xml", "xl/workbook.xml", "OFD.xml", "mimetype"}


def members(source: Source) -> Iterator[Source]:
    """Yield the documents in an archive, or the source itself where it is no plain archive.

    An archive that cannot be opened stays one source: reading it says why.
    """
    if not _is_archive(source):
        yield source
        return
    try:
        found = list(_Opening().inside(source, source.file.read_bytes()))
    except (Unreadable, OSError):
        yield source
        return
    yield from found or [source]


class _Opening:
    """One archive with those in it: how much all of them may still hold."""

    def __init__(self) -> None:
        self._room = MAX_TOTAL
        self._members = MAX_MEMBERS

    def inside(self, source: Source, data: bytes) -> Iterator[Source]:
        """Yield what is in the archive that `source` names, whose bytes are `data`.

        Raises `Unreadable` where it cannot be opened.
        """
        opened = container(data, source.name, self._room)
        self._room -= sum(entry.size for entry in opened.entries)
        self._members -= len(opened.entries)
        if self._members < 0:
            raise Refused(f"压缩包里的文件太多，超过 {MAX_MEMBERS} 个，未打开。")
        for entry in sorted(opened.entries, key=lambda entry: entry.name):
            suffix = _suffix(entry.name)
            if _is_left_out(entry.name, suffix):
                continue
            inner = replace(
                source, path=f"{source.path}/{entry.name}", member=(*source.member, entry.name)
            )
            if suffix in ENDINGS and len(inner.member) < MAX_DEPTH:
                try:
                    yield from list(self.inside(inner, opened.read(entry)))
                    continue
                except Unreadable:
                    # The member itself will say why it cannot be read.
                    pass
            yield inner


def _is_left_out(name: str, suffix: str) -> bool:
    base = name.rsplit("/", 1)[-1]
    hidden = base.startswith(".") or any(word in name.lower() for word in _SKIP)
    return hidden or suffix in NOT_DOCUMENTS


def _suffix(name: str) -> str:
    base = name.rsplit("/", 1)[-1]
    return base.lower().rsplit(".", 1)[-1] if "." in base else ""


def _is_archive(source: Source) -> bool:
    """Say whether the file is an archive, and none that is a document."""
    if source.asks:
        return False
    try:
        with source.file.open("rb") as stream:
            found = archive_kind(stream.read(HEAD))
            if found != "zip":
                return found is not None
            size = stream.seek(0, 2)
            stream.seek(max(0, size - TAIL))
            if is_vast(stream.read()):
                return False
            stream.seek(0)
            with zipfile.ZipFile(stream) as archive:
                names = {name.replace("\\", "/") for name in archive.namelist()}
                return not _DOCUMENTS & names
    except UnicodeDecodeError:
        return True  # names that are not in the encoding that it promises; no document has such
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return False
