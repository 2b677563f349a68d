"""What the prose of a report says of its figures: `read(report)`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from parser.claims.claim import Claim, Interpretation, Item, Mention
from parser.claims.figures import claim_of
from parser.claims.mentions import mentions
from parser.claims.scope import Setting
from parser.model import Report
from parser.reading.prose import Sentence, paragraphs, sentences

__all__ = [
    "Claim",
    "Interpretation",
    "Item",
    "Mention",
    "claimed",
    "mentioned",
    "read",
    "setting_of",
    "year_of",
]

_HEADING = re.compile(r"（[一二三四五六七八九十]{1,2}）|[一二三四五六七八九十]、|\d{1,2}[、.]")
_YEAR_NAMED = re.compile(r"(20\d{2})年")
_INFORMED = ("信息公开", "公开申请", "依申请", "申请公开")
# A heading names its topic within so many characters: （二）依申请公开工作情况。
_HEADING_REACH = 16


def read(report: Report) -> tuple[Claim, ...]:
    """Return every claim that the prose makes on this year's figures, in reading order."""
    said = sentences(paragraphs(report))
    return claimed(report, mentioned(report, said, year_of(report, said)))


def claimed(report: Report, found: Iterable[Mention]) -> tuple[Claim, ...]:
    """Return the claims on this year's figures among these mentions."""
    claims = (claim_of(mention, report.figures, report.form) for mention in found)
    return tuple(claim for claim in claims if claim is not None)


def mentioned(report: Report, said: Iterable[Sentence], year: int | None) -> tuple[Mention, ...]:
    """Return every count that the prose states of what the tables count, last year's included."""
    return tuple(_mentioned(report, said, year))


def year_of(report: Report, said: Iterable[Sentence]) -> int | None:
    """Return the report's year; the one that its prose names most where it does not state one."""
    if report.identity.year:
        return report.identity.year
    named = Counter(int(y) for s in said for y in _YEAR_NAMED.findall(s.text))
    (year, times), *others = named.most_common(2) or [(None, 0)]
    return None if any(count == times for _, count in others) else year


def _mentioned(report: Report, said: Iterable[Sentence], year: int | None) -> Iterator[Mention]:
    heading = asked_of = False
    paragraph = section = -1
    before: Mention | None = None
    for sentence in said:
        if sentence.section != section:
            section, heading = sentence.section, sentence.section == 3
        if _HEADING.match(sentence.text):
            heading = "申请" in sentence.text[:_HEADING_REACH] or section == 3
        if sentence.paragraph != paragraph:
            paragraph, before, asked_of = sentence.paragraph, None, False
        asked_of = asked_of or any(word in sentence.text for word in _INFORMED[1:])
        setting = setting_of(report, year, sentence, heading, asked_of)
        found = mentions(sentence, setting, before)
        yield from found
        asked = [m for m in found if m.items[0].topic == "request" and m.time == "this"]
        whole = [m for m in asked if not m.items[0].part]
        if whole or not asked:
            before = whole[0] if whole else None


def setting_of(
    report: Report,
    year: int | None,
    sentence: Sentence,
    heading: bool = False,
    asked_of: bool = False,
) -> Setting:
    """Return what is known at a sentence: whose report, which year, what the place is about.

    `year` as `year_of` tells it. `heading`: the heading above it speaks of requests for
    information; `asked_of`: so does the paragraph before it.
    """
    return Setting(
        unit=report.identity.unit,
        year=year,
        section=sentence.section,
        requests=heading,
        informed=asked_of
        or sentence.section in (3, 4)
        or any(word in sentence.text for word in _INFORMED),
    )
