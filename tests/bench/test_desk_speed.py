"""How long the window takes to answer with five thousand reports on the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from gui import app, settings
from gui.main_window import MainWindow
from gui.models.report_columns import ERRORS, UNIT, YEAR
from gui.models.report_facets import FACETS
from parser.identity.level import level_of
from parser.model import CrossFinding, Report, Severity
from tests.support.reviews import right, wrong
from tests.support.windows import TOTAL, finish, given_window, open_editor

REPORTS = 5000
LIMIT = 0.1  # seconds
TIMES = 7
COUNTIES = [
    f"{name}县" for name in ("长岭", "青石", "白水", "云溪", "石桥", "临河", "东山", "南湖")
]
TOWNS = [a + b + "镇" for a in "白杨柳河石桥云山大小东西南北上下" for b in "沟湾岭桥坪川"]
YEARS = (2021, 2022, 2023, 2024)


def many() -> list[Report]:
    """Return reports of eight counties over four years; a third of them have failed sums."""
    patterns = {year: (right("r.txt", year=year), wrong("w.txt", year=year)) for year in YEARS}
    made: list[Report] = []
    for number in range(REPORTS):
        county, year = COUNTIES[number % 8], YEARS[number // 8 % 4]
        at = number // 32
        unit = f"{county}{TOWNS[at % len(TOWNS)]}{'' if at < len(TOWNS) else at}人民政府"
        report = patterns[year][number % 3 == 0]
        identity = replace(report.identity, unit=unit, level=level_of(unit))
        path = f"{county}/{year}/{unit}{year}年政府信息公开工作年度报告.txt"
        made.append(replace(report, path=path, digest=f"d{number}", identity=identity))
    return made


def across(reports: list[Report]) -> tuple[CrossFinding, ...]:
    """Return a finding between every tenth report and the one after it."""
    pairs = zip(reports[::10], reports[1::10], strict=True)
    return tuple(
        CrossFinding("X101", Severity.ERROR, "结转不符", (one.path, other.path), (TOTAL,))
        for one, other in pairs
    )


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    qapp.setApplicationName(app.NAME)
    qapp.setOrganizationName(app.NAME)
    app.dress(qapp, settings.Settings(theme="light"))
    reports = many()
    folder = tmp_path / "年报"
    folder.mkdir()
    made = given_window(qtbot, folder, reports, patience=120_000)
    desk = made.workspace.desk
    assert desk is not None
    desk.across = across(reports)
    made.workspace.across_changed.emit()
    yield made
    made.close()


class Clock:
    """Measures acts until the window has painted what they changed.

    What counts is the window's own time: other programs may take their share of the machine.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.slowest: dict[str, float] = {}

    def measure(
        self, name: str, acts: list[Callable[[], Any]], before: Callable[[], Any] = lambda: None
    ) -> None:
        """Time each of the acts; what comes before one is not timed."""
        busy: list[float] = []
        seconds: list[float] = []
        for act in acts:
            before()
            QApplication.processEvents()
            start, begun = perf_counter(), thread_time()
            act()
            self._window.repaint()
            QApplication.processEvents()
            busy.append(thread_time() - begun)
            seconds.append(perf_counter() - start)
        self.slowest[name] = median(busy)
        told = (median(busy), max(busy), median(seconds), max(seconds))
        print(f"{name:<32}" + "".join(f"{each * 1e3:>9.1f}" for each in told))


def test_every_act_is_answered_at_once(
    qtbot: QtBot, window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    """The median of each act stays under 100 ms."""
    clock, reports = Clock(window), window.reports
    box, view, model = reports.filter, reports.view, reports.model

    def key(letter: str) -> Callable[[], None]:
        return lambda: qtbot.keyClicks(box, letter)

    def erase() -> None:
        qtbot.keyClick(box, Qt.Key.Key_Backspace)

    def press(action: str) -> Callable[[], None]:
        return window.commands[action].trigger

    with capsys.disabled():
        print(f"\n{REPORTS} reports, ms an act       own median      max   clock      max")
        box.setFocus()
        QApplication.processEvents()
        clock.measure("filter: a letter of pinyin", [key(c) for c in "baiyanggouzhen"])
        clock.measure("filter: a letter taken away", [erase] * 14)
        clock.measure("filter: a digit", [key(c) for c in "2023"])
        clock.measure("filter: cleared", [reports.clear_filter])
        clock.measure(
            "facet: a value ticked",
            [lambda v=v: model.set_chosen("year", v) for v in (["2023"], ["2023", "2024"], [])],
        )
        clock.measure("facet: values counted", [lambda f=f: model.counts(f) for f in FACETS])
        header = view.horizontalHeader()
        order = Qt.SortOrder.DescendingOrder
        clock.measure(
            "sort by a column",
            [lambda c=c: header.setSortIndicator(c, order) for c in (UNIT, YEAR, ERRORS, -1)],
        )
        clock.measure(
            "group", [lambda g=g: model.set_grouping(g) for g in ("superior", "year", "")]
        )
        clock.measure("go to a unit: opened", [press("go_to_unit")])
        dialog = window.findChild(QDialog, "quick_open")
        assert dialog is not None
        field = dialog.findChild(QLineEdit, "quick_open_field")
        assert field is not None
        clock.measure(
            "go to a unit: a letter", [lambda c=c: qtbot.keyClicks(field, c) for c in "bygz"]
        )
        clock.measure("go to a unit: gone", [lambda: qtbot.keyClick(field, Qt.Key.Key_Return)])
        press("next_finding")()
        clock.measure("next finding", [press("next_finding")] * 12)
        clock.measure("previous finding", [press("previous_finding")] * 12)
        clock.measure("next report", [press("next_report")] * TIMES)
        window.selection.select_report(model.found("")[0].path)
        editors: list[QLineEdit] = []

        def type_in_cell() -> None:
            editors.append(open_editor(qtbot, window, TOTAL))
            qtbot.keyClicks(editors[-1], str(100 + len(editors)))

        edits = [lambda: finish(qtbot, editors[-1])] * TIMES
        clock.measure("edit a figure", edits, type_in_cell)
        clock.measure("undo", [press("undo")] * TIMES)
        clock.measure("redo", [press("redo")] * 2)
        press("next_finding")()
        clock.measure("verdict", [press("confirm_finding"), press("dismiss_finding")] * 3)
        clock.measure("mark reviewed", [press("mark_reviewed")] * 4)
        clock.measure("compared again", [window.workspace.across_changed.emit] * 3)
    slow = {name: f"{s * 1e3:.0f} ms" for name, s in clock.slowest.items() if s > LIMIT}
    assert not slow
