"""The endings that a dialog offers."""

from __future__ import annotations

from pathlib import Path

import pytest

from parser.intake.endings import ARCHIVES, FAMILIES, endings, families, is_encoded, known
from parser.intake.kind import kind
from parser.intake.reader import READERS
from tests.support.everyformat import MAKERS, sample

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("kind", READERS)
def test_whatever_can_be_read_can_be_chosen(kind: str) -> None:
    assert set(endings([kind])) <= set(known())
    assert all(end.isalnum() and end == end.lower() and len(end) < 9 for end in endings([kind]))


def test_archives_can_be_chosen_and_nothing_stands_twice() -> None:
    assert set(ARCHIVES) <= set(known())
    assert len(known()) == len(set(known()))
    assert {"docx", "htm", "jpeg", "xml", "zip", "7z"} <= set(known())


def test_every_kind_stands_in_one_family() -> None:
    told = [one for kinds in FAMILIES.values() for one in kinds]
    assert sorted(told) == sorted(READERS)


def test_what_people_are_told_can_be_chosen() -> None:
    assert {end for ends in families().values() for end in ends} <= set(known())


@pytest.mark.parametrize("made", [made for made in MAKERS if made in READERS])
def test_a_file_is_of_its_kind_under_every_ending_of_that_kind(made: str) -> None:
    for ending in endings([made]):
        assert kind(sample(made), f"a.{ending}") == made


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_front_page_names_every_ending_and_no_other(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    heading = "## Formats" if name == "README.md" else "## 格式"
    rows = text[text.index(heading) :].split("\n\n", 2)[1].splitlines()[2:]
    for row, (family, ends) in zip(rows, families().items(), strict=True):
        listed = row.split("|")[2].replace("、", ",").replace("（", " ").replace("，", " ")
        first = listed.split("(")[0].replace(", with", " ")
        words = [word.split()[0] for word in first.split(",") if word.strip()]
        assert tuple(words) == ends, family


@pytest.mark.parametrize(
    ("name", "encoded"),
    [("a.TXT", True), ("a.b/c.htm", True), ("a.csv", True), ("a.docx", False), ("txt", True)],
)
def test_texts_are_told_by_their_ending(name: str, encoded: bool) -> None:
    assert is_encoded(name) is encoded
