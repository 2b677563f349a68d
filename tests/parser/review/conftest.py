from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.desks import given_folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return given_folder(tmp_path, monkeypatch)
