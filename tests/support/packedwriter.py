"""Archives of the formats that no module of Python's own writes: 7z, and RAR with stored files."""

from __future__ import annotations

import io
import struct
import tarfile
from collections.abc import Mapping
from zlib import crc32

import py7zr

STORED, PRESSED = 0, 3


def to_7z(
    members: Mapping[str, bytes],
    password: str | None = None,
    hidden: bool = False,
    plain: bool = False,
) -> bytes:
    """Return a 7z archive; `hidden` encrypts the names as well, `plain` does not even pack them."""
    stream = io.BytesIO()
    with py7zr.SevenZipFile(stream, "w", password=password, header_encryption=hidden) as archive:
        archive.set_encoded_header_mode(not plain)
        for name, data in members.items():
            archive.writestr(data, name)
    return stream.getvalue()


def to_tar(members: Mapping[str, bytes], pressed: bool = True) -> bytes:
    """Return a tar archive, as a rule within gzip."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz" if pressed else "w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return stream.getvalue()


def to_rar(
    members: Mapping[str, bytes],
    method: int = STORED,
    locked: bool = False,
    says: int | None = None,
) -> bytes:
    """Return a RAR archive of the format of 2013 ("RAR5").

    `method` is what the files are packed with, `says` how long they claim to be.
    """
    made = b"Rar!\x1a\x07\x01\x00" + _block(1, 0, _number(0))
    for name, data in members.items():
        size = len(data) if says is None else says
        fields = _number(4) + _number(size) + _number(0o100644) + struct.pack("<I", crc32(data))
        raw = name.encode()
        data = data if method == STORED else _pressed(data)
        fields += _number(method << 7) + _number(1) + _number(len(raw)) + raw
        # A record of 35 bytes: encrypted, with the salt and the start of the cipher.
        extra = _number(36) + _number(1) + bytes([0, 0, 15]) + bytes(32) if locked else b""
        made += _block(2, 2 | bool(extra), fields, extra, data)
    return made + _block(5, 0, _number(0))


def _pressed(data: bytes) -> bytes:
    """Return the data as one block of the packed format, each byte a code of eight bits.

    Before it stand the lengths of the codes, themselves in a code: 8 is 0, 17 (the same again, 11
    times and more) is 10, 19 (none, 11 times and more) is 11.
    """
    lengths = "".join(f"{ {8: 1, 17: 2, 19: 2}.get(code, 0):04b}" for code in range(20))
    literals = "0" + "".join(f"10{times - 11:07b}" for times in (138, 117))
    others = "".join(f"11{times - 11:07b}" for times in (138, 36))
    bits = lengths + literals + others + "".join(f"{byte:08b}" for byte in data)
    block = int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")
    # The last block, with codes, its size in three bytes, so many bits in its last byte.
    flags = 0x80 | 0x40 | 2 << 3 | (len(bits) - 1) % 8
    size = len(block).to_bytes(3, "little")
    return bytes([flags, 0x5A ^ flags ^ size[0] ^ size[1] ^ size[2]]) + size + block


def to_hidden_rar() -> bytes:
    """Return a RAR archive whose very list is encrypted."""
    fields = _number(0) + _number(0) + bytes([15]) + bytes(16)
    return b"Rar!\x1a\x07\x01\x00" + _block(4, 0, fields) + bytes(64)


def to_old_rar(members: Mapping[bytes, bytes]) -> bytes:
    """Return a RAR archive of the format before that; names are bytes of any encoding."""
    made = b"Rar!\x1a\x07\x00" + _old_block(0x73, 0, bytes(6))
    for raw, data in members.items():
        fields = struct.pack(
            "<IIBIIBBHI", len(data), len(data), 2, crc32(data), 0, 20, 0x30, len(raw), 0x20
        )
        made += _old_block(0x74, 0x8000, fields + raw) + data
    return made + _old_block(0x7B, 0x4000, b"")


def _block(kind: int, flags: int, fields: bytes, extra: bytes = b"", data: bytes = b"") -> bytes:
    head = _number(kind) + _number(flags)
    head += _number(len(extra)) if extra else b""
    head += _number(len(data)) if flags & 2 else b""
    head += fields + extra
    sized = _number(len(head)) + head
    return struct.pack("<I", crc32(sized)) + sized + data


def _old_block(kind: int, flags: int, fields: bytes) -> bytes:
    head = struct.pack("<BHH", kind, flags, 7 + len(fields)) + fields
    return struct.pack("<H", crc32(head) & 0xFFFF) + head


def _number(value: int) -> bytes:
    """Return a number as this format writes it: seven bits a byte, the lowest first."""
    made = bytearray()
    while value > 127:
        made.append(value & 127 | 128)
        value >>= 7
    return bytes([*made, value])
