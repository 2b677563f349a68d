"""The help pages of the checks: one Markdown file a code, for terminal, window and tests alike.

A page holds the headings of `HEADINGS` in that order. Under 错例 and 正例 stand fenced blocks;
the info string of a block says what it puts into an otherwise right sample report (`KINDS`).
Title, severity and basis are not in the file: they come from the registry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from parser.rules.registry import Rule, rule_of
from parser.text.numerals import in_chinese

PAGES = Path(__file__).resolve().parents[2] / "resources" / "help" / "rules"

BAD = "错例"
GOOD = "正例"
ENGLISH = "In English"
HEADINGS = ("查什么", "为什么", "怎样与单位核对", BAD, GOOD, "局限", ENGLISH)

# What a block may put into the sample, and how a reader is told of it.
KINDS: Mapping[str, str] = {
    "row": "表中的行",
    "remove-row": "表中没有这些行",
    "extra-row": "表中多出的行",
    "relabel": "表中的行名、列名改写为",
    "glued": "单元格粘连、分不开的表",
    "section": "第{number}部分的文字",
    "heading": "第{number}部分的标题",
    "title": "报告标题",
    "preface": "标题之后、第一部分之前的文字",
    "append": "第六部分之后的落款等文字",
    "copy": "整篇正文在同一文件里出现两遍",
    "traditional": "全文转成了繁体字",
    "bytes": "文件末尾的字节（十六进制）",
    "scan": "文件是扫描图片",
    "picture": "以图片代替的表",
    "cut": "文件在这些字之后中断",
    "raw": "整个文件的文字",
    "file": "文件名",
    "roster": "单位名录",
}

# An empty block of these kinds says that the report has no such thing.
_MAY_BE_LEFT_OUT = frozenset({"section", "heading", "title", "preface", "append", "raw"})

# The options that may follow the kind, `name=value`.
OPTIONS: Mapping[str, str] = {
    "form": "{value}年格式",
    "year": "{value}年度报告",
    "report": "第{value}份报告",
    "copy": "第{value}遍正文",
    "after": "在“{value}”之后",
}

_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_FENCE = re.compile(r"^```([^\n`]*)\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: what it replaces in the sample, and with what.

    `number` is the section that a `section` or `heading` block speaks of.
    """

    kind: str
    content: str
    number: int | None = None
    options: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the content that are not empty."""
        return tuple(line for line in self.content.splitlines() if line.strip())

    @property
    def caption(self) -> str:
        """What the block shows, in words: 第四部分的标题（2019年格式）."""
        about = [OPTIONS[name].format(value=value) for name, value in self.options.items()]
        if self.kind in _MAY_BE_LEFT_OUT and not self.lines:
            about.append("没有")
        numeral = in_chinese(self.number) if self.number else ""
        shown = KINDS[self.kind].format(number=numeral)
        return f"{shown}（{'，'.join(about)}）" if about else shown


@dataclass(frozen=True, slots=True)
class Page:
    """The help page of a check: its text by heading, its examples as blocks."""

    code: str
    parts: Mapping[str, str]
    bad: tuple[Block, ...]
    good: tuple[Block, ...]


def load(code: str) -> Page:
    """Read the page of the check with that code.

    FileNotFoundError if there is no page, ValueError (with the reason) if it is not as it must be.
    """
    return parse(code, (PAGES / f"{code}.md").read_text(encoding="utf-8"))


def parse(code: str, text: str) -> Page:
    """Parse the text of a page. ValueError, with the reason, if a part is missing or unknown."""
    pieces = _HEADING.split(text)
    if pieces[0].strip():
        raise ValueError(f"{code}: text before the first heading")
    found = tuple(pieces[1::2])
    if found != HEADINGS:
        raise ValueError(f"{code}: headings are {found}, not {HEADINGS}")
    parts = {name: body.strip() for name, body in zip(found, pieces[2::2], strict=True)}
    for name, body in parts.items():
        if not body:
            raise ValueError(f"{code}: nothing under {name}")
    examples = {name: tuple(_blocks(code, parts[name])) for name in (BAD, GOOD)}
    if not examples[BAD] or not examples[GOOD]:
        raise ValueError(f"{code}: no example under {BAD} or {GOOD}")
    return Page(code, parts, examples[BAD], examples[GOOD])


def as_text(page: Page) -> str:
    """Render the page for a terminal: no markup, examples indented under their captions."""
    entry = rule_of(page.code)
    lines = [f"{page.code} {entry.title}", *_facts(entry), ""]
    for name in HEADINGS:
        lines.append(f"【{name}】")
        body = _FENCE.sub(_plain_block, page.parts[name])
        lines += [re.sub(r"\*\*|(?<!`)`(?!`)", "", line) for line in body.splitlines()]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def as_markdown(page: Page, *, english: bool = False) -> str:
    """Render the page for the window, as Markdown that `QTextDocument.setMarkdown` reads.

    In English what is said in English comes first.
    """
    entry = rule_of(page.code)
    head = [f"# {page.code} {entry.title_en if english else entry.title}"]
    head += _english_facts(entry) if english else _facts(entry)
    names = sorted(HEADINGS, key=ENGLISH.__ne__) if english else HEADINGS
    parts = [f"## {n}\n\n{_FENCE.sub(_markdown_block, page.parts[n])}" for n in names]
    return "\n\n".join([*head, *parts]) + "\n"


def _facts(entry: Rule) -> list[str]:
    default = f"默认级别：{entry.severity.label} ({entry.severity.label_en})"
    return [entry.title_en, default, f"依据：{entry.basis}"]


def _english_facts(entry: Rule) -> list[str]:
    return [entry.title, f"Severity: {entry.severity.label_en}", f"Basis: {entry.basis}"]


def _blocks(code: str, body: str) -> Iterator[Block]:
    for match in _FENCE.finditer(body):
        yield _block(code, match[1], match[2])


def _block(code: str, info: str, content: str) -> Block:
    words = info.split()
    if not words or words[0] not in KINDS:
        raise ValueError(f"{code}: unknown example block ```{info}")
    kind, rest = words[0], words[1:]
    number = None
    if kind in ("section", "heading"):
        if not rest or rest[0] not in tuple("123456"):
            raise ValueError(f"{code}: which section? ```{info}")
        number = int(rest.pop(0))
    options: dict[str, str] = {}
    for word in rest:
        name, _, value = word.partition("=")
        if name not in OPTIONS or not value:
            raise ValueError(f"{code}: unknown option in ```{info}")
        options[name] = value
    return Block(kind, content.rstrip("\n"), number, options)


def _plain_block(match: re.Match[str]) -> str:
    block = _block("page", match[1], match[2])
    return "\n".join([f"  〔{block.caption}〕", *(f"    {line}" for line in block.lines)])


def _markdown_block(match: re.Match[str]) -> str:
    block = _block("page", match[1], match[2])
    return f"*{block.caption}*" + (f"\n\n```\n{match[2]}```" if block.lines else "")
