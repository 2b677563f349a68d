"""Marks in texts: pictures that are not in the file, and lists of links that head no sections."""

from __future__ import annotations

import re

import pytest

from parser.intake.reader import document
from parser.model import Report
from parser.pipeline import assess, interpret
from parser.settings.profile import Profile
from tests.support.checked import said
from tests.support.official import right_report

TEXT = right_report()
HEADINGS = [line for line in TEXT.split("\n") if re.match("[一二三四五六]、[^\t]*$", line)]
PICTURES = [
    "![表](images/image2.png)",
    "![](data:image/png;base64,iVBORw0KGgo=)",
    "![][image2]",
    "![](media/image1.png){width=5in}",
    '<img src="t.png" alt="表">',
    "<!-- image -->",
    "[图片]",
    "〔图片〕",
    "【图片：表三】",
]


def checked(text: str, name: str = "a.md") -> Report:
    found = document(text.encode(), name)
    return assess(interpret(found, name, "x"), Profile())


def codes(report: Report) -> set[str]:
    return {f.code for f in report.findings}


def without_table(number: int, instead: str) -> str:
    start = TEXT.index(HEADINGS[number - 1])
    end = TEXT.index(HEADINGS[number])
    lines = TEXT[start:end].split("\n")
    rows = [i for i, line in enumerate(lines) if "\t" in line]
    lines[rows[0] : rows[-1] + 1] = [instead]
    return TEXT[:start] + "\n".join(lines) + TEXT[end:]


@pytest.mark.parametrize("picture", PICTURES)
@pytest.mark.parametrize("number", [3, 4])
def test_a_picture_in_the_place_of_a_table_is_not_read(picture: str, number: int) -> None:
    assert "S201" in codes(checked(without_table(number, "")))
    report = checked(without_table(number, picture))
    assert codes(report) == {"F107"}
    assert len(said(report, "F107")[0].figures) == {3: 175, 4: 15}[number]


@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_between_whole_parts_is_not_worth_a_word(picture: str) -> None:
    text = TEXT.replace("\n", f"\n{picture}\n", 1)
    for heading in HEADINGS[1:]:
        text = text.replace(f"\n{heading}\n", f"\n{picture}\n{heading}\n")
    assert not checked(f"{text}\n{picture}\n").findings


@pytest.mark.parametrize("item", ["- {}", "{}", "1. {}", "> **{}**"])
@pytest.mark.parametrize("target", ["(#a)", '(b.html "去")', "[a]"])
def test_a_list_of_links_heads_no_sections(item: str, target: str) -> None:
    title, rest = TEXT.split("\n", 1)
    links = "\n".join(item.format(f"[{heading}]{target}") for heading in HEADINGS)
    for mark in ("", "## "):
        body = "".join(
            f"{mark}{line}\n" if line in HEADINGS else f"{line}\n" for line in rest.split("\n")
        )
        report = checked(f"{title}\n\n{links}\n\n{body}")
        assert not report.findings
        assert report.body is not None
        assert [s.number for s in report.body.sections] == [1, 2, 3, 4, 5, 6]
    alone = checked(f"{title}\n\n{links}\n")
    assert {code[0] for code in codes(alone)} == {"F"}
