"""What the place of a finding is called in the window: ids with the names that people know."""

from app.i18n import _
from app.lint.wording import place_words
from app.register_columns import spec_at
from app.risk_words import short_name
from models.assessment import Assessment
from models.snapshot import Snapshot
from models.values import SINGLETONS, RegisterName, RiskDecision

_PAGES = {"fix_first": _("the plan"), "risk_map": _("the risk map"), "section": _("the sections")}
LONGEST = 80


def where_words(snapshot: Snapshot, assessment: Assessment, place: str) -> str:
    """A place in words: an entry with its name and field, a risk with its subject, a question by its id."""
    kind, _colon, rest = place.partition(":")
    if kind == "page":
        return _PAGES.get(rest, rest)
    if kind == "register":
        return _(RegisterName(rest).label)
    if kind == "risk":
        return _risk(snapshot, assessment, rest, place)
    if kind == "action":
        return _with_name(snapshot, RegisterName.ACTION_PLAN, rest, place)
    if kind == "entry":
        register, _slash, entry = rest.partition("/")
        return _with_name(snapshot, RegisterName(register), entry, place)
    return place_words(place)


def _risk(snapshot: Snapshot, assessment: Assessment, rest: str, place: str) -> str:
    """EX-T02 Send-Time Optimiser, accepted until."""
    risk_id, _slash, path = rest.partition("/")
    risk = assessment.risks_by_id.get(risk_id)
    if risk is None:
        return place_words(place)
    said = _brief(f"{risk_id} {short_name(snapshot, risk)}")
    if not path:
        return said
    field = _(spec_at(RiskDecision, path).label).lower()
    return _("{entry}, {field}").format(entry=said, field=field)


def _with_name(snapshot: Snapshot, register: RegisterName, rest: str, place: str) -> str:
    """T01 Predictive scoring, owner."""
    key, _slash, path = rest.partition("/")
    entry = snapshot.entry(register, key)
    field = path.replace("_", " ").replace(".", ", ")
    caption = " ".join(str(getattr(entry, "caption", key)).split())
    if entry is None or (caption == key and register not in SINGLETONS):
        return place_words(place)
    said = _(register.label) if register in SINGLETONS else _brief(f"{key} {caption}")
    return _("{entry}, {field}").format(entry=said.rstrip("."), field=field) if field else said


def _brief(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
