"""Bytes of a text or page to characters, and how sure that is.

The rule, measured against detectors on short and damaged texts: a byte order mark, then strict
UTF-8, then the decoding that gives the most common Chinese characters. `chardet` is a second
voice where none of these is convincing.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from parser.errors import Unreadable
from parser.model import Note, Span

REPLACEMENT = "�"
# What a text is taken to be in, with what auditors' tools call it.
NAMES: Mapping[str, str] = {
    "utf-8": "UTF-8",
    "gb18030": "GB18030（GBK、GB2312）",
    "big5hkscs": "Big5",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
}
CANDIDATES = tuple(NAMES)
_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# What pages call themselves, and the wider encoding that holds all they may hold.
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
}
# The most frequent characters of written Chinese and of official prose, in both scripts.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所"
    "民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日"
    "那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想"
    "已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指"
    "几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权"
    "收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集"
    "温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支"
    "般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属"
    "圆包火住调满县局照参红细引听该铁价严依请申镇乡街道办公开信息情况总体收费许可处罚强制章范性文件诉讼议维持纠正结果尚未审"
    "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所"
    "經進著電裡現實體機當點從業應開還與關線數間樣無總條沒結解問題變質氣黨員質設長資邊統較將組見計別論運農幾區強決戰則據處隊"
    "給門規熱領東導壓爭濟階術極聯認權證單風帶場車務萬達積議聲報鬥類離華確張馬節話況傳許廣記織裝眾書復兒須際驗連斷難礦備辦習響約"
    "勞團歷構稱準維劃選標寫親層專狀識適屬圓調滿縣參紅細聽該鐵價嚴請鎮鄉範檢訴訟紀監獨審糾號啟"
)
_LEVEL_ONE = frozenset(
    bytes([high, low]).decode("gb2312", "ignore")
    for high in range(0xB0, 0xD8)
    for low in range(0xA1, 0xFF)
)
_PUNCTUATION = frozenset(
    "，。、；：？！（）《》〈〉“”‘’【】〔〕—…·％　０１２３４５６７８９〇①②③④⑤⑥⑦⑧⑨⑩－～│├─"
)
# Encodings that a careless joining leaves in one file.
_IN_ONE_FILE = ("utf-8", "gb18030")
# How much of a large file is scored; decoding always takes all of it.
_SCORED = 1 << 18
# A text whose characters score below this convinces nobody: ask the second voice.
_CONVINCING = 0.35
# GBK text of more characters than these is never valid UTF-8 by chance.
_BY_CHANCE = 6
_META = re.compile(
    rb"<(?:meta[^>]{0,400}?charset\s*=|\?xml[^>]{0,100}?encoding\s*=)\s*[\"']?\s*([\w.:-]{2,30})",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they came in, and how many lines came in `other` instead."""

    text: str
    encoding: str
    other: str = ""
    lines: int = 0

    def notes(self, text: str) -> tuple[Note, ...]:
        """Return what is to be said about undecodable bytes, with their places in `text`."""
        said: list[Note] = []
        if self.other:
            message = (
                f"文件里混有两种编码：大部分是 {self.encoding}，"
                f"另有 {self.lines} 行是 {self.other}，"
                "已按各行自己的编码读出；请与原件核对。"
            )
            said.append(Note("F102", message))
        spans = tuple(Span(m.start(), m.end()) for m in re.finditer(REPLACEMENT + "+", text))
        if not spans:
            return tuple(said)
        count = text.count(REPLACEMENT)
        message = (
            f"有 {count} 个字符不能按 {self.encoding} 解码，显示为“{REPLACEMENT}”；"
            "请与原件核对，或按其他编码重新打开。"
        )
        return (*said, Note("F102", message, spans))


def decode(data: bytes, forced: str | None = None) -> Decoded:
    """Decode the bytes of a text or page.

    `forced` is the encoding that the auditor chose. Raises `Unreadable` for an unknown one.
    """
    if forced:
        return _forced(data, forced)
    decoded = _decoded(data)
    if "\x00" not in decoded.text:
        return decoded
    # Where a disk or a transfer failed there are noughts; at the end they are mere padding.
    return replace(decoded, text=decoded.text.rstrip("\x00").replace("\x00", REPLACEMENT))


def _decoded(data: bytes) -> Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(name, "replace"), name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _best(data)
    # UTF-16 of mere digits and letters is UTF-8 too, with a nought beside each; and so are a few
    # words of GBK by chance, which then read as no language.
    # A character that is not ASCII has one to three bytes more than its one.
    chance = 0 < len(data) - len(text) <= 3 * _BY_CHANCE and _score(text, len(data)) < 0
    noughts = text.count("\x00") * 8 >= len(text)
    return _best(data) if chance or noughts else Decoded(text, "utf-8")


