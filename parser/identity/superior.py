"""Which body stands above a reporting one: as a roster says, else as the body's own name does.

长岭县财政局 and 长岭县白杨沟镇人民政府 both stand below 长岭县.
"""

from __future__ import annotations

from parser.identity.body_names import take_apart
from parser.identity.key import unit_key
from parser.identity.level import level_of
from parser.model import Level
from parser.settings.roster import Roster


class Superiors:
    """Answers for many bodies by one roster, or by none."""

    def __init__(self, roster: Roster | None = None) -> None:
        """Take the roster's word before that of names."""
        listed = roster.entries if roster else ()
        self._listed = {unit_key(unit): superior for unit, superior in listed}

    def of(self, unit: str) -> str:
        """Return the place or body above `unit`, "" where neither roster nor name tells."""
        if not unit:
            return ""
        listed = self._listed.get(unit_key(unit))
        return _place(listed) if listed else _by_name(unit)


def _by_name(unit: str) -> str:
    places = take_apart(unit).places
    if level_of(unit) is not Level.DEPARTMENT:
        places = places[:-1]
    return places[-1] if places else ""


def _place(superior: str) -> str:
    """Call a government by its place, as the names of those below it do."""
    name = take_apart(superior)
    is_government = level_of(superior) not in (Level.DEPARTMENT, Level.UNKNOWN)
    return name.nearest if name.nearest and is_government else superior
