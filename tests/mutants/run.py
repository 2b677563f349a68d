"""Small mutations of a module, each run against the tests that run its line: `make mutants`.

Works on copies below `build/mutants/`, never on the tree itself. First come the tests
that import the module; what survives them meets those of the folder that mirrors its own, and of
`TESTS` (files or folders) where that is set. Prints each mutation that no test noticed, and fails
if there is one.
"""

from __future__ import annotations

import ast
import difflib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from queue import SimpleQueue
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "mutants"
JOBS = os.cpu_count() or 1
# A mutant may make a loop endless: so many times what all the tests take, and some seconds.
PATIENCE, GRACE = 3.0, 20.0
PYTEST = [
    *(sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"),
    *("--tb=no", "--no-header", "-o", "faulthandler_timeout=0"),
]
_COMPARED = (
    *("Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is"),
    *("Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt"),
)
_RECKONED = (
    *("Add_Sub", "Sub_Add", "Mul_Div", "Div_Mul", "FloorDiv_Mul", "Mod_FloorDiv"),
    *("BitOr_BitAnd", "BitAnd_BitOr", "LShift_RShift", "RShift_LShift"),
)
# Of what the library offers: a bound or a sense that is off by little, never what must crash.
OPERATORS = (
    *("AddNot", "ExceptionReplacer", "NumberReplacer", "ZeroIterationForLoop"),
    *("ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue"),
    *("ReplaceBreakWithContinue", "ReplaceContinueWithBreak"),
    *(f"ReplaceUnaryOperator_Delete_{sign}" for sign in ("Not", "USub")),
    *(f"ReplaceComparisonOperator_{change}" for change in _COMPARED),
    *(f"ReplaceBinaryOperator_{change}" for change in _RECKONED),
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module's source with one small change, and the lines (from 1) that were changed."""

    source: str
    lines: tuple[int, ...]
    change: str


def mutants(source: str, name: str) -> Iterator[Mutant]:
    """Yield every mutation of the source; what changes only annotations is none."""
    seen = {_meaning(source)}
    for mutated in [*_by_library(source), *_by_leaving_out(source)]:
        meaning = _meaning(mutated)
        if meaning and meaning not in seen:
            seen.add(meaning)
            yield _mutant(source, mutated, name)


def _by_library(source: str) -> Iterator[str]:
    plugins: Any = import_module("cosmic_ray.plugins")
    mutating: Any = import_module("cosmic_ray.mutating")
    for operator in OPERATORS:
        chosen = plugins.get_operator(f"core/{operator}")()
        occurrence = 0
        while (mutated := mutating.mutate_code(source, chosen, occurrence)) is not None:
            occurrence += 1
            yield mutated


def _by_leaving_out(source: str) -> Iterator[str]:
    """Leave out one statement that is run for what it does: a call, or something remembered."""
    lines = source.encode().splitlines(keepends=True)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign):
            does = all(isinstance(t, ast.Attribute | ast.Subscript) for t in node.targets)
        elif isinstance(node, ast.Expr):
            does = isinstance(node.value, ast.Call)
        else:
            does = isinstance(node, ast.AugAssign)
        if does and isinstance(node, ast.stmt) and node.end_lineno and node.end_col_offset:
            before = b"".join(lines[: node.lineno - 1]) + lines[node.lineno - 1][: node.col_offset]
            after = lines[node.end_lineno - 1][node.end_col_offset :]
            rest = b"".join(lines[node.end_lineno :])
            yield (before + b"pass" + after + rest).decode()


def _meaning(source: str) -> str:
    """Return what the source says without its annotations; "" where it is no Python."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return ""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
        elif isinstance(node, ast.AnnAssign):
            node.annotation = ast.Constant(None)
    return ast.dump(tree)


def _mutant(source: str, mutated: str, name: str) -> Mutant:
    old, new = source.splitlines(), mutated.splitlines()
    blocks = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = {n for tag, i, j, _, _ in blocks if tag != "equal" for n in range(i + 1, j + 1)}
    heads = [head for head in _heads(source) if changed & set(head)]
    # The shortest: a class is not run line by line, a statement over several lines is.
    lines = changed.union(min(heads, key=len, default=()))
    change = "\n".join(difflib.unified_diff(old, new, name, name, n=1, lineterm=""))
    return Mutant(mutated, tuple(sorted(lines)), change)


def _heads(source: str) -> Iterator[range]:
    """Yield the lines of each statement, without the statements that stand in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.stmt):
            body: list[ast.stmt] = getattr(node, "body", [])
            end = body[0].lineno - 1 if body else node.end_lineno or node.lineno
            yield range(node.lineno, max(end, node.lineno) + 1)


@dataclass(frozen=True, slots=True)
class Concerned:
    """Which tests run the module: by line, and of all of it; and what they take in seconds."""

    by_line: dict[int, list[str]]
    all: list[str]
    seconds: float

    def of(self, mutant: Mutant) -> list[str]:
        """Return the tests to try; a line that is run on import concerns all of them."""
        found = {test for line in mutant.lines for test in self.by_line.get(line, [])}
        return [test for test in self.all if "" in found or test in found]


