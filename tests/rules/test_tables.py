"""Tables: missing, on the wrong form, with rows, labels or cells that are not the form's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser.model import (
    Body,
    ColumnMatch,
    ExtraRow,
    Fit,
    Note,
    Report,
    RowMatch,
    Severity,
    Span,
    Table,
)
from parser.official.form import form_of
from parser.rules import files, official_tables  # noqa: F401  registers the checks
from tests.support.built import built, hits, severity
from tests.support.official import right_figures

CODES = ("F106", "S201", "S202", "S203", "S204", "S205", "S206", "S207")
HERE = Span(0, 1)


def right(form: str = "2021", year: int = 2023) -> Report:
    return built(right_figures(form), form, year=year)


def changed(report: Report, name: str, **parts: object) -> Report:
    """Return the report with parts of one table replaced; a table of None is left out."""
    body = report.bodies[0]
    table = body.table(name)  # type: ignore[arg-type]
    assert table is not None
    return with_tables(report, replace(table, **parts), body)  # type: ignore[arg-type]


def with_tables(report: Report, table: Table, body: Body) -> Report:
    others = tuple(table if t.name == table.name else t for t in body.tables)
    return replace(report, bodies=(replace(body, tables=others),))


def rows(report: Report, name: str, **fits: RowMatch) -> tuple[RowMatch, ...]:
    """Return the table's row matches, some of them replaced by the last part of their key."""
    table = report.bodies[0].table(name)  # type: ignore[arg-type]
    assert table is not None
    return tuple(fits.get(match.row.rpartition(".")[2], match) for match in table.rows)


def absent(row: str, cells: int) -> RowMatch:
    return RowMatch(row, "", None, Fit.ABSENT, 0, cells, None)


def found(report: Report) -> list[tuple[str, str]]:
    return [(code, severity(hit, code).value) for code in CODES for hit in hits(report, code)]


@pytest.mark.parametrize(("form", "year"), [("2019", 2019), ("2019", 2020), ("2021", 2021)])
def test_right_tables_give_nothing(form: str, year: int) -> None:
    assert found(right(form, year)) == []


def test_missing_table_is_one_finding_that_names_all_its_figures() -> None:
    report = right()
    body = report.bodies[0]
    kept = tuple(table for table in body.tables if table.name != "challenges")
    (hit,) = hits(replace(report, bodies=(replace(body, tables=kept),)), "S201")
    assert len(hit.figures) == 15
    assert hit.message.startswith("第四部分缺少表四“")
    assert "15 项数据" in hit.message


def test_missing_table_says_where_the_reader_suspects_it() -> None:
    report = right()
    body, document = report.bodies[0], report.document
    assert document is not None
    kept = tuple(table for table in body.tables if table.name != "challenges")
    noted = replace(document, notes=(Note("S201", "表格可能在没有保存的内嵌页面里。"),))
    (hit,) = hits(replace(report, document=noted, bodies=(replace(body, tables=kept),)), "S201")
    assert hit.message.endswith("表格可能在没有保存的内嵌页面里。")


def test_table_that_went_with_its_section_is_left_to_the_section() -> None:
    report = right()
    body = report.bodies[0]
    kept = tuple(table for table in body.tables if table.name != "challenges")
    sections = tuple(section for section in body.sections if section.number != 4)
    report = replace(report, bodies=(replace(body, tables=kept, sections=sections),))
    assert found(report) == []
    (hit,) = hits(report, "S101")
    assert len(hit.figures) == 15
    assert "表格也没有" in hit.message


def test_glued_table_is_neither_missing_nor_short_of_rows() -> None:
    report = changed(right(), "requests", rows=(), columns=(), glued=True)
    assert found(report) == [("F106", "warning")]
    (hit,) = hits(report, "F106")
    assert len(hit.figures) == 175


def test_missing_rows_of_a_table_are_one_finding() -> None:
    report = right()
    gone = absent("requests.total", 7), absent("requests.carried_out", 7)
    report = changed(
        report, "requests", rows=rows(report, "requests", total=gone[0], carried_out=gone[1])
    )
    assert found(report) == [("S202", "error")]
    (hit,) = hits(report, "S202")
    assert len(hit.figures) == 14
    assert "“（七）总计”、“四、结转下年度继续办理”" in hit.message


def test_one_row_for_three_names_the_three() -> None:
    """A report on the 2021 form that prints （六） as one row, and lacks another row besides."""
    report = right()
    standing = RowMatch("requests.other", "（六）其他处理", HERE, Fit.EXACT, 7, 7, HERE)
    names = ("no_correction", "unpaid_fee", "misc")
    gone = {name: absent(f"requests.other.{name}", 7) for name in names}
    printed = rows(report, "requests", **gone, granted=absent("requests.granted", 7))
    report = changed(report, "requests", rows=(*printed, standing))
    split, missing = hits(report, "S202")
    assert split.spans == (HERE,)
    assert "“（六）其他处理”只填了一行，规定格式分为 3 行" in split.message
    assert {key.rpartition(".")[0] for key in split.figures} == {
        f"requests.other.{name}" for name in names
    }
    assert {key.rpartition(".")[0] for key in missing.figures} == {"requests.granted"}


