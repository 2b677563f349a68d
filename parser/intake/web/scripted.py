"""What the scripts of a page write: read where it is a plain text, else told as not there.

No script is ever run. `document.write` of a literal puts exactly that literal into the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

_SCRIPT = re.compile(r"<script\b([^<>]*)>(.*?)</script\s*>", re.I | re.S)
_LITERAL = r"(?:\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|\d[\d.]*)"
_WRITE = rf"document\.write(?:ln)?\(\s*({_LITERAL}(?:\s*[+,]\s*{_LITERAL})*)\s*\)"
_WRITES = re.compile(rf"\s*(?:<!--\s*)?(?:{_WRITE}\s*(?:;\s*)?)+(?://\s*)?(?:-->\s*)?")
# A script that is longer does more than write a few words.
_LONGEST = 4000
_ONE = re.compile(_WRITE)
_EACH = re.compile(_LITERAL)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.S)
_PLAIN_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "", "f": "", "v": "", "0": ""}
_WRITING = re.compile(r"document\s*\.\s*write(?:ln)?\s*\(")
# How scripts change what a page shows.
_FILLING = re.compile(
    r"innerHTML|innerText|textContent|insertAdjacent|insertRow|insertCell|appendChild|nodeValue"
    r"|createElement|\.(?:html|text|append|prepend|load|val|replaceWith|setData)\s*\(|\.value\s*="
    r"|new\s+Vue|createApp|ReactDOM|angular|ng-app"
)
_CELLS_IN_SCRIPT = re.compile(
    r"[\"'`][^\"'`\n]{0,80}\b(?:td|tr|tbody)\b[^\"'`\n]{0,40}[\"'`]|\.(?:cells|rows)\s*[\[(]"
)
_BOUND = re.compile(
    r"(?:v-text|v-html|v-model|v-bind:.*|:value|:text|ng-bind(?:-html)?|data-bind|x-text)"
)
_UNFILLED = re.compile(r"\{\{.*?\}\}|\$\{.*?\}|<%.*?%>", re.S)
# Elements looked up by what a variable holds.
_BY_VARIABLE = re.compile(
    r"getElementById\(\s*[A-Za-z_$]|\(\s*[\"'`][#.][\"'`]\s*\+|\(\s*`[#.]?\$\{"
)
# A script that says of the element with this name what it is to hold or whether it is seen.
_CHANGE = (
    r"(?:getElementById\(\s*[\"']{0}[\"']\s*\)|(?:\$|jQuery|querySelector)\(\s*[\"']#{0}[\"']\s*\))"
    r"\s*\.\s*(?:(?:innerHTML|innerText|textContent|outerHTML)\s*=(?!=)(?P<value>[^;\n]*)"
    r"|style\.(?:display|visibility)\s*=|(?:hide|remove|replaceWith)\s*\("
    r"|(?:html|text)\((?=\s*[^)\s]))"
)
_DATA = re.compile(r"json|template|text/html|x-", re.I)


def written_out(source: str) -> str:
    """Return the page with each script that only writes literals replaced by what it writes."""
    return _SCRIPT.sub(_outcome, source) if "document.write" in source else source


def _outcome(script: re.Match[str]) -> str:
    own = len(script[2]) <= _LONGEST and "src" not in script[1].lower()
    if not own or not _WRITES.fullmatch(script[2]):
        return script[0]
    literals = (each for one in _ONE.findall(script[2]) for each in _EACH.findall(one))
    text = "".join(_unescaped(each.strip("\"'")) for each in literals)
    # Scripts that write scripts are counters and players, never figures.
    return script[0] if "<script" in text.lower() else text


def _unescaped(text: str) -> str:
    def character(found: re.Match[str]) -> str:
        code = found[1]
        if len(code) > 1:
            return chr(int(code[1:], 16))
        return _PLAIN_ESCAPES.get(code, code)

    return _ESCAPE.sub(character, text)


def is_unfilled(text: str) -> bool:
    """Say whether a text holds the place of a value that a script or server was to put in."""
    return _UNFILLED.search(text) is not None


class Scripts:
    """The scripts of one page, and which of its elements they speak of."""

    def __init__(self, root: HtmlElement) -> None:
        scripts = [s for s in root.iter("script") if not _DATA.search(s.get("type") or "")]
        self._text = "\n".join(s.text or "" for s in scripts)
        self._away = any(s.get("src") for s in scripts)
        self._asks = next(root.iter("noscript"), None) is not None
        self._fills = _FILLING.search(self._text) is not None
        self._anywhere = self._fills and _BY_VARIABLE.search(self._text) is not None
        self._cells = self._fills and _CELLS_IN_SCRIPT.search(self._text) is not None

    @property
    def is_empty(self) -> bool:
        """Say whether the page has no scripts at all, nor a word to those who run none."""
        return not self._text and not self._away and not self._asks

    def writes_here(self, script: HtmlElement) -> bool:
        """Say whether a script writes into the page where it stands, and no further script."""
        text = script.text or ""
        return _WRITING.search(text) is not None and not re.search(
            r"<script|%3Cscript|Date\(", text
        )

    def fills(self, element: HtmlElement) -> bool:
        """Say whether a script names the element, or one in it, to put something there."""
        for inner in element.iter():
            if isinstance(inner.tag, str):
                if any(_BOUND.fullmatch(str(name)) for name in inner.attrib):
                    return True
                if self._fills and any(self._names(name) for name in _handles(inner)):
                    return True
                if self._fills and any(self._chooses(name) for name in _classes(inner)):
                    return True
        return False

    def changes(self, element: HtmlElement, text: str) -> bool:
        """Say whether a script changes what stands in the element, but for putting in `text`."""
        if not self._text:
            return False
        names = {name for inner in element.iter() for name in _handles(inner)}
        return any(
            self._text.find(name) >= 0
            and any(
                _unquoted(found["value"] or "") != text.strip()
                for found in re.finditer(_CHANGE.format(re.escape(name)), self._text)
            )
            for name in names
        )

    def fills_cells(self, table: HtmlElement) -> bool:
        """Say whether a script puts something into the cells of the table by their places."""
        if self._cells:
            return True
        around = (table, *table.iterancestors())
        handles = (name for e in around[:4] for name in _handles(e))
        return self._fills and any(self._names(name) for name in handles)

    def may_fill(self, cells: list[HtmlElement]) -> bool:
        """Say whether the cells have names for a script that tells or shows none of them."""
        named = sum(any(True for e in cell.iter() for _ in _handles(e)) for cell in cells)
        return (self._away or self._anywhere) and len(cells) >= 3 and named >= 0.8 * len(cells)

    def _names(self, name: str) -> bool:
        stem = name.rstrip("0123456789")
        if stem not in self._text:
            return False
        around, own = "[^\"'`\\n]{0,80}", re.escape(name)
        quoted = rf"[\"'`](?:{around}[#.\s=(])?{own}(?![\w-]){around}[\"'`]"
        key = rf"(?<![\w$-]){own}\s*:(?!:)"
        if name in self._text and re.search(f"{quoted}|{key}", self._text):
            return True
        # Names with a number are put together: "c" + i.
        joined = rf"[\"'`][#.]?{re.escape(stem)}(?:[\"']\s*\+|\$\{{)"
        return stem not in ("", name) and re.search(joined, self._text) is not None

    def _chooses(self, name: str) -> bool:
        choice = rf"[\"'`][^\"'`\n]{{0,80}}\.{re.escape(name)}(?![\w-])"
        lookup = rf"getElementsByClassName\(\s*[\"']{re.escape(name)}[\"']"
        return name in self._text and re.search(f"{choice}|{lookup}", self._text) is not None


def _unquoted(value: str) -> str:
    return value.strip().rstrip(";)").strip().strip("\"'`").strip()


def _classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()


def _handles(element: HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    for name, value in element.attrib.items():
        key = str(name)
        if (key in ("id", "name") or key.startswith("data-")) and len(str(value)) >= 2:
            yield str(value)
