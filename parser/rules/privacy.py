"""P101: numbers of persons that must not be published: identity cards and mobile telephones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from parser.model import Document, Severity, Span
from parser.model.said import joined, say
from parser.rules.case import Case
from parser.rules.registry import Hit, rule

_WIDTH = {0xFF10 + i: 0x30 + i for i in range(10)}
_ID = re.compile(r"(?<![\dA-Za-z])[1-8]\d{16}[\dXxＸ](?![\dA-Za-z])")
_MOBILE = re.compile(r"(?<![\dA-Za-z_./=&?-])1[3-9]\d([ -]?)\d{4}\1\d{4}(?![\dA-Za-z@_]|\.\w)")
# GB 11643: weights of the first seventeen digits and the check characters by remainder.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
# First two digits: provinces, regions, municipalities, Hong Kong, Macao, Taiwan.
_REGIONS = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
# What an office gives as its own number, whatever its digits.
_OFFICE = re.compile(
    r"(?:电话|联系方式|热线|传真|专线|号码|座机|值班|客服|总机|联系人[^。；\n]{0,16}|Tel|tel|TEL)"
    r"[^，。；\n\d]{0,10}(?:[\d -]{5,}[、/，或 ])?[^，。；\n\d]{0,4}$"
)
_PERSON = re.compile(
    r"(?:申请人|当事人|举报人|投诉人|村民|居民|户主|群众|信访人|来访人|受益人|患者|学生|家长|本人|身份证"
    r"|姓名|手机号?|私人)[^。\n]{0,30}$"
)
_BEFORE = 60


@rule(
    "P101",
    title="公开了个人的身份证号或手机号",
    title_en="An identity-card number or a person's mobile number is published",
    severity=Severity.ERROR,
    basis="《个人信息保护法》；《政府信息公开条例》第十五条：涉及个人隐私的政府信息不得公开",
)
def personal_numbers(case: Case) -> Iterator[Hit]:
    """Office numbers and published names are no secrets; a person's own numbers are."""
    document = case.document
    if document is None or not case.report.bodies:
        return
    text = document.text.translate(_WIDTH)
    cards = [
        Span(*m.span())
        for m in _ID.finditer(text)
        if is_identity_number(m.group().upper().replace("Ｘ", "X"))
    ]
    mobiles = [Span(*m.span()) for m in _MOBILE.finditer(text) if _is_personal(text, m.start())]
    cards = [span for span in cards if _in_report(document, case, span)]
    mobiles = [span for span in mobiles if _in_report(document, case, span)]
    if not cards and not mobiles:
        return
    told: list[str] = []
    if cards:
        masked = _masked(text, cards)
        told.append(say("身份证号{count}个（{masked}）", count=len(cards), masked=masked))
    if mobiles:
        masked = _masked(text, mobiles)
        told.append(say("手机号{count}个（{masked}）", count=len(mobiles), masked=masked))
    yield Hit(
        say("文中公开了个人的{told}，应删除或隐去。", told=joined("、", told)),
        spans=(*cards, *mobiles),
    )


def is_identity_number(number: str) -> bool:
    """Say whether eighteen characters are a resident identity number: region, birthday, check."""
    if not re.fullmatch(r"\d{17}[\dX]", number) or not _REGIONS.match(number):
        return False
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    if not 1900 <= born.year <= date.today().year:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == number[17]


def _is_personal(text: str, start: int) -> bool:
    before = text[max(0, start - _BEFORE) : start]
    line = before.rpartition("\n")[2]
    return bool(_PERSON.search(line)) or not _OFFICE.search(before)


def _in_report(document: Document, case: Case, span: Span) -> bool:
    if any(hole.covers(span) for hole in document.furniture):
        return False
    return not any(t.span.covers(span) for body in case.report.bodies for t in body.tables)


def _masked(text: str, spans: list[Span]) -> str:
    """Name the numbers without repeating them: a list of findings is passed around too."""
    numbers = [re.sub(r"[ -]", "", span.of(text)) for span in spans]
    return joined("、", (f"{number[:3]}****{number[-4:]}" for number in dict.fromkeys(numbers)))
