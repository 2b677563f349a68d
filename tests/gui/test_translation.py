"""The window speaks English where it is asked to: every sentence, and whole dialogs."""

from __future__ import annotations

import ast
import importlib.util
import re
import string
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui import actions, translation
from gui.dialogs.about import About
from gui.dialogs.rule_help import RuleHelp
from gui.dialogs.settings_dialog import SettingsDialog
from gui.dialogs.shortcuts import ShortcutSheet
from gui.settings import Settings
from gui.views.source_pane import SourcePane
from parser.settings.profile import Profile

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "resources" / "i18n" / "jianbao_en.ts"
CHINESE = re.compile("[\u4e00-\u9fff]")
# The last of these only measures how wide a word is.
TRANSLATING = {"tr", "translate", "QT_TRANSLATE_NOOP", "horizontalAdvance"}
# A language is offered under its own name.
UNTRANSLATED = {"简体中文"}


def collector() -> ModuleType:
    """Return the command that collects sentences; `packaging` is no package."""
    spec = importlib.util.spec_from_file_location("translate", ROOT / "packaging/translate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def messages(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield context, sentence and translation of a .ts file."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            text = message.findtext("translation") or ""
            yield context.findtext("name", ""), message.findtext("source", ""), text


def test_nothing_is_left_for_a_translator_to_confirm() -> None:
    assert 'type="unfinished"' not in SOURCE.read_text(encoding="utf-8")


def test_every_sentence_of_the_window_is_collected_and_translated(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    collector().collect(fresh)
    wanted = {(context, sentence) for context, sentence, _ in messages(fresh)}
    done = {(context, sentence) for context, sentence, text in messages(SOURCE) if text.strip()}
    assert len(wanted) > 200
    assert wanted - done == set(), "run packaging/translate.py"
    assert done - wanted == set(), "run packaging/translate.py"


def test_the_compiled_file_says_what_the_source_says() -> None:
    compiled = QTranslator()
    assert compiled.load(str(SOURCE.with_suffix(".qm")))
    for context, sentence, text in messages(SOURCE):
        assert compiled.translate(context, sentence) == text


def test_translations_keep_their_places_and_are_english() -> None:
    for _, sentence, text in messages(SOURCE):
        places = [sorted(f for _, f, _, _ in string.Formatter().parse(t) if f is not None)
                  for t in (sentence, text)]  # fmt: skip
        assert places[0] == places[1], sentence
        if sentence not in ("语言 / Language",) and "\n" not in sentence:
            assert not CHINESE.search(text), text


@pytest.mark.parametrize(
    "path", sorted((ROOT / "gui").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT))
)
def test_no_chinese_escapes_translation(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    spared: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in TRANSLATING:
                spared |= {id(inner) for inner in ast.walk(node)}
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            spared.add(id(node.value))  # a docstring
    escaped = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CHINESE.search(node.value)
        and id(node) not in spared
        and node.value not in UNTRANSLATED
    ]
    assert escaped == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "gui").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT))
)
def test_no_sentence_stands_where_it_is_not_collected(path: Path) -> None:
    """The tool that collects sentences does not look into f-strings."""
    hidden = [
        ast.unparse(inner)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Call)
        and getattr(inner.func, "attr", getattr(inner.func, "id", "")) in {"tr", "translate"}
    ]
    assert hidden == []


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    translation.install(qapp, "en")
    yield
    translation.install(qapp, "zh_CN")


def dialogs() -> Iterator[QDialog]:
    yield SettingsDialog(Settings(), Profile())
    yield RuleHelp()
    yield ShortcutSheet(actions.build(QCoreApplication.instance()))  # type: ignore[arg-type]
    yield About()


def words_of(widget: QWidget) -> Iterator[str]:
    """Yield what the labels, buttons and titles of a widget say, pages of help apart."""
    yield widget.windowTitle()
    for label in widget.findChildren(QLabel):
        yield label.text()
    for button in widget.findChildren(QAbstractButton):
        yield button.text()
        yield button.toolTip()


def test_dialogs_open_in_english(qtbot: QtBot, english: None) -> None:
    """What no translator has come to yet is for the test that collects every sentence."""
    known = {sentence for _, sentence, _ in messages(SOURCE)}
    for dialog in dialogs():
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        words = [word for word in words_of(dialog) if CHINESE.search(word)]
        said = [word for word in words if any(word in sentence for sentence in known)]
        assert said in ([], ["Language / 语言"]), dialog.objectName()
        dialog.close()


def test_dialogs_open_in_chinese(qtbot: QtBot, qapp: QApplication) -> None:
    translation.install(qapp, "zh_CN")
    for dialog in dialogs():
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        assert CHINESE.search(dialog.windowTitle())
        buttons = {button.text() for button in dialog.findChildren(QAbstractButton)}
        assert not {"OK", "Cancel", "&OK", "&Cancel", "&Close"} & buttons, "Qt's own words"
        dialog.close()


def test_the_pane_changes_its_language_while_it_is_open(qtbot: QtBot, qapp: QApplication) -> None:
    translation.install(qapp, "zh_CN")
    pane = SourcePane()
    qtbot.addWidget(pane)
    assert any("这里显示原文" in label.text() for label in pane.findChildren(QLabel))
    translation.install(qapp, "en")
    try:
        qapp.processEvents()
        assert any("shown here" in label.text() for label in pane.findChildren(QLabel))
    finally:
        translation.install(qapp, "zh_CN")


def test_a_missing_translation_leaves_the_source(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translation, "TRANSLATIONS", tmp_path)
    translation.install(qapp, "en")
    assert QCoreApplication.translate("About", "鉴报") == "鉴报"
    translation.install(qapp, "zh_CN")
