"""The four reviews of the specification are assessed as the specification says, to the last byte."""

import json

import pytest
from jsonschema import Draft202012Validator

import resources
from app.assessment import assess
from tests.specified import NAMES, specified_assessment, specified_assessment_text, specified_review

SCHEMA = json.loads(resources.read_text("schemas", "assessment.schema.json"))


@pytest.mark.parametrize("name", NAMES)
def test_every_field_agrees_with_the_specification(name: str) -> None:
    expected = specified_assessment(name)

    assessed = assess(specified_review(name)).to_json()

    assert assessed.keys() == expected.keys()
    for field, value in assessed.items():
        assert value == expected[field], field


@pytest.mark.parametrize("name", NAMES)
def test_the_bytes_agree_with_the_specification(name: str) -> None:
    assessed = assess(specified_review(name)).to_json()

    assert json.dumps(assessed, indent=1, ensure_ascii=False) + "\n" == specified_assessment_text(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_assessment_keeps_to_its_schema(name: str) -> None:
    Draft202012Validator(SCHEMA).validate(assess(specified_review(name)).to_json())
