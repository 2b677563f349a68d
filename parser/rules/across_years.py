"""X101, X102, X103, X105, X106: one unit's figures from one year to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parser.across.docket import Docket
from parser.across.series import Series
from parser.model import Number, Place, Report, Role, Severity, Span, column_of, row_of
from parser.model.said import joined, say
from parser.official.form import form_for_year, form_of
from parser.official.notices import FORM_IN_FORCE, IN_FORCE, TRIAL_FORM
from parser.rules.naming import column_name, official, short_name
from parser.rules.registry import CrossHit, cross_rule
from parser.settings.profile import Thresholds

_BALANCE = f"{FORM_IN_FORCE}，表三：上年结转即上一年度的结转下年度继续办理"
_MOST = 6


@dataclass(frozen=True, slots=True)
class _Step:
    """A figure of the later report beside what the earlier report makes it.

    `places` are the cells of both reports, each with what would fit if it alone were wrong.
    """

    key: str
    sentence: str
    expected: Number
    actual: Number
    earlier_keys: tuple[str, ...]
    later_keys: tuple[str, ...]
    places: tuple[Place, ...]


@cross_rule(
    "X101",
    title="上年结转与上一年度报告的结转下年不符",
    title_en="Carried in differs from what last year's report carried out",
    severity=Severity.ERROR,
    basis=_BALANCE,
)
def carried_over(docket: Docket) -> Iterator[CrossHit]:
    """Column by column, what one year carries out the next year carries in."""
    for unit in docket.series:
        for earlier, later in unit.neighbours:
            steps = list(_carried(earlier, later))
            if steps:
                yield _hit(unit, earlier, later, steps, say("表三"))


def _carried(earlier: Report, later: Report) -> Iterator[_Step]:
    columns = official(later).row("requests.carried_in").columns
    for column in columns:
        out_key = f"requests.carried_out.{column.key}"
        in_key = f"requests.carried_in.{column.key}"
        out, carried_in = _value(earlier, out_key), _value(later, in_key)
        if out is not None and carried_in is not None and out != carried_in:
            sentence = say(
                "{label}：上年结转 {carried_in}，上一年度结转下年 {out}",
                label=column_name(column),
                carried_in=carried_in,
                out=out,
            )
            places = (
                _place(earlier, out_key, Role.CARRIED_OUT, carried_in),
                _place(later, in_key, Role.CARRIED_IN, out),
            )
            yield _Step(in_key, sentence, out, carried_in, (out_key,), (in_key,), places)


@cross_rule(
    "X102",
    title="现行有效件数与上一年度接不上",
    title_en="Documents in force do not follow from last year's report",
    severity=Severity.WARNING,
    basis=f"{FORM_IN_FORCE}，表二：现行有效件数为累计数",
)
def in_force(docket: Docket) -> Iterator[CrossHit]:
    """In force now is in force last year plus made less repealed."""
    for unit in docket.series:
        for earlier, later in unit.neighbours:
            steps = list(_valid(earlier, later))
            if steps:
                yield _hit(
                    unit,
                    earlier,
                    later,
                    steps,
                    say("表二"),
                    say("；全面清理、机构调整或口径修订也会造成"),
                )


def _valid(earlier: Report, later: Report) -> Iterator[_Step]:
    for row in ("disclosure.rules", "disclosure.normative"):
        keys = tuple(f"{row}.{column}" for column in ("made", "repealed", "valid"))
        before = _value(earlier, keys[2])
        made, repealed, valid = (_value(later, key) for key in keys)
        if before is None or made is None or repealed is None or valid is None:
            continue
        expected = before + made - repealed
        if expected != valid:
            sentence = say(
                "{row}：上年有效 {before} + 本年制发 {made} - 本年废止 {repealed} = {expected}，"
                "现行有效填 {valid}",
                row=_row(later, keys[2]),
                before=before,
                made=made,
                repealed=repealed,
                expected=expected,
                valid=valid,
            )
            fitting = valid - made + repealed
            places = (
                _place(earlier, keys[2], Role.EARLIER, fitting if fitting >= 0 else None),
                _place(later, keys[2], Role.LATER, expected),
                _place(later, keys[0], Role.OPERAND),
                _place(later, keys[1], Role.OPERAND),
            )
            yield _Step(keys[2], sentence, expected, valid, (keys[2],), keys, places)


@cross_rule(
    "X103",
    title="上一年项目数量与上一年度报告不符",
    title_en="Last year's number of items differs from last year's report",
    severity=Severity.WARNING,
    basis=f"{TRIAL_FORM}，表二：上一年项目数量、本年增/减",
)
def items(docket: Docket) -> Iterator[CrossHit]:
    """On the form of 2019, previous is last year's previous plus its change."""
    for unit in docket.series:
        for earlier, later in unit.neighbours:
            steps = list(_items(earlier, later))
            if steps:
                yield _hit(unit, earlier, later, steps, say("表二"))


def _items(earlier: Report, later: Report) -> Iterator[_Step]:
    for key in later.figures:
        if column_of(key) != "previous":
            continue
        row = row_of(key)
        before, change = _value(earlier, key), _value(earlier, f"{row}.change")
        now = _value(later, key)
        if before is None or change is None or now is None or now == before + change:
            continue
        sentence = say(
            "{row}：上一年度报告 {before} {sign} {change} = {sum}，本年度“上一年项目数量”填 {now}",
            row=_row(later, key),
            before=before,
            sign="+" if change >= 0 else "-",
            change=abs(change),
            sum=before + change,
            now=now,
        )
        places = (
            _place(earlier, key, Role.OPERAND, now - change if now >= change else None),
            _place(earlier, f"{row}.change", Role.OPERAND, now - before),
            _place(later, key, Role.LATER, before + change),
        )
        yield _Step(key, sentence, before + change, now, (key, f"{row}.change"), (key,), places)


