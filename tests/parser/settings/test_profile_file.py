"""Profiles: what they say of checks, and what they look like as a file."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import parser.rules  # noqa: F401  registers every check
from parser.intake.reader import document
from parser.model import Level, Severity
from parser.pipeline import assess, interpret
from parser.rules.registry import codes
from parser.settings.profile import (
    CEILINGS,
    STATUTORY,
    Profile,
    ProfileError,
    Thresholds,
)
from parser.settings.profile_file import load_profile, save_profile
from tests.support.official import right_report

EXAMPLE = Path(__file__).resolve().parents[3] / "resources" / "profile.example.toml"
CODES = sorted(codes())


def written(folder: Path, text: str) -> Path:
    file = folder / "方案.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_default_leaves_every_check_on_at_its_own_severity() -> None:
    profile = Profile()
    assert all(profile.is_on(code) for code in CODES)
    assert profile.severity("N104", Severity.WARNING) is Severity.WARNING


def test_the_auditor_sets_the_severity_of_a_check() -> None:
    profile = Profile(severities={"A101": Severity.WARNING, "Y105": Severity.ERROR})
    assert profile.severity("A101", Severity.ERROR) is Severity.WARNING
    assert profile.severity("Y105", Severity.INFO) is Severity.ERROR


def test_what_cannot_be_judged_stays_information() -> None:
    text = right_report(figures={"requests.received.natural": None})
    page = document(text.encode(), "a.txt", None)
    profile = Profile(severities={"A101": Severity.ERROR, "V101": Severity.ERROR})
    findings = assess(interpret(page, "a.txt", ""), profile).findings
    assert {(f.code, f.severity) for f in findings} == {
        ("A101", Severity.INFO),
        ("V101", Severity.ERROR),
    }


def test_example_is_a_profile() -> None:
    profile = load_profile(EXAMPLE, CODES)
    assert profile.off == {"F105"}
    assert profile.severities == {"S103": Severity.ERROR}
    assert profile.deadlines[Level.TOWNSHIP] == (1, 31)
    assert profile.thresholds == Thresholds()
    assert profile.doubled
    assert profile.misspelled


def test_name_is_the_files_where_none_is_given(tmp_path: Path) -> None:
    assert load_profile(written(tmp_path, ""), CODES).name == "方案"


def test_a_deadline_can_be_dropped(tmp_path: Path) -> None:
    file = written(tmp_path, '[deadlines]\ndepartment = "none"\n')
    assert Level.DEPARTMENT not in load_profile(file, CODES).deadlines


def test_roster_is_found_beside_the_profile(tmp_path: Path) -> None:
    (tmp_path / "名录.csv").write_text("单位,上级\n白石镇,南屏县\n", encoding="utf-8")
    file = written(tmp_path, 'roster = "名录.csv"\n')
    assert Path(load_profile(file, CODES).roster) == (tmp_path / "名录.csv").resolve()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("[checks]\nZ999 = 'off'\n", "Z999"),
        ("[checks]\nN104 = 'loud'\n", "loud"),
        ("[cheks]\n", "cheks"),
        ("checks = 3\n", "checks"),
        ("[deadlines]\nvillage = '01-31'\n", "village"),
        ("[deadlines]\ncounty = '31 March'\n", "月-日"),
        ("[deadlines]\ncounty = '02-30'\n", "02-30"),
        ("[thresholds]\nleap = 5\n", "leap"),
        ("[thresholds]\nleap_factor = 0.5\n", "leap_factor"),
        ("[thresholds]\ncopied_share = 80\n", "copied_share"),
        ("[thresholds]\ncopied_share = '80%'\n", "应是数"),
        ("[ceilings.township]\nfines = 3\n", "fines"),
        ("[ceilings.township]\nfees = -3\n", "fees"),
        ("[ceilings]\ntownship = 3\n", "township"),
        ("[words]\ndoubled = '政府政府'\n", "doubled"),
        ("[words.misspelled]\n'甲' = '甲'\n", "错误写法"),
        ("[words]\nother = []\n", "other"),
        ("name = 3\n", "name"),
        ("name = \n", "TOML"),
        ("roster = '没有.csv'\n", "没有.csv"),
    ],
)
def test_what_it_cannot_mean_is_told_in_a_sentence(tmp_path: Path, text: str, word: str) -> None:
    with pytest.raises(ProfileError) as caught:
        load_profile(written(tmp_path, text), CODES)
    assert word in str(caught.value)
    assert str(caught.value).endswith("。")


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="打不开"):
        load_profile(tmp_path / "没有.toml", CODES)
    file = tmp_path / "x.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ProfileError, match="UTF-8"):
        load_profile(file, CODES)


def test_profiles_are_frozen_and_travel_to_workers() -> None:
    profile = Profile(off=frozenset({"A101"}), deadlines={**STATUTORY, Level.STREET: (2, 1)})
    assert pickle.loads(pickle.dumps(profile)) == profile
    with pytest.raises(FrozenInstanceError):
        profile.name = "x"  # type: ignore[misc]


WORDS = st.text(min_size=1, max_size=6).filter(lambda w: "\x7f" not in w and w.isprintable())


@settings(max_examples=60, deadline=None)
@given(
    st.builds(
        Profile,
        name=WORDS,
        off=st.frozensets(st.sampled_from(CODES[:10]), max_size=4),
        severities=st.dictionaries(
            st.sampled_from(CODES[10:]), st.sampled_from(list(Severity)), max_size=4
        ),
        deadlines=st.dictionaries(
            st.sampled_from([level for level in Level if level is not Level.UNKNOWN]),
            st.tuples(st.integers(1, 12), st.integers(1, 28)),
        ),
        ceilings=st.just({**CEILINGS, Level.STREET: {**CEILINGS[Level.STREET], "fees": 7}}),
        thresholds=st.builds(
            Thresholds, leap_factor=st.integers(2, 9), copied_share=st.floats(0.1, 1)
        ),
        doubled=st.lists(WORDS, max_size=2).map(tuple),
        misspelled=st.dictionaries(WORDS, st.just("对"), max_size=2).map(
            lambda d: tuple((k, v) for k, v in d.items() if k != v)
        ),
    )
)
def test_what_is_saved_is_loaded(profile: Profile) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "p.toml"
        save_profile(profile, file)
        assert load_profile(file, CODES) == profile
