"""What is said of last year's figures beside this year's."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.words import QT_TRANSLATE_NOOP
from parser.official.layout import Beside
from parser.review.last_year import difference, value_of
from parser.review.review import Review
from parser.text.numbers import written

_UNKNOWN = QT_TRANSLATE_NOOP("LastYear", "没有数")
_BOTH = QT_TRANSLATE_NOOP("LastYear", "{0}：上年 {1}，本年 {2}")


def compared(review: Review | None, before: Review | None, beside: Beside) -> str:
    """Say what last year's report has for a figure, or how far this year's is from it."""
    then = value_of(before, beside.key)
    if not beside.difference:
        return written(then) if then is not None else "—"
    return difference(value_of(review, beside.key), then) or "—"


def both(review: Review | None, before: Review | None, key: str, name: str) -> str:
    """Say a figure's name, and what it was last year and is now."""
    said = (value_of(before, key), value_of(review, key))
    texts = [_said(_UNKNOWN) if value is None else written(value) for value in said]
    return _said(_BOTH).format(name, *texts)


def _said(text: str) -> str:
    return QCoreApplication.translate("LastYear", text)
