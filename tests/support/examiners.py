"""Stand-ins for the pipeline that workers can import: quick, stuck, crashing, greedy ones."""

from __future__ import annotations

import ctypes
import os
from mmap import mmap
from pathlib import Path

from parser.intake import patience
from parser.intake.source import Source
from parser.model import Report
from parser.settings.profile import Profile

_kept: list[mmap] = []


def by_name(source: Source, profile: Profile, encoding: str | None) -> Report:
    """Do what the file's name says, and otherwise return the process number as the digest."""
    del profile
    name = source.name
    if "stuck" in name:
        while True:
            pass
    if "crash" in name:
        ctypes.string_at(0)
    if "exit" in name:
        os._exit(3)
    if "greedy" in name:
        bytearray(8 << 30)
    if "library" in name:
        _kept.append(mmap(-1, 700 << 20))  # address space only, as a library takes it for good
    if "bug" in name:
        raise KeyError("place")
    if "patient" in name:
        patience.more(60)
        blocker = Path(source.file.parent) / "go"
        while not blocker.exists():
            pass
    return Report(source.path, f"{os.getpid()}|{encoding}", "ok")
