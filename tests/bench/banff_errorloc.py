"""Run Statistics Canada's error localization over records given as JSON on standard input.

For the comparison of `test_repair_speed.py` only, and run by the Python of an environment that
holds `banff` and nothing of ours. Writes JSON: the seconds all records took together, and the
fields chosen in each.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from time import perf_counter
from typing import Any

SECONDS_PER_RECORD = 5.0


def main() -> None:
    """Localize all records in one call, so that its set-up weighs as little as it can."""
    banff: Any = import_module("banff")
    pandas: Any = import_module("pandas")
    given: dict[str, Any] = json.load(sys.stdin)
    rows = [
        {"ident": f"R{number}", **{key: float(value) for key, value in record.items()}}
        for number, record in enumerate(given["records"])
    ]
    start = perf_counter()
    done: Any = banff.errorloc(
        indata=pandas.DataFrame(rows),
        unit_id="ident",
        edits=given["edits"],
        time_per_obs=SECONDS_PER_RECORD,
        trace=False,
        capture=None,
    )
    seconds = perf_counter() - start
    fields: dict[str, list[str]] = {row["ident"]: [] for row in rows}
    for chosen in done.outstatus.to_pylist():
        fields[chosen["ident"]].append(chosen["FIELDID"])
    print("RESULT" + json.dumps({"seconds": seconds, "fields": list(fields.values())}))


if __name__ == "__main__":
    main()
