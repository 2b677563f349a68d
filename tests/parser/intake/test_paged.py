"""What a PDF page draws and nobody sees does not count; what is seen does, however it is drawn."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.intake.pages.pdf import read_pdf
from parser.model import Document, Number
from parser.official.form import form_of
from parser.pipeline import interpret
from tests.support.drawn import HEIGHT, WIDTH, Sheet, nothing, pdf, sheets
from tests.support.figures import right_figures

SIZE = 9.0
FALSE = "46"


@cache
def pages() -> tuple[Mapping[str, Number | None], list[Sheet]]:
    made = right_figures("2021", Random(8), "small")
    return made, sheets(form_of("2021"), made, "青石县云岭镇人民政府2022年政府信息公开工作年度报告")


@cache
def cells() -> list[tuple[int, float, float, str]]:
    """The figures of the drawn pages: page from 0, place from the top left, text."""
    return [
        (number, x, y, text)
        for number, page in enumerate(pages()[1])
        for x, y, text in page.words
        if text.isdigit()
    ]


def read(under: Any = nothing, over: Any = nothing) -> Document:
    return read_pdf(pdf(pages()[1], under, over), "pdf", None)


def figures(document: Document) -> dict[str, Number | None]:
    report = interpret(document, "a.pdf", "")
    return {key: figure.value for key, figure in report.figures.items()}


def write(canvas: Any, x: float, y: float, text: str = FALSE, size: float = SIZE) -> None:
    canvas.setFont("Helvetica", size)
    canvas.drawString(x, HEIGHT - y - SIZE, text)


def invisible(canvas: Any, x: float, y: float, text: str) -> None:
    drawn = canvas.beginText(x, HEIGHT - y - SIZE)
    drawn.setFont("Helvetica", SIZE)
    drawn.setTextRenderMode(3)
    drawn.textOut(FALSE)
    canvas.drawText(drawn)


def white(canvas: Any, x: float, y: float, text: str) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    write(canvas, x + 8, y)


def nearly_white(canvas: Any, x: float, y: float, text: str) -> None:
    canvas.setFillColorCMYK(0, 0, 0, 0.02)
    write(canvas, x - 6, y)


def transparent(canvas: Any, x: float, y: float, text: str) -> None:
    canvas.setFillAlpha(0)
    write(canvas, x, y)


def clipped_away(canvas: Any, x: float, y: float, text: str) -> None:
    room = canvas.beginPath()
    room.rect(x - 40, HEIGHT - y - 60, 20, 20)
    canvas.clipPath(room, stroke=0, fill=0)
    write(canvas, x + 2, y)


def beside_the_page(canvas: Any, x: float, y: float, text: str) -> None:
    write(canvas, WIDTH + 5, y)
    write(canvas, -30, y)


def printed_again(canvas: Any, x: float, y: float, text: str) -> None:
    write(canvas, x + 0.35, y, text)
    write(canvas, x, y - 0.3, text)


def struck_out(canvas: Any, x: float, y: float, text: str) -> None:
    write(canvas, x - 12, y)
    canvas.setLineWidth(0.5)
    canvas.line(x - 12.5, HEIGHT - y - 5.8, x - 1.5, HEIGHT - y - 5.8)


def struck_by_an_area(canvas: Any, x: float, y: float, text: str) -> None:
    write(canvas, x - 12, y)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(x - 12.5, HEIGHT - y - 6, 11, 0.7, stroke=0, fill=1)


def struck_aslant(canvas: Any, x: float, y: float, text: str) -> None:
    write(canvas, x - 12, y)
    canvas.setLineWidth(0.5)
    canvas.line(x - 12.5, HEIGHT - y - 9, x - 1.5, HEIGHT - y - 2)


def speck(canvas: Any, x: float, y: float, text: str) -> None:
    canvas.setFont("Helvetica", 1)
    canvas.drawString(x - 3, HEIGHT - y - SIZE, FALSE)


def of_no_size(canvas: Any, x: float, y: float, text: str) -> None:
    canvas.setFont("Helvetica", 0)
    canvas.drawString(x - 3, HEIGHT - y - SIZE, FALSE)


def flat(canvas: Any, x: float, y: float, text: str) -> None:
    drawn = canvas.beginText(x - 3, HEIGHT - y - SIZE)
    drawn.setFont("Helvetica", SIZE)
    drawn.setHorizScale(0)
    drawn.textOut(FALSE)
    canvas.drawText(drawn)


def in_shadow(canvas: Any, x: float, y: float, text: str) -> None:
    canvas.setFillColorRGB(0.6, 0.6, 0.6)
    write(canvas, x + 1, y + 1, text)


def raised_note(canvas: Any, x: float, y: float, text: str) -> None:
    canvas.setFont("Helvetica", 5)
    canvas.drawString(x + 5.004 * len(text), HEIGHT - y - SIZE + 3.6, "2")


OVER = [
    invisible,
    white,
    nearly_white,
    transparent,
    clipped_away,
    beside_the_page,
    printed_again,
    struck_out,
    struck_by_an_area,
    struck_aslant,
    speck,
    of_no_size,
    flat,
    in_shadow,
    raised_note,
]


@settings(max_examples=6, deadline=None)
@given(st.data())
def test_planted_figures_that_nobody_sees_change_nothing(data: st.DataObject) -> None:
    places = data.draw(st.lists(st.sampled_from(cells()), min_size=len(OVER), unique=True))

    def over(canvas: Any, number: int) -> None:
        for plant, (page, x, y, text) in zip(OVER, places, strict=False):
            if page == number:
                canvas.saveState()
                plant(canvas, x, y, text)
                canvas.restoreState()

    assert figures(read(over=over)) == pages()[0]


@pytest.mark.parametrize("cover", ["area", "halves", "polygon", "line", "picture"])
def test_an_old_figure_under_a_cover_does_not_count(cover: str) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    page, x, y, _ = cells()[40]

    def under(canvas: Any, number: int) -> None:
        if number != page:
            return
        write(canvas, x - 10, y)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.setStrokeColorRGB(1, 1, 1)
        left, low = x - 11, HEIGHT - y - 11
        if cover == "area":
            canvas.rect(left, low, 11, 11, stroke=0, fill=1)
        elif cover == "halves":
            canvas.rect(left, low, 6, 11, stroke=0, fill=1)
            canvas.rect(left + 6, low, 5, 11, stroke=0, fill=1)
        elif cover == "polygon":
            shape = canvas.beginPath()
            shape.moveTo(left, low)
            for dx, dy in ((12, -1), (12, 6), (11, 12), (-1, 12)):
                shape.lineTo(left + dx, low + dy)
            shape.close()
            canvas.drawPath(shape, stroke=0, fill=1)
        elif cover == "line":
            canvas.setLineWidth(11)
            canvas.line(left, low + 5.5, left + 11, low + 5.5)
        else:
            blank = ImageReader(Image.new("RGB", (4, 4), "white"))
            canvas.drawImage(blank, left, low, 11, 11)

    assert figures(read(under=under)) == pages()[0]


@pytest.mark.parametrize("ground", ["drawn first", "let through", "around"])
def test_what_shows_in_spite_of_an_area_counts(ground: str) -> None:
    def under(canvas: Any, number: int) -> None:
        if ground == "drawn first":
            canvas.setFillColorRGB(0.8, 0.85, 1)
            canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)

    def over(canvas: Any, number: int) -> None:
        if ground == "let through":
            canvas.setFillColorRGB(1, 1, 0)
            canvas.setFillAlpha(0.3)
            canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
        elif ground == "around":
            frame = canvas.beginPath()
            frame.rect(5, 5, WIDTH - 10, HEIGHT - 10)
            frame.rect(8, 8, WIDTH - 16, HEIGHT - 16)
            canvas.setFillColorRGB(0, 0, 1)
            canvas.drawPath(frame, stroke=0, fill=1, fillMode=0)

    assert figures(read(under, over)) == pages()[0]


def one_page(draw: Any) -> Document:
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), invariant=1)
    write(canvas, 60, 60, "first line")
    draw(canvas)
    canvas.save()
    return read_pdf(file.getvalue(), "pdf", None)


def test_white_text_on_a_dark_ground_is_seen_and_black_on_black_is_not() -> None:
    def draw(canvas: Any) -> None:
        canvas.rect(50, HEIGHT - 130, 300, 40, stroke=0, fill=1)
        write(canvas, 60, 100, "black")
        canvas.setFillColorRGB(1, 1, 1)
        write(canvas, 160, 100, "white")

    text = one_page(draw).text
    assert "white" in text
    assert "black" not in text


def test_what_is_struck_out_is_kept_and_does_not_count() -> None:
    def draw(canvas: Any) -> None:
        write(canvas, 60, 100, "old 634")
        canvas.line(75, HEIGHT - 105.8, 91, HEIGHT - 105.8)
        write(canvas, 100, 100, "34")
        canvas.line(99, HEIGHT - 110, 112, HEIGHT - 110)

    document = one_page(draw)
    assert [span.of(document.text) for span in document.struck] == ["634"]
    assert "34" in document.said(document.pages[0].span).split("old")[1]


@pytest.mark.parametrize("angle", [45, 30, -55])
def test_a_slanted_watermark_takes_no_figure_away(angle: int) -> None:
    def over(canvas: Any, number: int) -> None:
        canvas.setFillColorRGB(0.82, 0.82, 0.82)
        for x, y in ((150, 200), (200, 400), (120, 600)):
            canvas.saveState()
            canvas.translate(x, y)
            canvas.rotate(angle)
            canvas.setFont("STSong-Light", 36)
            canvas.drawString(0, 0, "内部资料2022")
            canvas.restoreState()

    document = read(over=over)
    assert figures(document) == pages()[0]
    assert "资料" not in document.text
    assert not document.notes


def test_a_level_watermark_is_told_by_its_pallor_and_what_it_lies_over() -> None:
    def over(canvas: Any, number: int) -> None:
        canvas.setFillColorRGB(0.85, 0.85, 0.85)
        canvas.setFont("STSong-Light", 40)
        for y in range(100, 800, 120):
            canvas.drawString(80, y, "云岭镇内部资料888")

    document = read(over=over)
    assert figures(document) == pages()[0]
    assert "资料" not in document.text


@pytest.mark.parametrize("size", [9, 40])
def test_a_level_watermark_of_figures_is_told_by_its_repetition_and_what_it_lies_over(
    size: int,
) -> None:
    def over(canvas: Any, number: int) -> None:
        canvas.setFillColorRGB(0.85, 0.85, 0.85)
        canvas.setFont("Helvetica", size)
        for y in range(100, 800, 61):
            canvas.drawString(80, y, "2023")

    assert figures(read(over=over)) == pages()[0]


def test_what_says_that_it_is_a_watermark_is_none_of_the_content() -> None:
    def draw(canvas: Any) -> None:
        write(canvas, 60, 100, "plain")
        canvas._code.append("/Artifact <</Subtype /Watermark /Type /Pagination>> BDC")
        write(canvas, 60, 140, "mark 12")
        canvas._code.append("EMC")

    text = one_page(draw).text
    assert "plain" in text
    assert "mark" not in text


def test_pale_figures_that_lie_over_nothing_count() -> None:
    def draw(canvas: Any) -> None:
        canvas.setFillColorRGB(0.7, 0.7, 0.7)
        write(canvas, 60, 100, "0 0 0 pale")

    assert "0 0 0 pale" in one_page(draw).text


@pytest.mark.parametrize("kind", ["lines", "areas"])
def test_white_ruling_neither_parts_nor_joins_cells(kind: str) -> None:
    plain = read()

    def under(canvas: Any, number: int) -> None:
        canvas.setStrokeColorRGB(1, 1, 1)
        canvas.setFillColorRGB(1, 1, 1)
        for x, y, _ in pages()[1][number].words:
            if kind == "lines":
                canvas.line(x - 2, HEIGHT - y - 12, x + 60, HEIGHT - y - 12)
                canvas.line(x + 11, HEIGHT - y - 14, x + 11, HEIGHT - y + 2)
            else:
                canvas.rect(x - 1, HEIGHT - y - 11, 22, 11.5, stroke=0, fill=1)

    ruled = read(under=under)
    assert figures(ruled) == pages()[0]
    assert ruled.text == plain.text
    assert len(ruled.grids) == len(plain.grids)


@pytest.mark.parametrize("quarter", [90, 180, 270])
def test_pages_whose_content_is_turned_are_read_turned(quarter: int) -> None:
    def turned(canvas: Any) -> None:
        width, height = (HEIGHT, WIDTH) if quarter != 180 else (WIDTH, HEIGHT)
        canvas.setPageSize((width, height))
        canvas.translate(*{90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[quarter])
        canvas.rotate(quarter)

    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    made, drawn = pages()
    for page in drawn:
        turned(canvas)
        canvas.setLineWidth(0.6)
        for x0, y0, x1, y1 in page.lines:
            canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)
        for x, y, text in page.words:
            canvas.setFont("Helvetica" if text.isascii() else "STSong-Light", SIZE)
            canvas.drawString(x, HEIGHT - y - SIZE, text)
        canvas.showPage()
    canvas.save()
    document = read_pdf(file.getvalue(), "pdf", None)
    assert figures(document) == made
    for _, box in document.words:
        page = document.pages[box.page - 1]
        assert 0 <= box.x0 < box.x1 <= page.width
        assert 0 <= box.y0 < box.y1 <= page.height


def test_figures_in_form_fields_are_read_as_shown() -> None:
    taken = cells()[30:50]
    blank = [
        Sheet([w for w in page.words if (n, *w) not in taken], page.lines)
        for n, page in enumerate(pages()[1])
    ]

    def over(canvas: Any, number: int) -> None:
        for i, (page, x, y, text) in enumerate(taken):
            if page == number:
                canvas.acroForm.textfield(
                    name=f"f{i}",
                    value=text,
                    x=x - 3,
                    y=HEIGHT - y - SIZE - 2,
                    width=26,
                    height=12,
                    fontName="Helvetica",
                    fontSize=8,
                    borderWidth=0,
                )

    document = read_pdf(pdf(blank, over=over), "pdf", None)
    assert figures(document) == pages()[0]


def test_a_hidden_annotation_is_not_read() -> None:
    def draw(canvas: Any) -> None:
        for flags, y in (("hidden", 200), ("print", 260)):
            canvas.acroForm.textfield(
                name=flags, value=f"{flags} field", x=60, y=y, annotationFlags=flags
            )

    text = one_page(draw).text
    assert "print field" in text
    assert "hidden field" not in text
