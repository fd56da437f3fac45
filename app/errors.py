"""What can go wrong in a way that a person can act on: a title, and what to do."""

from models.errors import NotSavedError, ReviewError

__all__ = ["NotSavedError", "ReviewError"]
