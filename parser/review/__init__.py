"""What the auditor does with the reports on the desk, and the log that keeps it."""
