"""Desks on an empty folder, with the data of the program kept beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from parser.across.docket import Docket
from parser.model import CrossFinding
from parser.review.desk import Desk
from parser.review.session import Session
from parser.settings.profile import Profile
from tests.support.reviews import check_sums


def nothing(_docket: Docket) -> Iterable[CrossFinding]:
    """Find nothing across reports."""
    return ()


def given_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the folder of the reports; what the program keeps of its own goes beside it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    made = tmp_path / "年报"
    made.mkdir()
    return made


def opened(folder: Path, across: Callable[[Docket], Iterable[CrossFinding]] = nothing) -> Desk:
    """Return a desk on the folder that checks sums alone, and `across` between reports."""
    return Desk(Session.open([folder]), Profile(), check_sums, across)
