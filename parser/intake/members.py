"""The reports in an archive, each a source of its own; an archive in it is opened too, one deep."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace

from parser.errors import Unreadable
from parser.intake.archive import TAIL, is_vast, opened, part
from parser.intake.bounds import MAX_DEPTH
from parser.intake.source import NOT_DOCUMENTS, Source

_SKIP = ("__macosx/", "~$", ".ds_store", "thumbs.db", "desktop.ini")


def members(source: Source) -> Iterator[Source]:
    """Yield the documents in an archive, or the source itself where it is no plain archive.

    An archive that cannot be opened stays one source: reading it says why.
    """
    if not _looks_like_zip(source):
        yield source
        return
    try:
        found = list(_inside(source, source.file.read_bytes(), source.path, ()))
    except (Unreadable, OSError):
        yield source
        return
    yield from found or [source]


def _looks_like_zip(source: Source) -> bool:
    if source.asks:
        return False
    try:
        with source.file.open("rb") as stream:
            if stream.read(4) != b"PK\x03\x04":
                return False
            size = stream.seek(0, 2)
            stream.seek(max(0, size - TAIL))
            if is_vast(stream.read()):
                return False
            stream.seek(0)
            with zipfile.ZipFile(stream) as archive:
                return not _is_document(archive)
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return False


def _is_document(archive: zipfile.ZipFile) -> bool:
    names = set(archive.namelist())
    return bool(
        names
        & {"[Content_Types].xml", "word/document.xml", "xl/workbook.xml", "OFD.xml", "mimetype"}
    )


def _inside(source: Source, data: bytes, path: str, way: tuple[str, ...]) -> Iterator[Source]:
    with opened(data) as archive:
        for info in sorted(archive.infolist(), key=lambda i: i.filename):
            name = info.filename
            base = name.rsplit("/", 1)[-1]
            suffix = base.lower().rsplit(".", 1)[-1]
            if (
                info.is_dir()
                or base.startswith(".")
                or any(s in name.lower() for s in _SKIP)
                or suffix in NOT_DOCUMENTS
            ):
                continue
            inner = replace(source, path=f"{path}/{name}", member=(*way, name))
            nested = suffix == "zip" and not info.flag_bits & 1
            if nested and len(way) + 1 < MAX_DEPTH:
                try:
                    yield from _inside(source, part(archive, name), inner.path, inner.member)
                    continue
                except Unreadable:
                    # The member itself will say why it cannot be read.
                    pass
            yield inner
