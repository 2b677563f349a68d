"""How a passage looks on the page: shown or not, struck out, raised above the line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from parser.intake.strikes import lowered, raised, struck

# Letters moved so far off their line, in half points, are seen to be.
_LIFT = 4
# Letters moved farther, in half points, are off the page.
AWAY = 300
# Colours that differ by no more in each channel (0 to 255) are one to the eye.
_ALIKE = 5


@dataclass(frozen=True, slots=True)
class Look:
    """What makes a passage count or not. `script` is 1 above the line, -1 below it, else 0.

    `lift` is how far the letters are moved up, in half points.
    """

    hidden: bool = False
    struck: bool = False
    script: int = 0
    lift: int = 0

    def seen(self, text: str) -> str:
        """Return what the page shows of the text, marked where it shows it struck out."""
        if self.hidden:
            return ""
        text = raised(text) if self.script > 0 else lowered(text) if self.script < 0 else text
        # A line may be taken from its paragraph: no mark goes over its end.
        return "\n".join(map(struck, text.split("\n"))) if self.struck else text


PLAIN = Look()


def levelled(passages: Iterable[tuple[str, int]]) -> str:
    """Return passages, each with its `lift`, as one text.

    Most stand on the line; digits off it, beside digits on it, are those of a note.
    """
    there = [(text, lift) for text, lift in passages if text]
    if len({lift for _, lift in there}) < 2:
        return "".join([text for text, _ in there])
    heights = Counter[int]()
    for text, lift in there:
        heights[lift] += len(text.strip())
    line = max(heights, key=lambda lift: (heights[lift], -abs(lift)), default=0)
    if all(abs(lift - line) < _LIFT for lift in heights):
        return "".join(text for text, _ in there)
    result: list[str] = []
    for i, (text, lift) in enumerate(there):
        before = result[-1][-1:] if result else ""
        after = there[i + 1][0][:1] if i + 1 < len(there) else ""
        if abs(lift - line) >= _LIFT and (before.isdigit() or after.isdigit()):
            text = raised(text) if lift > line else lowered(text)
        result.append(text)
    return "".join(result)


def alike(one: str | None, two: str | None) -> bool:
    """Say whether two colours (RRGGBB) cannot be told apart; not where one is unknown."""
    a, b = channels(one), channels(two)
    return (
        a is not None
        and b is not None
        and all(abs(x - y) <= _ALIKE for x, y in zip(a, b, strict=True))
    )


def channels(colour: str | None) -> bytes | None:
    """Return red, green and blue of a colour as RRGGBB; None where it is none."""
    if colour is None or len(colour) != 6:
        return None
    try:
        return bytes.fromhex(colour)
    except ValueError:
        return None


def is_white(colour: str | None) -> bool:
    """Say whether a colour, as RRGGBB, cannot be seen on white paper."""
    return alike(colour, "FFFFFF")
