"""S2: the three official tables: there, on the right form, with all rows and all labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from parser.model import ColumnMatch, Fit, RowMatch, Severity, Span, Table, TableName
from parser.model.said import SIDE_BY_SIDE, Recalled, joined, say
from parser.official.form import Form, FormRow, FormTable, form_for_year, form_of
from parser.official.labels import fold
from parser.official.notices import ALL_FORMS, IN_FORCE, TRIAL
from parser.rules.case import Case
from parser.rules.naming import listed, numeral, short_name, table_title
from parser.rules.registry import Hit, filed_rule, rule
from parser.rules.reshaped import LIKELY, changed_so, reshaped
from parser.rules.sums import is_miscounted

_ACCEPTED = say("（常见写法，不作为问题）")


@filed_rule(
    "S201",
    title="缺少规定的表格",
    title_en="A table is missing",
    severity=Severity.ERROR,
    basis=f"{ALL_FORMS}：第二、三、四部分各有一张表",
)
def missing_table(case: Case, code: str) -> Iterator[Hit]:
    """Each of the three tables is there. One whose section is missing as well is left to S101."""
    body = case.body
    if body is None or not case.is_governed:
        return
    form = case.official
    elsewhere = joined("", (Recalled(note.message) for note in case.notes(code)))
    for table in form.tables:
        section = body.section(table.section)
        if section is None or table.name in case.unread.tables:
            continue
        if not _is_there(case, table.name):
            yield Hit(
                say(
                    "第{number}部分缺少{table}“{title}”，应有的 {count} 项数据都没有填报。"
                    "{elsewhere}",
                    number=numeral(table.section),
                    table=table.short,
                    title=table_title(table),
                    count=sum(len(row.columns) for row in table.regular_rows),
                    elsewhere=elsewhere,
                ),
                tuple(key for row in table.regular_rows for key in row.figure_keys),
                (section.heading_span,),
            )


@rule(
    "S202",
    title="表格缺行",
    title_en="Rows are missing",
    severity=Severity.ERROR,
    basis=f"{ALL_FORMS}：各行均应填报，没有发生的填 0",
)
def missing_rows(case: Case) -> Iterator[Hit]:
    """Every row of the form is there, split as the form splits it."""
    for official_table, table in _tables(case):
        there = {match.row for match in table.rows if not match.missing} | case.unread.rows
        absent = [row for row in official_table.regular_rows if row.key not in there]
        for whole in official_table.rows:
            parts = [row for row in absent if row.key in whole.instead_of]
            if whole.key in there and parts:
                absent = [row for row in absent if row not in parts]
                yield _not_split(official_table, whole, parts, table)
        if absent:
            keys = tuple(key for row in absent for key in row.figure_keys)
            names = joined("、", (say("“{row}”", row=short_name(row)) for row in absent))
            yield Hit(
                say(
                    "{table}缺 {rows} 行：{names}。",
                    table=official_table.short,
                    rows=len(absent),
                    names=names,
                ),
                keys,
                (_last_line(table),),
            )


@rule(
    "S203",
    title="行名与规定格式不一致",
    title_en="A row's label is not the form's",
    severity=Severity.WARNING,
    basis=f"{ALL_FORMS}：表格各行的名称",
)
def row_labels(case: Case) -> Iterator[Hit]:
    """Row labels are the form's to the letter; accepted variants are mentioned only."""
    ways = reshaped(case.body, case.official)
    for official_table, table in _tables(case):
        if table.name in case.unread.labels:
            continue
        rows = {row.key: row for row in official_table.rows}
        wholesale: dict[str, list[RowMatch]] = {}
        for match in table.rows:
            if match.fit not in (Fit.NEAR, Fit.VARIANT):
                continue
            if way := changed_so(match, rows[match.row].label, ways):
                wholesale.setdefault(way, []).append(match)
                continue
            accepted = match.fit is Fit.VARIANT
            yield Hit(
                say(
                    "{table}的行名写作“{printed}”，规定格式是“{due}”{accepted}。",
                    table=official_table.short,
                    printed=_squeezed(match.label),
                    due=rows[match.row].label,
                    accepted=_ACCEPTED if accepted else "",
                ),
                rows[match.row].figure_keys,
                (match.label_span,) if match.label_span else (),
                severity=Severity.INFO if accepted else None,
            )
        for way, matches in wholesale.items():
            labels = [(m.label, rows[m.row].label, m.label_span) for m in matches]
            keys = tuple(key for m in matches for key in rows[m.row].figure_keys)
            yield _wholesale(say("{table}的行名", table=official_table.short), labels, keys, way)


