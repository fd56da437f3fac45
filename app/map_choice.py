"""Which of the two maps a picture shows."""

from enum import StrEnum


class Maps(StrEnum):
    """Systems and tools, likelihood and impact, or both side by side."""

    BOTH = "both"
    SYSTEMS = "systems"
    RISKS = "risks"
