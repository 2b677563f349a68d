"""How often the suggestions name the truth, over many more tables than the test suite plants."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from parser.model import Number, Repair
from parser.repair import localize
from tests.support.figures import Scale, right_figures
from tests.support.slips import planted, summed_keys
from tests.support.stated import stated

SCALES: tuple[Scale, ...] = ("zero", "small", "large", "huge")
SINGLES = 500  # for each part and scale
PAIRS = 1000  # for each scale


def _values(repair: Repair) -> dict[str, Number]:
    return {change.figure: change.value for change in repair.changes}


def test_single_errors(capsys: pytest.CaptureFixture[str]) -> None:
    rng = Random(1976)
    with capsys.disabled():
        print("\none wrong figure      tables  one least  then right  listed  first")
        for part in ("detail", "row_total", "column_total"):
            for scale in SCALES:
                seen: Counter[str] = Counter()
                for _ in range(SINGLES):
                    form_id = rng.choice(("2019", "2021"))
                    figures = right_figures(form_id, rng, scale)
                    wrong, truth = planted(figures, [rng.choice(summed_keys(figures, part))], rng)
                    listed = [_values(repair) for repair in localize(stated(form_id, wrong))]
                    seen["one"] += len(listed) == 1
                    seen["right"] += listed == [truth]
                    seen["listed"] += truth in listed
                    seen["first"] += listed[0] == truth
                print(
                    f"{part:<14}{scale:<8}{SINGLES:>6}{seen['one']:>11}{seen['right']:>12}"
                    f"{seen['listed']:>8}{seen['first']:>7}"
                )
                assert seen["right"] == seen["one"]
                assert seen["listed"] == SINGLES


def test_pairs_of_errors(capsys: pytest.CaptureFixture[str]) -> None:
    rng = Random(1976)
    with capsys.disabled():
        print("\ntwo wrong figures     tables  among the first three  first")
        for scale in SCALES:
            seen: Counter[str] = Counter()
            for _ in range(PAIRS):
                form_id = rng.choice(("2019", "2021"))
                figures = right_figures(form_id, rng, scale)
                wrong, truth = planted(figures, rng.sample(summed_keys(figures), 2), rng)
                listed = [_values(repair) for repair in localize(stated(form_id, wrong))]
                apart = [{key: value} for key, value in truth.items()]
                seen["three"] += truth in listed[:3] or all(one in listed[:3] for one in apart)
                seen["first"] += truth in listed[:1] or all(one in listed[:2] for one in apart)
            print(f"{'':<14}{scale:<8}{PAIRS:>6}{seen['three']:>23}{seen['first']:>7}")
            assert seen["three"] >= PAIRS * 0.9
