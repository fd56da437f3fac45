"""Dialogs: each asks for one thing and gives it back as a value."""
