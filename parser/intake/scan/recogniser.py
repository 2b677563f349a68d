"""The optional recogniser behind one small door: pictures of lines in, text and confidence out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from parser.errors import NeedsOcr

INSTALL = (
    "这是扫描件或图片，没有文字层。需要先安装识别组件（在程序文件夹执行 "
    "pip install --require-hashes -r requirements-ocr.lock），然后重新打开。"
)
_HEIGHT = 48
_MARGIN = 10


@dataclass(frozen=True, slots=True)
class Recognised:
    """A line of text, how sure the recogniser is (0 to 1), and where it was found in pixels."""

    text: str
    confidence: float
    box: tuple[float, float, float, float] = (0, 0, 0, 0)


def available() -> bool:
    """Say whether the optional extra is installed."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime", "cv2"))


def require() -> None:
    """Raise `NeedsOcr` where the optional extra is not installed."""
    if not available():
        raise NeedsOcr(INSTALL)


def read_lines(crops: Sequence[NDArray[np.uint8]]) -> list[Recognised]:
    """Read pictures that hold one line each, in order."""
    if not crops:
        return []
    from rapidocr.ch_ppocr_rec.typings import TextRecInput

    result: Any = _lines_engine()(TextRecInput(img=[_framed(crop) for crop in crops]))
    texts: Sequence[str] = result.txts or [""] * len(crops)
    return [Recognised(t, float(s)) for t, s in zip(texts, result.scores, strict=True)]


def read_page(image: NDArray[np.uint8]) -> list[Recognised]:
    """Find and read the lines of running text on a page."""
    result: Any = _page_engine()(image)
    if result.boxes is None:
        return []
    found: list[Recognised] = []
    for corners, text, score in zip(result.boxes, result.txts, result.scores, strict=True):
        xs, ys = np.asarray(corners)[:, 0], np.asarray(corners)[:, 1]
        box = (float(xs.min()), float(ys.min()), float(xs.max()), float(ys.max()))
        found.append(Recognised(str(text), float(score), box))
    return found


# The engine keeps the mode of its last call, so each mode has an engine of its own.
@cache
def _page_engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "error", "Global.use_cls": False, **_THREADS})


@cache
def _lines_engine() -> Any:
    from rapidocr import RapidOCR

    engine: Any = RapidOCR(params={"Global.log_level": "error", **_THREADS})
    return engine._load_rec_model()


_THREADS = {"EngineConfig.onnxruntime.intra_op_num_threads": 2}


def _framed(crop: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Give a line the height and the white margin that the recogniser was taught with."""
    import cv2

    height, width = crop.shape[:2]
    scale = _HEIGHT / max(1, height) if height < _HEIGHT else 1.0
    if scale != 1.0:
        size = (max(1, round(width * scale)), _HEIGHT)
        crop = np.asarray(cv2.resize(crop, size, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
    framed = cv2.copyMakeBorder(
        crop, _MARGIN, _MARGIN, _MARGIN, _MARGIN, cv2.BORDER_CONSTANT, value=(255, 255, 255)
    )
    return np.asarray(framed, dtype=np.uint8)
