from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.errors import Unreadable
from parser.intake.reader import document
from parser.model import Document
from tests.support.reports import gold, report

PROSE = "本年度我镇主动公开政府信息一百二十六条，收到依申请公开七件，均已按期答复。" * 4


def read(page: str, name: str = "a.html") -> Document:
    found = document(page.encode(), name)
    for grid in found.grids:
        for cell in grid.cells:
            assert cell.span.of(found.text).strip() == cell.text
            assert grid.span.covers(cell.span)
    assert len(found.simplified) == len(found.text)
    return found


def shape(found: Document, grid: int = 0) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in found.grids[grid].cells]


def shown(found: Document) -> str:
    """Return the text without the furniture."""
    text = found.text
    for span in reversed(found.furniture):
        text = text[: span.start] + text[span.end :]
    return text


def test_paragraphs_stand_on_lines() -> None:
    found = read("<p>一、总体<b>情</b>况</p><p>第一段<br>第二段</p>文末<!-- 注 --><div>末行</div>")
    assert found.text == "一、总体情况\n第一段\n第二段\n文末\n末行\n"
    assert (found.format, found.encoding) == ("html", "utf-8")


def test_a_row_stands_on_a_line_and_a_blank_line_follows_the_table() -> None:
    found = read("<p>前<table><tr><td>规章<td>0<td>1<tr><td>文件<td>2<td>3</table><p>后")
    assert found.text == "前\n规章\t0\t1\n文件\t2\t3\n\n后\n"


def test_spans_are_laid_out() -> None:
    found = read(
        "<table><tr><td rowspan=2 colspan=2>角<td colspan=2>头<tr><td>甲<td>乙"
        "<tr><td rowspan=2>组<td>一<td>1<td>2<tr><td>二<td>3<td>4</table>"
    )
    assert shape(found) == [
        (0, 0, 2, 2, "角"),
        (0, 2, 1, 2, "头"),
        (1, 2, 1, 1, "甲"),
        (1, 3, 1, 1, "乙"),
        (2, 0, 2, 1, "组"),
        (2, 1, 1, 1, "一"),
        (2, 2, 1, 1, "1"),
        (2, 3, 1, 1, "2"),
        (3, 1, 1, 1, "二"),
        (3, 2, 1, 1, "3"),
        (3, 3, 1, 1, "4"),
    ]


def test_blank_cells_keep_their_places() -> None:
    found = read("<table><tr><td>甲<td>&nbsp;<td><o:p> </o:p><td></td><td>4</table>")
    assert [text for *_, text in shape(found)] == ["甲", "", "", "", "4"]
    assert all(cell.span.end > cell.span.start for cell in found.grids[0].cells)


def test_a_page_that_word_wrote() -> None:
    found = read(
        "<html><head><!--[if gte mso 9]><xml><o:x>1</o:x></xml><![endif]--></head><body>"
        "<p><![if !supportLists]><span style='mso-list:Ignore'>一、</span><![endif]>总体\n情况</p>"
        "<table><tr><td>规章<o:p></o:p><td><p>0<o:p></o:p></p><td><p><o:p>&nbsp;</o:p></p></tr>"
        "<![if !supportMisalignedColumns]><tr height=0><td width=1><td width=2><td></tr><![endif]>"
        "</table></body></html>"
    )
    assert found.text == "一、总体情况\n规章\t0\t \n\n"


def test_a_break_in_a_cell_is_a_break_in_the_cell() -> None:
    found = read("<table><tr><td>商业<br>企业<td><p>科研</p><p>机构</p><td>总&nbsp;计<td>其\n他")
    assert [text for *_, text in shape(found)] == ["商业\n企业", "科研\n机构", "总 计", "其他"]


def test_a_label_in_many_spans_is_one_label() -> None:
    found = read("<table><tr><td><span>结果</span><span> </span><span>维持</span><td>1")
    assert [text for *_, text in shape(found)] == ["结果 维持", "1"]


def test_wrapped_source_lines_do_not_part_words() -> None:
    assert read(f"<p>政府信\n   息公开</p><p>{PROSE}").text.startswith("政府信息公开\n")
    assert read(f"<p>a\nb</p><p>{PROSE}").text.startswith("a b\n")


@pytest.mark.parametrize("span", ["99999999", "99999999999999999999", "-3", "0", "x", ""])
def test_spans_are_clamped(span: str) -> None:
    found = read(f"<table><tr><td rowspan='{span}' colspan='{span}'>甲<td>乙<tr><td>丙</table>")
    assert [text for *_, text in shape(found)] == ["甲", "乙", "丙"]
    assert all(c.row_span <= 2 and c.column_span <= 100 for c in found.grids[0].cells)


