"""A1, A2: the sums of the official tables, exactly as the form states them.

A sum with a missing, blank or unreadable operand is never judged and nothing is put in its
place: it is reported as not assessable, once a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parser.model import Number, Place, Role, Severity, row_of
from parser.model.said import SIDE_BY_SIDE, joined, say
from parser.official.form import Form, FormTable, Sum
from parser.official.notices import ALL_FORMS
from parser.rules.case import Case
from parser.rules.naming import column_name, in_table, listed, short_name
from parser.rules.registry import Hit, filed_rule
from parser.rules.sums import Line

_BALANCE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

# Sides of up to so many terms are spelled out in full.
_IN_FULL = 6

# Of the lines that cannot be judged so many are named; the rest are counted.
_NAMED = 6

# What the auditors' arithmetic calls the rows of the balance.
_SHORT = {
    "requests.received": say("新收"),
    "requests.carried_in": say("上年结转"),
    "requests.total": say("总计"),
    "requests.carried_out": say("结转"),
}


@filed_rule(
    "A101",
    title="表三一行的总计不等于各类申请人之和",
    title_en="Requests: a row's total is not the sum of the kinds of applicant",
    severity=Severity.ERROR,
    basis=f"{ALL_FORMS}，表三：总计为自然人与五类法人或其他组织之和",
)
def request_rows(case: Case, code: str) -> Iterator[Hit]:
    """In every row of the requests table the total is natural persons plus five kinds of body."""
    return _judge(case, code)


@filed_rule(
    "A102",
    title="表三（七）总计不等于各项办理结果之和",
    title_en="Requests: line 7 is not the sum of the results above it",
    severity=Severity.ERROR,
    basis=f"{ALL_FORMS}，表三第三项：（七）总计为（一）至（六）各项之和",
)
def request_results(case: Case, code: str) -> Iterator[Hit]:
    """In every column （七）总计 is the sum of all result rows."""
    return _judge(case, code)


@filed_rule(
    "A103",
    title="表三新收加上年结转不等于总计加结转下年",
    title_en="Requests: received and carried in do not balance handled and carried out",
    severity=Severity.ERROR,
    basis=f"{ALL_FORMS}，表三表头{_BALANCE}",
)
def request_balance(case: Case, code: str) -> Iterator[Hit]:
    """In every column 一 plus 二 is （七）总计 plus 四."""
    return _judge(case, code)


@filed_rule(
    "A201",
    title="行政复议总计不等于各种结果之和",
    title_en="Administrative review: the total is not the sum of the outcomes",
    severity=Severity.ERROR,
    basis=f"{ALL_FORMS}，表四：总计为结果维持、结果纠正、其他结果、尚未审结之和",
)
def review_total(case: Case, code: str) -> Iterator[Hit]:
    """The total of administrative review is the sum of its four outcomes."""
    return _judge(case, code)


@filed_rule(
    "A202",
    title="未经复议直接起诉总计不等于各种结果之和",
    title_en="Direct litigation: the total is not the sum of the outcomes",
    severity=Severity.ERROR,
    basis=f"{ALL_FORMS}，表四：总计为结果维持、结果纠正、其他结果、尚未审结之和",
)
def direct_litigation_total(case: Case, code: str) -> Iterator[Hit]:
    """The total of litigation without review is the sum of its four outcomes."""
    return _judge(case, code)


@filed_rule(
    "A203",
    title="复议后起诉总计不等于各种结果之和",
    title_en="Litigation after review: the total is not the sum of the outcomes",
    severity=Severity.ERROR,
    basis=f"{ALL_FORMS}，表四：总计为结果维持、结果纠正、其他结果、尚未审结之和",
)
def later_litigation_total(case: Case, code: str) -> Iterator[Hit]:
    """The total of litigation after review is the sum of its four outcomes."""
    return _judge(case, code)


def _value(case: Case, key: str) -> Number | None:
    figure = case.figures.get(key)
    return None if figure is None else figure.value


def _judge(case: Case, code: str) -> Iterator[Hit]:
    """Yield the sums of that code that fail.

    Where it is the first code of its table that cannot be judged, one piece of information about
    all that cannot be judged follows.
    """
    for line in case.lines:
        if line.sum.code == code and not line.missing:
            yield from _compare(case, line.sum)
    for table in case.official.tables if case.lines else ():
        rows = {row.key for row in table.rows}
        unjudged = (
            line
            for line in case.lines
            if line.missing and row_of(line.sum.right[0]) in rows and not _is_told(case, line)
        )
        first = next(unjudged, None)
        if first and first.sum.code == code and table.name not in case.totals_only:
            yield _not_assessable(case, table, [first, *unjudged])


def _is_told(case: Case, line: Line) -> bool:
    """Say whether all that a sum lacks are cells of several numbers: V103 has told of these."""
    figures = [case.figures.get(key) for key in line.missing]
    return all(figure is not None and "several" in figure.quirks for figure in figures)


def _compare(case: Case, entry: Sum) -> Iterator[Hit]:
    form = case.official
    left, right = _total(case, entry.left), _total(case, entry.right)
    if left == right:
        return
    sides = ((entry.left, left), (entry.right, right))
    arithmetic = joined("，", (_spell(case, form, entry, keys, total) for keys, total in sides))
    telling = [key for key in entry.left if _value(case, key)]
    yield Hit(
        say(
            "{where}：{arithmetic}，相差 {difference}。",
            where=_where(form, entry),
            arithmetic=arithmetic,
            difference=abs(left - right),
        ),
        entry.keys,
        case.spans((*entry.right, *telling)),
        expected=left,
        actual=right,
        arithmetic=arithmetic,
        places=tuple(_places(case, entry, left, right)),
    )


def _places(case: Case, entry: Sum, left: Number, right: Number) -> Iterator[Place]:
    """Yield the sum's cells, its total first; of a total alone it is told what it should be."""
    alone = len(entry.right) == 1
    for key in (*entry.right, *entry.left):
        is_total = alone and key in entry.right
        yield Place(
            figure=key,
            span=case.figures[key].span,
            found=_value(case, key),
            expected=left if is_total else None,
            role=Role.TOTAL if is_total else Role.OPERAND,
        )


