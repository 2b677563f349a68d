"""One document from one source, whatever its kind. A format is one file here and one line below."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from parser.errors import Unreadable
from parser.intake.kind import kind
from parser.intake.packed.container import KINDS, container
from parser.intake.source import Source, content, digest
from parser.model import Document

Reader = Callable[[bytes, str, str | None], Document]

# The kind → the module and function that read it: `function(data, kind, encoding) -> Document`.
# Loaded when the first file of that kind comes, so that a worker starts quickly.
READERS: dict[str, tuple[str, str]] = {
    "txt": ("parser.intake.texts.plain", "read_plain"),
    "md": ("parser.intake.texts.plain", "read_plain"),
    "csv": ("parser.intake.texts.delimited", "read_delimited"),
    "tsv": ("parser.intake.texts.delimited", "read_delimited"),
    "html": ("parser.intake.web.html", "read_html"),
    "mht": ("parser.intake.web.mht", "read_mht"),
    "docx": ("parser.intake.word.docx", "read_docx"),
    "flatopc": ("parser.intake.word.docx", "read_flat"),
    "wordxml": ("parser.intake.word.wordml", "read_wordml"),
    "odt": ("parser.intake.odf.odt", "read_odt"),
    "fodt": ("parser.intake.odf.odt", "read_fodt"),
    "doc": ("parser.intake.word.doc", "read_doc"),
    "wps": ("parser.intake.word.doc", "read_doc"),
    "rtf": ("parser.intake.word.rtf", "read_rtf"),
    "ods": ("parser.intake.sheets.ods", "read_ods"),
    "fods": ("parser.intake.sheets.ods", "read_fods"),
    "excelxml": ("parser.intake.sheets.excelml", "read_excelml"),
    "xlsx": ("parser.intake.sheets.xlsx", "read_xlsx"),
    "xls": ("parser.intake.sheets.xls", "read_xls"),
    "et": ("parser.intake.sheets.xls", "read_xls"),
    "pdf": ("parser.intake.pages.pdf", "read_pdf"),
    "ofd": ("parser.intake.pages.ofd", "read_ofd"),
    "png": ("parser.intake.scan", "read_image"),
    "jpg": ("parser.intake.scan", "read_image"),
    "tif": ("parser.intake.scan", "read_image"),
}
SENTENCES: dict[str, str] = {
    "encrypted": "文件有打开密码，请解除密码后再读。",
    **dict.fromkeys(KINDS, "压缩包里没有可以读取的文件，或者嵌套过深、已经损坏。"),
    "ppt": "这是演示文稿，不是年度报告的常用格式，不能读取。",
    "odf": "这是 OpenDocument 演示文稿、图形或公式，不能读取；年度报告请另存为 docx 或 xlsx。",
    "ole": "这是其他程序的文件（OLE 容器），不是 Word 或表格，不能读取。",
    "binary": "这不是文档：内容是不可辨认的二进制数据。",
}


def read(source: Source, encoding: str | None = None) -> tuple[Document, str]:
    """Read a source; return its document and the digest (blake2b, hex) of its bytes.

    `encoding` is what the auditor chose, for text and pages. Raises `Unreadable`.
    """
    data = content(source)
    return document(data, source.name, encoding), digest(data)


def document(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Return the document of some bytes. Raises `Unreadable`."""
    found = kind(data, name)
    if found in KINDS:
        # Says what is wrong with it, where anything is.
        container(data, name)
    if found not in READERS:
        raise Unreadable(SENTENCES.get(found, f"不能读取这种文件（{found}）。"))
    module, function = READERS[found]
    reader: Reader = getattr(import_module(module), function)
    result = reader(data, found, encoding)
    if not result.text.strip():
        # A damaged file can be read "without fault" and give nothing: that must be said.
        raise Unreadable("文件里没有读出任何文字，文件可能已损坏，或者只有图片。")
    return result
