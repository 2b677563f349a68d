"""The endings that a dialog offers."""

from __future__ import annotations

import pytest

from parser.intake.endings import ARCHIVES, endings, is_encoded, known
from parser.intake.reader import READERS


@pytest.mark.parametrize("kind", READERS)
def test_whatever_can_be_read_can_be_chosen(kind: str) -> None:
    assert set(endings([kind])) <= set(known())
    assert all(end.isalnum() and end == end.lower() and len(end) < 9 for end in endings([kind]))


def test_archives_can_be_chosen_and_nothing_stands_twice() -> None:
    assert set(ARCHIVES) <= set(known())
    assert len(known()) == len(set(known()))
    assert {"docx", "htm", "jpeg", "xml", "zip", "7z"} <= set(known())


@pytest.mark.parametrize(
    ("name", "encoded"),
    [("a.TXT", True), ("a.b/c.htm", True), ("a.csv", True), ("a.docx", False), ("txt", True)],
)
def test_texts_are_told_by_their_ending(name: str, encoded: bool) -> None:
    assert is_encoded(name) is encoded
