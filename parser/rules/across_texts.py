"""X104, X201, X202, X203: reports that say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from parser.across.attachment import is_attachment
from parser.across.docket import Docket
from parser.across.likeness import alike, likeness, repeated, shared_passages
from parser.across.series import full_name, series
from parser.identity.key import same_unit
from parser.identity.owner import unit_name
from parser.model import Number, Place, Report, Role, Severity, Span
from parser.model.said import say
from parser.official.notices import IN_FORCE
from parser.rules.naming import numeral, official
from parser.rules.registry import CrossHit, cross_rule

_NO_COPIES = f"{IN_FORCE}：年度报告雷同、敷衍了事造成不良后果的追责"
# Shorter texts are alike by chance: all that such reports say is that there was nothing.
_SHORTEST = 80
_SHORTEST_SECTION = 30


@cross_rule(
    "X104",
    title="同一单位同一年度有两份报告",
    title_en="Two reports for one unit and year",
    severity=Severity.WARNING,
    basis="《政府信息公开条例》第四十九条：每个单位每年一份年度报告",
)
def twice(docket: Docket) -> Iterator[CrossHit]:
    """A unit has one report a year, however it is named and in whatever format.

    A spreadsheet that holds the tables of a report is no second report.
    """
    known = {report.path: report for report in docket.reports}
    attached = docket.attached
    for path, whole in attached.items():
        both = (known[whole], known[path])
        yield CrossHit(
            say(
                "{who}的表格在“{file}”里，两个文件合起来是一份报告，可以并在一起审核。",
                who=_who(both[0]),
                file=_file(both[1]),
            ),
            (whole, path),
            passages=_titles(both),
            severity=Severity.INFO,
        )
    for unit in series([report for report in docket.reports if report.path not in attached]):
        for year, several in unit.by_year.items():
            if len(several) > 1:
                differing = _differing(several)
                tables = [report for report in several if is_attachment(report)]
                number = len(several) - len(tables)
                what = _how_many(number, len(tables))
                yield CrossHit(
                    say(
                        "“{unit}”{year}年有 {what}，{compared}。",
                        unit=unit.unit,
                        year=year,
                        what=what,
                        compared=_compared(several, differing),
                    ),
                    tuple(report.path for report in several),
                    differing,
                    passages=_titles(several),
                    severity=Severity.INFO if number == 1 and not differing else None,
                    places=(*_differing_places(several, differing), *_places(_titles(several))),
                )


def _how_many(reports: int, tables: int) -> str:
    if reports and tables:
        return say("{reports} 份报告和 {tables} 份附表", reports=reports, tables=tables)
    if reports:
        return say("{reports} 份报告", reports=reports)
    return say("{tables} 份附表", tables=tables)


def _compared(reports: Sequence[Report], differing: tuple[str, ...]) -> str:
    if differing:
        return say("有 {differing} 格数据不同，请核对以哪一份为准", differing=len(differing))
    if any(not report.figures for report in reports):
        return say("其中有的读不出数据，不能比较，请核对是否重复")
    keys = reports[0].figures.keys()
    if any(report.figures.keys() != keys for report in reports):
        return say("各份都有的格数据相同，请核对是否重复")
    return say("各格数据相同，请核对是否重复")


def _differing(reports: Sequence[Report]) -> tuple[str, ...]:
    """Return the figures that two of the reports have but do not agree on."""
    first: dict[str, Number | None] = {}
    found: dict[str, None] = {}
    for report in reports:
        for key, figure in report.figures.items():
            if first.setdefault(key, figure.value) != figure.value:
                found[key] = None
    return tuple(found)


def _file(report: Report) -> str:
    return PurePosixPath(report.path).name


def _differing_places(reports: Sequence[Report], keys: tuple[str, ...]) -> Iterator[Place]:
    for report in reports:
        for key in keys:
            figure = report.figures.get(key)
            if figure is not None:
                yield Place(report.path, key, figure.span, figure.value, None, Role.DIFFERS)


def _places(passages: Sequence[tuple[str, Span]]) -> Iterator[Place]:
    return (Place(path, span=span) for path, span in passages)


def _titles(reports: Sequence[Report]) -> tuple[tuple[str, Span], ...]:
    return tuple(
        (report.path, report.identity.title_span)
        for report in reports
        if report.identity.title_span
    )


@cross_rule(
    "X201",
    title="与别的单位的报告雷同",
    title_en="The text is nearly that of another unit's report",
    severity=Severity.WARNING,
    basis=_NO_COPIES,
)
def copied(docket: Docket) -> Iterator[CrossHit]:
    """Names, years and numbers apart, no unit's report is another's."""
    able = [r for r in docket.reports if r.bodies and docket.wording(r).length >= _SHORTEST]
    if len(able) < 2:
        return
    best: dict[int, tuple[float, int]] = {}
    wordings = [docket.wording(report) for report in able]
    for one, other, share in alike(wordings, docket.profile.thresholds.copied_share):
        if _one_unit(able[one], able[other]):
            continue
        for mine, theirs in ((one, other), (other, one)):
            best[mine] = max(best.get(mine, (0.0, -1)), (share, -theirs))
    told: set[tuple[int, int]] = set()
    for mine, (share, negative) in sorted(best.items()):
        pair = (min(mine, -negative), max(mine, -negative))
        if pair in told:
            continue
        told.add(pair)
        one, other = able[pair[0]], able[pair[1]]
        yield CrossHit(
            say(
                "{one}与{other}的文字，去掉单位名称、年份、数字和通用语以后有 {share:.0%} 相同，"
                "请核对是否照抄。",
                one=_who(one),
                other=_who(other),
                share=share,
            ),
            (one.path, other.path),
            passages=shared_passages(one, other),
        )


def _one_unit(one: Report, other: Report) -> bool:
    """Say whether two reports are of one unit, or may be because one names none."""
    if not unit_name(one) or not unit_name(other):
        return True
    return same_unit(full_name(one), full_name(other))


def _who(report: Report) -> str:
    year = say("{year}年", year=report.identity.year) if report.identity.year else ""
    return say("“{unit}”{year}报告", unit=unit_name(report) or report.path, year=year)


@cross_rule(
    "X202",
    title="第五部分与上一年度雷同",
    title_en="Section five is last year's but for the year",
    severity=Severity.WARNING,
    basis=_NO_COPIES,
)
def same_section_five(docket: Docket) -> Iterator[CrossHit]:
    """Problems and improvement are this year's own."""
    for unit in docket.series:
        for earlier, later in unit.neighbours:
            number = next(s.number for s in official(later).sections if s.problems)
            words, before = docket.wording(later, number), docket.wording(earlier, number)
            share = likeness(words, before)
            if (
                words.length < _SHORTEST_SECTION
                or share < docket.profile.thresholds.improvement_share
            ):
                continue
            both = ((r.path, r.body.section(number)) for r in (earlier, later) if r.body)
            spans = [(path, section.span) for path, section in both if section]
            yield CrossHit(
                say(
                    "“{unit}”{year}年第{number}部分与{last_year}年的，去掉年份、数字以后有 "
                    "{share:.0%} 相同，请核对问题和改进是否照搬上年。",
                    unit=unit.unit,
                    year=later.identity.year,
                    number=numeral(number),
                    last_year=earlier.identity.year,
                    share=share,
                ),
                (earlier.path, later.path),
                passages=tuple(spans),
            )


@cross_rule(
    "X203",
    title="超过一半的文字与上一年度相同",
    title_en="More than half of the text is last year's",
    severity=Severity.WARNING,
    basis=_NO_COPIES,
)
def same_as_last_year(docket: Docket) -> Iterator[CrossHit]:
    """A report tells of its own year."""
    for unit in docket.series:
        for earlier, later in unit.neighbours:
            words = docket.wording(later)
            share = repeated(words, docket.wording(earlier))
            if words.length < _SHORTEST or share <= docket.profile.thresholds.repeated_share:
                continue
            yield CrossHit(
                say(
                    "“{unit}”{year}年报告的文字，去掉名称、年份、数字和通用语以后有 {share:.0%} "
                    "与{last_year}年的相同。",
                    unit=unit.unit,
                    year=later.identity.year,
                    share=share,
                    last_year=earlier.identity.year,
                ),
                (earlier.path, later.path),
                passages=shared_passages(earlier, later),
            )
