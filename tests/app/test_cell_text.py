"""Cells say values in words, and words typed into cells become values again."""

from datetime import date

import pytest

from app.cell_text import CellError, cell_text, cell_value, names_of
from app.register_columns import columns_of, spec_at, value_at
from models.values import (
    ENTRY_TYPES,
    Approval,
    Capability,
    Kind,
    RegisterName,
    Tri,
    Unknown,
    YesPartlyNo,
)
from tests.specified import specified_review

FERROWICK = specified_review("ferrowick")
NAMES = names_of(FERROWICK)
R = RegisterName


def kind(register: RegisterName, path: str) -> Kind:
    return spec_at(ENTRY_TYPES[register], path).kind


@pytest.mark.parametrize("register", [name for name in ENTRY_TYPES if columns_of(name)])
def test_what_a_cell_says_means_the_same_when_it_is_typed_again(register: RegisterName) -> None:
    for entry in FERROWICK.entries(register).values():
        for path in columns_of(register):
            value = value_at(entry, path)
            spec = spec_at(ENTRY_TYPES[register], path)
            assert cell_value(spec.kind, cell_text(spec.kind, value, NAMES), FERROWICK) == value


@pytest.mark.parametrize(
    ("register", "path", "text", "value"),
    [
        (R.AI_TOOLS, "approval", "UNOFFICIAL", Approval.UNOFFICIAL),
        (R.AI_TOOLS, "approval", "approved_scoped", Approval.APPROVED_SCOPED),
        (R.AI_TOOLS, "approval", "?", Approval.UNKNOWN),
        (R.AI_TOOLS, "feeds_live_process", "y", Tri.YES),
        (R.AI_TOOLS, "feeds_live_process", "FALSE", Tri.NO),
        (R.AI_TOOLS, "users", "1,200", 1200),
        (R.AI_TOOLS, "users", "1.200", 1200),
        (R.AI_TOOLS, "users", "1\u202f200", 1200),
        (R.AI_TOOLS, "users", "1'234'567", 1_234_567),
        (R.AI_TOOLS, "users", "1.234.567,00", 1_234_567),
        (R.AI_TOOLS, "users", "12,34,567", 1_234_567),
        (R.AI_TOOLS, "users", "3,0", 3),
        (R.AI_TOOLS, "process_criticality", "4.0", 4),
        (R.AI_TOOLS, "users", "don't know", Unknown.UNKNOWN),
        (R.AI_TOOLS, "vendor", "parley", "V6"),
        (R.AI_TOOLS, "vendor", "None", "none"),
        (R.AI_TOOLS, "activated_on", " 2026-01-31 ", date(2026, 1, 31)),
        (R.AI_TOOLS, "name", "  ", None),
        (R.ACCESS_GRANTS, "capabilities", "see; Change; see", (Capability.SEE, Capability.CHANGE)),
        (R.ACCESS_GRANTS, "data_categories", "C01\nC02", ("C01", "C02")),
        (R.SESSIONS, "questions", "acc-01, use-02", ("ACC-01", "USE-02")),
        (R.ANSWERS, "value", "3", 3),
        (R.ANSWERS, "value", "Partly", YesPartlyNo.PARTLY),
        (R.ANSWERS, "value", "drafting, qa", ("drafting", "qa")),
    ],
)
def test_words_become_values(register: RegisterName, path: str, text: str, value: object) -> None:
    assert cell_value(kind(register, path), text, FERROWICK) == value


@pytest.mark.parametrize(
    ("register", "path", "text"),
    [
        (R.AI_TOOLS, "approval", "perhaps"),
        (R.AI_TOOLS, "users", "-3"),
        (R.AI_TOOLS, "process_criticality", "6"),
        (R.AI_TOOLS, "process_criticality", "?"),
        (R.AI_TOOLS, "vendor", "Nobody Ltd"),
        (R.AI_TOOLS, "activated_on", "03/04/2026"),
        (R.AI_TOOLS, "name", "x" * 301),
        (R.AI_TOOLS, "users", "9" * 400),
        (R.AI_TOOLS, "users", "1,5"),
        (R.AI_TOOLS, "users", "2.25"),
        (R.AI_TOOLS, "users", "1,20"),
        (R.AI_TOOLS, "users", "1.200,5"),
        (R.AI_TOOLS, "process_criticality", "2,5"),
        (R.EVIDENCE, "file_name", "../secret.txt"),
    ],
)
def test_words_that_fit_nothing_are_refused_with_a_reason(
    register: RegisterName, path: str, text: str
) -> None:
    with pytest.raises(CellError) as refused:
        cell_value(kind(register, path), text, FERROWICK)

    assert refused.value.why
