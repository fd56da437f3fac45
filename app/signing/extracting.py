"""Takes the data that ride in a report out into a folder, so that anybody can compute with them."""

from pathlib import Path

from app.errors import ReviewError
from app.exchange.folder import write_folder
from app.signing.copy_inside import ASSESSMENT_FILE, EXPLANATION_FILE, PACK_FILE, REVIEW_FILE, SIGN_OFF_FILE
from app.signing.pdf_signatures import files_inside

_OURS = (REVIEW_FILE, PACK_FILE, ASSESSMENT_FILE, SIGN_OFF_FILE, EXPLANATION_FILE)


class NothingInsideError(ReviewError):
    """A PDF carries none of the files that our reports do."""

    title = "There are no review data in this file"
    advice = "Only reports that Plumbline wrote as PDF carry them. Ask for the file as it was first written."


def extract_to(report: bytes, folder: Path) -> tuple[Path, ...]:
    """Write the files that ride in a report; the paths. Other attachments are left where they are.

    Raises NotReadableAsPdfError, NothingInsideError or what `write_whole` raises.
    """
    inside = files_inside(report)
    found = {name: inside[name] for name in _OURS if name in inside}
    if not found:
        raise NothingInsideError
    write_folder(folder, found)
    return tuple(folder / name for name in found)
