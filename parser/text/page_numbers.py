"""Page numbers that a page prints on itself: - 4 -, 第 4 页, 第4页 共10页."""

from __future__ import annotations

import re

_PAGE_NUMBER = re.compile(
    r"^(?:[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d{1,4}\s*页(?:.{0,3}共\s*\d+\s*页)?)$"
)


def is_page_number(text: str) -> bool:
    """Say whether a line is a page number and nothing else."""
    return bool(_PAGE_NUMBER.match(text.strip()))
