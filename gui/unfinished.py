"""What is being typed and not kept yet: every command of the window keeps it first, or waits."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from PySide6.QtGui import QAction


class Draft(Protocol):
    """Something that can be typed into."""

    @property
    def is_open(self) -> bool:
        """Something was typed that is not kept yet."""
        ...

    def settle(self) -> bool:
        """Keep what was typed where it belongs; False where it is refused and stays."""
        ...


class Unfinished:
    """The drafts of a window. Nothing may move away under one of them."""

    def __init__(self, *drafts: Draft) -> None:
        """Watch these drafts."""
        self._drafts = drafts

    @property
    def is_open(self) -> bool:
        """Something is being typed."""
        return any(draft.is_open for draft in self._drafts)

    def settle(self) -> bool:
        """Keep whatever is being typed, and say whether one may go on."""
        return all([draft.settle() for draft in self._drafts])

    def guard(
        self, actions: Mapping[str, QAction], carried: Draft, carried_by: Collection[str]
    ) -> None:
        """Settle before anything else happens by these actions. To be called before others connect.

        The actions named in `carried_by` take the text of the draft `carried` along themselves.
        """
        rest = Unfinished(*(draft for draft in self._drafts if draft is not carried))
        for name, action in actions.items():
            settle = rest.settle if name in carried_by else self.settle
            action.triggered.connect(lambda _=False, settle=settle: settle())
