"""References are found from the description of fields, nested ones too."""

from app.references import references_of, without_references
from models.values import AccessGrant, AITool, ApprovedScope, Vendor, VendorApproval
from models.values.enums import Capability, DataForm, Environment, Route


def grant(*categories: str) -> AccessGrant:
    return AccessGrant(
        id="A1",
        tool="T1",
        system="none",
        capabilities=(Capability.SEE,),
        route=Route.COPY_PASTE,
        environment=Environment.LIVE,
        data_categories=categories,
        form=DataForm.RAW,
    )


def test_reserved_words_are_no_references() -> None:
    tool = AITool(id="T1", name="A", process_criticality=1, vendor="unknown", host_system="S1", gate="none")

    assert list(references_of(tool)) == [("host_system", "S1")]
    assert list(references_of(grant("C1", "C2"))) == [
        ("tool", "T1"),
        ("data_categories.0", "C1"),
        ("data_categories.1", "C2"),
    ]


def test_nested_references_are_found_and_taken_out() -> None:
    approval = VendorApproval(scope=ApprovedScope(systems=("S1", "S2")))
    vendor = Vendor(id="V1", name="A", approval=approval)

    assert [target for _path, target in references_of(vendor)] == ["S1", "S2"]
    without = without_references(vendor, frozenset({"S1"}))
    assert without is not None
    assert list(references_of(without)) == [("approval.scope.systems.0", "S2")]


def test_an_entry_without_such_a_reference_is_the_same_object() -> None:
    only = grant("C1")

    assert without_references(only, frozenset({"S9"})) is only


def test_an_entry_that_needs_the_reference_cannot_be_without_it() -> None:
    assert without_references(grant("C1"), frozenset({"T1"})) is None
    assert without_references(grant("C1"), frozenset({"C1"})) is None
