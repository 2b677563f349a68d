"""PDF with a text layer: ruled and bare tables, pages, boxes, and files that mean harm."""

from __future__ import annotations

import io
import json
import zlib
from random import Random

import pytest

from parser.errors import Unreadable
from parser.intake import sources
from parser.intake.pages.pdf import read_pdf
from parser.model import Fit
from parser.official.form import forms
from parser.pipeline import interpret
from parser.settings.profile import Profile
from parser.workers import examine_all
from tests.support.drawn import pdf, sheets
from tests.support.figures import right_figures
from tests.support.reports import report as real_report

TITLE = "青石县云岭镇人民政府{}年政府信息公开工作年度报告"


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.id)
@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "bare"])
@pytest.mark.parametrize("scale", ["small", "huge"])
def test_tables_over_pages_are_one_table(form, ruled, scale) -> None:
    made = right_figures(form.id, Random(scale), scale)
    pages = sheets(form, made, TITLE.format(form.first_year), ruled=ruled)
    assert len(pages) > 1
    report = interpret(read_pdf(pdf(pages), "pdf", None), "a.pdf", "")
    assert report.form == form.id
    assert {key: figure.value for key, figure in report.figures.items()} == made
    assert report.body is not None
    for table in report.body.tables:
        assert {row.fit for row in table.rows} == {Fit.EXACT}
        assert {column.fit for column in table.columns} == {Fit.EXACT}
        assert not table.extra_rows


def test_every_figure_has_the_box_of_its_digits() -> None:
    form = forms()[-1]
    made = right_figures(form.id, Random(3), "huge")
    pages = sheets(form, made, TITLE.format(2023))
    report = interpret(read_pdf(pdf(pages), "pdf", None), "a.pdf", "")
    drawn = {
        (number, round(x), round(y))
        for number, page in enumerate(pages, 1)
        for x, y, text in page.words
        if text.replace(".", "").isdigit()
    }
    for figure in report.figures.values():
        assert figure.box is not None
        near = {
            (figure.box.page, round(figure.box.x0) + dx, round(figure.box.y0) + dy)
            for dx in (-1, 0, 1)
            for dy in range(-4, 5)
        }
        assert near & drawn, figure
        assert figure.box.x1 - figure.box.x0 < 60
        assert figure.box.y1 - figure.box.y0 < 14


def test_page_numbers_are_furniture() -> None:
    form = forms()[-1]
    made = right_figures(form.id, Random(4), "small")
    document = read_pdf(pdf(sheets(form, made, TITLE.format(2023))), "pdf", None)
    assert [span.of(document.text) for span in document.furniture] == ["- 1 -", "- 2 -"]
    assert [page.number for page in document.pages] == [1, 2]


def test_the_real_report_gives_its_figures() -> None:
    gold = json.loads(real_report("006_hongze_2023.gold.json").read_text(encoding="utf-8"))
    data = real_report(gold["file"]).read_bytes()
    report = interpret(read_pdf(data, "pdf", None), gold["file"], "")
    found = {k: None if f.value is None else float(f.value) for k, f in report.figures.items()}
    assert found == {k: None if v is None else float(v) for k, v in gold["figures"].items()}
    assert all(figure.box is not None for figure in report.figures.values())


@pytest.mark.parametrize("damage", ["cut", "flip", "garbage"])
def test_damage_is_said_in_a_sentence_or_read_past(damage: str) -> None:
    form = forms()[-1]
    whole = pdf(sheets(form, right_figures(form.id, Random(5), "small"), TITLE.format(2023)))
    rng = Random(damage)
    sentences: list[str] = []
    for _ in range(12):
        data = bytearray(whole)
        if damage == "cut":
            data = data[: rng.randrange(len(data))]
        elif damage == "flip":
            for _ in range(20):
                data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        else:
            data[20:] = rng.randbytes(len(data) - 20)
        try:
            document = read_pdf(bytes(data), "pdf", None)
        except Unreadable as error:
            sentences.append(str(error))
        else:
            assert all(0 <= s.start <= s.end <= len(document.text) for s, _ in document.words)
    assert all(sentence.endswith("。") for sentence in sentences)


def test_a_page_a_kilometre_wide_is_only_read(tmp_path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(2_834_645.0, 842.0))
    canvas.drawString(50, 800, "2023")
    canvas.save()
    document = read_pdf(file.getvalue(), "pdf", None)
    assert document.pages[0].width > 2_000_000
    assert "2023" in document.text


def nested_flate(depth: int, size: int) -> bytes:
    """Return a small PDF whose content stream unpacks, filter by filter, to `size` bytes."""
    stream = b"0 " * (size // 2)
    for _ in range(depth):
        stream = zlib.compress(stream, 9)
    filters = b" ".join([b"/FlateDecode"] * depth)
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    head += b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    head += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
    head += b"4 0 obj<</Length %d/Filter[%s]>>stream\n" % (len(stream), filters)
    return head + stream + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


def test_a_pdf_that_hangs_is_stopped_and_the_next_is_read(tmp_path) -> None:
    (tmp_path / "b.pdf").write_bytes(nested_flate(3, 160_000_000))
    form = forms()[-1]
    whole = pdf(sheets(form, right_figures(form.id, Random(6), "small"), TITLE.format(2023)))
    (tmp_path / "a.pdf").write_bytes(whole)
    reports = examine_all(sources([tmp_path]), Profile(), jobs=1, time_limit=5)
    read, hung = sorted(reports, key=lambda report: report.path)
    assert hung.status == "unreadable"
    assert hung.error is not None
    assert "限制" in hung.error
    assert read.status == "ok"
    assert len(read.figures) == 200
