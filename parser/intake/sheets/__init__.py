"""Workbooks of every kind, as sheets of shown cells."""
