"""Reads the theme files and says plainly what is wrong with one."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import resources

BANDS = ("Low", "Moderate", "High", "Critical")
SHAPES = ("circle", "square", "triangle", "diamond")
WEIGHTS = ("normal", "demibold")
COLOR_ROLES = (
    "window", "surface", "raised", "rail", "rail_text", "rail_muted", "rail_selected", "border",
    "control_border", "track", "text", "muted", "accent", "accent_hover", "accent_soft", "on_accent", "focus",
    "ok", "warn", "danger", "warn_soft", "danger_soft", "ok_soft",
)  # fmt: skip
_MEASURES = {
    "space": ("step",),
    "radius": ("control", "inner", "cell"),
    "stroke": ("hair", "edge", "ring"),
    "height": ("control", "target", "bar", "scroll"),
    "motion": ("duration_ms",),
}
_TYPES = ("small", "body", "strong", "heading", "title", "room")
_MOST = 1000
_COLOR = re.compile(r"#[0-9A-F]{6}")


class ThemeFileError(Exception):
    """A theme file says something that no window can be drawn from; the words name the file and the line."""


@dataclass(frozen=True, slots=True)
class TypeRole:
    """A size in points at 100 % text, and whether it is bold."""

    points: float
    is_bold: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """The measures of the design language: `measures` by "radius.control" and the like, `types` by role."""

    measures: Mapping[str, float]
    types: Mapping[str, TypeRole]


@dataclass(frozen=True, slots=True)
class LookFile:
    """What a look's file says. `cells` are the grounds of the map's cells by band."""

    name: str
    is_dark: bool
    colors: dict[str, str]
    cells: dict[str, str]


@cache
def scale() -> Scale:
    """The measures of `resources/theme/scale.toml`, read once. Raises ThemeFileError."""
    return scale_of(_read("scale.toml"))


def scale_of(raw: Mapping[str, Any], file: str = "scale.toml") -> Scale:
    """The measures of a file that has been taken apart. Raises ThemeFileError."""
    measures = {
        f"{group}.{name}": _number(raw, file, group, name)
        for group, names in _MEASURES.items()
        for name in names
    }
    types = {}
    for role in _TYPES:
        weight = _value(raw, file, "type", role, "weight")
        if weight not in WEIGHTS:
            raise _fault(file, f"type.{role}.weight", f"one of {', '.join(WEIGHTS)}", weight)
        types[role] = TypeRole(_number(raw, file, "type", role, "points"), weight == "demibold")
    return Scale(measures, types)


def look_file(name: str) -> LookFile:
    """A look by name. Raises ThemeFileError."""
    return look_of(_read(f"{name}.toml"), f"{name}.toml")


def look_of(raw: Mapping[str, Any], file: str) -> LookFile:
    """A look from a file that has been taken apart. Raises ThemeFileError."""
    colors = _value(raw, file, "colors")
    unknown = sorted(set(colors) - set(COLOR_ROLES))
    if unknown:
        raise ThemeFileError(f"{file}: nobody uses the role {unknown[0]!r}")
    return LookFile(
        name=str(_value(raw, file, "name")),
        is_dark=_value(raw, file, "is_dark") is True,
        colors={role: _color(raw, file, "colors", role) for role in COLOR_ROLES},
        cells={band: _color(raw, file, "cells", band) for band in BANDS},
    )


@cache
def band_file() -> dict[str, dict[str, str]]:
    """The bands of `resources/theme/bands.toml`, in rising order. Raises ThemeFileError."""
    file = "bands.toml"
    raw = _read(file)
    for band in BANDS:
        for role in ("fill", "ink", "tint"):
            _color(raw, file, "bands", band, role)
        shape = _value(raw, file, "bands", band, "shape")
        if shape not in SHAPES:
            raise _fault(file, f"bands.{band}.shape", f"one of {', '.join(SHAPES)}", shape)
    return {band: raw["bands"][band] for band in BANDS}


def _read(file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(resources.read_text("theme", file))
    except tomllib.TOMLDecodeError as error:
        raise ThemeFileError(f"{file} cannot be read: {error}") from error


def _value(raw: Mapping[str, Any], file: str, *path: str) -> Any:
    found: Any = raw
    for part in path:
        if not isinstance(found, Mapping) or part not in found:
            raise ThemeFileError(f"{file}: {'.'.join(path)} is missing")
        found = found[part]
    return found


def _number(raw: Mapping[str, Any], file: str, *path: str) -> float:
    found = _value(raw, file, *path)
    if isinstance(found, bool) or not isinstance(found, int | float) or not 0 <= found <= _MOST:
        raise _fault(file, ".".join(path), f"a number from 0 to {_MOST}", found)
    return found


def _color(raw: Mapping[str, Any], file: str, *path: str) -> str:
    found = _value(raw, file, *path)
    if not isinstance(found, str) or not _COLOR.fullmatch(found):
        raise _fault(file, ".".join(path), "a colour written as # and six digits", found)
    return found


def _fault(file: str, path: str, wanted: str, found: object) -> ThemeFileError:
    return ThemeFileError(f"{file}: {path} has to be {wanted}, not {found!r}")
