"""Make the sample reports in `resources/samples/` from their descriptions in `packaging/samples/`.

The units do not exist and the words are this project's own. Each description says in its first
line what is particular about the report.
"""

from __future__ import annotations

import html
import io
import shutil
import sys
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from opencc import OpenCC

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from parser.official.form import Form, form_of  # noqa: E402
from parser.official.layout import LayoutCell, layout  # noqa: E402
from parser.review.folders import REVIEW_FOLDER  # noqa: E402

DESCRIPTIONS = ROOT / "packaging" / "samples"
SAMPLES = ROOT / "resources" / "samples"
NUMERALS = "一二三四五六"
# The time that every member of a Word file carries, so that the same words give the same bytes.
LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Sample:
    """A described report with the printed text of every figure."""

    about: dict[str, Any]
    form: Form
    printed: dict[str, str]

    @property
    def title(self) -> str:
        """Return the title line."""
        return f"{self.about['unit']}{self.about['year']}年政府信息公开工作年度报告"

    def heading(self, number: int) -> str:
        """Return the heading of a section."""
        return f"{NUMERALS[number - 1]}、{self.form.sections[number - 1].title}"

    def paragraphs(self, number: int) -> list[str]:
        """Return the paragraphs of a section's prose; the sections of tables have none."""
        return self.about["sections"].get(str(number), "").strip().splitlines()

    def table(self, number: int) -> list[LayoutCell] | None:
        """Return the table of a section with figures filled in, None where it has none."""
        for table in self.form.tables:
            if table.section == number:
                return [
                    LayoutCell(c.row, c.column, c.row_span, c.column_span, self.text(c), c.key)
                    for c in layout(self.form, table.name)
                ]
        return None

    def text(self, cell: LayoutCell) -> str:
        """Return what is printed in a cell."""
        return self.printed[cell.key] if cell.key else cell.text


def main() -> None:
    """Make every sample anew."""
    for file in [path for path in SAMPLES.rglob("*") if path.is_file()]:
        if REVIEW_FOLDER not in file.parts:
            file.unlink()
    for path in sorted(DESCRIPTIONS.glob("*.toml")):
        sample = read(path)
        target = SAMPLES / sample.about["file"]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(written(sample))
    # Two files that are no reports: a notice that came along, and a download that broke off.
    shutil.copyfile(DESCRIPTIONS / "notice.txt", SAMPLES / "澜溪市图书馆闭馆通知.txt")
    (SAMPLES / "云岫县统计局2023年（下载不完整）.docx").write_bytes(b"PK\x03\x04" + bytes(2000))


def read(path: Path) -> Sample:
    """Read a description and work out every figure that follows from those given."""
    about = tomllib.loads(path.read_text(encoding="utf-8"))
    form = form_of(about["form"])
    values = {key: 0 for key in form.figure_keys}
    printed: dict[str, str] = {}
    for row in (row for table in form.tables for row in table.regular_rows):
        given = about["figures"].get(row.key, [])
        for key, value in zip(row.figure_keys, given, strict=False):
            printed[key] = str(value)
            values[key] = value if isinstance(value, int) else 0
        if row.figure_keys[-1].endswith(".total") and not row.key.startswith("disclosure"):
            values[row.figure_keys[-1]] = sum(values[key] for key in row.figure_keys[:-1])
    for total in form.sums():
        if total.code == "A102":
            values[total.right[0]] = sum(values[key] for key in total.left)
    for total in form.sums():
        if total.code == "A103":
            done, out = total.right
            values[out] = sum(values[key] for key in total.left) - values[done]
            assert values[out] >= 0, (path.name, out)
    printed = {key: printed.get(key, str(value)) for key, value in values.items()}
    return Sample(about, form, printed | about.get("printed", {}))


def written(sample: Sample) -> bytes:
    """Write the sample as its description wants it."""
    kind = sample.about["layout"]
    if kind == "word":
        return word(sample)
    if kind == "page":
        return web_page(sample).encode()
    text = plain(sample, kind)
    if "again" in sample.about:
        text += "\n" + plain(sample, sample.about["again"])
    if sample.about.get("traditional"):
        text = OpenCC("s2t").convert(text)
    return text.encode(sample.about.get("encoding", "utf-8"))


def plain(sample: Sample, kind: str) -> str:
    """Write the sample as text, its tables in one of the shapes in which they come."""
    mark = "## " if kind == "markdown" else ""
    lines = [
        ("# " if mark else "") + sample.title,
        "",
        *sample.about["preface"].strip().split("\n"),
    ]
    for section in sample.form.sections:
        lines += ["", mark + sample.heading(section.number), ""]
        for paragraph in sample.paragraphs(section.number):
            lines += [paragraph, ""] if mark else [paragraph]
        cells = sample.table(section.number)
        if cells is not None:
            lines += {
                "tabs": tabs,
                "pipes": pipes,
                "cells": one_a_line,
                "pages": broken_by_pages,
                "markdown": markdown,
            }[kind](cells)
    lines += ["", sample.about["unit"], sample.about["signed"]]
    return "\n".join(lines) + "\n"


