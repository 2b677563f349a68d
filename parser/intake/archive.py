"""Reports in zip archives: read in memory, nested one level, every size bounded first."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace

from parser.errors import Refused, Unreadable
from parser.intake.source import MEGABYTE, NOT_DOCUMENTS, Source

MAX_MEMBERS = 2000
MAX_PART = 64 * MEGABYTE
MAX_TOTAL = 256 * MEGABYTE
MAX_RATIO = 200
# Small parts may compress as well as they like: a blank page of XML does.
_RATIO_FROM = 1 * MEGABYTE
MAX_DEPTH = 2
# A directory of that many members is never longer; reading a longer one would take minutes.
_MAX_DIRECTORY = MEGABYTE
_END = struct.Struct("<4sHHHHIIH")
_TAIL = _END.size + 65536
_SKIP = ("__macosx/", "~$", ".ds_store", "thumbs.db", "desktop.ini")


def opened(data: bytes, what: str = "压缩包") -> zipfile.ZipFile:
    """Open a zip after weighing what it says it holds.

    Raises `Unreadable` where it is damaged, `Refused` where it goes past a bound.
    """
    if is_vast(data):
        raise Refused(f"{what}里的文件太多，超过 {MAX_MEMBERS} 个，未打开。")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data), metadata_encoding="gb18030")
        infos = archive.infolist()
    except (
        zipfile.BadZipFile,
        ValueError,
        OSError,
        NotImplementedError,
        EOFError,
        UnicodeError,
    ) as error:
        raise Unreadable(f"{what}已损坏或不完整，打不开。") from error
    if len(infos) > MAX_MEMBERS:
        raise Refused(f"{what}里有 {len(infos)} 个文件，超过 {MAX_MEMBERS} 个，未打开。")
    if sum(info.file_size for info in infos) > MAX_TOTAL:
        raise Refused(f"{what}解开后超过 {MAX_TOTAL // MEGABYTE} MB，未打开。")
    for info in infos:
        if info.file_size > MAX_PART:
            raise Refused(
                f"{what}里的“{info.filename[-60:]}”解开后超过 {MAX_PART // MEGABYTE} MB，未打开。"
            )
        if info.file_size > _RATIO_FROM and info.file_size > MAX_RATIO * max(1, info.compress_size):
            raise Refused(f"{what}里的“{info.filename[-60:]}”压缩比异常（疑似压缩炸弹），未打开。")
    return archive


def part(archive: zipfile.ZipFile, name: str, what: str = "压缩包") -> bytes:
    """Return one part, never more of it than the archive says it has.

    Raises `Unreadable` where the part is damaged, encrypted or not there.
    """
    try:
        info = archive.getinfo(name)
        with archive.open(info) as stream:
            data = stream.read(info.file_size + 1)
    except KeyError as error:
        raise Unreadable(f"{what}里没有“{name[-60:]}”。") from error
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        NotImplementedError,
        ValueError,
        zlib.error,
        lzma.LZMAError,
    ) as error:
        raise Unreadable(f"{what}已损坏，“{name[-60:]}”解不开。") from error
    except RuntimeError as error:
        raise Unreadable(f"{what}有密码，请解密后再读。") from error
    if len(data) > info.file_size:
        raise Refused(f"{what}里的“{name[-60:]}”比自己标明的大，未打开。")
    return data


def member(data: bytes, way: tuple[str, ...]) -> bytes:
    """Return the bytes of an archive's member; `way` leads through nested archives."""
    for name in way:
        with opened(data) as archive:
            data = part(archive, name)
    return data


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
            stream.seek(max(0, size - _TAIL))
            if is_vast(stream.read()):
                return False
            stream.seek(0)
            with zipfile.ZipFile(stream) as archive:
                return not _is_document(archive)
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return False


def is_vast(data: bytes) -> bool:
    """Say whether a zip's directory is too long to be read, by the last bytes of the file."""
    tail = data[-_TAIL:]
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + _END.size > len(tail):
        return False
    return int(_END.unpack_from(tail, at)[5]) > _MAX_DIRECTORY


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
