"""Writes a web page as a person sees it: a line a block, a table a grid."""

from __future__ import annotations

from lxml.html import HtmlElement

from parser.intake.characters import squeezed, unwrapped
from parser.intake.furniture import is_metadata
from parser.intake.script import to_simplified
from parser.intake.strikes import unmarked
from parser.intake.web.elements import BLOCKS, DROPPED, FIELDS, FRAMES, UNSEEN
from parser.intake.web.embedded import TABLE_SIZE, Met, not_text, official_labels
from parser.intake.web.enclosures import Enclosures
from parser.intake.web.fields import shown_value
from parser.intake.web.scripted import Scripts
from parser.intake.web.shape import Shape
from parser.intake.web.tree import parsed
from parser.intake.web.unread import Gap
from parser.intake.web.waiting import awaited, is_loading, repeats
from parser.intake.web.weblook import PLAIN, Look, Style
from parser.intake.web.webtable import WebTable
from parser.intake.writer import Writer
from parser.model import Span

# Frames deeper in one another, or more of them, are nobody's report.
_DEEPEST_FRAME = 4
_MOST_FRAMES = 100


class Webpage:
    """One page, or one frame of it, on its way into a writer."""

    def __init__(
        self,
        writer: Writer,
        root: HtmlElement,
        enclosures: Enclosures,
        outer: Webpage | None = None,
    ) -> None:
        self.gaps: list[Gap] = []
        self._writer = writer
        self._root = root
        self._enclosures = enclosures
        self._depth: int = outer._depth + 1 if outer else 0
        self._opened: list[HtmlElement] = outer._opened if outer else []
        self._shape = Shape(root)
        self._look = Look(root, self._shape, enclosures.sheet)
        self._scripts = Scripts(root)
        self._words: list[str] = []
        self._linked = 0
        self._met: list[Met] = []

    def write(self) -> None:
        """Write the whole page. `gaps` are then what could not be read, in order of place."""
        self._element(self._root, False, PLAIN)
        self._flush(False)

    def _element(self, element: HtmlElement, furniture: bool, above: Style) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in UNSEEN:
            return
        style = self._look.under(element, above)
        if style is None:
            self._hidden(element, furniture)
            return
        if tag in DROPPED:
            self._replaced(element, tag, furniture, style)
            if tag == "embed":
                # It has no end tag, which the parser does not know: what follows it is in it.
                self._content(element, tag, furniture, above)
            return
        if tag == "br":
            self._flush(furniture)
            return
        furniture = furniture or self._shape.is_furniture(element)
        if tag == "table" and not self._is_layout(element):
            self._flush(furniture)
            self._table(element, furniture, style)
            return
        block = tag in BLOCKS
        if block:
            self._flush(furniture)
        if style.shown and self._shape.is_empty(element):
            self._await(element)
        self._content(element, tag, furniture, style)
        if block:
            self._flush(furniture)

    def _content(self, element: HtmlElement, tag: str, furniture: bool, style: Style) -> None:
        kept = tag in ("pre", "xmp")
        linked = self._shape.in_link(element)
        self._text(self._look.generated(element, "before"), False, furniture, linked, style)
        self._text(element.text, kept, furniture, linked, style)
        for child in element:
            self._element(child, furniture, style)
            self._text(child.tail, kept, furniture, linked, style)
        self._text(self._look.generated(element, "after"), False, furniture, linked, style)

    def _text(
        self, text: str | None, kept: bool, furniture: bool, linked: bool, style: Style
    ) -> None:
        if not text:
            return
        lines = text.split("\n") if kept else [text]
        for i, line in enumerate(lines):
            if i:
                self._flush(furniture)
            words = style.written(line if kept else unwrapped(line))
            self._words.append(words)
            self._linked += len(words.strip()) if linked else 0

    def _flush(self, furniture: bool) -> None:
        text = squeezed("".join(self._words))
        linked = self._linked
        self._words, self._linked = [], 0
        if text and is_loading(text):
            self._met.append(("script", ""))
        if text:
            # A line of several links only is a menu, wherever it stands.
            bare = unmarked(text)
            menu = linked >= 0.9 * len(bare.replace(" ", "")) and " " in bare
            self._writer.line(text, furniture or menu)
        met, self._met = self._met, []
        if not furniture:
            # Before the line break: in the part of the report to which the last line belongs.
            at = max(0, self._writer.at - 1)
            self.gaps += [Gap(kind, Span(at, at), what) for kind, what in met]

    def _replaced(self, element: HtmlElement, tag: str, furniture: bool, style: Style) -> None:
        """Write what a browser puts in the place of an element, or note that it is not here."""
        if tag in FIELDS:
            value = shown_value(element, in_table=False)
            self._words.append(style.written(f" {value} ") if value else "")
        elif not style.shown:
            return
        elif tag in FRAMES and (found := self._frame(element)) is not None:
            self._flush(furniture)
            inner = Webpage(self._writer, found[0], found[1], self)
            try:
                inner.write()
            except RecursionError:  # pages in pages, all as deep as pages may be
                self._met.append(("frame", (element.get("src") or "")[:80]))
            self.gaps += inner.gaps
        else:
            self._met += not_text(element, tag, self._scripts, TABLE_SIZE)

    def _frame(self, element: HtmlElement) -> tuple[HtmlElement, Enclosures] | None:
        if self._depth >= _DEEPEST_FRAME or len(self._opened) >= _MOST_FRAMES:
            return None
        found = self._enclosures.frame(element)
        if found is None or not found[0].strip():
            return None
        self._opened.append(element)
        return parsed(found[0]), found[1]

    def _hidden(self, element: HtmlElement, furniture: bool) -> None:
        """Note an official table that is not shown. What it hides may be an old copy."""
        if not furniture:
            at = max(0, self._writer.at - 1)
            for labels in official_labels(element):
                self.gaps.append(Gap("hidden", Span(at, at), labels=labels))

    def _await(self, element: HtmlElement) -> None:
        """Note what an element without any text may show in a browser."""
        kind = "script" if self._is_filled(element) else None
        kind = kind or awaited(element, not self._scripts.is_empty)
        if kind:
            self._met.append((kind, ""))

    def _is_filled(self, element: HtmlElement) -> bool:
        """Say whether a script names an element without any text, to put something there."""
        named = element.get("id") is not None or element.tag == "table"
        return named and not self._scripts.is_empty and self._scripts.fills(element)

    def _is_layout(self, table: HtmlElement) -> bool:
        if self._shape.is_layout(table):
            return True
        frames = (f for f in table.iter("iframe", "frame", "object"))
        return any(self._enclosures.frame(f) is not None for f in frames)

    def _table(self, table: HtmlElement, furniture: bool, style: Style) -> None:
        if not style.shown:
            self._hidden(table, furniture)
        for caption in table.findall("caption"):
            below = self._look.under(caption, style)
            text = squeezed(below.written(str(caption.text_content()))) if below else ""
            if text:
                self._writer.line(text, furniture)
        if repeats(table):
            self._met.append(("script", ""))
            self._flush(furniture)
        read = WebTable(table, style, self._look, self._scripts)
        drafts = [[cell.draft for cell in row] for row in read.rows]
        texts = (to_simplified(draft.text) for row in drafts for draft in row)
        furniture = furniture or is_metadata(texts, len(drafts))
        self._writer.table(drafts, furniture)
        if any(drafts) and not furniture:
            self.gaps += read.gaps(self._writer.grids[-1].cells)
