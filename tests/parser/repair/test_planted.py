"""Wrong figures planted in random right tables are found again."""

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
CASES = 40  # for each form, scale and part: 960 tables


def _values(repair: Repair) -> dict[str, Number]:
    return {change.figure: change.value for change in repair.changes}


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("part", ["detail", "row_total", "column_total"])
def test_single_error_is_named_first_wherever_one_repair_is_least(
    form_id: str, scale: Scale, part: str
) -> None:
    rng = Random(f"{form_id} {scale} {part}")
    unique = found = 0
    for _ in range(CASES):
        single = form_id == "2021" and rng.random() < 0.3
        figures = right_figures(form_id, rng, scale, single_other_row=single)
        wrong, truth = planted(figures, [rng.choice(summed_keys(figures, part))], rng)
        report = stated(form_id, wrong)
        repairs = localize(report)
        suggested = [_values(repair) for repair in repairs]

        assert truth in suggested
        assert all(len(values) == 1 for values in suggested)
        assert repairs[0].settles == tuple(range(len(report.findings)))
        if len(repairs) == 1:  # the only one is the least one: it must be the truth
            unique += 1
            found += suggested[0] == truth
    assert unique > CASES // 2
    assert found == unique


def test_error_in_the_requests_table_always_has_one_least_repair() -> None:
    # Every figure there stands in a row sum and in a column sum, and no two share both.
    rng = Random(7)
    figures = right_figures("2021", rng, "large")
    for key in summed_keys(figures):
        if key.startswith("requests."):
            wrong, truth = planted(figures, [key], rng)
            assert [_values(repair) for repair in localize(stated("2021", wrong))] == [truth]


@pytest.mark.parametrize("scale", SCALES)
def test_true_pair_is_among_the_first_three(scale: Scale) -> None:
    rng = Random(scale)
    outcome: Counter[bool] = Counter()
    for _ in range(100):
        form_id = rng.choice(("2019", "2021"))
        figures = right_figures(form_id, rng, scale)
        wrong, truth = planted(figures, rng.sample(summed_keys(figures), 2), rng)
        first = [_values(repair) for repair in localize(stated(form_id, wrong))[:3]]
        # Faults in different tables are repaired one by one.
        outcome[truth in first or all({key: truth[key]} in first for key in truth)] += 1
    assert outcome[True] >= 90


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_right_tables_get_no_suggestion(form_id: str, scale: Scale) -> None:
    rng = Random(scale + form_id)
    for single in (False, True):
        for _ in range(10):
            figures = right_figures(form_id, rng, scale, single_other_row=single)
            assert localize(stated(form_id, figures)) == ()
