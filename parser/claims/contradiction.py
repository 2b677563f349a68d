"""Holds a claim against the figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from parser.claims.claim import Claim, Interpretation
from parser.model import Figure, Number
from parser.model.said import say


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A claim that the figures do not bear out: they say `total` where it says its value.

    `doubt` is why it may still be right: scope, wording, or what would have to be supposed.
    """

    claim: Claim
    interpretation: Interpretation
    total: Number
    doubt: str = ""


def contradiction(claim: Claim, figures: Mapping[str, Figure]) -> Contradiction | None:
    """Return what contradicts the claim, None where it holds or cannot be judged.

    A blank, missing or unreadable operand makes an interpretation not assessable: nothing is put
    in its place, and no interpretation is called wrong while another one cannot be assessed.
    """
    supposed = _supposed(claim.base, figures) if claim.base is not None else ""
    plain = [r for r in claim.interpretations if not r.why or r.why == supposed]
    totals = [total_of(interpretation, figures) for interpretation in plain]
    if not plain or any(total is None for total in totals):
        return None
    if any(agrees(claim, total) for total in totals if total is not None):
        return None
    first = totals[0]
    assert first is not None
    for interpretation in claim.interpretations:
        total = total_of(interpretation, figures) if interpretation not in plain else None
        if total is not None and agrees(claim, total):
            return Contradiction(
                claim, plain[0], first, say("{why}则相符，口径待核实", why=interpretation.why)
            )
    return Contradiction(claim, plain[0], first, claim.open)


def total_of(interpretation: Interpretation, figures: Mapping[str, Figure]) -> Number | None:
    """Return sum(plus) − sum(minus), None where an operand has no value."""
    total: Number = 0
    for key in interpretation.keys:
        figure = figures.get(key)
        if figure is None or figure.value is None:
            return None
        total = total - figure.value if key in interpretation.minus else total + figure.value
    return total


def agrees(claim: Claim, total: Number) -> bool:
    """Say whether the claim's value is the total, rounded or cut off at either's precision."""
    value = Decimal(claim.value)
    exact = Decimal(total)
    if value == exact:
        return True
    money = claim.code == "T302"
    if money and isinstance(total, Decimal):
        exponent = total.as_tuple().exponent
        step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
        if step > claim.step and exact in at_step(value, step):
            return True
    return (claim.step > 1 or money) and value in at_step(exact, claim.step)


def at_step(value: Decimal, step: Decimal) -> tuple[Decimal, Decimal]:
    """Return the value rounded half up, and cut off, at a place value (0.1, 1, 10000)."""
    places = value / step
    rounded = places.to_integral_value(rounding=ROUND_HALF_UP) * step
    return rounded, places.to_integral_value(rounding=ROUND_DOWN) * step


def _supposed(base: Claim, figures: Mapping[str, Figure]) -> str:
    """Return the supposition under which the whole agrees: its parts are read alike."""
    for interpretation in base.interpretations:
        total = total_of(interpretation, figures)
        if total is not None and agrees(base, total):
            return interpretation.why
    return ""
