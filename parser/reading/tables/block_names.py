"""What reports call the blocks of a table that stand side by side on the form.

（一）行政复议情况, 表四之二：行政诉讼（未经复议直接起诉）, 复议后起诉的行政诉讼.
"""

from __future__ import annotations

import re
from functools import lru_cache

from parser.official.form import Block, FormTable, forms
from parser.official.labels import fold

# What a name may say beside the block's label, folded: numbers, and words for a table and a case.
_BESIDE = re.compile(
    r"(?:附?表?[一二三四五六七八九十\d]+之?[一二三\d]*|第[一二三\d]部分|类[别型]|表|之|案件|应诉|被申请|申请"
    r"|被提起|提起|情况|统计|明细|数据|结果|处理|办理|的|单位件|件数?|数量)*"
)
_LONGEST = 30


def named(text: str, official: FormTable) -> Block | None:
    """Return the block that a text names, with or without the group that it belongs to."""
    at = _named(text, official.name)
    return official.blocks[at] if at is not None and at < len(official.blocks) else None


@lru_cache(maxsize=20_000)
def _named(text: str, name: str) -> int | None:
    words = fold(text)
    if not words or len(words) > _LONGEST:
        return None
    table = next(table for table in forms()[-1].tables if table.name == name)
    for at, block in enumerate(table.blocks):
        row = block.rows[0]
        label = fold(row.label)
        if label not in words:
            continue
        rest = words.replace(label, "", 1)
        for group in row.groups:
            rest = rest.replace(fold(group), "", 1)
        return at if _BESIDE.fullmatch(rest) else None
    return None


def is_group(text: str, official: FormTable) -> bool:
    """Say whether a text only names the group that some blocks belong to."""
    words = fold(text)
    for block in official.blocks:
        for group in block.rows[0].groups:
            label = fold(group)
            if label in words and _BESIDE.fullmatch(words.replace(label, "", 1)):
                return True
    return False
