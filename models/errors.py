"""The base of every error that a person can act on, and that of every change that is not on disk."""


class ReviewError(Exception):
    """Something went wrong that a person can act on; `title` says what, `advice` what to do.

    Messages name places (ids, fields, file names) and never repeat what a client said.
    """

    title = "Something went wrong"
    advice = "Try again."

    def __str__(self) -> str:
        """The message, or the title where there is none."""
        return super().__str__() or self.title


class NotSavedError(ReviewError):
    """The change is not in the file, and nothing else in the file has changed either."""

    title = "The change was not saved"
    advice = "Keep the text, check that the disk is connected and in order, and try again."
