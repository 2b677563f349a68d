"""What is said of one place of a finding: what stands there, and what is expected."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.words import QT_TRANSLATE_NOOP
from parser.model import Place, Role
from parser.text.numbers import written

CONTEXT = "Places"
_HERE = QT_TRANSLATE_NOOP("Places", "这里 {0}")
_DUE = QT_TRANSLATE_NOOP("Places", "这里 {0}，应为 {1}")
_BLANK = QT_TRANSLATE_NOOP("Places", "空白")
# {0} stands there, {1} is what would fit.
_SAID = {
    Role.STATED: QT_TRANSLATE_NOOP("Places", "这里写 {0}，应为 {1}"),
    Role.CELL: QT_TRANSLATE_NOOP("Places", "这里 {0}，文字写 {1}"),
    Role.TOTAL: QT_TRANSLATE_NOOP("Places", "这里 {0}，按各项之和应为 {1}"),
    Role.OPERAND: QT_TRANSLATE_NOOP("Places", "这里 {0}，其余各数不变则应为 {1}"),
    Role.CARRIED_OUT: QT_TRANSLATE_NOOP("Places", "这里 {0}，应为 {1}（下一年度报告上年结转 {1}）"),
    Role.CARRIED_IN: QT_TRANSLATE_NOOP("Places", "这里 {0}，应为 {1}（上一年度报告结转下年 {1}）"),
    Role.EARLIER: QT_TRANSLATE_NOOP("Places", "这里 {0}，按下一年度报告应为 {1}"),
    Role.LATER: QT_TRANSLATE_NOOP("Places", "这里 {0}，按上一年度报告应为 {1}"),
    Role.WHOLE: QT_TRANSLATE_NOOP("Places", "这里 {0}，所属各单位之和为 {1}"),
    Role.DIFFERS: QT_TRANSLATE_NOOP("Places", "这里 {0}，另一处是 {1}"),
}


def said_of(place: Place) -> str:
    """Say what stands at a place and what is expected there; "" where there is nothing to say."""
    if place.found is None and place.expected is None:
        return ""
    found = written(place.found) or QCoreApplication.translate(CONTEXT, _BLANK)
    if place.expected is None:
        return QCoreApplication.translate(CONTEXT, _HERE).format(found)
    sentence = QCoreApplication.translate(CONTEXT, _SAID.get(place.role, _DUE))
    return sentence.format(found, written(place.expected))