def test_scripts_styles_and_hidden_parts_are_not_text() -> None:
    found = read(
        "<head><title>年报</title><style>p{}</style></head><body><script>var a='<p>坏</p>'</script>"
        f"<p style='display: none'>藏</p><p hidden>藏</p><textarea>写</textarea><p>{PROSE}</p>"
    )
    assert shown(found).strip() in (PROSE, "年报\n" + PROSE)


def test_a_report_that_only_a_script_unhides_is_read() -> None:
    found = read(f"<p>页首</p><div id=tab2 style='display:none'><p>{PROSE}</p></div>")
    assert PROSE in found.text


def test_a_layout_table_is_read_as_its_parts() -> None:
    inner = "<table><tr><td>规章<td>0<td>1<td>2</table>"
    found = read(f"<table><tr><td><p>一、总体情况</p><p>{PROSE}</p>{inner}</td></tr></table>")
    assert len(found.grids) == 1
    assert [text for *_, text in shape(found)] == ["规章", "0", "1", "2"]
    assert found.text.startswith("一、总体情况\n" + PROSE)


def test_tables_in_the_cells_of_a_layout_table_stay_apart() -> None:
    one = "<table><tr><td>规章<td>0</table>"
    two = "<table><tr><td>一、本年新收<td>5</table>"
    found = read(f"<table><tr><td>{one}</td><td>{two}</td></tr></table>")
    assert [[c.text for c in grid.cells] for grid in found.grids] == [
        ["规章", "0"],
        ["一、本年新收", "5"],
    ]


def test_a_small_table_in_a_cell_does_not_break_the_outer_one() -> None:
    rows = "".join(f"<tr><td>行政处罚{n}<td>10{n}<td>20{n}</tr>" for n in range(6))
    label = "<table><tr><td>法人或</td></tr><tr><td>其他组织</td></tr></table>"
    found = read(f"<table><tr><td>{label}<td>1<td>2</tr>{rows}</table>")
    assert len(found.grids) == 1
    assert shape(found)[0] == (0, 0, 1, 1, "法人或\n其他组织")


PAGE = """<html><head><title>白鹭镇2022年政府信息公开工作年度报告_县政府</title></head><body>
<div class=top><a href=/>首页</a><a href=/a>政务公开</a><a href=/b>办事服务</a></div>
<div role=navigation><span>当前位置：</span><a href=/>首页</a></div>
<div class=x1><div class=x2>白鹭镇2022年政府信息公开工作年度报告</div>
<div class=x3><span>来源：县政府办</span> <span>浏览次数：12</span></div>
<table><tr><td>索引号：</td><td>123</td><td>主题分类：</td><td>年报</td></tr>
<tr><td>发布机构：</td><td>白鹭镇</td><td>生成日期：</td><td>2023-01-20</td></tr></table>
<div class=x4><p>一、总体情况</p><p>%s</p>
<table><tr><td>规章</td><td>0</td><td>1</td><td>2</td></tr></table>
<p>六、其他需要报告的事项</p><p>无。</p><p>白鹭镇人民政府</p><p>2023年1月20日</p></div></div>
<div class=x9><ul><li><a href=/1>省政府网站</a></li><li><a href=/2>市政府网站</a></li>
<li><a href=/3>友情网站</a></li></ul></div>
<footer>版权所有：白鹭镇 地址：白鹭街1号。</footer>
<form><p>用户登录</p><input name=u><p>还没有账号?</p><p>立即注册</p></form>
</body></html>"""


def test_the_page_around_the_report_is_furniture() -> None:
    found = read(PAGE % PROSE)
    lines = [line for line in shown(found).split("\n") if line.strip()]
    assert lines == [
        "白鹭镇2022年政府信息公开工作年度报告",
        "一、总体情况",
        PROSE,
        "规章\t0\t1\t2",
        "六、其他需要报告的事项",
        "无。",
        "白鹭镇人民政府",
        "2023年1月20日",
    ]
    for word in ("当前位置", "索引号", "浏览次数", "版权所有", "立即注册", "友情网站"):
        assert word in found.text


def test_what_stands_before_the_report_is_furniture_with_and_without_a_page_title() -> None:
    body = f"<div>今日晴转多云</div><div><p>一、总体情况</p><p>{PROSE}</p></div>"
    title = "白鹭镇2022年政府信息公开工作年度报告"
    bare = read(f"<body>{body}</body>")
    assert shown(bare).split() == ["一、总体情况", PROSE]
    titled = read(f"<head><title>{title}</title></head><body>{body}</body>")
    assert shown(titled).split() == [title, "一、总体情况", PROSE]
    assert "今日晴转多云" in titled.text


def test_a_report_in_a_form_element_is_no_furniture() -> None:
    # Server-side frameworks wrap the whole page in one form.
    found = read(f"<form id=aspnet><p>一、总体情况</p><p>{PROSE}</p><p>六、其他</p></form>")
    assert found.furniture == ()


