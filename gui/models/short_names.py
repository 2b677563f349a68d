"""Long names made short so that what tells them apart stays.

In a list of 长岭县人民政府财政局, 长岭县人民政府教育局 and so on the eye needs 财政局 and 教育局;
what most names share can go: 长岭县…财政局.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

GAP = "…"
_GRAM = 3
# What more than half of the names have is shared; so many are enough, however long the list.
_MANY = 8


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a name; `shared` by other names of the list, so that it can be left out."""

    text: str
    shared: bool


Runs = tuple[Run, ...]


def runs_of(names: Iterable[str]) -> Mapping[str, Runs]:
    """Return each name in runs. With all that is shared left out no two names look alike."""
    known = dict.fromkeys(names)
    counts: Counter[str] = Counter()
    for name in known:
        counts.update(set(_grams(name)))
    enough = max(2, min(_MANY, len(known) // 2 + 1))
    cut = {name: _cut(name, counts, enough) for name in known}
    alike: dict[str, list[str]] = defaultdict(list)
    for name, runs in cut.items():
        alike[shortest(runs)].append(name)
    for twins in alike.values():
        if len(twins) > 1:
            cut |= _told_apart({name: cut[name] for name in twins})
    return cut


def shortest(runs: Runs) -> str:
    """Return a name with all that is shared left out."""
    return "".join(GAP if run.shared else run.text for run in runs)


def fitted(runs: Runs, fits: Callable[[str], bool]) -> str:
    """Return as much of a name as fits.

    What is shared is left out from the end of the name backward; of its beginning as much stays
    as there is room for. Only where there is no room for what tells the name apart is that cut.
    """
    texts = [run.text for run in runs]
    if fits("".join(texts)):
        return "".join(texts)
    for at in reversed(range(1, len(runs))):
        if runs[at].shared:
            texts[at] = GAP
            if fits("".join(texts)):
                return _widened(texts, at, runs[at].text, fits)
    if runs and runs[0].shared:
        texts[0] = GAP
        if fits("".join(texts)):
            return _widened(texts, 0, runs[0].text, fits)
    return _squeezed("".join(texts), fits)


def _widened(texts: list[str], at: int, full: str, fits: Callable[[str], bool]) -> str:
    """Put back as much of the beginning of a run that was left out as fits."""
    best = "".join(texts)
    for length in range(1, len(full) - 1):
        texts[at] = full[:length] + GAP
        whole = "".join(texts)
        if not fits(whole):
            break
        best = whole
    return best


def _squeezed(text: str, fits: Callable[[str], bool]) -> str:
    """Leave out of the middle what there is no room for."""
    text = text.replace(GAP + GAP, GAP)
    if fits(text):
        return text
    for kept in range(len(text) - 1, 1, -1):
        head = (kept + 1) // 2
        short = text[:head] + GAP + text[len(text) - kept // 2 :]
        if fits(short):
            return short
    return GAP


def _grams(name: str) -> list[str]:
    return [name[at : at + _GRAM] for at in range(len(name) - _GRAM + 1)]


def _cut(name: str, counts: Counter[str], enough: int) -> Runs:
    shared = [False] * len(name)
    for at, gram in enumerate(_grams(name)):
        if counts[gram] >= enough:
            shared[at : at + _GRAM] = [True] * _GRAM
    runs = tuple(
        Run("".join(character for character, _ in pairs), is_shared)
        for is_shared, pairs in groupby(zip(name, shared, strict=True), key=lambda pair: pair[1])
    )
    # A name of which everything is shared still has to be called something.
    return runs if any(not run.shared for run in runs) else (Run(name, False),)


def _told_apart(twins: Mapping[str, Runs]) -> dict[str, Runs]:
    """Keep of names that would look alike the runs in which they differ."""
    columns = list(zip(*twins.values(), strict=True))
    differs = [len({run.text for run in column}) > 1 for column in columns]
    return {
        name: tuple(Run(run.text, run.shared and not differs[at]) for at, run in enumerate(runs))
        for name, runs in twins.items()
    }
