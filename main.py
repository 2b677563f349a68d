"""Open the window, or do the same work without one: `check`, `rules`."""

from __future__ import annotations

import multiprocessing
import sys


def main(arguments: list[str]) -> int:
    """Run the command that the arguments name; return the exit code."""
    if arguments[:1] in (["check"], ["rules"], ["-h"], ["--help"], ["--version"]):
        from parser.cli import run

        return run(arguments)
    # Only the window needs Qt's system libraries: it is imported when it is wanted.
    from gui.app import create

    application, _window = create([sys.argv[0], *arguments])
    return application.exec()


if __name__ == "__main__":
    multiprocessing.freeze_support()  # before all work: a frozen worker starts here again
    sys.exit(main(sys.argv[1:]))
