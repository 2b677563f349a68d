"""Scans: a report drawn, turned, made grainy, and read again cell by cell."""

from __future__ import annotations

import io
from random import Random

import pytest
from PIL import Image

from parser.errors import NeedsOcr, Refused, Unreadable
from parser.intake.reader import document
from parser.intake.scan import pictures as scan_pictures
from parser.intake.scan import recogniser
from parser.model import SURE
from parser.official.form import form_of
from parser.pipeline import interpret
from tests.support.drawn import picture_file, pictures, sheets
from tests.support.figures import right_figures

TITLE = "青石县云岭镇人民政府2023年政府信息公开工作年度报告"


@pytest.fixture(scope="module")
def scanned():
    """A report on the form in force, huge figures, 200 dpi, 1.5 degrees askew, with grain."""
    rng = Random("scan")
    made = right_figures("2021", rng, "huge")
    pages = sheets(form_of("2021"), made, TITLE)
    images = list(pictures(pages, rng, skew=1.5, noise=0.05))
    with pytest.MonkeyPatch.context() as patch:
        # Threads that wait for each other spin, and take the time of the tests beside these.
        patch.setitem(recogniser._THREADS, "EngineConfig.onnxruntime.intra_op_num_threads", 1)
        page = document(picture_file(images, "tif"), "年报.tif", None)
    return made, pages, interpret(page, "年报.tif", "")


def test_nearly_every_figure_is_right_and_none_is_wrong_in_silence(scanned) -> None:
    made, _, report = scanned
    assert report.form == "2021"
    wrong = [
        key for key in made if key not in report.figures or report.figures[key].value != made[key]
    ]
    assert len(wrong) <= 0.005 * len(made), wrong
    for key in wrong:
        assert report.figures[key].confidence is not None
        assert report.figures[key].confidence < SURE
    assert all(figure.confidence is not None for figure in report.figures.values())


def test_the_boxes_lie_on_the_page_as_it_was_scanned(scanned) -> None:
    import numpy as np

    _, pages, report = scanned
    grays = [np.asarray(image.convert("L")) for image in pictures(pages, Random(0), skew=1.5)]
    for key in ("requests.total.total", "requests.received.natural", "review.total"):
        box = report.figures[key].box
        scale = 200 / 72
        inside = grays[box.page - 1][
            int(box.y0 * scale) : int(box.y1 * scale) + 1,
            int(box.x0 * scale) : int(box.x1 * scale) + 1,
        ]
        assert (inside < 128).mean() > 0.05, key


def test_a_scan_says_that_it_was_recognised(scanned) -> None:
    _, _, report = scanned
    assert [note.code for note in report.document.notes] == ["F104"]
    assert report.identity.unit == "青石县云岭镇人民政府"


def test_without_the_extra_the_sentence_says_how_to_install_it(monkeypatch) -> None:
    monkeypatch.setattr(recogniser, "find_spec", lambda name: None)
    file = io.BytesIO()
    Image.new("RGB", (400, 300), "white").save(file, "PNG")
    with pytest.raises(NeedsOcr, match=r"requirements-ocr\.lock"):
        document(file.getvalue(), "a.png", None)


def test_a_picture_of_too_many_pixels_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(scan_pictures, "MAX_PIXELS", 10_000)
    file = io.BytesIO()
    Image.new("RGB", (400, 300), "white").save(file, "PNG")
    with pytest.raises(Refused, match="400×300"):
        document(file.getvalue(), "a.png", None)


@pytest.mark.parametrize("kind", ["png", "jpg", "tif"])
def test_a_broken_picture_is_said_to_be_broken(kind: str) -> None:
    whole = picture_file([Image.new("RGB", (300, 200), "white")], kind)
    with pytest.raises(Unreadable):
        document(whole[: len(whole) // 2], f"a.{kind}", None)


# The second page that the file counts is not in it.
PAGE_LOST = b"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >> endobj
trailer << /Root 1 0 R >>
%%EOF
"""


def test_a_page_of_a_pdf_that_is_lost_is_said_to_be_broken() -> None:
    pages = scan_pictures.of_pdf(PAGE_LOST)
    assert next(pages).number == 1
    with pytest.raises(Unreadable, match="第 2 页已经损坏"):
        next(pages)
    with pytest.raises(Unreadable, match="第 2 页已经损坏"):
        scan_pictures.of_part(PAGE_LOST, 2, None)
