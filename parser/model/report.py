"""A whole report: whose it is, what was found in it, what would settle it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from parser.model.body import Body, Figure, Number
from parser.model.document import Document, Span
from parser.model.place import Place

Status = Literal["ok", "not_a_report", "unreadable"]


# What checks are about, in the order of the catalogue. A code begins with the letter of its family.
FAMILIES: Mapping[str, str] = {
    "F": "文件",
    "S": "结构",
    "V": "数值",
    "A": "勾稽",
    "T": "文表一致",
    "Y": "时间",
    "N": "名称",
    "P": "隐私与文字",
    "X": "跨年报",
}


def family_of(code: str) -> str:
    """Return the family of a check's code: "A" for A101."""
    return code[:1]


class Severity(StrEnum):
    """How much a finding matters by default; an auditor may change it per check."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest, and so on."""
        return tuple(Severity).index(self)

    @property
    def label(self) -> str:
        """What auditors call it."""
        return _LABELS[self][0]

    @property
    def label_en(self) -> str:
        """The same in English."""
        return _LABELS[self][1]


_LABELS = {
    Severity.ERROR: ("错误", "error"),
    Severity.WARNING: ("疑点", "warning"),
    Severity.INFO: ("提示", "information"),
}


class Level(StrEnum):
    """The rank of the reporting body, derived once (`parser.identity`)."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    STREET = "street"
    DEPARTMENT = "department"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Naming:
    """One place that names the reporting body: 'title', 'signature', 'compiled_by', 'file'."""

    source: str
    name: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that the report states of itself: 'published', 'signed'."""

    role: str
    day: date
    span: Span


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose report it is, on which year, and how that is known.

    `names` in order of trust. `years` pairs each self-stated report year with its source
    ('title', 'period', 'body', 'date', 'file'). `called` is what the report calls its body where
    nothing names it in full: 区教育局, no unit to compare by, yet a kind of body.
    """

    title: str = ""
    title_span: Span | None = None
    unit: str = ""
    year: int | None = None
    level: Level = Level.UNKNOWN
    names: tuple[Naming, ...] = ()
    called: str = ""
    years: tuple[tuple[str, int, Span | None], ...] = ()
    period: tuple[date, date] | None = None
    period_span: Span | None = None
    dates: tuple[DateMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check says. `arithmetic` spells the sum out where there is one.

    `places` say of each cell and passage what stands there and what is expected, where the check
    tells more of them than `figures`, `spans` and `expected` do.
    """

    code: str
    severity: Severity
    message: str
    figures: tuple[str, ...] = ()
    expected: Number | None = None
    actual: Number | None = None
    spans: tuple[Span, ...] = ()
    arithmetic: str = ""
    places: tuple[Place, ...] = ()

    @property
    def family(self) -> str:
        """The family of the check: the letter that its code begins with."""
        return family_of(self.code)


@dataclass(frozen=True, slots=True)
class Change:
    """One cell of a repair: the figure, what it says now (None for blank), what it should say."""

    figure: str
    before: Number | None
    value: Number


@dataclass(frozen=True, slots=True)
class Repair:
    """A least set of changes that settles failed sums; `settles` indexes `Report.findings`.

    `kind`: "change", "deduced" (a blank whose value follows), "shift" (a row or column moved as
    a whole), "doubt" (the table as a whole is in doubt: no changes). `proven` is False where time
    ran out before the set was proven least.
    """

    changes: tuple[Change, ...]
    settles: tuple[int, ...]
    kind: str = "change"
    sentence: str = ""
    proven: bool = True


@dataclass(frozen=True, slots=True)
class CrossFinding:
    """A finding between reports. `passages` are (path, span) to show side by side.

    `places` are the cells and passages that it points at in each of the reports.
    """

    code: str
    severity: Severity
    message: str
    paths: tuple[str, ...]
    figures: tuple[str, ...] = ()
    expected: Number | None = None
    actual: Number | None = None
    passages: tuple[tuple[str, Span], ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def family(self) -> str:
        """The family of the check, "X"."""
        return family_of(self.code)


@dataclass(frozen=True, slots=True)
class Report:
    """One file, read and checked. For a file that could not be read only `error` speaks.

    `attached` is the path of the spreadsheet that its tables come from, where the auditor has
    joined one (`parser.across.attachment`). `bodies` stand in the order of the file; `counts` is
    the index of the copy whose figures and sections count.
    """

    path: str
    digest: str
    status: Status
    error: str | None = None
    document: Document | None = None
    form: str | None = None
    identity: Identity = field(default_factory=Identity)
    bodies: tuple[Body, ...] = ()
    findings: tuple[Finding, ...] = ()
    repairs: tuple[Repair, ...] = ()
    attached: str = ""
    counts: int = 0

    @property
    def body(self) -> Body | None:
        """The copy of the body that counts: the first, unless the auditor chose another."""
        return self.bodies[self.counts] if self.bodies else None

    @property
    def figures(self) -> Mapping[str, Figure]:
        """The figures of the copy that counts."""
        return self.bodies[self.counts].figures if self.bodies else {}

    @property
    def text(self) -> str:
        """The text that all offsets count in."""
        return self.document.text if self.document else ""
