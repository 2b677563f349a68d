"""Thousands of damaged files of each format through the workers: `make fuzz`.

`FUZZ_MUTATIONS` is how many per format (2,000), `FUZZ_SEED` where the damage starts from.
A file that fails stays in `build/fuzz/` for a look.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from parser.intake.members import members
from parser.intake.source import Source
from parser.settings.profile import Profile
from parser.workers import examine_all
from tests.support.everyformat import SUFFIXES, sample
from tests.support.mutations import mutated

MUTATIONS = int(os.environ.get("FUZZ_MUTATIONS", "2000"))
SEED = os.environ.get("FUZZ_SEED", "1")
KEPT = Path("build/fuzz")
# What a worker says of a file that it could not survive, or that found a fault in the program.
FAULTS = ("异常退出", "程序处理这个文件时出错")
# Libraries for PDF can be made to loop: there the limits are what is tested.
LIMITS = ("时间限制", "内存超过限制")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_crash_no_hang_no_silent_emptiness(
    suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # LibreOffice would be asked about every damaged Word file, at seconds each.
    monkeypatch.setenv("PATH", "")

    def damaged() -> Iterator[Source]:
        for n in range(MUTATIONS):
            file = tmp_path / f"{n}.{suffix}"
            file.write_bytes(mutated(sample(suffix), Random(f"{SEED} {suffix} {n}")))
            yield from members(Source(file.name, file))

    outcome: Counter[str] = Counter()
    faults: list[str] = []
    for report in examine_all(damaged(), Profile()):
        outcome[report.status] += 1
        file = tmp_path / report.path.split("/")[0]
        silent = report.status != "unreadable" and not report.text.strip()
        mute = report.status == "unreadable" and not report.error
        told = FAULTS if suffix == "pdf" else FAULTS + LIMITS
        if silent or mute or any(word in (report.error or "") for word in told):
            KEPT.mkdir(parents=True, exist_ok=True)
            (KEPT / file.name).write_bytes(file.read_bytes())
            faults.append(f"{report.path}: {report.error or 'nothing read, nothing said'}")
    print(f"\n{suffix}: {MUTATIONS} mutations, {dict(outcome)}, {len(faults)} faults")
    assert faults == []
    assert outcome.total() >= MUTATIONS
