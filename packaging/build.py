"""Build the program with its Python into `dist/jianbao/`: `make bundle`.

`--ocr` takes the recogniser for scans in, which has to be installed then.
Linux: build on the oldest system it is to run on, the bundle needs that glibc or a later one.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
BUNDLE = DIST / "jianbao"


def main() -> int:
    """Run PyInstaller on the spec; return its exit code."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN"]
    command += ["--distpath", str(DIST), "--workpath", str(ROOT / "build" / "bundle")]
    command.append(str(ROOT / "packaging" / "app.spec"))
    environment = {**os.environ, "JIANBAO_ROOT": str(ROOT), "PYTHONPATH": str(ROOT)}
    if "--ocr" in sys.argv[1:]:
        environment["JIANBAO_OCR"] = "1"
    made = subprocess.run(command, env=environment, check=False)
    if made.returncode == 0:
        size = sum(file.stat().st_size for file in BUNDLE.rglob("*") if not file.is_symlink())
        print(f"{BUNDLE.relative_to(ROOT)}: {size / 1e6:.0f} MB")
    return made.returncode


if __name__ == "__main__":
    sys.exit(main())
