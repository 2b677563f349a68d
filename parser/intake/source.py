"""Where a report's bytes come from: a file, or a member of an archive."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from parser.errors import Refused, Unreadable
from parser.intake.bounds import MEGABYTE
from parser.intake.packed.container import member

# Above this the auditor is asked first: no honest annual report is that large.
ASK_ABOVE = 200 * MEGABYTE
# Endings of data and programs, which can never be a report.
# fmt: off
NOT_DOCUMENTS = frozenset(
    [
        "json", "jsonl", "py", "pyc", "js", "ts", "css", "scss", "map", "exe", "dll", "so",
        "dylib", "bin", "dat", "db", "sqlite", "sqlite3", "db-wal", "db-shm", "db-journal",
        "ini", "cfg", "conf", "toml", "yaml", "yml", "lock", "log", "lnk", "url", "tmp", "bak",
        "swp", "sh", "bat", "cmd", "ps1", "jar", "class", "msi", "deb", "rpm", "apk", "iso",
        "dmg", "mp3", "mp4", "avi", "mov", "wav", "mkv", "wmv", "flv", "m4a", "ttf", "otf",
        "woff", "woff2", "ttc", "eot", "svg", "ico", "webmanifest", "gitignore", "gitattributes",
        "sum", "sha256", "md5", "sig", "asc",
    ]
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. `path` is as shown and in the JSON, `file` is the real one.

    `path` is relative to the folder given, with "/"; a member of an archive is
    "a.zip/b.docx" and `member` is its way inside. `large`: the auditor agreed to read the file
    although it is larger than `ASK_ABOVE` bytes.
    """

    path: str
    file: Path
    member: tuple[str, ...] = ()
    large: bool = False

    @property
    def name(self) -> str:
        """The last part of the path: the name of the file or of the member."""
        return self.path.rsplit("/", 1)[-1]

    @property
    def asks(self) -> bool:
        """Say whether the file is so large that the auditor is asked before it is read."""
        try:
            return not self.large and self.file.stat().st_size > ASK_ABOVE
        except OSError:
            return False


def digest(data: bytes) -> str:
    """Return what a file's content is known by: blake2b of its bytes, in hex."""
    return hashlib.blake2b(data).hexdigest()


def content(source: Source) -> bytes:
    """Return the bytes of the source.

    Raises `Unreadable` where the file cannot be opened, `Refused` where it is too large.
    """
    try:
        if not source.file.is_file():
            raise Unreadable("文件不存在，或者不是普通文件。")
        size = source.file.stat().st_size
        if size > ASK_ABOVE and not source.large:
            raise Refused(f"文件有 {size / MEGABYTE:.0f} MB，超过 200 MB，需确认后才读取。")
        data = source.file.read_bytes()
    except PermissionError as error:
        raise Unreadable(
            "没有读取权限，或者文件正被其他程序（如 Word）独占打开，请关闭后重试。"
        ) from error
    except OSError as error:
        raise Unreadable(f"文件打不开：{error.strerror or error}。") from error
    if source.member:
        return member(data, source.file.name, source.member)
    return data
