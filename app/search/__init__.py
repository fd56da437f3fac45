"""Finds anything in a review by a few letters: questions, answers, rows, risks, actions, help pages."""

from app.search.finding import Excerpt, Found, Hit, Marks, find_names, find_texts
from app.search.index import SearchIndex, action_item, help_item, risk_items, search_index
from app.search.items import OWN_TEXTS, Group, Item, Part

__all__ = [
    "OWN_TEXTS",
    "Excerpt",
    "Found",
    "Group",
    "Hit",
    "Item",
    "Marks",
    "Part",
    "SearchIndex",
    "action_item",
    "find_names",
    "find_texts",
    "help_item",
    "risk_items",
    "search_index",
]
