"""What the list of reports knows of one report, worked out once for each change of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from gui.translation import spoken
from parser.identity.telling import telling
from parser.model import Level, Severity
from parser.official.form import form_of
from parser.review.entries import Entry
from parser.review.entries import entries as own_entries
from parser.review.review import Review, Stage
from parser.review.second_round import Standing
from parser.review.tally import Tally

# Verdicts after which nothing is left to do about a finding; 待查 is not among them.
SETTLED = frozenset({"confirmed", "dismissed", "corrected"})
OPEN = "open"  # of the facet of verdicts: findings that nobody has judged
NOTHING = ""  # of any facet: there is none of it


@dataclass(frozen=True, slots=True)
class Row:
    """A report in the list. `facets` has, by facet, the values that the report has.

    `haystack` is what the filter box looks through, `spoken` what it looks through by pinyin;
    `open` counts the errors and warnings without a verdict that settles them. `standing` is how
    the unit stands after the second round and `score` what the report is worth, where there are
    such; `remark` says more of both.
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
    standing: Standing | None = None
    score: Decimal | None = None
    remark: str = ""
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
    entries: Sequence[Entry] | None = None,
    superior_of: Callable[[str], str] = lambda _: "",
) -> Row:
    """Return the row of a review. `entries` are its findings, by default its own alone."""
    current, identity = review.current, review.current.identity
    found = own_entries(review) if entries is None else entries
    tally = Tally.of(found)
    counts = tally.standing
    recognised = current.status == "ok"
    detail = _detail(review)
    if review.again:
        told = QCoreApplication.translate("ReportModel", "改了，请再看 {0} 处　{1}")
        detail = told.format(len(review.again), detail)
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
        open=len(unsettled(found)),
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
            "code": tuple(sorted(tally.codes)) or (NOTHING,),
            "format": (kind,),
            "verdict": _verdicts(found),
        },
        haystack="\n".join(words).casefold(),
        spoken=telling("\n".join((identity.unit, review.path, title))),
    )


def unsettled(entries: Iterable[Entry]) -> list[Entry]:
    """Return the errors and warnings that no verdict has settled."""
    return [
        entry
        for entry in entries
        if entry.severity is not Severity.INFO and entry.state not in SETTLED
    ]


def _verdicts(entries: Iterable[Entry]) -> tuple[str, ...]:
    found = {entry.state or OPEN for entry in entries}
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
    why = spoken(current.error or "") or why
    return f"{name}：{why}" if current.identity.unit else why
