from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import resources
from app.assessment.use_case_level import automatic_rule
from app.data_errors import LibraryError
from app.library import (
    case_library,
    data_category_library,
    defaults,
    discovery_sources,
    feature_library,
    features_for,
    platform_library,
    platforms_for,
    shadow_library,
    system_library,
    use_case_for_job,
    use_case_library,
)
from app.library_file import read_items
from app.packs import built_in_pack
from models.library import Facts, LibraryItem, Mark, SystemItem, UseCaseItem
from models.values import AITool, DataCategory, Monitor, ReviewCadence, System, UseCase
from models.values.enums import Role
from models.values.fields import Described, spec_of
from models.values.reading import Reading

AS_KNOWN_ON = date(2026, 11, 23)
HEAD = "format: plumbline-library\nlibrary: mine\nas_known_on: 2026-11-23\nmark: verified\n"


def everything() -> list[LibraryItem]:
    return [
        *system_library(),
        *platform_library(),
        *feature_library(),
        *discovery_sources(),
        *shadow_library(),
        *data_category_library(),
        *use_case_library(),
        *case_library(),
        *defaults().cadences,
        *defaults().monitors,
    ]


def problems_with(facts: Facts, described: type[Described]) -> list[str]:
    at = Reading()
    for name, value in facts.items():
        spec_of(described, name).kind.read(value, at.item(name))
    return [str(problem) for problem in at.problems]


def test_every_entry_has_its_own_id_a_date_and_a_mark() -> None:
    entries = everything()

    assert [name for name, count in Counter(entry.id for entry in entries).items() if count > 1] == []
    assert {entry.as_known_on for entry in entries} == {AS_KNOWN_ON}
    assert {mark.letter for mark in Mark} == {"V", "S", "M"}


def test_what_a_library_pre_fills_are_values_of_the_interchange_format() -> None:
    offered: list[tuple[Facts, type[Described]]] = [
        *((item.facts, System) for item in system_library()),
        *((item.tool_facts, AITool) for item in feature_library()),
        *((item.use_case_facts, UseCase) for item in feature_library()),
        *((item.tool_facts, AITool) for item in shadow_library()),
        *((item.facts, DataCategory) for item in data_category_library()),
        *((item.use_case_facts, UseCase) for item in use_case_library()),
        *((item.facts, ReviewCadence) for item in defaults().cadences),
        *((item.facts, Monitor) for item in defaults().monitors),
    ]

    assert [problems for facts, kind in offered if (problems := problems_with(facts, kind))] == []


def test_systems_stand_under_the_categories_that_forms_offer() -> None:
    categories = set(defaults().system_categories)

    assert {item.category for item in system_library()} <= categories
    assert {category for platform in platform_library() for category in platform.categories} <= categories
    assert len(defaults().system_categories) == 19
    assert all(item.confirm_on_screen for item in system_library())


def test_every_feature_belongs_to_a_platform_and_is_confirmed_on_the_screen() -> None:
    platforms = {platform.id for platform in platform_library()}

    assert {feature.platform for feature in feature_library()} == platforms
    assert all(feature.confirm_on_screen for feature in feature_library())
    assert all(len(platform.prompts) >= 5 for platform in platform_library())


def test_a_verified_product_fact_names_where_it_was_read() -> None:
    sources = {platform.id: platform.source_note for platform in platform_library()}
    verified = [feature for feature in feature_library() if feature.mark is Mark.VERIFIED]

    assert len(verified) == 7
    assert [f.id for f in verified if not (f.source_note or sources[f.platform])] == []


@pytest.mark.parametrize(
    ("name", "category", "platform"),
    [
        ("Adobe Marketo Engage", "MAP", "marketo"),
        ("our HUBSPOT portal", "CRM", "hubspot"),
        ("Pardot", "MAP", "account-engagement"),
        ("Tidewell Engage", "MAP", "any-map"),
        ("Ledgerline", "crm", "any-crm"),
        ("Pagecraft", "CMS and forms", "any-cms"),
        ("Lake", "Data warehouse", "any-warehouse"),
        ("Chatter", "Conversational marketing", "any-chat"),
    ],
)
def test_a_registered_system_is_offered_the_ai_of_its_platform(
    name: str, category: str, platform: str
) -> None:
    assert [found.id for found in platforms_for(name, category)] == [platform]
    assert {feature.platform for feature in features_for(name, category)} == {platform}


