import re
import subprocess
from pathlib import Path

from app.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
# Versions of others may be the same as ours by chance, and the changelog tells which versions there were.
# A number is taken for ours where its line speaks of a version, or of Plumbline.
OF_OTHERS = ("requirements/", "tests/data/", "resources/licences/", "THIRD_PARTY_NOTICES.md", "CHANGELOG.md")


def test_no_file_but_one_spells_the_version() -> None:
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
    spelt = re.compile(rf"(?i)(plumbline|version)[^\n]*(?<![\d.]){re.escape(VERSION)}(?![\d.])".encode())

    spelling = [
        name
        for name in tracked.stdout.split("\0")
        if name and not name.startswith(OF_OTHERS) and spelt.search((ROOT / name).read_bytes())
    ]

    assert spelling == ["app/version.py"]


def test_it_is_a_version_by_the_rules_of_semantic_versioning() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?", VERSION)
