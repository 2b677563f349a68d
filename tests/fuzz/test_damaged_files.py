"""Damaged files, for as long as FUZZ_SECONDS says: none may raise, each gives a report.

A failure names the seed of its file: `FUZZ_SEED=<seed> FUZZ_SECONDS=0` makes it again.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from random import Random
from time import monotonic

import pytest

from parser.commands.report_json import lines
from parser.intake.source import Source
from parser.pipeline import examine
from parser.profile import Profile

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted(p for p in (ROOT / "resources" / "samples").rglob("*") if p.is_file())
SECONDS = float(os.environ.get("FUZZ_SECONDS", "300"))
SEED = int(os.environ.get("FUZZ_SEED", "0"))


def damaged(data: bytes, rng: Random) -> bytes:
    """Do to the bytes what disks, mail programs and people do."""
    made = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 5, 40))):
        at, to = sorted((rng.randrange(len(made) + 1), rng.randrange(len(made) + 1)))
        way = rng.randrange(7)
        if way == 0:
            del made[at:]
        elif way == 1:
            del made[at : min(to, at + 2000)]
        elif way == 2:
            made[at:at] = made[at : min(to, at + 2000)]
        elif way == 3:
            made[at : at + 8] = rng.randbytes(8)
        elif way == 4:
            made[at:at] = bytes(rng.randrange(64))
        elif way == 5 and made:
            made[rng.randrange(len(made))] ^= 1 << rng.randrange(8)
        else:
            made[at:at] = rng.choice((b"<table>", b"\t\t\t", b"\r", b"\xff\xfe", b"|", b"0\n" * 50))
    return bytes(made)


def test_damaged_files_never_raise(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    end = monotonic() + SECONDS
    seed, outcomes = SEED, Counter[str]()
    while True:
        rng = Random(seed)
        original = rng.choice(SAMPLES)
        file = tmp_path / f"{seed}{original.suffix}"
        file.write_bytes(damaged(original.read_bytes(), rng))
        try:
            report = examine(Source(file.name, file), Profile())
            said = "".join(lines([report], [], with_text=True))
        except Exception as error:
            raise AssertionError(f"seed {seed}: {original.name}") from error
        assert said.endswith("]}\n"), seed
        for figure in report.figures.values():
            assert figure.span.of(report.text).strip() == figure.raw, (seed, figure.key)
        outcomes[report.status] += 1
        file.unlink()
        seed += 1
        if monotonic() >= end:
            break
    with capsys.disabled():
        print(f"\n{outcomes.total()} damaged files: {dict(outcomes)}")
