"""What stands on a page and is not text in its file: read where it is written out, else told."""

from __future__ import annotations

import pytest

from parser.intake.reader import document
from parser.model import Document

HEAD = "<h1>白鹭镇2022年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>本年公开了信息。</p>"
TWO = "<p>二、主动公开政府信息情况</p>"
REST = (
    "<p>五、存在的主要问题及改进情况</p><p>公开不够。</p><p>六、其他需要报告的事项</p><p>无。</p>"
)
FIGURES = "".join(f"<tr><td>第{n}行</td><td>{n}</td><td>0</td></tr>" for n in range(6))


def read(body: str, name: str = "a.html") -> Document:
    return document(f"<html><body>{body}</body></html>".encode(), name)


def unread(found: Document) -> list[tuple[str, ...]]:
    """Return the text of each place that was not read, note by note."""
    notes = [n for n in found.notes if n.code == "F107"]
    return [tuple(span.of(found.text).strip() for span in note.spans) for note in notes]


def table(cells: list[str], attributes: str = "") -> str:
    rows = "".join(f"<tr><td>第{n}行的名称</td>{cell}</tr>" for n, cell in enumerate(cells))
    return f"<table {attributes}>{rows}</table>"


FIELDS = [
    ("<input value=211>", "211"),
    ("<input type=text value='211' readonly>", "211"),
    ("<input type=number value=211>", "211"),
    ("<input type=hidden value=7>", ""),
    ("<input type=checkbox value=7>", ""),
    ("<input type=radio value=7 checked>", ""),
    ("<input type=submit value=7>", ""),
    ("<input placeholder=7>", ""),
    ("<input value=211 style='display:none'>", ""),
    ("<textarea>211</textarea>", "211"),
    ("<select><option>7<option selected>211</select>", "211"),
    ("<select><option>211<option>7</select>", "211"),
    ("<template>7</template>211", "211"),
    ("<noscript>7</noscript>211", "211"),
    ("<button>7</button>211", "211"),
    ("<ruby>规<rt>guī</rt></ruby>", "规"),
]


@pytest.mark.parametrize(("content", "shown"), FIELDS)
def test_a_field_in_a_table_shows_its_value(content: str, shown: str) -> None:
    found = read(f"{HEAD}<table><tr><td>规章</td><td>{content}</td><td>0</td></tr></table>")
    assert [c.text for c in found.grids[0].cells] == ["规章", shown, "0"]


def test_outside_tables_only_figures_and_fixed_texts_are_values() -> None:
    fields = (
        "<input name=q value=请输入关键字><select><option>友情网站</select><textarea>写</textarea>"
    )
    found = read(f"{HEAD}<p>收到<input value=5>件。{fields}<input readonly value=已办结></p>")
    assert "收到 5 件。 已办结" in found.text
    assert "关键字" not in found.text
    assert "友情网站" not in found.text


WRITES = [
    "document.write('211')",
    'document.write("211");',
    "document.write(211)",
    "<!--\ndocument.write('2'); document.writeln('11');\n//-->",
    r"document.write('\u0032\x311')",
    "document.write('<b>211<\\/b>')",
    "document.write('<b>' + 211 + \"</b>\")",
    "document.write('2', '11');",
]


@pytest.mark.parametrize("script", WRITES)
def test_what_a_script_writes_out_is_read(script: str) -> None:
    cell = f"<td><script>{script}</script></td>"
    found = read(f"{HEAD}<table><tr><td>规章</td>{cell}<td>0</td></tr></table>")
    assert [c.text for c in found.grids[0].cells] == ["规章", "211", "0"]
    assert unread(found) == []


def test_a_whole_table_that_a_script_writes_out_is_read() -> None:
    script = "document.write('<table><tr><td>规章</td><td>1</td><td>2</td></tr></table>')"
    found = read(f"{HEAD}{TWO}<script>{script}</script>{REST}")
    assert [c.text for c in found.grids[0].cells] == ["规章", "1", "2"]


def test_a_reckoned_figure_in_a_cell_is_not_read() -> None:
    cells = ["<td><script>document.write(a[1])</script></td><td>0</td>"] * 4
    cells.append("<td><script>w(3)</script></td><td>0</td>")
    found = read(HEAD + TWO + table(cells) + REST)
    assert unread(found) == [("",) * 5]
    notes = [n for n in found.notes if n.code == "F107"]
    assert all(span.start < span.end for span in notes[0].spans)


