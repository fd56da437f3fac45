"""The rules of the check before the report, in the order in which their findings are shown."""

from app.i18n import _
from app.lint.finding import Rule, Severity


def _blocker(rule_id: str, title: str, todo: str) -> Rule:
    return Rule(id=rule_id, severity=Severity.BLOCKER, title=title, todo=todo)


def _warning(rule_id: str, title: str, todo: str, *, is_private: bool = False) -> Rule:
    return Rule(id=rule_id, severity=Severity.WARNING, title=title, todo=todo, is_private=is_private)


SCOPE_MISSING = _blocker(
    "scope_missing", _("No scope"), _("Write down which systems, teams and uses were looked at.")
)
UNANSWERED = _blocker(
    "unanswered",
    _("Questions without an answer"),
    _("Ask them. “We don't know” is an answer; so is “not applicable”, with a reason."),
)
NO_REASON = _blocker(
    "not_applicable_without_reason",
    _("Not applicable, and no reason"),
    _("Say why the question does not apply, or answer it."),
)
URGENT_WITHOUT_ACTION = _blocker(
    "urgent_risk_without_action",
    _("Risks to act on now, and no action"),
    _("Take an action for it into the plan, with an owner and a date, or record who accepts it."),
)
URGENT_WITHOUT_OWNER = _blocker(
    "urgent_action_without_owner",
    _("Actions for urgent risks, and no owner"),
    _("Name one person at the client who sees to it."),
)
URGENT_WITHOUT_DATE = _blocker(
    "urgent_action_without_date", _("Actions for urgent risks, and no date"), _("Agree on a due date.")
)
NO_ACCEPTOR = _blocker(
    "acceptance_without_approver",
    _("Accepted risks, and nobody who accepts"),
    _("Name the person who accepts the risk, or choose another treatment."),
)
ACCEPTED_WITHOUT_REASON = _blocker(
    "acceptance_without_reason",
    _("Accepted risks, and no reason"),
    _("Say why it can be lived with, or choose another treatment."),
)
ACCEPTANCE_OVER = _blocker(
    "acceptance_expired",
    _("Acceptance that has run out"),
    _("Have it accepted again until a later date, or choose another treatment."),
)
EXCEPTION_WITHOUT_APPROVER = _blocker(
    "exception_without_approver",
    _("Exceptions that nobody approved"),
    _("Name who approved it, or take the exception out."),
)
EXCEPTION_OVER = _blocker(
    "exception_expired",
    _("Exceptions that have run out"),
    _("Have it approved again, or treat the rule as in force."),
)
OVERRIDE_OVER = _blocker(
    "override_expired",
    _("Levels set by hand that have run out"),
    _("Have the level approved again, or take it off so that the rules decide."),
)
PLACEHOLDER = _blocker(
    "placeholder_text", _("Placeholder text left in"), _("Write what belongs there, or clear the field.")
)
DEMO_TEXT = _blocker(
    "demo_text", _("Names of the demo client left in"), _("Write the client's own, or clear the field.")
)
OTHER_CLIENT = _blocker(
    "other_client",
    _("Another client's name"),
    _("Take the name out before anybody reads it, and look at what was copied with it."),
)
IMPOSSIBLE_DATE = _blocker("impossible_date", _("Dates that cannot be"), _("Correct the date."))
NO_TOOLS = _warning(
    "no_tools", _("No AI tool"), _("List what AI is used: without tools the map has nothing to show.")
)
HIGH_WITHOUT_ACTION = _warning(
    "high_risk_without_action",
    _("High risks, and no action"),
    _("Take an action for it into the plan, or record who accepts it and until when."),
)
WITHOUT_OWNER = _warning(
    "action_without_owner", _("Actions without an owner"), _("Name one person at the client.")
)
WITHOUT_DATE = _warning("action_without_date", _("Actions without a date"), _("Agree on a due date."))
OVERDUE = _warning("action_overdue", _("Actions past their date"), _("Ask how far it is: done, or due when?"))
ACCEPTED_FOR_EVER = _warning(
    "acceptance_without_end", _("Risks accepted for ever"), _("Agree until when it is accepted.")
)
EXCEPTION_FOR_EVER = _warning(
    "exception_without_end", _("Exceptions without an end"), _("Agree when it runs out.")
)
OVERRIDE_IGNORED = _warning(
    "override_ignored",
    _("Levels set by hand without effect"),
    _("Give reason, approver and expiry date, or take it off."),
)
DECISION_ABOUT_NOTHING = _warning(
    "decision_about_nothing",
    _("Decisions about risks that are not there"),
    _(
        "There was such a risk when it was decided; since then what it was about was removed or retired, or"
        " its facts have changed. The decision moves nothing and is printed all the same. Look whether it was"
        " meant for another risk; else remove it."
    ),
)
APPROVAL_OVER = _warning(
    "approval_expired",
    _("Approvals that have run out"),
    _("Ask whether it was renewed. If not, it is not approved: correct the level."),
)
APPROVAL_WITHOUT_NAME = _warning(
    "approval_without_approver",
    _("Approved, and nobody says by whom"),
    _("Write down who approved it, or mark the approval as not known."),
)
CONTRADICTION = _warning(
    "contradiction",
    _("Answers and registers say different things"),
    _("Ask again which is true, and correct the other."),
)
REGISTERS_DISAGREE = _warning(
    "registers_disagree",
    _("Entries that contradict themselves"),
    _("Look which of the two is true, and correct the other."),
)
COUNT_DISAGREES = _warning(
    "count_disagrees",
    _("Counts that do not fit their items"),
    _("The count is what the risk model uses: correct it, or the items."),
)
EVIDENCE_MISSING = _warning(
    "evidence_missing",
    _("Answers that want evidence"),
    _("Ask to be shown it, or leave it: without evidence an answer counts as 2 at most."),
)
EVIDENCE_UNNAMED = _warning(
    "evidence_unnamed",
    _("Evidence seen, and nobody says what"),
    _("Choose the item that was seen, or lower the grade."),
)
ANSWER_OLDER = _warning(
    "answer_older_than_evidence",
    _("Answers older than their evidence"),
    _("Ask again with the evidence at hand, and note the question in that session."),
)
EVIDENCE_STALE = _warning(
    "evidence_stale", _("Evidence over a year old"), _("Ask whether it is still so, and look again.")
)
TO_CONFIRM = _warning(
    "to_confirm", _("Answers carried forward and not confirmed"), _("Ask whether it still holds.")
)
DISAGREEMENT = _warning(
    "disagreement",
    _("Questions answered differently"),
    _("Settle it in the room, or leave it: the lower answer counts."),
)
TOOL_WITHOUT_OWNER = _warning(
    "tool_without_owner", _("AI tools without a named owner"), _("Name one person, and a deputy.")
)
FROM_LIBRARY = _warning(
    "library_unconfirmed",
    _("Rows from the library, not confirmed"),
    _("Look at it on the client's screen, then write in its source who showed it."),
)
PERSON_NAMED = _warning(
    "person_named",
    _("People named in texts"),
    _("Write the role in place of the name, or note that the person agreed to be named."),
)
RANGE = _warning(
    "open_range",
    _("Bands that may still change"),
    _("Settle what is open, see “Ask next” on the risk map; or let the report show the range."),
)
PARKED = _warning("parked", _("Points still parked"), _("Take them up, or tick them off."), is_private=True)

