"""Pin every dependency with its hashes, for all platforms, from `pyproject.toml`.

`python packaging/lock.py` writes `requirements.lock` (the program and its tools) and
`requirements-ocr.lock` (the recogniser of the optional extra). It needs the network.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "requirements.lock": ("--group", "dev"),
    "requirements-ocr.lock": ("--extra", "ocr"),
}


def main() -> None:
    """Write both files."""
    for name, options in LOCKS.items():
        command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *options]
        command += ["--universal", "--python-version", "3.11", "--generate-hashes"]
        command += ["--no-header", "--no-emit-index-url", "--quiet"]
        text = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        header = "# Made by `make lock` from pyproject.toml. Do not edit.\n"
        (ROOT / name).write_text(header + text, encoding="utf-8")


if __name__ == "__main__":
    main()
