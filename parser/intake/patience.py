"""How a reader asks for more time and memory: a scan of forty pages is slow and yet not stuck.

Whoever runs readers under limits installs listeners; without one, asking does nothing.
"""

from __future__ import annotations

from collections.abc import Callable

_listeners: list[Callable[[float], None]] = []
_rooms: list[Callable[[int], None]] = []


def listen(listener: Callable[[float], None], room: Callable[[int], None] | None = None) -> None:
    """Have `listener` called with the seconds, `room` with the bytes that a reader asks for."""
    _listeners[:] = [listener]
    _rooms[:] = [room] if room else []


def room(size: int) -> None:
    """Ask that the memory limit for the current file be `size` bytes."""
    for listener in _rooms:
        listener(size)


def more(seconds: float) -> None:
    """Ask that the current file be left alone for this many seconds, counted from now.

    A reader that works page by page calls this before each page.
    """
    for listener in _listeners:
        listener(seconds)
