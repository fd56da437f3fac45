"""Reads a firm's template, or says where it is wrong.

Imported only when a template is read: pydantic alone costs more time than the first page has.
"""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, cast

from pydantic import StringConstraints, TypeAdapter

import resources
from app.branding.contrast import LEAST, contrast, darkened, distance
from app.branding.errors import TemplateError
from app.branding.logo import PLACE, read_logo
from app.branding.template import Darkened, FirmTemplate
from app.data_file import Plain
from app.data_shape import shaped

FILE_NAME = "template.toml"
FORMAT = "plumbline-template-1"
LARGEST_FILE = 64 * 1024

_THEME = tomllib.loads(resources.read_text("theme", "bands.toml"))
_USUAL: dict[str, str] = _THEME["house"]
_ALIKE = 25.0
_Name = Annotated[str, StringConstraints(min_length=1, max_length=80, strip_whitespace=True)]
_Line = Annotated[str, StringConstraints(max_length=140)]
_Legal = Annotated[str, StringConstraints(max_length=1200)]
_Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]


@dataclass(frozen=True, kw_only=True)
class _Words:
    cover: _Line = ""
    footer: _Line = ""
    legal: _Legal = ""


@dataclass(frozen=True, kw_only=True)
class _Colours:
    accent: _Colour = _USUAL["accent"]
    ink: _Colour = _USUAL["ink"]
    quiet: _Colour = _USUAL["quiet"]
    rule: _Colour = _USUAL["rule"]
    wash: _Colour = _USUAL["wash"]


@dataclass(frozen=True, kw_only=True)
class _Template:
    name: _Name
    logo: str = ""
    words: _Words = field(default_factory=_Words)
    colours: _Colours = field(default_factory=_Colours)


_TEMPLATE = TypeAdapter(_Template)


def read_template(path: Path) -> FirmTemplate:
    """The template in a TOML file, or in `template.toml` of a folder.

    Words that could not be read in the colours given are darkened, and the template says so. Raises
    TemplateError with the file's name, the place and the reason; also for a ground on which no words can be
    read.
    """
    source = _file_in(path)
    raw = _parsed(source)
    if raw.pop("format", None) != FORMAT:
        raise TemplateError(source.name, "format", f"should be {FORMAT}")
    try:
        found = shaped(_TEMPLATE, cast("Plain", raw), source.name, TemplateError)
    except (TypeError, ValueError, RecursionError) as cause:
        raise TemplateError(source.name, "", "holds a date or number that no template has") from cause
    colours, changed = _legible(found.colours, source.name)
    return FirmTemplate(
        name=_one_line(found.name),
        cover=_one_line(found.words.cover),
        footer=_one_line(found.words.footer),
        legal=found.words.legal.strip(),
        colours=colours,
        logo=read_logo(_beside(source, found.logo), source.name) if found.logo else None,
        darkened=changed,
        like_a_band=_like_a_band(dict(colours)["accent"]),
    )


def _file_in(path: Path) -> Path:
    """The template itself where a folder is named."""
    try:
        return path / FILE_NAME if path.is_dir() else path
    except OSError:  # said in words by whoever reads it
        return path


def _parsed(source: Path) -> "dict[str, object]":
    try:
        if source.stat().st_size > LARGEST_FILE:
            raise TemplateError(source.name, "", f"is larger than {LARGEST_FILE:,} bytes")
        return tomllib.loads(source.read_bytes().decode("utf-8-sig"))
    except OSError as cause:
        raise TemplateError(source.name, "", f"cannot be read: {cause.strerror}") from cause
    except UnicodeDecodeError as cause:
        raise TemplateError(source.name, "", f"is not UTF-8 text (byte {cause.start:,})") from cause
    except (ValueError, RecursionError) as cause:  # TOML's own error, or a number of thousands of digits
        raise TemplateError(source.name, "", f"is not valid TOML: {str(cause)[:120]}") from cause


def _beside(source: Path, name: str) -> Path:
    """The logo's file: by its bare name, so that a template cannot reach for anything else."""
    if Path(name).name != name or "\\" in name or name in {".", ".."}:
        raise TemplateError(source.name, PLACE, "should be the bare name of a file beside the template")
    return source.parent / name


def _legible(given: _Colours, file: str) -> tuple[tuple[tuple[str, str], ...], tuple[Darkened, ...]]:
    """The colours as they are used: each pair of words and ground that a report has can be read."""
    wash = given.wash.upper()
    for words in ("#000000", _USUAL["ink"]):
        if contrast(words, wash) < LEAST:
            told = f"{contrast(words, wash):.1f}:1"
            reason = f"words ({words}) on wash ({wash}) have a contrast of {told}, and need {LEAST}:1 or more"
            raise TemplateError(file, "colours/wash", f"{reason}; choose a lighter wash")
    used, changed = {"rule": given.rule.upper(), "wash": wash}, []
    grounds = {"paper": _USUAL["paper"], "wash": wash}
    for name, colour in (("accent", given.accent), ("ink", given.ink), ("quiet", given.quiet)):
        used[name] = darkened(colour.upper(), tuple(grounds.values()))
        if used[name] != colour.upper():
            ground = min(grounds, key=lambda one: contrast(colour, grounds[one]))
            ratio = contrast(colour, grounds[ground])
            changed.append(Darkened(name, ground, ratio, colour.upper(), used[name]))
    return tuple(sorted(used.items())), tuple(changed)


def _like_a_band(accent: str) -> str:
    """The band whose colour headings and links could be taken for, or nothing."""
    bands: dict[str, dict[str, str]] = _THEME["bands"]
    return next((name for name, look in bands.items() if distance(accent, look["fill"]) < _ALIKE), "")


def _one_line(text: str) -> str:
    return " ".join(text.split())
