"""The licences of all that is inside are read, searched and left again in the help."""

import re

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QLineEdit, QListWidget

from app.licences import parts
from tests.ui.reach import choose, find
from ui.help_texts import HELP_PAGES
from ui.main_window import MainWindow
from ui.pages.help_page import HelpPage
from ui.widgets.help_browser import HelpBrowser


def help_page(window: MainWindow) -> HelpPage:
    assert isinstance(window.page, HelpPage)
    return window.page


def follow(page: HelpPage, link: str) -> None:
    browser = find(page, HelpBrowser, "help_text")
    assert f'href="{link}"' in browser.toHtml()
    browser.anchorClicked.emit(QUrl(link))


def test_about_leads_to_the_licences_and_each_part_to_its_whole_text(window: MainWindow) -> None:
    choose(window, "show_about")
    page = help_page(window)

    follow(page, "help:licences")
    assert f"{len(parts())} parts" in page.text
    follow(page, "help:licences/sqlcipher")

    assert page.place == "help:licences/sqlcipher"
    assert "ZETETIC LLC" in page.text
    follow(page, "help:licences")
    assert page.place == "help:licences"
    assert "ZETETIC" not in page.text


def test_the_search_looks_through_all_licence_texts_and_marks_the_words(window: MainWindow) -> None:
    window.follow("help:licences")
    page = help_page(window)

    find(page, QLineEdit, "search").setText("zetetic")

    assert "1 part\n" in page.text
    assert not find(page, QListWidget, "help_pages").currentItem().isHidden()
    follow(page, "help:licences/sqlcipher")
    marked = find(page, HelpBrowser, "help_text").extraSelections()
    assert {each.cursor.selectedText().casefold() for each in marked} == {"zetetic"}


def test_every_word_of_every_licence_is_shown(window: MainWindow) -> None:
    for part in parts():
        window.follow(f"help:licences/{part.slug}")

        assert (
            re.findall(r"\w+", part.text)
            == re.findall(r"\w+", help_page(window).text)[-len(re.findall(r"\w+", part.text)) :]
        )


def test_a_link_to_a_licence_that_there_is_not_leads_nowhere(window: MainWindow) -> None:
    window.follow("help:keys")
    page = help_page(window)

    assert not page.show_place("help:licences/none")
    assert not page.show_place("help:keys/qt")

    assert page.place == "help:keys"


def test_the_list_leaves_a_licence_and_comes_back_to_all(window: MainWindow) -> None:
    window.follow("help:licences/qt")
    page = help_page(window)
    rows = find(page, QListWidget, "help_pages")

    rows.setCurrentRow(0)
    assert page.place == f"help:{HELP_PAGES[0].name}"
    rows.setCurrentRow(rows.count() - 1)

    assert page.place == "help:licences"
