"""How long a signature and a check of a signed report take, and what the data inside add to a report."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from app.assessment import assess
from app.reporting import pdf_bytes, report_content
from app.signing.identity import new_identity
from app.signing.identity_file import read_identity, write_identity
from app.signing.pades import Signing, signed_bytes
from app.signing.seal import seal
from app.signing.signing_off import ready_to_sign
from app.signing.verification import verify
from models.sign_off import Signatory, SignRole
from tests.specified import specified_review

GOAL_MS = 500.0
ROUNDS = 7
SECRET = "five calm owls at noon"


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningTimes:
    """Medians in milliseconds, for the sample; sizes in bytes, with and without the data inside."""

    sign: float
    unlock: float
    seal: float
    verify: float
    with_data: float
    without_data: float
    size_with_data: int
    size_without_data: int


def signing_times(rounds: int = ROUNDS) -> SigningTimes:
    """Everything measured on Ferrowick's report, once warm."""
    now = datetime.now(UTC).replace(microsecond=0)
    snapshot = specified_review("ferrowick")
    assessment = assess(snapshot)
    signatories = (Signatory(role=SignRole.REVIEWER, name="Ana"), Signatory(role=SignRole.SPONSOR))
    ready = ready_to_sign(snapshot, assessment, signatories, now)
    content = report_content(snapshot, assessment, None, ready)
    bare = replace(content, inside=())
    report = pdf_bytes(content)
    ana = new_identity("Ana", now=now)
    kept = write_identity(ana, SECRET)
    by_reviewer = signed_bytes(report, ana, _signing(SignRole.REVIEWER, ready.seal, now))
    by_both = signed_bytes(by_reviewer, ana, _signing(SignRole.SPONSOR, ready.seal, now))
    return SigningTimes(
        sign=_median(lambda: signed_bytes(report, ana, _signing(SignRole.REVIEWER, ready.seal, now)), rounds),
        unlock=_median(lambda: read_identity(kept, SECRET), rounds),
        seal=_median(lambda: seal(snapshot, assessment), rounds),
        verify=_median(lambda: verify(by_both), rounds),
        with_data=_median(lambda: pdf_bytes(report_content(snapshot, assessment, None, ready)), rounds),
        without_data=_median(lambda: pdf_bytes(bare), rounds),
        size_with_data=len(report),
        size_without_data=len(pdf_bytes(bare)),
    )


def _signing(role: SignRole, digits: str, at: datetime) -> Signing:
    return Signing(role=role, position="", seal=digits, at=at)


def _median(work: Callable[[], object], rounds: int) -> float:
    found = []
    for _round in range(rounds):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found) * 1000


if __name__ == "__main__":
    print(signing_times())
