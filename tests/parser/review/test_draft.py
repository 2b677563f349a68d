from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parser.review.draft import FILE, Draft, Drafts

ROOT = Path(__file__).resolve().parents[3]
HALF = Draft("河湾镇2023.txt", "d1", "figure", "review.total", "12")


def test_a_draft_is_there_until_it_is_cleared(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    assert drafts.left() is None
    assert drafts.keep(HALF)
    assert Drafts(tmp_path).left() == HALF
    drafts.clear()
    drafts.clear()
    assert Drafts(tmp_path).left() is None
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=40))
def test_any_text_comes_back_as_typed(tmp_path: Path, text: str) -> None:
    Drafts(tmp_path).keep(Draft("甲.txt", "d", "note", "A101-1", text))
    left = Drafts(tmp_path).left()
    assert left is not None
    assert left.text == text.encode("utf-8", "replace").decode()


def test_a_process_killed_after_a_key_leaves_that_key(tmp_path: Path) -> None:
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from parser.review.draft import Draft, Drafts\n"
        "drafts = Drafts(Path(sys.argv[1]))\n"
        "for n in range(1, 4):\n"
        "    drafts.keep(Draft('甲', 'd', 'figure', 'review.total', '123'[:n]))\n"
        "os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, check=False)
    left = Drafts(tmp_path).left()
    assert left is not None
    assert left.text == "123"


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"path": 1}', b"\xff\xfe"])
def test_a_broken_file_is_no_draft(tmp_path: Path, broken: bytes) -> None:
    (tmp_path / FILE).write_bytes(broken)
    assert Drafts(tmp_path).left() is None


def test_without_a_place_nothing_is_kept() -> None:
    assert not Drafts(None).keep(HALF)
    assert Drafts(None).left() is None
    Drafts(None).clear()
