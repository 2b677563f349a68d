"""What the list of reports knows of one report, worked out once for each change of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from parser.model import CrossFinding, Finding, Level, Severity
from parser.official.form import form_of
from parser.review.review import Review, Stage, Verdict

# Verdicts after which nothing is left to do about a finding; 待查 is not among them.
SETTLED = frozenset({"confirmed", "dismissed", "corrected"})
OPEN = "open"  # of the facet of verdicts: findings that nobody has judged
NOTHING = ""  # of any facet: there is none of it
# Every title says this; found by its initials, it would find every report.
_EVERYWHERE = re.compile(r"(?:政府)?信息公开(?:工作)?(?:年度)?(?:工作)?报告|年度(?:工作)?报告")

VerdictAcross = Callable[[CrossFinding], Verdict | None]


@dataclass(frozen=True, slots=True)
class Row:
    """A report in the list. `facets` has, by facet, the values that the report has.

    `haystack` is what the filter box looks through, `spoken` what it looks through by pinyin;
    `open` counts the errors and warnings without a verdict that settles them.
    """

    path: str
    stage: Stage
    unit: str
    year: int | None
    detail: str
    errors: int
    warnings: int
    recognised: bool
    open: int = 0
    form: str = ""
    level: Level = Level.UNKNOWN
    title: str = ""
    format: str = ""
    superior: str = ""
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    haystack: str = ""
    spoken: str = ""

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The folder that the file lies in, "" for the one that was opened."""
        return self.path.rpartition("/")[0]


def row_of(
    review: Review,
    across: Sequence[CrossFinding] = (),
    verdict_across: VerdictAcross = lambda _: None,
    superior_of: Callable[[str], str] = lambda _: "",
) -> Row:
    """Return the row of a review; `across` are the findings between reports that speak of it."""
    current, identity = review.current, review.current.identity
    judged = [(finding, review.verdict(finding)) for finding in current.findings]
    judged += [(finding, verdict_across(finding)) for finding in across]
    standing = [f for f, verdict in judged if not verdict or verdict.decision != "dismissed"]
    counts = Counter(finding.severity for finding in standing)
    recognised = current.status == "ok"
    detail = _detail(review)
    document = current.document
    kind = document.format if document else review.path.rpartition(".")[2].casefold()
    title = identity.title
    words = (identity.unit, str(identity.year or ""), review.path, title, detail)
    return Row(
        path=review.path,
        stage=review.stage,
        unit=identity.unit,
        year=identity.year,
        detail=detail,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        recognised=recognised,
        open=_unsettled(judged),
        form=form_of(current.form).name if current.form else "",
        level=identity.level,
        title=title,
        format=kind,
        superior=superior_of(identity.unit),
        facets={
            "state": (review.stage.value if recognised else Stage.UNREADABLE.value,),
            "year": (str(identity.year or NOTHING),),
            "form": (current.form or NOTHING,),
            "level": (identity.level.value,),
            "severity": tuple(severity.value for severity in Severity if counts[severity])
            or (NOTHING,),
            "code": tuple(sorted({finding.code for finding in standing})) or (NOTHING,),
            "format": (kind,),
            "verdict": _verdicts(judged),
        },
        haystack="\n".join(words).casefold(),
        spoken=_EVERYWHERE.sub("", "\n".join((identity.unit, review.path, title))),
    )


def _unsettled(judged: Sequence[tuple[Finding | CrossFinding, Verdict | None]]) -> int:
    return sum(
        finding.severity is not Severity.INFO
        and (verdict is None or verdict.decision not in SETTLED)
        for finding, verdict in judged
    )


def _verdicts(judged: Sequence[tuple[Finding | CrossFinding, Verdict | None]]) -> tuple[str, ...]:
    found = {verdict.decision if verdict else OPEN for _, verdict in judged}
    return tuple(sorted(found)) or (NOTHING,)


def _detail(review: Review) -> str:
    """Return the second line: the file's name, or why there is no report in it."""
    current, name = review.current, review.path.rpartition("/")[2]
    if current.status == "ok":
        attached = current.attached.rpartition("/")[2]
        return f"{name} ＋ {attached}" if attached else name
    why = QCoreApplication.translate("ReportModel", "没有认出年报")
    if current.status == "unreadable":
        why = QCoreApplication.translate("ReportModel", "读不出")
    why = current.error or why
    return f"{name}：{why}" if current.identity.unit else why
