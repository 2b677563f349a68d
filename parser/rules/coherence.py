"""A3: figures of one row that cannot all be true, though no sum binds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parser.model import Number, Severity
from parser.model.said import joined, say
from parser.official.notices import FORM_IN_FORCE, TRIAL_FORM
from parser.rules.case import Case
from parser.rules.naming import column_name, short_name
from parser.rules.registry import Hit, rule

_NEW = f"{FORM_IN_FORCE}，表二"
_OLD = f"{TRIAL_FORM}，表二"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the disclosure table whose wanted columns all hold numbers."""

    name: str
    keys: tuple[str, ...]
    values: tuple[Number, ...]
    labels: tuple[str, ...]

    @property
    def told(self) -> str:
        """The figures as the unit gave them: 本年制发件数 3、本年废止件数 0."""
        return joined(
            "、",
            (
                say("{name} {value}", name=name, value=value)
                for name, value in zip(self.labels, self.values, strict=True)
            ),
        )


@rule(
    "A301",
    title="现行有效件数少于本年制发减本年废止",
    title_en="Fewer documents in force than made this year and not repealed",
    severity=Severity.WARNING,
    basis=f"{_NEW}：本年制发而未废止的件数应包含在现行有效件数之内",
)
def in_force(case: Case) -> Iterator[Hit]:
    """What was made this year and not repealed must be among what is in force."""
    for row in _rows(case, "made", "repealed", "valid"):
        made, repealed, valid = row.values
        if valid < made - repealed:
            arithmetic = say(
                "本年制发 {made} - 本年废止 {repealed} = {rest}",
                made=made,
                repealed=repealed,
                rest=made - repealed,
            )
            yield _hit(
                case,
                row,
                say("{arithmetic}，现行有效却只有 {valid} 件", arithmetic=arithmetic, valid=valid),
                made - repealed,
                valid,
                arithmetic,
            )


@rule(
    "A302",
    title="对外公开总数量少于本年新公开数量",
    title_en="Fewer documents published in all than newly published",
    severity=Severity.WARNING,
    basis=f"{_OLD}：本年新公开的应包含在对外公开总数量之内",
)
def published(case: Case) -> Iterator[Hit]:
    """What was published this year is among what is published in all."""
    for row in _rows(case, "published", "total"):
        new, total = row.values
        if total < new:
            sentence = say(
                "本年新公开 {new} 件，对外公开总数量却只有 {total} 件", new=new, total=total
            )
            yield _hit(case, row, sentence, new, total)


@rule(
    "A303",
    title="上一年项目数量加本年增减小于零",
    title_en="Last year's items plus the change are below nought",
    severity=Severity.ERROR,
    basis=f"{_OLD}：减少的填负数，减少数不会多于上一年项目数量",
)
def items_left(case: Case) -> Iterator[Hit]:
    """No more items can be dropped than there were."""
    for row in _rows(case, "previous", "change"):
        previous, change = row.values
        if previous + change < 0:
            arithmetic = say(
                "上一年项目数量 {previous} + 本年增减 {change} = {sum}",
                previous=previous,
                change=change,
                sum=previous + change,
            )
            sentence = say("{arithmetic}，项目数不会小于 0", arithmetic=arithmetic)
            yield _hit(case, row, sentence, 0, previous + change, arithmetic)


@rule(
    "A304",
    title="采购项目数量与采购总金额一个为零、一个不为零",
    title_en="Procurement: projects without an amount, or an amount without projects",
    severity=Severity.WARNING,
    basis=f"{_OLD}：两格说的是同一批采购",
)
def procurement(case: Case) -> Iterator[Hit]:
    """Projects and amount are both nought or both not."""
    for row in _rows(case, "projects", "amount"):
        projects, amount = row.values
        if (projects == 0) != (amount == 0):
            yield _hit(
                case,
                row,
                say(
                    "采购项目 {projects} 个，采购总金额 {amount}，不能同时成立",
                    projects=projects,
                    amount=amount,
                ),
            )


@rule(
    "A305",
    title="没有项目却有处理决定",
    title_en="Decisions without items",
    severity=Severity.WARNING,
    basis=f"{_OLD}：处理决定出自上一年已有或本年增加的项目",
)
def decisions(case: Case) -> Iterator[Hit]:
    """Decisions are made under items; where there never was an item there can be none."""
    for row in _rows(case, "previous", "change", "decisions"):
        previous, change, decided = row.values
        if decided <= 0 or previous + change != 0:
            continue
        if previous == 0:
            yield _hit(
                case,
                row,
                say(
                    "项目数为 0（{told}），却有 {decided} 件处理决定",
                    told=row.told,
                    decided=decided,
                ),
            )
        else:
            # The items may have been handed over in the course of the year.
            sentence = say(
                "年末项目数为 0（{told}），处理决定 {decided} 件应是项目取消之前作出的，请核实",
                told=row.told,
                decided=decided,
            )
            yield _hit(case, row, sentence, severity=Severity.INFO)


def _rows(case: Case, *columns: str) -> Iterator[_Row]:
    """Yield the rows in which all these columns hold possible numbers.

    A count below nought is V104's to say.
    """
    if case.report.form is None:
        return
    for row in (row for table in case.official.tables for row in table.rows):
        wanted = [column for key in columns for column in row.columns if column.key == key]
        keys = tuple(f"{row.key}.{column.key}" for column in wanted)
        figures = [case.figures.get(key) for key in keys]
        values = tuple(f.value for f in figures if f is not None and f.value is not None)
        if len(values) < len(columns):
            continue
        if all(v >= 0 or c.kind == "signed" for v, c in zip(values, wanted, strict=True)):
            yield _Row(
                short_name(row), keys, values, tuple(column_name(column) for column in wanted)
            )


def _hit(
    case: Case,
    row: _Row,
    sentence: str,
    expected: Number | None = None,
    actual: Number | None = None,
    arithmetic: str = "",
    severity: Severity | None = None,
) -> Hit:
    return Hit(
        say("表二“{name}”：{sentence}。", name=row.name, sentence=sentence),
        row.keys,
        case.spans(row.keys),
        expected,
        actual,
        arithmetic,
        severity,
    )
