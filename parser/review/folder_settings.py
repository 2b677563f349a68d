"""What the auditor set for one folder: kept beside its log, laid over the profile."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from parser.model import Severity
from parser.settings.profile import Profile

FILE = "profile.toml"


@dataclass(frozen=True, slots=True)
class FolderSettings:
    """Severities by code, and the codes for which no lower one is to be offered again."""

    severities: Mapping[str, Severity] = field(default_factory=dict[str, Severity])
    kept: frozenset[str] = frozenset()

    @classmethod
    def load(cls, log: Path | None) -> FolderSettings:
        """Read what lies beside the log; nothing where there is no file or none that can be read.

        The file is only a convenience: what cannot be understood in it is left out.
        """
        if log is None:
            return cls()
        try:
            data = tomllib.loads((log.parent / FILE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return cls()
        named, kept = data.get("severity"), data.get("kept")
        return cls(_severities(named), frozenset(_strings(kept)))

    def save(self, log: Path) -> None:
        """Write it beside the log. OSError where nothing can be written."""
        lines = ["# 只用于这个文件夹的设置；删掉这个文件就恢复原样。"]
        kept = ", ".join(f'"{code}"' for code in sorted(self.kept))
        lines += [f"kept = [{kept}]", "", "[severity]"]
        lines += [f'{code} = "{level.value}"' for code, level in sorted(self.severities.items())]
        part = log.parent / f"{FILE}.part"
        part.write_text("\n".join(lines) + "\n", encoding="utf-8")
        os.replace(part, log.parent / FILE)

    def lowered(self, code: str, severity: Severity) -> FolderSettings:
        """Return the settings with this severity for a check."""
        return replace(self, severities={**self.severities, code: severity})

    def keeping(self, code: str) -> FolderSettings:
        """Return the settings with no offer for a check any more."""
        return replace(self, kept=self.kept | {code})

    def over(self, profile: Profile) -> Profile:
        """Return the profile as it holds for the folder."""
        if not self.severities:
            return profile
        return replace(profile, severities={**profile.severities, **self.severities})


def _severities(named: object) -> dict[str, Severity]:
    levels = {severity.value: severity for severity in Severity}
    rows = cast("dict[str, object]", named) if isinstance(named, dict) else {}
    return {code: levels[str(level)] for code, level in rows.items() if str(level) in levels}


def _strings(kept: object) -> list[str]:
    items = cast("list[object]", kept) if isinstance(kept, list) else []
    return [item for item in items if isinstance(item, str)]
