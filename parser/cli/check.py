"""`check`: reads and checks like the window, tells on the terminal, writes JSON and workbook."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from parser import intake, workbook
from parser.cli import report_json
from parser.model import CrossFinding, Report, Severity
from parser.pipeline import assess
from parser.review.desk import Desk
from parser.review.session import Session
from parser.review.tally import Tally
from parser.rules.registry import check_across, codes
from parser.settings.profile import Profile, ProfileError
from parser.settings.profile_file import load_profile
from parser.workers import examine_all

CLEAN, ERRORS, NOTHING = 0, 1, 2
_TOLD = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for on the command line."""

    paths: Sequence[Path]
    json: Path | None = None
    xlsx: Path | None = None
    with_text: bool = False
    jobs: int | None = None
    config: Path | None = None


def check(wishes: Wishes) -> int:
    """Do it; return the exit code."""
    wrong = _wrong(wishes)
    if wrong:
        return _refuse(wrong)
    try:
        profile = load_profile(wishes.config, codes()) if wishes.config else Profile()
    except ProfileError as error:
        return _refuse(str(error))
    sources = list(intake.sources(wishes.paths))
    desk = _desk(sources, profile, wishes.jobs)
    reports, across = desk.reports, desk.across
    try:
        if wishes.json:
            _write_json(wishes.json, reports, across, wishes.with_text)
        if wishes.xlsx:
            files = {source.path: source.file for source in sources}
            workbook.write(desk.snapshot(), wishes.xlsx, files)
    except OSError as error:
        return _refuse(f"写不进 {error.filename2 or error.filename}：{error.strerror}。")
    _tell(reports, across, Tally.sum(map(desk.tally, desk.reviews)))
    for attachment, whole in desk.offers.items():
        print(f"附表 {attachment} 与 {whole} 合起来是一份报告，在窗口里可以并在一起审核。")
    return _exit_code(reports, across)


def _wrong(wishes: Wishes) -> str:
    for path in wishes.paths:
        if not path.exists():
            return f"没有这个文件或文件夹：{path}"
    for target in (wishes.json, wishes.xlsx):
        if target and not target.absolute().parent.is_dir():
            return f"要写到的文件夹不存在：{target.parent}"
        if target and target.is_dir():
            return f"要写的文件是一个文件夹：{target}"
    return ""


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return NOTHING


def _desk(sources: Sequence[intake.Source], profile: Profile, jobs: int | None) -> Desk:
    """Return a desk that keeps no log, with every report on it and what lies between them."""
    desk = Desk(Session.in_memory(), profile, assess, check_across)
    for report in _examined(sources, profile, jobs):
        desk.add(report)
    desk.take(desk.looking_across()())
    return desk


def _examined(sources: Sequence[intake.Source], profile: Profile, jobs: int | None) -> list[Report]:
    """Examine every source; the reports come back in the order of the sources."""
    order = {source.path: at for at, source in enumerate(sources)}
    reports: list[Report] = []
    for report in examine_all(sources, profile, jobs):
        reports.append(report)
        print(f"[{len(reports)}/{len(sources)}] {report.path}", file=sys.stderr, flush=True)
    return sorted(reports, key=lambda report: order[report.path])


def _write_json(
    target: Path, reports: Iterable[Report], across: Iterable[CrossFinding], with_text: bool
) -> None:
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        # Half of a surrogate pair is no text; what stands for it keeps every offset in place.
        with part.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.writelines(report_json.lines(reports, across, with_text))
        os.replace(part, target)
    finally:
        part.unlink(missing_ok=True)


def _tell(reports: Iterable[Report], across: Iterable[CrossFinding], tally: Tally) -> None:
    statuses: Counter[str] = Counter()
    for report in reports:
        statuses[report.status] += 1
        _tell_report(report)
    for finding in across:
        if finding.severity in _TOLD:
            paths = "、".join(finding.paths)
            print(f"{finding.severity.label} {finding.code} {finding.message}（{paths}）")
    print(
        f"共 {statuses.total()} 个文件：年报 {statuses['ok']}，"
        f"不是年报 {statuses['not_a_report']}，读不出 {statuses['unreadable']}；"
        + "，".join(f"{severity.label} {tally.standing[severity]}" for severity in Severity)
    )


def _tell_report(report: Report) -> None:
    told = [finding for finding in report.findings if finding.severity in _TOLD]
    if not told and report.status == "ok":
        return
    identity = report.identity
    year = f"{identity.year}年" if identity.year else ""
    print("　".join(part for part in (report.path, identity.unit, year) if part))
    if report.error and not told:
        print(f"    {report.error}")
    for finding in told:
        print(f"    {finding.severity.label} {finding.code} {finding.message}")


def _exit_code(reports: Sequence[Report], across: Iterable[CrossFinding]) -> int:
    if all(report.status == "unreadable" for report in reports):
        return NOTHING
    severities = {finding.severity for report in reports for finding in report.findings}
    severities |= {finding.severity for finding in across}
    return ERRORS if Severity.ERROR in severities else CLEAN
