"""Files that break off: told by where the text stops, never by what is missing alone (F108).

A unit may leave a part out; nobody ends a report in the middle of a table, a label or a sentence
and leaves out all that follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from parser.identity.unit import looks_like_a_body
from parser.model import Document, Note, Section, Span, Table
from parser.official.form import Form, FormTable, form_of, forms
from parser.official.labels import fold
from parser.reading.beginnings import is_beginning
from parser.reading.gaps import BROKEN_OFF, NOT_READ
from parser.reading.tables.recognise import Recognised

# Formats whose files can lose their end without being damaged.
_TEXTS = frozenset(["txt", "md", "csv", "tsv", "html", "mht"])
_LAST_SECTION = 6
# The heading of the last section: in nearly every file a look for it is enough.
_LAST = re.compile(r"^[\s#*>|]*六\s*[、.．,，:：][^\n]{0,12}报告", re.M)
_LOST = "�"
_QUOTED = 12
_SENTENCE_END = "。！？；：…!?;:”’\"'）)》】］]|"
# What may stand at the end of a text; ；：， and the like say that more follows.
_STOPS = _SENTENCE_END.translate(dict.fromkeys(map(ord, "；：;:")))
_GOES_ON = "，、,（(《〈“‘【〔未没将"
_PAIRS = ("（）", "()", "《》", "“”", "【】", "〔〕")
_PROBLEMS = re.compile("问题|不足|不够|困难")
_REMEDIES = re.compile("改进|下一步|今后|接下来|措施|整改|打算|将|加强|提升|提高|完善|强化|加大")
# A last part of fewer characters says that there is nothing, or says nothing yet.
_FEWEST = 8
_NOTHING = re.compile(r"无|没|暂|略|不|[。.!！/\\\d-]")
# A heading of the unit's own is no longer.
_HEADING = 24
_WITHIN = re.compile(r"[，。；]")
_CONTACT = re.compile(r"电话|邮编|邮箱|地址|网址|传真|年\d{1,2}月\d{1,2}日$")
_NUMERAL = re.compile(r"[#*\s]*([一二三四五六])\s*[、.．]\s*")
# A sentence that stops short of this may as well be a signature.
_PROSE = 12
# Behind the last row that is there stand no more characters than a torn label has.
_TORN = 60
_ROWS = 2
# The last part of running text but one. Those who sign do so in the last lines.
_LAST_WITH_PROSE = 5
_SIGNERS = 3
_SIGNED = re.compile(
    r"年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?$|年.{1,3}月.{1,3}日$|^\W*附件|^[（(]此件"
)
# A row of fewer cells has hardly been torn: sub-headings and remarks have one or two.
_NARROW = 4


def with_break(
    document: Document, last: Span, found: Sequence[Section], read: Recognised
) -> Document:
    """Return the document with a note (F108) where its file surely breaks off.

    `last`: the last copy of the body; `found`, `read`: its sections and tables.
    """
    if document.format not in _TEXTS or document.ending == "whole":
        return document
    text = document.simplified
    end = len(text.rstrip())
    if end <= last.start or any(f.start < end <= f.end for f in document.furniture):
        return document  # the page goes on behind the report
    if not _breaks_off(document, last, end, found, read):
        return document
    whole = document.text[:end].rstrip(" |\t\n" + _LOST)
    tail = whole.rsplit("\n", 1)[-1].replace("\t", " ").strip(" |" + _LOST)[-_QUOTED:].strip()
    message = f"文件在“{tail}”处中断，后面的内容没有读到，不算缺报；请取得完整的文件后再核查。"
    return replace(document, notes=(*document.notes, Note(BROKEN_OFF, message, (Span(end, end),))))


def _breaks_off(
    document: Document, copy: Span, end: int, found: Sequence[Section], read: Recognised
) -> bool:
    text = document.simplified
    heading = _LAST.search(text, copy.start, copy.end)
    if heading and "\n" in text[heading.end() : end]:
        return _stops_within(text[heading.end() : end], document.ending == "torn")
    if not found:
        return is_beginning(document, Span(copy.start, end))
    numbers = {section.number for section in found}
    if max(numbers) != found[-1].number:
        return False
    if _LAST_SECTION in numbers and not _is_bare_heading(found[-1], text):
        return _stops_within(text[found[-1].heading_span.end : end], document.ending == "torn")
    unread = (place for note in document.notes if note.code == NOT_READ for place in note.spans)
    if any(found[-1].span.start <= place.start for place in unread):
        return False
    return document.ending == "torn" or _stops_short(
        text, found[-1], read, Span(found[-1].heading_span.end, end)
    )


def _stops_within(content: str, torn: bool) -> bool:
    """Say whether the last section, in which anything may be said, stops within a sentence.

    Many leave out its last stop; where the page itself is torn, that is no slip.
    """
    line = content.rstrip().rsplit("\n", 1)[-1].strip()
    if not line:
        return False
    if line[-1] == _LOST:
        return line.rstrip(_LOST)[-1:] not in _STOPS
    if len(content.strip()) < _FEWEST and not _NOTHING.search(content):
        return True
    opened = any(line.count(one) > line.count(other) for one, other in _PAIRS)
    return opened or line[-1] in _GOES_ON or (torn and _is_torn_sentence(line))


def _stops_short(text: str, last: Section, read: Recognised, rest: Span) -> bool:
    """Say whether the last section stops where nobody ends; `rest` is what it holds."""
    content = rest.of(text)
    line = content.rsplit("\n", 1)[-1].strip()
    if not content.strip() or content.endswith(_LOST):
        return True
    if last.number == _LAST_WITH_PROSE and (_is_torn_prose(line) or _is_half(content)):
        return True
    if _is_torn_heading(line, last.number) or _is_torn_sentence(line):
        return True
    form = form_of(read.form_id) if read.form_id else forms()[-1]
    if _ends_early(last, read, form, text, rest):
        return True
    for official in form.tables:
        if official.section == last.number:
            table = next((t for t in read.tables if t.name == official.name), None)
            return _is_torn_table(official, table, text, rest)
    return False


def _ends_early(last: Section, read: Recognised, form: Form, text: str, rest: Span) -> bool:
    """Say whether two parts and more are lacking behind the last one, and who signs as well.

    A part under a heading that nobody knows, or a table of a later part, is no lack.
    """
    if last.number >= _LAST_WITH_PROSE or _is_signed(rest.of(text)):
        return False
    parts = {table.name: table.section for table in form.tables}
    read_tables = [table for table in read.tables if table.rows]
    if any(parts[table.name] > last.number for table in read_tables):
        return False
    own = [table.span.end for table in read_tables if parts[table.name] == last.number]
    behind = text[max(own) : rest.end] if own else ""
    return not any(_may_head(line.strip(" |\t"), form) for line in behind.split("\n"))


def _may_head(line: str, form: Form) -> bool:
    """Say whether a line may be a heading of the unit's own; pieces of labels are none."""
    if not line or len(line) > _HEADING or line[-1] in _SENTENCE_END or line[-1] in _GOES_ON:
        return False
    pieces = (fold(piece).rstrip("0123456789.-") for piece in re.split(r"[|\s]", line))
    return any(not any(piece in label for label in _printed_words(form.id)) for piece in pieces)


