"""PDF files that break off: what there is of them, with the end that they lack."""

from __future__ import annotations

import re

END = b"%%EOF"
# A whole file ends with the mark, or with few bytes behind it.
_TAIL = 4096
_OBJECT = re.compile(rb"(?<!\d)(\d{1,7}) (\d{1,5}) obj\b(?:(?!endobj|stream).){0,4000}", re.S)
_KIND = re.compile(rb"/Type\s*/(Catalog|Pages|Page)\b")
# No honest file has objects of these numbers.
_CATALOG, _TREE = 9_999_998, 9_999_999


def breaks_off(data: bytes) -> bool:
    """Say whether the end of the file is missing."""
    return END not in data[-_TAIL:]


def ended(data: bytes) -> bytes | None:
    """Return the file with a trailer that leads to the pages it has, None where it has none."""
    # A trailer that is cut would be taken for the file's.
    done = data.rfind(b"endobj")
    cut = [at for word in (b"xref", b"trailer") if (at := data.find(word, done)) >= 0]
    data = data[: min(cut, default=len(data))]
    found: dict[bytes, list[bytes]] = {}
    for item in _OBJECT.finditer(data):
        kind = _KIND.search(item[0])
        if kind:
            found.setdefault(kind[1], []).append(b"%s %s R" % (item[1], item[2]))
    if b"Page" not in found:
        return None
    more = b""
    if b"Catalog" in found and b"Pages" in found:
        root = found[b"Catalog"][-1]
    else:
        pages = b" ".join(found[b"Page"])
        root = b"%d 0 R" % _CATALOG
        more = b"%d 0 obj<</Type/Catalog/Pages %d 0 R>>endobj\n" % (_CATALOG, _TREE)
        more += b"%d 0 obj<</Type/Pages/Kids[%s]>>endobj\n" % (_TREE, pages)
    return data + b"\nendstream endobj\n" + more + b"trailer<</Root " + root + b">>\n" + END
