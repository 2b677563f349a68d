"""What became, in this version of a file, of what was said of an earlier one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Fate = Literal["kept", "changed", "accepted", "dropped", "settled", "gone"]


@dataclass(frozen=True, slots=True)
class Carried:
    """An act of the auditor on an earlier version, and what it means for this one.

    `number` is that of its event. `kind` is "correct", "judge" or "mark"; `target` the figure, the
    finding of this version that it speaks of ("" where there is none any more), or "". `said` is
    the corrected value or the decision, `before` what stood there then, `now` what stands there
    now. Fates: "kept" holds as it was; "changed" is to be looked at again and holds for nothing;
    of such, the auditor has "accepted" or "dropped" some; "settled": the unit has itself written
    what the auditor had; "gone": nothing of the kind is found any more.
    """

    number: int
    kind: str
    fate: Fate
    target: str
    said: str
    note: str
    author: str
    when: datetime
    before: str
    now: str
