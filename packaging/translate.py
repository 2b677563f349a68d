"""Bring the translations up to date: `python packaging/translate.py`.

Collects the sentences of `gui/` into `resources/i18n/jianbao_en.ts` (what is translated there
stays), says which ones still lack English, and compiles the `.qm` that the window loads, and the
one of the Chinese words that Qt's own translation lacks. All are kept in the repository, so
running the program needs neither tool.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "resources" / "i18n" / "jianbao_en.ts"
OF_QT = ROOT / "resources" / "i18n" / "qt_zh_CN.ts"
TOOLS = Path(sys.executable).parent


def sources() -> list[Path]:
    """Return the modules whose sentences are collected."""
    return sorted(path.relative_to(ROOT) for path in (ROOT / "gui").rglob("*.py"))


def collect(target: Path) -> None:
    """Bring a .ts file up to date with the sentences of the window."""
    command = [str(TOOLS / "pyside6-lupdate"), "-no-obsolete", "-locations", "none", "-silent"]
    names = [str(path) for path in sources()]
    languages = ["-source-language", "zh_CN", "-target-language", "en"]
    subprocess.run([*command, *languages, *names, "-ts", str(target)], cwd=ROOT, check=True)


def untranslated(path: Path) -> list[tuple[str, str]]:
    """Return (context, sentence) of everything in a .ts file that has no translation."""
    found: list[tuple[str, str]] = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or not (translation.text or "").strip():
                found.append((name, message.findtext("source", "")))
    return found


def main() -> int:
    """Collect, complain, compile."""
    SOURCE.parent.mkdir(parents=True, exist_ok=True)
    collect(SOURCE)
    missing = untranslated(SOURCE)
    for context, sentence in missing:
        print(f"{context}: {sentence}", file=sys.stderr)
    for path in (SOURCE, OF_QT):
        compiled = path.with_suffix(".qm")
        release = [str(TOOLS / "pyside6-lrelease"), "-silent", str(path), "-qm", str(compiled)]
        subprocess.run(release, check=True)
    print(f"{SOURCE.name}: {len(missing)} not translated")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
