"""T301–T303: what the prose says of documents, fees and decisions, against table two."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from parser.claims import Claim
from parser.claims.figures import PROCESSING_FEE
from parser.model import Number, Place, Role, Severity
from parser.model.said import say
from parser.rules.case import Case
from parser.rules.prose_requests import BASIS, contradictions, place, quote
from parser.rules.registry import Hit, filed_rule

_FEES = "disclosure.fees.amount"
_YUAN = 10_000


@filed_rule(
    "T301",
    title="文字所写规章、规范性文件件数与表二不一致",
    title_en="Prose and table differ: normative documents and rules",
    severity=Severity.WARNING,
    basis=BASIS,
)
def documents(case: Case, code: str) -> Iterator[Hit]:
    """Documents made, repealed and in force are those of the table."""
    return contradictions(case, code)


@filed_rule(
    "T302",
    title="文字所写收费与表二不一致",
    title_en="Prose and table differ: fees",
    severity=Severity.WARNING,
    basis=BASIS + "；信息处理费属行政事业性收费（国办函〔2020〕109号），应含在第（八）项之内",
)
def fees(case: Case, code: str) -> Iterator[Hit]:
    """The fees named are those of the table; 信息处理费 is part of them and cannot exceed them."""
    yield from contradictions(case, code)
    figure = case.figures.get(_FEES)
    if figure is None or figure.value is None:
        return
    charged = [claim for claim in case.claims if claim.about == PROCESSING_FEE and claim.value]
    largest = max(charged, key=lambda claim: claim.value, default=None)
    if largest is not None and largest.value > figure.value:
        yield _beyond_fees(case, largest, figure.value)


@filed_rule(
    "T303",
    title="文字所写行政许可、处罚、强制件数与表二不一致",
    title_en="Prose and table differ: licences, penalties, coercive measures",
    severity=Severity.WARNING,
    basis=BASIS,
)
def decisions(case: Case, code: str) -> Iterator[Hit]:
    """Decisions taken are those of the table; items published are not decisions."""
    return contradictions(case, code)


def _beyond_fees(case: Case, claim: Claim, amount: Number) -> Hit:
    yuan = (Decimal(claim.value) * _YUAN).normalize()
    arithmetic = say(
        "{yuan:f} 元＝{wan:f} 万元＞{amount} 万元",
        yuan=yuan,
        wan=Decimal(claim.value).normalize(),
        amount=amount,
    )
    return Hit(
        message=say(
            "{place}写“{quote}”，信息处理费属行政事业性收费，应含在表二“行政事业性收费”之内，"
            "而表二是 {amount} 万元：{arithmetic}",
            place=place(case, claim.span),
            quote=quote(case, claim.span),
            amount=amount,
            arithmetic=arithmetic,
        ),
        figures=(_FEES,),
        spans=(claim.span, *case.spans((_FEES,))),
        expected=amount,
        actual=claim.value,
        arithmetic=arithmetic,
        severity=Severity.INFO if claim.open else None,
        places=(
            Place("", "", claim.span, claim.value, None, Role.STATED),
            Place("", _FEES, case.figures[_FEES].span, amount, None, Role.CELL),
        ),
    )
