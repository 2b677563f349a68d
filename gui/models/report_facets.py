"""The facets that reports are chosen by: what each is called, its values, and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gui.models.report_columns import LEVEL_TEXT, STAGE_TEXT
from gui.models.report_row import NOTHING, OPEN, Row
from gui.words import QT_TRANSLATE_NOOP
from parser.model import Level, Severity
from parser.official.form import forms
from parser.review.review import Stage

Chosen = Mapping[str, frozenset[str]]

_SEVERITY_TEXT = {
    Severity.ERROR.value: QT_TRANSLATE_NOOP("ReportFacets", "有错误"),
    Severity.WARNING.value: QT_TRANSLATE_NOOP("ReportFacets", "有疑点"),
    Severity.INFO.value: QT_TRANSLATE_NOOP("ReportFacets", "有提示"),
    NOTHING: QT_TRANSLATE_NOOP("ReportFacets", "没有问题"),
}
_VERDICT_TEXT = {
    OPEN: QT_TRANSLATE_NOOP("ReportFacets", "有待定的"),
    "later": QT_TRANSLATE_NOOP("ReportFacets", "有待查的"),
    "confirmed": QT_TRANSLATE_NOOP("ReportFacets", "有属实的"),
    "corrected": QT_TRANSLATE_NOOP("ReportFacets", "有已更正的"),
    "dismissed": QT_TRANSLATE_NOOP("ReportFacets", "有误报的"),
    NOTHING: QT_TRANSLATE_NOOP("ReportFacets", "没有问题"),
}


def _said(text: str, context: str = "ReportFacets") -> str:
    return QCoreApplication.translate(context, text)


def _state(value: str) -> str:
    if value == Stage.UNREADABLE.value:
        return _said(QT_TRANSLATE_NOOP("ReportFacets", "异常文件"))
    return _said(STAGE_TEXT[Stage(value)], "ReportModel")


def _year(value: str) -> str:
    return value or _said(QT_TRANSLATE_NOOP("ReportFacets", "年度不详"))


def _form(value: str) -> str:
    names = {form.id: form.name for form in forms()}
    return names.get(value) or _said(QT_TRANSLATE_NOOP("ReportFacets", "没有认出格式"))


def _level(value: str) -> str:
    return _said(LEVEL_TEXT[Level(value)], "ReportModel")


def _severity(value: str) -> str:
    return _said(_SEVERITY_TEXT[value])


def _code(value: str) -> str:
    return value or _said(_SEVERITY_TEXT[NOTHING])


def _verdict(value: str) -> str:
    return _said(_VERDICT_TEXT[value]) if value in _VERDICT_TEXT else value


def _in(order: Iterable[str]) -> Callable[[str], tuple[int, str]]:
    places = {value: at for at, value in enumerate(order)}
    return lambda value: (places.get(value, len(places)), value)


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to choose reports by. `label` names a value, `order` sorts values."""

    name: str
    title: str
    label: Callable[[str], str]
    order: Callable[[str], tuple[int, str]]

    @property
    def called(self) -> str:
        """The title in the window's language."""
        return _said(self.title)


FACETS: tuple[Facet, ...] = (
    Facet(
        "state",
        QT_TRANSLATE_NOOP("ReportFacets", "状态"),
        _state,
        _in([*(s.value for s in Stage if s is not Stage.UNREADABLE), Stage.UNREADABLE.value]),
    ),
    Facet(
        "year",
        QT_TRANSLATE_NOOP("ReportFacets", "年度"),
        _year,
        lambda value: (-int(value or 0), value),
    ),
    Facet(
        "severity",
        QT_TRANSLATE_NOOP("ReportFacets", "轻重"),
        _severity,
        _in([severity.value for severity in Severity]),
    ),
    Facet("code", QT_TRANSLATE_NOOP("ReportFacets", "检查"), _code, lambda v: (not v, v)),
    Facet("verdict", QT_TRANSLATE_NOOP("ReportFacets", "结论"), _verdict, _in(_VERDICT_TEXT)),
    Facet(
        "level",
        QT_TRANSLATE_NOOP("ReportFacets", "级别"),
        _level,
        _in([level.value for level in Level]),
    ),
    Facet("form", QT_TRANSLATE_NOOP("ReportFacets", "格式"), _form, lambda v: (not v, v)),
    Facet(
        "format", QT_TRANSLATE_NOOP("ReportFacets", "类型"), lambda v: v or "—", lambda v: (0, v)
    ),
)
BY_NAME = {facet.name: facet for facet in FACETS}


def passes(row: Row, chosen: Chosen, but: str = "") -> bool:
    """Say whether a row has one of the chosen values of every facet, `but` left out."""
    return all(
        not values.isdisjoint(row.facets.get(name, ()))
        for name, values in chosen.items()
        if values and name != but
    )


def counted(rows: Iterable[Row], facet: Facet, chosen: Chosen) -> list[tuple[str, int]]:
    """Return the values of a facet and how many of the rows that the other facets leave have each.

    A value that is chosen is there even where no row has it.
    """
    counts: Counter[str] = Counter(dict.fromkeys(chosen.get(facet.name, ()), 0))
    for row in rows:
        if passes(row, chosen, facet.name):
            counts.update(row.facets.get(facet.name, ()))
    return sorted(counts.items(), key=lambda item: facet.order(item[0]))
