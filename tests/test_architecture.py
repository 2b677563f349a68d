"""What may import what, how long a module may be, and names that would hide other packages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 400
# From the seeing to the seen: a room may import from itself and from rooms to its right.
ROOMS = ("gui.views", "gui.models", "gui.workspace", "parser")
NAMELESS = {"utils", "util", "common", "helpers", "helper", "manager", "misc", "base"}


def modules(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return sorted(path.relative_to(ROOT) for path in found)


def imports(path: Path) -> Iterator[str]:
    package = list(path.with_suffix("").parts[:-1])
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{name.name}" for name in node.names)


def room(module: str) -> int | None:
    for number, name in enumerate(ROOMS):
        if module == name or module.startswith(name + "."):
            return number
    return None


def named(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", modules("parser"), ids=str)
def test_the_engine_knows_no_window(path: Path) -> None:
    for module in imports(path):
        top = module.partition(".")[0]
        assert top not in {"gui", "PySide6", "shiboken6", "qtawesome", "tests"}, module


@pytest.mark.parametrize("path", modules("gui"), ids=str)
def test_imports_point_from_the_views_to_the_engine(path: Path) -> None:
    own = room(named(path))
    for module in imports(path):
        other = room(module)
        if own is not None and other is not None:
            assert other >= own, f"{path} imports {module}"
        assert not module.startswith("tests"), module


@pytest.mark.parametrize("path", [*modules("parser", "gui", "packaging"), Path("main.py")], ids=str)
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


def test_no_module_is_imported_only_by_star() -> None:
    for path in modules("parser", "gui", "tests"):
        assert not any(module.endswith(".*") for module in imports(path)), path
