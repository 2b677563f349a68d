"""The whole way of one report, in order.

bytes → document → copies of the body → sections → tables → figures → findings → repairs

Review and workbook come after and live in `parser.review.desk` and `parser.workbook`.
"""

from __future__ import annotations

from dataclasses import replace

from parser import intake, rules
from parser.errors import Unreadable
from parser.identity import identify, is_written_out
from parser.intake.source import Source
from parser.model import Body, Document, Report
from parser.official.form import forms
from parser.reading.breakoff import with_break
from parser.reading.copies import copies
from parser.reading.gaps import with_untold
from parser.reading.run_together import with_run_together
from parser.reading.sections import sections
from parser.reading.tables.recognise import recognise
from parser.reading.unread_cells import marked_unread
from parser.repair import localize
from parser.rules.case import Case
from parser.settings.profile import Profile


def examine(source: Source, profile: Profile, encoding: str | None = None) -> Report:
    """Read and check one file. A bad file gives a report that says why; this never raises for it.

    `encoding` is the auditor's own choice for a text whose encoding was told wrongly.
    """
    try:
        document, digest = intake.read(source, encoding)
    except Unreadable as error:
        return assess(Report(source.path, "", "unreadable", str(error)), profile)
    return assess(interpret(document, source.path, digest), profile)


def interpret(document: Document, path: str, digest: str) -> Report:
    """Find the bodies, tables and figures of a document, and whose report it is."""
    spans = copies(document)
    found = [(span, sections(document, span)) for span in spans]
    reads = [recognise(document, span, own) for span, own in found]
    document = with_break(document, *found[-1], reads[-1])
    document = with_untold(document, [place for read in reads for place in read.untold])
    document = with_run_together(document, reads)
    bodies = tuple(
        marked_unread(document, Body(span, own, read.tables, read.figures))
        for (span, own), read in zip(found, reads, strict=True)
    )
    form = next((read.form_id for read in reads if read.form_id), None)
    first_year = forms()[0].first_year if form else None
    identity = identify(document, bodies, path, first_year)
    is_report = form is not None or len({s.number for b in bodies for s in b.sections}) >= 3
    is_report = is_report or is_written_out(document, identity)
    return Report(
        path=path,
        digest=digest,
        status="ok" if is_report else "not_a_report",
        document=document,
        form=form,
        identity=identity,
        bodies=bodies if is_report else (),
    )


def assess(report: Report, profile: Profile) -> Report:
    """Check a report, again if need be: findings first, then the repairs that settle them."""
    case = Case(report, profile)
    checked = replace(report, findings=rules.check_report(case), repairs=())
    if not checked.bodies:
        return checked
    return replace(checked, repairs=localize(checked, claims=case.claims))
