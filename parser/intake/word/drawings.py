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
    `small`.
    """
    if next(drawing.iter(W + "txbxContent"), None) is not None:
        return None
    if drawing.tag == W + "object":
        shown = next(drawing.iter("{urn:schemas-microsoft-com:office:office}OLEObject"), None)
        is_icon = shown is not None and shown.get("DrawAspect") == "Icon"
        return None if is_icon or not (small or _large(drawing)) else OBJECT
    image = next(drawing.iter(A + "blip", _V + "imagedata"), None)
    return UNREAD if image is not None and (small or _large(drawing)) else None


def is_large(width: float, height: float) -> bool:
    """Say whether a picture of this size, in centimetres, could be a table."""
    return width >= _WIDTH and height >= _HEIGHT


def _large(drawing: Element) -> bool:
    for extent in drawing.iter(WP + "extent"):
        width, height = (whole(extent.get(side), 0, _MOST) / _EMU for side in ("cx", "cy"))
        return is_large(width, height)
    for shape in drawing.iter(_V + "shape", _V + "rect", _V + "group"):
        sides: dict[str, float] = {}
        for side, number, unit in _SIDE.findall(shape.get("style") or ""):
            sides[side] = _number(number) * _UNITS[unit]
        return is_large(sides.get("width", 0), sides.get("height", 0))
    return False


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
