"""Where tables written as text begin, and where their cells have run together."""

from __future__ import annotations

import pytest

from parser.model import Document, Section, Span
from parser.official.form import forms
from parser.reading.tables.zones import glued, text_zones


def written(text: str) -> Document:
    return Document(text=text, simplified=text, format="txt")


def section(number: int, heading: str, text: str) -> Section:
    return Section(number, heading, Span(0, len(heading)), Span(0, len(text)))


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("信息内容\t本年制发件数", True),
        ("信息\n内容", True),
        ("信息\n内容\t本年制发件数", True),
        ("信息公开工作\n内容\t本年制发件数", False),
        ("第二十条\n第（一）项", False),
        ("第二十条第（一）项", True),
        ("第二十条第（一）项规定的信息均已公开", False),
    ],
)
def test_a_table_begins_with_its_first_words_broken_or_whole(head: str, found: bool) -> None:
    text = f"概述\n{head}\n规章\t0\t0\t0\n"
    zones = text_zones(written(text), Span(0, len(text)), ())
    assert [zone.name for zone in zones] == (["disclosure"] if found else [])
    assert not zones or zones[0].span.start == text.index(head[:2])


@pytest.mark.parametrize(
    ("line", "begin"),
    [
        ("予以公开2部分公开1属于国家秘密0信访举报投诉类申请0", "予以公开"),
        ("属于国家秘密2件，重复申请1件。", None),
        ("全年收到申请3件。", None),
        ("均依法办理。", None),
        ("予以公开、部分公开、属于国家秘密的", None),
    ],
)
def test_labels_run_together_are_three_with_figures_behind(line: str, begin: str | None) -> None:
    heading = "三、收到和处理政府信息公开申请情况"
    text = f"{heading}\n{line}\n"
    document = written(text)
    for form in forms():
        span = glued(document, form, "requests", section(3, heading, text))
        assert span == (Span(text.index(begin), len(text) - 1) if begin else None)
