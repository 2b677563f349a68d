"""The words of a Word paragraph as its page shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parser.intake.ooxml import MC, Element, M, W
from parser.intake.word.equations import equation_text
from parser.intake.word.fieldresults import chosen, field_result
from parser.intake.word.looks import Look, levelled
from parser.intake.word.wordstyles import Ground, WordStyles

# fmt: off
# Looked through: what they hold counts as if they were not there.
_WRAPPERS = frozenset(
    W + name
    for name in [
        "sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple",
        "bdo", "dir", "r", "ruby", "rubyBase",
    ]
)
_RUN, _PROPERTIES = W + "r", W + "rPr"
_TEXTS = frozenset([W + "t", W + "delText"])
_EQUATIONS = frozenset([M + "oMath", M + "oMathPara"])
# Tracked: they stand on the page struck out until somebody accepts the change.
_DELETIONS = frozenset([W + "del", W + "moveFrom"])
# fmt: on
_BREAKS = {
    W + "br": "\n",
    W + "cr": "\n",
    W + "tab": "\t",
    W + "noBreakHyphen": "-",
    W + "ptab": "\t",
}


class Words:
    """Gathers the words of one paragraph; fields give their result and not their instruction."""

    def __init__(self, styles: WordStyles, ground: Ground) -> None:
        self._styles = styles
        self._ground = ground
        self._parts: list[tuple[str, int, tuple[int, ...]]] = []
        # What a field shows that stores no result, and its instruction.
        self._shown: dict[int, str] = {}
        self._told: dict[int, str] = {}
        # The fields whose instruction is being read, and those that were seen to end.
        self._fields: list[int] = []
        self._open: list[int] = []
        self._ended: set[int] = set()
        self._count = 0
        self.hid = False

    def read(self, paragraph: Element) -> str:
        """Return the words of a paragraph, text boxes left out. `hid` says whether some hide."""
        self._inside(paragraph, False)
        seen = (
            (part, lift) for part, lift, fields in self._parts if self._ended.isdisjoint(fields)
        )
        return levelled(seen).replace("\xa0", " ")

    def _inside(self, parent: Element, deleted: bool) -> None:
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child, deleted)
            elif tag in _WRAPPERS:
                self._inside(child, deleted)
            elif tag in _DELETIONS:
                self._inside(child, True)
            elif tag in _EQUATIONS:
                self._put(equation_text(child, lambda run: self._math(run, deleted)))
            elif tag == MC + "AlternateContent":
                for branch in alternatives(child):
                    self._inside(branch, deleted)

    def _look(self, run: Element, deleted: bool) -> Look:
        look = self._styles.look(run, self._ground)
        return replace(look, struck=True) if deleted else look

    def _run(self, run: Element, deleted: bool) -> None:
        self._content(run, self._look(run, deleted), deleted)

    def _content(self, run: Element, look: Look, deleted: bool) -> None:
        for child in run:
            tag = child.tag
            if tag in _TEXTS:
                self._say(child.text or "", look)
            elif tag == _PROPERTIES:
                continue
            elif tag == W + "sym":
                self._say(_symbol(child), look)
            elif tag in _BREAKS:
                page = child.get(W + "type") in ("page", "column")
                self._say("" if page else _BREAKS[str(tag)], look)
            elif tag == W + "fldChar":
                self._field(child)
            elif tag == W + "instrText" and self._open:
                self._told[self._open[-1]] += child.text or ""
            elif tag == W + "ruby":
                for base in child.iter(W + "rubyBase"):
                    self._inside(base, deleted)
            elif tag == MC + "AlternateContent":
                for branch in alternatives(child):
                    self._content(branch, look, deleted)

    def _math(self, run: Element, deleted: bool) -> str:
        look = self._look(run, deleted)
        return "".join(look.seen(t.text or "") for t in run if t.tag in (M + "t", W + "t"))

    def _say(self, text: str, look: Look) -> None:
        self.hid = self.hid or (look.hidden and bool(text.strip()))
        self._put(look.seen(text), look.lift)

    def _put(self, text: str, lift: int = 0) -> None:
        if text:
            self._parts.append((text, lift, tuple(self._open)))

    def _field(self, mark: Element) -> None:
        """Follow a field's marks. An instruction without an end is taken for words."""
        kind = mark.get(W + "fldCharType") or ""
        if kind == "begin":
            self._count += 1
            self._shown[self._count], self._told[self._count] = chosen(mark), ""
            self._fields.append(self._count)
            self._open.append(self._count)
        elif kind in ("separate", "end") and self._fields:
            field = self._fields[-1]
            if field in self._open:
                self._open.remove(field)
                self._ended.add(field)
                if kind == "end":
                    self._put(self._shown[field] or field_result(self._told[field]))
            if kind == "end":
                self._fields.pop()


def alternatives(element: Element) -> Iterator[Element]:
    """Yield the one branch of alternative content that is read: the choice, else the fallback.

    A choice of a kind that is not known here, without any words, gives way too.
    """
    choice, fallback = element.find(MC + "Choice"), element.find(MC + "Fallback")
    if choice is not None and fallback is not None and not _speaks(choice) and _speaks(fallback):
        choice = fallback
    if choice is None:
        choice = fallback
    if choice is not None:
        yield choice


def _speaks(branch: Element) -> bool:
    return next(branch.iter(W + "t", W + "sym", M + "t"), None) is not None


def _symbol(element: Element) -> str:
    """Return a symbol's character; the private ones of symbol fonts show as a box."""
    code = element.get(W + "char") or ""
    try:
        return chr(int(code, 16)) if int(code, 16) < 0xE000 else "□"
    except ValueError:
        return ""
