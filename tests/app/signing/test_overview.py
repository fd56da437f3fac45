"""What the sign-off page says follows from the review and its audit trail alone."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.assessment import assess
from app.signing.overview import (
    SealedState,
    SignOffOverview,
    changes_since,
    named_signatories,
    overview,
    sealed_before,
    state_title,
)
from app.signing.standing import SignState
from models.risk import Band
from models.sign_off import (
    Acceptance,
    ReadyToSign,
    Reopened,
    Signatory,
    Signed,
    SignOffRecord,
    SignRole,
    SignWay,
)
from models.snapshot import ReviewHeader, Snapshot
from models.values import RegisterName, RiskDecision, Treatment
from tests.app.signing.conftest import AT
from tests.specified import specified_review

ANA = Signatory(role=SignRole.REVIEWER, name="Ana", position="Lead")
BO = Signatory(role=SignRole.SPONSOR, name="Bo")
CY = Signatory(role=SignRole.OTHER, name="Cy")
SEAL = "ab" * 32


@pytest.fixture(scope="module")
def tiny() -> Snapshot:
    return specified_review("tiny_one_tool")


def ready(*signatories: Signatory, version: int = 1, acceptances: tuple[Acceptance, ...] = ()) -> ReadyToSign:
    return ReadyToSign(version=version, seal=SEAL, at=AT, signatories=signatories, acceptances=acceptances)


def signed(one: Signatory, at: datetime = AT, way: SignWay = SignWay.DIGITAL, version: int = 1) -> Signed:
    return Signed(version=version, seal=SEAL, at=at, role=one.role, name=one.name, way=way, file="cd" * 32)


def of_version(tiny: Snapshot, version: int, *, sealed: bool = False) -> Snapshot:
    return replace(tiny, header=replace(tiny.header, version=version, sealed=sealed))


def shown(snapshot: Snapshot, *records: SignOffRecord, later: bool = False) -> SignOffOverview:
    headers: list[ReviewHeader] = [snapshot.header]
    if later:
        headers.append(replace(snapshot.header, id="R2", number=snapshot.header.number + 1))
    return overview(snapshot, assess(snapshot), records, headers)


def test_it_goes_from_draft_to_signed_and_tells_who_is_missing(tiny: Snapshot) -> None:
    sealed = of_version(tiny, 1, sealed=True)
    ways = [
        shown(tiny),
        shown(sealed, ready(ANA, BO, CY)),
        shown(sealed, ready(ANA, BO, CY), signed(ANA), signed(CY, way=SignWay.BY_HAND)),
        shown(sealed, ready(ANA, BO), signed(ANA), signed(BO)),
        shown(sealed, ready(ANA, BO), signed(ANA), signed(BO), later=True),
    ]

    assert [way.standing.state for way in ways] == [
        SignState.DRAFT, SignState.READY, SignState.READY, SignState.SIGNED, SignState.SUPERSEDED,
    ]  # fmt: skip
    assert [state_title(way) for way in ways] == [
        "Version 1 is a draft: nobody has signed it",
        "Version 1 is sealed and waits for 3 signatures",
        "Version 1 is sealed and waits for 1 signature",
        "Version 1 is signed by everybody",
        "Version 1 is superseded: a later review goes on from it",
    ]
    assert [(line.role, line.name, line.signed is not None) for line in ways[2].lines] == [
        ("Lead reviewer", "Ana", True),
        ("Client's sponsor", "Bo", False),
        ("Also signs", "Cy", True),
    ]
    assert [way.seal for way in ways] == ["", SEAL, SEAL, SEAL, SEAL]


def test_of_two_signatures_in_one_role_the_newer_counts(tiny: Snapshot) -> None:
    again = signed(replace(ANA, name="Ana Maria"), AT + timedelta(hours=1))
    found = shown(of_version(tiny, 1, sealed=True), ready(ANA, BO), signed(ANA), again)

    assert found.lines[0].signed == again
    assert found.lines[0].name == "Ana Maria"


def test_a_review_that_was_sealed_without_signatures_can_be_read(tiny: Snapshot) -> None:
    sealed = of_version(tiny, 1, sealed=True)

    assert shown(sealed, later=True).is_closed
    assert not shown(sealed, later=True).may_reopen
    assert shown(sealed).may_reopen
    assert not shown(tiny).is_closed


def test_what_a_signature_accepts_is_told_with_what_is_missing(tiny: Snapshot) -> None:
    risk = assess(tiny).risks[0]

    def with_decision(by: str | None, until: date | None) -> Snapshot:
        decision = RiskDecision(
            risk=risk.id, treatment=Treatment.ACCEPT, accepted_by=by, accepted_until=until
        )
        return tiny.with_entry(RegisterName.RISK_DECISIONS, decision)

    whole = shown(with_decision("CMO", date(2027, 6, 30))).accepted[0]
    bare = shown(with_decision(None, None)).accepted[0]

    assert (whole.risk, whole.by, whole.until, whole.missing) == (risk.id, "CMO", "30 June 2027", "")
    assert whole.title == " ".join(risk.title.split())
    assert bare.missing == "nobody is named who accepts it, and no date until when"
    assert shown(with_decision("CMO", None)).accepted[0].missing == "no date until when"
    assert shown(tiny).accepted == ()


def test_a_sealed_review_tells_what_was_accepted_then_and_not_what_is_now(tiny: Snapshot) -> None:
    then = Acceptance(risk="EX-T99", band=Band.HIGH, accepted_by="CMO")

    found = shown(of_version(tiny, 1, sealed=True), ready(ANA, acceptances=(then,)))

    assert [(one.risk, one.band) for one in found.accepted] == [("EX-T99", Band.HIGH)]


def test_only_a_draft_that_was_opened_again_has_a_version_before(tiny: Snapshot) -> None:
    first, opened = ready(ANA, BO), Reopened(version=1, seal=SEAL, at=AT)

    assert sealed_before(tiny, ()) is None
    assert sealed_before(of_version(tiny, 1, sealed=True), (first,)) is None
    assert sealed_before(of_version(tiny, 2), (first, opened)) == first
    assert sealed_before(of_version(tiny, 2), (first, opened, ready(ANA, version=2))) is None


def test_changes_are_told_by_field(tiny: Snapshot) -> None:
    before = SealedState(ready(ANA), tiny, assess(tiny))
    engagement = replace(tiny.engagement, scope="Another scope")
    after = tiny.with_entry(RegisterName.ENGAGEMENT, engagement)

    changes = changes_since(before, after, assess(after))

    assert [(one.register, [f.after for f in one.fields]) for one in changes.entries] == [
        (RegisterName.ENGAGEMENT, ["Another scope"])
    ]
    assert not changes_since(before, tiny, assess(tiny))


def test_names_are_taken_as_typed_but_for_space_and_for_who_has_none() -> None:
    made = named_signatories(
        (SignRole.SPONSOR, "", "CMO"),
        (SignRole.OTHER, "  Cy   Legal ", " Counsel"),
        (SignRole.OTHER, " ", "nobody"),
        (SignRole.OTHER, "Cy Legal", "the same again"),
    )

    assert made == (
        Signatory(role=SignRole.SPONSOR, name="", position="CMO"),
        Signatory(role=SignRole.OTHER, name="Cy Legal", position="Counsel"),
    )
