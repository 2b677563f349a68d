"""What of an English sentence is still Chinese, and where sentences are written in the source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_QUOTED = re.compile(r"“[^”]*”")
_CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]")
# Files whose sentences travel as plain text.
_KEPT = ("parser/intake", "parser/workers.py", "parser/reading", "parser/review")


def chinese_left(sentence: str) -> str:
    """Return the Chinese of a sentence that does not stand between quotation marks."""
    return "".join(_CHINESE.findall(_QUOTED.sub("", sentence)))


def trees(*places: str) -> Iterator[ast.Module]:
    """Yield the parsed modules of these files and folders."""
    for place in places:
        path = ROOT / place
        for module in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            yield ast.parse(module.read_text(encoding="utf-8"))


def said() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every template that the engine says, with the names of its values."""
    for call in calls(trees("parser"), {"say", "joined"}):
        first = call.args[0] if call.args else None
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value, tuple(k.arg for k in call.keywords if k.arg)


def kept() -> Iterator[str]:
    """Yield every whole sentence that readers, workers and the review say, 7 for each value."""
    for module in trees(*_KEPT):
        within = {id(part) for node in ast.walk(module) for part in _parts(node)}
        for node in ast.walk(module):
            sentence = "" if id(node) in within else _filled(node)
            if sentence.endswith("。") and _CHINESE.search(sentence[:-1]):
                yield sentence


def calls(modules: Iterable[ast.Module], names: set[str]) -> Iterator[ast.Call]:
    """Yield the calls of functions or methods with one of these names."""
    for module in modules:
        for node in ast.walk(module):
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func
                name = called.id if isinstance(called, ast.Name) else called
                if name in names:
                    yield node


def _parts(node: ast.AST) -> list[ast.expr]:
    return node.values if isinstance(node, ast.JoinedStr) else []


def _filled(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.sub(r"\{\w*\}", "7", node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values
        )
    return ""
