"""Writes binary Word files (doc) and the OLE containers they live in, for tests.

Only what a reader needs: text pieces, paragraph properties, row definitions.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.support.looked import looking, passages

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_TEXT_AT = 0x800
IN_TABLE = struct.pack("<HB", 0x2416, 1)
_LOOKS = {
    "": b"",
    "struck": struct.pack("<HB", 0x0837, 1),
    "deleted": struct.pack("<HB", 0x0800, 1),
    "hidden": struct.pack("<HB", 0x083C, 1),
    "raised": struct.pack("<HB", 0x2A48, 1),
    "white": struct.pack("<HBBBB", 0x6870, 255, 255, 255, 0),
    "covered": struct.pack("<HBHB", 0x2A42, 6, 0x2A0C, 6),
    "speck": struct.pack("<HH", 0x4A43, 2),
    "lifted": struct.pack("<Hh", 0x4845, 8),
}
ROW_END = IN_TABLE + struct.pack("<HB", 0x2417, 1)


@dataclass(frozen=True)
class TableCell:
    """A cell of a row: its text, its right edge in twips, and how it is merged."""

    text: str
    right: int
    continues_left: bool = False
    starts_left: bool = False
    continues_up: bool = False
    starts_up: bool = False


@dataclass
class WordWriter:
    """Collects paragraphs and rows; `data` gives the file."""

    narrow: bool = False
    flags: int = 0
    _runs: list[tuple[str, bytes]] = field(default_factory=list)

    def paragraph(self, text: str) -> None:
        self._runs.append((text + "\r", b""))

    def numbered(self, text: str, level: int) -> None:
        """Write a paragraph of the one list: 一、 on level 0, （一） on level 1."""
        properties = struct.pack("<HhHB", 0x460B, 1, 0x260A, level)
        self._runs.append((text + "\r", properties))

    def unfinished(self, texts: Sequence[str]) -> None:
        """Write cells of a row that has no end."""
        self._runs += [(text + "\x07", IN_TABLE) for text in texts]

    def row(self, cells: Sequence[TableCell], look: str = "", shades: bytes = b"") -> None:
        """Write a row; `look` is that of the mark at its end, `shades` sprmTDefTableShd80."""
        for cell in cells:
            parts = cell.text.split("\n")
            for part in parts[:-1]:
                self._runs.append((part + "\r", IN_TABLE))
            self._runs.append((parts[-1] + "\x07", IN_TABLE))
        edges = [0, *(cell.right for cell in cells)]
        flags = b"".join(
            struct.pack(
                "<H",
                (2 if cell.continues_left else 1 if cell.starts_left else 0)
                | (0x20 if cell.continues_up else 0x60 if cell.starts_up else 0),
            )
            + bytes(18)
            for cell in cells
        )
        operand = bytes([len(cells)]) + struct.pack(f"<{len(edges)}h", *edges) + flags
        definition = struct.pack("<HH", 0xD608, len(operand) + 1) + operand
        if shades:
            definition += struct.pack("<HB", 0xD609, len(shades)) + shades
        self._runs.append((looking("\x07", look) if look else "\x07", ROW_END + definition))

    def data(self) -> bytes:
        width = 1 if self.narrow else 2
        encoding = "cp1252" if self.narrow else "utf-16-le"
        runs = [(passages(words), properties) for words, properties in self._runs]
        text = "".join(words for parts, _ in runs for words, _ in parts)
        body = text.encode(encoding)
        spots: list[tuple[int, int, bytes]] = []
        looks: list[tuple[int, int, bytes]] = []
        at = _TEXT_AT
        for parts, properties in runs:
            start = at
            for words, look in parts:
                size = len(words.encode(encoding))
                looks.append((at, at + size, _LOOKS[look]))
                at += size
            spots.append((start, at, properties))
        count = len(body) // width
        main = bytearray(_TEXT_AT) + body
        main += bytes(-len(main) % _SECTOR)
        # Large row definitions go to the data stream, as Word itself does.
        extra = bytearray()
        pages: list[tuple[int, int, int]] = []
        page: list[tuple[int, int, bytes]] = []
        for start, end, properties in spots:
            if len(properties) > 200:
                place = len(extra)
                extra += struct.pack("<H", len(properties)) + properties
                properties = struct.pack("<HI", 0x6646, place)
            used = sum(len(p) + 4 + 17 for *_, p in page)
            if page and used + len(properties) + 40 > _SECTOR:
                pages.append(_close(main, page))
                page = []
            page.append((start, end, properties))
        if page:
            pages.append(_close(main, page))
        place = _TEXT_AT * 2 | 0x40000000 if self.narrow else _TEXT_AT
        plc = struct.pack("<II", 0, count) + struct.pack("<HIH", 0, place, 0)
        clx = b"\x02" + struct.pack("<I", len(plc)) + plc
        papx = b"".join(struct.pack("<I", start) for start, _, _ in pages)
        papx += struct.pack("<I", pages[-1][1] if pages else _TEXT_AT)
        papx += b"".join(struct.pack("<I", number) for *_, number in pages)
        characters = [_close_looks(main, looks[i : i + 40]) for i in range(0, len(looks), 40)]
        chpx = b"".join(struct.pack("<I", start) for start, _, _ in characters)
        chpx += struct.pack("<I", at)
        chpx += b"".join(struct.pack("<I", number) for *_, number in characters)
        struct.pack_into("<H", main, 0, 0xA5EC)
        struct.pack_into("<H", main, 0x0A, 0x0200 | self.flags)
        struct.pack_into("<i", main, 0x4C, count)
        struct.pack_into("<II", main, 0x01A2, 0, len(clx))
        struct.pack_into("<II", main, 0x0102, len(clx), len(papx))
        lists, levels, overrides = _lists()
        at = len(clx) + len(papx)
        struct.pack_into("<II", main, 0x00FA, at, len(chpx))
        at += len(chpx)
        struct.pack_into("<II", main, 0x02E2, at, len(lists))
        struct.pack_into("<II", main, 0x02EA, at + len(lists) + len(levels), len(overrides))
        table = clx + papx + chpx + lists + levels + overrides
        return container({"WordDocument": bytes(main), "1Table": table, "Data": bytes(extra)})


def _lists() -> tuple[bytes, bytes, bytes]:
    """Return one list, its nine levels (39 and 37 are Chinese numerals), and its override."""
    lists = struct.pack("<hii", 1, 77, 0) + bytes(20)
    levels = b""
    for level in range(9):
        pattern = ("\0、", "（\1）")[level] if level < 2 else chr(level)
        kind = (39, 37)[level] if level < 2 else 0
        levels += struct.pack("<iB", 1, kind) + bytes(19) + b"\x02\x03" + bytes(2) + bytes(5)
        levels += struct.pack("<H", len(pattern)) + pattern.encode("utf-16-le")
    return lists, levels, struct.pack("<ii", 1, 77) + bytes(12)


def _close(main: bytearray, page: list[tuple[int, int, bytes]]) -> tuple[int, int, int]:
    """Write one page of paragraph properties; return its first and last byte and its number."""
    sector = bytearray(_SECTOR)
    count = len(page)
    for i, (start, end, _) in enumerate(page):
        struct.pack_into("<II", sector, 4 * i, start, end)
    at = _SECTOR - 2
    for i, (_, _, properties) in enumerate(page):
        if not properties:
            continue
        body = bytes(2) + properties
        body += bytes((len(body) + 1) % 2)
        record = bytes([(len(body) + 1) // 2]) + body
        at = (at - len(record)) & ~1
        sector[at : at + len(record)] = record
        sector[4 * (count + 1) + 13 * i] = at // 2
    assert at > 4 * (count + 1) + 13 * count
    sector[-1] = count
    main += sector
    return page[0][0], page[-1][1], len(main) // _SECTOR - 1


def _close_looks(main: bytearray, page: list[tuple[int, int, bytes]]) -> tuple[int, int, int]:
    """Write one page of character properties, as `_close` does for paragraphs."""
    sector = bytearray(_SECTOR)
    count = len(page)
    at = _SECTOR - 2
    for i, (start, end, properties) in enumerate(page):
        struct.pack_into("<I", sector, 4 * i, start)
        struct.pack_into("<I", sector, 4 * i + 4, end)
        if properties:
            at = (at - len(properties) - 1) & ~1
            sector[at : at + len(properties) + 1] = bytes([len(properties)]) + properties
            sector[4 * (count + 1) + i] = at // 2
    sector[-1] = count
    main += sector
    return page[0][0], page[-1][1], len(main) // _SECTOR - 1


def container(streams: dict[str, bytes]) -> bytes:
    """Return an OLE container with the streams."""
    sectors: list[bytes] = []
    fat: list[int] = []

    def store(data: bytes) -> int:
        start = len(sectors)
        count = max(1, -(-len(data) // _SECTOR))
        padded = data + bytes(count * _SECTOR - len(data))
        for i in range(count):
            sectors.append(padded[i * _SECTOR : (i + 1) * _SECTOR])
            fat.append(start + i + 1 if i < count - 1 else _END)
        return start

    # Streams shorter than 4096 would belong into the small sectors: pad them instead.
    entries = [
        (name, store(data.ljust(4096, b"\0")), max(4096, len(data)))
        for name, data in streams.items()
    ]
    directory = _entry("Root Entry", 5, _END, 0, child=1)
    for i, (name, start, size) in enumerate(entries):
        right = i + 2 if i + 1 < len(entries) else _FREE
        directory += _entry(name, 2, start, size, right=right)
    directory += _entry("", 0, 0, 0) * (-len(directory) // 128 % 4)
    directory_at = store(directory)
    fat_count = -(-(len(fat) + 1) // (_SECTOR // 4))
    while (len(fat) + fat_count) * 4 > fat_count * _SECTOR:
        fat_count += 1
    fat_at = list(range(len(fat), len(fat) + fat_count))
    fat += [_FAT] * fat_count
    fat += [_FREE] * (fat_count * _SECTOR // 4 - len(fat))
    table = struct.pack(f"<{len(fat)}I", *fat)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, fat_count, directory_at, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", *(fat_at + [_FREE] * (109 - fat_count)))
    return header + b"".join(sectors) + table


def _entry(
    name: str, kind: int, start: int, size: int, right: int = _FREE, child: int = _FREE
) -> bytes:
    raw = name.encode("utf-16-le")
    length = len(raw) + 2 if name else 0
    return (
        raw.ljust(64, b"\0")
        + struct.pack("<HBB", length, kind, 1)
        + struct.pack("<III", _FREE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
