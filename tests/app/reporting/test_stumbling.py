"""What readers once stumbled over: words that say nothing, people dropped, rules unsaid."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.assessment import assess
from app.assessment.words import CONTAINMENT_WORDS
from app.library import defaults
from app.reporting import ReportContent, report_content
from app.reporting.content.findings import Findings
from app.reporting.content.fix_first import fix_first
from app.reporting.content.parts import SignLines, stop_place
from app.reporting.content.recorded import recorded
from app.reporting.content.sign_off import version_words
from app.reporting.content.where import where
from app.variants import Variant
from models.sign_off import ReadyToSign
from models.snapshot import Snapshot
from models.values import Incident, RegisterName, ReviewCadence, RiskDecision, StopRule, Treatment
from tests.app.reporting.test_content import all_words, findings_of, links_in
from tests.changes import with_fields, with_register
from tests.reports import content_of, variant_of
from tests.specified import specified_review


def fixed_first(snapshot: Snapshot) -> str:
    return all_words(fix_first(Findings(snapshot, assess(snapshot))).parts)


def section(content: ReportContent, letter: str) -> str:
    return all_words(next(each.parts for each in content.appendix if each.letter == letter))


def test_a_client_safe_report_has_no_line_that_only_says_removed() -> None:
    content = variant_of("ferrowick", Variant.CLIENT_SAFE)

    assert content.author == "Plumbline"
    assert content.every_page.scope == "14 AI tools, 10 systems and 14 uses of AI"
    assert all_words(content.pages[0].parts).count("removed") == 1  # where it says what the word stands for
    assert "removed" not in section(content, "A") + section(content, "B") + section(content, "C")
    assert "removed" not in section(content, "D")
    assert "AI executes; decision: scoring." in section(content, "E")
    assert "removed AI" not in section(content, "E")
    assert "removed" not in all_words(content.pages[5:6] + content.pages[9:])


def test_who_typed_that_word_finds_it_in_the_full_report() -> None:
    snapshot = with_fields(specified_review("ferrowick"), RegisterName.AI_TOOLS, "T01", notes="removed")

    assert "Notes: removed" in section(report_content(snapshot, assess(snapshot)), "A")


def test_every_stop_rule_is_explained_and_page_two_leads_there() -> None:
    content = content_of("ferrowick")
    rules = section(content, "C")

    for rule in StopRule:
        assert f"{rule.value} {rule.label} {CONTAINMENT_WORDS[rule]}" in rules
    assert {stop_place(rule) for rule in ("SR1", "SR3", "SR5", "SR6")} <= links_in(content.pages[1])


def test_the_executive_summary_says_what_its_stop_rules_are() -> None:
    last = all_words(variant_of("ferrowick", Variant.EXECUTIVE).pages[3].parts)

    assert "SR6 public conversation with no AI disclosure" in last
    assert "SR4" not in last


def test_no_legend_stands_where_there_is_nothing_to_read() -> None:
    pages = all_words(content_of("tiny_empty").pages[4:6])

    assert "arrived by itself:" not in pages
    assert "A cross marks" not in pages
    assert "arrived by itself:" in all_words(content_of("ferrowick").pages[4])
    assert "A cross marks" in all_words(content_of("ferrowick").pages[5])


def test_everybody_who_accepts_risks_has_a_line_with_their_own() -> None:
    snapshot = specified_review("ferrowick")
    ids = [risk.id for risk in assess(snapshot).risks[:6]]
    people = ("Ann", "Ben", "Cem", "Ann", "Dee", "Eva")
    for risk, who in reversed(list(zip(ids, people, strict=True))):
        accepted = RiskDecision(risk=risk, treatment=Treatment.ACCEPT, accepted_by=who)
        snapshot = snapshot.with_entry(RegisterName.RISK_DECISIONS, accepted)

    page = fix_first(Findings(snapshot, assess(snapshot)))
    lines = re.findall(r"(\w+) accepts ([^.]*?)(?= +\w+ accepts| +2 more)", all_words(page.parts))

    assert lines == [("Ann", f"{ids[0]}, {ids[3]}"), ("Ben", ids[1]), ("Cem", ids[2]), ("Dee", ids[4])]
    assert "2 more people accept risks, see appendix C." in all_words(page.parts)
    assert "no end date" in all_words(page.parts)


def test_as_many_open_points_are_counted_as_are_listed() -> None:
    findings, content = findings_of("ferrowick"), content_of("ferrowick")
    count = len(findings.assessment.find_out)

    assert f"open points that could move a band: {count}." in all_words(content.pages[9].lead)
    assert f"the {count} open points of page" in all_words(content.pages[11].parts)
    assert f"Open point {count} of page 10" in section(content, "G")
    assert f"Open point {count + 1} of page 10" not in section(content, "G")


def test_the_mean_of_a_section_is_a_decimal() -> None:
    answers = section(content_of("ferrowick"), "D")

    assert "Current AI usage: Ad hoc (mean 1.16 of 4 over 11 of 11 questions" in answers
    assert "Logging, monitoring and auditability: Absent (mean 0.97 of 4" in answers
    assert not re.search(r"mean \d+/\d+", answers)


def test_by_whom_and_when_handling_rules_were_set_is_said_once_where_it_is_the_same() -> None:
    findings = findings_of("ferrowick")
    rules = findings.snapshot.data_categories["C03"].handling_rules
    assert rules is not None
    assert rules.may_train is not None
    other = replace(rules, may_train=replace(rules.may_train, set_by="Somebody else"))

    def said(snapshot: Snapshot) -> str:
        entry = snapshot.data_categories["C03"]
        return "".join(all_words(part) or str(part) for part in runs(snapshot, entry.key))

    def runs(snapshot: Snapshot, key: str) -> list[str]:
        found = Findings(snapshot, findings.assessment)
        parts = recorded(found, snapshot.data_categories[key])
        return [part if isinstance(part, str) else part.text for part in parts]

    once = said(findings.snapshot)
    changed = with_fields(findings.snapshot, RegisterName.DATA_CATEGORIES, "C03", handling_rules=other)

    assert once.count("Set by: ") == 1
    assert "where decided: Set by: Amara Osei-Bonsu  ·  Set on: 12 June 2026" in once
    assert said(changed).count("Set by: ") == 4
    assert "Set by: Somebody else" in said(changed)
    assert "where decided" not in said(changed)


def test_a_day_that_was_typed_as_machines_write_it_is_printed_as_people_do() -> None:
    snapshot = specified_review("ferrowick")
    findings = Findings(snapshot, assess(snapshot))

    def said(when: str) -> str:
        parts = recorded(findings, Incident(id="I9", fixed_at=when))
        return "".join(part if isinstance(part, str) else part.text for part in parts)

    assert said("2026-10-30").endswith("Fixed when: 30 October 2026")
    assert said("2026-13-30").endswith("Fixed when: 2026-13-30")
    assert said("before 2026-10-30").endswith("Fixed when: before 2026-10-30")


def test_the_registers_alone_do_not_promise_a_map() -> None:
    content = variant_of("ferrowick", Variant.REGISTER)
    cover = all_words(content.pages[0])

    assert "AI registers of marketing operations" in cover
    assert re.search(r"\b19 +access grants", cover)
    assert "map of where risk sits" not in cover
    assert "stop rules" not in cover


@pytest.mark.parametrize(
    ("leaders", "team", "words"),
    [
        (6, 14, "8 tools that the team uses are not in the leaders' picture"),
        (5, 5, "Leaders named as many tools as the team."),
        (11, 5, "Leaders named more tools than the team"),
    ],
)
def test_the_two_pictures_are_compared_as_they_are(leaders: int, team: int, words: str) -> None:
    snapshot = with_fields(
        specified_review("ferrowick"),
        RegisterName.ENGAGEMENT,
        "engagement",
        tools_named_by_leaders=leaders,
        tools_named_by_team=team,
    )

    assert words in all_words(where(Findings(snapshot, assess(snapshot))).parts)


def test_hours_are_added_up_only_where_the_usual_reviews_are_all_there_is() -> None:
    snapshot = specified_review("ferrowick")
    usual = dict(snapshot.review_cadences)
    other = {**usual, "RC9": ReviewCadence(id="RC9", subject="Prompts of the agency")}
    fewer = dict(list(usual.items())[:2])

    def told(cadences: dict[str, ReviewCadence]) -> bool:
        changed = with_register(snapshot, RegisterName.REVIEW_CADENCES, cadences)
        return defaults().cadence_effort in fixed_first(changed)

    assert told(usual)
    assert told({})
    assert not told(other)
    assert not told(fewer)
    safe = all_words(variant_of("ferrowick", Variant.CLIENT_SAFE).pages[10].parts)
    assert defaults().cadence_effort in safe
    assert "not estimated" not in safe


def test_a_statement_leaves_counsel_room_to_write() -> None:
    page = variant_of("ferrowick", Variant.AUTOMATED_DECISION).pages[1]

    rooms = [part.room for part in _sign_lines(page.parts)]

    assert rooms == [3, 1]


def _sign_lines(value: object) -> list[SignLines]:
    if isinstance(value, SignLines):
        return [value]
    if isinstance(value, tuple):
        return [found for item in value for found in _sign_lines(item)]
    return _sign_lines(value.parts) if hasattr(value, "parts") else []


@pytest.mark.parametrize(
    ("own", "number", "words"),
    [("1.0", 1, "Version 1.0"), ("1.0", 2, "Version 2 (1.0)"), (None, 3, "Version 3"), ("1", 1, "Version 1")],
)
def test_one_version_is_not_printed_twice(own: str | None, number: int, words: str) -> None:
    snapshot = with_fields(
        specified_review("ferrowick"), RegisterName.ENGAGEMENT, "engagement", report_version=own
    )
    ready = ReadyToSign(
        version=number,
        seal="0" * 64,
        at=datetime.combine(date(2026, 11, 28), datetime.min.time(), UTC),
        signatories=(),
        acceptances=(),
    )

    assert version_words(Findings(snapshot, assess(snapshot)), ready) == words


def test_what_to_fix_first_is_answered_in_words() -> None:
    row = all_words(content_of("ferrowick").pages[2].parts)

    assert "Patchbay AI steps (EX-T13, DA-T13 and 1 more), Website product questions (BC-U09)" in row
    assert "raise each high-use-case gate to at least seven of nine (OVR-02)" in row
