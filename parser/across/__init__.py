"""What only several files can tell: series of years, likeness, attachments, neighbours."""