def test_a_system_of_no_known_kind_is_offered_nothing() -> None:
    assert features_for("Homegrown", "") == ()
    assert features_for("Homegrown", "Social") == ()


def test_a_feature_that_acts_leaves_open_whether_it_acts_unattended() -> None:
    acting = [feature for feature in feature_library() if feature.role is Role.EXECUTE]

    assert acting
    assert not any("autonomy" in feature.tool_facts for feature in acting)


def test_every_kind_of_shadow_ai_can_be_found_somewhere() -> None:
    sources = {source.id for source in discovery_sources()}
    used = {found_by for item in shadow_library() for found_by in item.found_by}

    assert len(shadow_library()) == 16
    assert used == sources
    assert not any({"approval", "origin"} & set(item.tool_facts) for item in shadow_library())


def test_the_data_categories_start_with_their_usual_sensitivity() -> None:
    sensitivity = Counter(item.sensitivity for item in data_category_library())
    consent = next(item for item in data_category_library() if item.id == "data-consent")

    assert sensitivity == {1: 1, 2: 3, 3: 2, 4: 7, 5: 2}
    assert consent.integrity_class == 5


@pytest.mark.parametrize("item", use_case_library(), ids=lambda item: item.id)
def test_a_typical_use_case_gets_its_usual_level_from_the_rules(item: UseCaseItem) -> None:
    use_case = UseCase.read({"id": "U1", **item.use_case_facts}, Reading())

    assert use_case is not None
    assert automatic_rule(use_case, can_act=False).level == item.usual_level


def test_only_internal_uses_say_that_their_audience_is_not_regulated() -> None:
    stated = {item.facts["audience"] for item in use_case_library() if "regulated_audience" in item.facts}

    assert stated == {"internal"}


def test_each_job_of_use_04_leads_to_a_typical_use_case_or_to_an_empty_one() -> None:
    jobs = {option.id for option in built_in_pack().question("USE-04").options}

    drafted = {job for job in jobs if use_case_for_job(job)}

    assert jobs - drafted == {"code", "other"}
    assert {item.job for item in use_case_library() if item.job} == drafted


def test_a_case_names_questions_of_the_pack_and_how_to_find_its_source() -> None:
    pack = built_in_pack()

    assert all(question in pack for case in case_library() for question in case.questions)
    assert all(case.source_note for case in case_library())
    assert [case.id for case in case_library() if not case.printable] == ["case-survey"]


def test_the_defaults_are_those_of_the_domain_model() -> None:
    monitors = {item.id: item for item in defaults().monitors}
    intervals = {item.subject: item.interval for item in defaults().cadences}

    assert intervals == {
        "AI register": "quarterly",
        "Scoring": "monthly",
        "Consent and preference": "yearly and on change",
        "Platform upgrades": "within 7 days of each release",
    }
    assert monitors["monitor-sales-refusal"].threshold == "over 40 percent"
    assert monitors["monitor-sales-refusal"].clock_hours == 48
    assert monitors["monitor-message-sample"].sample_size.startswith("5 percent")
    assert "from 18 to 25 percent in 90 days" in defaults().decision_record_example.target.lower()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("format: other\n", "format"),
        ("format: plumbline-library\nlibrary: other\n", "library"),
        ("format: plumbline-library\nlibrary: mine\n", "items"),
        (
            f"{HEAD}items:\n  - {{id: a, name: A, category: CRM}}\n  - {{id: b, name: B, category: [CRM]}}\n",
            "b/category",
        ),
        (
            f"{HEAD}items:\n  - {{id: a, name: A, category: CRM}}\n  - {{id: a, name: B, category: CRM}}\n",
            "items",
        ),
    ],
)
def test_a_damaged_library_is_refused_with_file_and_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, place: str
) -> None:
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(resources, "_FOLDER", tmp_path.parent)

    with pytest.raises(LibraryError) as refused:
        read_items(SystemItem, tmp_path.name, "mine")

    assert refused.value.file == "mine.yaml"
    assert refused.value.key == place
