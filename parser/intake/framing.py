"""Tables that only place things on a page, told from tables that hold data."""

from __future__ import annotations

from collections.abc import Callable

from parser.intake.ooxml import Element

# Cells of the official tables are short; a cell of prose makes a table a layout.
_LONG_CELL = 300


def only_places(
    table: Element, tables: str, cells: tuple[str, ...], size: Callable[[Element], int]
) -> bool:
    """Say whether a table is to be read as its parts: it holds tables or pages of prose.

    `tables` and `cells` are the tags of tables and cells, `size` the characters in an element.
    """

    def outer(element: Element) -> Element | None:
        return next(element.iterancestors(tables), None)

    inner = [t for t in table.iter(tables) if t is not table]
    own = [cell for cell in table.iter(*cells) if not inner or outer(cell) is table]
    if len(own) <= 1:
        return True
    whole = max(1, size(table))
    nested = sum(size(t) for t in inner if outer(t) is table)
    if nested >= whole / 2:
        return True
    long = sum(length for cell in own if (length := size(cell)) > _LONG_CELL)
    return long >= 0.6 * whole
