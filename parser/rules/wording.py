"""P201, P202: doubled words and known misspellings, from the lists in `resources/words`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from parser.identity.lines import squeeze
from parser.model import Report, Severity, Span
from parser.profile import Profile
from parser.prose import sentences
from parser.rules.registry import Hit, rule

WORDS = Path(__file__).resolve().parents[2] / "resources" / "words"
_AROUND = 6


@dataclass(frozen=True, slots=True)
class _Slip:
    wrong: str
    right: str
    context: str
    span: Span


@rule(
    "P201",
    title="叠字",
    title_en="A doubled word",
    severity=Severity.WARNING,
    basis="政府网站检查：文字表述应当准确；国办公开办函〔2021〕30号：年度报告内容准确",
)
def doubled(report: Report, profile: Profile) -> Iterator[Hit]:
    """No word stands twice by a slip of the keyboard: 政府政府."""
    yield from _hits(report, _doubled(profile.doubled), "叠字")


@rule(
    "P202",
    title="法规名、机构名或固定用语写错",
    title_en="A law, a body or a set phrase is misspelled",
    severity=Severity.WARNING,
    basis="政府网站检查：严重表述错误单项否决；国办公开办函〔2021〕30号：年度报告内容准确",
)
def misspelled(report: Report, profile: Profile) -> Iterator[Hit]:
    """Laws, bodies and set phrases are written letter by letter."""
    yield from _hits(report, _misspelled(profile.misspelled), "错字")


def _hits(
    report: Report, words: tuple[re.Pattern[str], dict[str, str]], what: str
) -> Iterator[Hit]:
    slips = list(_slips(report, *words))
    if not slips:
        return
    told: list[str] = []
    for slip in slips:
        right = f"，应为“{slip.right}”" if slip.right else ""
        sentence = f"“{slip.context}”中的“{slip.wrong}”{right}"
        if sentence not in told:
            told.append(sentence)
    yield Hit(f"{what}{len(told)}处：{'；'.join(told)}。", spans=tuple(slip.span for slip in slips))


def _slips(report: Report, pattern: re.Pattern[str], right: dict[str, str]) -> Iterator[_Slip]:
    texts = [(s.text, s.place) for s in sentences(report)]
    document, title = report.document, report.identity.title_span
    line = squeeze(document, title) if document and title else None
    if line:
        texts.insert(0, (line.text, line.place))
    for text, place in texts:
        for match in pattern.finditer(text):
            start, end = match.span()
            yield _Slip(
                match.group(),
                right.get(match.lastgroup or "", ""),
                text[max(0, start - _AROUND) : end + _AROUND],
                place(start, end),
            )


@cache
def _doubled(extra: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    data = tomllib.loads((WORDS / "doubled.toml").read_text(encoding="utf-8"))
    parts: list[str] = list(data["alone"].values())
    for word, unless in data["words"].items():
        ahead = f"(?!{'|'.join(map(re.escape, unless))})" if unless else ""
        parts.append(f"{word}{word}{ahead}")
    parts += [re.escape(word) for word in extra]
    named = {f"w{i}": part for i, part in enumerate(parts)}
    pattern = re.compile("|".join(f"(?P<{name}>{part})" for name, part in named.items()))
    return pattern, {}


@cache
def _misspelled(
    extra: tuple[tuple[str, str], ...],
) -> tuple[re.Pattern[str], dict[str, str]]:
    data = tomllib.loads((WORDS / "misspelled.toml").read_text(encoding="utf-8"))
    pairs = [(re.escape(wrong), right) for wrong, right in (*data["words"].items(), *extra)]
    pairs += list(data["patterns"].items())
    named = [(f"w{i}", wrong, right) for i, (wrong, right) in enumerate(pairs)]
    pattern = re.compile("|".join(f"(?P<{name}>{wrong})" for name, wrong, _ in named))
    return pattern, {name: right for name, _, right in named}
