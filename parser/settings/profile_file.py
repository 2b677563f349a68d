"""A profile as a TOML file; `resources/profile.example.toml` explains it.

Only what differs from the default is written.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, cast

from parser.model import Level, Severity
from parser.settings.profile import (
    CEILINGS,
    KINDS,
    STATUTORY,
    Day,
    Profile,
    ProfileError,
    Thresholds,
)
from parser.settings.roster import RosterError, load_roster
from parser.settings.scoring import STANDARD, Scoring, ScoringError, in_points, read_scoring


def load_profile(path: Path | str, codes: Collection[str]) -> Profile:
    """Read a profile; `codes` are those of the checks that there are.

    ProfileError, with a sentence, for anything that it cannot mean.
    """
    path = Path(path)
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ProfileError(f"核查方案“{path.name}”打不开：{error.strerror or error}。") from error
    except UnicodeDecodeError as error:
        raise ProfileError(f"核查方案“{path.name}”不是 UTF-8 编码的文本。") from error
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(f"核查方案“{path.name}”不是正确的 TOML：{error}。") from error
    return _read(data, path, codes)


def save_profile(profile: Profile, path: Path | str) -> None:
    """Write a profile as TOML: what differs from the default, and the name."""
    Path(path).write_text(_write(profile), encoding="utf-8")


def _read(data: Mapping[str, Any], path: Path, codes: Collection[str]) -> Profile:
    known = ("name", "roster", "checks", "deadlines", "thresholds", "ceilings", "words", "score")
    for key in data:
        if key not in known:
            raise ProfileError(f"核查方案里有不认识的项目“{key}”；可用的有：{'、'.join(known)}。")
    off, severities = _checks(_section(data, "checks"), codes)
    doubled, misspelled = _words(_section(data, "words"))
    roster = _string(data, "roster", "")
    if roster:
        roster = str((path.parent / roster).resolve())
        try:
            load_roster(roster)
        except RosterError as error:
            raise ProfileError(str(error)) from error
    try:
        scoring = read_scoring(_section(data, "score"), codes)
    except ScoringError as error:
        raise ProfileError(str(error)) from error
    return Profile(
        name=_string(data, "name", path.stem),
        off=off,
        severities=severities,
        deadlines=_deadlines(_section(data, "deadlines")),
        ceilings=_ceilings(_section(data, "ceilings")),
        thresholds=_thresholds(_section(data, "thresholds")),
        doubled=doubled,
        misspelled=misspelled,
        roster=roster,
        scoring=scoring,
    )


def _section(data: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = data.get(key, {})
    if not isinstance(value, dict):
        raise ProfileError(f"核查方案的“{key}”应是一节 [{key}]。")
    return value  # pyright: ignore[reportUnknownVariableType]


def _string(data: Mapping[str, Any], key: str, default: str) -> str:
    value = data.get(key, default)
    if not isinstance(value, str):
        raise ProfileError(f"核查方案的“{key}”应是文字。")
    return value


def _checks(
    data: Mapping[str, Any], codes: Collection[str]
) -> tuple[frozenset[str], dict[str, Severity]]:
    off: set[str] = set()
    severities: dict[str, Severity] = {}
    for code, value in data.items():
        if code not in codes:
            raise ProfileError(f"核查方案里的检查代码“{code}”不存在。")
        if value == "off" or value is False:
            off.add(code)
        elif value in tuple(Severity):
            severities[code] = Severity(value)
        elif value is not True and value != "on":
            raise ProfileError(
                f"检查 {code} 的设置“{value}”不认识；可用 on、off、error、warning、info。"
            )
    return frozenset(off), severities


def _level(key: str, section: str) -> Level:
    if key not in tuple(Level) or key == Level.UNKNOWN:
        levels = "、".join(level for level in Level if level is not Level.UNKNOWN)
        raise ProfileError(f"[{section}] 里的层级“{key}”不认识；可用的有：{levels}。")
    return Level(key)


def _deadlines(data: Mapping[str, Any]) -> dict[Level, Day]:
    deadlines = dict(STATUTORY)
    for key, value in data.items():
        level = _level(key, "deadlines")
        if value == "none":
            deadlines.pop(level, None)
            continue
        try:
            # A leap year, so that 29 February is a day that can be set.
            day = date.fromisoformat(f"2024-{value}")
        except ValueError as error:
            raise ProfileError(
                f"[deadlines] 里 {key} 的期限“{value}”应写成“月-日”，如 01-31，不设期限写 none。"
            ) from error
        deadlines[level] = (day.month, day.day)
    return deadlines


def _thresholds(data: Mapping[str, Any]) -> Thresholds:
    values: dict[str, Any] = {}
    kinds = {f.name: f.default for f in fields(Thresholds)}
    for key, value in data.items():
        if key not in kinds:
            raise ProfileError(f"[thresholds] 里的“{key}”不认识；可用的有：{'、'.join(kinds)}。")
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ProfileError(f"[thresholds] 里 {key} 的值“{value}”应是数。")
        low, high = (0, 1) if key.endswith("share") else (1, float("inf"))
        if not low < value <= high:
            raise ProfileError(f"[thresholds] 里 {key} 的值 {value} 应大于 {low} 且不超过 {high}。")
        values[key] = value
    return Thresholds(**values)


def _ceilings(data: Mapping[str, Any]) -> dict[Level, Mapping[str, int]]:
    ceilings: dict[Level, Mapping[str, int]] = dict(CEILINGS)
    for key, numbers in data.items():
        level = _level(key, "ceilings")
        if not isinstance(numbers, dict):
            raise ProfileError(f"[ceilings] 的“{key}”应是一节 [ceilings.{key}]。")
        for kind, number in _items(numbers):  # pyright: ignore[reportUnknownArgumentType]
            if kind not in KINDS:
                raise ProfileError(
                    f"[ceilings.{key}] 里的“{kind}”不认识；可用的有：{'、'.join(KINDS)}。"
                )
            if isinstance(number, bool) or not isinstance(number, int) or number <= 0:
                raise ProfileError(f"[ceilings.{key}] 里 {kind} 的值“{number}”应是正整数。")
            ceilings[level] = {**ceilings[level], kind: number}
    return ceilings


def _items(data: dict[str, Any]) -> list[tuple[str, Any]]:
    return list(data.items())


def _words(data: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    for key in data:
        if key not in ("doubled", "misspelled"):
            raise ProfileError(f"[words] 里的“{key}”不认识；可用的有：doubled、misspelled。")
    doubled = cast("object", data.get("doubled", []))
    if not isinstance(doubled, list) or not all(
        isinstance(word, str) and word for word in cast("list[object]", doubled)
    ):
        raise ProfileError('[words] 里的 doubled 应是一列词，如 ["政府政府"]。')
    misspelled = cast("object", data.get("misspelled", {}))
    pairs = cast("dict[str, object]", misspelled) if isinstance(misspelled, dict) else {"": None}
    for wrong, right in pairs.items():
        if not (isinstance(right, str) and wrong and right and wrong != right):
            raise ProfileError('[words.misspelled] 里每行应是 "错误写法" = "正确写法"。')
    said = cast("dict[str, str]", pairs)
    return tuple(cast("list[str]", doubled)), tuple(said.items())


def _write(profile: Profile) -> str:
    lines = [f"name = {_quoted(profile.name)}"]
    if profile.roster:
        lines.append(f"roster = {_quoted(profile.roster)}")
    checks = {code: "off" for code in profile.off}
    checks |= {c: str(s) for c, s in profile.severities.items() if c not in profile.off}
    lines += _block("checks", {c: _quoted(checks[c]) for c in sorted(checks)})
    days = {
        str(level): _quoted(f"{day[0]:02}-{day[1]:02}")
        for level, day in profile.deadlines.items()
        if STATUTORY.get(level) != day
    }
    days |= {str(level): '"none"' for level in STATUTORY if level not in profile.deadlines}
    lines += _block("deadlines", days)
    chosen = {f.name: getattr(profile.thresholds, f.name) for f in fields(Thresholds)}
    standard = Thresholds()
    lines += _block(
        "thresholds", {k: str(v) for k, v in chosen.items() if v != getattr(standard, k)}
    )
    for level, numbers in profile.ceilings.items():
        own = {k: str(v) for k, v in numbers.items() if CEILINGS[level][k] != v}
        lines += _block(f"ceilings.{level}", own)
    if profile.doubled:
        words = ", ".join(_quoted(word) for word in profile.doubled)
        lines += _block("words", {"doubled": f"[{words}]"})
    lines += _block("words.misspelled", {_quoted(w): _quoted(r) for w, r in profile.misspelled})
    lines += _scoring(profile.scoring)
    return "\n".join(lines) + "\n"


def _scoring(scoring: Scoring) -> list[str]:
    own: dict[str, str] = {}
    if scoring.on:
        own["on"] = "true"
    if scoring.full != Scoring().full:
        own["full"] = in_points(scoring.full)
    if scoring.confirmed_only:
        own["confirmed_only"] = "true"
    if not scoring.deductions:
        own["deductions"] = "{}"
    lines = _block("score", own)
    if list(scoring.deductions.items()) == list(STANDARD.items()):
        return lines
    for key, kind in scoring.deductions.items():
        codes = ", ".join(_quoted(code) for code in kind.codes)
        row = {
            "name": _quoted(kind.name),
            "codes": f"[{codes}]",
            "points": in_points(kind.points),
        }
        if kind.cap is not None:
            row["cap"] = in_points(kind.cap)
        lines += _block(f"score.deductions.{_quoted(key)}", row)
    return lines


def _block(title: str, values: Mapping[str, str]) -> list[str]:
    return ["", f"[{title}]", *(f"{k} = {v}" for k, v in values.items())] if values else []


def _quoted(text: str) -> str:
    escaped = "".join(
        {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}.get(
            c, c if c >= " " else f"\\u{ord(c):04x}"
        )
        for c in text
    )
    return f'"{escaped}"'
