"""A document read as a report: copies of the body, sections, running text, tables."""
