"""What of a sheet is on the page: hidden rows and columns close up, merged cells shrink."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from parser.intake.sheets.sheet import MAX_COLUMNS, MAX_ROWS, Place, Sheet, covered


def seen(
    name: str,
    texts: Mapping[Place, str],
    merged: Mapping[Place, tuple[int, int]],
    hidden_rows: Collection[int] = (),
    hidden_columns: Collection[int] = (),
) -> Sheet:
    """Return the sheet without its hidden rows and columns.

    A merged cell shows its text where the first of its rows and columns that are shown begin.
    """
    rows = _shown(set(hidden_rows), MAX_ROWS)
    columns = _shown(set(hidden_columns), MAX_COLUMNS)
    kept = {
        (rows[row], columns[column]): text
        for (row, column), text in texts.items()
        if row in rows and column in columns
    }
    areas: dict[Place, tuple[int, int]] = {}
    for (row, column), (height, width) in merged.items():
        down = [rows[r] for r in range(row, min(row + height, MAX_ROWS)) if r in rows]
        across = [
            columns[c] for c in range(column, min(column + width, MAX_COLUMNS)) if c in columns
        ]
        if not down or not across:
            continue
        place = down[0], across[0]
        if (row, column) in texts:
            kept[place] = texts[row, column]
        else:
            kept.pop(place, None)
        if len(down) > 1 or len(across) > 1:
            areas[place] = len(down), len(across)
    height = max((row for row, _ in kept), default=0) + 1
    # What a merged cell covers may be there still: programs do not delete it.
    under = covered(areas, height, MAX_COLUMNS) if areas else set[Place]()
    texts = {place: text for place, text in kept.items() if place not in under}
    return Sheet(name, texts or {(0, 0): ""}, areas)


def _shown(hidden: set[int], most: int) -> dict[int, int]:
    """Return for each row or column that is shown where it comes to stand."""
    return {at: n for n, at in enumerate(at for at in range(most) if at not in hidden)}
