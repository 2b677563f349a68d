"""What can go wrong with a file, each with the code of its check and a plain sentence."""

from __future__ import annotations


class Unreadable(Exception):
    """The file cannot be read at all (F101). `str(error)` is the sentence the auditor sees."""

    code = "F101"


class Refused(Unreadable):
    """The file goes past a bound (size, ratio, depth, pixels) and was not opened."""


class NeedsOcr(Unreadable):
    """A scan, and the optional recogniser is not installed."""
