"""The original of a report, as text and as pages, with every finding's place marked."""
