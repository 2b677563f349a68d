"""A help page as a document in the window's colours."""

from __future__ import annotations

from PySide6.QtGui import (
    QBrush,
    QFont,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from gui.theme import tones

SIZES = {1: 2, 2: 1}  # of headings, in Qt's steps above the size of the text
NO_HTML = QTextDocument.MarkdownFeature.MarkdownNoHTML
DIALECT = QTextDocument.MarkdownFeature.MarkdownDialectGitHub


def page_document(markdown: str, palette: QPalette, font: QFont) -> QTextDocument:
    """Return Markdown as a document; markup other than Markdown stays text."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    document.setDocumentMargin(20)
    document.setMarkdown(markdown, DIALECT | NO_HTML)
    block = document.begin()
    while block.isValid():
        _style(block, palette, font)
        block = block.next()
    return document


def _style(block: QTextBlock, palette: QPalette, font: QFont) -> None:
    colours = tones(palette)
    cursor = QTextCursor(block)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    shape, look = QTextBlockFormat(), QTextCharFormat()
    shape.setLineHeight(140.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    level = block.blockFormat().headingLevel()
    if level:
        look.setProperty(QTextFormat.Property.FontSizeAdjustment, SIZES.get(level, 0))
        look.setFontWeight(QFont.Weight.Bold)
        shape.setTopMargin(0 if level == 1 else 14)
        shape.setBottomMargin(4)
        if level > 1:
            look.setForeground(colours.focus)
    elif block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence):
        look.setFontFamilies(font.families())  # a fixed width face has no Chinese characters
        look.setFontPointSize(font.pointSizeF())
        shape.setBackground(QBrush(colours.label.paper))
        shape.setLeftMargin(12)
        shape.setTopMargin(0)
        shape.setBottomMargin(0)
    cursor.mergeBlockCharFormat(look)
    if block.length() > 1:
        cursor.mergeCharFormat(look)
    QTextCursor(block).mergeBlockFormat(shape)
