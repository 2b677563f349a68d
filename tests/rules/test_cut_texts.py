"""A text that is cut anywhere, in whatever layout: no wrong figure, and nobody is blamed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.official.form import form_of
from tests.support import layouts
from tests.support.checked import faults, report_of
from tests.support.figures import right_figures
from tests.support.formats import pieces

FORM = form_of("2021")
FIGURES = right_figures("2021", Random(11), "large")
PIECES = pieces(FORM, FIGURES)
ACCUSING = ("S1", "S2", "V1", "A", "T")
LAYOUTS = (
    *(layouts.tab_rows, layouts.cell_lines, layouts.pipe_rows, layouts.fenced_rows),
    *(layouts.markdown, layouts.pipe_cells, layouts.spaced),
)


def text_of(layout: Callable[..., str]) -> str:
    rng = Random(1)
    return "\n".join(p if isinstance(p, str) else layout(p, rng) for p in PIECES)


TEXTS = {layout.__name__: text_of(layout) for layout in LAYOUTS}


def wrong(text: str) -> list[str]:
    found = report_of(text).figures.items()
    return [key for key, figure in found if figure.value not in (None, FIGURES.get(key))]


@pytest.mark.parametrize("layout", TEXTS)
def test_no_cut_of_table_four_gives_a_wrong_figure(layout: str) -> None:
    text = TEXTS[layout]
    start, end = text.index("四、政府信息公开行政复议"), text.index("五、")
    assert not [cut for cut in range(start + 3, end, 11) if wrong(text[:cut])]


@settings(max_examples=60)
@given(st.sampled_from(sorted(TEXTS)), st.data())
def test_no_cut_blames_the_unit(layout: str, data: st.DataObject) -> None:
    text = TEXTS[layout]
    cut = data.draw(st.integers(text.index("二、"), text.index("五、") + 2))
    assert not wrong(text[:cut])
    assert not [fault for fault in faults(report_of(text[:cut])) if fault[0].startswith(ACCUSING)]
