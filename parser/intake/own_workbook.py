"""How the program knows a workbook of its own again: in a folder of reports it is none of them."""

from __future__ import annotations

import zipfile
from pathlib import Path

# Stands among the key words of the workbook's properties.
MARK = "jianbao-workbook"
_PROPERTIES = "docProps/core.xml"
# Properties that are larger are nobody's honest key words.
_MOST = 64 * 1024


def is_own_workbook(file: Path) -> bool:
    """Say whether the file is a workbook that this program has written."""
    if file.suffix.lower() != ".xlsx":
        return False
    try:
        with zipfile.ZipFile(file) as archive, archive.open(_PROPERTIES) as properties:
            return MARK.encode() in properties.read(_MOST)
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return False  # broken, encrypted, or no workbook: its reader will say so
