"""Sentences that know their English: they are text like any other, and every one has it."""

from __future__ import annotations

import json
import pickle
import tomllib
from dataclasses import replace
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser.claims.measures import measure_names
from parser.model import Finding, Severity
from parser.model.said import (
    KEPT,
    SENTENCES,
    Recalled,
    Said,
    Word,
    english,
    joined,
    say,
    templates,
)
from parser.official.form import forms
from tests.support.english import chinese_left, kept, said

BLANK = "{table}有 {cells} 格空白，分不清是 0 还是漏填：{named}。"
# Printed labels that stand in the forms' data and are said by name.
NAMED = ("forms.toml", "prose.toml", "structure.toml")


def blank(cells: int = 2) -> Said:
    return say(BLANK, table=say("表二"), cells=cells, named=joined("；", ["规章", say("行政许可")]))


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_a_sentence_is_its_chinese() -> None:
    sentence = blank()
    assert sentence == "表二有 2 格空白，分不清是 0 还是漏填：规章；行政许可。"
    assert hash(sentence) == hash(str(sentence))
    assert json.dumps(sentence, ensure_ascii=False) == json.dumps(str(sentence), ensure_ascii=False)


def test_what_is_said_is_translated_and_what_is_quoted_stays() -> None:
    expected = (
        "Table 2: 2 cells are blank, which may mean 0 or forgotten: 规章; administrative licensing."
    )
    assert english(blank()) == expected
    assert "1 cell is blank" in english(blank(1))


def test_it_keeps_its_english_through_pickle_and_replace() -> None:
    finding = Finding("V101", Severity.WARNING, blank())
    again = replace(pickle.loads(pickle.dumps(finding)), figures=("a",))
    assert again.message == blank()
    assert english(again.message) == english(blank())
    for made in (
        Word("零", "none"),
        joined("、", ["甲", say("总计")]),
        Recalled("工作簿里没有内容。"),
    ):
        copy = pickle.loads(pickle.dumps(made))
        assert (copy, english(copy)) == (made, english(made))


@given(st.text(max_size=8), st.text(max_size=8))
def test_sums_of_text_are_the_same_text(before: str, after: str) -> None:
    for sentence in (before + say("总计") + after, joined(after, [before, say("总计"), after])):
        assert isinstance(sentence, str)
    assert before + say("总计") + after == f"{before}总计{after}"
    assert english(before + say("总计") + after) == f"{before}total{after}".strip()


def test_plain_text_is_quoted() -> None:
    assert english("总计") == "总计"
    assert english("") == ""


def test_every_template_has_its_english() -> None:
    known = templates()
    missing = {template for template, _ in said() if template and template not in known}
    assert missing == set()


def test_a_template_has_the_values_that_it_names() -> None:
    for template, values in said():
        if values:
            assert set(values) == places(template), template
    for chinese, translated in templates().items():
        assert places(translated) <= places(chinese), chinese


def test_no_english_is_left_over() -> None:
    used = {template for template, _ in said()}
    for path in set(SENTENCES.glob("*.toml")) - {KEPT}:
        own = set(tomllib.loads(path.read_text(encoding="utf-8"))) - used
        assert own <= labels(), path.name


def labels() -> set[str]:
    """Return what the data of forms and claims says by name."""
    named: set[str] = set()
    for form in forms():
        named |= {form.name, *(section.title for section in form.sections)}
        named |= {aspect for section in form.sections for aspect in section.aspects}
        for table in form.tables:
            named |= {table.short, table.title, *table.column_labels}
            named |= {name for row in table.rows for name in (row.label, *row.groups)}
    names = measure_names()
    for measure in names.request.values():
        named |= {measure.about, *(meaning.why for meaning in measure.may_be)}
    for part in (names.part, names.outcome, names.topic, names.document):
        named |= set(part.values())
    return named


def test_every_label_has_its_english() -> None:
    assert labels() - templates().keys() == {""}


def test_every_figure_has_an_english_name() -> None:
    for form in forms():
        for key in form.figure_keys:
            assert chinese_left(english(form.name_of(key))) == "", key


@pytest.mark.parametrize("file", sorted(path.name for path in SENTENCES.glob("*.toml")))
def test_english_is_english(file: str) -> None:
    for translated in tomllib.loads((SENTENCES / file).read_text(encoding="utf-8")).values():
        assert chinese_left(translated) == "", translated


def test_what_readers_and_the_review_say_is_recalled() -> None:
    sentences = set(kept())
    assert len(sentences) > 60
    for sentence in sentences:
        assert chinese_left(english(sentence)) == "", sentence


def test_sentences_of_a_reader_may_stand_in_a_row() -> None:
    advice = "请安装识别组件后重新打开，或打印后扫描识别，或索取原文件（Word 等）。"
    note = f"第3页有图片，图片里的文字没有读取。{advice}"
    assert english(note).startswith("Page 3 holds a picture whose text was not read. Install")
    assert english("第3页有图片，图片里的文字没有读取。别的话。").startswith("第3页")
