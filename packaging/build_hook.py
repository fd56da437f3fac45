"""Keeps copies of the sources out of a development install: only the launcher is placed there."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DevelopmentInstall(BuildHookInterface[Any]):
    """Names the one file that an editable install copies; a normal wheel is left as configured."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before each build; `version` is "editable" or "standard"."""
        if version == "editable":
            build_data["force_include_editable"]["packaging/launcher.py"] = "plumbline_review/__init__.py"
