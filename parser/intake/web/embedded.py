"""Pictures, frames, objects and scripts: what a page shows that is no text in its file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from parser.intake.characters import squeezed
from parser.intake.script import to_simplified
from parser.intake.web.elements import FRAMES
from parser.intake.web.scripted import Scripts
from parser.intake.web.unread import Kind

# Something not read on the way: its kind and what it is called.
Met = tuple[Kind, str]
# Narrower or lower pictures hold no table, and in a cell no figure; in pixels.
TABLE_SIZE = (200, 60)
FIGURE_SIZE = (4, 4)
_SHOWN_SIZE = (11, 11)
_ICON = re.compile(r"icon|logo|fileTypeImages|spacer|blank\.|loading|qrcode|ewm", re.I)
# Labels that a hidden table has where it is one of the official ones.
_OFFICIAL = re.compile(r"规范性文件|规章|信息公开申请|自然人|行政复议|行政诉讼")
_LABEL = re.compile(r"[\u4e00-\u9fff]{2}")
_FULL = 10
_LATE = re.compile(r"data-(?:src|original|lazy(?:-src)?|url|echo|actualsrc)|lazy-?src")
_SIZE = re.compile(r"\s*(\d+)")


def not_text(
    element: HtmlElement, tag: str, scripts: Scripts, smallest: tuple[int, int]
) -> Iterator[Met]:
    """Yield what an element shows that is not text in the file, from a size in pixels on."""
    if tag == "script":
        # In a cell of its own a script has nothing to do but to write a figure there.
        alone = smallest == FIGURE_SIZE and bool((element.text or "").strip())
        if alone or scripts.writes_here(element):
            yield "script", ""
    elif tag in FRAMES:
        address = (element.get("src") or element.get("data") or "").strip()
        saved = address and not address.startswith(("javascript:", "about:"))
        if saved and _is_large(element, _SHOWN_SIZE):
            yield ("frame" if tag in ("iframe", "frame") else "object"), address[:80]
    elif _is_large(element, smallest):
        # Pictures that are fetched late have their own address beside that of a stand-in.
        late = (str(name) for name in element.attrib if _LATE.fullmatch(str(name)))
        address = next((a for n in late if (a := element.get(n) or "")), element.get("src") or "")
        address = address.strip()
        if tag != "img" or (address and not _ICON.search(address[:200])):
            yield "picture", ""


def official_labels(element: HtmlElement) -> Iterator[frozenset[str]]:
    """Yield the labels of each official table that an element is or holds."""
    for table in element.iter("table"):
        cells = [c for c in table.iter("td", "th") if next(c.iterancestors("table")) is table]
        texts = [squeezed(str(cell.text_content())) for cell in cells]
        if len(cells) >= _FULL and _OFFICIAL.search(to_simplified(" ".join(texts))):
            yield frozenset(text for text in texts if _LABEL.search(text))


def _is_large(element: HtmlElement, smallest: tuple[int, int]) -> bool:
    """Say whether an element is not known to be smaller than so many pixels."""
    for name, least in zip(("width", "height"), smallest, strict=True):
        style = re.search(rf"(?<![\w-]){name}\s*:\s*(\d+)(?:\.\d+)?px", element.get("style") or "")
        found = style or _SIZE.fullmatch((element.get(name) or "").removesuffix("px"))
        if found and int(found.group(1)) < least:
            return False
    return True
