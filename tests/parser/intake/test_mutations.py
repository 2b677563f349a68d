"""A slice of the fuzzing that `make fuzz` does at length."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from time import monotonic

import pytest

from parser.errors import Unreadable
from parser.intake.members import members
from parser.intake.reader import document, read
from parser.intake.source import Source
from parser.intake.word import doc as doc_module
from parser.model import Document
from tests.support.everyformat import SUFFIXES, sample
from tests.support.mutations import mutated

COUNT = {"pdf": 6}
MOST = 40
# Far above what any of these files takes, far below what a hang would.
SECONDS = 20.0


@pytest.fixture(autouse=True)
def _no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc_module, "program", lambda: None)


def check(read: Callable[[], Document]) -> None:
    """See that the reader gives words or a sentence, in time, and spans that hold."""
    start = monotonic()
    sentence = ""
    found: Document | None = None
    try:
        found = read()
    except Unreadable as error:
        sentence = str(error)
    assert monotonic() - start < SECONDS
    if found is None:
        assert len(sentence) > 5
        return
    assert found.text.strip(), "nothing was read and nothing said"
    assert len(found.simplified) == len(found.text)
    for grid in found.grids:
        for cell in grid.cells:
            assert cell.span.of(found.text).strip() == cell.text.strip()


@pytest.mark.parametrize("suffix", [suffix for suffix in SUFFIXES if suffix != "zip"])
def test_a_damaged_file_is_read_or_says_why(suffix: str) -> None:
    rng = Random(f"slice {suffix}")
    for _ in range(COUNT.get(suffix, MOST)):
        data = mutated(sample(suffix), rng)
        check(lambda data=data: document(data, f"a.{suffix}"))


def test_damaged_archives(tmp_path_factory: pytest.TempPathFactory) -> None:
    rng = Random("slice zip")
    folder = tmp_path_factory.mktemp("zips")
    for n in range(MOST):
        file = folder / f"{n}.zip"
        file.write_bytes(mutated(sample("zip"), rng))
        for source in members(Source(file.name, file)):
            check(lambda source=source: read(source)[0])
