"""Right reports of both forms, in every layout and encoding: read to the figure, nothing said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from opencc import OpenCC

from parser.intake.reader import document
from parser.intake.source import Source
from parser.model import Document, Number, Severity
from parser.official.form import Form, forms
from parser.pipeline import examine
from parser.settings.profile import Profile
from tests.support.figures import Scale, right_figures
from tests.support.layouts import LAYOUTS, report_text
from tests.support.official import UNIT, YEARS

PREFACE = (
    "根据《中华人民共和国政府信息公开条例》，编制本报告。"
    "本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
)
PROSE = {
    1: (
        "{year}年，本机关依法推进政府信息公开，各项任务按期完成。\n"
        "（一）主动公开。机构职能、预算决算、惠民补贴及时更新，重要文件配发解读。\n"
        "（二）依申请公开。登记、审核、答复、归档责任到人，答复文书统一格式。\n"
        "（三）政府信息管理。公开前逐件审查，失效文件加注标识，历史信息分类归档。\n"
        "（四）平台建设。网站栏目专人维护，便民大厅设查阅点，链接每周检查。\n"
        "（五）监督保障。公开工作纳入考核，开展社会评议，全年没有责任追究的情形。"
    ),
    5: "存在的主要问题：部分栏目更新偏慢，解读形式不多。\n改进情况：实行更新提醒，增加图表解读。",
    6: "本年度未收取信息处理费，没有其他需要报告的事项。",
}


def written(form: Form, layout: str, scale: Scale, rng: Random) -> tuple[str, dict[str, Number]]:
    """Return a right report in the layout, and its figures."""
    year = YEARS[form.id]
    made = right_figures(form.id, rng, scale)
    prose = {number: text.format(year=year) for number, text in PROSE.items()}
    head = f"{UNIT}{year}年政府信息公开工作年度报告\n{PREFACE.format(year=year)}"
    foot = f"{UNIT}\n{year + 1}年1月12日"
    return report_text(form, layout, made, prose, head, foot, rng), made


def saved(text: str, layout: str, encoding: str) -> tuple[str, bytes]:
    """Return the name and the bytes of a file that holds the text."""
    if layout == "html":
        return "年报.html", text.replace("charset='utf-8'", f"charset='{encoding}'").encode(
            encoding
        )
    return "年报.txt", text.encode(encoding)


def reread(text: str, layout: str, encoding: str) -> Document:
    name, data = saved(text, layout, encoding)
    return document(data, name)


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.id)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("encoding", ["utf-8", "big5hkscs"])
def test_a_right_report_is_read_and_nothing_is_said(
    form: Form, layout: str, encoding: str, tmp_path: Path
) -> None:
    rng = Random(f"{form.id}{layout}{encoding}")
    scales: tuple[Scale, ...] = ("zero", "large")
    for scale in scales:
        text, made = written(form, layout, scale, rng)
        if encoding == "big5hkscs":
            text = OpenCC("s2tw").convert(text)
        name, data = saved(text, layout, encoding)
        name = f"{UNIT}{YEARS[form.id]}年{name}"
        file = tmp_path / name
        file.write_bytes(data)
        report = examine(Source(name, file), Profile())
        assert (report.status, report.form) == ("ok", form.id)
        assert report.document is not None
        assert report.document.encoding == encoding
        assert {key: figure.value for key, figure in report.figures.items()} == made
        for figure in report.figures.values():
            assert figure.span.of(report.text).strip() == figure.raw
        loud = [f for f in report.findings if f.severity is not Severity.INFO]
        assert not loud, [(f.code, f.message) for f in loud]
        assert (report.identity.unit, report.identity.year) != ("", None)


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.id)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("encoding", "told"),
    [("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("gb18030", "gb18030")],
)
def test_the_document_is_the_same_in_every_encoding(
    form: Form, layout: str, encoding: str, told: str
) -> None:
    rng = Random(f"{form.id}{layout}{encoding}")
    scales: tuple[Scale, ...] = ("zero", "large")
    for scale in scales:
        text, _ = written(form, layout, scale, rng)
        plain, found = (reread(text, layout, name) for name in ("utf-8", encoding))
        assert found.encoding == told
        assert replace(found, encoding=plain.encoding) == plain