@cache
def _printed_words(form_id: str) -> frozenset[str]:
    """Return everything that is printed in a form's tables, folded."""
    form = form_of(form_id)
    tables = form.tables
    blocks = [block for table in tables for block in table.blocks]
    found = {*form.labels, *(table.corner for table in tables)}
    found |= {text for block in blocks for text in (block.heading, block.column_group)}
    found |= {group for block in blocks for row in block.rows for group in row.groups}
    return frozenset(map(fold, found)) - {""}


def _is_bare_heading(section: Section, text: str) -> bool:
    """Say whether a section is nothing but the beginning of its heading, at the end of the text."""
    if section.span.of(text)[len(section.heading) :].strip():
        return False
    words = fold(_NUMERAL.sub("", section.heading, count=1))
    titles = (fold(t) for form in forms() for s in form.sections for t in s.titles)
    return any(title.startswith(words) for title in titles)


def _is_half(content: str) -> bool:
    """Say whether section five stops behind the problems, with no word of what is done about them.

    So, where the part behind it and whoever signs are lacking as well.
    """
    if _is_signed(content) or _REMEDIES.search(content):
        return False
    return _PROBLEMS.search(content) is not None


def _is_signed(content: str) -> bool:
    """Say whether a date or a body's name stands in the last lines; a label's end is neither."""
    lines = [line.strip() for line in content.split("\n") if line.strip()]
    return any(
        _SIGNED.search(line) or (looks_like_a_body(line) and not _is_of_a_form(line))
        for line in lines[-_SIGNERS:]
    )


