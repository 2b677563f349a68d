"""V105, V106: numbers that can be read but can hardly be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parser.model import Figure, Level, Reading, Severity, column_of, row_of
from parser.model.said import joined, say
from parser.official.notices import FORM_IN_FORCE, IN_FORCE
from parser.rules.case import Case
from parser.rules.registry import Hit, rule

_MONEY = {"disclosure.fees.amount": "fees", "disclosure.procurement.amount": "procurement"}
_YUAN = re.compile(r"(?<!万)元")
_ROWS = {
    "disclosure.normative": "normative",
    "disclosure.rules": "normative",
    "review": "challenges",
    "litigation": "challenges",
    "requests": "requests",
}
_ITEMS = ("previous", "change")
_RANKS = {
    Level.PROVINCE: say("省级机关"),
    Level.PREFECTURE: say("市级机关"),
    Level.COUNTY: say("县级机关"),
    Level.TOWNSHIP: say("乡镇"),
    Level.STREET: say("街道"),
    Level.DEPARTMENT: say("部门"),
}
_SMALL = (Level.TOWNSHIP, Level.STREET)


@rule(
    "V105",
    title="金额疑似用错单位",
    title_en="An amount looks as if it were in the wrong unit",
    severity=Severity.WARNING,
    basis=f"{FORM_IN_FORCE}，表二：本年收费金额（单位：万元）",
)
def wrong_unit(case: Case) -> Iterator[Hit]:
    """Amounts are in 万元: a township does not take or spend hundreds of millions."""
    form = case.official
    level = case.identity.level
    limits = case.profile.ceilings.get(level, {})
    for key, kind in _MONEY.items():
        figure = case.figures.get(key)
        if figure is None or figure.value is None:
            continue
        name = form.name_of(key)
        if figure.reading is Reading.WORDS and _YUAN.search(figure.raw):
            if kind == "fees":
                yield _hit(
                    key, case, say("{name}写作“{raw}”，本栏单位是万元", name=name, raw=figure.raw)
                )
            continue
        limit = limits.get(kind)
        if limit is not None and figure.value > limit:
            yield _hit(
                key,
                case,
                say(
                    "{name}填 {value}，若单位是万元即 {amount} 亿元，与{rank}不相称，疑以元填报",
                    name=name,
                    value=figure.value,
                    amount=_hundred_millions(figure),
                    rank=_RANKS[level],
                ),
            )


@rule(
    "V106",
    title="数量大得离谱，或像年份、电话号码",
    title_en="A number out of all proportion, or like a year or a telephone number",
    severity=Severity.WARNING,
    basis=f"{IN_FORCE}：数据真实准确",
)
def out_of_proportion(case: Case) -> Iterator[Hit]:
    """No body of its rank handles so many; a year or a telephone number is no count."""
    form = case.official
    level = case.identity.level
    limits = case.profile.ceilings.get(level, {})
    years: list[str] = []
    phones: list[str] = []
    large: list[str] = []
    for key, figure in case.figures.items():
        if figure.value is None or key in _MONEY:
            continue
        if _like_telephone(figure):
            phones.append(key)
        elif _like_year(key, figure, case):
            years.append(key)
        elif figure.value > limits.get(_kind(key), figure.value):
            large.append(key)
    told: list[str] = []
    for keys, what in (
        (phones, say("像电话号码")),
        (years, say("像年份")),
        (large, say("与{rank}不相称", rank=_RANKS.get(level, say("报告单位")))),
    ):
        if keys:
            cells = joined(
                "、",
                (
                    say(
                        "{name}填 {value}",
                        name=form.name_of(key),
                        value=case.figures[key].value,
                    )
                    for key in keys[:6]
                ),
            )
            rest = say("等 {cells} 格", cells=len(keys)) if len(keys) > 6 else ""
            told.append(say("{cells}{rest}，{what}", cells=cells, rest=rest, what=what))
    if told:
        keys = (*phones, *years, *large)
        yield Hit(
            say("{told}，请与单位核对。", told=joined("；", told)),
            figures=keys,
            spans=case.spans(keys),
        )


def _hit(key: str, case: Case, message: str) -> Hit:
    return Hit(
        say("{message}；请与单位核对。", message=message),
        figures=(key,),
        spans=case.spans((key,)),
        actual=case.figures[key].value,
    )


def _hundred_millions(figure: Figure) -> str:
    assert figure.value is not None
    return f"{float(figure.value) / 10_000:.4g}"


def _kind(key: str) -> str:
    for row, kind in _ROWS.items():
        if key.startswith(row):
            return kind
    return "items" if column_of(key) in _ITEMS else "decisions"


def _like_telephone(figure: Figure) -> bool:
    digits = re.sub(r"\D", "", figure.raw)
    return bool(re.fullmatch(r"1[3-9]\d{9}|0\d{2,3}\d{7,8}", digits)) and "," not in figure.raw


def _like_year(key: str, figure: Figure, case: Case) -> bool:
    """Say whether the figure is the report's year in a place where so many is out of the way.

    A county may well have fined 2023 times; where the row's or column's sums hold, the number is
    what was meant.
    """
    year = case.identity.year
    if year is None or figure.value not in (year - 1, year, year + 1):
        return False
    kind = _kind(key)
    if kind in ("items", "decisions"):
        return case.identity.level in _SMALL and figure.value == year
    if kind == "requests":
        small = case.identity.level in (*_SMALL, Level.DEPARTMENT, Level.UNKNOWN)
        return small or _breaks_a_sum(key, case)
    return True


def _breaks_a_sum(key: str, case: Case) -> bool:
    """Say whether a sum that the figure stands in can be judged and fails."""
    values = {k: f.value for k, f in case.figures.items() if f.value is not None}
    rows = frozenset(row_of(k) for k in case.figures)
    return any(
        sum(values[k] for k in line.left) != sum(values[k] for k in line.right)
        for line in case.official.sums(rows)
        if key in line.keys and all(k in values for k in line.keys)
    )
