"""Which edits hang together: a fault in one component says nothing about another."""

from __future__ import annotations

from parser.repair.edits import Edit, Record


def components(record: Record) -> tuple[Record, ...]:
    """Split a record into the parts that share no figure, in the order of the edits.

    Table three is one component, each row of table four is another.
    """
    leader: dict[str, str] = {}

    def find(key: str) -> str:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for edit in record.edits:
        first = None
        for key in edit.terms:
            leader.setdefault(key, key)
            if first is None:
                first = find(key)
            else:
                leader[find(key)] = first
    groups: dict[str, list[Edit]] = {}
    for edit in record.edits:
        groups.setdefault(find(next(iter(edit.terms))), []).append(edit)
    return tuple(_component(record, edits) for edits in groups.values())


def _component(record: Record, edits: list[Edit]) -> Record:
    values = {key: record.values[key] for edit in edits for key in edit.terms}
    chosen = set(map(id, edits))
    failed = tuple(edit for edit in record.failed if id(edit) in chosen)
    return Record(record.form, tuple(edits), values, record.stated & values.keys(), failed)
