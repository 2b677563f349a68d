"""What must hold of every suggestion, checked against a search that knows no shortcuts."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parser.official.form import Sum, form_of
from parser.repair import localize
from parser.repair.direct import least_sets
from parser.repair.edits import Edit, Exact, Record
from parser.repair.solver import propose
from tests.support.figures import Scale, right_figures, rows_of
from tests.support.slips import planted, summed_keys
from tests.support.stated import failing, stated

# Two rows and two columns with totals both ways: nine figures, seven sums.
ROWS = ("a", "b", "sum")
COLUMNS = ("x", "y", "sum")
SUMS = (
    *(Sum("R", (f"{row}.x", f"{row}.y"), (f"{row}.sum",), row) for row in ROWS),
    *(Sum("C", (f"a.{column}", f"b.{column}"), (f"sum.{column}",), column) for column in COLUMNS),
)
KEYS = tuple(f"{row}.{column}" for row in ROWS for column in COLUMNS)
MOST = 8  # no least repair of figures up to 2 needs a total above this


def small_record(values: Mapping[str, int | None]) -> Record:
    edits = tuple(
        Edit(entry, dict.fromkeys(entry.left, 1) | dict.fromkeys(entry.right, -1)) for entry in SUMS
    )
    exact: dict[str, Exact | None] = dict(values)
    failed = tuple(e for e in edits if e.is_assessable(exact) and e.residual(exact))
    return Record(form_of("2021"), edits, exact, frozenset(values), failed)


def right_tables() -> list[dict[str, int]]:
    """Return every right table with totals of at most MOST."""
    found: list[dict[str, int]] = []
    for ax, ay, bx, by in product(range(MOST + 1), repeat=4):
        if ax + ay + bx + by <= MOST:
            cells = (ax, ay, ax + ay, bx, by, bx + by, ax + bx, ay + by, ax + ay + bx + by)
            found.append(dict(zip(KEYS, cells, strict=True)))
    return found


RIGHT = right_tables()


def least_by_trying(values: Mapping[str, int | None]) -> tuple[int, set[frozenset[str]]]:
    """Return the least number of changes that make the table a right one, and all such sets."""
    best, sets = len(values), set[frozenset[str]]()
    for right in RIGHT:
        differs = frozenset(
            key for key, value in values.items() if value is not None and value != right[key]
        )
        if len(differs) < best:
            best, sets = len(differs), set()
        if len(differs) == best:
            sets.add(differs)
    return best, sets


tables = st.fixed_dictionaries({key: st.one_of(st.integers(-1, 2), st.none()) for key in KEYS})


@given(tables)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_smaller_set_does_and_none_is_missing(values: dict[str, int | None]) -> None:
    record = small_record(values)
    size, sets = least_by_trying(values)
    least = least_sets(record)
    if least.proven:
        assert {frozenset(changes) for changes in least.sets} == (sets if size <= 3 else set())
        for changes in least.sets:
            assert _settled({**values, **changes})
    else:
        proposed = propose(record, 3)
        assert proposed.proven
        listed = {frozenset(changes) for changes in proposed.sets}
        assert listed <= (sets if size <= 3 else set())
        if not proposed.vague:
            assert proposed.complete
            assert listed == (sets if size <= 3 else set())


def _settled(values: Mapping[str, Exact | None]) -> bool:
    """Say whether some right table agrees with every value given."""
    return any(all(values[k] in (None, right[k]) for k in KEYS) for right in RIGHT)


@given(st.integers(0, 10**9), st.sampled_from(["small", "large", "huge"]), st.integers(1, 4))
@settings(max_examples=60, deadline=None)
def test_every_suggestion_settles_every_edit_of_its_component(
    seed: int, scale: Scale, faults: int
) -> None:
    rng = Random(seed)
    form_id = rng.choice(("2019", "2021"))
    figures = right_figures(form_id, rng, scale)
    wrong, truth = planted(figures, rng.sample(summed_keys(figures), faults), rng)
    report = stated(form_id, wrong)
    before = {frozenset(finding.figures) for finding in report.findings}
    for repair in localize(report):
        assert repair.settles
        assert repair.proven
        if repair.kind == "doubt":
            assert not repair.changes
            assert faults > 3
            continue
        assert repair.kind == "shift" or len(repair.changes) <= len(truth)
        repaired = wrong | {change.figure: change.value for change in repair.changes}
        assert all(change.before == wrong[change.figure] for change in repair.changes)
        assert all(change.value >= 0 for change in repair.changes)
        after = {frozenset(finding.figures) for finding in failing(form_id, repaired)}
        settled = {frozenset(report.findings[place].figures) for place in repair.settles}
        assert after == before - settled


@given(st.integers(0, 10**9), st.integers(1, 12), st.integers(0, 2))
@settings(max_examples=40, deadline=None)
def test_blanks_never_make_a_wrong_value_the_only_one(seed: int, blanks: int, faults: int) -> None:
    rng = Random(seed)
    figures = right_figures("2021", rng, "large")
    keys = rng.sample(summed_keys(figures), blanks + faults)
    wrong, truth = planted(figures, keys[:faults], rng)
    report = stated("2021", {**wrong, **dict.fromkeys(keys[faults:])})
    repairs = localize(report)
    for repair in repairs:
        told = {change.figure: change.value for change in repair.changes}
        if repair.kind == "deduced":
            assert all(change.before is None for change in repair.changes)
            assert not repair.settles
            if not faults:
                assert all(figures[key] == value for key, value in told.items())
        elif repair.kind == "change":
            assert all(change.before is not None for change in repair.changes)
            assert len(told) <= len(truth)
    if not faults:
        assert all(repair.kind == "deduced" for repair in repairs)
    assert rows_of(wrong) == rows_of(figures)
