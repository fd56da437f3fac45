"""The numbers of the main part that count register entries, with the entries counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from app.assessment.scope import Review, is_unapproved
from app.i18n import _
from app.reporting.content.number import Number
from app.reporting.content.reasons import reason_words
from models.assessment import Assessment
from models.scores import Mismatch, Verdict
from models.snapshot import Snapshot
from models.values import AITool, DataForm, Monitoring, Origin, Owner, TaskPurpose, UseCaseLevel
from models.values import words as choice_words

BY_ITSELF = (Origin.UPGRADE, Origin.VENDOR_ENABLED, Origin.INDIVIDUAL)
GO = (Verdict.SCALE, Verdict.SCALE_KEEP_CONTROLS)
BEYOND = (Mismatch.SEVERE, Mismatch.MATERIAL)
ON_PAGE_THREE = 2
_WATCHED = (Monitoring.THRESHOLD, Monitoring.SAMPLED)


def numbers_of_registers(snapshot: Snapshot, review: Review, assessment: Assessment) -> Iterator[Number]:
    """Counts of tools, systems, uses, grants, vendors, gates and incidents."""
    yield from _tools(review)
    yield from _uses(review, assessment)
    yield from _exposed(snapshot, review, assessment)
    yield from _grants(review, assessment)
    yield from _gates(assessment)
    yield from _vendors(review, assessment)
    yield from _unowned(assessment)
    yield Number("systems", (3,), _("Systems on record"), tuple(snapshot.systems))
    yield Number("incidents", (2,), _("Incidents and near misses on record"), tuple(snapshot.incidents))


def _tools(review: Review) -> Iterator[Number]:
    def chosen(test: Callable[[AITool], bool]) -> tuple[str, ...]:
        return tuple(key for key, tool in review.tools.items() if test(tool))

    yield Number("tools", (2, 3, 5, 10), _("AI tools on record that are not retired"), tuple(review.tools))
    yield Number(
        "owned", (2,), _("AI tools with a named owner in role"), chosen(lambda t: t.owner is Owner.NAMED)
    )
    yield Number(
        "arrived",
        (5,),
        _("AI tools that came with an upgrade, were switched on by the vendor, or by one person's click"),
        chosen(lambda tool: tool.origin in BY_ITSELF),
    )
    yield Number(
        "unapproved",
        (3,),
        _("AI tools without an approval on record, or nobody knows"),
        chosen(is_unapproved),
    )


def _uses(review: Review, assessment: Assessment) -> Iterator[Number]:
    yield Number("uses", (3, 7), _("Uses of AI on record that are not stopped"), tuple(review.use_cases))
    for level in UseCaseLevel:
        words = _("Uses of AI whose level is {level}").format(level=level.value)
        mine = tuple(result.id for result in assessment.use_cases if result.level is level)
        yield Number(level_key(level), (3,), words, mine)
    yield Number(
        "guarded",
        (2, 3, 8),
        _("Uses of AI whose level is Medium or High"),
        tuple(use.id for use in review.medium_and_high),
    )
    yield Number(
        "watched",
        (2,),
        _("Of these, uses whose output is sampled or has a threshold with alert"),
        tuple(use.id for use in review.medium_and_high if use.output_monitoring in _WATCHED),
    )
    for verdict in Verdict:
        words = _("Uses of AI on the board under: {verdict}").format(verdict=verdict.value)
        mine = tuple(result.id for result in assessment.use_cases if result.verdict is verdict)
        yield Number(verdict_key(verdict), (7,), words, mine)
    go = tuple(result.id for result in assessment.use_cases if result.verdict in GO)
    held = tuple(result.id for result in assessment.use_cases if result.verdict not in GO)
    yield Number("go", (3, 7), _("Uses of AI that may go ahead, with their controls or as they are"), go)
    yield Number("held", (3,), _("Uses of AI that need controls first, or a pause"), held)
    for entry in assessment.outcomes.where_used.by_purpose:
        words = _("{work}: uses of AI").format(work=choice_words(entry.purpose))
        yield Number(purpose_key(entry.purpose), (5,), words, entry.use_cases)


def level_key(level: UseCaseLevel) -> str:
    """The key of how many uses have a level."""
    return f"level-{level.value.lower()}"


def verdict_key(verdict: Verdict) -> str:
    """The key of how many uses stand in a lane of the board."""
    return f"lane-{verdict.name.lower()}"


def purpose_key(purpose: TaskPurpose) -> str:
    """The key of how many uses are for a kind of work."""
    return f"work-{purpose.value}"


def _exposed(snapshot: Snapshot, review: Review, assessment: Assessment) -> Iterator[Number]:
    exposed = assessment.outcomes.most_exposed
    unapproved = {key for key, tool in review.tools.items() if is_unapproved(tool)}
    acting = tuple(system.id for system in exposed.systems if system.live_action_grants)
    yield Number("acting", (3,), _("Systems that AI can change or trigger something in, live"), acting)
    reached = assessment.outcomes.unofficial.data_categories
    yield Number("unapproved-data", (3,), _("Kinds of data that unapproved tools reach"), reached)
    by_system: dict[str, list[tuple[str, bool, bool]]] = {}
    raw: dict[str, list[tuple[str, bool]]] = {}
    for access in review.accesses:
        grant, is_loose = access.grant, access.grant.tool in unapproved
        if access.is_live:
            by_system.setdefault(grant.system, []).append((grant.id, access.can_act, is_loose))
        if grant.form is DataForm.RAW:
            for category in grant.data_categories:
                raw.setdefault(category, []).append((grant.id, is_loose))
    for index, system in enumerate(exposed.systems):
        pages = (3, 6) if index < ON_PAGE_THREE else (6,)
        grants, name = by_system[system.id], snapshot.systems[system.id].caption
        all_, acts, loose = (
            _("{name}: grants into it, live"),
            _("{name}: those that can act"),
            _("{name}: those of unapproved tools"),
        )
        yield Number(f"grants-{system.id}", (6,), all_.format(name=name), _ids(grants))
        yield Number(f"acts-{system.id}", pages, acts.format(name=name), _ids(g for g in grants if g[1]))
        yield Number(f"loose-{system.id}", pages, loose.format(name=name), _ids(g for g in grants if g[2]))
    for kind in exposed.data_categories:
        pairs, name = raw.get(kind.id, []), snapshot.data_categories[kind.id].caption
        all_, loose = _("{name}: grants that take it raw"), _("{name}: those of unapproved tools")
        yield Number(f"raw-{kind.id}", (6,), all_.format(name=name), _ids(pairs))
        yield Number(f"raw-loose-{kind.id}", (6,), loose.format(name=name), _ids(p for p in pairs if p[1]))


def _ids(pairs: Iterable[tuple[str, *tuple[bool, ...]]]) -> tuple[str, ...]:
    return tuple(pair[0] for pair in pairs)


def _grants(review: Review, assessment: Assessment) -> Iterator[Number]:
    found = assessment.outcomes.integrations
    every = tuple(access.grant.id for access in review.accesses)
    yield Number("grants", (3,), _("Access grants of the tools in use"), every)
    yield Number("review-grants", (3,), _("Access grants to review"), tuple(item.grant for item in found))
    for reason in Counter(reason for item in found for reason in item.reasons):
        words = _("Access grants to review: {reason}").format(reason=reason_words(reason))
        mine = tuple(item.grant for item in found if reason in item.reasons)
        yield Number(f"reason-{reason}", (3,), words, mine)


def _gates(assessment: Assessment) -> Iterator[Number]:
    found = assessment.outcomes.approvals
    logging = assessment.outcomes.missing_logging.use_cases
    holds = _("Uses with a gate before the effect that meets at least 5 of 9 checks")
    yield Number("gate-holds", (3, 8), holds, tuple(n.use_case for n in found if n.adequate))
    weak = _("Medium and High uses without a gate that holds")
    yield Number("gate-fails", (3,), weak, tuple(n.use_case for n in found if not n.adequate))
    missing = tuple(n.use_case for n in found if n.gate in {"none", "unknown"})
    yield Number("gate-missing", (3,), _("Uses with no gate, or nobody knows of one"), missing)
    yield Number(
        "gate-none", (8,), _("Uses with no gate"), tuple(n.use_case for n in found if n.gate == "none")
    )
    late = tuple(need.use_case for need in found if need.timing == "after")
    yield Number("gate-late", (3, 8), _("Uses whose gate checks after the effect"), late)
    yield Number("unlogged", (3,), _("Uses that are not traced or not watched"), tuple(g.id for g in logging))
    untraced = tuple(gap.id for gap in logging if "trace" in gap.reasons)
    yield Number("untraced", (8,), _("Uses with fewer than 6 of 8 trace items"), untraced)
    unwatched = tuple(gap.id for gap in logging if "monitoring" in gap.reasons)
    yield Number("unwatched", (8,), _("Uses whose output nobody watches"), unwatched)


def _vendors(review: Review, assessment: Assessment) -> Iterator[Number]:
    used = tuple(r.id for r in assessment.vendors if review.tools_of_vendor(r.id))
    beyond = tuple(r.id for r in assessment.vendors if r.mismatch in BEYOND)
    yield Number("vendors", (9,), _("Vendors with an AI tool in use"), used)
    yield Number("beyond", (9,), _("Vendors whose mismatch is Severe or Material"), beyond)


def _unowned(assessment: Assessment) -> Iterator[Number]:
    found = assessment.outcomes.unclear_ownership
    tools, vendors = tuple(tool.id for tool in found.tools), tuple(vendor.id for vendor in found.vendors)
    yield Number("unowned", (3, 10), _("AI tools without a named owner"), tools)
    yield Number("unanswered", (3,), _("Vendors whose approver is not known or has left"), vendors)
    yield Number("unnamed", (3,), _("Gates without a named approver"), found.gates)
    everything = (*tools, *vendors, *found.gates)
    yield Number("nobody", (3,), _("Tools, vendors and gates for which nobody can be asked"), everything)
