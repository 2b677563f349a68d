"""The mixed-integer program: the same repairs as the direct search, and honest when time is up."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from parser.model import Number
from parser.official.form import form_of
from parser.repair import localize
from parser.repair.assignment import fillable
from parser.repair.components import components
from parser.repair.direct import Least, least_sets
from parser.repair.edits import Exact, Record, record_from
from parser.repair.solver import Proposal, propose
from tests.support.figures import right_figures, rows_of
from tests.support.slips import planted, summed_keys
from tests.support.stated import stated

Figures = dict[str, Number | None]


def failing_part(figures: Figures) -> Record:
    record = record_from(form_of("2021"), figures, rows_of(figures))
    (part,) = (part for part in components(record) if part.failed)
    return part


def faulty(seed: int, faults: int) -> tuple[dict[str, Number], dict[str, Number]]:
    rng = Random(seed)
    figures = right_figures("2021", rng, "large")
    keys = [key for key in summed_keys(figures) if key.startswith("requests.")]
    return planted(figures, rng.sample(keys, faults), rng)


def as_sets(sets: list[dict[str, Exact]] | tuple[dict[str, Exact], ...]) -> set[frozenset[object]]:
    return {frozenset(changes.items()) for changes in sets}


@pytest.mark.parametrize("faults", [1, 2, 3])
def test_solver_and_direct_search_agree(faults: int) -> None:
    for seed in range(3):
        part = failing_part(dict(faulty(seed, faults)[0]))
        proposed, least = propose(part, 3), least_sets(part)
        assert proposed.proven
        assert least.proven
        assert as_sets(proposed.sets) == as_sets(least.sets)


def test_more_changes_than_asked_for_are_proven_to_be_needed() -> None:
    proposed = propose(failing_part(dict(faulty(2, 5)[0])), 3)
    assert proposed.sets == []
    assert proposed.proven
    assert propose(failing_part(dict(faulty(2, 5)[0])), 5).sets


def test_no_time_proves_nothing() -> None:
    proposed = propose(failing_part(dict(faulty(1, 2)[0])), 3, seconds=0)
    assert proposed.sets == []
    assert not proposed.proven


def test_numbers_too_large_for_floating_point_are_not_tried() -> None:
    figures, _ = faulty(1, 2)
    key = "requests.granted.natural"
    assert not propose(failing_part({**figures, key: 10**13}), 3).proven
    (repair,) = localize(stated("2021", {**right_figures("2021", Random(1), "large"), key: 10**13}))
    assert repair.proven


def test_out_of_budget_the_direct_search_says_so() -> None:
    part = failing_part(dict(faulty(1, 3)[0]))
    assert not least_sets(part, budget=5).proven


def test_repair_that_is_not_proven_least_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong, truth = faulty(1, 2)
    stopped = Proposal([{key: int(value) for key, value in truth.items()}])
    monkeypatch.setattr(
        "parser.repair.suggestions.least_sets", lambda part: Least((), proven=False)
    )
    monkeypatch.setattr("parser.repair.suggestions.propose", lambda *_: stopped)
    (repair,) = localize(stated("2021", wrong))
    assert {change.figure: change.value for change in repair.changes} == truth
    assert not repair.proven
    assert "尚未证明这是改动最少的办法" in repair.sentence


def test_table_that_time_does_not_suffice_for_is_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "parser.repair.suggestions.least_sets", lambda part: Least((), proven=False)
    )
    wrong, _ = faulty(1, 2)
    (repair,) = localize(stated("2021", wrong), seconds=0)
    assert (repair.kind, repair.proven, repair.changes) == ("doubt", False, ())
    assert "时限" in repair.sentence


def test_solver_decides_where_a_blank_would_have_to_be_negative() -> None:
    # 自然人 alone exceeds the total of its row: the sums with the blank are not judged, yet the
    # repair of the column must leave the blank a value.
    figures: Figures = dict(right_figures("2021", Random(11), "huge"))
    wrong = dict(figures)
    wrong["requests.granted.natural"] = (figures["requests.granted.total"] or 0) + 50
    wrong["requests.granted.business"] = None
    (change,) = (r for r in localize(stated("2021", wrong)) if r.kind == "change")
    assert {c.figure: c.value for c in change.changes} == {
        "requests.granted.natural": figures["requests.granted.natural"]
    }


def test_free_figures_that_fit_and_that_do_not() -> None:
    zeros = dict.fromkeys(right_figures("2021", Random(0), "zero"), 0)
    blank: Figures = {**zeros, "review.upheld": None, "review.other": None, "review.total": 3}
    part = record_from(form_of("2021"), blank, rows_of(blank))
    assert fillable(part, {})
    assert not fillable(part, {"review.corrected": 4})


def test_negative_and_fractional_counts_have_to_change() -> None:
    figures = dict(right_figures("2021", Random(3), "large"))
    key = "requests.granted.natural"
    for value in (-figures[key] - 1, -1, Decimal("2.5")):
        (repair,) = localize(stated("2021", {**figures, key: value}))
        assert {c.figure: c.value for c in repair.changes} == {key: figures[key]}
