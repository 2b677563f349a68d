"""What the events of the log are called in the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from gui.models.findings import DECISION_TEXT
from gui.models.findings import said as said_decision
from gui.translation import spoken
from gui.words import QT_TRANSLATE_NOOP
from parser.model import Number, Repair
from parser.review.review import Review, decision_of
from parser.review.session import Event
from parser.text.numbers import written

KIND_TEXT: dict[str, str] = {
    "correct": QT_TRANSLATE_NOOP("EventWords", "更正"),
    "restore": QT_TRANSLATE_NOOP("EventWords", "恢复原值"),
    "judge": QT_TRANSLATE_NOOP("EventWords", "结论"),
    "mark": QT_TRANSLATE_NOOP("EventWords", "审结"),
    "join": QT_TRANSLATE_NOOP("EventWords", "附表"),
    "encoding": QT_TRANSLATE_NOOP("EventWords", "编码"),
    "carry": QT_TRANSLATE_NOOP("EventWords", "沿用到新版本"),
}
BLANK = QT_TRANSLATE_NOOP("EventWords", "空白")
REVIEWED = QT_TRANSLATE_NOOP("EventWords", "已审")
UNREVIEWED = QT_TRANSLATE_NOOP("EventWords", "未审")
NOTE = QT_TRANSLATE_NOOP("EventWords", "备注")
PARSED = QT_TRANSLATE_NOOP("EventWords", "原值")


def said(text: str) -> str:
    """Return one of this module's words in the window's language."""
    return QCoreApplication.translate("EventWords", text)


def what(event: Event, name_of: Callable[[str], str]) -> str:
    """Say what was done, and to what; `name_of` names figures."""
    kind = said(KIND_TEXT.get(event.kind, event.kind))
    if event.kind in ("correct", "restore"):
        return f"{kind} {name_of(event.target)}"
    if event.kind == "judge":
        if event.old == event.new:
            kind = said(NOTE)
        return f"{kind} {event.target.partition('-')[0]}"
    return kind


def dated(event: Event, name_of: Callable[[str], str]) -> str:
    """Say what was done, and when."""
    return f"{what(event, name_of)}（{moment(event)}）"


def value(event: Event, kept: str | None) -> str:
    """Say what stood before or after the event; `kept` is its `old` or its `new`."""
    if event.kind in ("correct", "restore"):
        return kept or said(BLANK)
    if event.kind == "judge":
        return said_decision(DECISION_TEXT[decision_of(kept)])
    if event.kind == "mark":
        return said(REVIEWED if kept else UNREVIEWED)
    return kept or ""


def changes(review: Review, repair: Repair) -> tuple[str, ...]:
    """Say of each change of a repair which cell it is, what stands there, and what would."""
    return tuple(
        f"{spoken(review.name_of(change.figure))} {number(change.before)} → {number(change.value)}"
        for change in repair.changes
    )


def moment(event: Event) -> str:
    """Say when it was done, in the time of the machine."""
    return f"{event.when.astimezone():%Y-%m-%d %H:%M}"


def number(amount: Number | None) -> str:
    """Write a figure's value; blank has a word."""
    return said(BLANK) if amount is None else written(amount)
