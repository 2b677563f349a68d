"""Thin Qt models: they read what the workspace holds, and paint by role."""
