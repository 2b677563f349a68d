"""Texts put through the whole pipeline, for tests that look at what the checks say."""

from __future__ import annotations

from collections.abc import Sequence

from parser.across.docket import Docket
from parser.intake.script import to_simplified
from parser.model import CrossFinding, Document, Finding, Report, Severity, Span
from parser.pipeline import assess, interpret
from parser.rules import check_across
from parser.settings.profile import Profile


def report_of(
    text: str,
    path: str = "年度报告.txt",
    profile: Profile | None = None,
    furniture: Sequence[Span] = (),
) -> Report:
    """Return the checked report that a text is. `furniture` marks page furniture in it."""
    document = Document(text, to_simplified(text), "txt", "utf-8", furniture=tuple(furniture))
    return assess(interpret(document, path, f"digest of {path}{hash(text)}"), profile or Profile())


def said(report: Report, code: str) -> list[Finding]:
    """Return what one check says of a report."""
    return [finding for finding in report.findings if finding.code == code]


def faults(report: Report) -> list[tuple[str, str]]:
    """Return what is said of a report above information, as (code, sentence)."""
    return [(f.code, f.message) for f in report.findings if f.severity is not Severity.INFO]


def quoted(report: Report, finding: Finding) -> list[str]:
    """Return the text that a finding marks, without blanks."""
    return ["".join(span.of(report.text).split()) for span in finding.spans]


def across(*reports: Report, profile: Profile | None = None) -> dict[str, list[CrossFinding]]:
    """Return what is said between reports, by code."""
    found: dict[str, list[CrossFinding]] = {}
    for finding in check_across(Docket(reports, profile or Profile())):
        found.setdefault(finding.code, []).append(finding)
    return found
