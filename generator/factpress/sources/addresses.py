"""Addresses of pages as they are compared, and those that a saved file gives as its own."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|ref_src", re.IGNORECASE)
_TAG = re.compile(r"<(?:link|meta)\b[^>]{1,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""\b(rel|property|name|href|content)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)
_SAVED = re.compile(r"saved from url=\(\d+\)(https?://[^\s>]+)|^\s{0,3}url:\s*(https?://\S+)", re.MULTILINE)
_MHTML = re.compile(r"^(?:Snapshot-)?Content-Location:\s*(https?://\S+)", re.MULTILINE | re.IGNORECASE)
# The head of a page, after its styles and scripts at the latest.
_HEAD = 1_000_000


def without_tracking(address: str) -> str:
    """The address without what only counts the ways by which readers came."""
    base, mark, query = address.partition("?")
    query, hash, fragment = query.partition("#")
    kept = [part for part in query.split("&") if part and not _TRACKING.fullmatch(part.partition("=")[0])]
    return base + mark * bool(kept) + "&".join(kept) + hash + fragment


def same_page(address: str) -> str:
    """A form that is equal for two addresses of one page: without scheme, `www`, fragment and tracking."""
    try:
        parts = urlsplit(address.strip())
        query = [(key, value) for key, value in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(key)]
    except ValueError:
        return ""
    if not parts.hostname:
        return ""
    path = re.sub(r"/(?:index\.html?)?$", "", parts.path)
    return f"{parts.hostname.removeprefix('www.')}{path}{'?' + urlencode(query) if query else ''}"


def addresses_in(data: bytes) -> list[str]:
    """The addresses that a saved page gives as its own, the surest first; it is searched, not parsed."""
    text = data[:_HEAD].decode("utf-8", "replace")
    found = [first or second for first, second in _SAVED.findall(text[:5000])] + _MHTML.findall(text[:20_000])
    told: list[str] = []
    for tag in _TAG.findall(text):
        said = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(tag)}
        if "canonical" in said.get("rel", "").lower().split():
            told.insert(0, said.get("href", ""))
        elif (said.get("property") or said.get("name", "")).lower() in ("og:url", "citation_public_url"):
            told.append(said.get("content", ""))
    return [address.replace("&amp;", "&") for address in (*told, *found) if address]
