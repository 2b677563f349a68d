"""The auditor's own settings of the checks: on or off, severity, deadlines, thresholds, words.

`parser.settings.profile_file` keeps a profile as a TOML file that can be shared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parser.model import Level, Severity
from parser.settings.scoring import Scoring

Day = tuple[int, int]

# 政府信息公开条例 article 49: departments by 31 January, governments of counties and up by
# 31 March.
# Townships and streets have the day that their county sets.
STATUTORY: Mapping[Level, Day] = {
    Level.DEPARTMENT: (1, 31),
    Level.COUNTY: (3, 31),
    Level.PREFECTURE: (3, 31),
    Level.PROVINCE: (3, 31),
}

# Per rank and kind of figure, the number above which a cell is out of all proportion. Generous:
# a whole prefecture's traffic fines run to millions. `fees` and `procurement` are in 万元.
_SMALL = {
    "normative": 2_000,
    "items": 10_000,
    "decisions": 500_000,
    "requests": 10_000,
    "challenges": 2_000,
    "fees": 3_000,
    "procurement": 20_000,
}
_COUNTY = {
    "normative": 5_000,
    "items": 50_000,
    "decisions": 10_000_000,
    "requests": 50_000,
    "challenges": 10_000,
    "fees": 100_000,
    "procurement": 500_000,
}
_PREFECTURE = {
    "normative": 20_000,
    "items": 200_000,
    "decisions": 100_000_000,
    "requests": 300_000,
    "challenges": 50_000,
    "fees": 1_000_000,
    "procurement": 5_000_000,
}
# The kinds of figure that have a ceiling.
KINDS = tuple(_SMALL)
CEILINGS: Mapping[Level, Mapping[str, int]] = {
    Level.TOWNSHIP: _SMALL,
    Level.STREET: _SMALL,
    Level.DEPARTMENT: _COUNTY,
    Level.COUNTY: _COUNTY,
    Level.PREFECTURE: _PREFECTURE,
    Level.PROVINCE: {key: value * 20 for key, value in _PREFECTURE.items()},
}


class ProfileError(ValueError):
    """A profile cannot be used. `str(error)` is the sentence the auditor sees."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Numbers that the checks across reports measure by; shares are between 0 and 1.

    `leap_factor`, `leap_from`: X106 reports a figure that grew more than so many times, or fell
    to less than one part in so many, where the larger of the two is at least `leap_from`.
    `copied_share`: X201. `improvement_share`: X202. `repeated_share`: X203.
    """

    leap_factor: float = 5
    leap_from: int = 50
    copied_share: float = 0.8
    improvement_share: float = 0.9
    repeated_share: float = 0.5


@dataclass(frozen=True, slots=True)
class Profile:
    """What the auditor set. The default leaves every check on at its own severity.

    `deadlines` are (month, day) by rank, `ceilings` numbers by rank and kind of figure, `doubled`
    more doubled words (P201), `misspelled` more pairs of wrong and right (P202), `roster` the file
    that says which unit belongs to which (X301), "" for none, `scoring` the scale of the scores.
    """

    name: str = "默认"
    off: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict[str, Severity])
    deadlines: Mapping[Level, Day] = field(default_factory=lambda: dict(STATUTORY))
    ceilings: Mapping[Level, Mapping[str, int]] = field(default_factory=lambda: dict(CEILINGS))
    thresholds: Thresholds = Thresholds()
    doubled: tuple[str, ...] = ()
    misspelled: tuple[tuple[str, str], ...] = ()
    roster: str = ""
    scoring: Scoring = field(default_factory=Scoring)

    def is_on(self, code: str) -> bool:
        """Say whether the check with that code runs."""
        return code not in self.off

    def severity(self, code: str, default: Severity) -> Severity:
        """Return the auditor's severity for the code, or `default`, the check's own."""
        return self.severities.get(code, default)
