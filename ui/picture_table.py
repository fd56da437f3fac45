"""Every page and state of the window that is worth a look, and the steps that lead to each."""

from dataclasses import dataclass

from app.demo_client import DEMO_PASSPHRASE
from ui.help_texts import HELP_PAGES

# What is open while a picture is drawn: no file, the demo client, or a review in which nothing is known yet.
# CLIENT_FILE pictures open a file of their own by their first step.
NOTHING, DEMO, EMPTY, CLIENT_FILE = "nothing", "demo", "empty", "client_file"


@dataclass(frozen=True, slots=True)
class Picture:
    """One state: its name, the steps to it in order, and what is open.

    Steps are "go:LINK" follow a link, "key:KEYS" press keys where the cursor is, "click:NAME" press what has
    this object name, "focus:NAME" give it the keyboard, "do:ACTION" choose from the menus, "type:WORDS" type,
    "until:NAME" wait until it is there, "pause:MS" wait a while, "wait:" have the report's preview, "room:"
    look at the window for the room, "export:FIELD=VALUE" choose on the report page. "seal:ROLE" record a
    made-up signature, "check:GRADE" show a made-up check of a report, "identity:" list a made-up identity.
    What becomes of a file is brought about by the steps of `ui/picture_keeping.py`. The steps of `after`
    leave the state again, where the next picture could not begin from it.
    """

    name: str
    steps: tuple[str, ...]
    review: str = DEMO
    after: tuple[str, ...] = ()


_REGISTERS = (
    "systems", "ai_tools", "access_grants", "data_categories", "use_cases", "vendors", "approval_gates",
    "evidence", "data_flows", "monitors", "review_cadences", "exceptions", "incidents", "incident_process",
)  # fmt: skip
_LEAVE = ("key:Esc",)
_ALL_ROWS = ("key:Ctrl+Shift+L",)
_CLOSE = ("close:",)
_ROOM = ("do:show_room",)
_PASSPHRASE = (f"type:{DEMO_PASSPHRASE}", "click:prove_go_on")
_CLIENT = "client:work"
_EVIDENCE = "go:entry:evidence/E01"
_CLOSE_CARD = ("click:close_card",)
_LOST = (_CLIENT, "go:question:USE-01", "lose:")


def _registers(review: str, names: tuple[str, ...]) -> tuple[Picture, ...]:
    prefix = "empty_register" if review == EMPTY else "register"
    return tuple(Picture(f"{prefix}_{name}", (f"go:register:{name}",), review) for name in names)


_AT_TEMPLATE = ("go:page:settings", "until:remove_template")
_SAMPLE = ("click:show_sample", "until:template_sample", "see:show_sample")
_NO_TEMPLATE = ("template:",)

