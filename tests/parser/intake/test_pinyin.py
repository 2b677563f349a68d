"""Pinyin in brackets is shown and never counts, wherever it stands."""

from __future__ import annotations

from random import Random

import pytest

from parser.intake.pinyin import pinyin
from parser.intake.reader import document
from parser.model import Span
from parser.official.form import form_of
from parser.pipeline import assess, interpret
from parser.settings.profile import Profile
from tests.support.checked import faults
from tests.support.corpus import printed, right_draft

SAID = {
    "行": "xíng",
    "公": "gōng",
    "请": "qǐng",
    "数": "shù",
    "总": "zǒng",
    "项": "xiàng",
    "的": "de",
}


def spoken(text: str, brackets: str) -> str:
    opening, closing = brackets
    return "".join(f"{c}{opening}{SAID[c]}{closing}" if c in SAID else c for c in text)


@pytest.mark.parametrize("brackets", ["()", "（）"])
@pytest.mark.parametrize("seed", range(4))
def test_a_report_with_pinyin_reads_as_the_one_without(brackets: str, seed: int) -> None:
    rng = Random(seed)
    found = []
    while not found:
        made = right_draft(rng.randint(0, 10_000))
        found = [made] if made.layout != "html" and made.encoding == "utf-8" else []
    name, data = printed(found[0])
    plain, read = (
        assess(interpret(document(text.encode(), name, None), name, "digest"), Profile())
        for text in (data.decode(), spoken(data.decode(), brackets))
    )
    assert read.form == plain.form
    assert {k: f.value for k, f in read.figures.items()} == found[0].figures
    assert len(read.figures) == len(form_of(read.form or "").figure_keys)
    assert {code for code, _ in faults(read)} <= {code for code, _ in faults(plain)}


def test_brackets_without_a_tone_are_no_pinyin() -> None:
    assert list(pinyin("见附件(a)和表(b)，总计(total)")) == []
    assert list(pinyin("的(de)总(zǒng)计")) == [Span(1, 5), Span(6, 12)]


def test_the_text_itself_keeps_its_pinyin() -> None:
    text = "行(xíng)政复议"
    page = document(text.encode(), "a.txt", None)
    assert page.text.strip() == text
    assert page.simplified.replace("\u200b", "").strip() == "行政复议"


@pytest.mark.parametrize(
    "written",
    [
        "总[zǒng]体",
        "总【zǒng】体",
        "总/zǒng/体",
        "总zǒng体",
        "总 zǒng 体",
        "总(zong3)体",
        "总（zǒng）体",
    ],
)
def test_pinyin_in_any_brackets_or_in_none(written: str) -> None:
    found = document(f"一、{written}情况".encode(), "a.txt")
    assert found.simplified.replace("\u200b", "") == "一、总体情况"


def test_syllables_without_a_tone_count_where_each_character_has_its_own() -> None:
    line = "总(zong)体情况，申请(qing)3件，数(shu)量，项(xiang)目，总(zong)计，请(qing)求"
    many = document("\n".join([line] * 2).encode(), "a.txt")
    assert "(zong)" not in many.simplified
    few = document("主(zhu)体情况，平台(app)3个".encode(), "a.txt")
    assert "(app)" in few.simplified
    mixed = document("\n".join([line, *["接口(api)、平台(app)、平台(web)"] * 4]).encode(), "a.txt")
    assert "(app)" in mixed.simplified
