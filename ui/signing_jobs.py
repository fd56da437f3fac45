"""The jobs behind sign-off: they make and check signed reports from values, beside the window."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.branding.choice import stationery_of
from app.limited_reading import bytes_within
from app.settings import Settings
from ui.tasks import Job, Report, Stopped
from ui.territory import territory

if TYPE_CHECKING:
    from datetime import datetime

    from app.signing.making import ReviewToSign, Signer
    from models.sign_off import Signatory

MOST_REPORT_BYTES = 128 * 1024 * 1024
_DRAWN = 0.85  # of the time; the rest is for signature and checks


def reviewer_job(
    review: "ReviewToSign", signer: "Signer", others: "tuple[Signatory, ...]", settings: Settings
) -> Job:
    """A job that gives the SignedReport of a lead reviewer, on the paper and template of the settings."""

    def work(report: Report, stopped: Stopped) -> object:
        from app.signing.making import signed_by_reviewer  # noqa: PLC0415  (loads pyHanko)

        on = replace(review, stationery=stationery_of(settings, territory()))
        return signed_by_reviewer(on, signer, others, lambda done, of: report(_DRAWN * done / of), stopped)

    return work


def sponsor_job(data: bytes, signer: "Signer", version: int) -> Job:
    """A job that gives the SignedReport of a sponsor, from what the reviewer signed."""

    def work(report: Report, stopped: Stopped) -> object:
        from app.signing.making import signed_by_sponsor  # noqa: PLC0415  (as above)

        return signed_by_sponsor(data, signer, version)

    return work


def elsewhere_job(path: Path, version: int, at: "datetime") -> Job:
    """A job that gives the SignedReport that was signed with another program."""

    def work(report: Report, stopped: Stopped) -> object:
        from app.signing.making import signed_elsewhere  # noqa: PLC0415  (as above)

        return signed_elsewhere(bytes_within(path, MOST_REPORT_BYTES), version, at)

    return work
