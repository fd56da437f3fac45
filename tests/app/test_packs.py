import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import resources
from app.packs import PackError, available_packs, built_in_pack, load_pack
from models.pack import QuestionKind, QuestionPack, pack_from_json, pack_to_json

SHIPPED = resources.read_text("packs", "qb-1.yaml")


@pytest.fixture
def load(tmp_path: Path) -> Callable[[str | bytes], QuestionPack]:
    def write_and_load(content: str | bytes) -> QuestionPack:
        file = tmp_path / "mine.yaml"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load_pack(file)

    return write_and_load


def changed(old: str, new: str) -> str:
    assert old in SHIPPED
    return SHIPPED.replace(old, new, 1)


def in_question(question_id: str, old: str, new: str) -> str:
    start = SHIPPED.index(f"- id: {question_id}\n")
    place = SHIPPED.index(old, start)
    return SHIPPED[:place] + new + SHIPPED[place + len(old) :]


def without_question(question_id: str) -> str:
    start = SHIPPED.index(f"  - id: {question_id}\n")
    return SHIPPED[:start] + SHIPPED[SHIPPED.index("  - id: ", start + 5) :]


def test_the_shipped_pack_has_the_82_questions_of_the_bank_and_28_of_them_in_express() -> None:
    pack = built_in_pack()

    kinds = Counter(question.kind for question in pack.questions)
    sizes = Counter(question.section for question in pack.questions)

    assert pack.id == "qb-1"
    assert pack.risk_model == "rm-1"
    assert len(pack.in_mode("express")) == 28
    assert dict(kinds) == {
        QuestionKind.MATURITY: 47,
        QuestionKind.YES_PARTLY_NO: 13,
        QuestionKind.MULTI_CHOICE: 1,
        QuestionKind.REGISTER: 21,
    }
    assert dict(sizes) == {"USE": 12, "ACC": 12, "DAT": 12, "UCR": 10, "OVR": 11, "LOG": 12, "VEN": 13}
    assert sum(section.timebox_minutes for section in pack.sections) == 275


def test_the_shipped_pack_survives_the_review_file() -> None:
    pack = built_in_pack()

    assert pack_from_json(json.loads(json.dumps(pack_to_json(pack)))) == pack


