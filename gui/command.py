"""A command of the window as data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `brief` is what the toolbar says where the menu's text is too long for it.

    `listed` is the bare key that does the same while the list of findings has the keys.
    """

    name: str
    text: str
    icon: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    brief: str = ""
    checkable: bool = False
    checked: bool = False
    listed: str = ""
