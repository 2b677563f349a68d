"""Optional content of a PDF: which layers are off when it is opened (ISO 32000 8.11)."""

from __future__ import annotations

from typing import Any

from pdfminer.pdftypes import PDFObjRef

from parser.intake.pages.pdf_values import entries, listed, name


class Layers:
    """Knows which layers a document shows."""

    def __init__(self, catalog: Any) -> None:
        properties = entries(entries(catalog).get("OCProperties"))
        setting = entries(properties.get("D"))
        off = _ids(setting.get("OFF"))
        if name(setting.get("BaseState")) == "OFF":
            off = _ids(properties.get("OCGs")) - _ids(setting.get("ON"))
        off |= _switched_off(setting)
        self._off = off

    def off(self, content: Any) -> bool:
        """Say whether what belongs to a group or a membership dictionary is not shown."""
        if not self._off or content is None:
            return False
        if isinstance(content, PDFObjRef) and content.objid in self._off:
            return True
        membership = entries(content)
        if name(membership.get("Type")) != "OCMD":
            return False
        only: Any = membership.get("OCGs")
        groups = listed(only) or ([] if only is None else [only])
        hidden = [isinstance(g, PDFObjRef) and g.objid in self._off for g in groups]
        policy = name(membership.get("P"))
        shown = {
            "AllOn": not any(hidden),
            "AnyOff": any(hidden),
            "AllOff": all(hidden),
        }.get(policy, not all(hidden))
        return bool(hidden) and not shown


def _switched_off(setting: dict[str, Any]) -> set[int]:
    """Return the layers that switch themselves off on a screen (8.11.4.4, usage and `AS`)."""
    automatic = [entries(item) for item in listed(setting.get("AS"))]
    groups = [g for a in automatic if name(a.get("Event")) == "View" for g in listed(a.get("OCGs"))]
    return {
        group.objid
        for group in groups
        if isinstance(group, PDFObjRef)
        and name(entries(entries(entries(group).get("Usage")).get("View")).get("ViewState"))
        == "OFF"
    }


def _ids(value: Any) -> set[int]:
    return {item.objid for item in listed(value) if isinstance(item, PDFObjRef)}