def test_the_shipped_pack_is_read_once_and_listed() -> None:
    assert available_packs() == ("qb-1",)
    assert built_in_pack() is built_in_pack()

    with pytest.raises(PackError, match="qb-2: is not among the packs"):
        built_in_pack("qb-2")


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        (changed("plumbline-question-bank", "something-else"), "format", "plumbline-question-bank"),
        (changed("risk_model: rm-1", "risk_model: rm-9"), "risk_model", "rm-1"),
        (changed("question_count: 82", "question_count: 81"), "question_count", "82"),
        (changed("express_question_count: 28", "express_question_count: 30"), "express_question_count", "28"),
        (changed("title: Current AI usage", "title: ''"), "sections/USE/title", "blank"),
        (changed("timebox_minutes: 40", "timebox_minutes: 0"), "sections/USE/timebox_minutes", "600"),
        (changed("timebox_minutes: 40", "timebox_minutes: '40'"), "sections/USE/timebox_minutes", "integer"),
        (changed("{id: ACC, title", "{id: USE, title"), "sections", "2 times"),
        (changed("name: Decisioning", "name: Execution"), "risk_types/DE/name", "Decisioning"),
        (changed("  - training\n", "  - shouting\n"), "action_kinds/4", "training"),
        (changed("  - training\n", ""), "questions/USE-11/action/kind", "training"),
        (changed("{id: demonstrated, label", "{id: proven, label"), "evidence_grades", "demonstrated"),
        (in_question("ACC-05", "levels:\n      - any user\n", "levels:\n"), "questions/ACC-05/levels", "5"),
        (
            in_question("ACC-03", "    why:", "    levels: [a, b]\n    why:"),
            "questions/ACC-03/levels",
            "0 texts",
        ),
        (
            in_question("ACC-03", "    why:", "    color: red\n    why:"),
            "questions/ACC-03/color",
            "known key",
        ),
        (in_question("ACC-03", "section: ACC", "section: ABC"), "questions/ACC-03/section", "ABC"),
        (in_question("ACC-03", "section: ACC", "section: DAT"), "questions/ACC-03/id", "DAT"),
        (in_question("ACC-03", "{EX: 3,", "{EX: 4,"), "questions/ACC-03/risk_weights/EX", "between 1 and 3"),
        (in_question("ACC-03", "{EX: 3,", "{XX: 3,"), "questions/ACC-03/risk_weights/XX", "'EX'"),
        (
            in_question("ACC-03", "per: access_grant", "per: engagement"),
            "questions/ACC-03/asked_per",
            "register",
        ),
        (in_question("ACC-03", "express: true", "express: maybe"), "questions/ACC-03/express", "boolean"),
        (in_question("ACC-03", "effort: M", "effort: XL"), "questions/ACC-03/effort", "'S'"),
        (in_question("ACC-03", "- GDPR:Art 32", "- GDPR"), "questions/ACC-03/references/2", "no place"),
        (in_question("ACC-03", "- GDPR:Art", "- HIPAA:Art"), "questions/ACC-03/references/2", "HIPAA"),
        (in_question("USE-04", "{id: qa,", "{id: code,"), "questions/USE-04/options", "code"),
        (
            in_question("USE-04", "risk_weights: {}", "risk_weights: {DA: 1}"),
            "questions/USE-04/risk_weights",
            "multi",
        ),
        (changed("- id: ACC-04\n", "- id: ACC-03\n"), "questions", "ACC-03 stands there 2 times"),
        (without_question("LOG-09"), "questions", "LOG-09 is missing"),
    ],
)
def test_a_wrong_pack_is_refused_with_file_place_and_reason(
    load: Callable[[str], QuestionPack], text: str, key: str, reason: str
) -> None:
    with pytest.raises(PackError) as refused:
        load(text)

    assert refused.value.file == "mine.yaml"
    assert refused.value.key == key
    assert reason in refused.value.reason
    assert str(refused.value).startswith(f"mine.yaml, {key}: ")
    assert refused.value.advice


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"format: plumbline-question-bank\nformat: again\n", "twice"),
        (b"a: &x [1]\nb: *x\n", "anchor"),
        (b"a: !!python/object/apply:os.system [ls]\n", "tag"),
        (b"a: 1\n---\nb: 2\n", "more than one document"),
        (b"a: [1, 2\n", "not valid YAML"),
        (b"[" * 200_000, "nested deeper"),
        (b"- " * 200_000, "nested deeper"),
        (b"# " + b"x" * 3_000_000, "larger than"),
        (b"? [a]\n: b\n", "where a key should stand"),
        (b"", "plumbline-question-bank"),
        (b"just text", "plumbline-question-bank"),
    ],
)
def test_a_file_that_is_no_honest_yaml_is_refused(
    load: Callable[[bytes], QuestionPack], content: bytes, reason: str
) -> None:
    with pytest.raises(PackError, match=reason):
        load(content)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"none\.yaml: cannot be read"):
        load_pack(tmp_path / "none.yaml")


def test_unquoted_words_and_dates_in_a_pack_stay_text(load: Callable[[str], QuestionPack]) -> None:
    text = in_question("USE-01", "- nothing exists", "- no")

    pack = load(text)

    assert pack.question("USE-01").levels[0] == "no"


def test_opening_a_review_file_needs_neither_pydantic_nor_yaml() -> None:
    code = (
        "import sys, app.packs, app.library, app.frameworks; "
        "sys.exit('pydantic' in sys.modules or 'yaml' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=resources.path().parent, check=False)

    assert done.returncode == 0