@rule(
    "S204",
    title="列名与规定格式不一致",
    title_en="A column's label is not the form's",
    severity=Severity.WARNING,
    basis=f"{ALL_FORMS}：表格各列的名称，收费金额的单位为万元",
)
def column_labels(case: Case) -> Iterator[Hit]:
    """Column labels are the form's to the letter. One label misprinted twice is one finding."""
    ways = reshaped(case.body, case.official)
    for official_table, table in _tables(case):
        if table.name in case.unread.labels:
            continue
        odd = [match for match in table.columns if match.fit in (Fit.NEAR, Fit.VARIANT)]
        for way in sorted(ways):
            matches = [match for match in odd if changed_so(match, match.official, ways) == way]
            odd = [match for match in odd if match not in matches]
            labels = [(m.label, m.official, m.label_span) for m in matches]
            keys = tuple(key for match in matches for key in _column_keys(match))
            if matches:
                yield _wholesale(
                    say("{table}的列名", table=official_table.short), labels, keys, way
                )
        for _, group in groupby(sorted(odd, key=_misprint), key=_misprint):
            yield _column_hit(official_table, list(group))
        absent = [match for match in table.columns if match.fit is Fit.ABSENT]
        if absent:
            names = joined(
                "、",
                dict.fromkeys(say("“{column}”", column=match.official) for match in absent),
            )
            yield Hit(
                say("{table}没有列名{names}。", table=official_table.short, names=names),
                tuple(key for match in absent for key in _column_keys(match)),
                (Span(table.span.start, table.span.start + 1),),
            )


@rule(
    "S205",
    title="一行的单元格过多或过少",
    title_en="A row has too few or too many cells",
    severity=Severity.ERROR,
    basis=f"{ALL_FORMS}：各行的列数固定",
)
def cell_counts(case: Case) -> Iterator[Hit]:
    """A row has as many cells as the form. Where they belong is not guessed at."""
    for official_table, table in _tables(case):
        rows = {row.key: row for row in official_table.rows}
        odd_rows = _printed_rows(table, official_table.in_one_line, case.unread.rows)
        odd = sorted(odd_rows, key=lambda printed: _surplus(printed[0]))
        for surplus, group in groupby(odd, key=lambda printed: _surplus(printed[0])):
            printed = list(group)
            matches = [match for match, _ in printed]
            keys = tuple(k for _, whole in printed for row in whole for k in rows[row].figure_keys)
            first = matches[0]
            how = (
                say("多出 {surplus} 格", surplus=surplus)
                if surplus > 0
                else say("少 {lost} 格", lost=-surplus)
                if surplus
                else say("有空有缺")
            )
            unread = say("，分不清各属哪一列的没有读取") if any(not m.keys for m in matches) else ""
            yield Hit(
                say(
                    "{table}有 {rows} 行{how}（应为 {expected} 格，实有 {cells} 格）：{named}"
                    "{unread}。",
                    table=official_table.short,
                    rows=len(matches),
                    how=how,
                    expected=first.expected,
                    cells=first.cells,
                    named=listed(case.official, keys),
                    unread=unread,
                ),
                keys,
                tuple(match.span for match in matches if match.span),
            )


@rule(
    "S206",
    title="格式与报告年度不符",
    title_en="The form is not the one for the report's year",
    severity=Severity.ERROR,
    basis=f"{IN_FORCE}：2021年度起用新格式；{TRIAL}：用于2019、2020年度",
)
def wrong_form(case: Case) -> Iterator[Hit]:
    """A report on 2019 or 2020 uses the trial form, a later one the form of 2021."""
    body, used, due = case.body, case.report.form, _form_due(case)
    if body is None or used is None or due is None or due.id == used:
        return
    other = {
        t.name for t in due.tables if t.column_labels != form_of(used).table(t.name).column_labels
    }
    heads = [match for table in body.tables for match in table.columns if table.name in other]
    labels = dict.fromkeys(_squeezed(m.label) for m in heads if m.label)
    quoted = (
        say(
            "（列名为{columns}）",
            columns=joined(
                SIDE_BY_SIDE, (say("“{column}”", column=label) for label in list(labels)[:3])
            ),
        )
        if labels
        else ""
    )
    yield Hit(
        say(
            "{year}年度报告应当使用{due}的格式，实际用的是{used}的格式{quoted}，需要按规定格式重新填报。",
            year=case.identity.year,
            due=due.notice,
            used=form_of(used).notice,
            quoted=quoted,
        ),
        spans=tuple(m.label_span for m in heads if m.label_span),
    )