def test_a_report_in_a_header_element_is_no_furniture() -> None:
    found = read(f"<header><p>一、总体情况</p><p>{PROSE}</p></header>")
    assert found.furniture == ()


def test_the_title_in_an_articles_own_header_is_report() -> None:
    site = "<header><a href=/>年报</a><p>站点名称</p></header>"
    head = "<header><h1>白鹭镇2022年政府信息公开工作年度报告</h1></header>"
    found = read(f"{site}<article>{head}<p>一、总体情况</p><p>{PROSE}</p></article>")
    assert shown(found).split()[0] == "白鹭镇2022年政府信息公开工作年度报告"
    assert "站点名称" not in shown(found)


def test_two_copies_on_a_page_are_both_report() -> None:
    copy = f"<p>一、总体情况</p><p>{PROSE}</p>"
    found = read(f"<div id=pc>{copy}</div><div id=print>{copy}</div>")
    assert found.furniture == ()
    assert found.text.count("一、总体情况") == 2


def test_bookmarks_are_no_links() -> None:
    found = read(f"<p><a name=_GoBack>一、总体情况</a></p><p><a name=b>{PROSE}</a></p>")
    assert found.furniture == ()


def test_the_page_title_stands_in_where_the_report_has_none() -> None:
    page = f"<head><title>白鹭镇2022年政府信息公开工作年度报告_白鹭镇</title><body><p>{PROSE}"
    assert read(page).text.startswith("白鹭镇2022年政府信息公开工作年度报告\n" + PROSE)


def test_a_table_in_a_frame_is_named_as_not_there() -> None:
    found = read(f"<p>{PROSE}</p><iframe src='biao.htm'></iframe>")
    assert {note.code for note in found.notes} == {"F107", "S201"}
    assert all("biao.htm" in note.message for note in found.notes)
    (unread,) = (note for note in found.notes if note.code == "F107")
    assert [span.start for span in unread.spans] == [len(PROSE)]


@pytest.mark.parametrize("depth", [100, 200, 300, 5_000])
def test_no_text_is_lost_at_any_depth(depth: int) -> None:
    page = "<div>" * depth + f"<p>底</p>{PROSE}<table><tr><td>规章<td>7</table>" + "</div>" * depth
    found = read(page + "<p>后</p>")
    assert found.text == f"底\n{PROSE}\n规章\t7\n\n后\n"
    assert len(found.grids) == 1


def test_depth_of_inline_elements() -> None:
    found = read("<p>" + "<font>字" * 600 + "</font>" * 600 + "</p>")
    assert found.text == "字" * 600 + "\n"


@pytest.mark.parametrize(
    "page",
    ["<html></html>", "<html><body><script>load()</script></body></html>", "<!doctype html>"],
)
def test_a_page_without_text_says_so(page: str) -> None:
    with pytest.raises(Unreadable):
        read(page)


def test_a_page_of_frames_names_what_is_not_there() -> None:
    with pytest.raises(Unreadable, match=r"zhengwen\.htm"):
        read("<html><frameset cols=20,80><frame src=nav.htm><frame src=zhengwen.htm></frameset>")


def test_an_xml_declaration_is_looked_past() -> None:
    page = f'<?xml version="1.0" encoding="gb2312"?><html><body><p>{PROSE}</p></body></html>'
    assert read(page).text == PROSE + "\n"


def test_preformatted_text_keeps_its_lines() -> None:
    found = read(f"<pre>一、总体情况\n{PROSE}\n规章\t0\t1</pre>")
    assert found.text.splitlines() == ["一、总体情况", PROSE, "规章 0 1"]


CELLS = st.lists(
    st.lists(st.text(alphabet="政府信息0123456789 .、", max_size=8), min_size=1, max_size=6),
    min_size=1,
    max_size=6,
)


@settings(deadline=None)
@given(CELLS)
def test_cells_come_back_as_they_were(rows: list[list[str]]) -> None:
    body = "".join(
        "<tr><th>行</th>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows
    )
    found = read(f"<p>表</p><table>{body}</table>")
    expected = [" ".join(cell.split()) for row in rows for cell in ("行", *row)]
    assert [text for *_, text in shape(found)] == expected


@pytest.mark.parametrize("name", ["001_shanghai_office_2019.html", "015_pingtan_2022.html"])
def test_real_pages(name: str) -> None:
    found = document(report(name).read_bytes(), name)
    assert len(found.grids) == 3
    assert all(not f.covers(grid.span) for f in found.furniture for grid in found.grids)
    cells = " ".join(cell.text for grid in found.grids for cell in grid.cells)
    for key, value in gold(name)["figures"].items():
        assert value is None or str(value) in cells, key
    heads = [
        line[:2] for line in shown(found).split("\n") if line[1:2] == "、" and "\t" not in line
    ]
    assert [head for head in heads if head in ("一、", "六、")] == ["一、", "六、"]
