import json
import re
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import kept_parts
import notices
import sbom
from app.version import VERSION


@pytest.fixture(scope="module")
def text() -> str:
    return sbom.document()


@pytest.fixture(scope="module")
def listed(text: str) -> dict[str, Any]:  # JSON
    found: dict[str, Any] = json.loads(text)
    return found


def test_it_fits_the_schema_of_cyclonedx_and_a_wrong_one_does_not(text: str) -> None:
    schema = JsonStrictValidator(SchemaVersion.V1_6)

    assert schema.validate_str(text) is None
    assert schema.validate_str(text.replace('"type": "library"', '"type": "thing"', 1)) is not None


def test_it_names_every_locked_package_with_version_licence_and_all_its_hashes(
    listed: dict[str, Any],
) -> None:
    by_name = {each["name"]: each for each in listed["components"]}
    lock = notices.LOCK.read_text(encoding="utf-8")

    for found in notices.ENTRY.finditer(lock):
        component = by_name[found["package"]]
        assert component["version"] == found["version"]
        assert component["purl"] == f"pkg:pypi/{found['package']}@{found['version']}"
        (licence,) = component["licenses"]
        assert licence.get("expression") or licence["license"]["id"], component["name"]
        hashes = {each["content"] for each in component["externalReferences"][0]["hashes"]}
        assert hashes == set(re.findall(r"sha256:([0-9a-f]{64})", found["rest"]))


def test_it_names_fonts_icons_and_the_libraries_inside_packages(listed: dict[str, Any]) -> None:
    by_name = {each["name"]: each for each in listed["components"]}

    assert {part.name for part in kept_parts.kept_parts()} <= set(by_name)
    files = {file["name"] for each in by_name.values() for file in each.get("components", ())}
    assert "resources/fonts/NotoSans-Regular.ttf" in files
    assert re.fullmatch(r"4\.\d+\.\d+", by_name["SQLCipher"]["version"])


def test_it_tells_what_needs_what(listed: dict[str, Any]) -> None:
    needs = {each["ref"].split("@")[0]: each.get("dependsOn", []) for each in listed["dependencies"]}

    def names(package: str) -> set[str]:
        return {each.split("@")[0] for each in needs[package]}

    assert {"reportlab", "sqlalchemy", "pyside6-essentials"} <= names("plumbline-review")
    assert "pillow" in names("reportlab")
    assert names("sqlcipher3") == {"SQLCipher"}
    assert listed["metadata"]["component"]["version"] == VERSION


def test_the_same_commit_gives_the_same_bytes(text: str) -> None:
    assert sbom.document() == text
