"""The scale of the scores: what a profile says of it, and what it looks like as a file."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser.rules.registry import codes
from parser.settings.profile import Profile, ProfileError
from parser.settings.profile_file import load_profile, save_profile
from parser.settings.scoring import (
    STANDARD,
    Deduction,
    Scoring,
    ScoringError,
    parse_codes,
    parse_points,
)

EXAMPLE = Path(__file__).resolve().parents[3] / "resources" / "profile.example.toml"
CODES = sorted(codes())


def loaded(folder: Path, text: str) -> Scoring:
    file = folder / "方案.toml"
    file.write_text(text, encoding="utf-8")
    return load_profile(file, CODES).scoring


def test_nothing_is_scored_until_it_is_switched_on(tmp_path: Path) -> None:
    assert not Profile().scoring.on
    assert loaded(tmp_path, "") == Scoring()
    assert loaded(tmp_path, "[score]\non = true\n") == Scoring(on=True)


def test_the_example_shows_the_standard() -> None:
    assert load_profile(EXAMPLE, CODES).scoring == Scoring()


def test_points_are_exact(tmp_path: Path) -> None:
    scale = loaded(
        tmp_path,
        '[score]\nfull = 12.3\n[score.deductions.a]\ncodes = ["A1"]\npoints = 0.1\ncap = 0.3\n',
    )
    assert scale.full == Decimal("12.3")
    assert scale.deductions == {"a": Deduction("a", ("A1",), Decimal("0.1"), Decimal("0.3"))}


def test_the_closest_kind_takes_a_check() -> None:
    one = Decimal(1)
    scale = Scoring(
        deductions={
            "all": Deduction("勾稽", ("A",), one),
            "rows": Deduction("行", ("A10", "T"), one),
            "row": Deduction("一行", ("A101",), one),
        }
    )
    named = {code: scale.deduction(code) for code in ("A101", "A102", "A201", "T101", "S101")}
    assert named == {"A101": "row", "A102": "rows", "A201": "all", "T101": "rows", "S101": None}


def test_no_check_of_the_reader_costs_anything() -> None:
    assert not [code for code in CODES if code.startswith("F") and Scoring().deduction(code)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[score]\nfull = 0\n", "满分"),
        ('[score]\nfull = "许多"\n', "应是数"),
        ('[score]\non = "yes"\n', "true"),
        ("[score]\nfloor = 1\n", "floor"),
        ("[score]\ndeductions = 3\n", "deductions"),
        ("[score.deductions.a]\npoints = 1\n", "codes"),
        ('[score.deductions.a]\ncodes = ["A"]\n', "points"),
        ('[score.deductions.a]\ncodes = ["Q9"]\npoints = 1\n', "Q9"),
        ('[score.deductions.a]\ncodes = ["F107"]\npoints = 1\n', "没有读出"),
        ('[score.deductions.a]\ncodes = ["A"]\npoints = -1\n', "0 到 1000"),
        ('[score.deductions.a]\ncodes = ["A"]\npoints = nan\n', "0 到 1000"),
        ('[score.deductions.a]\ncodes = ["A"]\npoints = true\n', "应是数"),
        ('[score.deductions.a]\ncodes = ["A"]\npoints = 1\nmost = 2\n', "most"),
        ('[score.deductions.a]\ncodes = ["A"]\npoints = 1\nname = ""\n', "name"),
        ('score = "on"\n', "score"),
    ],
)
def test_what_cannot_be_meant_is_told(tmp_path: Path, text: str, word: str) -> None:
    with pytest.raises(ProfileError, match=word):
        loaded(tmp_path, text)


def test_codes_and_points_as_people_type_them() -> None:
    assert parse_codes("a101，T1、 Y104", CODES) == ("A101", "T1", "Y104")
    assert parse_points(" 0.5 ") == Decimal("0.5")
    for text in ("", "，", "Z1", "F1"):
        with pytest.raises(ScoringError):
            parse_codes(text, CODES)
    for text in ("", "多", "-1", "inf"):
        with pytest.raises(ScoringError):
            parse_points(text)


amounts = st.decimals(0, 1000, places=2)
kinds = st.builds(
    Deduction,
    st.text('勾稽不平"\\\n', min_size=1).filter(lambda name: bool(name.strip())),
    st.lists(st.sampled_from(["A", "A101", "T1", "X2"]), min_size=1, unique=True).map(tuple),
    amounts,
    st.none() | amounts,
)


@given(
    st.builds(
        Scoring,
        st.booleans(),
        st.decimals(1, 1000, places=1),
        st.booleans(),
        st.dictionaries(st.text('ab 中."', min_size=1, max_size=4), kinds, max_size=3)
        | st.just(dict(STANDARD)),
    )
)
def test_a_scale_comes_back_from_its_file(scale: Scoring) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "方案.toml"
        save_profile(replace(Profile(), scoring=scale), file)
        assert load_profile(file, CODES).scoring == scale