@pytest.mark.parametrize(
    ("fit", "said"),
    [
        (Fit.EXACT, []),
        (Fit.VARIANT, [("S203", "info")]),
        (Fit.NEAR, [("S203", "warning")]),
        (Fit.CUT, []),
    ],
)
def test_row_labels(fit: Fit, said: list[tuple[str, str]]) -> None:
    report = right()
    match = RowMatch("requests.granted", "（一）予 以公开", HERE, fit, 7, 7, HERE, ("x",) * 7)
    report = changed(report, "requests", rows=rows(report, "requests", granted=match))
    assert found(report) == said
    for hit in hits(report, "S203"):
        assert hit.figures == form_of("2021").table("requests").rows[2].figure_keys
        assert "“（一）予以公开”" in hit.message
        assert ("不作为问题" in hit.message) is (fit is Fit.VARIANT)
        assert hit.spans == (HERE,)


@pytest.mark.parametrize(
    ("fit", "said"),
    [
        (Fit.EXACT, []),
        (Fit.VARIANT, [("S204", "info")]),
        (Fit.NEAR, [("S204", "warning")]),
        (Fit.CUT, []),
        (Fit.ABSENT, [("S204", "warning")]),
    ],
)
def test_one_misprint_in_two_headers_is_one_finding(fit: Fit, said: list[tuple[str, str]]) -> None:
    label = "" if fit is Fit.ABSENT else "本年处理决定数"
    columns = tuple(
        ColumnMatch("decisions", (row,), label, "本年处理决定数量", HERE, fit)
        for row in ("disclosure.licensing", "disclosure.penalty")
    )
    report = changed(right(), "disclosure", columns=columns)
    assert found(report) == said
    for hit in hits(report, "S204"):
        assert hit.figures == ("disclosure.licensing.decisions", "disclosure.penalty.decisions")
        assert ("不作为问题" in hit.message) is (fit is Fit.VARIANT)
        assert all(span.end > span.start for span in hit.spans)


def test_rows_short_by_the_same_number_are_one_finding() -> None:
    report = right()
    names = ("granted", "partial")
    short = {n: RowMatch(f"requests.{n}", n, HERE, Fit.EXACT, 5, 7, HERE, ()) for n in names}
    long = RowMatch("requests.total", "（七）总计", HERE, Fit.EXACT, 8, 7, HERE, ())
    report = changed(report, "requests", rows=rows(report, "requests", **short, total=long))
    few, many = hits(report, "S205")
    assert {key.rpartition(".")[0] for key in few.figures} == {f"requests.{n}" for n in names}
    assert "2 行少 2 格（应为 7 格，实有 5 格）" in few.message
    assert "1 行多出 1 格（应为 7 格，实有 8 格）" in many.message
    assert "没有读取" in many.message


def test_short_row_of_which_part_was_read() -> None:
    report = right()
    keys = form_of("2021").table("requests").rows[2].figure_keys[:6]
    match = RowMatch("requests.granted", "（一）予以公开", HERE, Fit.EXACT, 7, 7, HERE, keys)
    report = changed(report, "requests", rows=rows(report, "requests", granted=match))
    (hit,) = hits(report, "S205")
    assert "没有读取" not in hit.message
    assert "多出" not in hit.message


def test_empty_filler_cells_are_no_fault() -> None:
    report = right()
    keys = form_of("2021").table("requests").rows[2].figure_keys
    match = RowMatch("requests.granted", "（一）予以公开", HERE, Fit.EXACT, 9, 7, HERE, keys)
    assert found(changed(report, "requests", rows=rows(report, "requests", granted=match))) == []


@pytest.mark.parametrize(("form", "year"), [("2019", 2021), ("2019", 2024), ("2021", 2020)])
def test_wrong_form_is_the_only_finding_about_its_tables(form: str, year: int) -> None:
    report = right(form, year)
    gone = absent("requests.total", 7)
    report = changed(report, "requests", rows=rows(report, "requests", total=gone))
    assert found(report) == [("S206", "error")]


def test_wrong_form_quotes_the_labels_that_show_it() -> None:
    columns = tuple(
        ColumnMatch("x", ("disclosure.rules",), label, label, HERE, Fit.EXACT)
        for label in ("本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量")
    )
    report = changed(right("2019", 2022), "disclosure", columns=columns)
    (hit,) = hits(report, "S206")
    assert "（列名为“本年新制作数量”“本年新公开数量”“对外公开总数量”）" in hit.message
    assert "2022年度报告应当使用国办公开办函〔2021〕30号的格式" in hit.message
    (bare,) = hits(right("2019", 2022), "S206")
    assert "列名为" not in bare.message


def test_form_is_not_judged_without_a_year_or_before_there_was_one() -> None:
    assert found(built(right_figures("2019"), "2019")) == []
    assert found(right("2019", 2017)) == []


def test_extra_rows_of_a_table_are_one_piece_of_information() -> None:
    extra = (ExtraRow("其他主动公开文件", HERE), ExtraRow("其他 信息", HERE))
    report = changed(right(), "disclosure", extra_rows=extra)
    assert found(report) == [("S207", "info")]
    (hit,) = hits(report, "S207")
    assert "“其他主动公开文件”、“其他信息”" in hit.message
    assert severity(hit, "S207") is Severity.INFO


def test_the_one_row_of_table_four_is_counted_as_one() -> None:
    report = right()
    names = ("review", "litigation.direct", "litigation.after_review")
    short = {name: RowMatch(name, "", None, Fit.EXACT, 14, 5, HERE, ()) for name in names}
    (hit,) = hits(changed(report, "challenges", rows=tuple(short.values())), "S205")
    assert "1 行少 1 格（应为 15 格，实有 14 格）" in hit.message
    assert len(hit.figures) == 15