def rows(cells: list[LayoutCell]) -> list[list[str]]:
    """Return the table as rows of texts; what a merged cell covers is empty."""
    height = max(cell.row + cell.row_span for cell in cells)
    width = max(cell.column + cell.column_span for cell in cells)
    grid = [[""] * width for _ in range(height)]
    for cell in cells:
        grid[cell.row][cell.column] = cell.text
    return grid


def tabs(cells: list[LayoutCell]) -> list[str]:
    """Write a row a line, cells apart by tabs."""
    return ["\t".join(row) for row in rows(cells)]


def pipes(cells: list[LayoutCell]) -> list[str]:
    """Write a row a line, a pipe after each cell; what merged cells cover is left out."""
    lines: dict[int, list[str]] = {}
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        lines.setdefault(cell.row, []).append(cell.text)
    return [" | ".join(texts) + " |" for texts in lines.values()]


def one_a_line(cells: list[LayoutCell]) -> list[str]:
    """Write a cell a line, an empty line after each row."""
    lines: list[str] = []
    at = 0
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.column)):
        if cell.row != at:
            lines.append("")
            at = cell.row
        lines.append(cell.text)
    return [*lines, ""]


def broken_by_pages(cells: list[LayoutCell]) -> list[str]:
    """Write as a PDF's text: long labels broken, a page number inside, the header once more."""
    lines: list[str] = []
    header = [text for row in rows(cells)[:3] for text in row if text]
    for at, row in enumerate(rows(cells)):
        if at == 16:
            lines += ["- 3 -", "", *header]
        for text in (text for text in row if text):
            lines += [text[start : start + 11] for start in range(0, len(text), 11)]
    return lines


def markdown(cells: list[LayoutCell]) -> list[str]:
    """Write a table as Markdown has it: the first row is the header."""
    first, *others = ["| " + " | ".join(row) + " |" for row in rows(cells)]
    return [first, "|" + " --- |" * (first.count("|") - 1), *others]


def web_page(sample: Sample) -> str:
    """Write a page as a portal publishes it, with everything that is not the report."""
    unit, title = sample.about["unit"], sample.title
    body: list[str] = [f"<p>{line}</p>" for line in sample.about["preface"].strip().splitlines()]
    for section in sample.form.sections:
        body.append(f"<p><strong>{sample.heading(section.number)}</strong></p>")
        body += [f"<p>{html.escape(line)}</p>" for line in sample.paragraphs(section.number)]
        cells = sample.table(section.number)
        if cells is not None:
            body.append(html_table(cells))
    body.append(f'<p style="text-align:right">{unit}<br/>{sample.about["signed"]}</p>')
    page = (DESCRIPTIONS / "page.html").read_text(encoding="utf-8")
    return page.format(unit=unit, title=title, signed=sample.about["signed"], body="\n".join(body))


def html_table(cells: list[LayoutCell]) -> str:
    """Write a table with the spans of the official form."""
    lines = ['<table border="1" cellspacing="0">']
    for at in range(max(cell.row for cell in cells) + 1):
        lines.append("<tr>")
        for cell in sorted((c for c in cells if c.row == at), key=lambda c: c.column):
            spans = f' rowspan="{cell.row_span}"' * (cell.row_span > 1)
            spans += f' colspan="{cell.column_span}"' * (cell.column_span > 1)
            lines.append(f"<td{spans}><p><span>{cell.text}</span></p></td>")
        lines.append("</tr>")
    return "\n".join([*lines, "</table>"])


def word(sample: Sample) -> bytes:
    """Write a Word file whose tables have the merged cells of the official form."""
    document = Document()
    document.add_heading(sample.title, 0)
    for line in sample.about["preface"].strip().splitlines():
        document.add_paragraph(line)
    for section in sample.form.sections:
        document.add_heading(sample.heading(section.number), 1)
        for line in sample.paragraphs(section.number):
            document.add_paragraph(line)
        cells = sample.table(section.number)
        if cells is not None:
            word_table(document, cells)
    document.add_paragraph(sample.about["unit"])
    document.add_paragraph(sample.about["signed"])
    kept = io.BytesIO()
    document.save(kept)
    return without_times(kept.getvalue())


def word_table(document: WordDocument, cells: list[LayoutCell]) -> None:
    """Add a table with its spans."""
    grid = rows(cells)
    table = document.add_table(len(grid), len(grid[0]), style="Table Grid")
    for cell in cells:
        first = table.cell(cell.row, cell.column)
        if cell.row_span > 1 or cell.column_span > 1:
            last = (cell.row + cell.row_span - 1, cell.column + cell.column_span - 1)
            first = first.merge(table.cell(*last))
        first.text = cell.text


def without_times(data: bytes) -> bytes:
    """Return the zip with the same time on every member."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(kept, "w") as target:
        for info in source.infolist():
            plain_info = zipfile.ZipInfo(info.filename, LONG_AGO)
            plain_info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(plain_info, source.read(info))
    return kept.getvalue()


if __name__ == "__main__":
    main()