FILLING = [
    "document.getElementById('n3').innerHTML = 5",
    "$('#n3').text(5)",
    "for (i = 0; i < 5; i++) document.getElementById('n' + i).innerText = d[i]",
    "document.querySelector('#n3').textContent = '5'",
    "var d = {n3: 5}; for (k in d) $('#' + k).html(d[k])",
]


@pytest.mark.parametrize("script", FILLING)
def test_a_cell_that_a_script_names_is_not_blank(script: str) -> None:
    cells = [f"<td id=n{n}></td><td>x</td>" for n in range(5)]
    found = read(HEAD + TWO + table(cells) + f"<script>{script}</script>" + REST)
    assert unread(found)
    (places,) = unread(found)
    assert len(places) == (5 if "' + " in script else 1)


@pytest.mark.parametrize(
    "script",
    [
        "$('#t3 td').each(function(i){ $(this).text(data[i]) })",
        "document.getElementById('t3').rows[1].cells[1].innerHTML = 5",
        "var d = [1, 2]; $('.v').each(function (i) { this.innerHTML = d[i] })",
        "for (k in d) document.getElementById(k).innerHTML = d[k]",
        "var t = document.querySelector('#t3'); load(t, d => t.innerHTML = d)",
    ],
)
def test_a_table_that_a_script_fills_is_not_blank(script: str) -> None:
    cells = [f"<td class=v id=a{n}></td><td><i class=v id=b{n}></i></td>" for n in range(5)]
    found = read(HEAD + TWO + table(cells, "id=t3") + f"<script>{script}</script>" + REST)
    assert unread(found) == [("",) * 10]


def test_cells_with_names_for_a_script_that_is_not_here_are_not_blank() -> None:
    cells = [f"<td data-key=a{n}></td><td data-key=b{n}></td>" for n in range(5)]
    found = read(f"{HEAD}{TWO}{table(cells)}<script src=fill.js></script>{REST}")
    assert unread(found) == [("",) * 10]


def test_places_that_no_script_filled_are_not_read() -> None:
    cells = ["<td>{{ row.made }}</td><td v-text='row.valid'></td>"] * 5
    found = read(HEAD + TWO + table(cells) + "<script src=vue.js></script>" + REST)
    assert [len(places) for places in unread(found)] == [10]


@pytest.mark.parametrize(
    "script",
    [
        "",
        "<script>var total = 12;</script>",
        "<script>document.getElementById('top').innerHTML = today()</script>",
        "<script>document.write('<script src=\"//count.example/c.js\"><\\/script>')</script>",
        "<script src=jquery.js></script>",
        "<script>document.write(new Date().getFullYear())</script>",
    ],
)
def test_blank_cells_of_a_page_with_ordinary_scripts_are_blank(script: str) -> None:
    cells = ["<td></td><td></td>"] * 5
    assert unread(read(HEAD + TWO + table(cells) + script + REST)) == []


PICTURES = [
    "<img src=biao2.png>",
    "<p><img src=biao2.png width=800 height=600></p>",
    "<iframe src=biao2.htm width=900></iframe>",
    "<object data=biao2.pdf></object>",
    "<embed src=biao2.pdf>",
    "<canvas id=c></canvas>",
    "<script>document.write(table2)</script>",
    "<div id=t3></div><script>$('#t3').load('t3.htm')</script>",
    "<table><tbody id=t3></tbody></table><script>t('t3').innerHTML = rows</script>",
    f"<div style='display:none'>{table(['<td>规章</td><td>5</td>'] * 5)}</div>",
    f"<div style='opacity:0'>{table(['<td>规章</td><td>5</td>'] * 5)}</div>",
]


@pytest.mark.parametrize("thing", PICTURES)
def test_what_stands_in_a_table_s_place_is_named_there(thing: str) -> None:
    found = read(HEAD + TWO + thing + REST)
    (note,) = (n for n in found.notes if n.code == "F107")
    (span,) = note.spans
    heading = found.text.index("二、")
    assert heading < span.start == span.end < found.text.index("五、")


WAITING = [
    "<div id=app></div><script>var rows = [[12, 3]]; render(rows)</script>",
    "<noscript>请启用JavaScript查看本表</noscript><div id=t3></div>",
    "<report-table data-id=3></report-table>",
    "<table><tr ng-repeat='r in d'><td ng-bind='r.name'></td><td ng-bind='r.n'></td></tr></table>",
    "<div class=viewer data-url='/upload/biao3.pdf'></div>",
    "<div style='width:800px;height:600px;background:url(biao3.png)'></div>",
    "<img src=loading.gif data-original=biao3.jpg>",
    "<p>数据加载中，请稍候……</p>",
    "<p>Loading...</p>",
]


