"""A folder whose name's bytes are GBK, as an old archive leaves it, opened in the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCommandLinkButton

from gui import settings
from tests.support.reviews import wrong
from tests.support.windows import given_window


@pytest.mark.skipif(sys.platform != "linux", reason="names are characters there")
def test_it_opens_and_is_offered_again(qtbot: Any, dressed: None, tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + "年报夹".encode("gbk")))
    folder.mkdir()
    window = given_window(qtbot, folder, [wrong()])
    window.close()
    assert (folder / ".审核" / "review.db").is_file()
    assert Path(settings.load().recent_folders[0]) == folder
    assert window.windowTitle().startswith("年报夹")
    again = given_window(qtbot, folder, [])
    again.welcome.show_recent(settings.load().recent_folders)
    (link,) = again.welcome.findChildren(QCommandLinkButton)
    assert link.text() == "年报夹"
    with qtbot.waitSignal(again.workspace.reading_ended):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert again.windowTitle().startswith("年报夹")
    again.close()
