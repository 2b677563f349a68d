from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parser.review.desk import Desk
from tests.support.desks import given_folder, opened


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    made = opened(given_folder(tmp_path, monkeypatch))
    made.session.author = "李审"
    yield made
    made.session.close()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "年报" / "审核.xlsx"
