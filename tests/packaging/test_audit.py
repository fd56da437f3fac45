import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

import audit
import environment

SOUND = {"name": "pillow", "version": "13.0.0", "vulns": []}
WEAK = {
    "name": "lxml",
    "version": "6.1.3",
    "vulns": [{"id": "PYSEC-2026-1", "fix_versions": ["6.1.4"], "aliases": [], "description": ""}],
}
UNANSWERED = {"name": "zxcvbn", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        ([SOUND], audit.NOTHING, "1 packages, 0 known weaknesses"),
        ([SOUND, WEAK], audit.WEAK, "lxml 6.1.3: PYSEC-2026-1, mended in 6.1.4"),
        ([SOUND, UNANSWERED], audit.UNKNOWN, "The index gave no answer about: zxcvbn"),
        ([], audit.UNKNOWN, "0 packages"),
        (None, audit.UNKNOWN, "nothing is known: no route"),
    ],
)
def test_the_exit_code_tells_sound_from_weak_from_unknown(  # the index itself is out of reach of a test
    answer: list[dict[str, Any]] | None,
    code: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    written = "" if answer is None else json.dumps({"dependencies": answer, "fixes": []})
    monkeypatch.setattr(environment, "ensure", lambda *_given, **_named: Path("python"))
    monkeypatch.setattr(
        subprocess,
        "run",
        lambda *_given, **_named: subprocess.CompletedProcess([], 0, written, "no route"),
    )

    assert audit.main([]) == code

    told = capsys.readouterr()
    assert said in told.out + told.err
