"""Zip archives and documents that are zips: read in memory, every size bounded first."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from parser.errors import Refused, Unreadable
from parser.intake.bounds import (
    MAX_MEMBERS,
    MAX_PART,
    MAX_RATIO,
    MAX_TOTAL,
    MEGABYTE,
    RATIO_FROM,
)

# A directory of that many members is never longer; reading a longer one would take minutes.
_MAX_DIRECTORY = MEGABYTE
_END = struct.Struct("<4sHHHHIIH")
TAIL = _END.size + 65536


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
        if info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * max(1, info.compress_size):
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


def is_vast(data: bytes) -> bool:
    """Say whether a zip's directory is too long to be read, by the last bytes of the file."""
    tail = data[-TAIL:]
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + _END.size > len(tail):
        return False
    return int(_END.unpack_from(tail, at)[5]) > _MAX_DIRECTORY
