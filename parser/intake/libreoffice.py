"""LibreOffice as a last resort, where it is installed: formats that have no reader here.

Each call has a profile of its own (two calls on one profile lose files without a word), runs no
macros, follows no links, and is stopped after a time limit.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from parser.errors import Unreadable
from parser.intake import patience

TIME_LIMIT = 60.0
_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice/program/soffice",
)
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_PROFILE = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="{_SECURITY}"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="{_SECURITY}"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse">
<value>true</value></prop></item>
</oor:items>
"""


@cache
def program() -> str | None:
    """Return where LibreOffice is, None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).exists()), None)


def converted(data: bytes, suffix: str, target: str, filter: str = "") -> bytes:
    """Return the document in another format. Raises `Unreadable`, also where it took too long.

    `filter` is LibreOffice's name of the format that the file must have: without it, a damaged
    file is taken for plain text and comes out as gibberish.
    """
    office = program()
    if office is None:
        raise Unreadable(f"读取这种文件（{suffix}）需要安装 LibreOffice，或请另存为 docx 后再读。")
    patience.more(TIME_LIMIT + 20)
    with tempfile.TemporaryDirectory(prefix="reader-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        source = folder / f"in.{suffix}"
        source.write_bytes(data)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        command = [
            office,
            "--headless",
            "--norestore",
            f"-env:UserInstallation={profile.as_uri()}",
            *([f"--infilter={filter}"] if filter else []),
            "--convert-to",
            target,
            "--outdir",
            str(folder / "out"),
            str(source),
        ]
        try:
            _run(command)
            return (folder / "out" / f"in.{target}").read_bytes()
        except subprocess.TimeoutExpired as error:
            raise Unreadable("LibreOffice 转换超过时间限制，已停止。") from error
        except OSError as error:
            raise Unreadable("LibreOffice 不能转换这个文件，文件可能已损坏。") from error


def _run(command: list[str]) -> None:
    """Run the program; when its time is up, end it with all that it has started."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command, stdin=quiet, stdout=quiet, stderr=quiet, preexec_fn=_limits()
    )
    try:
        process.wait(TIME_LIMIT)
    except subprocess.TimeoutExpired:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise


def _limits() -> Callable[[], None] | None:
    """Return what sets the limits of the child: no worker's memory limit, but one on time."""
    if sys.platform == "win32":
        return None
    import resource

    seconds = int(2 * TIME_LIMIT) + 1

    def limit() -> None:
        os.setsid()
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
        # Should the worker be killed, the child ends by itself.
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    return limit
