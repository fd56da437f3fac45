"""The base of every error that a person can act on."""


class ReviewError(Exception):
    """Something went wrong that a person can act on; `title` says what, `advice` what to do.

    Messages name places (ids, fields, file names) and never repeat what a client said.
    """

    title = "Something went wrong"
    advice = "Try again."

    def __str__(self) -> str:
        """The message, or the title where there is none."""
        return super().__str__() or self.title
