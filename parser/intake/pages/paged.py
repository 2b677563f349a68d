"""Drawn pages as one document: what is seen of them, read level, in lines and ruled tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from parser.errors import Unreadable
from parser.intake.pages import lattice, lettering, seen, turning, watermark
from parser.intake.pages.blind import Blindness, sight
from parser.intake.pages.drawing import Drawing, Frame
from parser.intake.pages.folio import Folio
from parser.intake.pages.printed import Part, Unread
from parser.intake.pages.turning import Turn
from parser.model import Document, Note

# Reads a page, or the part of it in a frame, as a picture.
Recogniser = Callable[[int, Frame | None], list[Part]]
_BLIND: dict[Blindness, str] = {
    "picture": "第{}页是图片，没有文字层，这一页没有读取。",
    "font": "第{}页的字体没有字符对照表，看得见文字却取不出是哪些字，这一页没有读取。",
    "damage": "第{}页已经损坏，这一页没有读取。请重新下载或索取完整的文件。",
}
_PICTURE = "第{}页有图片，图片里的文字没有读取。"
# What to do, where no recogniser reads the format, and where one could.
_ADVICE = {
    "ofd": "请用阅读器另存为 PDF 后再读，或打印后扫描识别，或索取原文件（Word 等）。",
    "pdf": "请安装识别组件后重新打开，或打印后扫描识别，或索取原文件（Word 等）。",
}
_ASLANT = "第{}页有斜排的文字，没有读取。请对照原件查看。"


class Pages:
    """The pages of a document, with all that nobody sees taken off."""

    def __init__(self, drawings: Sequence[Drawing]) -> None:
        for page in drawings:
            seen.keep_seen(page)
        self._pages = drawings
        self._aslant = watermark.take_off(drawings)
        self._sights = {page.number: sight(page) for page in drawings}
        self._recognised: list[int] = []
        self._advice = ""

    def blind(self, why: Blindness) -> list[int]:
        """Return the numbers of the pages that cannot be read for a certain reason."""
        return [number for number, found in self._sights.items() if found.blind == why]

    def document(
        self, format: str, recognise: Recogniser | None, notes: Sequence[Note] = ()
    ) -> Document:
        """Return the document. What only a recogniser can read is noted where there is none."""
        folio = Folio()
        self._advice = _ADVICE.get(format, "")
        for page in self._pages:
            turn = Turn(turning.most(page.glyphs), page.width, page.height)
            folio.page(
                page.number, page.width, page.height, self._parts(page, turn, recognise), turn
            )
        if self._recognised:
            listed = "、".join(map(str, self._recognised))
            sentence = (
                f"第 {listed} 页有图片或无法取出的文字，由识别得出，"
                "请对照原件核对标为“待核”的各格。"
            )
            notes = [*notes, Note("F104", sentence)]
        return folio.document(format, notes)

    def _parts(self, page: Drawing, turn: Turn, recognise: Recogniser | None) -> list[Part]:
        found = self._sights[page.number]
        if found.blind:
            read = None if found.blind == "damage" else self._recognise(page, None, recognise)
            return [self._unread(0.0, found.blind, page.number)] if read is None else read
        level = turning.turned(page, turn.quarters) if turn.quarters else page
        words = lettering.words(level)
        parts = lattice.parts(page.number, level.rules, words)
        if page.number in self._aslant:
            parts.append(Unread(level.height, _ASLANT.format(page.number)))
        for frame in found.pictures:
            # The places that are recognised would have to be turned with the page.
            read = self._recognise(page, frame, None if turn.quarters else recognise)
            if read is None:
                said = _PICTURE.format(page.number) + self._advice
                read = [Unread(turn.frame(frame).top, said)]
            parts += read
        return sorted(parts, key=lambda part: part.top)

    def _recognise(
        self, page: Drawing, frame: Frame | None, recognise: Recogniser | None
    ) -> list[Part] | None:
        """Return what a recogniser reads of a page; None where there is none or it cannot see."""
        if recognise is None:
            return None
        try:
            read = recognise(page.number, frame)
        except Unreadable:
            return None
        if read and page.number not in self._recognised:
            self._recognised.append(page.number)
        return read

    def _unread(self, top: float, why: Blindness, number: int) -> Unread:
        advice = "" if why == "damage" else self._advice
        return Unread(top, _BLIND[why].format(number) + advice)
