"""Every command of the window as data: its name, text, icon, keys and tip.

The name is the action's `objectName`; scripts and screen readers find it by that.
"""

from __future__ import annotations

import qtawesome
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QColor, QIcon, QPalette

from gui.command import Command, give_keys
from gui.words import QT_TRANSLATE_NOOP

CONTEXT = "Actions"


COMMANDS: tuple[Command, ...] = (
    Command(
        "open_folder",
        QT_TRANSLATE_NOOP("Actions", "打开文件夹…"),
        "mdi6.folder-open-outline",
        ("Ctrl+O",),
        QT_TRANSLATE_NOOP("Actions", "读入一个文件夹里的全部年报；原件只读，不会被改动"),
        QT_TRANSLATE_NOOP("Actions", "打开文件夹"),
    ),
    Command(
        "open_files",
        QT_TRANSLATE_NOOP("Actions", "打开文件…"),
        "mdi6.file-plus-outline",
        ("Ctrl+Shift+O",),
        QT_TRANSLATE_NOOP("Actions", "只读入选中的文件"),
    ),
    Command(
        "reload",
        QT_TRANSLATE_NOOP("Actions", "重新读取"),
        "mdi6.refresh",
        ("F5",),
        QT_TRANSLATE_NOOP("Actions", "重新读取全部文件；更正与结论都会保留"),
    ),
    Command(
        "cancel_reading",
        QT_TRANSLATE_NOOP("Actions", "停止读取"),
        "mdi6.stop-circle-outline",
        (),
        QT_TRANSLATE_NOOP("Actions", "停止读取；已经读入的年报照常可用"),
    ),
    Command(
        "export_workbook",
        QT_TRANSLATE_NOOP("Actions", "导出 Excel…"),
        "mdi6.microsoft-excel",
        ("Ctrl+E",),
        QT_TRANSLATE_NOOP("Actions", "把汇总、问题清单与更正记录导出为工作簿"),
        QT_TRANSLATE_NOOP("Actions", "导出 Excel"),
    ),
    Command(
        "export_archive",
        QT_TRANSLATE_NOOP("Actions", "导出审核记录…"),
        "mdi6.archive-outline",
        (),
        QT_TRANSLATE_NOOP("Actions", "把每一步审核记录（更正、结论、备注）存成 JSON，供归档"),
    ),
    Command(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "退出"),
        "mdi6.exit-to-app",
        ("Ctrl+Q",),
        QT_TRANSLATE_NOOP("Actions", "退出；所做的一切都已保存"),
    ),
    Command("undo", QT_TRANSLATE_NOOP("Actions", "撤销"), "mdi6.undo", ("Ctrl+Z",)),
    Command(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "重做"),
        "mdi6.redo",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
    ),
    Command(
        "edit_figure",
        QT_TRANSLATE_NOOP("Actions", "更正这一格"),
        "mdi6.pencil-outline",
        (),
        QT_TRANSLATE_NOOP("Actions", "在问题清单或表格里按 Enter 或 F2，即可更正选中的格"),
    ),
    Command(
        "restore_original",
        QT_TRANSLATE_NOOP("Actions", "恢复原值"),
        "mdi6.restore",
        ("Ctrl+Backspace",),
        QT_TRANSLATE_NOOP("Actions", "撤掉这一格的更正，回到报告里的原值"),
    ),
    Command(
        "next_finding",
        QT_TRANSLATE_NOOP("Actions", "下一处问题"),
        "mdi6.arrow-down-bold-outline",
        ("F8",),
        QT_TRANSLATE_NOOP("Actions", "从当前位置往下走，本份看完自动进入下一份"),
        QT_TRANSLATE_NOOP("Actions", "下一处"),
    ),
    Command(
        "previous_finding",
        QT_TRANSLATE_NOOP("Actions", "上一处问题"),
        "mdi6.arrow-up-bold-outline",
        ("Shift+F8",),
        QT_TRANSLATE_NOOP("Actions", "从当前位置往回走"),
        QT_TRANSLATE_NOOP("Actions", "上一处"),
    ),
    Command(
        "next_report",
        QT_TRANSLATE_NOOP("Actions", "下一份年报"),
        "mdi6.file-arrow-left-right-outline",
        ("Ctrl+PgDown", "Alt+Down"),
    ),
    Command(
        "previous_report",
        QT_TRANSLATE_NOOP("Actions", "上一份年报"),
        "mdi6.file-arrow-left-right-outline",
        ("Ctrl+PgUp", "Alt+Up"),
    ),
    Command(
        "confirm_finding",
        QT_TRANSLATE_NOOP("Actions", "属实"),
        "mdi6.check-bold",
        ("Ctrl+1",),
        QT_TRANSLATE_NOOP("Actions", "确认这个问题属实（备注栏里的话一并记下）"),
        listed="1",
    ),
    Command(
        "dismiss_finding",
        QT_TRANSLATE_NOOP("Actions", "误报"),
        "mdi6.close-thick",
        ("Ctrl+2",),
        QT_TRANSLATE_NOOP("Actions", "这不是问题，排除（备注栏里的话一并记下）"),
        listed="2",
    ),
    Command(
        "corrected_finding",
        QT_TRANSLATE_NOOP("Actions", "已更正"),
        "mdi6.pencil",
        ("Ctrl+3",),
        QT_TRANSLATE_NOOP("Actions", "问题属实，并且已经更正；单位的文件里仍然是错的"),
    ),
    Command(
        "later_finding",
        QT_TRANSLATE_NOOP("Actions", "待查"),
        "mdi6.clock-outline",
        ("Ctrl+4",),
        QT_TRANSLATE_NOOP("Actions", "还要向单位核实，先放一放（备注栏里的话一并记下）"),
    ),
    Command(
        "clear_verdict",
        QT_TRANSLATE_NOOP("Actions", "撤回结论"),
        "mdi6.help-circle-outline",
        ("Ctrl+0",),
        QT_TRANSLATE_NOOP("Actions", "回到待定状态；备注留着"),
        listed="0",
    ),
    Command(
        "note_finding",
        QT_TRANSLATE_NOOP("Actions", "备注"),
        "mdi6.note-edit-outline",
        ("Ctrl+N",),
        QT_TRANSLATE_NOOP("Actions", "给这条问题写备注，不必先下结论；离开时自动记下"),
        listed="N",
    ),
    Command(
        "find_everywhere",
        QT_TRANSLATE_NOOP("Actions", "所有年报里的这类问题"),
        "mdi6.file-search-outline",
        ("Ctrl+Shift+F",),
        QT_TRANSLATE_NOOP("Actions", "在“全部问题”里列出各份年报中这项检查的问题，一起下结论"),
    ),
    Command(
        "all_findings",
        QT_TRANSLATE_NOOP("Actions", "全部问题"),
        "mdi6.format-list-group",
        ("Ctrl+Shift+M",),
        QT_TRANSLATE_NOOP("Actions", "列出这个文件夹里所有年报的全部问题"),
    ),
    Command(
        "show_overview",
        QT_TRANSLATE_NOOP("Actions", "总览"),
        "mdi6.view-dashboard-outline",
        ("F9",),
        QT_TRANSLATE_NOOP(
            "Actions", "整个文件夹的总览：各单位各类问题、进度、缺报单位；再按一次回到年报"
        ),
        checkable=True,
    ),
    Command(
        "export_overview",
        QT_TRANSLATE_NOOP("Actions", "导出总览图…"),
        "mdi6.image-outline",
        (),
        QT_TRANSLATE_NOOP("Actions", "把总览存成一张完整的 PNG 图片"),
    ),
    Command(
        "auto_advance",
        QT_TRANSLATE_NOOP("Actions", "自动到下一处"),
        "mdi6.debug-step-over",
        (),
        QT_TRANSLATE_NOOP("Actions", "下了结论，自动到下一处还没有结论的问题；本份完了进入下一份"),
        checkable=True,
        checked=True,
    ),
    Command(
        "apply_repair",
        QT_TRANSLATE_NOOP("Actions", "采纳建议"),
        "mdi6.auto-fix",
        ("Ctrl+Return", "Ctrl+Enter"),
        QT_TRANSLATE_NOOP("Actions", "把正在预览的建议写成更正，可以一步撤销"),
    ),
    Command(
        "next_suggestion",
        QT_TRANSLATE_NOOP("Actions", "下一条建议"),
        "mdi6.chevron-right",
        ("Alt+Right",),
    ),
    Command(
        "previous_suggestion",
        QT_TRANSLATE_NOOP("Actions", "上一条建议"),
        "mdi6.chevron-left",
        ("Alt+Left",),
    ),
    Command(
        "mark_reviewed",
        QT_TRANSLATE_NOOP("Actions", "标记为已审"),
        "mdi6.clipboard-check-outline",
        ("Ctrl+M",),
        QT_TRANSLATE_NOOP("Actions", "这一份已经审完"),
        QT_TRANSLATE_NOOP("Actions", "已审"),
        checkable=True,
    ),
    Command(
        "mark_reviewed_next",
        QT_TRANSLATE_NOOP("Actions", "已审，下一份"),
        "mdi6.clipboard-arrow-right-outline",
        ("Ctrl+R",),
        QT_TRANSLATE_NOOP("Actions", "这一份已经审完，去下一份没审完的；还有没结论的问题会先提醒"),
    ),
    Command(
        "go_to_unit",
        QT_TRANSLATE_NOOP("Actions", "转到单位…"),
        "mdi6.magnify",
        ("Ctrl+P",),
        QT_TRANSLATE_NOOP("Actions", "输入单位、拼音首字母、文件名或年度，转到那一份年报"),
    ),
    Command(
        "accept_again",
        QT_TRANSLATE_NOOP("Actions", "改动后照旧有效"),
        "mdi6.check-all",
        ("Ctrl+Shift+Y",),
        QT_TRANSLATE_NOOP("Actions", "文件改了，原来的结论或更正对现在的内容仍然有效"),
        QT_TRANSLATE_NOOP("Actions", "照旧有效"),
    ),
    Command(
        "drop_again",
        QT_TRANSLATE_NOOP("Actions", "改动后不再沿用"),
        "mdi6.close-box-outline",
        ("Ctrl+Shift+D",),
        QT_TRANSLATE_NOOP("Actions", "文件改了，原来的结论或更正不再沿用；可以撤销"),
        QT_TRANSLATE_NOOP("Actions", "不再沿用"),
    ),
    Command(
        "join_attachment",
        QT_TRANSLATE_NOOP("Actions", "并入附表"),
        "mdi6.table-merge-cells",
        (),
        QT_TRANSLATE_NOOP("Actions", "把附表里的三张表并入这份报告，合为一份审核；随时可以拆开"),
    ),
    Command(
        "split_attachment",
        QT_TRANSLATE_NOOP("Actions", "拆出附表"),
        "mdi6.table-split-cell",
        (),
        QT_TRANSLATE_NOOP("Actions", "把并入的附表拆出来，各自审核"),
    ),
    Command(
        "second_round",
        QT_TRANSLATE_NOOP("Actions", "整改复核…"),
        "mdi6.file-compare",
        (),
        QT_TRANSLATE_NOOP("Actions", "把单位整改后报来的年报与审过的对照：改了没有、还改了什么"),
    ),
    Command(
        "edit_roster",
        QT_TRANSLATE_NOOP("Actions", "单位名录…"),
        "mdi6.account-group-outline",
        (),
        QT_TRANSLATE_NOOP("Actions", "编辑单位名录和隶属关系，看谁没有交、谁交了两份"),
    ),
    Command(
        "focus_filter",
        QT_TRANSLATE_NOOP("Actions", "筛选年报"),
        "mdi6.filter-outline",
        ("Ctrl+L",),
    ),
    Command(
        "open_externally",
        QT_TRANSLATE_NOOP("Actions", "用系统程序打开原件"),
        "mdi6.open-in-new",
    ),
    Command(
        "show_in_folder",
        QT_TRANSLATE_NOOP("Actions", "在文件夹中显示"),
        "mdi6.folder-search-outline",
    ),
    Command(
        "copy_findings",
        QT_TRANSLATE_NOOP("Actions", "复制问题文字"),
        "mdi6.content-copy",
    ),
    Command(
        "settings",
        QT_TRANSLATE_NOOP("Actions", "设置…"),
        "mdi6.cog-outline",
        ("Ctrl+,",),
    ),
    Command(
        "manual",
        QT_TRANSLATE_NOOP("Actions", "使用手册"),
        "mdi6.book-open-page-variant-outline",
        ("F1",),
        QT_TRANSLATE_NOOP("Actions", "打开使用手册，翻到正在用的这一部分；可以全文查找"),
    ),
    Command(
        "first_keys",
        QT_TRANSLATE_NOOP("Actions", "常用的五个键"),
        "mdi6.keyboard-settings-outline",
    ),
    Command(
        "rule_help",
        QT_TRANSLATE_NOOP("Actions", "这条检查的说明"),
        "mdi6.book-open-variant",
        ("Shift+F1",),
        QT_TRANSLATE_NOOP("Actions", "这条检查查什么、依据是什么、怎样与单位核对"),
    ),
    Command(
        "compare_passages",
        QT_TRANSLATE_NOOP("Actions", "并排比较…"),
        "mdi6.compare",
        ("Ctrl+B",),
        QT_TRANSLATE_NOOP("Actions", "把跨年报问题说到的两处原文并排显示"),
    ),
    Command(
        "compare_bodies",
        QT_TRANSLATE_NOOP("Actions", "比较两份正文…"),
        "mdi6.file-compare",
        ("Ctrl+Shift+B",),
        QT_TRANSLATE_NOOP("Actions", "把文件里重复的两份正文并排显示，标出不同，选定以哪一份为准"),
        QT_TRANSLATE_NOOP("Actions", "比较两份"),
    ),
    Command(
        "shortcuts",
        QT_TRANSLATE_NOOP("Actions", "快捷键一览"),
        "mdi6.keyboard-outline",
        ("Ctrl+/", "?"),
    ),
    Command("about", QT_TRANSLATE_NOOP("Actions", "关于鉴报"), "mdi6.information-outline"),
)


def build(parent: QObject) -> dict[str, QAction]:
    """Make a QAction of every command, children of `parent`, by name."""
    return {command.name: _build(command, parent) for command in COMMANDS}


def paint_icons(actions: dict[str, QAction], palette: QPalette) -> None:
    """Give the actions icons in the palette's colours; again after each change of palette."""
    ink = palette.color(QPalette.ColorRole.ButtonText)
    faint = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    for command in COMMANDS:
        actions[command.name].setIcon(icon(command.icon, ink, faint))


def icon(name: str, ink: QColor, faint: QColor | None = None) -> QIcon:
    """Return a Material Design icon in a colour."""
    return qtawesome.icon(name, color=ink, color_disabled=faint or ink)


def _build(command: Command, parent: QObject) -> QAction:
    text = QCoreApplication.translate(CONTEXT, command.text)
    action = QAction(text, parent)
    action.setObjectName(command.name)
    if command.brief:
        action.setIconText(QCoreApplication.translate(CONTEXT, command.brief))
    action.setCheckable(command.checkable)
    action.setChecked(command.checked)
    action.setStatusTip(QCoreApplication.translate(CONTEXT, command.tip) if command.tip else text)
    give_keys(command, action, command.keys)
    return action
