"""Simplified and traditional characters: for matching only, what is shown stays as it was."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

from opencc import OpenCC  # pyright: ignore[reportMissingTypeStubs]

from parser.model import Script

# Words that a mechanical conversion to traditional characters had replaced, as sites with a
# 简/繁 switch do, and what the notice says instead. Each pair has one length, so that offsets
# hold. 檔案 alone stays: an archive is an archive.
_WORDS: tuple[tuple[str, str], ...] = (
    ("規範性檔案", "规范性文件"),
    ("規範性檔", "规范性文"),
    ("資訊", "信息"),
    ("本列資料的", "本列数据的"),
    ("入口網站", "门户网站"),
    ("檔案公開", "文件公开"),
    ("檔案精神", "文件精神"),
    ("有關檔案", "有关文件"),
    ("相關檔案", "相关文件"),
    ("紅頭檔案", "红头文件"),
    ("商業企業", "商业企业"),
    ("網路", "网络"),
    ("軟體", "软件"),
    ("數位", "数字"),
    ("專案數量", "项目数量"),
    ("採購專案", "采购项目"),
    ("上一年專案", "上一年项目"),
    ("谘", "咨"),
    ("發佈", "发布"),
)


@cache
def _characters() -> tuple[frozenset[str], frozenset[str], dict[int, str]]:
    """Return the characters of one script only (traditional, simplified) and the plain mapping."""
    folder = files("opencc") / "dictionary"

    def table(name: str) -> dict[str, list[str]]:
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        pairs = (line.split("\t") for line in lines if "\t" in line)
        return {key: options.split() for key, options in pairs}

    to_simple = table("TSCharacters.txt")
    to_traditional = table("STCharacters.txt")
    traditional = frozenset(key for key, options in to_simple.items() if key not in options)
    simplified = frozenset(key for key, options in to_traditional.items() if key not in options)
    mapping = {
        ord(key): options[0]
        for key, options in to_simple.items()
        if len(key) == len(options[0]) == 1
    }
    return traditional | frozenset("谘"), simplified, mapping


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile("[" + "".join(sorted(_characters()[0])) + "]")


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def script(text: str) -> Script:
    """Say which script most of the telling characters belong to; "hans" where none tells."""
    traditional, simplified, _ = _characters()
    old = sum(1 for c in text if c in traditional)
    new = sum(1 for c in text if c in simplified)
    return "hant" if old > new else "hans"


@cache
def _radicals() -> dict[int, str]:
    """Map radicals and compatibility ideographs, which look the same, to the characters meant.

    PDF fonts give ⼯作 for 工作. Of the supplement only these have a character of their own.
    """
    supplement = dict(
        zip(
            "⻓⻔⻋⻅⻆⻉⻘⻚⻛⻜⻢⻥⻦⻩⻬⺠⻄⺟⻰⻳⻮⻨⻝⻙⻧",
            "长门车见角贝青页风飞马鱼鸟黄齐民西母龙龟齿麦食韦卤",
            strict=True,
        )
    )
    folded = {ord(radical): character for radical, character in supplement.items()}
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFADA)):
        character = unicodedata.normalize("NFKC", chr(code))
        if len(character) == 1 and character != chr(code):
            folded[code] = character
    return folded


def to_simplified(text: str) -> str:
    """Return the text in simplified characters, with exactly the length of `text`.

    Only lines with a traditional character are converted; a line whose phrases would change
    its length is converted character by character. Radicals that stand for characters are
    turned into these.
    """
    text = text.translate(_radicals())
    if not _traditional().search(text):
        return text
    return "".join(_line(line) for line in text.splitlines(keepends=True))


def _line(line: str) -> str:
    if not _traditional().search(line):
        return line
    for word, official in _WORDS:
        line = line.replace(word, official)
    converted = str(_converter().convert(line))  # pyright: ignore[reportUnknownMemberType]
    if len(converted) == len(line):
        return converted
    return line.translate(_characters()[2])
