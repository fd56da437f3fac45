"""Each reader finds their answer in the report's text alone, as poppler reads it."""

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from models.values import Role, Tri, words
from tests.reports import pdf_of, told_by
from tests.specified import specified_assessment, specified_review

BANDS = "Low|Moderate|High|Critical"


@cache
def text(layout: str = "-raw") -> str:
    """The text of the report on Ferrowick, pages parted by form feeds."""
    with TemporaryDirectory() as folder:
        return told_by("pdftotext", layout, "{pdf}", "-", data=pdf_of("ferrowick"), folder=Path(folder))


def page(number: int) -> str:
    """One page on one line."""
    return " ".join(text().split("\f")[number - 1].split())


def appendix(letter: str) -> str:
    """One section of the appendix, page frames and all, line by line."""
    beginning = text().index(f"\nAppendix {letter}: ")
    end = text().find(f"\nAppendix {chr(ord(letter) + 1)}: ", beginning + 1)
    return text()[beginning : end if end > 0 else None]


def without_frame(lines: str) -> str:
    """Lines without what stands above and below every page."""
    frame = r"\n?\f?Ferrowick Group plc Confidential.*\nScope: .*\nDraft, not signed .*"
    return re.sub(frame, "", lines)


def test_the_cmo_says_the_top_five_and_the_first_fortnight_from_page_two() -> None:
    found = page(2)
    told = re.search(r"Five risks to know(.*)How sure we are", found)
    assert told is not None
    plan = re.search(r"Do this fortnight(.*)What is fine", found)
    assert plan is not None

    risks = list(specified_assessment("ferrowick")["headline"][:5])
    titles = {risk["id"]: risk["title"] for risk in specified_assessment("ferrowick")["risks"]}
    places = [told[1].index(f"{titles[risk]}.") for risk in risks]
    assert places == sorted(places)
    assert len(re.findall(rf"\b({BANDS})\b(?! to)", told[1])) >= 5
    assert [told[1].count(f"{risk} ") for risk in risks] == [1] * 5

    now = [entry.text for entry in specified_review("ferrowick").action_plan.values()][:3]
    for number, action in enumerate(now, start=1):
        assert f"{number} {action[:60]}" in plan[1]
    assert "and 2 more actions" in plan[1]
    for foundation in ("Inventory", "Ownership", "Monitoring", "Incident response"):
        assert foundation in found


def test_legal_finds_every_use_that_touches_regulated_people_consent_or_automated_decisions() -> None:
    snapshot = specified_review("ferrowick")
    regulated = {k for k, use in snapshot.use_cases.items() if use.regulated_audience is Tri.YES}
    consent = {
        key
        for key, use in snapshot.use_cases.items()
        for grant in snapshot.access_grants.values()
        if grant.tool in (use.tools or ()) and "C10" in grant.data_categories
    }
    decides = {
        key
        for key, use in snapshot.use_cases.items()
        if use.role is Role.EXECUTE
        and use.decision_domain not in {"none", "insight"}
        and use.person_level is Tri.YES
    }
    assert (len(regulated), len(consent), len(decides)) == (3, 4, 6)

    table = without_frame(appendix("E")).partition("Statement, use by use")[0]
    states = {
        key: states.split()
        for key, states in re.findall(r"\b(U\d\d) (?:High|Medium|Low) ((?:(?:yes|no) ){3})", table)
    }

    assert set(states) == regulated | consent | decides
    assert {key for key, state in states.items() if state[0] == "yes"} == regulated
    assert {key for key, state in states.items() if state[1] == "yes"} >= consent
    assert {key for key, state in states.items() if state[2] == "yes"} == decides


def test_the_draft_statement_says_what_is_decided_how_and_what_a_person_does() -> None:
    draft = without_frame(appendix("E")).partition("Statement, use by use")[2]
    uses = re.split(r"\n(?=U\d\d )", draft)[1:]

    assert [use[:3] for use in uses] == ["U01", "U02", "U03", "U04", "U06", "U07", "U09", "U12"]
    for use in uses:
        for label in ("What is decided", "Why it is listed", "People", "Data", "By which AI", "Logic"):
            assert f"\n{label} " in use, label
        for label in ("Human involvement", "How to object", "Legal screening", "Business owner"):
            assert f"\n{label} " in use, label
    scoring = next(use for use in uses if use.startswith("U01 "))
    assert "AI executes; decision: scoring." in scoring
    assert "only after the effect: not meaningful involvement" in " ".join(scoring.split())


def test_it_pulls_the_connector_list_with_identities_and_scopes() -> None:
    snapshot = specified_review("ferrowick")
    register = " ".join(without_frame(appendix("B")).split())
    review = page(9).partition("Connectors to review")[2]

    for key, grant in snapshot.access_grants.items():
        row = re.search(rf"\b{key}\b (.*?)(?= A\d\d-\d |$)", register)
        assert row is not None, key
        assert grant.tool in row[1]
        assert grant.system == "none" or snapshot.systems[grant.system].name in row[1]
        assert grant.identity is not None
        assert grant.scope is not None
        assert f"{words(grant.identity)} {words(grant.scope)}" in row[1]
    for item in specified_assessment("ferrowick")["outcomes"]["6"]:
        assert item["grant"] in review


