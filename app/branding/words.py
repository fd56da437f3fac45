"""Says in words what was made of a template."""

from app.branding.contrast import LEAST
from app.branding.template import FirmTemplate
from app.i18n import _


def notes(template: FirmTemplate) -> tuple[str, ...]:
    """A sentence for each colour that is darkened, with the pair and its contrast, or is like a band's."""
    alike = _("accent is close to the colour of {band}: headings and links may be taken for a warning.")
    band = (alike.format(band=template.like_a_band),) if template.like_a_band else ()
    return band + tuple(
        _(
            "{colour} {given} on {ground} has a contrast of {ratio:.1f}:1 and needs {least}:1; "
            "{used} is used."
        ).format(
            colour=one.colour,
            given=one.given,
            ground=one.ground,
            ratio=one.ratio,
            least=LEAST,
            used=one.used,
        )
        for one in template.darkened
    )
