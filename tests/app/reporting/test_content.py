"""What the report says, before anything is laid out."""

import re
from dataclasses import fields, is_dataclass, replace

import pytest

from app.assessment import assess
from app.reporting import ReportContent, report_content
from app.reporting.content.answer import fine_tools
from app.reporting.content.findings import Findings, brief, listed
from app.reporting.content.parts import Grid, Heading, Part, Run, Words
from app.reporting.content.plan import plan, uncovered
from app.reporting.content.vendor_words import vendor_sentence
from models.risk import Risk
from models.values import Autonomy, Horizon, Owner, RegisterName
from tests.changes import with_fields, with_register
from tests.reports import content_for, content_of
from tests.specified import NAMES, specified_assessment, specified_review


def findings_of(name: str) -> Findings:
    snapshot = specified_review(name)
    return Findings(snapshot, assess(snapshot))


def all_words(part: object) -> str:
    """Every text in a part of a report."""
    if isinstance(part, str):
        return part
    if isinstance(part, Words):
        return part.text
    if isinstance(part, tuple | list):
        return " ".join(all_words(item) for item in part)
    if isinstance(part, dict):
        return " ".join(all_words(item) for item in part.values())
    if is_dataclass(part):
        return " ".join(all_words(getattr(part, field.name)) for field in fields(part))
    return ""


def links_in(part: object) -> set[str]:
    """Every place that a part of a report leads to."""
    if isinstance(part, Run):
        return {part.to} - {""}
    if isinstance(part, tuple | list):
        return {place for item in part for place in links_in(item)}
    if is_dataclass(part) and not isinstance(part, type):
        return {place for field in fields(part) for place in links_in(getattr(part, field.name))}
    return set()


def rows_under(parts: tuple[Part, ...]) -> dict[str, dict[str, str]]:
    """The rows of the table below each heading, by their first word."""
    found: dict[str, dict[str, str]] = {}
    title = ""
    for part in parts:
        if isinstance(part, Heading):
            title = part.text
        elif isinstance(part, Grid):
            rows = [" ".join(all_words(cell) for cell in row.cells) for row in part.rows]
            found[title] = {row.split()[0]: row for row in rows}
    return found


def page(content: ReportContent, number: int) -> str:
    """All the words of a page."""
    return all_words(content.pages[number - 1])


@pytest.mark.parametrize("name", NAMES)
def test_there_are_twelve_pages_and_eight_appendices(name: str) -> None:
    content = content_of(name)

    assert [page.number for page in content.pages] == list(range(1, 13))
    assert [section.letter for section in content.appendix] == list("ABCDEFGH")


def test_every_page_says_how_much_was_answered() -> None:
    every = content_of("ferrowick").every_page

    assert every.progress == "59 of 61 questions answered, 2 unknown"
    assert every.state == "Draft, not signed"
    assert every.date == "13 November 2026"
    assert every.version == "Version 1.0"
    assert every.confidentiality == "Confidential: Ferrowick and reviewers only"
    assert content_of("ferrowick").fingerprint.startswith(every.fingerprint)


def test_a_question_not_asked_yet_is_said_on_every_page() -> None:
    assert content_of("tiny_empty").every_page.progress == (
        "0 of 61 questions answered, 0 unknown, 61 not asked yet"
    )


def test_the_five_headline_risks_come_in_their_order_with_their_stop_rules() -> None:
    text = page(content_of("ferrowick"), 2)

    expected = specified_assessment("ferrowick")["headline"][:5]
    assert list(dict.fromkeys(re.findall(r"\b(?:EX|BC|VS)-\w+(?=  )", text))) == expected
    assert "Patchbay AI steps can change or trigger live Tidewell Engage and Ledgerline CRM data" in text
    assert "Stop rule\u00a0SR1+SR3." in text


def test_what_is_fine_is_said_plainly() -> None:
    findings = findings_of("ferrowick")

    assert fine_tools(findings) == ("T02", "T04", "T10")
    assert "Low on execution and dependency, nothing needed" in page(content_of("ferrowick"), 2)


