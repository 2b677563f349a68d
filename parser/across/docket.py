"""The reports of a folder under check together: what holding them against one another needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from parser.across.likeness import Wording, Wordings
from parser.across.matching import pairs
from parser.across.series import Series, series
from parser.model import Report
from parser.settings.profile import Profile


class Docket:
    """The reports and the auditor's profile, as every check between reports gets them.

    A docket lives for one look between the reports, on one thread; `wordings` may outlive it.
    """

    def __init__(
        self, reports: Sequence[Report], profile: Profile, wordings: Wordings | None = None
    ) -> None:
        """Take the reports up; `wordings` are those of an earlier look, if there was one."""
        self.reports = reports
        self.profile = profile
        self._wordings = wordings or Wordings()

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """The reports put together by unit and year."""
        return series(self.reports)

    @cached_property
    def attached(self) -> Mapping[str, str]:
        """Path of a spreadsheet of tables → path of the report that they belong to."""
        return pairs(self.reports)

    def wording(self, report: Report, section: int = 0) -> Wording:
        """Return the own words of a report, or of one of its sections, made for comparing."""
        return self._wordings.of(report, section)
