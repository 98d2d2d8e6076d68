"""The title of a page without the name of its site, and the name of the site."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_BETWEEN = re.compile(r"\s+(?:[|–—·•»«:]|-{1,2}|::)\s+|\s*[|»«]\s*|:\s+")
_SHORT = re.compile(r"[\W_]+")


def without_site(title: str, *, site: str, address: str, headings: list[str]) -> str:
    """The title alone: without the site's name before or after it, or the heading that it begins with."""
    title = " ".join(title.split())
    names = {_bare(site), *_domain_names(address)} - {""}
    for found in reversed(list(_BETWEEN.finditer(title))):
        before, after = title[: found.start()].strip(), title[found.end() :].strip()
        is_colon = found.group().strip() == ":"
        if not before or not after:
            continue
        if not is_colon and (_is_site(after, names) or any(_bare(before) == _bare(h) for h in headings)):
            return without_site(before, site=site, address=address, headings=headings)
    for found in _BETWEEN.finditer(title):
        before, after = title[: found.start()].strip(), title[found.end() :].strip()
        if before and after and _bare(before) in names:
            return after
    return title


def site_name(texts: list[str], *, title: str, address: str) -> str:
    """The first text that names a site: no address, no account, not the title."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    for text in texts:
        text = " ".join(text.split())
        is_address = re.fullmatch(r"(?:https?:)?//.*|(?:[\w-]+\.)+[a-z]{2,}", text, re.IGNORECASE)
        if text and not is_address and text[0] != "@" and text.casefold() != host and _bare(text) != _bare(title):
            return text
    return ""


def _is_site(text: str, names: set[str]) -> bool:
    """Whether the words are the site's name, alone or with a motto behind it."""
    first = re.split(r"[,:]", text)[0]
    return _bare(text) in names or _bare(first) in names


def _domain_names(address: str) -> set[str]:
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return {_bare(host), *(_bare(part) for part in host.split(".")[:-1] if len(part) > 3)}


def _bare(text: str) -> str:
    return _SHORT.sub("", text.casefold().removeprefix("the "))
