"""What gets reports into the window, and out of it: arguments, drops, recent folders, export."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QCommandLinkButton,
    QFileDialog,
    QLabel,
    QMessageBox,
    QProgressBar,
    QToolButton,
    QWidget,
)

from gui import app, settings, worker
from gui.main_window import MainWindow
from gui.settings import Settings
from gui.theme import apply, is_dark, tones
from gui.worker import ReadingJob, Task
from gui.workspace import Workspace
from parser.intake.source import Source
from parser.model import Report, Severity
from parser.review.desk import Desk
from parser.review.session import Session
from parser.settings.profile import Profile
from tests.support.reviews import judged, right, wrong
from tests.support.windows import GivenReading

Open = Callable[..., MainWindow]


# arguments


@pytest.mark.parametrize("program", ["main.py", "/usr/bin/python3", sys.argv[0], "", None])
def test_arguments_name_folders_whatever_the_program_is_called(
    tmp_path: Path, program: str | None
) -> None:
    argv = [str(tmp_path)] if program is None else [program, str(tmp_path)]
    assert app.paths_of(argv) == [tmp_path]


def test_no_arguments_open_nothing() -> None:
    assert app.paths_of([]) == []
    assert app.paths_of(["main.py"]) == []


def test_a_folder_that_is_missing_is_named(open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    window.open_paths([tmp_path / "没有这个文件夹"])
    assert "没有这个文件夹" in window.status.currentMessage()
    assert window.stack.currentWidget() is window.welcome


# what stands there before anything is open


def test_an_empty_window_says_what_to_do(open_window: Open) -> None:
    window = open_window()
    assert window.stack.currentWidget() is window.welcome
    said = " ".join(label.text() for label in window.welcome.findChildren(QLabel))
    assert "拖到这里" in said
    for name in ("next_finding", "export_workbook", "mark_reviewed", "undo", "apply_repair"):
        assert not window.commands[name].isEnabled(), name
    assert window.commands["open_folder"].isEnabled()


def test_recent_folders_are_offered_and_open(qtbot: Any, open_window: Open, tmp_path: Path) -> None:
    settings.save(Settings(recent_folders=(str(tmp_path), str(tmp_path / "gone"))))
    window = open_window()
    window.settings = settings.load()
    window.welcome.show_recent(window.settings.recent_folders)
    (link,) = window.welcome.findChildren(QCommandLinkButton)
    with qtbot.waitSignal(window.workspace.opened):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert window.workspace.paths == (tmp_path,)
    assert settings.load().recent_folders[0] == str(tmp_path)


def test_a_folder_is_dropped_on_the_window(qtbot: Any, open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    copy, left, plain = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPointF(9, 9), copy, data, left, plain)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(window.workspace.opened):
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), copy, data, left, plain))
    assert window.workspace.paths == (tmp_path,)


def test_text_is_not_taken_for_a_drop(open_window: Open) -> None:
    window = open_window()
    data = QMimeData()
    data.setText("年报")
    enter = QDragEnterEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


def test_a_folder_without_reports_says_so_and_stays_at_the_beginning(
    qtbot: Any, open_window: Open, tmp_path: Path
) -> None:
    window = open_window()
    with qtbot.waitSignal(window.workspace.reading_ended):
        window.open_paths([tmp_path])
    assert window.stack.currentWidget() is window.welcome
    assert "没有找到" in window.status.currentMessage()


# reading


class Gate:
    """Stands in for the worker processes: hands out one report, then waits to be let on."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.closed = threading.Event()

    def examine_all(self, *_: object, **__: object) -> Generator[Report, None, None]:
        try:
            yield right("1.txt", "d1")
            self.open.wait(30)
            yield right("2.txt", "d2")
        finally:
            self.closed.set()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate()
    monkeypatch.setattr(worker, "examine_all", made.examine_all)
    names = [Source(f"{i}.txt", Path(f"{i}.txt")) for i in (1, 2)]
    monkeypatch.setattr(worker, "sources", lambda _paths: iter(names))
    yield made
    made.open.set()


