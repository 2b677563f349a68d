"""Which archive some bytes are, told by how they begin, and the way into nested ones."""

from __future__ import annotations

from parser.errors import Unreadable
from parser.intake.bounds import MAX_TOTAL
from parser.intake.packed.entry import Container
from parser.intake.packed.tarball import Gzip, Tar, gunzipped, is_tar

KINDS = frozenset({"zip", "7z", "rar", "gz", "tar"})
# The endings that archives go by: tgz is tar in gzip.
ENDINGS = ("zip", "rar", "7z", "tar", "gz", "tgz")
# So many bytes from the beginning tell an archive.
HEAD = 512


def archive_kind(head: bytes) -> str | None:
    """Return which of `KINDS` begins like this, None where none does."""
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    if head.startswith(b"7z\xbc\xaf\x27\x1c"):
        return "7z"
    if head.startswith(b"Rar!\x1a\x07"):
        return "rar"
    if head.startswith(b"\x1f\x8b\x08"):
        return "gz"
    return "tar" if is_tar(head) else None


def container(data: bytes, name: str, room: int = MAX_TOTAL) -> Container:
    """Open an archive in memory. `name` is its own name; it may hold `room` bytes unpacked.

    Raises `Unreadable` where it is damaged, encrypted or no archive, `Refused` where it goes past
    a bound.
    """
    found = archive_kind(data[:HEAD])
    if found == "gz":
        content = gunzipped(data, room)
        return Tar(content, room) if is_tar(content) else Gzip(content, name)
    if found == "tar":
        return Tar(data, room)
    # Loaded when the first of its kind comes: the libraries are large.
    if found == "7z":
        from parser.intake.packed.sevenzip import SevenZip

        return SevenZip(data, room)
    if found == "rar":
        from parser.intake.packed.rar import Rar

        return Rar(data, room)
    from parser.intake.packed.zipped import Zip

    return Zip(data, room)


def member(data: bytes, name: str, way: tuple[str, ...]) -> bytes:
    """Return the bytes of an archive's member; `way` leads through nested archives."""
    for step in way:
        opened = container(data, name)
        entry = next((entry for entry in opened.entries if entry.name == step), None)
        if entry is None:
            raise Unreadable(f"压缩包里没有“{step[-60:]}”。")
        data, name = opened.read(entry), step
    return data