def test_nothing_is_called_fine_when_nothing_is_on_record() -> None:
    text = page(content_of("tiny_empty"), 2)

    assert "Nothing can be called fine yet" in text
    assert "may be scaled" not in text


def test_each_of_ten_questions_has_an_answer_a_count_and_a_page() -> None:
    grid = content_of("ferrowick").pages[2].parts[0]
    assert isinstance(grid, Grid)

    rows = [[all_words(cell) for cell in row.cells] for row in grid.rows]

    assert [row[0] for row in rows] == [str(number) for number in range(1, 11)]
    assert [row[4].replace("\xa0", " ") for row in rows] == [
        f"page {number}" for number in (5, 5, 6, 7, 7, 9, 8, 8, 10, 11)
    ]
    assert [row[3].split()[0] for row in rows] == ["14", "4", "4", "6", "8", "12", "8", "10", "9", "15"]
    assert "9 High, 4 Medium, 1 Low" in rows[0][2]
    assert (
        "Kestrel AI Fill, Quillmate free accounts, MinuteMoth note-taker and Patchbay AI steps" in rows[1][2]
    )


def test_one_is_never_many() -> None:
    text = page(content_of("tiny_one_tool"), 3)

    assert "1 tool" in text
    assert not re.search(r"\b1 (tools|uses|grants)\b", text)


@pytest.mark.parametrize(
    ("vendor", "sentence"),
    [
        (
            "V6",
            (
                "Cleared to read public information; deployed to store internal free-text notes and "
                "prospect contact data and trigger actions."
            ),
        ),
        (
            "V8",
            (
                "Cleared for nothing; deployed to read and store customer contact and relationship data, "
                "opportunity data and commercially sensitive plans."
            ),
        ),
    ],
)
def test_a_vendors_approval_and_deployment_are_one_sentence(vendor: str, sentence: str) -> None:
    findings = findings_of("ferrowick")
    result = next(result for result in findings.assessment.vendors if result.id == vendor)

    assert vendor_sentence(findings, result) == sentence


def test_the_consultants_plan_stands_and_gaps_in_it_are_named() -> None:
    findings = findings_of("ferrowick")

    actions = plan(findings)

    now = [action for action in actions if action.horizon is Horizon.NOW]
    assert len(now) == 5
    assert not any(action.proposed for action in now)
    assert all(action.proposed for action in actions if action.horizon is Horizon.NEXT)
    assert uncovered(findings) == ("VS-V9", "EX-T03", "DE-U12", "VT-V9", "OD-T13")


def test_without_a_plan_the_stop_rules_propose_one() -> None:
    snapshot = with_register(specified_review("ferrowick"), RegisterName.ACTION_PLAN, {})
    findings = Findings(snapshot, assess(snapshot))

    actions = plan(findings)

    assert actions[0].risks == ("EX-T13",)
    assert actions[0].text == "Patchbay AI steps: Disable its credentials or move it to suggest-only."
    assert uncovered(findings) == ()


def test_the_limits_are_printed_word_for_word_in_body_size() -> None:
    text = page(content_of("ferrowick"), 12)

    assert (
        "Bands rank attention inside this engagement. They are not probabilities, not comparable between "
        "clients, and rest on what was said and shown on the dates listed."
    ) in text


def test_legal_references_carry_editions_dates_and_marks() -> None:
    text = page(content_of("ferrowick"), 12)

    assert "GOVERN 1.2, 1.4, 1.6, 2.1-2.3, 6.1" in text
    assert "As known on 23 November 2026" in text
    assert "2 Dec 2027 (Annex I: 2 Aug 2028)" in text
    assert "Not legal advice" in text


def test_nobody_is_named_for_having_taken_part() -> None:
    # Ingrid Solheim-Park and Delphine Marchetti took part; neither owns or approves anything.
    content = content_of("ferrowick")

    text = all_words(content.pages) + all_words(content.appendix)

    assert "Solheim" not in text
    assert "Marchetti" not in text
    assert "CMO, MOPs lead, MAP admin" in text


