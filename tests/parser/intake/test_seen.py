"""A right page with one thing more in a cell that nobody takes for its figure reads as before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.mime.text import MIMEText
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.intake.reader import document
from parser.model import Document
from parser.official.form import form_of
from parser.pipeline import interpret
from tests.support.figures import right_figures
from tests.support.formats import pieces, to_html

FIGURES = right_figures("2021", Random(11), "small")
PAGE = to_html(pieces(form_of("2021"), FIGURES)).decode()
CELLS = [m.span(1) for m in re.finditer(r">\s*(\d+)\s*<", PAGE)]
WAYS = {
    "display": "display:none",
    "visibility": "visibility:hidden",
    "size": "font-size:0",
    "opacity": "opacity:0",
    "white": "color:#fff",
    "away": "position:absolute;left:-9999px",
    "struck": "text-decoration:line-through",
}
TAGS = {"deleted": "del", "old": "s", "older": "strike"}
Values = Mapping[str, object]


def values(data: bytes, name: str) -> Values:
    """Return what is read of the figures that the page has."""
    figures = interpret(document(data, name), name, "").figures
    return {key: figures[key].value if key in figures else None for key in FIGURES}


def planted(at: int, fragment: str, head: str = "") -> str:
    start, _ = CELLS[at]
    page = PAGE[:start] + fragment + PAGE[start:]
    return page.replace("</head>", f"{head}</head>")


def saved(parts: Mapping[str, tuple[str, str]], base: str = "http://a.example/nb/") -> bytes:
    """Return a saved page of parts: address → (kind of text, text); the first is the page."""
    message = MIMEMultipart("related")
    message["Subject"] = "saved"
    for address, (kind, text) in parts.items():
        part = MIMEText(text, kind, "utf-8")
        if address.startswith("cid:"):
            part["Content-ID"] = f"<{address[4:]}>"
        else:
            part["Content-Location"] = base + address
        message.attach(part)
    picture = MIMENonMultipart("image", "png")
    picture["Content-Location"] = base + "a.png"
    message.attach(picture)
    return message.as_bytes()


def test_the_page_itself_reads_right() -> None:
    assert values(PAGE.encode(), "a.html") == FIGURES


@settings(deadline=None, max_examples=12)
@given(st.integers(0, len(CELLS) - 1), st.integers(1, 999), st.sampled_from(sorted(WAYS)))
def test_what_is_hidden_or_struck_in_a_cell_changes_nothing(at: int, old: int, way: str) -> None:
    sheet = f"<style>.x{{{WAYS[way]}}}</style>"
    for fragment, head in (
        (f'<span style="{WAYS[way]}">{old}</span>', ""),
        (f"<span class=x>{old}</span>", sheet),
    ):
        found = values(planted(at, fragment, head).encode(), "a.html")
        assert found == FIGURES


@settings(deadline=None, max_examples=6)
@given(st.integers(0, len(CELLS) - 1), st.integers(1, 999), st.sampled_from(sorted(TAGS)))
def test_what_is_deleted_in_a_cell_changes_nothing(at: int, old: int, tag: str) -> None:
    page = planted(at, f"<{TAGS[tag]}>{old}</{TAGS[tag]}>")
    found = values(page.encode(), "a.html")
    assert found == FIGURES
    assert str(old) in document(page.encode(), "a.html").text


@settings(deadline=None, max_examples=6)
@given(
    st.integers(0, len(CELLS) - 1), st.sampled_from(["<sup>1</sup>", "<sup>[2]</sup>", "①", "*"])
)
def test_a_note_mark_is_no_digit(at: int, note: str) -> None:
    _, end = CELLS[at]
    page = PAGE[:end] + note + PAGE[end:]
    found = values(page.encode(), "a.html")
    assert found == FIGURES


@settings(deadline=None, max_examples=6)
@given(st.integers(0, len(CELLS) - 1), st.integers(1, 999), st.sampled_from(sorted(WAYS)))
def test_a_saved_page_is_seen_with_its_own_style_sheet(at: int, old: int, way: str) -> None:
    page = planted(at, f"<b class=x>{old}</b>", "<link rel=stylesheet href=css/a.css>")
    sheet = f".x{{{WAYS[way]}}}"
    found = values(saved({"a.htm": ("html", page), "css/a.css": ("css", sheet)}), "a.mht")
    assert found == FIGURES


FRAME = "<html><body><p>首页 政府信息公开</p>{}<p>主办单位：县政府办</p></body></html>"
FRAMED = {
    "an address": {"a.htm": FRAME.format("<iframe src='b/nr.htm'></iframe>"), "b/nr.htm": PAGE},
    "a whole address": {
        "a.htm": FRAME.format("<iframe src='http://a.example/nb/b.htm'></iframe>"),
        "b.htm": PAGE,
    },
    "an identifier": {"a.htm": FRAME.format("<iframe src='cid:f1@x'></iframe>"), "cid:f1@x": PAGE},
    "a frame in a frame": {
        "a.htm": FRAME.format("<iframe src='b/b.htm'></iframe>"),
        "b/b.htm": "<html><body><iframe src='../c.htm#top'></iframe></body></html>",
        "c.htm": PAGE,
    },
    "a set of frames": {
        "a.htm": "<html><frameset cols=20,80><frame src=m.htm><frame src=b.htm></frameset></html>",
        "m.htm": "<html><body><ul><li><a href=1>政策</a><li><a href=2>年报</a></ul></body></html>",
        "b.htm": PAGE,
    },
    "an object": {"a.htm": FRAME.format("<object data=b.htm></object>"), "b.htm": PAGE},
    "a cell of a layout": {
        "a.htm": FRAME.format(
            "<table><tr><td>栏目</td><td><iframe src=b.htm></iframe></td></tr></table>"
        ),
        "b.htm": PAGE,
    },
}


@pytest.mark.parametrize("parts", FRAMED.values(), ids=FRAMED)
def test_a_report_in_a_frame_of_a_saved_page_is_read(parts: dict[str, str]) -> None:
    data = saved({name: ("html", text) for name, text in parts.items()})
    found = values(data, "a.mht")
    assert found == FIGURES
    assert document(data, "a.mht").notes == ()


def test_a_frame_whose_page_stands_in_the_page_is_read() -> None:
    inner = PAGE.replace("&", "&amp;").replace('"', "&quot;")
    found = values(FRAME.format(f'<iframe srcdoc="{inner}"></iframe>').encode(), "a.html")
    assert found == FIGURES


def test_frames_that_hold_each_other_come_to_an_end() -> None:
    many = "<p>年报</p>" + "<iframe src=b.htm></iframe><iframe src=a.htm></iframe>" * 20
    parts = {"a.htm": ("html", many), "b.htm": ("html", many)}
    found: Document = document(saved(parts), "a.mht")
    assert "年报" in found.text


def test_frames_as_deep_as_pages_may_be_do_not_break_the_reading_down() -> None:
    deep = "<div>" * 140 + "<p>年报</p><iframe src={}></iframe>" + "</div>" * 140
    parts = {f"{n}.htm": ("html", deep.format(f"{n + 1}.htm")) for n in range(6)}
    assert "年报" in document(saved(parts), "a.mht").text


def test_the_page_that_a_saved_page_starts_with_is_read() -> None:
    parts = {"m.htm": ("html", "<p>年报目录</p>"), "cid:main@x": ("html", PAGE)}
    data = saved(parts).replace(b"multipart/related;", b'multipart/related; start="<main@x>";', 1)
    assert values(data, "a.mht")
