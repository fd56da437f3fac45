"""Puts files and empty signature fields into a PDF; ReportLab has no public way to either."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from app.signing.copy_inside import FileInside

_PRINTED_AND_LOCKED = 4 | 128  # annotation flags
_SIGNATURES_EXIST_APPEND_ONLY = 3
_NO_CHANGES = 1


@dataclass(frozen=True, slots=True)
class SignField:
    """A place to sign in: its name, and whether a signature in it locks the whole document."""

    name: str
    locks: bool


def put_files_in(canvas: Canvas, files: Iterable[FileInside]) -> None:
    """Associate files with the document (ISO 32000-2, 14.13), and list them as its attachments."""
    document = document_of(canvas)
    named: list[object] = []
    associated: list[object] = []
    for file in sorted(files, key=lambda file: file.name):  # a name tree is sorted
        specification = document.Reference(_specification(document, file))
        named.extend((PDFString(file.name), specification))
        associated.append(specification)
    if not associated:
        return
    catalog = document.Catalog
    catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray(named)})})
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]
    catalog.AF = PDFArray(associated)


def put_field_in(canvas: Canvas, field: SignField, x: float, y: float, width: float, height: float) -> None:
    """Put an empty signature field on the present page, its lower left corner at (x, y) as now drawn."""
    below = _below(canvas)
    document = below._doc
    left, bottom = canvas.absolutePosition(x, y)
    right, top = canvas.absolutePosition(x + width, y + height)
    values: dict[str, object] = {
        "Type": PDFName("Annot"),
        "Subtype": PDFName("Widget"),
        "FT": PDFName("Sig"),
        "T": PDFString(field.name),
        "F": _PRINTED_AND_LOCKED,
        "Rect": PDFArray((left, bottom, right, top)),
        "P": document.thisPageRef(),
    }
    if field.locks:
        values["Lock"] = PDFDictionary(
            {"Type": PDFName("SigFieldLock"), "Action": PDFName("All"), "P": _NO_CHANGES}
        )
    name = f"signature-{field.name}"
    below._addAnnotation(PDFDictionary(values), name)
    form = getattr(document.Catalog, "AcroForm", None)
    fields = form.dict["Fields"].sequence if form is not None else []
    form = PDFDictionary(
        {
            "Fields": PDFArray([*fields, document.refAnnotation(name)]),
            "SigFlags": _SIGNATURES_EXIST_APPEND_ONLY,
        }
    )
    document.Catalog.AcroForm = form


# Any: ReportLab publishes no types for what lies below the canvas.
def document_of(canvas: Canvas) -> Any:
    """The document that a canvas draws in, as ReportLab keeps it."""
    return _below(canvas)._doc


def _below(canvas: Canvas) -> Any:
    return canvas


def _specification(document: Any, file: FileInside) -> PDFDictionary:
    about = {
        "Type": PDFName("EmbeddedFile"),
        "Subtype": f"/{file.media_type.replace('/', '#2F')}",
        "Params": PDFDictionary({"Size": len(file.data)}),
    }
    stream = document.Reference(PDFStream(PDFDictionary(about), file.data, filters=[PDFZCompress]))
    return PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(file.name),
            "UF": PDFString(file.name),
            "Desc": PDFString(file.title),
            "AFRelationship": PDFName(file.relation),
            "EF": PDFDictionary({"F": stream, "UF": stream}),
        }
    )