@pytest.fixture
def workspace(qtbot: Any, gate: Gate, tmp_path: Path) -> Iterator[Workspace]:
    def make_desk(paths: Any, profile: Profile) -> Desk:
        return Desk(Session.open(paths), profile, judged, lambda _docket: ())

    made = Workspace(make_desk=make_desk)
    yield made
    gate.open.set()
    made.close()
    made.wait()


def test_reading_is_stopped_and_what_was_read_stays(
    qtbot: Any, workspace: Workspace, gate: Gate, tmp_path: Path
) -> None:
    with qtbot.waitSignal(workspace.reports_added):
        workspace.open([tmp_path])
    with qtbot.waitSignal(workspace.reading_ended) as ended:
        workspace.cancel_reading()
    assert ended.args == [True]
    assert list(workspace.reviews) == ["1.txt"]
    gate.open.set()
    assert gate.closed.wait(10)
    workspace.wait()
    QApplication.processEvents()
    assert list(workspace.reviews) == ["1.txt"], "a stale report was taken in"


def test_opening_again_drops_what_the_first_reading_still_sends(
    qtbot: Any, workspace: Workspace, gate: Gate, tmp_path: Path
) -> None:
    with qtbot.waitSignal(workspace.reports_added):
        workspace.open([tmp_path])
    first = workspace.undo_stack.count()
    gate.open.set()
    with qtbot.waitSignal(workspace.reading_ended) as ended:
        workspace.open([tmp_path])
    assert ended.args == [False]
    assert sorted(workspace.reviews) == ["1.txt", "2.txt"]
    assert workspace.undo_stack.count() == first == 0


