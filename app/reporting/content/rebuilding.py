"""What a sceptic needs beside the entries of appendix C: formulas, matrix, base impacts and scores."""

from app.assessment.matrix import HIGHEST, LOWEST, band
from app.assessment.words import CONTAINMENT_WORDS
from app.i18n import _
from app.reporting.content.parts import (
    BandMark,
    Beside,
    Bullets,
    Column,
    Grid,
    Heading,
    Part,
    Row,
    stop_place,
    strong,
    words,
)
from models.values import StopRule

FORMULAS = (
    _("Likelihood L = min(5, 1 + present drivers + half the unknown ones, rounded up)."),
    _("Impact I = base + modifiers present or unknown, 1 to 5; best without the unknown ones."),
    _("The band is looked up in the matrix on page 4; nothing is averaged across risks."),
    _("A control scores 0 to 4; unknown 0, at best 4; an answer without evidence at most 2."),
    _("P = weight × score, preventive, of 4 × weights: from 25 % 1 step off L, 50 % 2, 75 % 3."),
    _("Key control below 2: at most 1 step, however good the others are."),
    _("R, the same over recovery controls: from 50 % 1 step off I, never more."),
    _("Residual = L less steps, I less step, never below 1; best and worst case likewise."),
    _("Stop rules SR1 to SR6 (appendix C) stand outside the matrix: contain within 14 days."),
    _("Leverage = band weight × weight × (3 − score), summed over risks, divided by effort."),
)

# Risk model rm-1, 2.1, 2.2, 2.3 and 6.1 to 6.8, in the words of the person who rebuilds a band by hand.
_BASES = (
    (
        "EX",
        _("highest integrity class of what the tool can alter in live systems"),
        _("+1 if hard to undo and 100,000 or more people are reached"),
    ),
    (
        "BC",
        _("sales 2, known contacts 3, broad audience 4, public conversation 5"),
        _("+1 for a regulated audience"),
    ),
    (
        "DE",
        _(
            "content choice 2; channel mix, campaign priority 3; scoring, routing, segmentation, "
            "suppression, nurture, lifecycle 4; consent, eligibility 5; "
            "none or insight 1; not known 5 (best case 2)"
        ),
        _("+1 for a regulated audience"),
    ),
    (
        "DA",
        _(
            "highest sensitivity of the data reached; pseudonymised or aggregated one less, "
            "anonymised two less"
        ),
        _("+1 if 100,000 or more people are reached"),
    ),
    (
        "VS",
        _("the larger of 2 and the highest impact before controls of the vendor's EX and DA risks"),
        _("none"),
    ),
    (
        "VT",
        _("highest sensitivity of the data that the vendor's tools reach"),
        _("+1 if training is not ruled out and that sensitivity is 4 or more"),
    ),
    ("OD", _("criticality of the process that relies on the tool"), _("none")),
    ("PG", _("3 if any other risk has impact 4 or more before controls, else 2"), _("none")),
)
_SCORES = (
    (_("gate"), _("4 × checks met / 9, rounded down; a check after the effect scores 0; none 0")),
    (_("owner"), _("named person 4; left or a team 1; nobody 0")),
    (_("documentation"), _("yes 4, partly 2, no 0")),
    (_("fallback, rollback"), _("tested 4, documented 2, none 0")),
    (_("off switch"), _("tested 4, exists 2, none 0")),
    (_("monitoring"), _("threshold 4, sampled 2, none 0")),
    (_("trace"), _("4 × items / 8, rounded down")),
    (_("decision record"), _("4 × items / 7, rounded down")),
    (_("category rules"), _("4 × rules decided / 7, rounded down, of the category with the fewest")),
    (_("AI terms in the contract"), _("complete 4, partly 2, none 0")),
    (_("admin controls"), _("full 4, partial 2, none 0")),
    (_("shares of owners, traces, checks"), _("4 × share, rounded down")),
    (_("a question"), _("its level; yes 4, partly 2, no 0; at most 2 without evidence")),
    (_("anything not known"), _("0 as shown, 4 in the best case")),
)


def rebuilding() -> tuple[Part, ...]:
    """The formulas and the matrix; impact before controls by kind of risk; the score of each control."""
    bases = tuple(Row((words(strong(kind)), words(base), words(more))) for kind, base, more in _BASES)
    scores = tuple(Row((words(strong(control)), words(rule))) for control, rule in _SCORES)
    formulas = (
        Heading(_("How a band is made"), level=2),
        Bullets(tuple(words(line) for line in FORMULAS), size="small", numbered=True),
    )
    matrix = (Heading(_("The matrix: likelihood down, impact across"), level=2), _matrix())
    stops = tuple(
        Row(
            (words(strong(rule.value)), words(_(rule.label)), words(CONTAINMENT_WORDS[rule])),
            stop_place(rule),
        )
        for rule in StopRule
    )
    return (
        Beside(((0.5, formulas), (0.5, matrix))),
        Heading(_("The stop rules: contain within 14 days, whatever the band"), level=2),
        Grid((Column(_("Rule"), 0.08), Column(_("Fires on"), 0.6), Column(_("First step"), 0.32)), stops),
        Heading(_("Where the base impact comes from"), level=2),
        Grid((Column(_("Kind"), 0.08), Column(_("Base"), 0.6), Column(_("And"), 0.32)), bases),
        Heading(_("Where the score of a control comes from"), level=2),
        Grid((Column(_("Control"), 0.25), Column(_("Score, 0 to 4"), 0.75)), scores),
    )


def _matrix() -> Grid:
    steps = range(LOWEST, HIGHEST + 1)
    rows = tuple(
        Row((words(strong(f"L{likelihood}")), *(BandMark(band(likelihood, impact)) for impact in steps)))
        for likelihood in reversed(steps)
    )
    return Grid((Column("", 0.1), *(Column(f"I{impact}", 0.18) for impact in steps)), rows)
