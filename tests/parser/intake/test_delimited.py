from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.intake.reader import document
from parser.official.form import form_of
from parser.pipeline import interpret
from tests.support.figures import right_figures
from tests.support.formats import pieces, to_csv

FIGURES = right_figures("2021", Random(7), "small")
WHOLE = pieces(form_of("2021"), FIGURES)


def values(data: bytes, name: str) -> dict[str, object]:
    report = interpret(document(data, name), name, "")
    return {key: figure.value for key, figure in report.figures.items()}


@pytest.mark.parametrize(
    ("name", "delimiter", "encoding"),
    [
        ("a.csv", ",", "gb18030"),
        ("a.csv", ",", "utf-8-sig"),
        ("a.csv", ";", "utf-8"),
        ("a.csv", "\t", "utf-16"),
        ("a.tsv", "\t", "utf-8"),
    ],
)
def test_a_sheet_saved_as_text_gives_its_figures(name: str, delimiter: str, encoding: str) -> None:
    found = values(to_csv(WHOLE, delimiter).encode(encoding), name)
    assert {key: found.get(key) for key in FIGURES} == FIGURES


def test_a_sheet_under_the_name_of_a_text_is_one() -> None:
    found = values(to_csv(WHOLE).encode(), "a.txt")
    assert {key: found.get(key) for key in FIGURES} == FIGURES
    prose = "一、总体情况,公开,申请,管理,平台,监督,情况如下\n本年公开了信息。\n" * 10
    assert document(prose.encode(), "a.txt").grids == ()


def test_everything_quoted_is_read_alike() -> None:
    found = values(to_csv(WHOLE, quoted=True).encode(), "a.csv")
    assert {key: found.get(key) for key in FIGURES} == FIGURES


def test_prose_stands_on_lines_and_tables_are_grids() -> None:
    found = document(to_csv(WHOLE).encode(), "a.csv")
    assert (found.format, found.encoding) == ("csv", "utf-8")
    assert len(found.grids) >= 3
    assert "一、总体情况\n本年度我镇按照条例规定做好政府信息公开各项工作。\n" in found.text


def test_a_cell_may_hold_line_breaks_delimiters_and_quotation_marks() -> None:
    found = document('规章,"一,二\n""三""",0\n文件,1,2\n'.encode(), "a.csv")
    assert [c.text for c in found.grids[0].cells] == ["规章", '一,二\n"三"', "0", "文件", "1", "2"]


def test_what_spreadsheet_programs_write_besides() -> None:
    found = document('sep=;\r\n规章;="007";1,5\r\n文件;2;3\r\n'.encode(), "a.csv")
    assert [c.text for c in found.grids[0].cells] == ["规章", "007", "1,5", "文件", "2", "3"]


def test_an_unclosed_quotation_mark_swallows_nothing() -> None:
    rows = "".join(f"行{n},{n},0\n" for n in range(4000))
    found = document(f'规章,"0,1\n{rows}'.encode(), "a.csv")
    assert len(found.grids[0].cells) > 12_000


def test_undecodable_bytes_are_named() -> None:
    data = to_csv(WHOLE).encode()
    at = data.index("规章".encode())
    found = document(data[:at] + b"\xff" + data[at:], "a.csv")
    assert [note.code for note in found.notes] == ["F102"]


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet='规章0123,;\t|"\n\r= ', min_size=1, max_size=200), st.sampled_from("ct"))
def test_any_text_is_read_without_loss_of_figures(text: str, kind: str) -> None:
    if text.strip(' \r\n\t",;|='):
        found = document(f"头,头\n{text}".encode(), f"a.{kind}sv")
        assert sum(c.isdigit() for c in found.text) == sum(c.isdigit() for c in text)