def test_every_band_in_appendix_c_is_the_assessments_with_its_arithmetic() -> None:
    text = all_words(content_of("ferrowick").appendix[2])

    assert "EX-T03" in text
    assert "L = min(5, 1 + 3 + 1) = 5" in text
    assert "P = 9 of 36 (25 %): 1 step off L" in text
    assert "Residual L5 − 1 = 4, I5 − 0 = 5: Critical" in text
    assert "best L3 I4 High; worst L4 I5 Critical" in text
    assert "Medium confidence: 3 of 15 inputs not known" in text


def test_the_first_review_has_nothing_to_compare_and_says_so() -> None:
    assert "This is the first review of the engagement" in all_words(content_of("ferrowick").appendix[5])


def test_a_second_review_prints_what_is_new_better_worse_and_gone() -> None:
    before = specified_review("ferrowick")
    after = with_fields(before, RegisterName.AI_TOOLS, "T01", owner=Owner.NAMED)
    after = with_fields(
        after, RegisterName.AI_TOOLS, "T10", owner=Owner.NONE, autonomy=Autonomy.EXECUTE_UNATTENDED
    )
    kept = {key: grant for key, grant in after.access_grants.items() if grant.tool != "T04"}
    added = replace(after.access_grants["A02-1"], id="A10-9", tool="T10")
    after = with_register(after, RegisterName.ACCESS_GRANTS, {**kept, added.id: added})
    was, now = assess(before).risks_by_id, assess(after).risks_by_id

    section = report_content(after, assess(after), (before, assess(before))).appendix[5]

    def rank(risk: Risk) -> tuple[int, int]:
        return risk.residual.band.rank, risk.residual.likelihood * 10 + risk.residual.impact

    told = rows_under(section.parts)
    assert section.lead == "Compared with: Baseline."
    assert set(told["New"]) == set(now) - set(was) != set()
    assert set(told["Gone"]) == set(was) - set(now) == {"DA-T04", "EX-T04"}
    both = set(was) & set(now)
    assert set(told["Better"]) >= {key for key in both if rank(now[key])[0] < rank(was[key])[0]}
    assert set(told["Worse"]) >= {key for key in both if rank(now[key])[0] > rank(was[key])[0]} != set()
    assert told["Better"]["OD-T01"].split()[-2:] != ["L5", "I5"]
    text = all_words(section)
    assert "A04-1" in text
    assert "A10-9" in text


@pytest.mark.parametrize("name", NAMES)
def test_every_link_to_a_risk_leads_to_a_risk(name: str) -> None:
    content = content_of(name)
    risks = {f"risk-{risk['id']}" for risk in specified_assessment(name)["risks"]}

    found = {place for place in links_in((content.pages, content.appendix)) if place.startswith("risk-")}

    assert found <= risks
    assert {part.place for part in content.appendix[2].parts if hasattr(part, "place")} >= risks


def test_long_texts_are_shortened_on_the_pages_and_whole_in_the_appendix() -> None:
    long = "word " * 3999 + "end"
    snapshot = with_fields(specified_review("ferrowick"), RegisterName.AI_TOOLS, "T13", description=long)

    content = content_for(snapshot)

    assert all(long not in page(content, number) for number in range(1, 13))
    assert long in all_words(content.appendix[0])


def test_a_decision_about_a_risk_that_is_gone_is_not_dropped() -> None:
    snapshot = specified_review("ferrowick")
    decision = replace(snapshot.risk_decisions["EX-T02"], risk="EX-T99", notes="Keep an eye on it.")
    snapshot = with_register(snapshot, RegisterName.RISK_DECISIONS, {"EX-T99": decision})

    text = all_words(content_for(snapshot).appendix[2])

    assert "no longer found" in text
    assert "Keep an eye on it." in text


def test_brief_cuts_at_a_word() -> None:
    assert brief("one two  three\nfour", 14) == "one two three…"
    assert brief("short", 14) == "short"
    assert brief("x" * 40, 10) == "x" * 9 + "…"


def test_things_are_listed_as_people_list_them() -> None:
    assert listed([]) == "none"
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b", "c", "d", "e"], most=4) == "a, b, c and 2 more"
