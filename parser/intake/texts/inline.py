"""What programs leave of a page in a text: tags, character references, comments, escapes.

Markdown lets HTML stand within a line, and programs that convert to Markdown write it. The text
is given as a page would show it; `<br>` stays in the rows of tables, where it parts lines.
CommonMark 0.31: 2.4 escapes, 2.5 references, 6.6 raw HTML.
"""

from __future__ import annotations

import re
from html import unescape

from parser.intake.strikes import lowered, raised

_COMMENT = re.compile(r"<!--.{0,5000}?-->", re.S)
_PICTURE = re.compile(r"<!--\s*(?:image|picture|figure|图片)\b.{0,200}-->", re.I | re.S)
# Words that a page does not show, and the readings set above characters.
_UNSEEN = re.compile(
    r"<(?P<tag>span|p|div|font)\b[^<>]*display\s*:\s*none[^<>]*>[^<]*</(?P=tag)\s*>"
    r"|<r[tp]\b[^<>]*>[^<]*</r[tp]\s*>",
    re.I,
)
_RAISED = re.compile(r"<sup\b[^<>]*>([^<>\n]*)</sup\s*>", re.I)
_LOWERED = re.compile(r"<sub\b[^<>]*>([^<>\n]*)</sub\s*>", re.I)
_TAG = re.compile(
    r"</?(?:a|b|strong|i|em|u|ins|mark|span|font|p|div|center|small|big|code|nobr|ruby|rb"
    r"|h[1-6]|o:p|section|article)(?:\s[^<>]*)?/?>",
    re.I,
)
_BREAK = re.compile(r"<\s*/?\s*br\s*/?\s*>", re.I)
_REFERENCE = re.compile(r"&(?:[a-z]{2,8}\d{0,2}|#\d{1,6}|#x[0-9a-f]{1,5});", re.I)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[\]^-`{}~])")


def shown(text: str) -> str:
    """Return the text without what a page of it would not show. Line breaks stay."""
    if "<" in text:
        text = _without_tags(text)
    if "&" in text:
        text = _REFERENCE.sub(_referred, text)
    return _ESCAPE.sub("", text) if "\\" in text else text


def _without_tags(text: str) -> str:
    text = _COMMENT.sub(_commented, text)
    text = _UNSEEN.sub("", text)
    text = _RAISED.sub(lambda found: raised(found[1]), text)
    text = _LOWERED.sub(lambda found: lowered(found[1]), text)
    text = _TAG.sub("", text)
    if _BREAK.search(text):
        lines = text.split("\n")
        text = "\n".join(line if "|" in line else _BREAK.sub("\n", line) for line in lines)
    return text


def _commented(found: re.Match[str]) -> str:
    """Return what a comment leaves: its line ends, and the picture that a converter names so."""
    picture = _PICTURE.fullmatch(found[0])
    return ("〔图片〕" if picture else "") + "\n" * found[0].count("\n")


def _referred(found: re.Match[str]) -> str:
    """Return the character that a reference names; spaces of any width are spaces, no line ends."""
    said = unescape(found[0])
    if not said.strip() or said in "\u200b\u200c\u200d\ufeff":
        return " " if said.isspace() else ""
    return "\\|" if said == "|" else said
