"""What the cells of the list of reports show, say and tell by the roles of Qt and our own."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from gui.models.report_columns import (
    COLUMNS,
    ERRORS,
    LEVEL,
    LEVEL_TEXT,
    STAGE_TEXT,
    STATE,
    UNIT,
    WARNINGS,
)
from gui.models.report_lines import Group
from gui.models.report_row import Row
from gui.words import QT_TRANSLATE_NOOP

PATH_ROLE = Qt.ItemDataRole.UserRole + 1
STAGE_ROLE = Qt.ItemDataRole.UserRole + 2
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 3
COUNT_ROLE = Qt.ItemDataRole.UserRole + 4
GROUP_ROLE = Qt.ItemDataRole.UserRole + 5
_NAMED = 20  # files that the tip of a group names


def said(text: str) -> str:
    """Return a text of the list in the window's language."""
    return QCoreApplication.translate("ReportModel", text) if text else ""


def of_group(group: Group, column: int, role: int) -> object:
    """Return what the heading of a group has for a role."""
    if role == GROUP_ROLE:
        return group
    if role == Qt.ItemDataRole.DisplayRole and column == UNIT:
        return said(QT_TRANSLATE_NOOP("ReportModel", "{0}（{1} 份）")).format(
            group.title, len(group.rows)
        )
    if role == Qt.ItemDataRole.ToolTipRole and group.is_of_problems:
        told = [f"{row.name}：{row.detail}" for row in group.rows[:_NAMED]]
        more = [said(QT_TRANSLATE_NOOP("ReportModel", "…共 {0} 份")).format(len(group.rows))]
        return "\n".join(told + (more if len(group.rows) > _NAMED else []))
    if role == Qt.ItemDataRole.AccessibleTextRole:
        state = (
            said(QT_TRANSLATE_NOOP("ReportModel", "已折叠"))
            if group.folded
            else said(QT_TRANSLATE_NOOP("ReportModel", "已展开"))
        )
        return said(QT_TRANSLATE_NOOP("ReportModel", "{0}，{1} 份，{2}")).format(
            group.title, len(group.rows), state
        )
    return None


def of_row(row: Row, column: int, role: int) -> object:
    """Return what a cell of a report has for a role."""
    if role == Qt.ItemDataRole.DisplayRole:
        return _text(row, column)
    if role == PATH_ROLE:
        return row.path
    if role == STAGE_ROLE:
        return row.stage
    if role == DETAIL_ROLE:
        return row.detail
    if role == COUNT_ROLE:
        return {ERRORS: row.errors, WARNINGS: row.warnings}.get(column, 0)
    if role == Qt.ItemDataRole.ToolTipRole:
        unit = row.unit or said(QT_TRANSLATE_NOOP("ReportModel", "未认出单位"))
        return f"{unit}\n{row.path}\n{row.detail}\n{row.remark}".strip()
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return _spoken(row, column)
    if role == Qt.ItemDataRole.TextAlignmentRole and not COLUMNS[column].wide:
        return Qt.AlignmentFlag.AlignCenter
    return None


def _text(row: Row, column: int) -> str:
    if column == LEVEL:
        return said(LEVEL_TEXT[row.level]) if row.recognised else ""
    return COLUMNS[column].text(row)


def _spoken(row: Row, column: int) -> str:
    if column == STATE:
        return said(STAGE_TEXT[row.stage])
    if column == ERRORS:
        return said(QT_TRANSLATE_NOOP("ReportModel", "{0} 个错误")).format(row.errors)
    if column == WARNINGS:
        return said(QT_TRANSLATE_NOOP("ReportModel", "{0} 个疑点")).format(row.warnings)
    return f"{_text(row, column)} {row.detail if column == UNIT else ''}".strip()
