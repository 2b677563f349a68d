"""Preferences: what is written, what is read back, what is skipped."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from gui.settings import RECENT_LIMIT, Settings, load, save


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def again(store: QSettings) -> QSettings:
    """Return the store as the next session reads it, from its file."""
    store.sync()
    return QSettings(store.fileName(), QSettings.Format.IniFormat)


CHANGED = Settings(
    language="en",
    theme="dark",
    font_size=12,
    author="审核员 甲",
    profile="/方案/县.toml",
    recent_folders=("/年报/2023", "/年报/2022"),
    auto_advance=False,
)


def test_everything_comes_back(store: QSettings) -> None:
    save(CHANGED, store)
    assert load(again(store)) == CHANGED


def test_every_preference_was_changed_above() -> None:
    plain = Settings()
    same = [f.name for f in fields(Settings) if getattr(CHANGED, f.name) == getattr(plain, f.name)]
    assert same == []


def test_defaults_are_not_written(store: QSettings) -> None:
    save(CHANGED, store)
    save(Settings(), store)
    assert again(store).allKeys() == []
    assert load(again(store)) == Settings()


def test_a_single_recent_folder_is_a_list_too(store: QSettings) -> None:
    save(Settings(recent_folders=("/年报",)), store)
    assert load(again(store)).recent_folders == ("/年报",)


def test_unknown_keys_are_left_alone(store: QSettings) -> None:
    store.setValue("preferences/of_the_future", 7)
    store.setValue("window/geometry", "elsewhere")
    assert load(store) == Settings()
    save(CHANGED, store)
    assert int(str(again(store).value("preferences/of_the_future"))) == 7
    assert again(store).value("window/geometry") == "elsewhere"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("language", "tlh"),
        ("theme", "pink"),
        ("font_size", "huge"),
        ("font_size", "400"),
        ("font_size", "-3"),
        ("recent_folders", 12),
        ("author", ["a", "b"]),
    ],
)
def test_a_value_that_does_not_fit_is_skipped(store: QSettings, key: str, value: object) -> None:
    store.setValue(f"preferences/{key}", value)
    assert load(store) == Settings()


def test_recent_folders_have_the_last_one_first_each_once() -> None:
    settings = Settings()
    for folder in ("/a", "/b", "/a"):
        settings = settings.with_recent(folder)
    assert settings.recent_folders == ("/a", "/b")
    for number in range(30):
        settings = settings.with_recent(f"/{number}")
    assert len(settings.recent_folders) == RECENT_LIMIT
    assert settings.recent_folders[0] == "/29"