def _forced(data: bytes, name: str) -> Decoded:
    try:
        codec = codecs.lookup(name).name
        text = data.decode(codec, "replace")
    except (LookupError, UnicodeError, AssertionError) as error:
        raise Unreadable(f"不认识的编码：{name}。") from error
    return Decoded(text.removeprefix("\ufeff"), codec)


def _best(data: bytes) -> Decoded:
    sample = _sample(data)
    scores = {
        name: _score(sample.decode(name, "replace"), len(sample)) for name in _candidates(data)
    }
    declared = _declared(data)
    if declared in scores:
        # A page's own word settles a draw; against the characters it counts for nothing.
        scores[declared] += 0.05
    name = max(scores, key=lambda n: scores[n])
    if scores[name] < _CONVINCING:
        name = _second_voice(sample, declared) or name
    mixed = _mixed(data, name) if name in _IN_ONE_FILE else None
    return mixed or Decoded(data.decode(name, "replace").removeprefix("\ufeff"), name)


def _mixed(data: bytes, name: str) -> Decoded | None:
    """Decode a text whose lines are partly UTF-8 and partly GB 18030; None for any other.

    Such files are put together from two. A line of UTF-8 is hardly ever one by chance.
    """
    lines = data.split(b"\n")
    utf8 = [_strict(line, "utf-8") for line in lines]
    if sum(len(t) for t in utf8 if t and not t.isascii()) < 2 * _BY_CHANCE:
        return None
    found: list[str] = []
    counts = {"utf-8": 0, "gb18030": 0}
    for line, text in zip(lines, utf8, strict=True):
        other = None if line.isascii() else _strict(line, "gb18030")
        chance = text is not None and 0 < len(line) - len(text) <= 3 * _BY_CHANCE
        if other and (text is None or (chance and _score(text, 1) < 0)):
            replaced = _score(line.decode("utf-8", "replace"), 1)
            if _score(other, 1) >= max(_CONVINCING, replaced):
                found.append(other)
                counts["gb18030"] += 1
                continue
        found.append(line.decode("utf-8", "replace"))
        counts["utf-8"] += text is not None and not line.isascii()
    if not all(counts.values()):
        return None
    most = max(counts, key=lambda n: (counts[n], n == name))
    rest = next(n for n in counts if n != most)
    return Decoded("\n".join(found).removeprefix("\ufeff"), most, rest, counts[rest])


def _strict(line: bytes, encoding: str) -> str | None:
    try:
        return line.decode(encoding)
    except UnicodeDecodeError:
        return None


def _candidates(data: bytes) -> tuple[str, ...]:
    return CANDIDATES if len(data) >= 2 else CANDIDATES[:3]


def _sample(data: bytes) -> bytes:
    """Return the part that is scored: from the first byte that is not ASCII, on an even place."""
    if len(data) <= _SCORED:
        return data
    first = re.search(rb"[\x80-\xff]", data)
    start = (first.start() if first else 0) & ~1
    return data[start : start + _SCORED]


def _score(text: str, size: int) -> float:
    """Return about 1 for good Chinese, about 0 for anything else, per byte that is not ASCII."""
    good = bad = 0.0
    ascii_count = 0
    for c in text:
        if c < "\x80":
            if c in "\t\n\r\x0c" or c >= " ":
                ascii_count += 1
            else:
                bad += 1
        elif c in _COMMON:
            good += 1
        elif c in _PUNCTUATION:
            good += 0.6
        elif c in _LEVEL_ONE:
            good += 0.1
        elif "\u4e00" <= c <= "\u9fff":
            bad += 0.4
        else:
            bad += 1.2
    told = len(text) - ascii_count
    return (good - bad) / told if told else 0.0 if size else -1.0


def _declared(data: bytes) -> str:
    found = _META.search(data[:8192])
    if not found:
        return ""
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name
    except LookupError:
        return ""
    return _WIDER.get(name, name)


def _second_voice(sample: bytes, declared: str) -> str | None:
    """Ask chardet where the own rule is not convinced; only a Chinese or Unicode answer counts."""
    import chardet

    guess = chardet.detect(sample[:65536])
    name = guess.get("encoding")
    confidence = guess.get("confidence") or 0.0
    if not name or confidence < 0.5:
        return declared if declared in CANDIDATES else None
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return None
    codec = _WIDER.get(codec, codec)
    return codec if codec in CANDIDATES else None
