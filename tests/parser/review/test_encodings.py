"""The encoding that the auditor chose for a file: kept in the log, for that content only."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from parser.intake import read, sources
from parser.intake.source import ASK_ABOVE, Source
from parser.model import Report
from parser.pipeline import examine
from parser.review.desk import Desk
from parser.review.encodings import Choice, holding
from parser.review.session import ReadOnlySession
from parser.settings.profile import Profile
from parser.workers import examine_all
from tests.support.desks import opened
from tests.support.reviews import made_report

TEXT = "柳湾镇2023年政府信息公开工作年度报告"


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    made = opened(folder)
    yield made
    made.session.close()


def written(folder: Path, name: str = "柳湾镇.txt", text: str = TEXT) -> Source:
    (folder / name).write_text(text, encoding="utf-8")
    return Source(name, folder / name)


def test_a_choice_is_an_event_of_the_path_and_the_content(folder: Path) -> None:
    source = written(folder)
    desk = opened(folder)
    desk.choose_encoding(source, "gb18030", "李审")
    desk.session.close()

    again = opened(folder)
    (event,) = again.session.events()
    assert (event.kind, event.who, event.path) == ("encoding", "李审", source.path)
    assert (event.old, event.new) == (None, "gb18030")
    assert event.digest == read(source)[1]
    assert dict(again.encodings) == {source.path: Choice("gb18030", event.digest)}
    again.session.close()


def test_taking_it_back_is_an_event_too(folder: Path) -> None:
    source = written(folder)
    desk = opened(folder)
    for encoding in ("gb18030", "big5hkscs", "big5hkscs", None, None):
        desk.choose_encoding(source, encoding)
    events = [(event.old, event.new) for event in desk.session.events()]
    assert events == [(None, "gb18030"), ("gb18030", "big5hkscs"), ("big5hkscs", None)]
    assert desk.encodings == {}
    desk.session.close()
    again = opened(folder)
    assert again.encodings == {}
    again.session.close()


def test_a_choice_holds_for_the_file_as_it_was(folder: Path, desk: Desk) -> None:
    source, other = written(folder), written(folder, "石桥乡.txt")
    desk.choose_encoding(source, "gb18030")
    assert holding(desk.encodings, [source, other]) == {source.path: "gb18030"}
    written(folder, text=TEXT + "（修订）")
    assert holding(desk.encodings, [source, other]) == {}
    desk.choose_encoding(source, "big5hkscs")
    last = desk.session.events()[-1]
    assert (last.old, last.new) == (None, "big5hkscs"), "the other content had no choice"
    assert holding(desk.encodings, [source]) == {source.path: "big5hkscs"}
    source.file.unlink()
    assert holding(desk.encodings, [source]) == {}


def test_members_of_archives_have_choices_of_their_own(folder: Path, desk: Desk) -> None:
    with zipfile.ZipFile(folder / "年报.zip", "w") as archive:
        archive.writestr("甲/柳湾镇.txt", TEXT)
        archive.writestr("乙/石桥乡.txt", TEXT)
    found = list(sources([folder]))
    assert len(found) == 2
    desk.choose_encoding(found[0], "gb18030")
    assert holding(desk.encodings, found) == {found[0].path: "gb18030"}


def test_a_file_that_is_gone_has_nothing_to_remember(folder: Path, desk: Desk) -> None:
    desk.choose_encoding(Source("没有.txt", folder / "没有.txt"), "gb18030")
    assert desk.session.events() == ()


def test_where_nothing_can_be_written_nothing_is_chosen(folder: Path, desk: Desk) -> None:
    second = opened(folder)
    if second.session.writable:
        pytest.skip("the lock lets the same process in twice")
    with pytest.raises(ReadOnlySession):
        second.choose_encoding(written(folder), "gb18030")
    assert second.encodings == {}
    second.session.close()


def test_a_choice_is_no_review_of_the_content(folder: Path, desk: Desk) -> None:
    """It neither changes the review nor makes the file look reviewed before, or changed since."""
    source = written(folder)
    digest = read(source)[1]
    desk.choose_encoding(source, "gb18030")
    review = desk.add(made_report(source.path, digest))
    assert review.notice == ""
    assert not review.corrections
    assert not review.reviewed
    assert desk.add(made_report("改了名.txt", digest)).notice == ""
    assert desk.add(made_report(source.path, "d2")).notice == ""


def test_a_file_that_could_not_be_read_keeps_the_choice_as_well(folder: Path, desk: Desk) -> None:
    source = written(folder)
    desk.add(Report(source.path, "", "unreadable", "读不出来。"))
    desk.choose_encoding(source, "utf-16-le")
    encodings = holding(desk.encodings, [source])
    report = examine(source, Profile(), encodings[source.path])
    assert report.document is not None
    assert report.document.encoding == "utf-16-le"
    assert desk.add(report).notice == ""


def test_a_very_large_file_is_read_by_a_worker_once_it_is_agreed_to(folder: Path) -> None:
    file = folder / "大.txt"
    with file.open("wb") as stream:
        stream.truncate(ASK_ABOVE + 1)
    asked = Source("大.txt", file)
    agreed = Source("大.txt", file, large=True)
    assert (asked.asks, agreed.asks) == (True, False)
    one, other = examine_all([asked, agreed], Profile(), jobs=1)
    assert "超过 200 MB" in (one.error or "")
    assert other.error == "文件是空的，没有内容。"
