"""What is being typed and not yet an act, kept on disk at every key, so that nothing is lost.

One small file beside the log. It is written whole and put in place at once: after a crash it holds
the text with its last key or without it, never half of it. What has become an act, or was given up,
leaves it.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "draft.json"


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that is being typed: into which field (`kind`) of which report, and what of it.

    `target` is the figure, or the finding that is noted; `digest` that of the file then.
    """

    path: str
    digest: str
    kind: str
    target: str
    text: str


class Drafts:
    """The draft of one review. Without a place to write, nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        """Keep the draft in the folder of the log."""
        self._file = folder / FILE if folder is not None else None

    def left(self) -> Draft | None:
        """Return what an earlier session left unfinished, None for nothing."""
        if self._file is None:
            return None
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return Draft(**{name: str(kept[name]) for name in Draft.__slots__})
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, draft: Draft) -> bool:
        """Put the text on disk in place of the one before; False where that cannot be."""
        if self._file is None:
            return False
        part = self._file.with_name(f"{FILE}.part")
        try:
            part.write_text(
                json.dumps(asdict(draft), ensure_ascii=False), encoding="utf-8", errors="replace"
            )
            os.replace(part, self._file)
        except OSError:
            return False
        return True

    def clear(self) -> None:
        """Forget the draft: it was kept, or given up."""
        if self._file is not None:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
