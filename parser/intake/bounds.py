"""How much of an archive is taken in at most: no honest annual report comes near."""

from __future__ import annotations

from collections.abc import Sequence

from parser.errors import Refused

MEGABYTE = 1 << 20
MAX_MEMBERS = 2000
MAX_PART = 64 * MEGABYTE
MAX_TOTAL = 256 * MEGABYTE
MAX_RATIO = 200
# Small parts may compress as well as they like: a blank page of XML does.
RATIO_FROM = 1 * MEGABYTE
MAX_DEPTH = 2


def weigh(
    parts: Sequence[tuple[str, int, int | None]], what: str, room: int, whole: int | None = None
) -> None:
    """Raise `Refused` where an archive says that it holds more than is taken in.

    `parts` are name, size and packed size (None where it cannot be told) in bytes, `room` is how
    much there may be in all, `whole` the bytes of the archive itself where the parts do not tell.
    """
    if len(parts) > MAX_MEMBERS:
        raise Refused(f"{what}里有 {len(parts)} 个文件，超过 {MAX_MEMBERS} 个，未打开。")
    total = sum(size for _, size, _ in parts)
    if total > room:
        raise Refused(f"{what}解开后超过 {room // MEGABYTE} MB，未打开。")
    for name, size, packed in parts:
        if size > MAX_PART:
            raise Refused(f"{what}里的“{name[-60:]}”解开后超过 {MAX_PART // MEGABYTE} MB，未打开。")
        if size > RATIO_FROM and packed is not None and size > MAX_RATIO * max(1, packed):
            raise Refused(f"{what}里的“{name[-60:]}”压缩比异常（疑似压缩炸弹），未打开。")
    if whole is not None and total > RATIO_FROM and total > MAX_RATIO * whole:
        raise Refused(f"{what}压缩比异常（疑似压缩炸弹），未打开。")
