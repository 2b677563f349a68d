"""What is remembered of the second round beside the log."""

from __future__ import annotations

from pathlib import Path

import pytest

from parser.model import Severity
from parser.review.followed import Outcome
from parser.review.rounds import FILE, Remark, Rounds, forget, recall, remember
from parser.review.second_round import Standing


def rounds(folder: Path) -> Rounds:
    return Rounds(
        (folder.parent / "整改后",),
        {"新.txt": "旧.txt", "多余.txt": ""},
        {
            "旧.txt": Remark(
                Standing.PARTLY,
                "部分整改",
                {"A101-ab": Outcome.PARTLY},
                {"A101-ab": "还有 1 格"},
                (("A201", Severity.ERROR, "总计不等于各种结果之和"),),
            )
        },
    )


def test_it_is_there_again(folder: Path) -> None:
    database = folder / ".审核" / "review.db"
    database.parent.mkdir()
    remember(rounds(folder), database)
    assert recall(database) == rounds(folder)
    assert recall(database).begun
    forget(database)
    assert recall(database) == Rounds()
    forget(database)


def test_both_folders_may_be_moved_together(folder: Path, tmp_path: Path) -> None:
    database = folder / ".审核" / "review.db"
    database.parent.mkdir()
    remember(rounds(folder), database)
    moved = tmp_path / "移走"
    moved.mkdir()
    folder.rename(moved / "年报")
    assert recall(moved / "年报" / ".审核" / "review.db").paths == (moved / "整改后",)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 9}', '{"version": 1, "paths": 3}'])
def test_what_cannot_be_meant_is_no_second_round(folder: Path, text: str) -> None:
    database = folder / ".审核" / "review.db"
    database.parent.mkdir()
    (database.parent / FILE).write_text(text, encoding="utf-8")
    assert recall(database) == Rounds()


def test_nothing_is_kept_of_a_log_in_memory() -> None:
    remember(Rounds(), None)
    assert recall(None) == Rounds()
