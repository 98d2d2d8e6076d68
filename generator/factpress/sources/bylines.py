"""Names of authors as pages give them: without labels and accounts, each person once."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BY = re.compile(r"^(?:(?:written|posted|reported|story|words)\s+)?(?:by|von|par|por|door|av|di)[\s:]+", re.IGNORECASE)
_AND = "(?:and|&|und|et|y|e|en|og|och)"
_NO_NAMES = frozenset({
    "admin", "administrator", "author", "authors", "by", "default", "editor", "guest", "home", "last updated", "login",
    "n/a", "name", "none", "null", "posted", "published", "root", "staff", "staff writer", "undefined", "unknown",
    "updated", "user", "username", "webmaster", "wordpressadmin", "authority control", "作者",
})  # fmt: skip
_STAMP = re.compile(
    r"\b(?:last )?(?:updated|published|modified|posted)\b|\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b", re.IGNORECASE
)
_ACCOUNT = re.compile(r"[@/\\<>{}|=]|\bwww\.|\.(?:com|org|net|co\.uk)\b|^\w*\d\w*$|^\w*admin\w*$", re.IGNORECASE)


def names_in(texts: Iterable[str], *, publication: str = "", inverted: bool = False) -> list[str]:
    """The names in texts that each have one or several; `inverted` where a comma is before given names."""
    found: dict[str, str] = {}
    for text in texts:
        for name in [text] if inverted else _apart(text):
            name = _BY.sub("", " ".join(name.split())).strip(" ,;·•")
            key = _key(name)
            if not _is_name(name) or key == _key(publication):
                continue
            # Of two spellings, the one that is not all capitals.
            if key not in found or (found[key].isupper() and not name.isupper()):
                found[key] = name
    return list(found.values())


def _is_name(name: str) -> bool:
    return bool(
        1 < len(name) <= 100
        and name.casefold() not in _NO_NAMES
        and any(letter.isalpha() for letter in name)
        and not _STAMP.search(name)
        and not _ACCOUNT.search(name)
    )


def _apart(text: str) -> list[str]:
    """Several names in one text; a comma or an `and` between single words is part of a name."""
    parts = [part.strip() for part in text.split(";")]
    for pattern in (rf"\s*,\s*(?:{_AND}\s+)?", rf"\s+{_AND}\s+"):
        parts = [each for part in parts for each in _split(pattern, part)]
    return parts


def _split(pattern: str, text: str) -> list[str]:
    parts = [part for part in re.split(pattern, text) if part]
    return parts if all(" " in part for part in parts) else [text]


def _key(name: str) -> str:
    family, comma, given = name.partition(",")
    return re.sub(r"[\W_]+", " ", f"{given} {family}" if comma else name).casefold().strip()
