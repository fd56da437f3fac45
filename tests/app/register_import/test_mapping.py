"""Columns are guessed from what clients call them, and mappings are kept as files that read back the same."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.register_import import (
    IMPORTED,
    DayOrder,
    Duplicates,
    FieldMapping,
    ReadAs,
    fields_of,
    guessed_columns,
    read_mapping,
    write_mapping,
)
from app.register_import.errors import MappingError
from app.register_import.headings import takes_several
from models.values import RegisterName

TOOLS = RegisterName.AI_TOOLS
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@pytest.mark.parametrize(
    ("register", "headings", "fields"),
    [
        (
            TOOLS,
            "Use_Case_ID;Title;Summary;DevelopmentStage;Tool Owner;Supplier (legal name);No. of users",
            "source;name;description;status;owner_person;vendor;users",
        ),
        (TOOLS, "AI tool;Name;Vendor;Vendor name;What it does;Office", ";name;vendor;;description;"),
        (RegisterName.SYSTEMS, "Platform;Type;Owner;Go live;Purpose", "name;category;administrators;;role"),
        (
            RegisterName.VENDORS,
            "Supplier;Services;End date;Approved by",
            "name;products;contract_end;approval.approver_name",
        ),
        (RegisterName.USE_CASES, "Use case;Description;Tools;Owner", "name;purpose;tools;business_owner"),
        (
            TOOLS,
            "Nr.;Bezeichnung;Anbieter;Freigabe;Verantwortliche Person;Anzahl Nutzer;Kritikalität;Bemerkung",
            "source;name;vendor;approval;owner_person;users;process_criticality;notes",
        ),
        (
            TOOLS,
            "Outil;Fournisseur;Statut;Finalité;Données utilisées;Responsable;Criticité;Commentaires",
            "name;vendor;status;description;data_used;owner_person;process_criticality;notes",
        ),
        (
            TOOLS,
            "Tool Name;Vendor/Supplier;Criticality 1-5;Biz Owner;Owner/Vendor;What does it do (short)",
            "name;vendor;process_criticality;owner_person;;description",
        ),
        (TOOLS, "approved_on;Decision record.decided by;Colour", "approved_on;decision_record.decided_by;"),
    ],
)
def test_columns_are_guessed_from_their_headings(register: RegisterName, headings: str, fields: str) -> None:
    columns = headings.split(";")

    assert guessed_columns(register, columns) == dict(zip(columns, fields.split(";"), strict=True))


@pytest.mark.parametrize("register", IMPORTED)
def test_ids_and_groups_that_must_be_whole_cannot_be_imported(register: RegisterName) -> None:
    assert not {path for path in fields_of(register) if path == "id" or path.startswith("override.")}


@pytest.mark.parametrize("register", IMPORTED)
def test_every_own_label_leads_to_its_field(register: RegisterName) -> None:
    fields = fields_of(register)
    plain = {fields[path].label: path for path in fields if "." not in path}

    assert guessed_columns(register, list(plain)) == plain


@st.composite
def mappings(draw: st.DrawFn) -> FieldMapping:
    register = draw(st.sampled_from(IMPORTED))
    fields = fields_of(register)
    single = draw(st.lists(st.sampled_from([p for p in fields if not takes_several(fields[p])]), unique=True))
    several = draw(st.lists(st.sampled_from(["", "-", "notes", "source"])))
    headings = draw(st.lists(TEXTS, unique=True, max_size=len(single) + len(several)))
    some = st.sampled_from(list(fields))
    return FieldMapping(
        register=register,
        columns=dict(zip(headings, [*several, *single], strict=False)),
        values=draw(st.dictionaries(some, st.dictionaries(TEXTS, TEXTS, max_size=3), max_size=3)),
        defaults=draw(st.dictionaries(some, TEXTS, max_size=3)),
        read_as=ReadAs(
            encoding=draw(TEXTS),
            delimiter=draw(st.sampled_from(["", ",", ";", "\t", "|", "☃"])),
            sheet=draw(TEXTS),
            header_row=draw(st.integers(0, 10_000)),
        ),
        day_order=draw(st.none() | st.sampled_from(DayOrder)),
        duplicates=draw(st.none() | st.sampled_from(Duplicates)),
    )


@given(mappings())
def test_a_mapping_reads_back_as_it_was_written(mapping: FieldMapping) -> None:
    assert read_mapping(write_mapping(mapping)) == mapping
    assert read_mapping(write_mapping(mapping), mapping.register) == mapping


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("as = 'ai_tools'\ncolours = 1", "colours"),
        ("as = 'answers'", "as"),
        ("as = 'vendors'", "vendors"),
        ("", "as"),
        ("as = 3", "as"),
        ("as = 'ai_tools", "TOML"),
        ("as = 'ai_tools'\ncolumns = 1", "columns"),
        ("as = 'ai_tools'\n[columns]\nA = 'colour'", "colour"),
        ("as = 'ai_tools'\n[columns]\nA = 'id'", "id"),
        ("as = 'ai_tools'\n[columns]\nA = 'name'\nB = 'name'", "name"),
        ("as = 'ai_tools'\n[columns]\nA = 1.5", "columns.A"),
        ("as = 'ai_tools'\n[values]\nstatus = 'live'", "values.status"),
        ("as = 'ai_tools'\n[values.colour]\nA = 'live'", "colour"),
        ("as = 'ai_tools'\n[defaults]\ncolour = 'live'", "colour"),
        ("as = 'ai_tools'\nheader_row = true", "header_row"),
        ("as = 'ai_tools'\ndelimiter = ';;'", "delimiter"),
        ("as = 'ai_tools'\nduplicates = 'maybe'", "duplicates"),
        ("a = " + "[" * 5000, "TOML"),
    ],
)
def test_what_is_wrong_in_a_mapping_is_named(text: str, message: str) -> None:
    register: Any = TOOLS if "vendors" in text else None

    with pytest.raises(MappingError, match=message):
        read_mapping(text.encode(), register)


def test_numbers_truths_dates_and_lists_may_stand_as_they_are() -> None:
    text = "[defaults]\nprocess_criticality = 3\nsandbox_first = true\napproved_on = 2024-03-01\n"
    text += "user_groups = ['A', 'B']"

    mapping = read_mapping(text.encode(), TOOLS)

    assert mapping.defaults == {
        "process_criticality": "3",
        "sandbox_first": "yes",
        "approved_on": "2024-03-01",
        "user_groups": "A; B",
    }


def test_the_longest_beginning_counts_and_an_exact_text_before_all() -> None:
    given_words = {"In*": "trial", "in production*": "live", "In production: no": "planned", "*": ""}
    mapping = FieldMapping(register=TOOLS, values={"status": given_words})

    said = {
        text: mapping.translated("status", text)
        for text in ("IN  production: NO", "in production, yes", "Inert", "x")
    }

    assert list(said.values()) == ["planned", "live", "trial", ""]
    assert mapping.translated("approval", "x") is None
