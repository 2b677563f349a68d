"""Which numbers a figure of a form accepts, and in what words one is refused.

What a column may hold is a fact of the form (`FormColumn.kind`); checks V104 and V106 say the same
of what a report prints.
"""

from __future__ import annotations

from parser.model import Number
from parser.official.form import Form
from parser.text.numbers import typed_number, whole

# Eleven digits are a telephone number, or two figures typed as one; no body counts so many.
MOST_DIGITS = 10


def why_refused(form: Form, key: str, text: str) -> str:
    """Say in a sentence why what was typed cannot be the figure `key`; "" where it can.

    Nothing typed says that the cell is rightly blank, and is accepted. KeyError where the form has
    no such figure.
    """
    place = form.find(key)
    if place is None:
        raise KeyError(key)
    column = place[2]
    try:
        number = typed_number(text)
    except ValueError:
        return f"“{text.strip()}”不是数字：请输入阿拉伯数字；原文是空白的，就把这一格清空。"
    if number is None:
        return ""
    return _refusal(column.label, column.kind, number, text.strip())


def _refusal(label: str, kind: str, number: Number, text: str) -> str:
    if kind != "decimal" and not isinstance(whole(number), int):
        return f"“{label}”是件数，只能是整数，不能是 {text}。"
    if kind != "signed" and number < 0:
        return f"“{label}”不能是负数，不能是 {text}。"
    digits = len(str(abs(int(number))))
    if digits > MOST_DIGITS:
        return f"{text} 有 {digits} 位，太长了：请看是不是电话号码，或把两个数连着输入了。"
    return ""
