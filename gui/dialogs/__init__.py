"""Dialogs: settings, help, passages beside each other, about."""
