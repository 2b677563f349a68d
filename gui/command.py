"""A command of the window as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence

from gui.keyboard import names_of


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


def give_keys(command: Command, action: QAction, keys: Sequence[str]) -> None:
    """Let a command be given by these keys, and its tip say so."""
    # As written here: in the window's language Qt has one name for the two keys called Enter.
    portable = QKeySequence.SequenceFormat.PortableText
    action.setShortcuts([QKeySequence.fromString(key, portable) for key in keys])
    action.setToolTip(f"{action.statusTip()}{_keys_said(command, action)}")


def _keys_said(command: Command, action: QAction) -> str:
    keys = names_of(action.shortcuts())[:1]
    if not command.listed:
        return f"（{keys[0]}）" if keys else ""
    said = QCoreApplication.translate("Actions", "在问题清单里按 {0}").format(command.listed)
    return f"（{'；'.join([*keys, said])}）"
