"""Generated reports: right prose is silent, one wrong count is found, in many ways of saying it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from random import Random

import pytest

from parser.model import Number
from tests.support.figures import Scale, right_figures
from tests.support.phrases import (
    COUNTS,
    COUNTS_2021,
    DECISIONS,
    NONES,
    OTHERS,
    right_sentences,
    section_texts,
    wrong_sentence,
)
from tests.support.spoken import prose_findings, spoken

# `make` runs the few; LONG=1 the two thousand.
REPORTS = 2000 if os.environ.get("LONG") else 150
SCALES: tuple[Scale, ...] = ("zero", "small", "small", "large", "huge")


def reports(start: int) -> Iterator[tuple[Random, str, dict[str, Number]]]:
    """Yield a source of chance, a form and right figures, as many times as there are reports."""
    for seed in range(start, start + REPORTS):
        rng = Random(seed)
        form = rng.choice(["2021", "2021", "2019"])
        single = rng.random() < 0.2
        figures = right_figures(
            form, rng, rng.choice(SCALES), rules=rng.random() < 0.2, single_other_row=single
        )
        yield rng, form, figures


def test_there_are_many_ways_of_saying_the_counts() -> None:
    assert len({*COUNTS, *COUNTS_2021, *DECISIONS, *NONES}) >= 60
    assert len(OTHERS) >= 20


def test_right_prose_is_silent() -> None:
    for rng, form, figures in reports(0):
        texts = section_texts(right_sentences(figures, rng))
        found = prose_findings(spoken(figures, texts, form=form))
        assert not found, (texts, [f.message for f in found])


def test_a_wrong_count_is_found_and_its_figures_named() -> None:
    missed: list[tuple[str, list[str]]] = []
    for rng, form, figures in reports(1_000_000):
        section, text, code, keys = wrong_sentence(figures, rng)
        around = right_sentences(figures, rng, many=3)
        texts = section_texts([*around, (section, text)])
        found = prose_findings(spoken(figures, texts, form=form))
        named = [f for f in found if f.code == code and set(keys) <= set(f.figures)]
        if len(named) != 1 or len(found) != 1:
            missed.append((text, [f.message for f in found]))
    assert len(missed) <= REPORTS // 100, missed[:5]


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_a_blank_cell_is_never_called_wrong(form: str) -> None:
    rng = Random(7)
    figures = right_figures(form, rng, "large")
    blank = dict.fromkeys(figures)
    texts = section_texts(right_sentences(figures, rng, many=20))
    assert prose_findings(spoken(blank, texts, form=form)) == []
