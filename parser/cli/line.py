"""The command line: what may be said on it, and what is wrong with what was said."""

from __future__ import annotations

import argparse
import io
import os
import sys
from pathlib import Path

from parser import __version__
from parser.cli import catalogue, check

WRONG_USAGE = 2
# What a shell reports of a command that wrote to a pipe that nobody reads any more.
UNREAD = 141


def run(arguments: list[str]) -> int:
    """Do what the arguments say; return the exit code: 0, 1 (errors were found) or 2."""
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # `main.py rules | head` has seen enough; what is left unwritten must not fail at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREAD
    return code


def _run(arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a character is no reason to stop.
            stream.reconfigure(errors="backslashreplace")
    try:
        said = _parser().parse_args(arguments)
    except SystemExit as stop:  # argparse has told what is wrong, or has shown the help
        return int(stop.code or 0)
    try:
        if said.command == "rules":
            return catalogue.show(said.code)
        return check.check(
            check.Wishes(said.path, said.json, said.xlsx, said.with_text, said.jobs, said.config)
        )
    except KeyboardInterrupt:
        print("\n已中断。", file=sys.stderr)
        return WRONG_USAGE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="鉴报：核查政府信息公开工作年度报告。不带命令时打开窗口：main.py [路径 …]",
    )
    parser.add_argument("--version", action="version", version=f"鉴报 {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="命令")
    checking = commands.add_parser(
        "check",
        help="不开窗口，核查文件和文件夹",
        description="核查文件和文件夹。进度写到标准错误，结果摘要写到标准输出。",
        epilog="退出码：0 没有错误；1 有错误；2 用法不对，或者什么都没能读出来。",
    )
    checking.add_argument("path", nargs="+", type=Path, metavar="路径", help="文件或文件夹")
    checking.add_argument("--json", type=Path, metavar="文件", help="全部结果写成 JSON")
    checking.add_argument("--xlsx", type=Path, metavar="文件", help="全部结果写成 Excel 工作簿")
    checking.add_argument("--with-text", action="store_true", help="JSON 里带上各报告的全文")
    checking.add_argument("--jobs", type=_positive, metavar="个数", help="同时用几个进程")
    checking.add_argument("--config", type=Path, metavar="文件", help="核查方案（TOML）")
    explaining = commands.add_parser("rules", help="列出各项检查，或者说明其中一项")
    explaining.add_argument("code", nargs="?", metavar="编号", help="检查的编号，如 A101")
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("应是大于 0 的整数")
    return number
