"""The auditor's own settings of the checks: on or off, severity, deadlines, thresholds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parser.model import Severity


@dataclass(frozen=True, slots=True)
class Profile:
    """What the auditor set. The default leaves every check on at its own severity."""

    name: str = "默认"
    off: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)

    def is_on(self, code: str) -> bool:
        """Say whether the check with that code runs."""
        return code not in self.off

    def severity(self, code: str, default: Severity) -> Severity:
        """Return the auditor's severity for the code, or `default`.

        A hit that its check itself reports as information (not assessable, accepted variant)
        stays information.
        """
        return default if default is Severity.INFO else self.severities.get(code, default)
