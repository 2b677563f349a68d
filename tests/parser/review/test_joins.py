"""Which reports stand joined with a spreadsheet of their tables, as it was decided."""

from __future__ import annotations

import pytest

from parser.model import Report
from parser.review.joins import Joins, Pair
from tests.support.reviews import made_report

REPORT, SHEET = (
    made_report("年报.docx", "content of the report"),
    made_report("附表.xlsx", "tables"),
)
PAIR = Pair(REPORT, SHEET)


@pytest.fixture
def joins() -> Joins:
    """Return joins in which the two stand as one."""
    made = Joins(())
    made.stand(PAIR)
    return made


def test_what_was_joined_is_joined_again_when_it_is_read_again(joins: Joins) -> None:
    assert joins.standing(REPORT.path) == PAIR
    assert list(joins.loosen(REPORT.path)) == [SHEET]
    assert joins.standing(REPORT.path) is None
    assert joins.ready(REPORT) == PAIR


@pytest.mark.parametrize("again", [REPORT, SHEET])
def test_what_was_taken_apart_stays_apart_when_it_is_read_again(
    joins: Joins, again: Report
) -> None:
    joins.fall(PAIR)
    assert joins.standing(REPORT.path) is None
    assert joins.ready(again) is None


def test_what_left_the_desk_is_still_decided(joins: Joins) -> None:
    assert list(joins.loosen(REPORT.path)) == [SHEET]
    assert joins.standing(REPORT.path) is None
    assert joins.ready(SHEET) == PAIR
