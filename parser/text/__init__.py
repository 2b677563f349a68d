"""Numbers as people write them, in one place: figures, Chinese numerals, page numbers."""
