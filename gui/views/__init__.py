"""What the auditor sees: one module per pane."""