def _total(case: Case, keys: Iterable[str]) -> Number:
    total: Number = 0
    for key in keys:
        total += _value(case, key) or 0  # the sum is judged only if none of them is None
    return total


def _spell(case: Case, form: Form, entry: Sum, keys: tuple[str, ...], total: Number) -> str:
    """Spell one side out: 新收 12 + 上年结转 97 = 109. Long sides leave the noughts out."""
    short = len(keys) <= _IN_FULL
    shown = [key for key in keys if short or _value(case, key)]
    terms = [
        say("{name} {value}", name=_term(form, key, entry), value=_value(case, key))
        for key in shown
    ]
    if not terms:
        return say("各项都是 0，合计 {total}", total=total)
    rest = say("（其余各项为 0）") if len(shown) < len(keys) else ""
    equals = f" = {total}" if len(keys) > 1 else ""
    return joined(" + ", terms) + rest + equals


def _term(form: Form, key: str, entry: Sum) -> str:
    """Name an operand by what tells it from the others: in a row its column, else its row."""
    place = form.find(key)
    if place is None:
        return key
    _, row, column = place
    return column_name(column) if entry.line == row.key else _SHORT.get(row.key, short_name(row))


def _where(form: Form, entry: Sum) -> str:
    place = form.find(entry.right[0])
    if place is None:
        return entry.line
    table, row, column = place
    named = (
        say("“{row}”一行", row=short_name(row))
        if entry.line == row.key
        else say("“{column}”一列", column=column_name(column))
    )
    return joined("", (table.short, named))


def _not_assessable(case: Case, table: FormTable, unjudged: list[Line]) -> Hit:
    form = case.official
    open_sums = [line.sum for line in unjudged]
    keys = in_table(table, {key for line in unjudged for key in line.missing})
    shifted = [key for key in keys if row_of(key) in case.miscounted]
    absent = [key for key in keys if key not in case.figures and key not in shifted]
    blank = [key for key in keys if key not in absent and key not in shifted]
    reasons = [
        say("{why}的有{cells}", why=why, cells=listed(form, some))
        for some, why in (
            (absent, say("没有填报")),
            (blank, say("空白或读不出数")),
            (shifted, say("格数不对、分不清各属哪一列")),
        )
        if some
    ]
    return Hit(
        say(
            "{table}有 {sums} 个合计关系无法判断（不作为错误，也没有以 0 代替）：{lines}。"
            "原因：{reasons}。",
            table=table.short,
            sums=len(open_sums),
            lines=_lines(form, table, open_sums),
            reasons=joined("；", reasons),
        ),
        keys,
        case.spans(keys),
        severity=Severity.INFO,
    )


def _lines(form: Form, table: FormTable, sums: list[Sum]) -> str:
    """Name sums kind by kind: 全部 7 列的（七）总计; “行政复议”“复议后起诉”的总计."""
    kinds: dict[tuple[bool, str], list[str]] = {}
    for entry in sums:
        place = form.find(entry.right[0])
        if place is None:
            continue
        _, row, column = place
        along_row = entry.line == row.key
        if along_row:
            result = say("总计")
        else:
            result = say("（七）总计") if len(entry.right) == 1 else say("收办平衡")
        kinds.setdefault((along_row, result), []).append(
            short_name(row) if along_row else column_name(column)
        )
    return joined(
        "、",
        (
            say(
                "{sums}的{result}",
                sums=_lines_of_kind(table, along_row, names),
                result=result,
            )
            for (along_row, result), names in kinds.items()
        ),
    )


def _lines_of_kind(table: FormTable, along_row: bool, names: list[str]) -> str:
    if not along_row and len(names) == len(table.blocks[0].columns):
        return say("全部 {columns} 列", columns=len(names))
    shown = joined(SIDE_BY_SIDE, (say("“{name}”", name=name) for name in names[:_NAMED]))
    if len(names) <= _NAMED:
        return shown
    if along_row:
        return say("{shown}等 {rows} 行", shown=shown, rows=len(names))
    return say("{shown}等 {columns} 列", shown=shown, columns=len(names))