PICTURES: tuple[Picture, ...] = (
    Picture("start_first_time", ("forget:", "go:page:start"), NOTHING),
    Picture("start_recent_masked", ("remember:", "go:page:start"), NOTHING),
    Picture("start_recent", ("go:page:start", "click:show_names"), NOTHING),
    Picture("dialog_new_file", ("go:page:start", "do:new_file"), NOTHING, _CLOSE),
    Picture("dialog_new_file_refused", ("do:new_file", "click:new_review_go_on"), NOTHING, _CLOSE),
    Picture("dialog_unlock", ("unlock:",), NOTHING, _CLOSE),
    Picture(
        "dialog_unlock_wrong",
        ("damage:", "unlock:damaged.plumbline", "type:wrong", "click:unlock_go_on", "until:notice"),
        NOTHING,
        _CLOSE,
    ),
    Picture("dialog_upgrade", ("older:0.45",), NOTHING, _CLOSE),
    Picture("dialog_unlock_lines", ("unlock:", "keychain:none", "click:use_recovery_key"), NOTHING, _CLOSE),
    Picture("dialog_unlock_keychain", ("unlock:", "keychain:there"), NOTHING, _CLOSE),
    Picture("dialog_unlock_no_keychain", ("unlock:", "keychain:none"), NOTHING, _CLOSE),
    Picture(
        "dialog_new_file_weak",
        ("do:new_file", "fill:client=Nordlys", "fill:passphrase=summer2026", "pause:400"),
        NOTHING,
        _CLOSE,
    ),
    Picture(
        "dialog_new_file_strong",
        ("do:new_file", "fill:client=Nordlys", "fill:passphrase=four words not alike at all", "pause:400"),
        NOTHING,
        _CLOSE,
    ),
    Picture("start_left_open", (_CLIENT, "left:"), CLIENT_FILE),
    Picture("settings", ("go:page:settings",), NOTHING),
    Picture("settings_below", ("go:page:settings", "focus:copies_kept"), NOTHING),
    Picture(
        "settings_template",
        (
            "template:northwold",
            *_AT_TEMPLATE,
            "click:show_sample",
            "until:template_sample",
            "see:show_sample",
        ),
        NOTHING,
        _NO_TEMPLATE,
    ),
    Picture(
        "settings_template_refused",
        ("template:missing", *_AT_TEMPLATE, "until:template_notice", "see:show_sample"),
        NOTHING,
        _NO_TEMPLATE,
    ),
    *(Picture(f"help_{page.name}", (f"go:help:{page.name}",), NOTHING) for page in HELP_PAGES),
    Picture("help_licence_of_one_part", ("go:help:licences/pillow",), NOTHING),
    Picture("empty_scene", ("go:page:scene",), EMPTY),
    *_registers(
        EMPTY,
        ("systems", "ai_tools", "access_grants", "vendors", "evidence", "exceptions", "incident_process"),
    ),
    *(
        Picture(f"empty_question_{question.lower()}", (f"go:question:{question}",), EMPTY)
        for question in ("USE-01", "USE-02", "USE-04", "USE-05", "ACC-03", "OVR-11")
    ),
    Picture("empty_map_cells", ("go:page:risk_map", "key:2"), EMPTY),
    Picture("empty_map_exposure", ("go:page:risk_map", "key:1"), EMPTY),
    Picture("empty_map_list", ("go:page:risk_map", "key:3"), EMPTY),
    Picture("empty_fix_first", ("go:page:fix_first", "key:1"), EMPTY),
    Picture("empty_ten_answers", ("go:page:fix_first", "key:2"), EMPTY),
    Picture("empty_fine", ("go:page:fix_first", "key:3"), EMPTY),
    Picture("empty_report", ("go:page:report", "wait:"), EMPTY),
    Picture("empty_before_report", ("go:page:before_report",), EMPTY),
    Picture("empty_history", ("go:page:history",), EMPTY),
    Picture("scene", ("go:page:scene",)),
    Picture("scene_card", ("go:entry:participants/P01",), after=_LEAVE),
    *_registers(DEMO, _REGISTERS),
    Picture("register_card", ("go:entry:ai_tools/T01",), after=("click:close_card",)),
    Picture("register_card_vendor", ("go:entry:vendors/V6",), after=("click:close_card",)),
    Picture("register_card_level", ("go:entry:use_cases/U03/override.level",), after=("click:close_card",)),
    Picture("register_columns", ("go:register:ai_tools", "click:choose_columns"), after=_LEAVE),
    Picture(
        "register_rows_alike", ("go:register:ai_tools", "focus:entry_table", "key:Ctrl+L"), after=_ALL_ROWS
    ),
    Picture("register_many_rows", ("go:register:ai_tools", "focus:entry_table", "key:Ctrl+A")),
    Picture("register_adding", ("go:register:ai_tools", "click:add_ai_tools"), after=_LEAVE),
    Picture("register_library", ("go:register:ai_tools", "click:add_from_library"), after=_LEAVE),
    Picture("register_matrix", ("go:register:access_grants", "click:view_matrix")),
    Picture("question_levels", ("go:question:USE-01",)),
    Picture("question_yes_no", ("go:question:USE-02",)),
    Picture("question_choices", ("go:question:USE-04",)),
    Picture("question_register", ("go:question:USE-05",)),
    Picture("question_register_grants", ("go:question:ACC-03",)),
    Picture("question_not_applicable", ("go:question:USE-01", "key:A"), after=_LEAVE),
    Picture("question_note", ("go:question:USE-01", "key:N"), after=_LEAVE),
    Picture("question_evidence", ("go:question:USE-01", "key:Shift+E"), after=_LEAVE),
    Picture("question_parking", ("go:question:USE-01", "key:J"), after=_LEAVE),
    Picture("section_list", ("go:question:USE-01", "key:L"), after=("key:L",)),
    Picture("map_cells", ("go:page:risk_map", "key:2")),
    Picture("map_exposure", ("go:page:risk_map", "key:1")),
    Picture("map_list", ("go:page:risk_map", "key:3")),
    Picture("map_ask_next", ("go:page:risk_map", "key:4", "until:link_row")),
    Picture("map_why", ("go:page:risk_map", "key:1", "go:risk:EX-T13"), after=_LEAVE),
    Picture("map_decide", ("go:risk:EX-T01", "key:D", "pause:50"), after=_LEAVE),
    Picture(
        "map_decide_accept",
        ("go:risk:EX-T01", "key:D", "focus:choice_accept", "key:Space", "focus:field_accepted_by"),
        after=("do:undo", *_LEAVE),
    ),
    Picture("map_decided", ("go:risk:EX-T02/accepted_until", "pause:50"), after=_LEAVE),
    Picture(
        "map_list_decided",
        ("go:risk:EX-T13", "key:3", "key:D", "key:R", "key:Esc"),
        after=("do:undo", "key:2"),
    ),
    Picture("map_what_if", ("go:risk:EX-T13", "click:open_what_if"), after=(*_LEAVE, *_LEAVE)),
    Picture("fix_first_plan", ("go:page:fix_first", "key:1")),
    Picture("fix_first_ten_answers", ("go:page:fix_first", "key:2")),
    Picture("fix_first_fine", ("go:page:fix_first", "key:3")),
    Picture("report", ("go:page:report", "wait:")),
    Picture(
        "report_summary",
        ("go:page:report", "export:variant=executive", "wait:"),
        after=("export:variant=full",),
    ),
    Picture("report_map_as_picture", ("go:page:report", "export:format=png"), after=("export:format=pdf",)),
    Picture("before_report", ("go:page:before_report", "focus:findings")),
    Picture("before_report_waiving", ("key:W",)),
    Picture("history", ("go:page:history",)),
    Picture("history_of_a_row", ("go:history:ai_tools/T01",)),
    Picture("history_of_an_answer", ("go:history:question/ACC-03",)),
    Picture(
        "history_nothing_found",
        ("go:page:history", "fill:filter_words=nothing of the kind", "until:history_empty"),
        after=("fill:filter_words=",),
    ),
    Picture(
        "history_after_undo",
        (
            "go:register:ai_tools",
            "click:add_from_library",
            "focus:offer_S01/map-scoring",
            "key:Space",
            "click:add_picked",
            "do:undo",
            "go:history:ai_tools/T01",
            "click:show_all_history",
        ),
    ),
    Picture("restore_points_empty", ("go:page:restore_points", "until:restore_empty")),
    Picture(
        "restore_points", (_CLIENT, "points:", "go:page:restore_points", "until:restore_card"), CLIENT_FILE
    ),
    Picture(
        "evidence_file_kept",
        (_CLIENT, _EVIDENCE, "evidence:Audit log, March to May.png 2", "until:save_evidence_file"),
        CLIENT_FILE,
        _CLOSE_CARD,
    ),
    Picture(
        "evidence_file_too_large",
        (_EVIDENCE, "evidence:Screen recording.mkv 51", "until:notice"),
        CLIENT_FILE,
        _CLOSE_CARD,
    ),
    Picture("not_saved", (*_LOST, "key:3", "key:2"), CLIENT_FILE, ("find:",)),
    Picture("moved_away", (*_LOST, "tick:"), CLIENT_FILE, ("find:", "tick:")),
    Picture("held_by_another", (_CLIENT, "held:", "go:page:scene"), CLIENT_FILE, ("free:",)),
    Picture("newer_format", (_CLIENT, "newer:", "go:page:scene"), CLIENT_FILE),
    Picture("sync_folder", ("client:Dropbox", "go:page:scene"), CLIENT_FILE),
    Picture("back_after_a_crash", (_CLIENT, "left:", _CLIENT), CLIENT_FILE),
    Picture("duties", ("go:page:duties",)),
    Picture("evidence_card", ("go:entry:evidence/E01",), after=("click:close_card",)),
    Picture("search", ("go:page:search",)),
    Picture("search_found", ("go:search:consent",)),
    Picture("palette", ("go:page:scene", "do:find_anything")),
    Picture("palette_found", ("type:score",), after=_LEAVE),
    Picture("import_begin", ("go:page:import",)),
    Picture("room_question", (*_ROOM, "go:question:USE-01", "room:")),
    Picture("room_map", ("go:page:risk_map", "room:")),
    Picture("room_plan", ("go:page:fix_first", "room:")),
    Picture("room_blank", ("do:blank_room", "room:"), after=("do:show_room",)),
    Picture("dialog_next_review", ("do:begin_review",), after=_CLOSE),
    Picture("dialog_change_passphrase", ("do:change_passphrase",), after=_CLOSE),
    Picture("dialog_prove", ("do:show_sheet",), after=_CLOSE),
    Picture("dialog_prove_lines", ("do:show_sheet", "click:use_recovery_key"), after=_CLOSE),
    Picture("dialog_recovery_sheet", ("do:show_sheet", *_PASSPHRASE, "until:sheet_line_1"), after=_CLOSE),
    Picture(
        "dialog_recovery_sheet_shown",
        ("do:show_sheet", *_PASSPHRASE, "until:sheet_line_1", "click:show_lines"),
        after=_CLOSE,
    ),
    Picture("dialog_crash", ("crash:",), after=_CLOSE),
    Picture(
        "register_choice_open",
        ("go:entry:ai_tools/T01", "focus:field_frequency", "key:F4"),
        after=("close:", *_CLOSE_CARD),
    ),
    Picture("plan_card_open", ("go:entry:action_plan/N1",), after=_CLOSE_CARD),
    Picture("plan_day_on_card", ("go:page:fix_first", "key:1", "card:N1", "key:D"), after=_LEAVE),
    Picture(
        "plan_calendar",
        ("go:page:fix_first", "card:N1", "key:D", "key:F4"),
        after=("close:", *_LEAVE),
    ),
    Picture(
        "undo_list",
        ("go:question:USE-01", "key:3", "go:page:fix_first", "card:N1", "key:Del", "menu:undo_steps"),
        after=("close:",),
    ),
    Picture("verify", ("go:page:verify",)),
    Picture("verify_sound", ("go:page:verify", "check:good")),
    Picture("verify_tampered", ("go:page:verify", "check:bad")),
    Picture("identities_none", ("go:page:identities",)),
    Picture("identities", ("identity:", "go:page:scene", "go:page:identities")),
    Picture("dialog_new_identity", ("click:make_identity",), after=_CLOSE),
    Picture("sign_off_draft", ("go:page:sign_off",)),
    Picture("dialog_sign_reviewer", ("seal:settled", "click:sign_reviewer"), after=_CLOSE),
    Picture("sign_off_ready", ("seal:reviewer", "go:page:sign_off")),
    Picture("dialog_sign_sponsor", ("click:sign_sponsor",), after=_CLOSE),
    Picture("dialog_sign_by_hand", ("click:by_hand",), after=_CLOSE),
    Picture("sign_off_signed", ("seal:sponsor", "go:page:sign_off")),
    Picture("dialog_reopen", ("click:reopen",), after=_CLOSE),
    Picture("sign_off_changed", ("seal:reopened", "go:page:sign_off")),
    Picture("sealed", ("do:begin_review", "click:begin_review_go_on", "review:0", "go:page:scene")),
    Picture("sealed_map_decided", ("go:risk:EX-T02/accepted_by", "pause:50"), after=_LEAVE),
    Picture("locked", ("do:lock",)),
    Picture("locked_refused", ("do:lock", "fill:passphrase=wrong", "click:unlock_go_on", "until:notice")),
)
