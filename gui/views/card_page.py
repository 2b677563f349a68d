"""A finding's card as rich text: what it says, in which order, in which colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from gui.models import event_words
from gui.models.findings import DECISION_TEXT
from gui.models.findings import said as said_decision
from gui.theme import Tones
from gui.translation import spoken
from parser.model import Place
from parser.review.card import Card, Operand
from parser.review.review import Review
from parser.rules.registry import codes, rule_of

translate = QCoreApplication.translate

# What links begin with: a figure's key, a place in the text, a page of help, a suggestion's number.
FIGURE, PLACE, HELP, APPLY = "figure", "place", "help", "apply"
_QUOTED = 40  # characters of a passage
_MOST_OPERANDS, _MOST_EVENTS = 60, 30


@dataclass(frozen=True, slots=True)
class Look:
    """How the card looks, and what it quotes from: the text of the report."""

    tones: Tones
    link: QColor
    english: bool
    text: str


def card_page(card: Card, review: Review, look: Look) -> str:
    """Return the card as HTML. What comes from the report is escaped."""
    return "".join(
        (
            _head(card, look),
            *_sum(card, look),
            *_passages(card, look),
            *_suggestions(card, review, look),
            *_source(card, look),
            *_note(card, look),
            *_history(card, review, look),
        )
    )


def _head(card: Card, look: Look) -> str:
    entry = card.entry
    ink = look.tones.of(entry.severity).ink.name()
    state = said_decision(DECISION_TEXT[entry.state])
    muted = look.tones.muted.name()
    level = entry.severity.label_en if look.english else entry.severity.label
    return (
        f"<p style='margin:0'><b style='color:{ink}'>{escape(entry.code)}</b> "
        f"<b>{escape(_title(card, look))}</b><br>"
        f"<span style='color:{muted}'>{escape(level)} · {escape(state)}</span></p>"
        f"<p style='margin:5px 0'>{escape(spoken(entry.message))}</p>"
    )


def _title(card: Card, look: Look) -> str:
    if card.entry.code not in codes():
        return ""
    rule = rule_of(card.entry.code)
    return rule.title_en if look.english else rule.title


def _sum(card: Card, look: Look) -> Iterator[str]:
    if not card.operands:
        return
    is_sum = any(operand.sign for operand in card.operands)
    yield _heading(
        translate("CardPage", "算式") if is_sum else translate("CardPage", "有关的数"),
        look,
    )
    yield "<table cellspacing='0' cellpadding='2' width='100%'>"
    for operand in card.operands[:_MOST_OPERANDS]:
        yield _row(operand, look)
    yield "</table>"
    more = len(card.operands) - _MOST_OPERANDS
    if more > 0:
        told = translate("CardPage", "另有 {0} 格").format(more)
        yield f"<p style='margin:2px 0'>{escape(told)}</p>"
    if is_sum and card.expected is not None and card.actual is not None:
        told = translate("CardPage", "等号左边合计 {0}，右边合计 {1}，相差 {2}").format(
            event_words.number(card.expected),
            event_words.number(card.actual),
            event_words.number(abs(card.actual - card.expected)),
        )
        yield f"<p style='margin:2px 0'>{escape(told)}</p>"


def _row(operand: Operand, look: Look) -> str:
    shown = _link(f"{FIGURE}:{operand.figure}", event_words.number(operand.value), look)
    if operand.changed:
        struck = escape(event_words.number(operand.before))
        shown = f"<s>{struck}</s> → {shown}"
    if operand.expected is not None and operand.expected != operand.value:
        ink = look.tones.error.ink.name()
        fits = escape(
            translate("CardPage", "应为 {0}").format(event_words.number(operand.expected))
        )
        shown += f"<br><span style='color:{ink}'>{fits}</span>"
    name = _link(f"{FIGURE}:{operand.figure}", spoken(operand.name), look, plain=True)
    return (
        f"<tr><td width='14' valign='top'>{escape(operand.sign)}</td><td valign='top'>{name}</td>"
        f"<td align='right' valign='top'>{shown}</td></tr>"
    )


def _passages(card: Card, look: Look) -> Iterator[str]:
    if not card.passages:
        return
    yield _heading(translate("CardPage", "原文"), look)
    for place in card.passages:
        yield f"<p style='margin:2px 0'>{_passage(place, look)}</p>"


def _passage(place: Place, look: Look) -> str:
    span = place.span
    if span is None:
        return ""
    said = " ".join(look.text[span.start : span.end].split())
    short = said if len(said) <= _QUOTED else said[: _QUOTED - 1] + "…"
    quoted = _link(f"{PLACE}:{span.start}-{span.end}", f"“{short}”", look)
    if place.expected is None:
        return quoted
    fits = translate("CardPage", "应为 {0}").format(event_words.number(place.expected))
    return f"{quoted} {escape(fits)}"


def _suggestions(card: Card, review: Review, look: Look) -> Iterator[str]:
    if not card.suggestions:
        return
    yield _heading(translate("CardPage", "建议"), look)
    for suggestion in card.suggestions:
        repair = suggestion.repair
        changes = event_words.changes(review, repair) or (spoken(repair.sentence),)
        told = "<br>".join(escape(change) for change in changes)
        button = _button(f"{APPLY}:{suggestion.at}", translate("CardPage", "采纳"), look)
        yield f"<p style='margin:3px 0'>{told}{button if suggestion.changes else ''}</p>"


def _source(card: Card, look: Look) -> Iterator[str]:
    if card.entry.code not in codes():
        return
    yield _heading(translate("CardPage", "依据"), look)
    page = _link(f"{HELP}:{card.entry.code}", translate("CardPage", "这条检查的说明"), look)
    yield f"<p style='margin:2px 0'>{escape(rule_of(card.entry.code).basis)}　{page}</p>"


def _note(card: Card, look: Look) -> Iterator[str]:
    if card.note:
        yield _heading(translate("CardPage", "备注"), look)
        yield f"<p style='margin:2px 0; white-space:pre-wrap'>{escape(card.note)}</p>"


def _history(card: Card, review: Review, look: Look) -> Iterator[str]:
    if not card.history:
        return
    yield _heading(translate("CardPage", "经过"), look)
    muted = look.tones.muted.name()
    for event in card.history[-_MOST_EVENTS:]:
        done = event_words.what(event, lambda key: spoken(review.name_of(key)))
        change = f"{event_words.value(event, event.old)} → {event_words.value(event, event.new)}"
        why = f"：{event.reason}" if event.reason else ""
        yield (
            f"<p style='margin:2px 0'><span style='color:{muted}'>"
            f"{escape(event_words.moment(event))} {escape(event.who)}</span><br>"
            f"{escape(done)} {escape(change)}{escape(why)}</p>"
        )


def _heading(text: str, look: Look) -> str:
    ink = look.tones.muted.name()
    return f"<p style='margin:8px 0 2px 0; color:{ink}'><b>{escape(text)}</b></p>"


def _link(target: str, text: str, look: Look, *, plain: bool = False) -> str:
    """Make a link; a plain one looks like the text around it."""
    ink = look.tones.label.ink if plain else look.link
    style = f"color:{ink.name()}" + ("; text-decoration:none" if plain else "")
    return f"<a href='{escape(target)}' style='{style}'>{escape(text)}</a>"


def _button(target: str, text: str, look: Look) -> str:
    paper, ink = look.tones.suspect.paper.name(), look.tones.suspect.ink.name()
    style = f"background-color:{paper}; color:{ink}; text-decoration:none; font-weight:bold"
    return f"　<a href='{escape(target)}' style='{style}'>&nbsp;{escape(text)}&nbsp;</a>"