@cross_rule(
    "X105",
    title="年度报告缺年份",
    title_en="A year is missing in a unit's series",
    severity=Severity.INFO,
    basis="《政府信息公开条例》第四十九条：每年公布上一年度报告",
)
def missing_years(docket: Docket) -> Iterator[CrossHit]:
    """A unit reports every year."""
    for unit in docket.series:
        years = list(unit.by_year)
        missing = [y for y in range(years[0], years[-1]) if y not in years]
        if missing:
            told = joined("、", (say("{year}年", year=year) for year in missing))
            yield CrossHit(
                say(
                    "“{unit}”有{first}年和{last}年的报告，缺{told}。",
                    unit=unit.unit,
                    first=years[0],
                    last=years[-1],
                    told=told,
                ),
                tuple(report.path for report in unit.reports),
            )


@cross_rule(
    "X106",
    title="同一数据比上年大起大落",
    title_en="A figure leaps from one year to the next",
    severity=Severity.WARNING,
    basis=f"{IN_FORCE}：数据真实准确",
)
def leaps(docket: Docket) -> Iterator[CrossHit]:
    """A figure more than five times, or less than a fifth of, last year's wants a look."""
    limits = docket.profile.thresholds
    for unit in docket.series:
        for earlier, later in unit.neighbours:
            keys = [key for key in later.figures if _leaps(earlier, later, key, limits)]
            if keys:
                yield _leap(unit, earlier, later, keys, limits)


def _leaps(earlier: Report, later: Report, key: str, limits: Thresholds) -> bool:
    before, now = _value(earlier, key), _value(later, key)
    # 本年增/减 is itself a difference; the two forms count disclosure differently.
    if before is None or now is None or column_of(key) == "change":
        return False
    if earlier.form != later.form and key.startswith("disclosure."):
        return False
    low, high = sorted((abs(before), abs(now)))
    return high >= limits.leap_from and float(high) > float(low) * limits.leap_factor


def _leap(
    unit: Series, earlier: Report, later: Report, keys: list[str], limits: Thresholds
) -> CrossHit:
    form = official(later)
    told = joined(
        "、",
        (
            say(
                "{figure} {before} → {now}",
                figure=form.name_of(key),
                before=_value(earlier, key),
                now=_value(later, key),
            )
            for key in keys[:_MOST]
        ),
    )
    rest = say("等 {cells} 格", cells=len(keys)) if len(keys) > _MOST else ""
    return CrossHit(
        say(
            "“{unit}”{years}：{told}{rest}，相差超过 {times:g} 倍，请核对是否填错单位或口径有变。",
            unit=unit.unit,
            years=_years(earlier, later),
            told=told,
            rest=rest,
            times=limits.leap_factor,
        ),
        (earlier.path, later.path),
        tuple(keys),
        passages=_passages(earlier, keys[:_MOST], later, keys[:_MOST]),
        places=tuple(
            _place(report, key, role)
            for key in keys
            for report, role in ((earlier, Role.EARLIER), (later, Role.LATER))
        ),
    )


def _hit(
    unit: Series,
    earlier: Report,
    later: Report,
    steps: list[_Step],
    table: str,
    remark: str = "",
) -> CrossHit:
    form = form_of(later.form) if later.form else form_for_year(later.identity.year or 0)
    order = list(form.figure_keys) if form else []
    steps.sort(key=lambda step: order.index(step.key) if step.key in order else -1)
    alone = steps[0] if len(steps) == 1 else None
    told = joined("；", (step.sentence for step in steps))
    return CrossHit(
        say(
            "“{unit}”{years}{table}接不上：{told}{remark}。",
            unit=unit.unit,
            years=_years(earlier, later),
            table=table,
            told=told,
            remark=remark,
        ),
        (earlier.path, later.path),
        tuple(step.key for step in steps),
        alone.expected if alone else None,
        alone.actual if alone else None,
        _passages(
            earlier,
            [key for step in steps for key in step.earlier_keys],
            later,
            [key for step in steps for key in step.later_keys],
        ),
        places=tuple(place for step in steps for place in step.places),
    )


def _passages(
    earlier: Report, earlier_keys: Iterable[str], later: Report, later_keys: Iterable[str]
) -> tuple[tuple[str, Span], ...]:
    return tuple(
        (report.path, report.figures[key].span)
        for report, keys in ((earlier, earlier_keys), (later, later_keys))
        for key in keys
        if key in report.figures
    )


def _place(report: Report, key: str, role: Role, expected: Number | None = None) -> Place:
    figure = report.figures.get(key)
    span = figure.span if figure else None
    return Place(report.path, key, span, _value(report, key), expected, role)


def _value(report: Report, key: str) -> Number | None:
    figure = report.figures.get(key)
    return figure.value if figure else None


def _row(report: Report, key: str) -> str:
    place = official(report).find(key)
    return short_name(place[1]) if place else key


def _years(earlier: Report, later: Report) -> str:
    return say("{earlier}年、{later}年", earlier=earlier.identity.year, later=later.identity.year)
