"""What a person has chosen on this computer to make reports on."""

from pathlib import Path

from app.branding.template import Stationery
from app.paper import usual_paper
from app.settings import Settings


def stationery_of(settings: Settings, territory: str) -> Stationery:
    """The chosen paper, or the usual one of the territory, and the chosen template, read anew.

    Raises TemplateError: a report in another look than the one chosen would be worse than none.
    """
    paper = settings.paper or usual_paper(territory)
    if not settings.template:
        return Stationery(paper)
    from app.branding.template_file import read_template  # noqa: PLC0415  (pydantic and Pillow take their time)

    return Stationery(paper, read_template(Path(settings.template)))
