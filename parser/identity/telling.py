"""What of names and titles tells reports apart: all but what each annual report is called."""

from __future__ import annotations

import re

_EVERYWHERE = re.compile(r"(?:政府)?信息公开(?:工作)?(?:年度)?(?:工作)?报告|年度(?:工作)?报告")


def telling(text: str) -> str:
    """Return a title or a file's name without the words that every title has."""
    return _EVERYWHERE.sub("", text)
