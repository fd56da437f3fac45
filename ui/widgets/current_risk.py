"""Which risk the keys stand on, in any of the views of the risk map."""

from PySide6.QtWidgets import QWidget

from ui.widgets.exposure_matrix import ExposureMatrix
from ui.widgets.picture import Picture
from ui.widgets.risk_table import RiskTable


def current_risk(view: QWidget | None) -> str:
    """The id of the risk of a mark, a cell or a row; nothing where there is none."""
    if not isinstance(view, (Picture, RiskTable)):
        return ""
    if isinstance(view, ExposureMatrix):
        cell = view.cell_of(view.current)
        return cell.risk if cell is not None else ""
    kind, _colon, risk = view.current.partition(":")
    return risk if kind == "risk" else ""