@pytest.mark.parametrize("thing", WAITING)
def test_what_waits_for_a_script_is_no_missing_table(thing: str) -> None:
    three = "<p>三、收到</p><p>四、复议</p>"
    assert len(unread(read(HEAD + TWO + thing + three + REST))) == 1
    assert not unread(read(f"{HEAD}{TWO}{thing}<table>{FIGURES}</table>{three}{REST}"))


@pytest.mark.parametrize(
    "thing",
    [
        "<div class=clear></div><script>count()</script>",
        "<div id=share></div>",
        "<div style='background:url(line.png)'></div>",
        "<p>数据加载到平台后，及时公开。</p>",
    ],
)
def test_what_only_looks_empty_waits_for_nothing(thing: str) -> None:
    assert not unread(read(HEAD + TWO + thing + REST))


@pytest.mark.parametrize("thing", PICTURES[:-2])
def test_beside_the_table_it_is_no_matter(thing: str) -> None:
    rest = f"<p>三、收到</p><p>四、复议</p>{REST}"
    assert unread(read(f"{HEAD}{TWO}{thing}<table>{FIGURES}</table>{rest}")) == []
    assert unread(read(f"{HEAD}{thing}{TWO}<table>{FIGURES}</table>{rest}")) == []
    # Nobody knows where the third and the fourth part are.
    assert unread(read(f"{HEAD}{TWO}<table>{FIGURES}</table>{thing}{REST}"))


def test_a_hidden_copy_of_a_table_that_is_shown_is_no_matter() -> None:
    cells = [f"<td>规章{n}</td><td>5</td>" for n in range(5)]
    old = f"<div style='display:none'>{table(cells)}</div>"
    assert unread(read(HEAD + TWO + old + table(cells) + REST)) == []


@pytest.mark.parametrize(
    "thing",
    [
        "<img src=a.png width=16 height=16>",
        "<img src=icon_xls.gif>",
        "<img src=a.png style='width:20px'>",
        "<iframe src=count.htm width=0 height=0></iframe>",
        "<iframe src='javascript:void(0)'></iframe>",
        "<img src=a.png style='display:none'>",
    ],
)
def test_icons_and_counters_are_no_tables(thing: str) -> None:
    assert unread(read(HEAD + TWO + thing + REST)) == []


def test_a_picture_in_a_figure_s_cell_is_no_blank() -> None:
    cells = ["<td><img src=n.png width=20></td><td>0</td>"] * 5
    assert unread(read(HEAD + TWO + table(cells) + REST)) == [("",) * 5]
    icon = ["<td>3<img src=n.png></td><td>0</td>"] * 5
    assert unread(read(HEAD + TWO + table(icon) + REST)) == []


@pytest.mark.parametrize(
    "script",
    [
        "document.getElementById('n1').innerHTML = '211'",
        'document.querySelector("#n1").textContent = sum',
        "$('#n1').text(211)",
        "document.getElementById('n1').style.display = 'none'",
        "$('#n1').hide()",
    ],
)
def test_a_figure_that_a_script_changes_is_not_the_one_that_is_shown(script: str) -> None:
    cells = [f"<td><i id=n{n}>198</i></td><td>x</td>" for n in range(5)]
    found = read(HEAD + TWO + table(cells) + f"<script>{script}</script>" + REST)
    assert [cell.text for cell in found.grids[0].cells if cell.column == 1].count("198") == 4
    assert [len(places) for places in unread(found)] == [1]


@pytest.mark.parametrize(
    "script",
    [
        "document.getElementById('n1').innerHTML = '198';",
        "document.getElementById('n1').onclick = show",
        "var n1 = 3",
        "if ($('#n1').text() == '198') show()",
    ],
)
def test_a_figure_that_a_script_only_looks_at_stays(script: str) -> None:
    cells = [f"<td><i id=n{n}>198</i></td><td>x</td>" for n in range(5)]
    found = read(HEAD + TWO + table(cells) + f"<script>{script}</script>" + REST)
    assert [cell.text for cell in found.grids[0].cells].count("198") == 5
    assert not unread(found)