def test_progress_tells_count_and_name(qtbot: Any, workspace: Workspace, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    workspace.reading_progressed.connect(lambda *a: told.append(a))
    with qtbot.waitSignal(workspace.reports_added):
        workspace.open([tmp_path])
    qtbot.waitUntil(lambda: (1, 2, "1.txt") in told)


def test_the_progress_bar_is_seen_while_reading_only(
    qtbot: Any, workspace: Workspace, gate: Gate, tmp_path: Path
) -> None:
    window = MainWindow(Settings(theme="light"), workspace)
    qtbot.addWidget(window)
    window.show()
    bar = window.findChild(QProgressBar, "progress")
    assert bar is not None
    assert not bar.isVisible()
    with qtbot.waitSignal(workspace.reports_added):
        window.open_paths([tmp_path])
    assert bar.isVisible()
    assert (bar.value(), bar.maximum()) == (1, 2)
    assert "1.txt" in bar.text()
    stop = next(
        b
        for b in window.status.findChildren(QToolButton)
        if b.defaultAction() is window.commands["cancel_reading"]
    )
    with qtbot.waitSignal(workspace.reading_ended):
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    assert "已停止" in window.status.currentMessage()
    # The window waits for the reader when it closes.
    gate.open.set()
    assert gate.closed.wait(10)


def test_a_reading_that_breaks_down_says_so(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(_paths: object) -> Iterator[Source]:
        raise OSError("盘坏了")
        yield

    monkeypatch.setattr(worker, "sources", broken)
    reading = ReadingJob([tmp_path], Profile())
    with qtbot.waitSignal(reading.ended) as ended:
        reading.start()
    assert ended.args == [reading.generation, "盘坏了"]


def test_a_task_brings_back_its_result_or_its_failure(qtbot: Any) -> None:
    good = Task(lambda: 42)
    with qtbot.waitSignal(good.done) as done:
        good.start()
    assert done.args == [good.generation, 42]

    def fail() -> None:
        raise OSError("写不进去")

    bad = Task(fail)
    with qtbot.waitSignal(bad.failed) as failed:
        bad.start()
    assert failed.args == [bad.generation, "写不进去"]


def test_another_encoding_reads_one_file_again(qtbot: Any, open_window: Open) -> None:
    window = open_window([wrong("1.txt", "d1"), right("2.txt", "d2")])
    asked: list[tuple[str, str]] = []

    def make_job(_paths: Any, _profile: Any, encodings: Any, only: Any, **named: Any) -> Any:
        asked.extend(encodings.items())
        reading = GivenReading(**named)
        reading.reports = [right(source.path, "d3") for source in only]
        return reading

    window.workspace._make_job = make_job  # type: ignore[assignment]
    with qtbot.waitSignal(window.workspace.review_changed):
        window.area.source.encoding_chosen.emit("gb18030")
    assert asked == [("1.txt", "gb18030")]
    assert window.workspace.reviews["1.txt"].report.digest == "d3"
    assert window.reports.model.row(0).errors == 0


# keeping


def test_what_was_done_is_there_when_the_folder_is_opened_again(
    qtbot: Any, open_window: Open
) -> None:
    window = open_window([wrong("1.txt", "d1")])
    window.commands["next_finding"].trigger()
    window.commands["apply_repair"].trigger()
    window.commands["mark_reviewed"].trigger()
    window.close()
    again = open_window([wrong("1.txt", "d1")])
    review = again.workspace.reviews["1.txt"]
    assert review.corrections["requests.total.natural"].reason == "采纳建议"
    assert review.reviewed
    assert review.count(Severity.ERROR) == 0


def test_a_second_window_on_the_folder_reads_only_and_says_so(
    qtbot: Any, open_window: Open
) -> None:
    first = open_window([wrong("1.txt", "d1")])
    second = open_window([wrong("1.txt", "d1")])
    assert first.workspace.writable
    if second.workspace.writable:
        pytest.skip("the lock lets the same process in twice")
    second.commands["next_finding"].trigger()
    assert not second.commands["apply_repair"].isEnabled()
    assert "不能改" in second.commands["apply_repair"].toolTip()
    second.commands["apply_repair"].trigger()
    assert not second.workspace.reviews["1.txt"].corrections
    assert second.workspace.undo_stack.count() == 0


def test_the_window_comes_back_where_it_was(qtbot: Any, open_window: Open) -> None:
    window = open_window()
    window.resize(780, 640)
    window.splitter.setSizes([333, 447])
    window.close()
    assert QSettings().contains("window/geometry")
    again = MainWindow(Settings(theme="light"), Workspace())
    qtbot.addWidget(again)
    assert again.size().toTuple() == (780, 640)


# export


def test_a_workbook_is_written_off_the_window_s_thread(
    qtbot: Any, open_window: Open, tmp_path: Path
) -> None:
    window = open_window([wrong("1.txt", "d1")])
    target = tmp_path / "结果.xlsx"
    with qtbot.waitSignal(window.exporting.exported, timeout=20_000):
        window.exporting.write(target)
    assert target.read_bytes()[:2] == b"PK"
    opening = window.findChild(QWidget, "open_workbook")
    assert opening is not None
    assert opening.isVisible()


def test_a_workbook_that_cannot_be_written_offers_another_name(
    qtbot: Any, open_window: Open, tmp_path: Path
) -> None:
    window = open_window([wrong("1.txt", "d1")])
    with qtbot.waitSignal(window.exporting.failed, timeout=20_000):
        window.exporting.write(tmp_path / "没有的文件夹" / "结果.xlsx")
    box = window.findChild(QMessageBox, "export_failed")
    assert box is not None
    assert "换一个文件名" in box.informativeText()
    box.reject()


def test_the_log_of_the_review_is_kept_as_json(
    qtbot: Any, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window([wrong("1.txt", "d1")])
    window.workspace.correct("1.txt", "requests.total.natural", 12, "单位来电更正")
    target = tmp_path / "审核记录.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.commands["export_archive"].trigger()
    events = json.loads(target.read_text(encoding="utf-8"))["events"]
    assert "单位来电更正" in json.dumps(events[-1], ensure_ascii=False)


# colours


def test_every_role_has_a_colour_that_can_be_read_on_its_ground(qapp: QApplication) -> None:
    try:
        for scheme in ("light", "dark"):
            apply(qapp, scheme)
            palette = qapp.palette()
            assert is_dark(palette) == (scheme == "dark")
            found = tones(palette)
            for name in ("error", "warning", "info", "corrected", "suspect", "missing", "label"):
                tone = getattr(found, name)
                assert contrast(tone.ink, tone.paper) >= 4.5, (scheme, name)
                assert contrast(tone.ink, palette.base().color()) >= 4.5, (scheme, name)
    finally:
        apply(qapp, "light")


def contrast(one: Any, other: Any) -> float:
    """Return the contrast of two colours as WCAG 2 counts it, 1 to 21."""

    def light(colour: Any) -> float:
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        red, green, blue = (
            p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)
