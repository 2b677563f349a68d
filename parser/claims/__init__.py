"""What the prose of a report says of its figures: `read(report)`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from parser.claims.claim import Claim, Item, Mention, Reading
from parser.claims.figures import claim_of
from parser.claims.mentions import mentions
from parser.claims.scope import Setting
from parser.model import Report
from parser.reading.prose import Sentence, sentences

__all__ = ["Claim", "Item", "Mention", "Reading", "mentioned", "read", "setting_of"]

_HEADING = re.compile(r"（[一二三四五六七八九十]{1,2}）|[一二三四五六七八九十]、|\d{1,2}[、.]")
_YEAR = re.compile(r"(20\d{2})年")
_INFORMED = ("信息公开", "公开申请", "依申请", "申请公开")
# A heading names its topic within so many characters: （二）依申请公开工作情况。
_HEADING_REACH = 16

_memo: tuple[Report, tuple[Mention, ...], tuple[Claim, ...]] | None = None


def read(report: Report) -> tuple[Claim, ...]:
    """Return every claim that the prose makes on this year's figures, in reading order."""
    return _claims(report)[2]


def mentioned(report: Report) -> tuple[Mention, ...]:
    """Return every count that the prose states of what the tables count, last year's included."""
    return _claims(report)[1]


def _claims(report: Report) -> tuple[Report, tuple[Mention, ...], tuple[Claim, ...]]:
    global _memo  # the checks of one report ask one after the other: one entry is enough
    if _memo is None or _memo[0] is not report:
        found = tuple(_mentioned(report))
        claims = (claim_of(mention, report.figures, report.form) for mention in found)
        _memo = (report, found, tuple(claim for claim in claims if claim is not None))
    return _memo


def _mentioned(report: Report) -> Iterator[Mention]:
    heading = asked_of = False
    paragraph = section = -1
    before: Mention | None = None
    for sentence in sentences(report):
        if sentence.section != section:
            section, heading = sentence.section, sentence.section == 3
        if _HEADING.match(sentence.text):
            heading = "申请" in sentence.text[:_HEADING_REACH] or section == 3
        if sentence.paragraph != paragraph:
            paragraph, before, asked_of = sentence.paragraph, None, False
        asked_of = asked_of or any(word in sentence.text for word in _INFORMED[1:])
        setting = setting_of(report, sentence, heading, asked_of)
        found = mentions(sentence, setting, before)
        yield from found
        asked = [m for m in found if m.items[0].topic == "request" and m.time == "this"]
        whole = [m for m in asked if not m.items[0].part]
        if whole or not asked:
            before = whole[0] if whole else None


def setting_of(
    report: Report, sentence: Sentence, heading: bool = False, asked_of: bool = False
) -> Setting:
    """Return what is known at a sentence: whose report, which year, what the place is about.

    `heading`: the heading above it speaks of requests for information; `asked_of`: so does the
    paragraph before it.
    """
    return Setting(
        unit=report.identity.unit,
        year=report.identity.year or _likely_year(report),
        section=sentence.section,
        requests=heading,
        informed=asked_of
        or sentence.section in (3, 4)
        or any(word in sentence.text for word in _INFORMED),
    )


def _likely_year(report: Report) -> int | None:
    """Return the year that the prose names most, for a report that does not state its own."""
    named = Counter(int(y) for s in sentences(report) for y in _YEAR.findall(s.text))
    (year, times), *others = named.most_common(2) or [(None, 0)]
    return None if any(count == times for _, count in others) else year
