"""Struck text: it stays on the page, it never counts, and every place stays right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parser.intake.strikes import counted, lowered, placed, raised, struck, unmarked
from parser.intake.writer import Draft, Writer

WORDS = st.text(st.characters(categories=["Lo", "Nd"]), max_size=6)


@given(st.lists(st.tuples(WORDS, st.booleans()), max_size=8), st.integers(0, 50))
def test_marks_part_what_counts_from_what_is_struck(parts: list[tuple[str, bool]], at: int) -> None:
    marked = "".join(struck(words) if out else words for words, out in parts)
    whole = "".join(words for words, _ in parts)
    plain, spans = placed(marked, at)
    assert plain == unmarked(marked) == whole
    assert counted(marked) == "".join(words for words, out in parts if not out)
    taken = "".join(whole[span.start - at : span.end - at] for span in spans)
    assert taken == "".join(words for words, out in parts if out)


def test_a_struck_figure_is_kept_in_the_text_and_blotted_for_matching() -> None:
    writer = Writer()
    writer.line(f"新收申请{struck('95')}211件")
    writer.table([[Draft(f"{struck('7')}2{struck('9')}11"), Draft(struck("8"))]])
    document = writer.document("docx")
    assert document.text.startswith("新收申请95211件\n72911\t8")
    assert [span.of(document.text) for span in document.struck] == ["95", "7", "9", "8"]
    assert document.said(document.grids[0].cells[0].span) == "211"
    assert [cell.text for cell in document.grids[0].cells] == ["211", ""]
    assert document.simplified.replace("\u200b", "") == "新收申请211件\n211\t\n\n"
    assert len(document.simplified) == len(document.text)


def test_marks_inside_marks_are_one_passage() -> None:
    plain, spans = placed(struck("a" + struck("b") + "c"), 3)
    assert (plain, [(s.start, s.end) for s in spans]) == ("abc", [(3, 6)])


def test_raised_and_lowered_digits_are_no_digits_of_the_figure() -> None:
    assert "211" + raised("(2)") == "211⁽²⁾"
    assert "211" + lowered("2") == "211₂"
