"""The pages of a scan as pictures, within bounds."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageOps

from parser.errors import Refused, Unreadable

DPI = 200
MAX_PAGES = 60
# A page of A3 at 400 dpi has 31 million.
MAX_PIXELS = 60_000_000
_POINTS = 72.0
_PHONE = 96  # what a picture without a resolution is taken for


@dataclass(frozen=True, slots=True)
class Picture:
    """A page or a part of it: RGB pixels, and how many points of the page a pixel is wide.

    `left` and `top` say where on the page, in points, the part begins.
    """

    number: int
    image: Image.Image
    points: float
    left: float = 0.0
    top: float = 0.0


def of_image(data: bytes) -> Iterator[Picture]:
    """Yield the pages of a png, jpg or tif. Raises `Unreadable` or `Refused`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(io.BytesIO(data)) as file:
                for number in range(_counted(getattr(file, "n_frames", 1))):
                    file.seek(number)
                    _bound(*file.size)
                    image = ImageOps.exif_transpose(file.convert("RGB"))
                    dpi = float(file.info.get("dpi", (_PHONE, _PHONE))[0] or _PHONE)
                    points = _POINTS / dpi if dpi > 1 else _POINTS / _PHONE
                    yield Picture(number + 1, image, points)
        except Image.DecompressionBombError as error:
            raise Refused("图片的像素过多，没有打开。") from error
        except (OSError, SyntaxError, ValueError, EOFError) as error:
            raise Unreadable("图片已经损坏，打不开。") from error


def of_pdf(data: bytes) -> Iterator[Picture]:
    """Yield the pages of a PDF as pictures of `DPI`. Raises `Unreadable` or `Refused`."""
    import pypdfium2 as pdfium  # pyright: ignore[reportMissingTypeStubs]

    try:
        file = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise Unreadable("PDF 文件已经损坏，读不出内容。") from error
    scale = DPI / _POINTS
    try:
        for number in range(1, _counted(len(file)) + 1):
            yield Picture(number, _drawn(file, number, scale), 1 / scale)
    finally:
        file.close()


def of_part(data: bytes, number: int, part: tuple[float, float, float, float] | None) -> Picture:
    """Return page `number` of a PDF, or the part of it within (x0, y0, x1, y1) in points.

    Raises `Unreadable` or `Refused`.
    """
    import pypdfium2 as pdfium  # pyright: ignore[reportMissingTypeStubs]

    try:
        file = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise Unreadable("PDF 文件已经损坏，读不出内容。") from error
    scale = DPI / _POINTS
    try:
        image = _drawn(file, number, scale)
    finally:
        file.close()
    if part is None:
        return Picture(number, image, 1 / scale)
    x0, y0, x1, y1 = part
    cut = image.crop((int(x0 * scale), int(y0 * scale), int(x1 * scale), int(y1 * scale)))
    return Picture(number, cut, 1 / scale, x0, y0)


def _drawn(file: Any, number: int, scale: float) -> Image.Image:
    """Draw page `number` of an open PDF."""
    import pypdfium2 as pdfium  # pyright: ignore[reportMissingTypeStubs]

    try:
        page = file[number - 1]
        width, height = page.get_size()
        _bound(int(width * scale), int(height * scale))
        return page.render(scale=scale).to_pil().convert("RGB")
    except pdfium.PdfiumError as error:
        raise Unreadable(f"PDF 第 {number} 页已经损坏，画不出来。") from error


def _counted(pages: int) -> int:
    if pages > MAX_PAGES:
        raise Refused(f"扫描件有 {pages} 页，超过 {MAX_PAGES} 页，没有识别。")
    return pages


def _bound(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise Refused(f"页面有 {width}×{height} 像素，超过限度，没有打开。")
