"""What is kept of a sign-off: its records, its states and versions, and what has changed since."""

from dataclasses import replace
from datetime import date

import pytest

from app.assessment import assess
from app.edits import put, set_field
from app.history import history
from app.signing.changes import as_sealed, changes_between
from app.signing.seal import seal
from app.signing.signing_off import (
    ready_to_sign,
    standing,
)
from app.signing.standing import SignState, earlier_versions, sign_off_standing
from app.workspace import NoReasonError, SealedError, Workspace
from models.risk import Band
from models.sign_off import (
    Acceptance,
    ReadyToSign,
    Reopened,
    Signatory,
    Signed,
    SignRole,
    SignWay,
    sign_off_from_json,
    sign_off_to_json,
)
from models.storage import SealedReviewError, StaleSignOffError, Store
from models.values import Owner, RegisterName
from tests.app.signing.conftest import AT

TOOLS = RegisterName.AI_TOOLS
BO = Signatory(role=SignRole.SPONSOR, name="Bo Ferrowick")


def test_a_signature_binds_the_version_and_the_seal_that_it_names(store: Store, workspace: Workspace) -> None:
    ready = ready_to_sign(workspace.snapshot, workspace.assessment, (BO,), AT)
    signed = Signed(
        version=1,
        seal=ready.seal,
        at=AT,
        role=SignRole.SPONSOR,
        name="Bo",
        way=SignWay.DIGITAL,
        file="0" * 64,
    )
    with pytest.raises(StaleSignOffError):
        store.sign_off("R1", signed, who="Ana", label="Sign")
    store.sign_off("R1", ready, who="Ana", label="Seal")

    for other in (replace(signed, seal="1" * 64), replace(signed, version=2)):
        with pytest.raises(StaleSignOffError):
            store.sign_off("R1", other, who="Ana", label="Sign")
    with pytest.raises(SealedReviewError):
        store.sign_off("R1", ready, who="Ana", label="Seal")

    assert store.sign_offs("R1") == (ready,)


def test_the_audit_trail_tells_it_in_words(reopened: Workspace) -> None:
    reopened.reopen("Once more.")
    lines = {line.label: line for line in reversed(history(reopened.snapshot, reopened.store.history("R1")))}

    told = {change.field: change.after for change in lines["Sign as sponsor"].changes}

    assert told["Signed by"] == "Bo Ferrowick"
    assert len(told["SHA-256 of the file"]) == 64
    assert lines["Unseal the review"].reason == "Once more."


def test_a_baseline_is_superseded_when_the_next_review_is_signed(reopened: Workspace) -> None:
    header, records = reopened.snapshot.header, reopened.sign_offs

    assert sign_off_standing(header, records).state is SignState.SIGNED
    assert sign_off_standing(header, records, is_followed=True).state is SignState.SUPERSEDED
    reopened.begin_review("Six months on")
    assert standing(reopened).state is SignState.DRAFT
    reopened.open_review("R1")
    with pytest.raises(SealedError):
        reopened.reopen("Too late: the next review goes on from it.")


@pytest.mark.parametrize(
    "record",
    [
        ReadyToSign(
            version=2,
            seal="a" * 64,
            at=AT,
            signatories=(BO, Signatory(role=SignRole.OTHER, name="Cy", position="Legal")),
            acceptances=(
                Acceptance(risk="EX-T01", band=Band.HIGH, accepted_by="CMO", until=date(2027, 1, 1)),
                Acceptance(risk="DE-01", band=Band.LOW),
            ),
        ),
        Signed(
            version=1,
            seal="b" * 64,
            at=AT,
            role=SignRole.OTHER,
            name="Cy",
            way=SignWay.BY_HAND,
            file="c" * 64,
        ),
        Reopened(version=3, seal="d" * 64, at=AT),
    ],
)
def test_a_record_outlives_the_file(record: ReadyToSign | Signed | Reopened) -> None:
    import json

    assert sign_off_from_json(json.loads(json.dumps(sign_off_to_json(record)))) == record


def test_opening_it_again_needs_a_reason_and_makes_the_next_version(reopened: Workspace) -> None:
    before = standing(reopened)
    for nothing in ("", "  \n"):
        with pytest.raises(NoReasonError):
            reopened.reopen(nothing)

    reopened.reopen("A connector was missing.")

    assert reopened.snapshot.header.version == 2
    assert not reopened.is_read_only
    assert standing(reopened).state is SignState.DRAFT
    (old,) = earlier_versions(reopened.snapshot.header, reopened.sign_offs)
    assert (old.version, old.state, old.signed) == (1, SignState.SUPERSEDED, before.signed)
    line = reopened.store.history("R1")[-1]
    assert line.reason == "A connector was missing."
    assert isinstance(line.after, Reopened)


def test_what_changed_since_is_told_field_by_field(reopened: Workspace) -> None:
    ready = standing(reopened).ready
    assert ready is not None
    reopened.reopen("Once more.")
    before = as_sealed(reopened.snapshot, reopened.store.history("R1"), ready)
    assert not changes_between((before, reopened.assessment), (reopened.snapshot, reopened.assessment))

    reopened.apply(set_field(reopened.snapshot, TOOLS, "T13", "owner", Owner.NAMED))
    reopened.apply(set_field(reopened.snapshot, TOOLS, "T13", "name", "Patchbay"))
    reopened.apply(
        put(reopened.snapshot, TOOLS, replace(reopened.snapshot.ai_tools["T01"], id="T99", name="New one"))
    )
    back = as_sealed(reopened.snapshot, reopened.store.history("R1"), ready)
    changes = changes_between((back, assess(back)), (reopened.snapshot, reopened.assessment))

    assert seal(back, assess(back)) == ready.seal
    told = {
        (entry.key, field.field): (field.before, field.after)
        for entry in changes.entries
        for field in entry.fields
    }
    assert told["T13", "Name"] == ("Patchbay AI steps", "Patchbay")
    assert told["T13", "Owner"][1] == "Named person"
    assert told["T99", "Name"] == ("", "New one")
    assert {entry.key for entry in changes.entries} == {"T13", "T99"}
    assert changes.words.startswith("Since it was sealed, 2 entries have changed")
