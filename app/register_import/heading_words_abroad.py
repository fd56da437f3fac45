"""German and French headings for the same fields: clients keep their lists in their own language."""

from collections.abc import Mapping
from types import MappingProxyType

from models.values import RegisterName

Words = Mapping[str, tuple[str, ...]]

_ANY: Words = {
    "source": ("nr", "nummer", "kennung", "kürzel", "lfd nr", "numéro", "n°", "identifiant", "référence"),
    "notes": (
        "bemerkung", "bemerkungen", "anmerkung", "anmerkungen", "kommentar", "hinweis", "notiz",
        "remarque", "remarques", "commentaire", "commentaires", "observations",
    ),
}  # fmt: skip
_NAME = ("bezeichnung", "titel", "nom", "intitulé", "libellé", "désignation")
_STATUS = ("stand", "zustand", "statut", "état", "étape")
_VENDOR = ("anbieter", "hersteller", "lieferant", "dienstleister", "fournisseur", "éditeur", "prestataire")
_CRITICALITY = ("kritikalität", "geschäftskritikalität", "criticité", "niveau de criticité")

_AI_TOOLS: Words = {
    **_ANY,
    "name": (
        "werkzeug", "ki tool", "ki werkzeug", "ki system", "ki anwendung", "anwendung", "programm",
        "outil", "outil ia", "outil d ia", "nom de l outil", "logiciel", "système d ia", *_NAME,
    ),
    "kind": ("art", "typ", "kategorie", "catégorie", "genre"),
    "vendor": _VENDOR,
    "host_system": ("plattform", "trägersystem", "eingebettet in", "plateforme", "système hôte"),
    "status": _STATUS,
    "description": (
        "beschreibung", "zweck", "verwendung", "verwendungszweck", "einsatz", "einsatzzweck",
        "usage", "finalité", "objectif", "utilisation",
    ),
    "data_used": ("daten", "datenarten", "verwendete daten", "données", "données utilisées"),
    "activated_on": (
        "seit", "in betrieb seit", "eingeführt am", "einführung", "startdatum", "depuis",
        "mise en service", "date de mise en service", "date de début",
    ),
    "approval": (
        "freigabe", "freigabestatus", "genehmigung", "zulassung", "approbation", "autorisation", "validation",
    ),
    "approved_by": ("freigegeben von", "genehmigt von", "approuvé par", "validé par"),
    "approved_on": ("freigabedatum", "genehmigt am", "freigegeben am", "date d approbation", "approuvé le"),
    "owner_person": (
        "verantwortlich", "verantwortliche person", "verantwortlicher", "eigentümer", "inhaber", "besitzer",
        "ansprechpartner", "responsable", "propriétaire", "personne responsable", "contact",
    ),
    "deputy": ("stellvertretung", "stellvertreter", "vertretung", "suppléant", "remplaçant"),
    "users": (
        "nutzer", "benutzer", "anwender", "anzahl nutzer", "anzahl benutzer", "nutzerzahl",
        "utilisateurs", "nombre d utilisateurs",
    ),
    "frequency": ("häufigkeit", "nutzungshäufigkeit", "fréquence"),
    "model": ("modell", "ki modell", "sprachmodell", "modèle"),
    "process_criticality": _CRITICALITY,
    "output_monitoring": ("überwachung", "surveillance", "suivi"),
    "documentation": ("dokumentation", "dokumentiert", "documenté"),
}  # fmt: skip

HEADING_WORDS_ABROAD: Mapping[RegisterName, Words] = MappingProxyType(
    {
        RegisterName.AI_TOOLS: _AI_TOOLS,
        RegisterName.SYSTEMS: {
            **_ANY,
            "name": ("systemname", "anwendung", "système", "nom du système", *_NAME),
            "category": ("kategorie", "art", "typ", "catégorie"),
            "vendor_name": _VENDOR,
            "criticality": _CRITICALITY,
            "people_records": ("datensätze", "anzahl personen", "personendatensätze", "enregistrements"),
            "regions": ("regionen", "länder", "régions", "pays"),
        },
        RegisterName.VENDORS: {
            **_ANY,
            "name": (*_VENDOR, "firma", "unternehmen", "société", "entreprise", *_NAME),
        },
        RegisterName.USE_CASES: {
            **_ANY,
            "name": ("anwendungsfall", "einsatzfall", "cas d usage", "cas d utilisation", *_NAME),
            "purpose": ("zweck", "beschreibung", "finalité", "objectif"),
            "status": _STATUS,
            "process_criticality": _CRITICALITY,
        },
    }
)
