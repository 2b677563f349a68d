"""What the fields of a form show: the value that stands in them, as the page was saved."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

# Kinds of `input` that show their value as text (HTML Standard 4.10.5.1).
_TEXTUAL = frozenset(
    ["", "text", "number", "tel", "search", "url", "email", "date", "month", "year", "time"]
)
# fmt: off
_OTHER = frozenset(
    [
        "hidden", "checkbox", "radio", "password", "submit", "button", "reset", "image", "file",
        "range", "color",
    ]
)
# fmt: on
_FIGURE = re.compile(r"\s*[-+]?\d[\d,，.]*\s*%?\s*")
# A field with a text as long as this is no search box.
_LONG = 20


def shown_value(field: HtmlElement, in_table: bool) -> str:
    """Return the text that a field shows; empty where it shows none.

    Outside tables most fields are search boxes and logins: there only figures, read-only texts
    and long ones count.
    """
    if field.tag == "select":
        return _chosen(field) if in_table else ""
    if field.tag == "textarea":
        text = str(field.text_content())
    elif _is_textual((field.get("type") or "").strip().lower()):
        text = field.get("value") or ""
    else:
        return ""
    fixed = field.get("readonly") is not None or field.get("disabled") is not None
    figure = _FIGURE.fullmatch(text) is not None
    return text if in_table or fixed or figure or len(text) >= _LONG else ""


def pressed(button: HtmlElement) -> str:
    """Return the figure that a button in a table bears; other buttons do something."""
    if button.tag == "input" and (button.get("type") or "").strip().lower() != "button":
        return ""
    text = str(button.text_content()) or button.get("value") or ""
    return text if _FIGURE.fullmatch(text) else ""


def _is_textual(kind: str) -> bool:
    # A browser takes a kind that it does not know for text.
    return kind in _TEXTUAL or kind not in _OTHER


def _chosen(field: HtmlElement) -> str:
    options = [o for o in field.iter("option") if o.get("hidden") is None]
    if not options or field.get("multiple") is not None:
        return "、".join(_label(o) for o in options if o.get("selected") is not None)
    chosen = [o for o in options if o.get("selected") is not None]
    return _label(chosen[-1] if chosen else options[0])


def _label(option: HtmlElement) -> str:
    return option.get("label") or str(option.text_content())
