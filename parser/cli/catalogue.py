"""`rules`: lists the checks, or explains one from its help page."""

from __future__ import annotations

import sys

from parser.rules import help_page
from parser.rules.registry import all_rules


def show(code: str | None) -> int:
    """List every check, or explain the one with that code; return the exit code."""
    known = {rule.code: rule for rule in all_rules()}
    if code is None:
        for rule in known.values():
            print(f"{rule.code}  {rule.severity.label}  {rule.title}  {rule.title_en}")
        return 0
    if code.upper() not in known:
        print(f"没有编号为 {code} 的检查。main.py rules 列出全部编号。", file=sys.stderr)
        return 2
    print(help_page.as_text(help_page.load(code.upper())), end="")
    return 0
