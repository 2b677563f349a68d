"""Try the built program: it checks the samples, writes the workbook, and opens its window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "dist" / "jianbao" / ("jianbao.exe" if os.name == "nt" else "jianbao")
SAMPLES = ROOT / "resources" / "samples"
# Seconds that the window is watched for, and that the samples may take.
WATCH, LIMIT = 8, 180


def main() -> int:
    """Say what works; return 1 at the first thing that does not."""
    with tempfile.TemporaryDirectory() as folder:
        for attempt in (check, window):
            problem = attempt(Path(folder))
            print(f"{attempt.__name__}: {problem or 'works'}")
            if problem:
                return 1
    return 0


def check(folder: Path) -> str:
    """Check the samples with the bundle and with the source; both must say the same."""
    ours, theirs, book = folder / "bundle.json", folder / "source.json", folder / "out.xlsx"
    bundled = [str(PROGRAM), "check", str(SAMPLES), "--json", str(ours), "--xlsx", str(book)]
    source = [sys.executable, "main.py", "check", str(SAMPLES), "--json", str(theirs)]
    for command, made in ((bundled, ours), (source, theirs)):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=LIMIT, check=False)
        # 1: the samples have errors in them. A crash ends with 1 too, but makes nothing.
        if done.returncode != 1 or not made.exists():
            return f"exit code {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}"
    if ours.read_bytes() != theirs.read_bytes():
        return "the bundle finds something else than the source"
    if len(openpyxl.load_workbook(book).sheetnames) != 6:
        return "the workbook is not whole"
    return "" if json.loads(ours.read_bytes())["reports"] else "no report was read"


def window(folder: Path) -> str:
    """Open the window on the samples and see that it stays open."""
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    copied = folder / "年报"
    copied.mkdir()
    for file in SAMPLES.glob("*.txt"):
        (copied / file.name).write_bytes(file.read_bytes())
    running = subprocess.Popen([str(PROGRAM), str(copied)], env=environment, stderr=subprocess.PIPE)
    end = time.monotonic() + WATCH
    while time.monotonic() < end and running.poll() is None:
        time.sleep(0.2)
    if running.poll() is not None:
        said = running.stderr.read().decode(errors="replace") if running.stderr else ""
        return f"the window closed by itself: {said[-2000:]}"
    running.terminate()
    running.wait()
    return ""


if __name__ == "__main__":
    sys.exit(main())