@rule(
    "S207",
    title="有规定格式以外的行",
    title_en="Rows that the form does not have",
    severity=Severity.INFO,
    basis=f"{ALL_FORMS}：表格各行的名称；有的地方自行加行",
)
def extra_rows(case: Case) -> Iterator[Hit]:
    """Rows of the unit's own are left out of all sums; they are mentioned, not held against it."""
    for official_table, table in _tables(case, on_wrong_form=True):
        if table.extra_rows:
            names = joined(
                "、",
                (say("“{printed}”", printed=_squeezed(row.label)) for row in table.extra_rows),
            )
            yield Hit(
                say(
                    "{table}有规定格式以外的行：{names}，没有计入任何合计。",
                    table=official_table.short,
                    names=names,
                ),
                spans=tuple(row.span for row in table.extra_rows),
            )


def _printed_rows(
    table: Table, in_one_line: bool, unread: frozenset[str]
) -> Iterator[tuple[RowMatch, tuple[str, ...]]]:
    """Yield the miscounted rows as printed, each with the form's rows that it holds.

    The one row of table four holds three of the form's: its cells are counted against all.
    """
    odd = [m for m in table.rows if is_miscounted(m) and m.row not in unread]
    for _, group in groupby(odd, key=lambda m: m.span if in_one_line and m.span else m.row):
        parts = list(group)
        whole = replace(parts[0], expected=sum(match.expected for match in parts))
        yield whole, tuple(match.row for match in parts)


def _is_there(case: Case, name: TableName) -> bool:
    """Say whether a table was found: read, or declined with its digits run together (F106)."""
    table = case.body.table(name) if case.body else None
    return table is not None and (not table.glued or case.has_digits(table))


def _tables(case: Case, *, on_wrong_form: bool = False) -> Iterator[tuple[FormTable, Table]]:
    """Yield the tables of the first copy that could be read, with the form's.

    A table on the wrong form for its year has to be filled in anew (S206): its rows and labels are
    passed over unless `on_wrong_form`.
    """
    if case.body is None or case.report.form is None:
        return
    due = _form_due(case)
    if due is not None and due.id != case.report.form and not on_wrong_form:
        return
    form = form_of(case.report.form)
    for table in case.body.tables:
        if not table.glued:
            yield form.table(table.name), table


def _form_due(case: Case) -> Form | None:
    """Return the form that the report's year calls for, None where that is not known."""
    year = case.identity.year
    return form_for_year(year) if year is not None else None


def _not_split(table: FormTable, whole: FormRow, parts: list[FormRow], found: Table) -> Hit:
    match = next(match for match in found.rows if match.row == whole.key)
    names = joined("、", (say("“{row}”", row=say(row.label)) for row in parts))
    return Hit(
        say(
            "{table}“{row}”只填了一行，规定格式分为 {count} 行：{names}。",
            table=table.short,
            row=say(whole.label),
            count=len(parts),
            names=names,
        ),
        tuple(key for row in parts for key in row.figure_keys),
        (match.label_span,) if match.label_span else (),
    )


def _last_line(table: Table) -> Span:
    """Return the last row that is there: what is missing would stand near it."""
    spans = [match.span for match in table.rows if match.span]
    return max(spans) if spans else table.span


def _misprint(match: ColumnMatch) -> tuple[str, str, str]:
    return match.official, fold(match.label), match.fit


def _column_hit(table: FormTable, matches: list[ColumnMatch]) -> Hit:
    first = matches[0]
    accepted = first.fit is Fit.VARIANT
    return Hit(
        say(
            "{table}的列名写作“{printed}”，规定格式是“{due}”{accepted}。",
            table=table.short,
            printed=_squeezed(first.label),
            due=first.official,
            accepted=_ACCEPTED if accepted else "",
        ),
        tuple(key for match in matches for key in _column_keys(match)),
        tuple(match.label_span for match in matches if match.label_span),
        severity=Severity.INFO if accepted else None,
    )


def _wholesale(
    what: str, labels: list[tuple[str, str, Span | None]], keys: tuple[str, ...], way: str
) -> Hit:
    label, official, _ = labels[0]
    number = len({(printed, right) for printed, right, _ in labels})
    each = say("有 {number} 个以同样的方式与规定格式不同，如", number=number) if number > 1 else ""
    return Hit(
        say(
            "{what}{each}写作“{printed}”，规定格式是“{due}”；{likely}，数据照常读取，请对照原文核实。",
            what=what,
            each=each,
            printed=_squeezed(label),
            due=official,
            likely=LIKELY[way],
        ),
        keys,
        tuple(span for *_, span in labels if span),
        severity=Severity.INFO,
    )


def _column_keys(match: ColumnMatch) -> tuple[str, ...]:
    return tuple(f"{row}.{match.column}" for row in match.rows)


def _surplus(match: RowMatch) -> int:
    return match.cells - match.expected


def _squeezed(label: str) -> str:
    return "".join(label.split())
