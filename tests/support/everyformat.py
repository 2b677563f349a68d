"""One small report in each file format that is read without another program's help."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random

from parser.official.form import form_of
from tests.support import drawn, formats, rtfwriter, wordformats
from tests.support.figures import right_figures
from tests.support.formats import Piece, pieces
from tests.support.ofdwriter import objects, ofd
from tests.support.packedwriter import to_7z, to_rar, to_tar
from tests.support.plannedsheets import plan_excelml, plan_fods, plan_ods
from tests.support.sheetplan import plan
from tests.support.sheetwriter import to_xls

MAKERS: dict[str, Callable[[list[Piece]], bytes]] = {
    "txt": formats.to_text,
    "md": formats.to_text,
    "csv": lambda report: formats.to_csv(report).encode("gb18030"),
    "html": formats.to_html,
    "mht": formats.to_mht,
    "docx": formats.to_docx,
    "flatopc": lambda report: formats.to_flat_opc(formats.to_docx(report)),
    "wordxml": wordformats.to_wordml,
    "rtf": rtfwriter.to_rtf,
    "odt": wordformats.to_odt,
    "fodt": wordformats.to_fodt,
    "doc": formats.to_doc,
    "wps": formats.to_doc,
    "xlsx": formats.to_xlsx,
    "ods": lambda report: plan_ods(plan(report)),
    "fods": lambda report: plan_fods(plan(report)),
    "excelxml": lambda report: plan_excelml(plan(report)),
    "xls": lambda report: to_xls([("Sheet1", report)]),
    "et": lambda report: to_xls([("Sheet1", report)]),
    "zip": lambda report: formats.to_zip({"年报.html": formats.to_html(report)}),
    "7z": lambda report: to_7z({"年报.html": formats.to_html(report)}),
    "rar": lambda report: to_rar({"年报.html": formats.to_html(report)}),
    "tgz": lambda report: to_tar({"年报.html": formats.to_html(report)}),
}
SUFFIXES = (*sorted(MAKERS), "ofd", "pdf")


@cache
def sample(suffix: str) -> bytes:
    """Return the report as a file of this format."""
    form = form_of("2021")
    figures = right_figures("2021", Random(3), "small")
    if suffix in ("pdf", "ofd"):
        pages = drawn.sheets(form, figures, "白鹭镇2022年政府信息公开工作年度报告")
        return drawn.pdf(pages) if suffix == "pdf" else ofd([objects(page) for page in pages])
    return MAKERS[suffix](pieces(form, figures))
