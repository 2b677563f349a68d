from __future__ import annotations

import os
from pathlib import Path

import pytest

from parser.errors import Unreadable
from parser.intake import libreoffice, sources
from parser.intake.libreoffice import converted
from parser.settings.profile import Profile
from parser.workers import examine_all

needs_posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")


def stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a script in LibreOffice's place."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "program", lambda: str(program))


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@needs_posix
def test_a_conversion_that_hangs_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, f"sleep 600 &\necho $! > {tmp_path}/child\nwait", monkeypatch)
    monkeypatch.setattr(libreoffice, "TIME_LIMIT", 0.5)
    with pytest.raises(Unreadable, match="时间限制"):
        converted(b"x", "rtf", "docx")
    child = int((tmp_path / "child").read_text())
    state = Path(f"/proc/{child}/stat")
    # It is gone, or dead and waiting for whoever reaps orphans here.
    assert not alive(child) or state.read_text().split()[2] in "ZX"


@needs_posix
def test_a_conversion_that_gives_nothing_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, "exit 0", monkeypatch)
    with pytest.raises(Unreadable, match="不能转换"):
        converted(b"x", "rtf", "docx")


@needs_posix
def test_each_call_has_a_profile_of_its_own_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, f'echo "$@" >> {tmp_path}/calls', monkeypatch)
    for _ in range(2):
        with pytest.raises(Unreadable):
            converted(b"x", "rtf", "docx")
    calls = (tmp_path / "calls").read_text().splitlines()
    profiles = [next(word for word in call.split() if "UserInstallation" in word) for call in calls]
    assert profiles[0] != profiles[1]
    folders = [Path(profile.split("file://")[1]).parent for profile in profiles]
    assert not any(folder.exists() for folder in folders)


@pytest.mark.skipif(libreoffice.program() is None, reason="LibreOffice is not installed")
def test_rtf_within_the_limits_of_a_worker(tmp_path: Path) -> None:
    words = "".join(f"\\u{ord(c)}?" for c in "一、总体情况")
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1\\ansi " + words.encode() + b"\\par}")
    (report,) = examine_all(sources([tmp_path]), Profile(), jobs=1)
    assert report.error is None
    assert report.text.strip() == "一、总体情况"
