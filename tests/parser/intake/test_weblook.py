"""What a page does not show does not count; what it strikes out is kept and does not count."""

from __future__ import annotations

import pytest

from parser.intake.reader import document
from parser.model import Document

PROSE = "本年度我镇主动公开政府信息一百二十六条，收到依申请公开七件，均已按期答复。" * 4


def read(head: str, body: str) -> Document:
    page = f"<html><head>{head}</head><body><p>{PROSE}</p>{body}</body></html>"
    return document(page.encode(), "a.html")


def cell(content: str, css: str = "", td: str = "") -> str:
    """Return what counts in a cell with this content, under this style sheet."""
    table = f"<table><tr><td>规章</td><td {td}>{content}</td><td>0</td></tr></table>"
    found = read(f"<style>{css}</style>" if css else "", table)
    texts = [c.text for c in found.grids[0].cells]
    assert (texts[0], texts[2]) == ("规章", "0")
    return texts[1]


HIDING = [
    "display:none",
    "DISPLAY : NONE !important",
    "visibility:hidden",
    "visibility:collapse",
    "opacity:0",
    "opacity:0.0",
    "font-size:0",
    "font-size:0px",
    "font:0/0 a",
    "color:#fff",
    "color:white;background:#FFFFFF",
    "color:rgb(255,255,255)",
    "color:transparent",
    "color:rgba(0,0,0,0)",
    "color:#333;background-color:#333",
    "position:absolute;left:-9999px",
    "position:absolute;clip:rect(0, 0, 0, 0)",
    "display:inline-block;width:0;overflow:hidden",
    "display:block;height:0;overflow:hidden",
    "display:inline-block;text-indent:-999em",
    "content-visibility:hidden",
    "color:rgb(255 255 255 / 1)",
    "color:rgb(0 0 0 / 0%)",
    "-webkit-text-fill-color:transparent",
    "filter:opacity(0)",
    "position:absolute;right:-9999px",
    "position:fixed;inset:-9999px auto auto -9999px",
    "margin-left:-9999px",
    "display:inline-block;transform:translateX(-9999px)",
    "display:inline-block;translate:-9999px 0",
    "display:inline-block;scale:0",
    "display:inline-block;transform:scale(0, 1)",
    "display:inline-block;transform:rotateY(90deg)",
    "display:inline-block;height:0;overflow-y:clip",
    "zoom:0.001",
]


@pytest.mark.parametrize("style", HIDING)
def test_what_is_not_seen_is_not_read(style: str) -> None:
    assert cell(f"<span style='{style}'>7</span>211") == "211"
    assert cell("<span class=old>7</span>211", f".old{{{style}}}") == "211"


SHOWING = [
    "display:inline",
    "visibility:visible",
    "opacity:0.5",
    "font-size:12px",
    "font-size:0.8em",
    "color:#333",
    "color:#fff;background:#c00",
    "color:#fff;background:url(a.png)",
    "color:#fff;background-image:linear-gradient(red,blue)",
    "text-decoration:underline",
    "vertical-align:middle",
    "position:relative;top:-3px",
    "width:0",
    "display:none9",
    "display:none\\9",
    "overflow:hidden;width:20px",
]


@pytest.mark.parametrize("style", SHOWING)
def test_what_is_seen_is_read(style: str) -> None:
    assert cell(f'<span style="{style}">7</span>211') == "7211"
    assert cell("<span class=old>7</span>211", f".old{{{style}}}") == "7211"


@pytest.mark.parametrize(
    ("css", "shown"),
    [
        (".old{display:none}", "211"),
        ("SPAN{display:none}", "211"),
        ("#o{display:none}", "211"),
        ("td > span.old{display:none}", "211"),
        ("table td .old, h1{display:none}", "211"),
        ("div .old{display:none}", "7211"),
        (".older{display:none}", "7211"),
        ("td span[class^=o]{display:none}", "211"),
        ("td :first-child{display:none}", "211"),
        (".old{display:none} .old{display:inline}", "7211"),
        (".old{display:inline} .old{display:none}", "211"),
        ("#o{display:inline} .old{display:none}", "7211"),
        (".old{display:none!important} #o{display:inline}", "211"),
        ("@media print{.old{display:none}}", "7211"),
        ("@media screen{.old{display:none}}", "211"),
        ("@media screen and (max-width:768px){.old{display:none}}", "7211"),
        ("@media (min-width: 1000px){.old{display:none}}", "211"),
        ("@media not print{.old{display:none}}", "211"),
        ("@media print, screen{.old{display:none}}", "211"),
        ("@supports (display:grid){.old{display:none}}", "211"),
        ("/* .old{display:none} */", "7211"),
        ("<!-- .old{display:none} -->", "211"),
        (".old:hover{display:none}", "7211"),
        (".old::before{display:none}", "7211"),
        ("span:::x{display:none} .old{display:none}", "211"),
        ("td:nth-child(2){visibility:hidden} .old{visibility:visible}", "7"),
        ("td:nth-child(2){font-size:0} .old{font-size:12px}", "7"),
        (".old{text-decoration:line-through}", "211"),
        (".old{text-decoration-line: underline line-through}", "211"),
        ("td:nth-child(2){text-decoration:line-through} .old{text-decoration:none}", ""),
    ],
)
def test_the_sheet_s_rules_are_weighed_as_a_browser_does(css: str, shown: str) -> None:
    assert cell("<span class=old id=o>7</span>211", css) == shown


