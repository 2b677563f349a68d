"""What is remembered of the second round beside the review, so that a restart finds it again.

`<folder>/.审核/second_round.json`: where the corrected reports lie, which of them the auditor
matched by hand, and how each unit stood when they were last compared. Written whole or not at all.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from parser.model import Severity
from parser.review.followed import Outcome
from parser.review.second_round import Return, SecondRound, Standing

FILE = "second_round.json"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Remark:
    """How a report's unit stands: the state, in a few words, and what became of its findings.

    `outcomes` by finding id; `remarks` say of some of them what is left; `added` are the findings
    that the corrected report brought: code, severity, sentence.
    """

    standing: Standing
    summary: str
    outcomes: Mapping[str, Outcome] = field(default_factory=dict[str, Outcome])
    remarks: Mapping[str, str] = field(default_factory=dict[str, str])
    added: tuple[tuple[str, Severity, str], ...] = ()

    def said(self, finding: str) -> str:
        """Return what became of the finding with that id in words, "" where it was not asked."""
        outcome = self.outcomes.get(finding)
        left = self.remarks.get(finding, "")
        return (f"{outcome.label}：{left}" if left else outcome.label) if outcome else ""


@dataclass(frozen=True)
class Rounds:
    """The second round as remembered: where its files are, choices by hand, states by old path."""

    paths: tuple[Path, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict[str, str])
    remarks: Mapping[str, Remark] = field(default_factory=dict[str, Remark])

    @property
    def begun(self) -> bool:
        """Say whether there is a second round."""
        return bool(self.paths)


def remarks_of(found: SecondRound) -> dict[str, Remark]:
    """Return what the list, the workbook and the file keep of a second round."""
    return {path: _remark(one) for path, one in found.returns.items()}


def recall(database: Path | None) -> Rounds:
    """Return what lies beside a review's log; nothing where it cannot be read."""
    if database is None:
        return Rounds()
    try:
        data = json.loads((database.parent / FILE).read_text(encoding="utf-8"))
        return _read(data, database.parent.parent)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Rounds()


def remember(rounds: Rounds, database: Path | None) -> None:
    """Write it beside a review's log. OSError where that cannot be."""
    if database is None:
        return
    root = database.parent.parent
    data = {
        "version": VERSION,
        "paths": [_relative(path, root) for path in rounds.paths],
        "choices": dict(rounds.choices),
        "reports": {path: _row(remark) for path, remark in rounds.remarks.items()},
    }
    target = database.parent / FILE
    part = target.with_name(target.name + ".part")
    part.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    os.replace(part, target)


def forget(database: Path | None) -> None:
    """End the second round: nothing of it is remembered. OSError where that cannot be."""
    if database is not None:
        (database.parent / FILE).unlink(missing_ok=True)


def _remark(one: Return) -> Remark:
    return Remark(
        one.standing,
        one.summary,
        {followed.id: followed.outcome for followed in one.followed},
        {followed.id: followed.remark for followed in one.followed if followed.remark},
        tuple((a.finding.code, a.finding.severity, a.finding.message) for a in one.added),
    )


def _row(remark: Remark) -> dict[str, Any]:
    return {
        "standing": remark.standing,
        "summary": remark.summary,
        "outcomes": dict(remark.outcomes),
        "remarks": dict(remark.remarks),
        "added": [list(one) for one in remark.added],
    }


def _read(data: Mapping[str, Any], root: Path) -> Rounds:
    if data["version"] != VERSION:
        return Rounds()
    paths = cast("Sequence[str]", data["paths"])
    reports = cast("Mapping[str, Mapping[str, Any]]", data["reports"])
    return Rounds(
        tuple((root / path).resolve() for path in paths),
        {str(new): str(old) for new, old in data["choices"].items()},
        {
            path: Remark(
                Standing(row["standing"]),
                str(row["summary"]),
                {str(name): Outcome(end) for name, end in row["outcomes"].items()},
                {str(name): str(said) for name, said in row["remarks"].items()},
                tuple((str(c), Severity(s), str(said)) for c, s, said in row["added"]),
            )
            for path, row in reports.items()
        },
    )


def _relative(path: Path, root: Path) -> str:
    # So that the two folders may be moved together, or seen under another drive letter.
    try:
        return os.path.relpath(path, root)
    except ValueError:
        return str(path)
