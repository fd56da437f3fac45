"""Holds the data in a report against what is printed in it: one seal, and bands that follow from answers."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.assessment import assess
from app.errors import ReviewError
from app.i18n import _
from app.interchange import read_review, write_assessment
from app.signing.copy_inside import ASSESSMENT_FILE, PACK_FILE, REVIEW_FILE, SIGN_OFF_FILE
from app.signing.findings import Finding, Grade
from app.signing.seal import seal_of
from models.assessment import Assessment
from models.pack import pack_from_json
from models.sign_off import ReadyToSign, sign_off_from_json
from models.snapshot import Snapshot

_WRONG = (ReviewError, KeyError, TypeError, ValueError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCopy:
    """The data in a report, read: the seal recomputed from it, the review, the sign-off if there is one."""

    seal: str
    state: tuple[Snapshot, Assessment] | None
    review_id: str
    ready: ReadyToSign | None
    is_own_assessment: bool

    @property
    def version(self) -> int:
        """The version that was sealed for signature; 0 in a draft."""
        return self.ready.version if self.ready is not None else 0


def read_copy(inside: Mapping[str, bytes]) -> ReadCopy | None:
    """The data that rides in a report; None where it is not there or cannot be read."""
    try:
        review, pack, result = (
            json.loads(inside[name]) for name in (REVIEW_FILE, PACK_FILE, ASSESSMENT_FILE)
        )
        digits = seal_of(review, pack, result)
    except _WRONG:
        return None
    state = _state(inside[REVIEW_FILE], pack)
    review_id, ready = _sign_off(inside)
    return ReadCopy(
        seal=digits,
        state=state,
        review_id=review_id,
        ready=ready,
        is_own_assessment=state is not None and write_assessment(state[1]) == inside[ASSESSMENT_FILE],
    )


def copy_findings(copy: ReadCopy | None, printed: frozenset[str], keywords: str) -> Iterator[Finding]:
    """What printed seal, stated seal and recomputed seal say of each other, and the bands of the answers."""
    if copy is None:
        words = _("The review's data are missing from the file, or cannot be read.")
        yield Finding("no-data", Grade.BAD, words)
        return
    stated = {keywords, copy.ready.seal} if copy.ready is not None else {keywords}
    if stated != {copy.seal}:
        words = _("The seal that the report states is not the seal of the data in it.")
        yield Finding("seal-not-of-data", Grade.BAD, words)
    elif copy.seal not in printed:
        words = _("The seal that is printed is not the seal of the data in the report.")
        yield Finding("seal-not-printed", Grade.BAD, words)
    else:
        words = _("The seal printed, the seal stated in the data, and the seal recomputed from them are one.")
        yield Finding("seal", Grade.GOOD, words)
    if copy.is_own_assessment:
        words = _("The bands follow from the answers in the data: they were computed again and are the same.")
        yield Finding("bands", Grade.GOOD, words)
    else:
        words = _("The bands do not follow from the answers in the data, by the rules of this version.")
        yield Finding("other-bands", Grade.BAD, words)


def _state(review: bytes, pack: Any) -> tuple[Snapshot, Assessment] | None:
    try:
        snapshot = read_review(review, pack_from_json(pack)).snapshot
    except _WRONG:
        return None
    return snapshot, assess(snapshot)


def _sign_off(inside: Mapping[str, bytes]) -> tuple[str, ReadyToSign | None]:
    try:
        body = json.loads(inside[SIGN_OFF_FILE])
        record = sign_off_from_json(body["sign_off"])
        return str(body["review"]["id"]), record if isinstance(record, ReadyToSign) else None
    except _WRONG:
        return "", None