def test_the_element_s_own_style_wins_over_a_sheet_but_not_over_importance() -> None:
    own = "<span class=old style='display:inline'>7</span>211"
    assert cell(own, ".old{display:none}") == "7211"
    assert cell(own, ".old{display:none !important}") == "211"


def test_a_print_sheet_is_no_screen_sheet() -> None:
    body = "<table><tr><td><span class=old>7</span>211</td><td>0</td></tr></table>"
    found = read("<style media=print>.old{display:none}</style>", body)
    assert found.grids[0].cells[0].text == "7211"


@pytest.mark.parametrize(
    "hiding", ["class=old", "hidden", "style='display:none'", "style='visibility:collapse'"]
)
def test_a_hidden_row_is_no_row(hiding: str) -> None:
    rows = f"<tr {hiding}><td>规章</td><td>9</td></tr><tr><td>规章</td><td>2</td></tr>"
    found = read("<style>tr.old{display:none}</style>", f"<table>{rows}</table>")
    assert [c.text for c in found.grids[0].cells] == ["规章", "2"]
    assert "9" not in found.text


def test_a_cell_that_is_not_seen_keeps_its_place_and_one_not_there_has_none() -> None:
    row = "<table><tr><td>规章</td><td style='{}'>7</td><td>2</td></tr></table>"
    kept = read("", row.format("visibility:hidden")).grids[0]
    assert [c.text for c in kept.cells] == ["规章", "", "2"]
    gone = read("", row.format("display:none")).grids[0]
    assert [c.text for c in gone.cells] == ["规章", "2"]


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_deleted_text_is_kept_and_does_not_count(tag: str) -> None:
    found = read("", f"<table><tr><td><{tag}>7</{tag}><ins>211</ins></td><td>0</td></tr></table>")
    assert found.grids[0].cells[0].text == "211"
    assert found.grids[0].cells[0].span.of(found.text) == "7211"
    assert [span.of(found.text) for span in found.struck] == ["7"]


def test_deleted_prose_does_not_count() -> None:
    found = read("", "<p>新收申请<del>7件</del>211件。</p>")
    assert "新收申请7件211件。" in found.text
    assert "新收申请211件。" in found.simplified.replace("\u200b", "")


@pytest.mark.parametrize("note", ["<sup>1</sup>", "<span style='vertical-align:super'>1</span>"])
def test_a_raised_note_is_no_digit(note: str) -> None:
    assert cell(f"211{note}") == "211¹"
    assert cell("H<sub>2</sub>O") == "H₂O"
    assert cell("211<sup>1</sup>", "sup{display:none}") == "211"


def test_white_letters_on_a_cell_that_another_sheet_may_colour_are_read() -> None:
    link = "<link rel=stylesheet href=site.css>"
    row = "<table><tr><td {}><span style='color:#fff'>7</span>211</td><td>0</td></tr></table>"
    assert read(link, row.format("class=th")).grids[0].cells[0].text == "7211"
    assert read(link, row.format("")).grids[0].cells[0].text == "211"
    assert read(link, row.format("class=th bgcolor=white")).grids[0].cells[0].text == "211"


def test_white_menus_and_banners_are_read() -> None:
    found = read("<style>.banner{color:#fff}</style>", "<div class=banner>白鹭镇公告</div>")
    assert "白鹭镇公告" in found.text


def test_a_report_that_only_a_script_unhides_is_read() -> None:
    for css in ("display:none", "visibility:hidden", "opacity:0"):
        page = f"<style>#main{{{css}}}</style><p>页首</p><div id=main><p>{PROSE}</p></div>"
        assert PROSE in document(page.encode(), "a.html").text


def test_a_part_behind_a_tab_is_read_and_a_hidden_copy_is_not() -> None:
    css = "<style>.pane{display:none}.on{display:block}</style>"
    one = f"<div class='pane on'><p>一、总体情况</p><p>{PROSE}</p></div>"
    two = "<div class=pane><p>五、存在的主要问题及改进情况</p><p>不够主动。</p></div>"
    old = "<div class=pane><p>一、总体情况</p><p>上年情况。</p></div>"
    found = read(css, one + two + old)
    assert "不够主动。" in found.text
    assert "上年情况。" not in found.text


