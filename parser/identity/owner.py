"""Telling the reporting body's own names from those of other bodies."""

from __future__ import annotations

from parser.identity.body_names import place_kind, take_apart
from parser.identity.key import same_unit, unit_key
from parser.model import Level, Report

_LOWER = (Level.TOWNSHIP, Level.STREET)


def unit_name(report: Report) -> str:
    """Return the reporting body's most trusted name in simplified characters, "" for none."""
    names = report.identity.names
    return names[0].name if names else report.identity.unit


def is_own(name: str, report: Report) -> bool:
    """Say whether a name can be the reporting body's: in full, in short, or as its own office.

    镇政府 and 白石镇党政办公室 are 白石镇's; so is 县教育局 for 南屏县教育局. A government may be
    spoken for by any organ of its own place.
    """
    unit = unit_name(report).replace("人民政府", "政府")
    name = name.replace("人民政府", "政府")
    if not unit or same_unit(name, unit) or name in unit or unit in name:
        return True
    own, other = take_apart(unit), take_apart(name)
    if unit_key(unit) and unit_key(unit) in name:
        return True
    stem = own.nearest.removesuffix(place_kind(own.nearest))
    if report.identity.level in _LOWER and len(stem) > 1 and stem in name:
        # Its own place under another kind is not another body's: 大垄集镇 for 大垄乡 (N102).
        return True
    if own.nearest and own.nearest in other.places:
        return report.identity.level is not Level.DEPARTMENT or not other.organ
    if not other.places:
        return _is_short(name, unit, report)
    # 柳泉市 for 第十一师柳泉市, 柳泉镇 for 二十团柳泉镇.
    return other.nearest in own.places and not other.organ and report.identity.level in _LOWER


def _is_short(name: str, unit: str, report: Report) -> bool:
    """镇政府, 党政办公室, 县教育局, 教育局: names that say no place in full."""
    if report.identity.level is Level.DEPARTMENT:
        organ = take_apart(unit).organ
        another = name.endswith(("局", "委", "委员会", "厅", "政府", "镇", "乡", "街道"))
        return name.endswith(organ) or organ.endswith(name) or not another
    kind = place_kind(take_apart(unit).nearest)
    # 县教育局 in a town's report is above it; what says no rank is the town's own office.
    return bool(kind) and (name.startswith(kind) or name[0] not in "省州市县区旗")
