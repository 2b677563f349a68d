"""What the families of checks are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.words import QT_TRANSLATE_NOOP

FAMILY_TEXT = {
    "F": QT_TRANSLATE_NOOP("ChecksPage", "文件"),
    "S": QT_TRANSLATE_NOOP("ChecksPage", "结构"),
    "V": QT_TRANSLATE_NOOP("ChecksPage", "数值"),
    "A": QT_TRANSLATE_NOOP("ChecksPage", "勾稽"),
    "T": QT_TRANSLATE_NOOP("ChecksPage", "文表一致"),
    "Y": QT_TRANSLATE_NOOP("ChecksPage", "时间"),
    "N": QT_TRANSLATE_NOOP("ChecksPage", "名称"),
    "P": QT_TRANSLATE_NOOP("ChecksPage", "隐私与文字"),
    "X": QT_TRANSLATE_NOOP("ChecksPage", "跨年报"),
}


def family_name(family: str) -> str:
    """Name a family in the window's language."""
    return QCoreApplication.translate("ChecksPage", str(FAMILY_TEXT[family]))