def stages(module: Path, tree: Path) -> list[list[str]]:
    """Return the tests that name the module, and then all that stand in the folder like its own."""
    folder = module.parent
    mirrors = [Path("tests") / folder, Path("tests", *folder.parts[1:])]
    mirror = next(path for path in [*mirrors, Path("tests")] if (tree / path).is_dir())
    name = ".".join(module.with_suffix("").parts)
    naming = [
        path.relative_to(tree).as_posix()
        for path in sorted((tree / "tests").rglob("test_*.py"))
        if name in path.read_text(encoding="utf-8")
        and not {"bench", "fuzz"} & set(path.relative_to(tree).parts)
    ]
    wider = [mirror.as_posix(), *os.environ.get("TESTS", "").split()]
    return [naming, wider] if naming else [wider]


def concerned(module: Path, wanted: list[str], tree: Path) -> Concerned:
    """Run these tests without a mutation, and note which lines of the module each one runs."""
    data = tree / "coverage.json"
    measured = [sys.executable, "-m", "coverage", "run", f"--include={module}", *PYTEST[1:]]
    start = perf_counter()
    done = _run([*measured, "-p", "tests.mutants.contexts", *wanted], tree, None)
    seconds = perf_counter() - start
    if done:
        sys.exit(f"{module}: the tests fail without any mutation: {' '.join(wanted)}")
    report = [sys.executable, "-m", "coverage", "json", "--show-contexts", "-q", "-o", str(data)]
    subprocess.run(report, cwd=tree, check=True)
    (found,) = json.loads(data.read_text(encoding="utf-8"))["files"].values()
    by_line = {int(line): tests for line, tests in found["contexts"].items()}
    tests = {test for tests in by_line.values() for test in tests if test}
    return Concerned(by_line, sorted(tests), seconds)


def survives(mutant: Mutant, module: Path, tests: Concerned, tree: Path) -> bool:
    """Say whether no test fails on the mutant; one that never ends counts as noticed."""
    chosen = tests.of(mutant)
    if not chosen:
        return True
    (tree / module).write_text(mutant.source, encoding="utf-8")
    return _run([*PYTEST, *chosen], tree, GRACE + PATIENCE * tests.seconds) == 0


def _run(command: list[str], tree: Path, timeout: float | None) -> int | None:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    try:
        done = subprocess.run(
            command, cwd=tree, env=environment, timeout=timeout, capture_output=True, check=False
        )
    except subprocess.TimeoutExpired:
        return None
    return done.returncode


def trees() -> list[Path]:
    """Return a copy of the files under version control for each job."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    files = [name for name in os.fsdecode(listed.stdout).split("\0") if (ROOT / name).is_file()]
    shutil.rmtree(BUILD, ignore_errors=True)
    copies = [BUILD / str(job) for job in range(JOBS)]
    for tree in copies:
        for name in files:
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, tree / name)
    return copies


def hunt(module: Path, copies: list[Path]) -> list[Mutant]:
    """Try all mutants of the module; return those that no test noticed."""
    source = (ROOT / module).read_text(encoding="utf-8")
    bred = left = list(mutants(source, module.as_posix()))
    unseen: set[str] = set()
    for wanted in stages(module, copies[0]):
        tests = concerned(module, wanted, copies[0])
        print(f"{module}: {len(left)} mutants, {len(tests.all)} tests", file=sys.stderr, flush=True)
        left = _tried(left, module, source, tests, copies)
        unseen = {mutant.change for mutant in left if not tests.of(mutant)}
        if not left:
            break
    for mutant in left:
        print(mutant.change)
        print("  (no test runs this line)\n" if mutant.change in unseen else "")
    print(f"{module}: {len(left)} of {len(bred)} mutants survive", flush=True)
    return left


def _tried(
    bred: list[Mutant], module: Path, source: str, tests: Concerned, copies: list[Path]
) -> list[Mutant]:
    free: SimpleQueue[Path] = SimpleQueue()
    for tree in copies:
        free.put(tree)

    def lives(mutant: Mutant) -> bool:
        tree = free.get()
        try:
            return survives(mutant, module, tests, tree)
        finally:
            (tree / module).write_text(source, encoding="utf-8")
            free.put(tree)

    with ThreadPoolExecutor(len(copies)) as pool:
        return [mutant for mutant, alive in zip(bred, pool.map(lives, bred), strict=True) if alive]


def main(names: list[str]) -> int:
    """Hunt through each of the modules named, relative to the root."""
    if not names:
        sys.exit('usage: make mutants FILES="parser/review/joins.py …" [TESTS="tests/gui …"]')
    copies = trees()
    left = [mutant for name in names for mutant in hunt(Path(name), copies)]
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
