"""What a report says about its sign-off: draft or sealed, which version, who signs, and what they accept."""

from app.day_words import day
from app.i18n import _, ngettext
from app.reporting.content.findings import Findings, brief
from app.reporting.content.parts import Paragraph, Part, SignBox, SignBoxes, SignLines, quiet, words
from app.role_words import role_words
from models.sign_off import Acceptance, ReadyToSign, SignRole

_SHOWN = 2
IN_BOXES = (SignRole.REVIEWER, SignRole.SPONSOR)


def state_words(findings: Findings, ready: ReadyToSign | None) -> str:
    """What stands at the foot of every page."""
    if ready is not None:
        return _("Version {n}, sealed for signature").format(n=ready.version)
    version = findings.snapshot.header.version
    return _("Draft of version {n}, not signed").format(n=version) if version > 1 else _("Draft, not signed")


def version_words(findings: Findings, ready: ReadyToSign | None) -> str:
    """What stands at the head of every page: the reviewer's own word, and the number of the sign-off."""
    own = brief(findings.snapshot.engagement.report_version or "", 24)
    if ready is None:
        return _("Version {version}").format(version=own or "0.1")
    number = str(ready.version)
    if own.removesuffix(".0") == number:
        return _("Version {version}").format(version=own)
    return _("Version {version}").format(version=f"{number} ({own})" if own else number)


def sign_off_parts(ready: ReadyToSign) -> tuple[Part, ...]:
    """The boxes to sign in, and what a signature binds."""
    by_role = {one.role: one for one in ready.signatories}
    boxes = tuple(
        SignBox(role_words(role), brief(by_role[role].name, 60) if role in by_role else "", role.value)
        for role in IN_BOXES
    )
    others = tuple(
        (brief(one.name or one.position, 40), _("date, signature"))
        for one in ready.signatories
        if one.role is SignRole.OTHER
    )
    more = (SignLines(others),) if others else ()
    return (SignBoxes(boxes), *more, Paragraph(words(quiet(_accepted(ready.acceptances))), size="fine"))


def _accepted(accepted: tuple[Acceptance, ...]) -> str:
    if not accepted:
        return _("A signature binds the seal below. No risk is accepted as it stands.")
    told = ", ".join(_one(one) for one in accepted[:_SHOWN])
    left = len(accepted) - _SHOWN
    if left > 0:
        told += " " + ngettext(
            "and {n} more (page 11 and appendix C)", "and {n} more (page 11 and appendix C)", left
        ).format(n=left)
    return _("A signature binds the seal below and accepts as they stand: {risks}.").format(risks=told)


def _one(one: Acceptance) -> str:
    who = brief(one.accepted_by, 40) or _("nobody yet")
    until = day(one.until) if one.until else _("no date")
    return _("{risk} ({who}, until {until})").format(risk=one.risk, who=who, until=until)
