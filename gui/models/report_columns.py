"""The columns of the list of reports as data: heading, text, and what each sorts by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.models.report_row import Row
from gui.models.returns import WORST_FIRST, standing_text
from gui.words import QT_TRANSLATE_NOOP
from parser.model import Level
from parser.official.form import forms
from parser.review.review import Stage
from parser.settings.scoring import in_points

STAGE_TEXT = {
    Stage.UNREADABLE: QT_TRANSLATE_NOOP("ReportModel", "读不出"),
    Stage.UNTOUCHED: QT_TRANSLATE_NOOP("ReportModel", "未审"),
    Stage.UNDERWAY: QT_TRANSLATE_NOOP("ReportModel", "审核中"),
    Stage.REVIEWED: QT_TRANSLATE_NOOP("ReportModel", "已审"),
}
LEVEL_TEXT = {
    Level.PROVINCE: QT_TRANSLATE_NOOP("ReportModel", "省级"),
    Level.PREFECTURE: QT_TRANSLATE_NOOP("ReportModel", "市级"),
    Level.COUNTY: QT_TRANSLATE_NOOP("ReportModel", "县级"),
    Level.TOWNSHIP: QT_TRANSLATE_NOOP("ReportModel", "乡镇"),
    Level.STREET: QT_TRANSLATE_NOOP("ReportModel", "街道"),
    Level.DEPARTMENT: QT_TRANSLATE_NOOP("ReportModel", "部门"),
    Level.UNKNOWN: QT_TRANSLATE_NOOP("ReportModel", "级别不详"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `name` it is remembered by, `heading` and `tip` untranslated.

    `text` gives what it shows of a row where that needs no translation. A column is `wide` where
    it shows sentences or names, not a number or a word; where not, `samples` are what has to fit.
    `called` stands for an empty heading.
    """

    name: str
    heading: str
    tip: str
    sort: Callable[[Row], Any]
    text: Callable[[Row], str] = lambda _: ""
    wide: bool = False
    called: str = ""
    samples: Callable[[], Iterable[str]] = tuple[str, ...]
    plain: bool = True  # shown until the auditor chooses otherwise


def _count(number: int) -> str:
    return str(number) if number else ""


COLUMNS: tuple[Column, ...] = (
    Column(
        "state",
        "",
        QT_TRANSLATE_NOOP("ReportModel", "审核状态"),
        lambda r: list(Stage).index(r.stage),
        called=QT_TRANSLATE_NOOP("ReportModel", "状态"),
    ),
    Column(
        "unit",
        QT_TRANSLATE_NOOP("ReportModel", "单位"),
        QT_TRANSLATE_NOOP("ReportModel", "单位与文件"),
        lambda r: r.unit or r.path,
        lambda r: r.unit or r.name,
        wide=True,
    ),
    Column(
        "year",
        QT_TRANSLATE_NOOP("ReportModel", "年度"),
        QT_TRANSLATE_NOOP("ReportModel", "报告年度"),
        lambda r: r.year or 0,
        lambda r: _count(r.year or 0),
        samples=lambda: ["2024"],
    ),
    Column(
        "errors",
        QT_TRANSLATE_NOOP("ReportModel", "错误"),
        QT_TRANSLATE_NOOP("ReportModel", "错误数（已排除的不算）"),
        lambda r: r.errors,
        lambda r: _count(r.errors),
    ),
    Column(
        "warnings",
        QT_TRANSLATE_NOOP("ReportModel", "疑点"),
        QT_TRANSLATE_NOOP("ReportModel", "警告数（已排除的不算）"),
        lambda r: r.warnings,
        lambda r: _count(r.warnings),
    ),
    Column(
        "open",
        QT_TRANSLATE_NOOP("ReportModel", "待定"),
        QT_TRANSLATE_NOOP("ReportModel", "还没有结论的错误和疑点"),
        lambda r: r.open,
        lambda r: _count(r.open),
        plain=False,
    ),
    Column(
        "form",
        QT_TRANSLATE_NOOP("ReportModel", "格式"),
        QT_TRANSLATE_NOOP("ReportModel", "年报用的是哪一版格式"),
        lambda r: r.form,
        lambda r: r.form,
        samples=lambda: [form.name for form in forms()],
        plain=False,
    ),
    Column(
        "level",
        QT_TRANSLATE_NOOP("ReportModel", "级别"),
        QT_TRANSLATE_NOOP("ReportModel", "单位的级别：省、市、县、乡镇、街道或部门"),
        lambda r: list(Level).index(r.level),
        samples=lambda: [QCoreApplication.translate("ReportModel", LEVEL_TEXT[Level.UNKNOWN])],
        plain=False,
    ),
    Column(
        "file",
        QT_TRANSLATE_NOOP("ReportModel", "文件"),
        QT_TRANSLATE_NOOP("ReportModel", "文件名，连同所在的文件夹"),
        lambda r: r.path,
        lambda r: r.path,
        wide=True,
        plain=False,
    ),
    Column(
        "title",
        QT_TRANSLATE_NOOP("ReportModel", "标题"),
        QT_TRANSLATE_NOOP("ReportModel", "年报自己的标题"),
        lambda r: r.title,
        lambda r: r.title,
        wide=True,
        plain=False,
    ),
    Column(
        "format",
        QT_TRANSLATE_NOOP("ReportModel", "类型"),
        QT_TRANSLATE_NOOP("ReportModel", "文件的类型"),
        lambda r: r.format,
        lambda r: r.format,
        samples=lambda: ["docx"],
        plain=False,
    ),
    Column(
        "superior",
        QT_TRANSLATE_NOOP("ReportModel", "上级"),
        QT_TRANSLATE_NOOP("ReportModel", "上级单位或所在地：按单位名录，没有名录的按单位名称"),
        lambda r: r.superior,
        lambda r: r.superior,
        wide=True,
        plain=False,
    ),
    Column(
        "standing",
        QT_TRANSLATE_NOOP("ReportModel", "整改"),
        QT_TRANSLATE_NOOP("ReportModel", "整改复核的结果"),
        lambda r: WORST_FIRST.index(r.standing) if r.standing else len(WORST_FIRST),
        lambda r: standing_text(r.standing) if r.standing else "",
        plain=False,
    ),
    Column(
        "score",
        QT_TRANSLATE_NOOP("ReportModel", "得分"),
        QT_TRANSLATE_NOOP("ReportModel", "按核查方案的扣分标准所得的分；设置里打开考核才有"),
        lambda r: -1 if r.score is None else r.score,
        lambda r: "" if r.score is None else in_points(r.score),
        plain=False,
    ),
)
NAMES = tuple(column.name for column in COLUMNS)
STATE, UNIT, YEAR, ERRORS, WARNINGS = range(5)
LEVEL, FILE = NAMES.index("level"), NAMES.index("file")
STANDING, SCORE = NAMES.index("standing"), NAMES.index("score")
PLAIN = frozenset(column.name for column in COLUMNS if column.plain)
