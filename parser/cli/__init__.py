"""What the program does without a window: `check` and `rules`."""

from parser.cli.line import run

__all__ = ["run"]
