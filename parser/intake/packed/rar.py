"""RAR archives, by rarfile: lists and stored files by itself, the rest by a program installed."""

from __future__ import annotations

import io
import sys
from importlib import import_module
from typing import Any

from parser.errors import Refused, Unreadable
from parser.intake.bounds import MAX_MEMBERS, weigh
from parser.intake.packed.entry import Entry, distinct

_LOCKED = "压缩包有密码，请解密后再读。"
_NO_TOOL = (
    "这台电脑上没有能解开 RAR 的程序：请安装 unrar、unar 或 bsdtar 中的一个，"
    "或者先解压，再打开其中的文件。"
)
_VOLUME = "这是分卷压缩包的一卷，不能单独解开，请先解压，再打开其中的文件。"


class Rar:
    """A RAR archive, of the old format or the new."""

    def __init__(self, data: bytes, room: int) -> None:
        """Open it; raises `Unreadable` where it is damaged, `Refused` where it holds too much."""
        self._library: Any = import_module("rarfile")  # it brings no types
        seen = 0

        def count(_: object) -> None:
            nonlocal seen
            seen += 1
            if seen > 2 * MAX_MEMBERS:
                raise Refused(f"压缩包里的文件太多，超过 {MAX_MEMBERS} 个，未打开。")

        try:
            self._archive: Any = self._library.RarFile(
                io.BytesIO(data), charset="gb18030", info_callback=count, errors="strict"
            )
            infos: list[Any] = self._archive.infolist()
            hidden = not infos and self._archive.needs_password()
        except (Unreadable, MemoryError):
            raise
        except self._library.NeedFirstVolume as error:
            raise Unreadable(_VOLUME) from error
        except (self._library.PasswordRequired, self._library.NoCrypto) as error:
            raise Unreadable(_LOCKED) from error
        except Exception as error:
            # A damaged list is met by whatever the bytes happen to lead to.
            raise Unreadable("压缩包已损坏或不完整，打不开。") from error
        if hidden:
            raise Unreadable(_LOCKED)
        self._infos = infos
        files = [(at, i) for at, i in enumerate(infos) if i.is_file() and not i.file_redir]
        self.entries = tuple(
            distinct(
                Entry(i.filename, at, int(i.file_size), int(i.compress_size)) for at, i in files
            )
        )
        weigh([(e.name, e.size, e.packed) for e in self.entries], "压缩包", room, len(data))

    def read(self, entry: Entry) -> bytes:
        """Return the bytes of a file."""
        info = self._infos[entry.at]
        if info.needs_password():
            raise Unreadable(_LOCKED)
        library = self._library
        try:
            if info.compress_type != library.RAR_M0:
                _choose_program(library)
            with self._archive.open(info) as stream:
                data: bytes = stream.read(entry.size + 1)
        except library.RarCannotExec as error:
            raise Unreadable(_NO_TOOL) from error
        except library.NeedFirstVolume as error:
            raise Unreadable(_VOLUME) from error
        except MemoryError:
            raise
        except Exception as error:
            raise Unreadable(f"压缩包已损坏，“{entry.name[-60:]}”解不开。") from error
        if len(data) != entry.size:
            raise Unreadable(f"压缩包已损坏，“{entry.name[-60:]}”解不开。")
        return data


def _choose_program(library: Any) -> None:
    """Have the library call what is installed; raises its `RarCannotExec` where nothing is."""
    try:
        # 7-Zip may be there without what it needs for RAR, and would say so only by failing.
        library.tool_setup(bsdtar=False, sevenzip=False, sevenzip2=False)
        return
    except library.RarCannotExec:
        if sys.platform == "win32":
            library.BSDTAR_TOOL = "tar"  # Windows has it by this name
        bsdtar = library.ToolSetup(library.BSDTAR_CONFIG)
        if not bsdtar.check():
            raise

    def command(_: object, archive: str, name: str | None = None) -> list[str]:
        # The library would put the end of the options where this program expects the file.
        said = [library.BSDTAR_TOOL, "-x", "--to-stdout", "-f", archive]
        return [*said, "--", name] if name else said

    bsdtar.open_cmdline = command
    library.CURRENT_SETUP = bsdtar
