"""How alike a printed label and the form's are."""

from __future__ import annotations

import pytest

from parser.official.labels import resemblance


@pytest.mark.parametrize(
    "printed", ["1.予以公开", "一、予以公开", "予以公开", "（二）予以公开", "（一）准予公开"]
)
def test_only_the_label_to_the_letter_is_wholly_alike(printed: str) -> None:
    assert resemblance("（一）予以公开", "（一）予以公开") == 1
    assert resemblance(printed, "（一）予以公开") < 1


def test_what_is_struck_out_before_a_label_is_no_part_of_it() -> None:
    assert resemblance("\u200b\u200b（一）予以公开", "（一）予以公开") == 1


def test_another_number_tells_against_a_label_more_than_another_style() -> None:
    style = resemblance("1.予以公开", "（一）予以公开")
    none = resemblance("予以公开", "（一）予以公开")
    number = resemblance("（二）予以公开", "（一）予以公开")
    assert number < style < none < 1
