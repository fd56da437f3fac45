"""A review in which people wrote what breaks files: markup, formulas, controls, other scripts, too much."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.packs import built_in_pack
from models.snapshot import Snapshot
from models.values import AITool, Answer, AnswerState, DataCategory, Engagement, Json, RegisterName, System

FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "＝1+1",
    "'=1+1",
    "'",
)
TEXTS = (
    "<b>bold</b> & co",
    "]]> &amp; &#0; _x0041_",
    "مراجعة الحملة",
    "Füße 😀 👩‍👩‍👧",
    "bell \x07, escape \x1b[31m, delete \x7f, not a character \ufffe",
    "two\r\nlines\rand\nmore",
    'a "quoted", separated; text',
    "{name} %s \\",
    *FORMULAS,
)
LONG, LONGEST = "word " * 4_000, "😀" * 20_000
OLD_DAY, NEW_DAY = date(1850, 1, 2), date(2026, 8, 2)


def odd_review() -> Snapshot:
    """One tool for each odd text; texts of the greatest length; dates that spreadsheets cannot hold."""
    engagement = Engagement(
        client="<b>A&B</b> &P =1+1", scope=LONG, confidentiality="&D &[Page] 5", end_date=NEW_DAY
    )
    snapshot = Snapshot(pack=built_in_pack(), engagement=engagement)
    for number, text in enumerate(TEXTS, start=1):
        tool = AITool(
            id=f"T{number}",
            name=text,
            notes=text,
            process_criticality=1,
            created=OLD_DAY,
            updated=NEW_DAY,
        )
        snapshot = snapshot.with_entry(RegisterName.AI_TOOLS, tool)
        question = snapshot.pack.answered_questions[number].id
        answer = Answer(question=question, state=AnswerState.UNKNOWN, note=text)
        snapshot = snapshot.with_entry(RegisterName.ANSWERS, answer)
    snapshot = snapshot.with_entry(RegisterName.SYSTEMS, System(id="S1", name="Long", notes=LONGEST))
    category = DataCategory(id="C1", name="Extra", sensitivity=1)
    extras: Mapping[str, Json] = {"x_odd": "=1+1", "x_list": [1, {"deep": None}]}
    return snapshot.with_entry(RegisterName.DATA_CATEGORIES, replace(category, extras=extras))
