"""Sentences that an auditor reads: Chinese as the rules write them, English from templates.

A sentence is a `str`, the Chinese one, that still knows what it was made of; `english` makes the
other from it. `resources/sentences/*.toml` sets the English beside each Chinese template. What is
quoted from a report is plain `str` and stays as it is printed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

SENTENCES = Path(__file__).resolve().parents[2] / "resources" / "sentences"
_HOLE = re.compile(r"\{\w+\}")
_BLANKS = re.compile(r"(?<! ) {2,}")
_NUMBERS = re.compile(r"[\d、]+")
_SENTENCE = re.compile(r"[^。]+。?")
_PLACE = re.compile(r"\\\{(\w+)\\\}")
# The file of the sentences that travel as plain text: those of readers, workers and the review.
KEPT = SENTENCES / "kept.toml"


class Said(str):
    """Words in Chinese that have an English form. Equal to, and hashed as, their Chinese."""

    __slots__ = ()

    def english(self) -> str:
        """Say the same in English."""
        raise NotImplementedError

    def parts(self) -> Iterator[object]:
        """Yield what the words were made of."""
        return iter(())

    def __add__(self, other: str) -> str:
        """Return a longer sentence that knows its English too."""
        return joined("", (self, other)) if other else self

    def __radd__(self, other: str) -> str:
        """Likewise behind words that are quoted."""
        return joined("", (other, self)) if other else self


class Word(Said):
    """A word or name of which the English stands beside it in the data: a label of a form."""

    __slots__ = ("_english",)
    _english: str

    def __new__(cls, chinese: str, english: str) -> Word:
        """Take up a word with its English."""
        word = super().__new__(cls, chinese)
        word._english = english
        return word

    def __reduce__(self) -> tuple[type[Word], tuple[str, str]]:
        """Pickle with the English."""
        return Word, (str(self), self._english)

    def english(self) -> str:
        """Say the same in English."""
        return self._english


# Names in quotes stand side by side in Chinese, and behind commas in English.
SIDE_BY_SIDE = Word("", ", ")
# A group stands before what belongs to it.
WITHIN = Word(" ", ", ")


class Filled(Said):
    """A template with its values filled in."""

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def __new__(
        cls, template: str, values: Mapping[str, object], chinese: str | None = None
    ) -> Filled:
        """Fill the Chinese template, or take the text that it made before."""
        text = template.format_map(values) if chinese is None else chinese
        sentence = super().__new__(cls, text)
        sentence.template = template
        sentence.values = values
        return sentence

    def __reduce__(self) -> tuple[type[Filled], tuple[str, Mapping[str, object], str]]:
        """Pickle as template, values and text."""
        return Filled, (self.template, self.values, str(self))

    def english(self) -> str:
        """Say the same in English; the Chinese where no English is known."""
        template = templates().get(self.template)
        if template is None:
            return str(self)
        return template.format_map({name: _in_english(v) for name, v in self.values.items()})

    def parts(self) -> Iterator[object]:
        """Yield the values."""
        return iter(self.values.values())


class Joined(Said):
    """Words in a row with a separator between them."""

    __slots__ = ("separator", "words")
    separator: str
    words: tuple[str, ...]

    def __new__(cls, separator: str, words: tuple[str, ...]) -> Joined:
        """Join the words."""
        row = super().__new__(cls, separator.join(words))
        row.separator = separator
        row.words = words
        return row

    def __reduce__(self) -> tuple[type[Joined], tuple[str, tuple[str, ...]]]:
        """Pickle as separator and words."""
        return Joined, (self.separator, self.words)

    def english(self) -> str:
        """Say the same in English."""
        between = self.separator
        separator = between.english() if isinstance(between, Said) else _template(between)
        return separator.join(str(_in_english(word)) for word in self.words)

    def parts(self) -> Iterator[object]:
        """Yield the words."""
        return iter(self.words)


class Recalled(Said):
    """A sentence that was kept as plain text: what a reader said of a file.

    Its template is found again by its words, among those of `KEPT`.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[type[Recalled], tuple[str]]:
        """Pickle as text."""
        return Recalled, (str(self),)

    def english(self) -> str:
        """Say the same in English; the Chinese where no template fits."""
        return _recalled(str(self))


class _Count(int):
    """A number that an English template may count by: `{cells:cell|cells}` is 1 cell, 2 cells."""

    def __format__(self, spec: str) -> str:
        if "|" not in spec:
            return int.__format__(self, spec)
        one, _, many = spec.partition("|")
        return f"{int(self)} {one if self == 1 else many}"


def say(template: str, /, **values: object) -> Filled:
    """Fill in a Chinese template, {table}有 {cells} 格空白, whose English is in the data.

    KeyError if a value is missing.
    """
    return Filled(template, values)


def _template(chinese: str) -> str:
    return templates().get(chinese, chinese)


def joined(separator: str, words: Iterable[str]) -> str:
    """Join words as `separator.join` does; in English by the separator's English."""
    every = tuple(words)
    return every[0] if len(every) == 1 else Joined(separator, every)


def english(text: str) -> str:
    """Say a sentence in English. Plain text that no template fits is quoted as it is."""
    said = text.english().strip() if isinstance(text, Said) else _recalled(text)
    return said[:1].upper() + said[1:] if text.endswith("。") else said


@cache
def templates() -> Mapping[str, str]:
    """Return the English of every Chinese template, those of `KEPT` left out.

    ValueError where two files speak of one template.
    """
    known: dict[str, str] = {}
    for path in sorted(set(SENTENCES.glob("*.toml")) - {KEPT}):
        for chinese, said in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if chinese in known:
                raise ValueError(f"{path.name}: {chinese!r} stands in another file too")
            known[chinese] = said
    return known


@cache
def _kept() -> Sequence[tuple[re.Pattern[str], str]]:
    """Return the templates of `KEPT` as patterns, the longest first, with their English."""
    known = tomllib.loads(KEPT.read_text(encoding="utf-8"))
    return [
        (re.compile(_PLACE.sub(r"(?P<\1>.*?)", re.escape(chinese)), re.DOTALL), said)
        for chinese, said in sorted(known.items(), key=lambda item: -len(_HOLE.sub("", item[0])))
    ]


@lru_cache(maxsize=2_000)
def _recalled(text: str) -> str:
    whole = _matched(text)
    if whole is None:
        pieces = [_matched(piece) for piece in _SENTENCE.findall(text)]
        known = [piece for piece in pieces if piece is not None]
        whole = " ".join(known) if known and len(known) == len(pieces) else text
    return whole


def _matched(text: str) -> str | None:
    for pattern, said in _kept():
        if match := pattern.fullmatch(text):
            values = {name: _value(text) for name, text in match.groupdict().items()}
            filled = _BLANKS.sub(" ", said.format_map(values))
            return filled[:1].upper() + filled[1:] if text.endswith("。") else filled
    return None


def _value(text: str) -> object:
    if text.isdecimal():
        return _Count(text)
    if _NUMBERS.fullmatch(text):
        return text.replace("、", ", ")
    return _matched(text) or templates().get(text, text)


def _in_english(value: object) -> object:
    if isinstance(value, Said):
        return value.english()
    return _Count(value) if isinstance(value, int) else value
