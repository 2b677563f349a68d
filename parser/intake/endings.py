"""The endings that files go by, for those who offer files to choose; bytes say what a file is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parser.intake.packed.container import ENDINGS as ARCHIVES
from parser.intake.reader import READERS

# Kinds whose files go by other endings than the kind's own name.
_OTHERS: dict[str, tuple[str, ...]] = {
    "md": ("md", "markdown"),
    "tsv": ("tsv", "tab"),
    "html": ("html", "htm", "shtml", "xhtml"),
    "mht": ("mht", "mhtml"),
    "docx": ("docx", "docm"),
    "xlsx": ("xlsx", "xlsm"),
    "jpg": ("jpg", "jpeg"),
    "tif": ("tif", "tiff"),
    "flatopc": ("xml",),
    "wordxml": ("xml",),
    "excelxml": ("xml", "xls"),
}
# Kinds of bytes that are characters in one encoding or another, which may be told wrongly.
_ENCODED = ("txt", "md", "csv", "tsv", "html")


# What people call the kinds, in the order in which they are told.
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "word": ("docx", "doc", "wps", "rtf", "odt", "fodt", "wordxml", "flatopc"),
    "page": ("pdf", "ofd"),
    "web": ("html", "mht"),
    "sheet": ("xlsx", "xls", "et", "ods", "fods", "csv", "tsv", "excelxml"),
    "text": ("txt", "md"),
    "scan": ("png", "jpg", "tif"),
}


def families() -> dict[str, tuple[str, ...]]:
    """Return the endings to name to people, family by family, the usual one of each kind.

    "archive" is the last family.
    """
    usual = {
        family: tuple(dict.fromkeys(endings([kind])[0] for kind in kinds))
        for family, kinds in FAMILIES.items()
    }
    return {**usual, "archive": ARCHIVES}


def endings(kinds: Iterable[str]) -> tuple[str, ...]:
    """Return the endings of these kinds, without the dot, each once."""
    return tuple(dict.fromkeys(end for kind in kinds for end in _OTHERS.get(kind, (kind,))))


def known() -> tuple[str, ...]:
    """Return the endings of everything that can be read, archives last."""
    return tuple(dict.fromkeys((*endings(READERS), *ARCHIVES)))


def is_encoded(name: str) -> bool:
    """Say whether a file of that name is likely to be text in an encoding that is to be told."""
    return name.lower().rpartition(".")[2] in endings(_ENCODED)
