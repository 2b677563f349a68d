"""The keys that the auditor chose for commands, kept beside those that they come with."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QKeySequence

from gui.actions import COMMANDS
from gui.command import give_keys

GROUP = "keys"
PORTABLE = QKeySequence.SequenceFormat.PortableText
# Without a held key these are figures, verdicts, notes or what moves through a list.
HELD = ("Ctrl", "Alt", "Meta")


def usual() -> dict[str, tuple[str, ...]]:
    """Return the keys that the commands come with, by name."""
    return {command.name: command.keys for command in COMMANDS}


def load(store: QSettings | None = None) -> dict[str, tuple[str, ...]]:
    """Return the keys in use: the chosen ones, else those that a command comes with.

    A choice that is no key, or is another command's by now, is left out.
    """
    store = store or QSettings()
    keys = usual()
    for name in keys:
        value = store.value(f"{GROUP}/{name}")
        if isinstance(value, str):
            chosen = QKeySequence.fromString(value, PORTABLE).toString(PORTABLE)
            others = {key for other, held in keys.items() if other != name for key in held}
            if not chosen or (is_free(chosen) and chosen not in others):
                keys[name] = (chosen,) if chosen else ()
    return keys


def save(keys: Mapping[str, tuple[str, ...]], store: QSettings | None = None) -> None:
    """Keep these keys; those that a command comes with are not written."""
    store = store or QSettings()
    for name, plain in usual().items():
        held = keys.get(name, plain)
        if held == plain:
            store.remove(f"{GROUP}/{name}")
        else:
            store.setValue(f"{GROUP}/{name}", held[0] if held else "")
    store.sync()


def apply(
    actions: Mapping[str, QAction], keys: Mapping[str, tuple[str, ...]] | None = None
) -> None:
    """Give the commands their keys; menus, tips and the sheet of keys follow."""
    in_use = keys or load()
    for command in COMMANDS:
        if command.name in actions:
            give_keys(command, actions[command.name], in_use[command.name])


def is_free(key: str) -> bool:
    """Say whether a key may be a command's: with Ctrl or Alt held, or a function key but F2."""
    *held, last = key.split("+")
    function = last.startswith("F") and last[1:].isdigit() and last != "F2"
    return function or any(one in held for one in HELD)
