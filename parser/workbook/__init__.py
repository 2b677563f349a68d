"""The reviewed figures and findings as an Excel workbook."""

from parser.workbook.book import write

__all__ = ["write"]
