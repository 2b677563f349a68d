"""How a report is scored (考核): what each kind of fault takes off, and how much at most.

Districts publish such scales every year, each its own; the default is one of their kind (see
`resources/profile.example.toml`). Nothing is scored until the auditor switches it on.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, cast

from parser.model import FAMILIES

_KEYS = ("on", "full", "confirmed_only", "deductions")
_FIELDS = ("name", "codes", "points", "cap")
_MOST = Decimal(1000)
# What the reader could not do is no fault of the unit's.
_READER = "F"


class ScoringError(ValueError):
    """A scale cannot be used. `str(error)` is the sentence the auditor sees."""


@dataclass(frozen=True, slots=True)
class Deduction:
    """What faults of one kind cost: `points` each, `cap` at most, None for no cap.

    `codes` are codes of checks, or their beginnings: "A101", "A1", "A".
    """

    name: str
    codes: tuple[str, ...]
    points: Decimal
    cap: Decimal | None = None

    def fit(self, code: str) -> int:
        """Return how closely the kind fits a check: the longest beginning, 0 for not at all."""
        return max((len(start) for start in self.codes if code.startswith(start)), default=0)


def _of(key: str, name: str, codes: str, points: str, cap: str) -> tuple[str, Deduction]:
    return key, Deduction(name, tuple(codes.split()), Decimal(points), Decimal(cap))


# 泉州市鲤城区2020年政务公开指数绩效考评标准 takes five points each off for a late report, for one
# that leaves out elements, and for one like last year's or another unit's; other scales take
# points for every wrong figure. What is graver costs more, and no kind of fault takes everything.
# Mere suspicions (a leap, a number out of proportion) cost nothing.
STANDARD: Mapping[str, Deduction] = dict(
    (
        _of("late", "逾期公布", "Y104", "5", "5"),
        _of("incomplete", "内容不完整", "S101 S104 S106 S201 S202 S205", "5", "20"),
        _of("form", "格式不规范", "S102 S103 S108 S109 S203 S204 S206 N104 Y106", "1", "5"),
        _of("doubled", "正文重复", "S3", "5", "10"),
        _of("blank", "空白、占位", "V101 V102 V108", "2", "6"),
        _of("values", "数值填报错误", "V103 V104", "1", "5"),
        _of("sums", "勾稽不平", "A", "2", "20"),
        _of("prose", "文表不一致", "T", "2", "10"),
        _of("years", "与上年或下级数据不符", "X101 X102 X103 X104 X301", "2", "10"),
        _of("copied", "雷同、照抄", "X2", "5", "10"),
        _of("dates", "时间、名称错误", "Y1 N1", "1", "5"),
        _of("privacy", "泄露个人信息", "P1", "10", "10"),
        _of("wording", "文字差错", "P2", "0.5", "3"),
    )
)


@dataclass(frozen=True, slots=True)
class Scoring:
    """A scale. `full` is the score of a report without a fault; no score is below nought.

    `confirmed_only`: only findings that the auditor confirmed or corrected cost anything;
    otherwise all do that were not dismissed. `deductions` by key, in order.
    """

    on: bool = False
    full: Decimal = Decimal(100)
    confirmed_only: bool = False
    deductions: Mapping[str, Deduction] = field(default_factory=lambda: dict(STANDARD))

    def deduction(self, code: str) -> str | None:
        """Return the key of the kind that a check belongs to: the one that fits most closely."""
        best = max(self.deductions, key=lambda key: self.deductions[key].fit(code), default=None)
        return best if best is not None and self.deductions[best].fit(code) else None


def read_scoring(data: Mapping[str, Any], codes: Collection[str]) -> Scoring:
    """Read the section [score] of a profile. ScoringError for anything that it cannot mean.

    [score.deductions] replaces the standard kinds where it is given.
    """
    for key in data:
        if key not in _KEYS:
            raise ScoringError(f"[score] 里的“{key}”不认识；可用的有：{'、'.join(_KEYS)}。")
    for key in ("on", "confirmed_only"):
        if not isinstance(data.get(key, False), bool):
            raise ScoringError(f"[score] 里的 {key} 应写 true 或 false。")
    full = _amount(data.get("full", 100), "[score] 里的 full")
    if full == 0:
        raise ScoringError("[score] 里的 full（满分）应大于 0。")
    kinds = data.get("deductions")
    if kinds is None:
        deductions: dict[str, Deduction] = dict(STANDARD)
    elif isinstance(kinds, dict):
        rows = cast("dict[str, object]", kinds)
        deductions = {key: _deduction(key, row, codes) for key, row in rows.items()}
    else:
        raise ScoringError("[score] 的 deductions 应是若干节 [score.deductions.名称]。")
    on, only = bool(data.get("on", False)), bool(data.get("confirmed_only", False))
    return Scoring(on, full, only, deductions)


def in_points(points: Decimal) -> str:
    """Write points as people do: 92.5, 100."""
    return f"{points.normalize():f}"


def parse_codes(text: str, codes: Collection[str]) -> tuple[str, ...]:
    """Read codes as people type them: "A, T1 Y104". ScoringError where no check is meant."""
    for mark in "，、,;；":
        text = text.replace(mark, " ")
    found = tuple(dict.fromkeys(text.upper().split()))
    if not found:
        raise ScoringError("没有写检查编号；可以写编号（A101）或它的开头（A、T1）。")
    for start in found:
        _known(start, codes)
    return found


def parse_points(text: str) -> Decimal:
    """Read points as people type them. ScoringError where they are no number from 0 to 1000."""
    return _amount(text.strip(), "分值")


def _deduction(key: str, row: object, codes: Collection[str]) -> Deduction:
    where = f"[score.deductions.{key}]"
    if not isinstance(row, dict):
        raise ScoringError(f"{where} 应是一节，写明 codes 和 points。")
    data = cast("dict[str, object]", row)
    for name in data:
        if name not in _FIELDS:
            raise ScoringError(f"{where} 里的“{name}”不认识；可用的有：{'、'.join(_FIELDS)}。")
    starts = data.get("codes")
    if not isinstance(starts, list) or not starts:
        raise ScoringError(f'{where} 的 codes 应是一列检查编号或编号开头，如 ["A", "T101"]。')
    listed = cast("list[object]", starts)
    for start in listed:
        _known(start, codes)
    title = data.get("name", key)
    if not isinstance(title, str) or not title.strip():
        raise ScoringError(f"{where} 的 name 应是文字。")
    if "points" not in data:
        raise ScoringError(f"{where} 没有写 points（每处扣多少分）。")
    cap = _amount(data["cap"], f"{where} 的 cap") if "cap" in data else None
    points = _amount(data["points"], f"{where} 的 points")
    return Deduction(title, tuple(str(start) for start in listed), points, cap)


def _known(start: object, codes: Collection[str]) -> None:
    if not isinstance(start, str) or not start or not any(c.startswith(start) for c in codes):
        families = "、".join(letter for letter in FAMILIES if letter != _READER)
        raise ScoringError(f"扣分项里的“{start}”不是检查编号，也不是它的开头（{families}）。")
    if start.startswith(_READER):
        raise ScoringError(f"“{start}”说的是程序没有读出，不能扣单位的分。")


def _amount(value: object, what: str) -> Decimal:
    try:
        if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
            raise InvalidOperation
        # A float's shortest spelling is what stood in the file.
        amount = Decimal(str(value))
    except InvalidOperation as error:
        raise ScoringError(f"{what}“{value}”应是数。") from error
    if not amount.is_finite() or not 0 <= amount <= _MOST:
        raise ScoringError(f"{what} {value} 应在 0 到 {_MOST} 之间。")
    return amount
