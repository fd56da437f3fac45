"""The scripts that only other systems can run: what they name is there, and what they say parses."""

import plistlib
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

import frozen
from app.start_words import SELF_TEST

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
WORKFLOW = ROOT / ".github" / "workflows" / "release.yml"
INNO = (PACKAGING / "windows" / "plumbline.iss").read_text("utf-8")
# Made by the build; everything else that a script names has to be in the tree.
MADE = re.compile(r"dist[\\/]")
INNO_SECTIONS = {"Setup", "Files", "Icons", "Tasks", "Registry", "Run"}
INNO_KEYS = {
    "Files": {"Source", "DestDir", "Flags"},
    "Icons": {"Name", "Filename", "Tasks"},
    "Tasks": {"Name", "Description", "Flags"},
    "Registry": {"Root", "Subkey", "ValueType", "ValueData", "Flags"},
    "Run": {"Filename", "Description", "Flags"},
}


@pytest.fixture(scope="module")
def jobs() -> dict[str, Any]:  # YAML
    found: dict[str, Any] = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]
    return found


def steps(jobs: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in jobs.values() for step in job["steps"]]


def inno_lines() -> dict[str, list[str]]:
    """The lines of each section of the installer's script."""
    sections: dict[str, list[str]] = {}
    here = ""
    for line in INNO.splitlines():
        if found := re.fullmatch(r"\[(\w+)\]", line):
            here = found[1]
            sections[here] = []
        elif here and line and not line.startswith((";", "#")):
            sections[here].append(line)
    return sections


def parts_of(line: str) -> dict[str, str]:
    """`Key: value; Key: "quoted; value"` of one line."""
    found = re.findall(r'(\w+): ("(?:[^"]|"")*"|[^;]+)(?:; |$)', line)
    assert "; ".join(f"{key}: {value}" for key, value in found) == line, line
    return {key: value.strip('"') for key, value in found}


def test_every_step_runs_something_or_uses_an_action_of_a_fixed_version(jobs: dict[str, Any]) -> None:
    assert {"runs-on", "steps"} <= set.intersection(*(set(job) for job in jobs.values()))
    for step in steps(jobs):
        assert len({"run", "uses"} & set(step)) == 1, step
        if "uses" in step:
            assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+", step["uses"]), step
        assert set(step) <= {"run", "uses", "with", "shell", "name", "if", "env"}, step


def test_every_shell_step_of_the_workflow_parses(jobs: dict[str, Any]) -> None:
    told = [step["run"] for step in steps(jobs) if "run" in step and step.get("shell") != "pwsh"]

    for command in told:
        done = subprocess.run(["bash", "-n"], input=command, text=True, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), command


def test_every_file_that_the_workflow_runs_is_there(jobs: dict[str, Any]) -> None:
    told = "\n".join(step["run"] for step in steps(jobs) if "run" in step)
    named = [name.replace("\\", "/") for name in re.findall(r"packaging[\\/][\w\\/.]+", told)]

    assert len(named) >= 5
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_what_the_workflow_keeps_is_what_the_scripts_make(jobs: dict[str, Any]) -> None:
    kept = {
        name: step["with"]["path"].split()
        for name, job in jobs.items()
        for step in job["steps"]
        if step.get("uses", "").startswith("actions/upload-artifact")
    }

    assert kept["linux"] == ["dist/*.deb", "dist/*.tar.xz", "dist/*.cdx.json"]
    assert kept["windows"] == ["dist/*-setup.exe"]
    assert "OutputBaseFilename=plumbline-{#Version}-windows-setup" in INNO
    assert kept["macos"] == ["dist/*.dmg"]
    assert re.search(r'image="dist/[^"]+\.dmg"', (PACKAGING / "macos" / "build.sh").read_text("utf-8"))


def test_the_installers_script_has_known_sections_and_keys() -> None:
    sections = inno_lines()

    assert set(sections) == INNO_SECTIONS
    assert all(re.fullmatch(r"\w+=\S.*", line) for line in sections["Setup"])
    for name, known in INNO_KEYS.items():
        for line in sections[name]:
            assert set(parts_of(line)) <= known, line


def test_what_the_installer_refers_to_is_there_or_made_by_the_build() -> None:
    sections = inno_lines()
    setup = dict(line.split("=", 1) for line in sections["Setup"])
    tasks = {parts_of(line)["Name"] for line in sections["Tasks"]}
    used = {parts_of(line).get("Tasks") for line in sections["Icons"]} - {None}
    programs = re.findall(r"\{app\}\\([\w-]+\.exe)", INNO)
    named = [
        setup["LicenseFile"],
        setup["SetupIconFile"],
        *(parts_of(x)["Source"] for x in sections["Files"]),
    ]
    spec = frozen.SPEC.read_text("utf-8")

    assert used <= tasks
    assert setup["PrivilegesRequired"] == "lowest"
    assert {parts_of(line)["Root"] for line in sections["Registry"]} == {"HKCU"}
    assert set(programs) == {"plumbline.exe"}
    assert 'name="plumbline"' in spec
    for name in named:
        place = name.replace("\\", "/").removeprefix("../../")
        assert MADE.match(place) or (ROOT / place).is_file(), name
    assert INNO.count("{") == INNO.count("}") + 1  # an AppId begins with two


def test_the_windows_script_uses_what_the_build_makes() -> None:
    script = (PACKAGING / "windows" / "build.ps1").read_text("utf-8")
    spec = frozen.SPEC.read_text("utf-8")

    assert 'name="plumbline-cli"' in spec
    assert set(re.findall(r"[\w-]+\.exe", script)) == {
        "plumbline-cli.exe",
        "ISCC.exe",
        "version-windows-setup.exe",
    }
    for left, right in ("{}", "()", '""'):
        assert script.count(left) == script.count(right) if left != right else script.count(left) % 2 == 0
    named = [name.replace("\\", "/") for name in re.findall(r"packaging[\\/][\w\\/.]+", script)]
    assert [name for name in named if not (ROOT / name).is_file()] == []
    proven = re.findall(rf'plumbline-cli\.exe"?\)? {SELF_TEST}', script)
    assert len(proven) == 2  # what was built, and what was installed
    assert script.count("$LASTEXITCODE -ne 0") == 3


def test_the_mac_script_names_files_that_are_there_and_entitlements_that_parse() -> None:
    script = (PACKAGING / "macos" / "build.sh").read_text("utf-8")

    named = re.findall(r"packaging/[\w/.]+", script)
    assert [name for name in named if not (ROOT / name).is_file()] == []
    rights = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert rights
    assert all(value is True for value in rights.values())
    assert 'name="Plumbline.app"' in frozen.SPEC.read_text("utf-8")


def test_the_checklist_says_what_nobody_has_tried() -> None:
    told = (PACKAGING / "RELEASE.md").read_text("utf-8")

    assert "## Windows and macOS (written and syntax-checked, untested)" in told
