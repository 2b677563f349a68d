"""What the program does without a window: `check` and `rules`."""

from parser.commands.line import run

__all__ = ["run"]
