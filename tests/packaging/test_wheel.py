import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WHERE_FROM = """
import sys
sys.path.insert(0, sys.argv[1])
import plumbline_review
import app.version, models, resources, ui
print(*(m.__file__ for m in (app.version, models, resources, ui)), sep="\\n")
"""


def built(folder: Path, **variables: str) -> Path:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, env=os.environ | variables)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("wheel"))


def test_two_builds_at_other_times_and_places_give_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    again = built(tmp_path, TZ="Asia/Tokyo", LC_ALL="C", PYTHONHASHSEED="7")

    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()
    with zipfile.ZipFile(wheel) as archive:
        assert not [name for name in archive.namelist() if name.endswith(".pyc")]  # they hold times


def test_a_wheel_puts_nothing_but_one_private_folder_into_a_shared_environment(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"plumbline_review"}


def test_a_wheel_holds_all_sources_and_all_data(wheel: Path) -> None:
    listing = ["git", "ls-files", "app", "ui", "models", "resources"]
    tracked = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()

    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())

    assert {f"plumbline_review/{name}" for name in tracked} <= packed


def test_a_program_from_a_wheel_uses_the_sources_of_the_wheel(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)

    question = [sys.executable, "-c", WHERE_FROM, str(tmp_path)]
    answer = subprocess.run(question, cwd=tmp_path, check=True, capture_output=True, text=True).stdout

    private = tmp_path / "plumbline_review"
    assert all(Path(line).is_relative_to(private) for line in answer.splitlines())