RULES: tuple[Rule, ...] = (
    OTHER_CLIENT,
    DEMO_TEXT,
    PLACEHOLDER,
    SCOPE_MISSING,
    UNANSWERED,
    NO_REASON,
    URGENT_WITHOUT_ACTION,
    URGENT_WITHOUT_OWNER,
    URGENT_WITHOUT_DATE,
    NO_ACCEPTOR,
    ACCEPTED_WITHOUT_REASON,
    ACCEPTANCE_OVER,
    EXCEPTION_WITHOUT_APPROVER,
    EXCEPTION_OVER,
    OVERRIDE_OVER,
    IMPOSSIBLE_DATE,
    NO_TOOLS,
    CONTRADICTION,
    REGISTERS_DISAGREE,
    COUNT_DISAGREES,
    HIGH_WITHOUT_ACTION,
    WITHOUT_OWNER,
    WITHOUT_DATE,
    OVERDUE,
    ACCEPTED_FOR_EVER,
    EXCEPTION_FOR_EVER,
    OVERRIDE_IGNORED,
    DECISION_ABOUT_NOTHING,
    APPROVAL_OVER,
    APPROVAL_WITHOUT_NAME,
    TOOL_WITHOUT_OWNER,
    EVIDENCE_MISSING,
    EVIDENCE_UNNAMED,
    ANSWER_OLDER,
    EVIDENCE_STALE,
    TO_CONFIRM,
    DISAGREEMENT,
    FROM_LIBRARY,
    PERSON_NAMED,
    RANGE,
    PARKED,
)
