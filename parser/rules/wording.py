"""P201, P202: doubled words and known misspellings, from the lists in `resources/words`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from parser.identity.lines import squeeze
from parser.model import Severity, Span
from parser.model.said import joined, say
from parser.official.notices import IN_FORCE
from parser.rules.case import Case
from parser.rules.doubling import doublings
from parser.rules.registry import Hit, rule
from parser.rules.repetition import table_words

WORDS = Path(__file__).resolve().parents[2] / "resources" / "words"
_AROUND = 6


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A form that is wrong: `hint` stands wherever it does, `pattern` is the form itself."""

    hint: str
    pattern: re.Pattern[str]
    right: str = ""


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
    basis=f"政府网站检查：文字表述应当准确；{IN_FORCE}：年度报告内容准确",
)
def doubled(case: Case) -> Iterator[Hit]:
    """No word stands twice by a slip of the keyboard: 政府政府."""
    extra = tuple(_Wrong(word, re.compile(re.escape(word))) for word in case.profile.doubled)
    slips = list(_slips(case, (*_doubled(), *extra)))
    taken = [slip.span for slip in slips]
    slips += [
        slip
        for slip in _unlisted(case)
        if not any(slip.span.start < t.end and t.start < slip.span.end for t in taken)
    ]
    yield from _told(case, slips, say("叠字"))


@rule(
    "P202",
    title="法规名、机构名或固定用语写错",
    title_en="A law, a body or a set phrase is misspelled",
    severity=Severity.WARNING,
    basis=f"政府网站检查：严重表述错误单项否决；{IN_FORCE}：年度报告内容准确",
)
def misspelled(case: Case) -> Iterator[Hit]:
    """Laws, bodies and set phrases are written letter by letter."""
    extra = tuple(
        _Wrong(w, re.compile(re.escape(w)), right) for w, right in case.profile.misspelled
    )
    yield from _told(case, list(_slips(case, (*_misspelled(), *extra))), say("错字"))


def _told(case: Case, slips: list[_Slip], what: str) -> Iterator[Hit]:
    slips.sort(key=lambda slip: slip.span)
    told: list[str] = []
    for slip in slips:
        right = say("，应为“{right}”", right=slip.right) if slip.right else ""
        sentence = say(
            "“{context}”中的“{wrong}”{right}", context=slip.context, wrong=slip.wrong, right=right
        )
        if sentence not in told:
            told.append(sentence)
    if told:
        spans = tuple(slip.span for slip in slips)
        yield Hit(
            say("{what}{places}处：{told}。", what=what, places=len(told), told=joined("；", told)),
            spans=spans,
            severity=case.unsure,
        )


def _slips(case: Case, forms: Sequence[_Wrong]) -> Iterator[_Slip]:
    texts = [(s.text, s.place) for s in case.sentences]
    document, title = case.document, case.identity.title_span
    line = squeeze(document, title) if document and title else None
    if line:
        texts.insert(0, (line.text, line.place))
    # Looking for a plain string in the whole is far quicker than for a pattern in every sentence.
    whole = "\n".join(text for text, _ in texts)
    here = [form for form in forms if form.hint in whole]
    for text, place in texts if here else ():
        for form in here:
            for match in form.pattern.finditer(text):
                start, end = match.span()
                context = text[max(0, start - _AROUND) : end + _AROUND]
                yield _Slip(match.group(), form.right, context, place(start, end))


def _unlisted(case: Case) -> Iterator[_Slip]:
    for sentence in case.sentences:
        for start, end in doublings(sentence, case.text):
            if table_words(case).fullmatch(sentence.text[start:end]):
                continue  # what is left of a table
            context = sentence.text[max(0, start - _AROUND) : end + _AROUND]
            yield _Slip(sentence.text[start:end], "", context, sentence.place(start, end))


@cache
def _doubled() -> tuple[_Wrong, ...]:
    data = tomllib.loads((WORDS / "doubled.toml").read_text(encoding="utf-8"))
    found = [_Wrong(twice, re.compile(pattern)) for twice, pattern in data["alone"].items()]
    for word, unless in data["words"].items():
        ahead = f"(?!{'|'.join(map(re.escape, unless))})" if unless else ""
        found.append(_Wrong(word * 2, re.compile(word * 2 + ahead)))
    return tuple(found)


@cache
def _misspelled() -> tuple[_Wrong, ...]:
    data = tomllib.loads((WORDS / "misspelled.toml").read_text(encoding="utf-8"))
    found = [_Wrong(w, re.compile(re.escape(w)), right) for w, right in data["words"].items()]
    found += [_Wrong(p["hint"], re.compile(p["wrong"]), p["right"]) for p in data["pattern"]]
    return tuple(found)
