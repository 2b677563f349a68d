"""What the engine hands on from step to step. All of it is frozen; none of it knows Qt.

Offsets count characters of `Document.text`. Boxes are in points from the top left of a page,
pages count from 1.
"""

from __future__ import annotations

from parser.model.body import (
    SURE,
    TABLES,
    Body,
    ColumnMatch,
    ExtraRow,
    Figure,
    Fit,
    Number,
    Reading,
    RowMatch,
    Section,
    Table,
    TableName,
    column_of,
    row_of,
)
from parser.model.document import Box, Cell, Document, Ending, Grid, Note, Page, Script, Span
from parser.model.place import Place, Role
from parser.model.report import (
    FAMILIES,
    Change,
    CrossFinding,
    DateMention,
    Finding,
    Identity,
    Level,
    Naming,
    Repair,
    Report,
    Severity,
    Status,
    family_of,
)

__all__ = [
    "FAMILIES",
    "SURE",
    "TABLES",
    "Body",
    "Box",
    "Cell",
    "Change",
    "ColumnMatch",
    "CrossFinding",
    "DateMention",
    "Document",
    "Ending",
    "ExtraRow",
    "Figure",
    "Finding",
    "Fit",
    "Grid",
    "Identity",
    "Level",
    "Naming",
    "Note",
    "Number",
    "Page",
    "Place",
    "Reading",
    "Repair",
    "Report",
    "Role",
    "RowMatch",
    "Script",
    "Section",
    "Severity",
    "Span",
    "Status",
    "Table",
    "TableName",
    "column_of",
    "family_of",
    "row_of",
]