def test_figures_that_a_sheet_puts_in_are_read() -> None:
    assert cell("<i class=n></i>", ".n::after{content:'211'}") == "211"
    assert cell("<i class=n data-v=211></i>", ".n:before{content: attr(data-v)}") == "211"
    assert cell("<i class=n>3</i>", ".n:after{content:'\\f105'}") == "3"
    assert cell("<i class=n>3</i>", ".n:after{content:'1';visibility:hidden}") == "3"


def test_a_vast_style_sheet_costs_nothing() -> None:
    rules = "".join(f".a{n}{{display:none}}" for n in range(150_000))
    assert cell("<span class=a1>7</span>211", rules) == "7211"


@pytest.mark.parametrize(
    "css",
    [
        ".k{color:#000; .old{display:none}}",
        ".k{& > .old{display:none}}",
        ":root{--off:none} .old{display:var(--off, block)}",
        "@media (width >= 800px){.old{display:none}}",
        "@media (400px <= width <= 4000px){.old{display:none}}",
        ".old{-webkit-text-decoration:line-through}",
    ],
)
def test_rules_in_newer_words_hold(css: str) -> None:
    table = "<table><tr><td>规章</td><td class=k><i class=old>7</i>211</td><td>0</td></tr></table>"
    found = read(f"<style>{css}</style>", table)
    assert found.grids[0].cells[1].span.of(found.simplified).replace("\u200b", "") == "211"


@pytest.mark.parametrize(
    "css",
    [
        "@media (width <= 600px){.old{display:none}}",
        "@media (1500px < width){.old{display:none}}",
        ":root{--off:none} .k{--off:inline} .old{display:var(--off)}",
        ".other{.old{display:none}}",
    ],
)
def test_rules_in_newer_words_that_do_not_hold_hide_nothing(css: str) -> None:
    assert cell("<i class=old>211</i>", css) == "211"


@pytest.mark.parametrize(
    "style",
    [
        "vertical-align:top;font-size:50%",
        "vertical-align:5px;font-size:8px",
        "vertical-align:50%",
        "position:relative;top:-0.5em;font-size:60%",
    ],
)
def test_a_figure_set_higher_by_its_style_is_a_note(style: str) -> None:
    assert cell(f"211<span style='{style}'>1</span>") == "211¹"


@pytest.mark.parametrize("style", ["vertical-align:1px", "vertical-align:middle;font-size:90%"])
def test_a_figure_that_stands_on_its_line_is_a_figure(style: str) -> None:
    assert cell(f"21<span style='{style}'>1</span>") == "211"


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("<i style='display:block'>211</i><i style='display:block'>198</i>", "211\n198"),
        ("<i style='display:flex'><b>211</b><b>198</b></i>", "211\n198"),
        ("<i style='float:left'>211</i><i style='float:right'>198</i>", "211\n198"),
        ("<i style='display:inline-block'>2</i><i>11</i>", "211"),
        ("<i style='display:block'>2<b>11</b></i>", "211"),
        ("<details><summary>211</summary>198</details>", "211"),
        ("<details open><summary>211</summary></details>", "211"),
        ("<div popover>198</div>211", "211"),
        ("<button>211</button>", "211"),
        ("<input type=button value=211>", "211"),
        ("<object><p>211</p></object>", "211"),
        ("<math><msup><mn>211</mn><mn>1</mn></msup></math>", "211¹"),
        ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "1/2"),
    ],
)
def test_what_stands_apart_in_a_cell_stays_apart(content: str, shown: str) -> None:
    assert [line for line in cell(content).split("\n") if line] == shown.split("\n")


def test_figures_that_a_character_turns_round_are_not_read_straight() -> None:
    assert cell("1\u202e12\u202c") != "112"
    assert cell("211\u202e") == "211"


@pytest.mark.parametrize("tag", ["span", "font", "b", "em", "label", "div", "section"])
@pytest.mark.parametrize("name", ["a.html", "a.txt", "a"])
def test_a_piece_of_a_page_that_begins_with_hidden_words_hides_them(tag: str, name: str) -> None:
    page = f"<{tag} style='display:none'>看不见的字</{tag}><h1>年度报告</h1><p>{PROSE}</p>"
    found = document(page.encode(), name)
    assert found.format == "html"
    assert "看不见" not in found.text
    assert PROSE in found.text


def test_hidden_words_of_a_line_do_not_count_even_if_they_are_most_of_the_page() -> None:
    page = f"<span style='display:none'>{PROSE}</span><p>年度报告</p>"
    assert document(page.encode(), "a.html").text.split() == ["年度报告"]
