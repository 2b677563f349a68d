"""From files and folders to documents: text with offsets, and the grids that are really there."""

from parser.intake.folder import sources
from parser.intake.reader import read
from parser.intake.source import Source

__all__ = ["Source", "read", "sources"]
