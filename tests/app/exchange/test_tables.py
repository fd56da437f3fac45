"""No field and no entry is forgotten on the way to a table."""

from dataclasses import fields

import pytest

from app.assessment import assess
from app.exchange.contents import tables
from app.exchange.tables import Table
from app.register_columns import paths_of
from models.risk import Risk
from models.values import ENTRY_TYPES, LISTS, RegisterName
from tests.specified import specified_review

FERROWICK = specified_review("ferrowick")
ASSESSMENT = assess(FERROWICK)
TABLES = {table.name: table for table in tables(FERROWICK, ASSESSMENT)}


def columns(table: Table) -> list[str]:
    return [column.field for column in table.columns]


@pytest.mark.parametrize("register", LISTS)
def test_every_described_field_of_a_register_is_a_column(register: RegisterName) -> None:
    shown = columns(TABLES[register.value])

    assert set(paths_of(ENTRY_TYPES[register])) <= set(shown)
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize("register", [RegisterName.ENGAGEMENT, RegisterName.INCIDENT_PROCESS])
def test_every_described_field_of_a_single_entry_is_a_row(register: RegisterName) -> None:
    assert len(TABLES[register.value].rows) == len(paths_of(ENTRY_TYPES[register]))


def test_every_field_of_a_risk_is_a_column() -> None:
    shown = {field.partition(".")[0] for field in columns(TABLES["risks"])}

    assert {field.name for field in fields(Risk)} <= shown
    assert len(TABLES["risks"].rows) == len(ASSESSMENT.risks)


def test_every_input_of_every_risk_is_a_row() -> None:
    inputs = sum(len(r.drivers) + len(r.impact_modifiers) + len(r.controls) for r in ASSESSMENT.risks)

    assert len(TABLES["risk_inputs"].rows) == inputs


def test_every_question_is_there_and_every_answer_of_every_respondent() -> None:
    table = TABLES["answers"]
    at = columns(table).index("question")

    assert {row[at] for row in table.rows} == {question.id for question in FERROWICK.pack.questions}
    assert len([row for row in table.rows if row[at] in FERROWICK.answers_by_question]) == len(
        FERROWICK.answers
    )


def test_actions_are_proposed_by_leverage_and_say_whether_the_plan_has_them() -> None:
    table = TABLES["proposed_actions"]
    rows = [dict(zip(columns(table), row, strict=True)) for row in table.rows]
    leverages = [row["leverage"] for row in rows if isinstance(row["leverage"], int)]

    assert leverages == sorted(leverages, reverse=True)
    assert {row["question"] for row in rows if row["question"]} == {a.question for a in ASSESSMENT.actions}
    planned = {action.question for action in FERROWICK.action_plan.values() if action.question}
    assert planned == {row["question"] for row in rows if row["question"] and row["planned"] == "Yes"}


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_every_row_is_as_long_as_its_header_and_every_title_is_there_once(table: Table) -> None:
    titles = [column.title for column in table.columns]

    assert all(len(row) == len(titles) for row in table.rows)
    assert len(set(titles)) == len(titles)
    assert all(titles)