def _is_of_a_form(line: str) -> bool:
    return any(fold(line) in label for form in forms() for label in _printed_words(form.id))


def _is_torn_prose(line: str) -> bool:
    """Say whether the last line of running text stops before its sentence does."""
    if line[-1] in _STOPS or "\t" in line or _CONTACT.search(line) or _SIGNED.search(line):
        return False
    return not looks_like_a_body(line)


def _is_torn_heading(line: str, number: int) -> bool:
    numeral = _NUMERAL.match(line)
    if not numeral or "一二三四五六".index(numeral[1]) != number:
        return False
    words = fold(line[numeral.end() :])
    titles = (
        fold(title)
        for form in forms()
        for section in form.sections
        if section.number == number + 1
        for title in (section.title, *section.accepted)
    )
    return any(title.startswith(words) and title != words for title in titles)


def _is_torn_sentence(line: str) -> bool:
    if len(line) < _PROSE or line[-1] in _SENTENCE_END or "\t" in line or "|" in line:
        return False
    return _WITHIN.search(line) is not None and not _CONTACT.search(line)


def _is_torn_table(official: FormTable, table: Table | None, text: str, rest: Span) -> bool:
    """Say whether the text stops before its table's last row is whole."""
    line = fold(rest.of(text).rsplit("\n", 1)[-1])
    rows = [row for row in table.rows if row.span] if table else []
    if not any(c.isdigit() for row in rows if row.span for c in row.span.of(text)):
        # Only the head of the table is there.
        labels = (c.label for block in official.blocks for c in block.columns)
        groups = (block.column_group for block in official.blocks)
        words = fold(rest.of(text))
        seen = {name for label in (*labels, *groups) if (name := fold(label)) and name in words}
        corner = fold(official.corner)
        if line and corner.startswith(line) and line != corner:
            return True
        return len(seen) >= _ROWS and "。" not in rest.of(text).rsplit("\n", 1)[-1]
    there = {row.row: row for row in rows if not row.missing}
    order = official.regular_rows
    reached = max((i for i, row in enumerate(order) if row.key in there), default=-1)
    if reached < 0:
        return False
    last = there[order[reached].key]
    behind = text[last.span.end : rest.end].strip() if last.span else ""
    if len(behind) > _TORN or "。" in behind:
        return False
    if len(order) - 1 - reached >= _ROWS:
        return True
    torn = any(fold(row.label).startswith(line) for row in order[reached + 1 :]) and bool(behind)
    return torn or (not behind and last.cells < last.expected) or _is_torn_row(rest.of(text))


def _is_torn_row(content: str) -> bool:
    """Say whether the last line is a row of figures with fewer cells than the row before it."""
    lines = [line.strip(" |") for line in content.split("\n") if line.strip(" |\t")]
    if len(lines) < _ROWS:
        return False
    before, last = (re.split(r"[\t|]", line) for line in lines[-2:])
    figures = all(not cell.strip() or cell.strip().isdigit() for cell in last)
    return figures and 0 < len(last) < len(before) and len(before) > _NARROW
