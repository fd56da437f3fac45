"""The table of the actions that the assessment proposes, whether or not the plan has them already."""

from collections.abc import Mapping
from dataclasses import replace

from app.exchange.tables import Table, TableCell, TableColumn
from app.i18n import _
from app.plan import Proposal, proposals
from models.assessment import Assessment
from models.scores import Action
from models.snapshot import NO_ENTRIES, Snapshot
from models.values import RegisterName, words


def proposed_actions_table(snapshot: Snapshot, assessment: Assessment) -> Table:
    """Containments first, then the pack's actions by leverage, the best first; the agreed plan is apart."""
    without_plan = replace(snapshot, registers={**snapshot.registers, RegisterName.ACTION_PLAN: NO_ENTRIES})
    still_open = {proposal.key for proposal in proposals(snapshot, assessment)}
    by_question = {action.question: action for action in assessment.actions}
    rows = [
        (rank, *_row(snapshot, proposal, by_question, is_planned=proposal.key not in still_open))
        for rank, proposal in enumerate(proposals(without_plan, assessment), start=1)
    ]
    titles = {
        "rank": _("Rank"),
        "text": _("Action"),
        "because": _("Because"),
        "kind": _("Kind"),
        "horizon": _("When"),
        "effort": _("Effort"),
        "leverage": _("Leverage"),
        "raw_leverage": _("Leverage before effort"),
        "risks_touched": _("Risks it helps with"),
        "stop_rule": _("Stop rule"),
        "question": _("Question"),
        "question_text": _("Question text"),
        "risks": _("Risks"),
        "planned": _("In the plan"),
    }
    columns = tuple(TableColumn(title, field) for field, title in titles.items())
    return Table("proposed_actions", _("Proposed actions"), columns, tuple(rows))


def _row(
    snapshot: Snapshot, proposal: Proposal, by_question: Mapping[str, Action], *, is_planned: bool
) -> tuple[TableCell, ...]:
    draft = proposal.action
    computed = by_question.get(draft.question) if draft.question else None
    return (
        draft.text,
        proposal.because,
        _(words(draft.kind)) if draft.kind else None,
        _(words(draft.horizon)) if draft.horizon else None,
        _(words(draft.effort)) if draft.effort else None,
        computed.leverage if computed else None,
        computed.raw_leverage if computed else None,
        proposal.touches,
        draft.stop_rule.value if draft.stop_rule else None,
        draft.question,
        snapshot.pack.question(draft.question).text if draft.question else None,
        ", ".join(draft.risks or ()) or None,
        _("Yes") if is_planned else _("No"),
    )
