"""Checks a signed report, alone or against the review file that it came from.

Importing this loads pyHanko and PDFium, which takes a while: import it where a report is checked.
"""

import hashlib
from collections.abc import Callable, Sequence

from app.signing.against import KnownReview, against_file
from app.signing.copy_checks import copy_findings, read_copy
from app.signing.findings import Finding, Grade, Verification
from app.signing.pdf_checks import checked_as_a_whole, checked_signatures
from app.signing.pdf_signatures import NotReadableAsPdfError, signed_pdf
from app.signing.printed import printed_seals

_SIGNATURES_READ, _DATA_READ, _PAGES_READ = 0.3, 0.5, 0.9


def verify(
    data: bytes,
    known: Sequence[KnownReview] | None = None,
    on_progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Verification:
    """Everything there is to say about a report; `known` are the reviews of the file it should come from.

    Asks no server and no clock. Raises nothing: a file that is no report is a finding too. `on_progress` gets
    the share that is done, 0 to 1; what was found after `cancelled` said so is of no use.
    """
    tell = on_progress or (lambda _share: None)
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        pdf = signed_pdf(data)
    except NotReadableAsPdfError as error:
        finding = Finding("unreadable", Grade.BAD, f"{error.title}. {error.advice}")
        return Verification(sha256=sha256, seal="", signatures=(), findings=(finding,))
    tell(_SIGNATURES_READ)
    signatures = checked_signatures(pdf)
    copy = read_copy(pdf.inside)
    tell(_DATA_READ)
    keywords = pdf.described[-1].get("/Keywords", "")
    printed = printed_seals(
        data, lambda share: tell(_DATA_READ + share * (_PAGES_READ - _DATA_READ)), cancelled
    )
    findings = (*checked_as_a_whole(pdf), *copy_findings(copy, printed, keywords))
    changes = None
    if known is not None:
        told, changes = against_file(sha256, signatures, copy, known)
        findings += told
    return Verification(
        sha256=sha256,
        seal=copy.seal if copy is not None else "",
        signatures=signatures,
        findings=findings,
        changes=changes,
    )
