"""What the auditor sets: which checks run and how severe they are, and who belongs to whom."""
