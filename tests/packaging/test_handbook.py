"""The manual: every page of the help, every link and picture, every command, in PDF and in HTML."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

import handbook
from app.cli.arguments import parser
from handbook_chapters import BrokenReferenceError, Chapter, chapters, checked, picture_names
from ui.help_texts import HELP_PAGES, LICENCES, Part
from ui.key_table import key_groups, shown_keys
from ui.picture_table import PICTURES

ROOT = Path(__file__).resolve().parents[2]
VOID = frozenset({"meta", "img", "br", "hr"})
HEADINGS = ("When", "Steps", "What you see", "What can go wrong")
A4_ACROSS = (842, 595)  # points


@pytest.fixture(scope="module")
def told() -> tuple[Chapter, ...]:
    return chapters()


@pytest.fixture(scope="module")
def pictures(told: tuple[Chapter, ...]) -> dict[str, bytes]:
    """A small picture in the place of each."""
    buffer = BytesIO()
    Image.new("RGB", (64, 36), "gray").save(buffer, "PNG")
    return dict.fromkeys(picture_names(told), buffer.getvalue())


@pytest.fixture(scope="module")
def made(
    told: tuple[Chapter, ...], pictures: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    out = tmp_path_factory.mktemp("manual") / "new"
    handbook.make(told, pictures, out)
    return out


@pytest.fixture(scope="module")
def pdf(made: Path) -> PdfReader:
    return PdfReader(made / handbook.PDF)


@pytest.fixture(scope="module")
def said(pdf: PdfReader) -> list[str]:
    """The words of each page of the PDF, less all space."""
    return [spaceless(page.extract_text()) for page in pdf.pages]


@pytest.fixture(scope="module")
def web(made: Path) -> "Web":
    read = Web()
    read.feed((made / handbook.HTML).read_text("utf-8"))
    read.close()
    return read


class Web(HTMLParser):
    """What a page leads to, shows and says; and whether every element that is opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.shown: list[str] = []
        self.alts: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [said["id"] or ""] if "id" in said else []
        self.links += [said["href"] or ""] if "href" in said else []
        self.shown += [said["src"] or ""] if "src" in said else []
        self.alts += [said["alt"] or ""] if "alt" in said else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def beginnings(pdf: PdfReader) -> dict[str, int]:
    """The page on which each chapter begins, by its title, as the outline has it."""
    flat = [each for level in pdf.outline for each in (level if isinstance(level, list) else [level])]
    found = {}
    for each in flat:
        assert not isinstance(each, list)
        at = pdf.get_destination_page_number(each)
        assert at is not None
        found[str(each.title)] = at + 1
    return {title: page for title, page in found.items() if title not in list(Part)}


def spaceless(text: str) -> str:
    return "".join(text.split())


def test_every_page_of_the_help_is_a_chapter_and_the_other_way_round(told: tuple[Chapter, ...]) -> None:
    written = {path.stem for path in (ROOT / "resources" / "help").glob("*.md")}

    assert [chapter.name for chapter in told] == [page.name for page in HELP_PAGES if page.name != LICENCES]
    assert {chapter.name for chapter in told} == written
    assert list(dict.fromkeys(chapter.part for chapter in told)) == list(Part)


def test_every_picture_is_a_state_that_the_table_can_draw(told: tuple[Chapter, ...]) -> None:
    names = picture_names(told)

    assert len(names) > 15
    assert names <= {picture.name for picture in PICTURES}


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("See [there](help:nowhere).", "help:nowhere leads nowhere"),
        ("See [there](https://example.org).", "https://example.org leads nowhere"),
        ("Words and ![a picture](picture:settings) in one line.", "does not stand on a line of its own"),
        ("![](picture:settings)", "has no words"),
    ],
)
def test_a_link_or_a_picture_that_leads_nowhere_stops_the_manual(
    told: tuple[Chapter, ...], words: str, fault: str
) -> None:
    broken = replace(told[0], markdown=f"{told[0].markdown}\n\n{words}\n")

    with pytest.raises(BrokenReferenceError, match=re.escape(f"{told[0].name}: ")) as raised:
        checked((broken, *told[1:]))

    assert fault in str(raised.value)


def test_a_picture_that_is_not_in_the_table_is_named() -> None:
    with pytest.raises(BrokenReferenceError, match="no_such_picture"):
        handbook.draw_pictures(frozenset({"no_such_picture"}))


def test_every_task_says_when_how_what_is_seen_and_what_can_go_wrong(told: tuple[Chapter, ...]) -> None:
    tasks = [chapter for chapter in told if chapter.part == Part.TASKS and chapter.name != "start"]

    assert len(tasks) >= 11
    for chapter in tasks:
        assert tuple(re.findall(r"^## (.+)$", chapter.markdown, re.MULTILINE)) == HEADINGS, chapter.name
        assert "](picture:" in chapter.markdown, chapter.name


def test_every_command_and_option_of_the_read_me_is_in_the_manual(told: tuple[Chapter, ...]) -> None:
    rows = [line for line in (ROOT / "README.md").read_text("utf-8").splitlines() if line.startswith("| `")]
    spans = [span for row in rows for span in re.findall(r"`([^`]+)`", re.split(r"(?<!\\)\|", row)[1])]
    page = next(chapter.markdown for chapter in told if chapter.name == "commands")

    commands = {span.removeprefix("plumbline").split()[0] for span in spans if " " in span}
    options = {option for span in spans for option in re.findall(r"--[a-z-]+", span)}

    assert {"sign", "backups", "restore", "demo"} <= commands
    assert [name for name in commands if name.islower() and f"`plumbline {name}" not in page] == []
    assert [option for option in options if option not in page] == []


