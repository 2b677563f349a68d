"""Runs the content of a PDF page: pdfminer reads the operators.

Clips, transparency, layers and what forms inherit, which it passes over, are kept here.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import literal_name

from parser.intake.pages.pdf_drawer import Look, PageDrawer
from parser.intake.pages.pdf_layers import Layers
from parser.intake.pages.pdf_values import entries, number
from parser.intake.pages.pdf_values import name as value_name

# It is told of every token, and nobody reads it.
logging.getLogger("pdfminer.psparser").disabled = True


class Interpreter(PDFPageInterpreter):
    """pdfminer's interpreter, with clips, transparency, layers and what forms inherit."""

    def __init__(self, resources: Any, drawer: PageDrawer, layers: Layers) -> None:
        super().__init__(resources, drawer)
        self._drawer = drawer
        self._layers = layers
        self._looks: list[Look] = []
        self._marks: list[bool] = []
        self._clipping = False
        self._states: dict[str, dict[str, Any]] = {}
        self._inherited: tuple[Any, int] | None = None

    def dup(self) -> Interpreter:
        """Return an interpreter for a form drawn now: it begins with this one's state."""
        other = Interpreter(self.rsrcmgr, self._drawer, self._layers)
        other._inherited = self.graphicstate.copy(), self.textstate.render
        return other

    def init_state(self, ctm: Any) -> None:
        """Begin a page or a form."""
        super().init_state(ctm)
        self._looks = []
        self._states = {}
        if self._inherited:
            self.graphicstate, self.textstate.render = self._inherited

    def do_q(self) -> None:
        """Keep the state."""
        self._looks.append(self._drawer.look)
        super().do_q()

    def do_Q(self) -> None:
        """Bring the state back."""
        if self._looks:
            self._drawer.look = self._looks.pop()
        super().do_Q()

    def do_gs(self, name: Any) -> None:
        """Take alpha, blend mode and mask from a graphics state dictionary."""
        key = literal_name(name)
        said = self._states.get(key)
        if said is None:
            states = entries(entries(self.resources).get("ExtGState"))
            said = self._states[key] = _transparency(entries(states.get(key)))
        if said:
            self._drawer.look = replace(self._drawer.look, **said)

    def do_cs(self, name: Any) -> None:
        """Choose a colour space for areas: its first colour comes with it."""
        super().do_cs(name)
        self.graphicstate.ncolor = _first(self.graphicstate.ncs)

    def do_CS(self, name: Any) -> None:
        """Choose a colour space for lines."""
        super().do_CS(name)
        self.graphicstate.scolor = _first(self.graphicstate.scs)

    def do_W(self) -> None:
        """Clip to the path that is painted next."""
        self._clipping = True

    def do_W_a(self) -> None:
        """Clip likewise, even-odd."""
        self._clipping = True

    def do_n(self) -> None:
        """End a path without painting."""
        self._clip()
        super().do_n()

    def do_S(self) -> None:
        """Stroke."""
        path = self.curpath
        super().do_S()
        self._clip(path)

    def do_f(self) -> None:
        """Fill."""
        path = self.curpath
        super().do_f()
        self._clip(path)

    def do_F(self) -> None:
        """Fill, by the operator's old name."""
        self.do_f()

    def do_f_a(self) -> None:
        """Fill, even-odd."""
        path = self.curpath
        super().do_f_a()
        self._clip(path)

    def do_B(self) -> None:
        """Fill and stroke."""
        path = self.curpath
        super().do_B()
        self._clip(path)

    def do_B_a(self) -> None:
        """Fill and stroke, even-odd."""
        path = self.curpath
        super().do_B_a()
        self._clip(path)

    def do_sh(self, name: object) -> None:
        """Paint a shading over the clip."""
        del name
        self._drawer.shade()

    def do_BMC(self, tag: Any) -> None:
        """Begin marked content."""
        del tag
        self._marks.append(False)

    def do_BDC(self, tag: Any, props: Any) -> None:
        """Begin marked content; that of a layer that is off, or of a watermark, is no content."""
        off = value_name(tag) == "Artifact" and _is_watermark(props)
        if value_name(tag) == "OC":
            properties = entries(entries(self.resources).get("Properties"))
            off = self._layers.off(properties.get(value_name(props)))
        self._marks.append(off)
        self._drawer.hidden += off

    def do_EMC(self) -> None:
        """End marked content."""
        if self._marks:
            self._drawer.hidden -= self._marks.pop()

    def do_Do(self, xobjid_arg: Any) -> None:
        """Draw a form or a picture."""
        look, hidden = self._drawer.look, self._drawer.hidden
        known: Any = self.xobjmap  # pyright: ignore[reportUnknownMemberType]
        drawn: Any = resolve1(known.get(literal_name(xobjid_arg)))
        if isinstance(drawn, PDFStream):
            self._drawer.hidden += self._layers.off(drawn.get("OC"))
            if value_name(drawn.get("Subtype")) == "Form":
                alpha = look.base * look.fill
                self._drawer.look = replace(look, base=alpha, fill=1.0, stroke=1.0)
        super().do_Do(xobjid_arg)
        self._drawer.look, self._drawer.hidden = look, hidden
        self._drawer.set_ctm(self.ctm)

    def _clip(self, path: Any = None) -> None:
        if self._clipping:
            self._clipping = False
            self._drawer.clip(self.curpath if path is None else path)


def _is_watermark(properties: Any) -> bool:
    """Say whether an artifact says of itself that it is a watermark (ISO 32000 14.8.2.2)."""
    return value_name(entries(properties).get("Subtype")) == "Watermark"


def _transparency(state: dict[str, Any]) -> dict[str, Any]:
    """Return what a graphics state dictionary says about being seen, as fields of a look."""
    said: dict[str, Any] = {}
    for key, field in (("ca", "fill"), ("CA", "stroke")):
        if key in state:
            said[field] = number(state[key], 1.0)
    usual = {"SMask": ("None",), "BM": ("Normal", "Compatible")}
    plain = [value_name(state[key]) in names for key, names in usual.items() if key in state]
    return {**said, "plain": all(plain)} if plain else said


def _first(space: Any) -> Any:
    """Return the colour that a colour space begins with (ISO 32000 8.6)."""
    name, size = space.name, space.ncomponents
    if name in ("Separation", "DeviceN"):
        return 1.0
    if size == 4:
        return (0.0, 0.0, 0.0, 1.0)
    return (0.0, 0.0, 0.0) if size == 3 else 0.0
