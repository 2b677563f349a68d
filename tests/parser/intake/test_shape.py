"""What around the report is furniture, told by its place on the page: before the text or after."""

from __future__ import annotations

from typing import Any

import pytest
from lxml.html import HtmlElement, document_fromstring

from parser.intake.framing import only_places
from parser.intake.reader import document
from parser.intake.web.shape import Shape
from parser.model import Document

PROSE = "本年度我镇主动公开政府信息一百二十六条，收到依申请公开七件，均已按期答复。" * 4
REPORT = f"<div id=text><p>一、总体情况</p><p>{PROSE}</p><p>六、其他事项</p><p>无。</p></div>"


def parsed(page: str) -> tuple[HtmlElement, Shape]:
    root = document_fromstring(f"<html><body>{page}</body></html>")
    return root, Shape(root)


def furniture(page: str) -> set[str]:
    """Return the ids of what is furniture."""
    root, shape = parsed(page)
    return {str(e.get("id")) for e in root.iter() if e.get("id") and shape.is_furniture(e)}


def read(page: str) -> Document:
    return document(page.encode(), "a.html")


def words(found: Document) -> str:
    return " ".join(span.of(found.text).strip() for span in found.furniture)


def around(before: str, after: str) -> str:
    return f"<div id=b>{before}{REPORT}{after}</div>"


def test_short_lines_before_the_text_are_furniture_and_after_it_a_signature() -> None:
    page = around("<div id=before>白鹭镇</div>", "<div id=after>白鹭镇</div>")
    assert furniture(page) == {"before"}


def test_after_the_text_what_stands_farther_out_is_furniture() -> None:
    far = "<div id=far>白鹭街1号</div>"
    inner = f"<div id=inner>{REPORT}</div>"
    # Body, three rooms, the text: two steps out is near, three are far.
    page = f"<div id=c><div id=b>{inner}<div id=near>白鹭镇</div></div>{far}</div>"
    assert furniture(page) == {"far"}


def test_a_title_or_a_sentence_before_the_text_is_none() -> None:
    before = "<div id=title>白鹭镇2022年度报告</div><div id=said>现予公布。</div>"
    assert furniture(f"<div id=b>{before}{REPORT}</div>") == set()


def test_a_table_beside_the_text_is_none() -> None:
    beside = "<div id=beside><table><tr><td>规章</td><td>1</td></tr></table></div>"
    assert furniture(f"<div id=b>{beside}{REPORT}</div>") == set()


def test_what_is_furniture_does_not_hang_on_what_was_asked_before() -> None:
    page = around("<div id=before>白鹭镇</div>", "<div id=after>白鹭镇</div>")
    root, shape = parsed(page)
    asked = [e for e in root.iter() if e.get("id")]
    once = [shape.is_furniture(e) for e in asked]
    assert [shape.is_furniture(e) for e in asked] == once
    assert [shape.is_furniture(e) for e in reversed(asked)] == once[::-1]


def test_a_page_that_is_written_twice_for_its_title_has_the_furniture_of_one() -> None:
    body = around("<div id=before>白鹭镇网</div>", "<div>白鹭镇</div>")
    titled = f"<html><head><title>白鹭镇2022年度报告</title></head><body>{body}</body></html>"
    plain = f"<html><body>{body}</body></html>"
    assert read(titled).text.startswith("白鹭镇2022年度报告\n")
    assert words(read(titled)) == words(read(plain)) == "白鹭镇网"


def links(number: int, text: str = "") -> str:
    return f"<div id=menu>{'<a href=/x>政务公开</a>' * number}{text}</div>"


@pytest.mark.parametrize(
    ("menu", "is_one"),
    [
        (links(3), True),
        (links(2), False),
        # Twelve of seventeen characters are links, and twelve of eighteen.
        (links(3, "共有五个项"), True),
        (links(3, "共有六个栏目"), False),
        # Seven of ten are enough.
        (links(7, "字" * 12), True),
        (links(7, "字" * 13), False),
        # A name on the page is no link, nor is what leads on and is no anchor.
        (f"<div id=menu>{'<a name=x>政务公开</a>' * 3}</div>", False),
        (f"<div id=menu>{'<b href=/x>政务公开</b>' * 3}</div>", False),
    ],
)
def test_a_menu_is_three_links_that_are_most_of_what_it_says(menu: str, is_one: bool) -> None:
    assert ("menu" in furniture(f"<div id=text><p>{PROSE}</p>{menu}</div>")) == is_one


@pytest.mark.parametrize(
    ("element", "is_one"),
    [
        ("<nav id=x>白鹭镇</nav>", True),
        ("<footer id=x>白鹭镇</footer>", True),
        ("<div id=x role=Banner>白鹭镇</div>", True),
        ("<header id=x>白鹭镇</header>", True),
        ("<header id=x>白鹭镇2022年度报告</header>", False),
        ("<header id=x><a href=/>2022年度报告</a></header>", True),
        ("<nav id=x>一、总体情况</nav>", False),
        ("<nav id=x><a href=#1>一、总体情况</a></nav>", True),
        ("<div id=x>白鹭镇</div>", False),
    ],
)
def test_elements_that_name_themselves_furniture(element: str, is_one: bool) -> None:
    assert ("x" in furniture(f"<div id=text>{element}<p>{PROSE}</p></div>")) == is_one


def test_the_bulk_of_the_text_is_none_whatever_its_element() -> None:
    assert furniture(f"<div id=b><aside id=x>{REPORT}</aside><p>白鹭镇</p></div>") == set()


def test_a_long_cell_makes_a_table_a_layout() -> None:
    def layout(*cells: str) -> bool:
        root, shape = parsed(f"<table><tr>{''.join(f'<td>{c}' for c in cells)}</table>")
        return shape.is_layout(next(root.iter("table")))

    assert layout("字" * 500)
    assert layout("字" * 301, "字" * 200)
    assert not layout("字" * 300, "字" * 200)
    assert not layout("字" * 301, "字" * 202)
    assert not layout("规章", "1")


def test_a_table_is_judged_once_however_often_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    judged: list[object] = []

    def counted(table: Any, *how: Any) -> bool:
        judged.append(table)
        return only_places(table, *how)

    monkeypatch.setattr("parser.intake.web.shape.only_places", counted)
    inner = f"<table id=b><tr><td>{REPORT}</td></tr></table>"
    root, shape = parsed(f"<table id=a><tr><td>白鹭镇</td><td>{inner}</td></tr></table>")
    for _ in range(3):
        assert [shape.is_layout(table) for table in root.iter("table")] == [True, True]
    assert len(judged) == len(set(judged)) == 2
