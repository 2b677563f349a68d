"""What stands in place of the tables where a report shows none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.translation import spoken
from gui.words import QT_TRANSLATE_NOOP
from parser.reading.gaps import gaps
from parser.review.review import Review

_NONE_CHOSEN = QT_TRANSLATE_NOOP("NoTables", "在左边选一份年报")
_UNREADABLE = QT_TRANSLATE_NOOP("NoTables", "这份文件读不了：\n{0}")
_UNREAD = QT_TRANSLATE_NOOP(
    "NoTables",
    "没有读到年报的三张表：文件有没读出的部分，表可能就在那里。\n"
    "不算单位缺报。怎样处理，见下面的问题。",
)
_NO_TABLES = QT_TRANSLATE_NOOP("NoTables", "这份文件里没有认出年报的三张表。\n左边是它的原文。")


def why_no_tables(review: Review | None) -> str:
    """Say why there are no tables to show."""
    if review is None:
        return _said(_NONE_CHOSEN)
    if review.current.status == "unreadable":
        return _said(_UNREADABLE).format(spoken(review.current.error or ""))
    document = review.current.document
    if document is not None and gaps(document):
        return _said(_UNREAD)
    return _said(_NO_TABLES)


def _said(text: str) -> str:
    return QCoreApplication.translate("NoTables", text)
