"""Ids of records: file stems, lower-case words joined by `-`. An id never changes."""

from __future__ import annotations

import re

from factpress.findings import character_name, shown
from factpress.records.unreadable import Unreadable

MOST_CHARACTERS = 80
PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
_ID = re.compile(PATTERN)
DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(10))}
)
"""Names that no file or folder can have on Windows, with any extension."""
# Names reserved for the site's own pages and files, now or later.
_OWN = {
    "404", "all", "assets", "claim", "data", "embed", "entity", "feed", "index", "json", "page", "robots", "search",
    "sitemap", "source", "standing", "tag", "topic", "verdict", "year",
}  # fmt: skip
RESERVED = DEVICES | _OWN


def checked_id(text: str) -> str:
    """The id itself; raises `Unreadable` if the text is not a valid id."""
    if len(text) > MOST_CHARACTERS:
        message = f"the id {shown(text, limit=40)} has {len(text):,} characters, at most {MOST_CHARACTERS} are allowed"
        raise Unreadable(message, help="shorten it")
    if not _ID.fullmatch(text):
        strange = next((character for character in text if not character.isascii()), None)
        why = f": it contains {character_name(strange)}" if strange else ""
        raise Unreadable(f"{shown(text)} is not an id{why}", help=_form(text))
    return text


def attribution(text: str) -> str:
    """An entity id, or words (with a space) for a person without a record; raises `Unreadable`."""
    return text if " " in text else checked_id(text)


def _form(text: str) -> str:
    form = "an id is lower-case words of a-z and 0-9 joined by `-`, without a path or file extension"
    words = re.findall(r"[a-z0-9]+", text.lower())
    return f"{form}, such as `{'-'.join(words)[:MOST_CHARACTERS]}`" if words else form
