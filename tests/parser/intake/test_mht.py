from __future__ import annotations

from random import Random

import pytest

from parser.intake.reader import document
from parser.official.form import form_of
from tests.support.figures import right_figures
from tests.support.formats import pieces, to_mht

SAVED = to_mht(pieces(form_of("2021"), right_figures("2021", Random(5), "small")))


@pytest.mark.parametrize("less", range(4))
def test_a_saved_page_that_ends_within_its_letters_is_read_as_far_as_it_goes(less: int) -> None:
    short = SAVED[: len(SAVED) // 2].rstrip()
    found = document(short[: len(short) - less], "a.mht")
    assert "二、主动公开政府信息情况" in found.text
    assert found.ending == "torn"
