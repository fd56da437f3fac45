"""What a check of a signed report comes to: values that a window can show and the command line can print."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.signing.changes import Changes
from models.sign_off import SignRole


class Grade(StrEnum):
    """How a finding counts: all right, worth knowing, still missing, wrong."""

    GOOD = "good"
    NOTE = "note"
    OPEN = "open"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `code` names it for programs; `words` are for people."""

    code: str
    grade: Grade
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureFindings:
    """One signature. `role` is None for one that no report of ours has room for.

    `name` and `issuer` are what the certificate says; `fingerprint` is its SHA-256; `at` is what the clock of
    the computer said on which it was made.
    """

    role: SignRole | None
    name: str
    issuer: str
    is_self_signed: bool
    fingerprint: str
    at: datetime | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Everything that a check found. `sha256` is the file's own; `changes` is None without a review file."""

    sha256: str
    seal: str
    signatures: tuple[SignatureFindings, ...]
    findings: tuple[Finding, ...]
    changes: Changes | None = None

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Those about each signature, and those about the file as a whole."""
        return (*(one for signature in self.signatures for one in signature.findings), *self.findings)

    @property
    def grade(self) -> Grade:
        """The worst that was found: BAD before OPEN before the rest, which is GOOD."""
        grades = {finding.grade for finding in self.all_findings}
        return next((grade for grade in (Grade.BAD, Grade.OPEN) if grade in grades), Grade.GOOD)

    @property
    def is_sound(self) -> bool:
        """Whether every signature is there and holds, and nothing was altered."""
        return self.grade is Grade.GOOD
