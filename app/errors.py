"""What can go wrong in a way that a person can act on: a title, and what to do."""

from models.errors import ReviewError
from models.storage.errors import NotSavedError

__all__ = ["NotSavedError", "ReviewError"]
