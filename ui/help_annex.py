"""The tables of the annex that the program makes: scales, matrix, causes, rules, editions, law dates."""

from collections.abc import Iterable, Mapping, Sequence

from app.assessment.matrix import HIGHEST, LOWEST, band
from app.assessment.templates.programme import CAUSES
from app.assessment.use_case_level import RULES
from app.assessment.words import IMPACT_WORDS, LIKELIHOOD_WORDS, short_control_words
from app.day_words import day
from app.frameworks import frameworks
from app.i18n import _

_SCALE = range(LOWEST, HIGHEST + 1)


def annex(text: str) -> str:
    """The annex with its tables, in Markdown."""
    known = frameworks()
    tables = {
        "likelihood": _steps(LIKELIHOOD_WORDS),
        "impact": _steps(IMPACT_WORDS),
        "matrix": _matrix(),
        "causes": _causes(),
        "use_case_rules": _use_case_rules(),
        "known_on": day(known.as_known_on),
        "disclaimer": known.disclaimer,
        "editions": markdown_table(
            (_("Framework or law, in this edition"), _("Mark")),
            ((edition.title, edition.mark.letter) for edition in known.editions),
        ),
        "law_dates": markdown_table(
            (_("Law"), _("Matter"), _("Applies"), _("Mark")),
            (
                (f"{law.law} {law.articles}", law.matter, law.applies, law.mark.letter)
                for law in known.law_dates
            ),
        ),
    }
    for name, words in tables.items():
        text = text.replace("{" + name + "}", words)
    return text


def weights_words(weights: Mapping[str, int], key: str = "") -> str:
    """Controls with their weights as the annex writes them: "gate 3 (key), ACC-10 2"."""
    mark = _("(key)")
    return ", ".join(
        f"{short_control_words(control)} {weight}" + (f" {mark}" if control == key else "")
        for control, weight in weights.items()
    )


def markdown_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; what its cells say is taken as it stands, less what would end a cell."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |" for cells in lines)


def _steps(words: Sequence[str]) -> str:
    return "; ".join(f"{number} {each}" for number, each in enumerate(words, start=LOWEST))


def _matrix() -> str:
    heads = (_("Likelihood"), *(_("Impact {n}").format(n=impact) for impact in _SCALE))
    rows = ((f"{each}", *(_(band(each, impact).value) for impact in _SCALE)) for each in reversed(_SCALE))
    return markdown_table(heads, rows)


def _causes() -> str:
    rows = (
        (
            f"PG-{cause.number}",
            _(cause.title),
            weights_words(cause.preventive, next(iter(cause.preventive))),
            weights_words(cause.recovery),
        )
        for cause in CAUSES
    )
    return markdown_table((_("Risk"), _("What it says"), _("Prevents"), _("Mends")), rows)


def _use_case_rules() -> str:
    rows = ((rule.id, _(rule.level.value), _(rule.reason)) for rule in RULES)
    return markdown_table((_("Rule"), _("Level"), _("Because")), rows)
