"""Paragraphs and sentences: outside tables and furniture, offsets exact, broken lines joined."""

from __future__ import annotations

from parser.model import Body, Document, Report, Section, Span, Table
from parser.reading.prose import paragraphs, sentences
from tests.support.spoken import spoken


def report_of(
    text: str, *, tables: tuple[Span, ...] = (), furniture: tuple[Span, ...] = ()
) -> Report:
    """Return a report whose only section is the whole text behind its first line."""
    end = text.index("\n")
    section = Section(1, text[:end], Span(0, end), Span(0, len(text)))
    found = tuple(Table("requests", span) for span in tables)
    body = Body(Span(0, len(text)), (section,), found, {})
    document = Document(text, text, "txt", furniture=furniture)
    return Report("报告.txt", "", "ok", document=document, bodies=(body,))


def span_of(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def test_joins_lines_broken_at_a_width_and_keeps_every_offset() -> None:
    prose = "本镇认真落实公开要求，按照上级部署逐项梳理各类事项清单，持续做好信息发布，" * 7
    prose += "全年收到政府信息公开申请3件，均已答复。"
    lines = [prose[i : i + 38] for i in range(0, len(prose), 38)]
    wrapped = "一、总体情况\n" + "\n".join(lines) + "\n"
    report = report_of(wrapped)
    last = sentences(paragraphs(report))[-1]
    assert len(lines) > 7
    assert last.text == prose
    assert all(wrapped[offset] == last.text[i] for i, offset in enumerate(last.offsets))
    start = last.text.index("申请3件")
    assert last.place(start, start + 4).of(wrapped).replace("\n", "") == "申请3件"


def test_keeps_headings_apart_from_the_text_below() -> None:
    report = report_of("一、总体情况\n（一）健全机构，落实责任\n我镇成立领导小组，专人负责。\n")
    assert [p.text for p in paragraphs(report)] == [
        "（一）健全机构，落实责任",
        "我镇成立领导小组，专人负责。",
    ]


def test_leaves_out_tables_and_furniture() -> None:
    text = "一、总体情况\n全年收到申请3件。\n规章\t0\t0\n首页 登录\n均已答复。\n"
    report = report_of(
        text, tables=(span_of(text, "规章\t0\t0\n"),), furniture=(span_of(text, "首页 登录\n"),)
    )
    assert [s.text for s in sentences(paragraphs(report))] == ["全年收到申请3件。", "均已答复。"]


def test_a_page_number_does_not_tear_a_sentence() -> None:
    text = "一、总体情况\n本年度依法办理申请，答复期限均符合规定。其中依\n- 3 -\n申请公开5件。\n"
    report = report_of(text, furniture=(span_of(text, "- 3 -\n"),))
    assert sentences(paragraphs(report))[-1].text == "其中依申请公开5件。"


def test_writes_widths_blanks_and_punctuation_one_way() -> None:
    text = "一、总体情况\n2023 年 ， 收到申请１２件(其中自然人 10 件);制发文件1,234件.\n"
    first, second = sentences(paragraphs(report_of(text)))
    assert first.text == "2023年，收到申请12件（其中自然人10件）；"
    assert second.text == "制发文件1,234件。"


def test_a_semicolon_in_brackets_ends_no_sentence() -> None:
    text = "一、总体情况\n收到申请5件（网上3件；来信2件），答复5件；结转0件。\n"
    assert len(sentences(paragraphs(report_of(text)))) == 2


def test_numbers_the_sections_and_the_preface() -> None:
    report = spoken({}, {0: "本报告由青坪镇编制。", 3: "收到申请3件。"})
    numbers = {s.text: s.section for s in sentences(paragraphs(report))}
    assert numbers["本报告由青坪镇编制。"] == 0
    assert numbers["收到申请3件。"] == 3


def test_a_report_without_a_body_has_no_prose() -> None:
    assert sentences(paragraphs(Report("空.txt", "", "not_a_report"))) == ()
