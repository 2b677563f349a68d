"""Which file imports which, below a folder: told from the source alone, nothing is run."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Arrow:
    """One file's import of another, each by its module's name; a package is its `__init__`."""

    importer: str
    imported: str

    def __str__(self) -> str:
        return f"{self.importer} imports {self.imported}"


def modules(root: Path, *folders: str) -> dict[str, Path]:
    """Return the path of every module below the folders, by its dotted name."""
    found = sorted(path for folder in folders for path in (root / folder).rglob("*.py"))
    return {named(path.relative_to(root)): path for path in found}


def named(path: Path) -> str:
    """Return the dotted name of a file given relative to the root."""
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def defined(path: Path) -> Iterator[str]:
    """Yield the names that the file gives on its top level: functions, classes, constants."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def imports(path: Path, root: Path) -> Iterator[tuple[str, str]]:
    """Yield what the file imports, functions and type checking included: (module, name or "")."""
    package = list(path.relative_to(root).parts[:-1])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((name.name, "") for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((module, name.name) for name in node.names)


def arrows(root: Path, *folders: str) -> set[Arrow]:
    """Return every import of one file below the folders by another.

    `from package import name` leads to the module `package.name` where there is one, else to
    the package's own `__init__`.
    """
    files = modules(root, *folders)
    found: set[Arrow] = set()
    for importer, path in files.items():
        for module, name in imports(path, root):
            inner = f"{module}.{name}"
            imported = inner if inner in files else module
            if imported in files and imported != importer:
                found.add(Arrow(importer, imported))
    return found


def room(module: str, order: Sequence[str]) -> str | None:
    """Return the innermost room of `order` that the module stands in, None where in none."""
    inside = [name for name in order if module == name or module.startswith(name + ".")]
    return max(inside, key=len, default=None)


def wrong(found: set[Arrow], order: Sequence[str]) -> list[Arrow]:
    """Return the arrows that lead to a later room, or from or to a place that is no room."""

    def points_up(arrow: Arrow) -> bool:
        importer, imported = room(arrow.importer, order), room(arrow.imported, order)
        if importer is None or imported is None:
            return True
        return order.index(imported) > order.index(importer)

    return sorted(filter(points_up, found))


def circles(found: set[Arrow]) -> list[list[str]]:
    """Return the files that import each other, however far around: one list for each circle."""
    ahead: dict[str, set[str]] = {}
    for arrow in found:
        ahead.setdefault(arrow.importer, set()).add(arrow.imported)
    reached = {module: _reached(module, ahead) for module in ahead}
    rings = {
        tuple(sorted(other for other in reached[module] if module in reached.get(other, set())))
        for module in ahead
        if module in reached[module]
    }
    return [list(ring) for ring in sorted(rings)]


def _reached(start: str, ahead: Mapping[str, set[str]]) -> set[str]:
    """Return all that the module imports, and what that imports in turn."""
    reached: set[str] = set()
    pending = [start]
    while pending:
        new = ahead.get(pending.pop(), set()) - reached
        reached |= new
        pending.extend(new)
    return reached
