"""Damage to files: bits flipped, parts lost, doubled, overwritten; in zips inside the parts."""

from __future__ import annotations

import io
import zipfile
from random import Random

from tests.support.formats import to_zip

_NASTY = (
    b"\x00",
    b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"<!DOCTYPE x>",
    b"]]>",
    b"<table><tr><td>",
    b"</w:tbl>",
    b"\x07",
    b"&#0;",
    b"99999999999",
    "\ud7ff一、".encode(),
)


def mutated(data: bytes, rng: Random) -> bytes:
    """Return the bytes with one to four kinds of damage."""
    if data.startswith(b"PK") and rng.random() < 0.6:
        return _inside(data, rng)
    for _ in range(rng.randint(1, 4)):
        data = _once(data, rng)
    return data


def _once(data: bytes, rng: Random) -> bytes:
    if not data:
        return data
    at = rng.randrange(len(data))
    kind = rng.randrange(6)
    if kind == 0:
        damaged = bytearray(data)
        for _ in range(rng.choice((1, 8, 64))):
            damaged[rng.randrange(len(damaged))] ^= 1 << rng.randrange(8)
        return bytes(damaged)
    if kind == 1:
        return data[:at]
    length = min(rng.choice((1, 4, 64, 512, 4096)), len(data))
    if kind == 2:
        return data[:at] + data[at + length :]
    if kind == 3:
        return data[:at] + data[at : at + length] * 2 + data[at + length :]
    if kind == 4:
        return data[:at] + rng.randbytes(length) + data[at + length :]
    return data[:at] + rng.choice(_NASTY) * rng.choice((1, 1, 50)) + data[at:]


def _inside(data: bytes, rng: Random) -> bytes:
    """Damage one part of a zip and pack it again, so that the damage reaches the XML reader."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    # The part with the text itself, or else any.
    names = sorted(parts, key=lambda name: -len(parts[name]))
    name = names[0] if rng.random() < 0.5 else rng.choice(names)
    parts[name] = _once(parts[name], rng)
    if rng.random() < 0.1:
        del parts[rng.choice(names)]
    return to_zip(parts)
