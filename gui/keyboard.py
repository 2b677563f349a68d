"""Keys as they are printed on keyboards, and those that only work inside of a pane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QKeySequence

from gui.words import QT_TRANSLATE_NOOP

# What Qt calls otherwise. It has two names for Enter, and in Chinese says "Ctrl+回车".
_PRINTED = {
    "Right": "→",
    "Left": "←",
    "Up": "↑",
    "Down": "↓",
    "Return": "Enter",
    "PgUp": "PageUp",
    "PgDown": "PageDown",
}


@dataclass(frozen=True, slots=True)
class PaneKeys:
    """Keys that work where a pane has them: what they do there, and how they are printed."""

    text: str
    keys: tuple[str, ...]


IN_PANES: tuple[PaneKeys, ...] = (
    PaneKeys(QT_TRANSLATE_NOOP("ShortcutSheet", "问题：进到它的格里更正"), ("Enter", "F2")),
    PaneKeys(QT_TRANSLATE_NOOP("ShortcutSheet", "问题：上一条、下一条建议"), ("←", "→")),
    PaneKeys(QT_TRANSLATE_NOOP("ShortcutSheet", "备注：记下，回到问题"), ("Enter", "Esc")),
    PaneKeys(QT_TRANSLATE_NOOP("ShortcutSheet", "表格：更正选中的格"), ("Enter", "F2")),
    PaneKeys(QT_TRANSLATE_NOOP("ShortcutSheet", "表格：直接输入数字即开始更正"), ("0–9",)),
    PaneKeys(QT_TRANSLATE_NOOP("ShortcutSheet", "表格：回到问题"), ("Esc",)),
    PaneKeys(QT_TRANSLATE_NOOP("ShortcutSheet", "正在更正：放弃，原来的数不变"), ("Esc",)),
    PaneKeys(QT_TRANSLATE_NOOP("ShortcutSheet", "原文：查找"), ("Ctrl+F",)),
    PaneKeys(QT_TRANSLATE_NOOP("ShortcutSheet", "原文：查找的下一处、上一处"), ("F3", "Shift+F3")),
    PaneKeys(QT_TRANSLATE_NOOP("ShortcutSheet", "原文：选中光标处的问题"), ("Enter",)),
    PaneKeys(
        QT_TRANSLATE_NOOP("ShortcutSheet", "原件页面：放大、缩小"),
        (QT_TRANSLATE_NOOP("ShortcutSheet", "Ctrl+滚轮"),),
    ),
)


def names_of(keys: Sequence[QKeySequence]) -> list[str]:
    """Return the keys as they are printed on keyboards, each once."""
    found: dict[str, None] = {}
    for key in keys:
        *held, last = key.toString(QKeySequence.SequenceFormat.PortableText).split("+")
        found["+".join([*held, _PRINTED.get(last, last)])] = None
    return list(found)


class KeyNames(QTranslator):
    """Makes Qt's own menus print keys as everything else in the window does.

    To be installed last, so that it is asked before the translation that Qt ships.
    """

    def isEmpty(self) -> bool:
        """Say that there is something to ask."""
        return False

    def translate(
        self,
        context: bytes | bytearray | memoryview | str,
        sourceText: bytes | bytearray | memoryview | str,
        disambiguation: bytes | bytearray | memoryview | str | None = None,
        n: int = -1,
    ) -> str | None:
        """Answer for keys only."""
        if context not in ("QShortcut", b"QShortcut"):
            return None
        source = sourceText if isinstance(sourceText, str) else bytes(sourceText).decode()
        return _PRINTED.get(source, source)
