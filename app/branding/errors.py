"""What can be wrong with a firm's template."""

from app.data_errors import DataFileError


class TemplateError(DataFileError):
    """A firm's template was refused: nothing is drawn with half of one."""

    title = "The firm's template cannot be used"
    advice = (
        "Put it right at the place that is named, or choose another one. "
        "The help page “A firm's template” says how to write one."
    )
