"""A figure that is struck out, deleted or hidden beside the right one changes nothing, in any
format that text programs write; a raised one is no part of the figure.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.intake.reader import document
from parser.model import Document
from parser.official.form import form_of
from tests.support import formats, rtfwriter, wordformats
from tests.support.figures import right_figures
from tests.support.formats import Piece, pieces, to_flat_opc
from tests.support.grids import cells_of, three_tables
from tests.support.looked import looking

MAKERS: dict[str, Callable[[list[Piece]], bytes]] = {
    "docx": formats.to_docx,
    "flatopc": lambda report: to_flat_opc(formats.to_docx(report)),
    "wordxml": wordformats.to_wordml,
    "doc": formats.to_doc,
    "rtf": rtfwriter.to_rtf,
    "odt": wordformats.to_odt,
    "fodt": wordformats.to_fodt,
}
FORM = form_of("2021")
PLAIN = pieces(FORM, right_figures("2021", Random(7), "small"))
GRIDS = {p: piece for p, piece in enumerate(PLAIN) if not isinstance(piece, str)}
CELLS = [
    (p, r, c)
    for p, grid in GRIDS.items()
    for r, row in enumerate(grid)
    for c, slot in enumerate(row)
    if not slot.covered
]


def planted(place: tuple[int, int, int], before: str, after: str) -> list[Piece]:
    """Return the report with something before and after the words of one cell."""
    p, r, c = place
    report = list(PLAIN)
    grid = [list(row) for row in GRIDS[p]]
    grid[r][c] = replace(grid[r][c], text=before + grid[r][c].text + after)
    report[p] = grid
    return report


@cache
def plain(kind: str) -> Document:
    return three_tables(MAKERS[kind](PLAIN), kind)


@pytest.mark.parametrize("kind", MAKERS)
@settings(max_examples=8, deadline=None)
@given(
    place=st.sampled_from(CELLS),
    look=st.sampled_from(["struck", "deleted", "hidden"]),
    words=st.from_regex(r"[0-9]{1,4}|[一-龥]{1,3}", fullmatch=True),
    first=st.booleans(),
)
def test_what_is_not_shown_beside_a_figure_changes_nothing(
    kind: str, place: tuple[int, int, int], look: str, words: str, first: bool
) -> None:
    extra = looking(words, look)
    report = planted(place, extra if first else "", "" if first else extra)
    found = document(MAKERS[kind](report), "a")
    assert cells_of(found) == cells_of(plain(kind))
    out = [span.of(found.text) for span in found.struck]
    assert out == ([] if look == "hidden" else [words])
    assert (words in found.text) or look == "hidden"


@pytest.mark.parametrize("kind", MAKERS)
@settings(max_examples=4, deadline=None)
@given(place=st.sampled_from(CELLS), digit=st.sampled_from("123"))
def test_a_raised_figure_is_a_note(kind: str, place: tuple[int, int, int], digit: str) -> None:
    found = document(MAKERS[kind](planted(place, "", looking(digit, "raised"))), "a")
    raised = digit.translate(str.maketrans("123", "¹²³"))
    changed = [
        (old, new)
        for a, b in zip(cells_of(plain(kind)), cells_of(found), strict=True)
        for old, new in zip(a, b, strict=True)
        if old != new
    ]
    ((old, new),) = changed
    assert new[4] == old[4] + raised