def test_security_sees_the_unapproved_routes_and_the_stop_rules_with_their_risks() -> None:
    snapshot, outcomes = specified_review("ferrowick"), specified_assessment("ferrowick")["outcomes"]
    loose = outcomes["2"]["tools"]

    for tool in loose:
        assert snapshot.ai_tools[tool].name in page(3)
    numbers = " ".join(without_frame(appendix("G")).split())
    for fired in outcomes["10"]["stop_rules"]:
        assert fired["rule"] in page(3)
        rule, risks = fired["rule"], fired["risks"]
        assert f"{len(risks)} Risks on which stop rule {rule} fires {', '.join(risks)}" in numbers
    entries = " ".join(without_frame(appendix("C")).split())
    assert entries.count("stop rule SR") == sum(
        bool(risk["stop_rules"]) for risk in specified_assessment("ferrowick")["risks"]
    )


class Sceptic:
    """Rebuilds a band from what appendix C prints: its rules, its matrix, and the entry of the risk."""

    def __init__(self) -> None:
        self.printed = without_frame(appendix("C"))
        rules = " ".join(self.printed.split())
        steps = re.search(r"from (\d+) % (\d) step off L, (\d+) % (\d), (\d+) % (\d)\.", rules)
        recovery = re.search(r"recovery controls: from (\d+) % (\d) step off I", rules)
        key = re.search(r"Key control below (\d): at most (\d) step", rules)
        assert steps is not None
        assert recovery is not None
        assert key is not None
        numbers = [int(n) for n in steps.groups()]
        self.steps = list(zip(numbers[::2], numbers[1::2], strict=True))
        self.recovery = int(recovery[1]), int(recovery[2])
        self.key = int(key[1]), int(key[2])
        self.matrix = {
            (int(row[0]), impact): band
            for row in re.findall(rf"\nL(\d)((?: (?:{BANDS})){{5}})", self.printed)
            for impact, band in enumerate(row[1].split(), start=1)
        }
        assert len(self.matrix) == 25
        assert "L = min(5, 1 + present drivers + half the unknown ones, rounded up)" in rules

    def entry(self, risk: str, title: str) -> str:
        """All lines of a risk, up to the next one."""
        beginning = re.search(rf"\n{risk} {re.escape(title[:20])}", self.printed)
        assert beginning is not None
        following = re.search(r"\n(?:EX|BC|DE|DA|VS|VT|OD|PG)-\S+ [A-Z]", self.printed[beginning.end() :])
        return self.printed[beginning.start() : beginning.end() + following.start() if following else None]

    def rebuilt(self, entry: str, case: str) -> tuple[int, int, str]:
        """Likelihood, impact and band after controls: as shown, at best or at worst."""
        drivers, rest = entry.split("\nL = min", 1)
        modifiers, controls = rest.split("\nPreventive, off likelihood", 1)
        preventive, recovery = controls.split("\nRecovery, off impact", 1)
        base = re.search(r"\nbase (\d)(?: \(best (\d)\))?", modifiers)
        assert base is not None
        present, unknown = drivers.count("[yes]"), drivers.count("[unknown]")
        raised = modifiers.count("[yes]") + (modifiers.count("[unknown]") if case != "best" else 0)
        half = {"shown": (unknown + 1) // 2, "best": 0, "worst": unknown}[case]
        likelihood = min(5, 1 + present + half)
        impact = max(1, min(5, int((base[2] or base[1]) if case == "best" else base[1]) + raised))
        off_likelihood, off_impact = self._off(preventive, recovery, best=case == "best")
        after = max(1, likelihood - off_likelihood), max(1, impact - off_impact)
        return (*after, self.matrix[after])

    def _off(self, preventive: str, recovery: str, *, best: bool) -> tuple[int, int]:
        share, key = self._share(preventive, best=best)
        off = max((steps for percent, steps in self.steps if share >= percent), default=0)
        if key is not None and key < self.key[0]:
            off = min(off, self.key[1])
        back, _key = self._share(recovery.partition("\nResidual")[0], best=best)
        return off, self.recovery[1] if back >= self.recovery[0] else 0

    @staticmethod
    def _share(block: str, *, best: bool) -> tuple[float, int | None]:
        """Weight × score of all weights × 4 in per cent, and the score of the key control."""
        rows = re.findall(r"\n(\d) × (\d) = \d+(?: [?*] best (\d))?\n(.+)", block)
        scores = [(int(w), int(at_best or s) if best else int(s), name) for w, s, at_best, name in rows]
        whole = 4 * sum(weight for weight, _score, _name in scores)
        key = next((score for _weight, score, name in scores if name.endswith("(key)")), None)
        return (100 * sum(w * s for w, s, _name in scores) / whole if whole else 0.0), key


@pytest.fixture(scope="module")
def sceptic() -> Sceptic:
    return Sceptic()


@pytest.mark.parametrize("place", range(5))
def test_a_sceptic_rebuilds_every_band_of_page_two_by_hand(place: int, sceptic: Sceptic) -> None:
    expected = specified_assessment("ferrowick")
    key = expected["headline"][place]
    risk = next(risk for risk in expected["risks"] if risk["id"] == key)
    entry = sceptic.entry(key, risk["title"])

    for case, found in (("shown", risk["residual"]), ("best", risk["best"]), ("worst", risk["worst"])):
        assert sceptic.rebuilt(entry, case) == (found["likelihood"], found["impact"], found["band"]), case


def test_a_sceptic_rebuilds_all_the_others_too(sceptic: Sceptic) -> None:
    for risk in specified_assessment("ferrowick")["risks"]:
        entry = sceptic.entry(risk["id"], risk["title"])
        for case, found in (("shown", risk["residual"]), ("best", risk["best"]), ("worst", risk["worst"])):
            told = sceptic.rebuilt(entry, case)
            assert told == (found["likelihood"], found["impact"], found["band"]), (risk["id"], case)
