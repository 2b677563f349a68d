"""How a passage looks on the page: shown or not, struck out, raised above the line."""

from __future__ import annotations

from dataclasses import dataclass

from parser.intake.strikes import lowered, raised, struck


@dataclass(frozen=True, slots=True)
class Look:
    """What makes a passage count or not. `script` is 1 above the line, -1 below it, else 0."""

    hidden: bool = False
    struck: bool = False
    script: int = 0

    def seen(self, text: str) -> str:
        """Return what the page shows of the text, marked where it shows it struck out."""
        if self.hidden:
            return ""
        text = raised(text) if self.script > 0 else lowered(text) if self.script < 0 else text
        # A line may be taken from its paragraph: no mark goes over its end.
        return "\n".join(map(struck, text.split("\n"))) if self.struck else text


PLAIN = Look()


def is_white(colour: str | None) -> bool:
    """Say whether a colour, as RRGGBB, cannot be seen on white paper."""
    if colour is None or len(colour) != 6:
        return False
    try:
        return all(part >= 0xFA for part in bytes.fromhex(colour))
    except ValueError:
        return False