def test_every_command_that_there_is_stands_in_the_manual(told: tuple[Chapter, ...]) -> None:
    page = next(chapter.markdown for chapter in told if chapter.name == "commands")
    listed = re.search(r"\{([a-z,-]+)\}", parser().format_usage().replace("\n", "").replace(" ", ""))
    names = listed[1].split(",") if listed else re.findall(r"^    ([a-z-]+)", parser().format_help(), re.M)

    assert len(names) > 20
    assert [name for name in names if f"`plumbline {name}" not in page] == []


def test_the_pdf_has_every_chapter_in_its_outline_and_on_its_page(
    pdf: PdfReader, said: list[str], told: tuple[Chapter, ...]
) -> None:
    begins = beginnings(pdf)

    assert list(begins) == [chapter.title for chapter in told]
    for title, page in begins.items():
        assert spaceless(title) in said[page - 1]
        assert f"{page}{spaceless(title)}" in said[1]  # the contents


def test_the_pdf_says_its_version_numbers_its_pages_and_draws_every_letter(said: list[str]) -> None:
    from app.version import VERSION

    assert f"Version{VERSION}" in said[0]
    for number, text in enumerate(said[1:], start=2):
        assert text.startswith(f"Plumbline{VERSION}:themanual{number}")
    assert "→goeson,←goesback" in "".join(said)
    assert "\N{REPLACEMENT CHARACTER}" not in "".join(said)
    assert "{" not in "".join(said)


def test_links_of_the_pdf_lead_to_where_chapters_begin(pdf: PdfReader, told: tuple[Chapter, ...]) -> None:
    in_texts = sum(chapter.markdown.count("](help:") for chapter in told)
    pages = {page.indirect_reference.idnum: n for n, page in enumerate(pdf.pages, start=1)}  # type: ignore[union-attr]  # each page of a file has one
    links = [link.get_object() for page in pdf.pages for link in page.get("/Annots", [])]
    led_to = [pages[link["/Dest"][0].idnum] for link in links if "/Dest" in link]

    assert in_texts > 10
    assert len(led_to) >= in_texts + len(told)
    assert set(led_to) == set(beginnings(pdf).values())


def test_the_same_chapters_give_the_same_files(
    made: Path, told: tuple[Chapter, ...], pictures: dict[str, bytes], tmp_path: Path
) -> None:
    short = told[:2]
    alone = tuple(
        replace(each, markdown=re.sub(r"\[([^\]]+)\]\(help:\w+\)", r"\1", each.markdown)) for each in short
    )

    first = [path.read_bytes() for path in handbook.make(alone, pictures, tmp_path / "first")]
    again = [path.read_bytes() for path in handbook.make(alone, pictures, tmp_path / "again")]

    assert first == again


def test_the_html_has_every_chapter_and_leads_nowhere_else(web: Web, told: tuple[Chapter, ...]) -> None:
    assert web.open == []
    assert web.ids == [chapter.name for chapter in told]
    assert {link.removeprefix("#") for link in web.links} == set(web.ids)
    assert all(link.startswith("#") for link in web.links)
    for chapter in told:
        assert web.text.count(chapter.title) >= 2  # in the contents, and above its words


def test_the_html_needs_nothing_beside_it_and_every_picture_has_words(
    web: Web, made: Path, told: tuple[Chapter, ...]
) -> None:
    text = (made / handbook.HTML).read_text("utf-8")
    wanted = sum(chapter.markdown.count("](picture:") for chapter in told)

    assert len(web.shown) == len(web.alts) == wanted
    assert all(source.startswith("data:image/png;base64,") for source in web.shown)
    assert all(web.alts)
    assert "<script" not in text
    assert re.findall(r"url\(|@import|https?://", text) == []
    assert "default-src 'none'" in text
    assert "prefers-color-scheme: dark" in text


def test_options_of_commands_are_never_broken_at_a_hyphen_in_the_html(made: Path) -> None:
    text = (made / handbook.HTML).read_text("utf-8")

    assert "<span>--dry-run</span>" in text
    assert "code span { white-space: nowrap; }" in text


def test_both_say_what_the_chapters_say(said: list[str], web: Web) -> None:
    paper, screen = "".join(said), spaceless(web.text)

    for words in (
        "Without evidence a level above 2 counts as 2",
        "P = 9 of 36, 25 %: 1 step off likelihood",
        "plumbline purge FILE --yes",
        "minutes without a touch after which an open file is locked",
        "plumbline export FILE --format",
    ):
        assert spaceless(words) in paper
        assert spaceless(words) in screen


def test_the_sheet_of_keys_is_one_page_of_a4_with_every_key(made: Path) -> None:
    sheet = PdfReader(made / handbook.KEYS)
    listed = spaceless(sheet.pages[0].extract_text())
    box = sheet.pages[0].mediabox

    assert len(sheet.pages) == 1
    assert (round(box.width), round(box.height)) == A4_ACROSS
    for group in key_groups():
        assert spaceless(group.words) in listed
        for line in group.lines:
            assert spaceless(shown_keys(line)) in listed
            assert spaceless(line.words[1:]) in listed
