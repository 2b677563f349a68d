"""How a reader asks for more time: a scan of forty pages is slow and yet not stuck.

Whoever runs readers under a time limit installs `listener`; without one, asking does nothing.
"""

from __future__ import annotations

from collections.abc import Callable

_listeners: list[Callable[[float], None]] = []


def listen(listener: Callable[[float], None]) -> None:
    """Have `listener` called with the seconds that a reader asks for from now on."""
    _listeners[:] = [listener]


def more(seconds: float) -> None:
    """Ask that the current file be left alone for this many seconds, counted from now.

    A reader that works page by page calls this before each page.
    """
    for listener in _listeners:
        listener(seconds)
