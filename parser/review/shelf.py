"""Which files lie on the desk, by content and by unit and year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from parser.identity.key import same_unit, unit_key
from parser.model import Report
from parser.review.joins import content_key
from parser.review.ledger import Past, is_same_report


class Shelf:
    """Made anew whenever a file comes or goes."""

    def __init__(self, reports: Iterable[Report], contents: Iterable[str]) -> None:
        """Sort the reports; `contents` are the digests of all files, joined ones apart."""
        self._contents = frozenset(contents)
        self._by_path: dict[str, Report] = {}
        self._by_unit: dict[tuple[str, int | None], list[Report]] = defaultdict(list)
        for report in reports:
            self._by_path[report.path] = report
            if report.identity.unit:
                key = unit_key(report.identity.unit), report.identity.year
                self._by_unit[key].append(report)

    def is_there(self, past: Past) -> bool:
        """Say whether the file that an act was done to is here, maybe in another version."""
        if past.event.digest in self._contents:
            return True
        same = self._by_path.get(past.event.path)
        return same is not None and past.about is not None and is_same_report(past.about, same)

    def beside(self, report: Report) -> list[str]:
        """Return the paths and digests of the other files of the same unit and year."""
        unit = report.identity.unit
        if not unit:
            return []
        others = self._by_unit.get((unit_key(unit), report.identity.year), ())
        return [
            name
            for other in others
            if content_key(other) != content_key(report)
            if same_unit(other.identity.unit, unit)
            for name in (other.path, content_key(other))
        ]
