"""How a file was mapped is known the next time, and not a word of the file is kept for that."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.register_import import DayOrder, Duplicates, ReadAs
from app.register_import.draft import (
    Draft,
    begun,
    looked_at,
    reread,
    with_column,
    with_day_order,
    with_fact,
    with_mapping,
    with_meaning,
    with_policy,
)
from app.register_import.remembered import MOST_KEPT, as_last_time, remember
from models.values import RegisterName
from tests.inventories import DATA, EMPTY

TOOLS = RegisterName.AI_TOOLS
FIRST = "Werkzeug,Zustand,Bemerkung,Seit\nMail bot,Läuft,geheim,03/04/2024\nChat,Geplant,,\n"
NEXT = "Werkzeug,Zustand,Bemerkung,Seit\nBild,läuft,,04/05/2024\nText,Neu,,\n"


def said() -> Draft:
    draft = begun("Kunde.csv", FIRST.encode(), TOOLS)
    for column, path in {"Werkzeug": "name", "Zustand": "status", "Seit": "activated_on"}.items():
        draft = with_column(draft, column, path)
    draft = with_meaning(draft, "status", ["Läuft"], "live", EMPTY)
    draft = with_meaning(draft, "status", ["Geplant"], "planned", EMPTY)
    draft = with_fact(with_fact(draft, "process_criticality", "2"), "owner_person", "Frau Weiß")
    return with_policy(with_day_order(draft, DayOrder.DAY_FIRST), Duplicates.SKIP)


def kept(draft: Draft, folder: Path) -> str:
    remember(draft, looked_at(draft, EMPTY), folder)
    return (folder / "imports.json").read_text("utf-8")


def test_the_next_file_with_these_headings_is_mapped_in_the_same_way(tmp_path: Path) -> None:
    before = said()
    kept(before, tmp_path)

    draft = as_last_time(begun("Kunde 2.csv", NEXT.encode()), None, tmp_path)

    assert draft.is_as_last_time
    assert draft.register is TOOLS
    assert draft.mapping.columns == before.mapping.columns
    assert draft.mapping.values == {"status": {"läuft": "live"}}
    assert draft.mapping.defaults == {"process_criticality": "2"}
    assert (draft.mapping.day_order, draft.mapping.duplicates) == (DayOrder.DAY_FIRST, Duplicates.SKIP)


def test_no_word_of_the_file_is_kept(tmp_path: Path) -> None:
    text = kept(said(), tmp_path).casefold()

    words = (*FIRST.replace("\n", ",").split(","), "Kunde", "Frau Weiß", "Weiß")
    assert [word for word in words if word and word.casefold() in text] == []
    assert "läuft" not in json.loads(text)[0]["values"]["status"]


def test_how_a_file_had_to_be_read_is_known_too(tmp_path: Path) -> None:
    text = "Tools of the year;;\nTool;Owner, if any;Stage\nMail bot;Ann, Bob;Live\n"
    draft = reread(begun("list.csv", text.encode(), TOOLS), ReadAs(delimiter=",", header_row=2))
    kept(
        with_column(with_fact(draft, "process_criticality", "2"), draft.inventory.columns[0], "name"),
        tmp_path,
    )

    again = as_last_time(begun("list.csv", text.encode(), TOOLS), TOOLS, tmp_path)

    assert again.inventory.columns == draft.inventory.columns == ("Tool;Owner", "if any;Stage")
    assert (again.inventory.read_as.delimiter, again.asked.header_row) == (",", 2)


@pytest.mark.parametrize(
    ("text", "register"),
    [
        (NEXT.replace("Seit", "Ab"), None),
        ("Zustand,Werkzeug,Bemerkung,Seit\n" + NEXT.partition("\n")[2], None),
        (NEXT, RegisterName.SYSTEMS),
    ],
    ids=["another heading", "another order", "another register"],
)
def test_what_is_not_the_same_is_guessed_anew(
    tmp_path: Path, text: str, register: RegisterName | None
) -> None:
    kept(said(), tmp_path)
    draft = begun("list.csv", text.encode(), register)

    assert as_last_time(draft, register, tmp_path) is draft


@pytest.mark.parametrize(
    "field", ["columns", "values", "register", "facts", "header_row", "day_order", "first"]
)
def test_a_file_of_ours_that_makes_no_sense_is_passed_over(tmp_path: Path, field: str) -> None:
    lines = json.loads(kept(said(), tmp_path))
    lines[0][field] = {"nonsense": ["x"]} if field != "columns" else ["no such field"] * 4
    (tmp_path / "imports.json").write_text(json.dumps(lines), "utf-8")
    draft = begun("list.csv", NEXT.encode())

    assert as_last_time(draft, None, tmp_path) is draft


def test_only_the_latest_are_kept_and_each_once(tmp_path: Path) -> None:
    for n in range(MOST_KEPT + 2):
        kept(
            with_fact(begun("x.csv", f"Tool,Col {n}\nA,B\n".encode(), TOOLS), "process_criticality", "1"),
            tmp_path,
        )
    last = begun("x.csv", f"Tool,Col {MOST_KEPT + 1}\nA,B\n".encode(), TOOLS)
    text = kept(with_fact(last, "process_criticality", "5"), tmp_path)

    assert len(json.loads(text)) == MOST_KEPT
    assert as_last_time(last, None, tmp_path).mapping.defaults == {"process_criticality": "5"}
    first = begun("x.csv", b"Tool,Col 0\nA,B\n", TOOLS)
    assert not as_last_time(first, None, tmp_path).is_as_last_time


def test_the_meanings_that_a_pattern_gave_are_known_text_by_text(tmp_path: Path) -> None:
    data = (DATA / "dirty_inventory.csv").read_bytes()
    draft = with_fact(begun("x.csv", data), "process_criticality", "1")
    draft = with_mapping(draft, replace(draft.mapping, values={"status": {"In production*": "live"}}))
    kept(draft, tmp_path)

    again = as_last_time(begun("x.csv", data), None, tmp_path)

    assert again.mapping.values == {"status": {"In production: less than 6 months": "live"}}
