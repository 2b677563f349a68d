"""V: what stands in single cells. Blanks and the like are one finding a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from parser.model import Figure, Number, Reading, Severity
from parser.model.said import joined, say
from parser.official.form import FormTable
from parser.official.notices import ALL_FORMS, TRIAL_FORM
from parser.rules.case import Case
from parser.rules.naming import column_name, in_table, listed, short_name
from parser.rules.registry import Hit, rule

# So many cells are quoted with what they say; the rest are counted.
_QUOTED = 8

_QUIRKS = {"fullwidth": say("全角数字"), "thousands": say("千位分隔符"), "chinese": say("中文数字")}


@rule(
    "V101",
    title="单元格空白",
    title_en="Blank cells",
    severity=Severity.WARNING,
    basis=f"{ALL_FORMS}：逐格填报；没有发生的事项通常填 0，空白分不清是 0 还是漏填",
)
def blank(case: Case) -> Iterator[Hit]:
    """Cells with nothing in them. A blank is not nought: no sum is made with it."""
    for table, keys in _cells(case, lambda figure: figure.reading is Reading.BLANK):
        if table.name in case.totals_only:
            continue
        yield Hit(
            say(
                "{table}有 {cells} 格空白，分不清是 0 还是漏填：{named}。",
                table=table.short,
                cells=len(keys),
                named=listed(case.official, keys),
            ),
            keys,
            case.spans(keys),
        )


@rule(
    "V102",
    title="用符号或文字占位，没有填数",
    title_en="A placeholder instead of a number",
    severity=Severity.WARNING,
    basis=f"{ALL_FORMS}：各格填报数字",
)
def placeholder(case: Case) -> Iterator[Hit]:
    """A stroke, 无, 不适用 and the like: it may mean nought or not counted."""
    for table, keys in _cells(case, lambda figure: figure.reading is Reading.PLACEHOLDER):
        yield Hit(
            say(
                "{table}有 {cells} 格没有填数，只有占位的符号或文字：{quoted}。",
                table=table.short,
                cells=len(keys),
                quoted=_quoted(case, keys),
            ),
            keys,
            case.spans(keys),
        )


@rule(
    "V103",
    title="数字带单位或文字",
    title_en="A number with a unit or words",
    severity=Severity.WARNING,
    basis=f"{ALL_FORMS}：单位已在表头写明，格内只填数字",
)
def worded(case: Case) -> Iterator[Hit]:
    """The cell says more than a number, or says something that is no number."""
    for table, keys in _cells(
        case, lambda figure: figure.reading in (Reading.WORDS, Reading.UNREADABLE)
    ):
        unread = [key for key in keys if case.figures[key].value is None]
        tail = say("其中读不出数的格不参加计算。") if unread else say("已按其中的数字核算。")
        yield Hit(
            say(
                "{table}有 {cells} 格在数字之外还有单位或文字：{quoted}。{tail}",
                table=table.short,
                cells=len(keys),
                quoted=_quoted(case, keys),
                tail=tail,
            ),
            keys,
            case.spans(keys),
        )


@rule(
    "V104",
    title="件数为负数或小数",
    title_en="A negative or fractional count",
    severity=Severity.ERROR,
    basis=f"{ALL_FORMS}：件数为非负整数；{TRIAL_FORM}的“本年增/减”可以为负，金额可以有小数",
)
def impossible(case: Case) -> Iterator[Hit]:
    """A count is whole and not negative. 本年增/减 may be negative, amounts may have decimals."""
    form = case.official
    for key, figure in case.figures.items():
        place = form.find(key)
        if place is None or figure.value is None:
            continue
        table, row, column = place
        wrong = _impossible(figure.value, column.kind)
        if wrong:
            yield Hit(
                say(
                    "{table}“{row}”的“{column}”填的是 {raw}：{wrong}。",
                    table=table.short,
                    row=short_name(row),
                    column=column_name(column),
                    raw=figure.raw,
                    wrong=wrong,
                ),
                (key,),
                (figure.span,),
                actual=figure.value,
            )


@rule(
    "V107",
    title="数字用了全角、千位分隔符或中文写法",
    title_en="Full-width digits, thousands separators, Chinese numerals",
    severity=Severity.INFO,
    basis="GB/T 15835《出版物上数字用法》：统计表中的数值用阿拉伯数字",
)
def unusual(case: Case) -> Iterator[Hit]:
    """The number is beyond doubt, but not written as tables are; it has been read all the same."""
    for table, keys in _cells(
        case, lambda figure: bool(figure.quirks) and figure.reading is Reading.NUMBER
    ):
        kinds = {quirk for key in keys for quirk in case.figures[key].quirks}
        yield Hit(
            say(
                "{table}有 {cells} 格的数字写法特殊（{kinds}），已照常读取：{quoted}。",
                table=table.short,
                cells=len(keys),
                kinds=joined("、", (_QUIRKS.get(kind, kind) for kind in sorted(kinds))),
                quoted=_quoted(case, keys),
            ),
            keys,
            case.spans(keys),
        )


@rule(
    "V108",
    title="只填了总计列，分项空白",
    title_en="Only the total column is filled",
    severity=Severity.WARNING,
    basis=f"{ALL_FORMS}：总计之外，各类申请人、各种结果分别填报",
)
def only_totals(case: Case) -> Iterator[Hit]:
    """Every part of the table is blank while its totals are filled; its sums cannot be judged."""
    form = case.official
    for name in case.totals_only:
        table = form.table(name)
        keys = in_table(table, (k for k, f in case.figures.items() if f.reading is Reading.BLANK))
        yield Hit(
            say(
                "{table}只有“总计”有数，{cells} 个分项格全部空白，各行、"
                "各列的合计关系因此都不能核对。",
                table=table.short,
                cells=len(keys),
            ),
            keys,
            case.spans(keys),
        )


def _cells(
    case: Case, wanted: Callable[[Figure], bool]
) -> Iterator[tuple[FormTable, tuple[str, ...]]]:
    """Yield each table that has such cells, with their keys in the form's order."""
    found = [key for key, figure in case.figures.items() if wanted(figure)]
    for table in case.official.tables:
        keys = in_table(table, found)
        if keys:
            yield table, keys


def _quoted(case: Case, keys: tuple[str, ...]) -> str:
    form = case.official
    said = [
        say("{name}填“{raw}”", name=listed(form, [key]), raw=case.figures[key].raw)
        for key in keys[:_QUOTED]
    ]
    rest = len(keys) - len(said)
    return joined("；", said) + (say("；另有 {cells} 格", cells=rest) if rest else "")


def _impossible(value: Number, kind: str) -> str:
    """Say why a column of that kind cannot hold the value; empty if it can."""
    if kind != "decimal" and Decimal(value) != int(value):
        return say("件数应当是整数")
    if kind != "signed" and value < 0:
        return say("金额不会是负数") if kind == "decimal" else say("件数不会是负数")
    return ""
