"""Keep None, True and False alive under a Qt binding that forgets to count them.

Measured with PySide6 6.12.0 on CPython 3.11: each call of a Qt method that returns nothing takes
one reference of None away, each `Signal.emit` one of True. After a few thousand calls the
interpreter aborts with "none_dealloc". From 3.12 on these objects are immortal (PEP 683) and
nothing needs to be done.
"""

from __future__ import annotations

import ctypes
import sys

ENOUGH = 1 << 48  # a thousand lost references a second would last for nine thousand years


def make_immortal() -> None:
    """Give None, True and False more references than a session can lose. Safe to call again."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for constant in (None, True, False):
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < ENOUGH:
            count.value += ENOUGH
