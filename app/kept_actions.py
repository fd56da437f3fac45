"""Turns what was supposed in a sandbox into actions of the plan: one edit, one step of undo."""

from collections.abc import Iterable, Iterator, Mapping

from app.assessment.places import FieldPlace, Place, QuestionPlace
from app.assessment.trace import Trace
from app.edits import Edit, batch, new_id, put
from app.i18n import _, ngettext
from app.levers import entry_words, field_words, is_unknown, question_of, value_words
from app.plan import PLAN
from app.risk_words import capital
from app.what_if import Moved, Sandbox, Supposed, recorded
from models.assessment import Assessment
from models.pack import ActionKind
from models.snapshot import Snapshot
from models.values import ActionItem, ActionStatus, Horizon, Tri

_SOONEST = (Horizon.NOW, Horizon.NEXT, Horizon.THEN, Horizon.WATCH)


def kept_as_actions(sandbox: Sandbox, assessment: Assessment, risk_id: str, moved: Iterable[Moved]) -> Edit:
    """The edit that puts an action into the plan for each change that is supposed.

    `assessment` is that of the snapshot as it stands, `moved` what the sandbox as a whole moves. An action
    names the risk in question and the moved risks that its place feeds, and is as urgent as the most urgent
    of them. Checks of one gate are one action.
    """
    snapshot = sandbox.snapshot
    trace = Trace(snapshot, assessment)
    in_view = {risk_id, *(each.risk.id for each in moved)}
    edits = []
    for number, group in enumerate(_groups(sandbox.supposed).values()):
        risks = tuple(risk for risk in _fed(trace, group) if risk in in_view) or (risk_id,)
        action = _action(snapshot, assessment, group, risks, new_id(snapshot, PLAN, number))
        edits.append(put(snapshot, PLAN, action))
    n = len(edits)
    label = ngettext("Keep {n} change as an action", "Keep {n} changes as actions", n).format(n=n)
    return batch(label, edits)


def kept_words(snapshot: Snapshot, edit: Edit) -> str:
    """How many actions an edit of the sandbox has put into the plan; nothing if it was not recorded."""
    first, n = edit.changes[0], len(edit.changes)
    if snapshot.entry(first.register, first.key) != first.after:
        return ""
    return ngettext("{n} action is in the plan.", "{n} actions are in the plan.", n).format(n=n)


def _groups(supposed: Iterable[Supposed]) -> Mapping[object, list[Supposed]]:
    groups: dict[object, list[Supposed]] = {}
    for each in supposed:
        place = each.place
        is_check = isinstance(place, FieldPlace) and place.path.startswith("checks.")
        groups.setdefault((place.key, "checks") if is_check else place, []).append(each)
    return groups


def _action(
    snapshot: Snapshot, assessment: Assessment, group: list[Supposed], risks: tuple[str, ...], action_id: str
) -> ActionItem:
    names = [
        source.name
        for source in Trace(snapshot, assessment).sources[risks[0]]
        if any(_reads(place, each.place) for place in source.places for each in group)
    ]
    question_id = question_of(group[0].place, names)
    question = snapshot.pack.question(question_id) if question_id in snapshot.pack else None
    is_finding_out = all(
        is_unknown(recorded(snapshot, each.place).value) for each in group
    ) and not isinstance(group[0].place, QuestionPlace)
    kind = question.action.kind if question else None
    horizons = {assessment.risk(risk).horizon for risk in risks if risk in assessment.risks_by_id}
    return ActionItem(
        id=action_id,
        text=_text(snapshot, group, is_finding_out=is_finding_out),
        kind=ActionKind.CLEARER_DOCUMENTATION if is_finding_out else kind,
        question=question_id or None,
        risks=risks,
        effort=question.effort if question else None,
        horizon=next((each for each in _SOONEST if each in horizons), Horizon.NEXT),
        status=ActionStatus.PROPOSED,
    )


def change_words(snapshot: Snapshot, supposed: Supposed) -> str:
    """A supposed change in one line: what it is about, and from what to what."""
    place = supposed.place
    now = recorded(snapshot, place)
    if isinstance(place, QuestionPlace):
        about = place.question
    else:
        entry = entry_words(snapshot, place.register, place.key)
        about = _("{entry}: {field}").format(entry=entry, field=field_words(place).lower())
    return _("{about}, from {then} to {now}").format(
        about=about, then=value_words(snapshot, now), now=value_words(snapshot, supposed)
    )


def step_words(snapshot: Snapshot, supposed: Supposed) -> str:
    """A supposed change as something to do: what the pack proposes for a question, and the change itself."""
    if not isinstance(supposed.place, QuestionPlace):
        return change_words(snapshot, supposed)
    step = capital(snapshot.pack.question(supposed.place.question).action.text).rstrip(".")
    return _("{step} ({change})").format(step=step, change=change_words(snapshot, supposed))


def _text(snapshot: Snapshot, group: list[Supposed], *, is_finding_out: bool) -> str:
    first = group[0]
    place = first.place
    if isinstance(place, QuestionPlace):
        return _("{step}.").format(step=step_words(snapshot, first))
    entry = entry_words(snapshot, place.register, place.key)
    facts = "; ".join(_fact_words(snapshot, each) for each in group)
    if is_finding_out:
        words = _("Find out, and make it so if it is not: {entry}, {facts}.")
    else:
        words = _("{entry}: bring about {facts}.")
    return words.format(entry=entry, facts=facts)


def _fact_words(snapshot: Snapshot, supposed: Supposed) -> str:
    assert isinstance(supposed.place, FieldPlace)  # noqa: S101  (answers have words of their own)
    field = field_words(supposed.place).lower()
    if supposed.value is Tri.YES:
        return field
    return _("{field} ({value})").format(field=field, value=value_words(snapshot, supposed))


def _fed(trace: Trace, group: list[Supposed]) -> Iterator[str]:
    for risk, sources in trace.sources.items():
        places = [place for source in sources for place in source.places]
        if any(_reads(place, each.place) for place in places for each in group):
            yield risk


def _reads(read: Place, place: Place) -> bool:
    """Whether what a risk reads takes in a place; a nested object takes in its fields."""
    if isinstance(read, FieldPlace) and isinstance(place, FieldPlace):
        is_same = (read.register, read.key) == (place.register, place.key)
        return is_same and (read.path == place.path or place.path.startswith(f"{read.path}."))
    return read == place
