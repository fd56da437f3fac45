"""The whole window, as the tests of the window have it."""

from tests.ui.conftest import choosing, config, window

__all__ = ["choosing", "config", "window"]
