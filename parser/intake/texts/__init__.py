"""Texts without a format of their own: plain text, Markdown, sheets saved as text."""
