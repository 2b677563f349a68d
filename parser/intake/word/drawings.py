"""Pictures in Word documents that are large enough to be a table."""

from __future__ import annotations

import re

from parser.intake.ooxml import WP, A, Element, W, whole

UNREAD = (
    "此处是一张图片，其中的文字和数字没有读取。请对照原文核对，或换用表格为文字的文件后再检查。"
)
OBJECT = (
    "此处是嵌入的对象（如 Excel 工作表），其中的文字和数字没有读取。"
    "请对照原文核对，或把它转换为普通表格后再检查。"
)
LINKED = (
    "此处的内容链接自另一个文件，没有存在本文件里，没有读取。"
    "请取得所链接的文件，或在 Word 中更新链接并改为普通表格后再检查。"
)
# Pieces of one picture that together cover so many square centimetres could be a table.
LARGE_AREA = 40.0
_LINKED = re.compile(r"\s*(?:INCLUDEPICTURE|INCLUDETEXT|LINK|DDE|DDEAUTO|EMBED|IMPORT)\b", re.I)
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_TWIPS = 567.0
_V = "{urn:schemas-microsoft-com:vml}"
# Text is some 15 cm wide on the page: a table takes half of it, and three lines of height.
# Logos, seals and codes are smaller, and letterheads are lower.
_WIDTH, _HEIGHT = 7.0, 2.0
_EMU = 360_000
_MOST = 100_000_000
_UNITS = {"pt": 2.54 / 72, "in": 2.54, "cm": 1.0, "mm": 0.1, "px": 2.54 / 96, "": 2.54 / 72}
_SIDE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]{1,12})\s*(pt|in|cm|mm|px|)\s*(?=;|$)")


def picture_sentence(drawing: Element, small: bool = False) -> str | None:
    """Return what to say of a `w:drawing`, `w:pict` or `w:object`, None where nothing is lost.

    What is smaller than a table is worth no word, except where it takes the place of a figure:
    `small`. An object may be shown as a small icon whatever it holds.
    """
    if next(drawing.iter(W + "txbxContent"), None) is not None:
        return None
    if drawing.tag == W + "object":
        shown = next(drawing.iter("{urn:schemas-microsoft-com:office:office}OLEObject"), None)
        is_icon = shown is not None and shown.get("DrawAspect") == "Icon"
        if is_icon:
            return None if small else OBJECT
        return OBJECT if small or is_large(*_size(drawing)) else None
    return UNREAD if is_picture(drawing) and (small or is_large(*_size(drawing))) else None


def is_picture(drawing: Element) -> bool:
    """Say whether a drawing shows a picture, a chart or a diagram."""
    filled = (fill for fill in drawing.iter(_V + "fill") if fill.get(_R + "id"))
    shown = drawing.iter(A + "blip", _V + "imagedata", _CHART, _DIAGRAM)
    return next(shown, None) is not None or next(filled, None) is not None


def area(drawing: Element) -> float:
    """Return the size of a picture in square centimetres, 0 for what is none."""
    if not is_picture(drawing) or next(drawing.iter(W + "txbxContent"), None) is not None:
        return 0.0
    width, height = _size(drawing)
    return width * height


def linked_sentence(paragraph: Element) -> str | None:
    """Return what to say of a field that shows another file of which nothing is stored here."""
    code = "".join(part.text or "" for part in paragraph.iter(W + "instrText"))
    codes = [code, *(f.get(W + "instr") or "" for f in paragraph.iter(W + "fldSimple"))]
    return LINKED if any(_LINKED.match(said) for said in codes) else None


def is_large(width: float, height: float) -> bool:
    """Say whether a picture of this size, in centimetres, could be a table."""
    return width >= _WIDTH and height >= _HEIGHT


def _size(drawing: Element) -> tuple[float, float]:
    """Return width and height in centimetres, 0 where they are not said."""
    for extent in drawing.iter(WP + "extent"):
        width, height = (whole(extent.get(side), 0, _MOST) / _EMU for side in ("cx", "cy"))
        return width, height
    for shape in drawing.iter(_V + "shape", _V + "rect", _V + "group"):
        sides: dict[str, float] = {}
        for side, number, unit in _SIDE.findall(shape.get("style") or ""):
            sides[side] = _number(number) * _UNITS[unit]
        return sides.get("width", 0), sides.get("height", 0)
    # Objects without a picture still say how large they were (ECMA-376 part 1, 17.3.3.19).
    width, height = (
        whole(drawing.get(W + side), 0, _MOST) / _TWIPS for side in ("dxaOrig", "dyaOrig")
    )
    return width, height


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
