"""Why a signature is not made or not taken in, each cause with what to do."""

from app.errors import ReviewError


class AlreadySignedError(ReviewError):
    """Everybody has signed this version."""

    title = "This version of the review is signed already"
    advice = (
        "To change and sign it again, open the review again and say why. It then becomes the next version."
    )


class NotReadyError(ReviewError):
    """A sponsor cannot sign before the lead reviewer has."""

    title = "The lead reviewer has not signed this review yet"
    advice = "Sign it as the reviewer first: that seals it and writes the report for the sponsor."


class NotTheReportError(ReviewError):
    """A report is not the one that the audit trail names, or something was done to it; the text says what."""

    title = "This is not the report that the lead reviewer signed"
    advice = "Take the file as it was written at that time, unchanged."


class ChangedMeanwhileError(ReviewError):
    """The review is no longer the one that the report was made of."""

    title = "The review has changed while its report was made"
    advice = "Nothing was signed. Look at the change, and sign again."
