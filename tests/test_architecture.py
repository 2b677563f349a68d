"""What may import what, how long a module may be, and names that would hide other packages."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from parser.model import TABLES
from parser.official.form import forms
from tests.support import arrows
from tests.support.arrows import Arrow

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 400
# A file may import from its own room and from the rooms before it, never from a later one. What
# stands loose in gui/ is one room, but for the two that put the window together.
# fmt: off
ORDER = (
    "parser.model", "parser.errors", "parser.text",
    "parser.official", "parser.settings", "parser.intake", "parser.identity",
    "parser.reading", "parser.claims", "parser.repair", "parser.across", "parser.rules",
    "parser.pipeline", "parser.workers", "parser.review", "parser.workbook", "parser.cli",
    "gui", "gui.models", "gui.views", "gui.dialogs", "gui.main_window", "gui.app",
)
# fmt: on
LOOSE = {"__init__", "errors", "pipeline", "workers"}
NAMELESS = {"utils", "util", "common", "helpers", "helper", "manager", "misc", "base"}


def paths(*folders: str) -> list[Path]:
    found = arrows.modules(ROOT, *folders).values()
    return [path.relative_to(ROOT) for path in found]


def inner(root: Path) -> set[Arrow]:
    # The engine's package itself holds its version and imports nothing.
    return {arrow for arrow in arrows.arrows(root, "parser", "gui") if arrow.imported != "parser"}


def test_imports_lead_to_earlier_rooms() -> None:
    assert arrows.wrong(inner(ROOT), ORDER) == []


def test_no_files_import_each_other_in_a_circle() -> None:
    assert arrows.circles(inner(ROOT)) == []


PLANTED = {
    "parser/__init__.py": "",
    "parser/model/__init__.py": "from parser.model.body import Body",
    "parser/model/body.py": "import re",
    "parser/intake/__init__.py": "",
    "parser/intake/reader.py": "from parser.model import Body",
    "parser/rules/__init__.py": "from parser.rules import time",
    "parser/rules/time.py": "from parser.intake import reader",
    "gui/window.py": "import parser.rules.time",
}


@pytest.mark.parametrize(
    ("file", "line", "wrong", "circles"),
    [
        ("gui/window.py", "from gui import window\nfrom parser.intake import absent", [], []),
        (
            "parser/intake/reader.py",
            "def read():\n    from parser.rules import time",
            [Arrow("parser.intake.reader", "parser.rules.time")],
            [["parser.intake.reader", "parser.rules.time"]],
        ),
        (
            "parser/model/body.py",
            "if TYPE_CHECKING:\n    from .. import intake",
            [Arrow("parser.model.body", "parser.intake")],
            [],
        ),
        (
            "parser/intake/__init__.py",
            "import gui.window",
            [Arrow("parser.intake", "gui.window")],
            [],
        ),
        (
            "parser/rules/time.py",
            "from parser.rules import rule",
            [],
            [["parser.rules", "parser.rules.time"]],
        ),
        (
            "parser/model/body.py",
            "from ..model import Body",
            [],
            [["parser.model", "parser.model.body"]],
        ),
        (
            "parser/strange/new.py",
            "from parser.model import Body",
            [Arrow("parser.strange.new", "parser.model")],
            [],
        ),
    ],
)
def test_a_planted_arrow_or_circle_is_seen(
    tmp_path: Path, file: str, line: str, wrong: list[Arrow], circles: list[list[str]]
) -> None:
    for name, source in {**PLANTED, file: line}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(source, encoding="utf-8")
    found = inner(tmp_path)
    assert arrows.wrong(found, ORDER) == wrong
    assert arrows.circles(found) == circles


def test_a_long_way_round_is_a_circle_too(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / "gui").mkdir(exist_ok=True)
        source = f"from gui import m{(number + 1) % 4}"
        (tmp_path / "gui" / f"m{number}.py").write_text(source, encoding="utf-8")
    assert arrows.circles(inner(tmp_path)) == [["gui.m0", "gui.m1", "gui.m2", "gui.m3"]]


def test_what_is_loose_in_the_engine_is_named_here() -> None:
    assert {path.stem for path in (ROOT / "parser").glob("*.py")} == LOOSE


def test_no_two_modules_of_the_engine_go_by_one_name() -> None:
    names = Counter(path.stem for path in paths("parser") if path.stem != "__init__")
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("room", ["parser/claims", "parser/repair"])
def test_a_name_of_a_room_has_one_meaning_in_it(room: str) -> None:
    names = Counter(name for path in paths(room) for name in arrows.defined(ROOT / path))
    assert [name for name, times in names.items() if times > 1 and name != "__all__"] == []


@pytest.mark.parametrize("path", paths("parser"), ids=str)
def test_the_engine_keeps_nothing_that_threads_could_mix_up(path: Path) -> None:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    assert not [node.names for node in ast.walk(tree) if isinstance(node, ast.Global)]


@pytest.mark.parametrize("path", paths("parser"), ids=str)
def test_the_engine_knows_no_window(path: Path) -> None:
    for module, _ in arrows.imports(ROOT / path, ROOT):
        top = module.partition(".")[0]
        assert top not in {"gui", "PySide6", "shiboken6", "qtawesome"}, module


@pytest.mark.parametrize("path", paths("parser", "gui"), ids=str)
def test_the_program_knows_no_test_and_takes_nothing_by_star(path: Path) -> None:
    for module, name in arrows.imports(ROOT / path, ROOT):
        assert module.partition(".")[0] != "tests", module
        assert name != "*", module


@pytest.mark.parametrize("path", [*paths("parser", "gui", "packaging"), Path("main.py")], ids=str)
def test_a_module_is_one_thing_of_readable_length(path: Path) -> None:
    lines = (ROOT / path).read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST, f"{lines} lines"
    assert path.stem not in NAMELESS
    assert not NAMELESS & set(path.parts[:-1])


def test_no_folder_hides_a_package() -> None:
    """`packaging/` would hide what pytest imports, `tests/parser/` the engine itself."""
    made = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("__init__.py")}
    made |= {path.relative_to(ROOT).as_posix() for path in (ROOT / "packaging").rglob("*.py")}
    assert {name for name in made if name.endswith("__init__.py")} == {"tests/support/__init__.py"}


# What else goes by a table's name: kinds of figures that have a ceiling in the settings.
ALSO_KINDS = {
    "parser/settings/profile.py",
    "parser/rules/plausibility.py",
    "gui/dialogs/limits_page.py",
}


def literals(path: Path) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    found = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {value for value in found if isinstance(value, str)}


@pytest.mark.parametrize("path", paths("parser", "gui"), ids=str)
def test_no_code_knows_a_form_by_name(path: Path) -> None:
    """A third form is one new file: whoever asks which form it is has put its data into code."""
    assert not literals(path) & {name for form in forms() for name in (form.id, form.name)}
    notices = {form.notice for form in forms()}
    docstrings = path.as_posix() == "parser/official/form.py"
    assert docstrings or not any(notice in text for text in literals(path) for notice in notices)


@pytest.mark.parametrize("path", paths("parser", "gui"), ids=str)
def test_no_code_asks_which_table_it_is_but_what_it_is_like(path: Path) -> None:
    if path.as_posix() not in {"parser/model/body.py", *ALSO_KINDS}:
        assert not literals(path) & set(TABLES)
