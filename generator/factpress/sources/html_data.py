"""What a page's data for search engines says: the body of its article, and whether everybody may read it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from factpress.sources.html_blocks import Block, Blocks

_DEEPEST = 20
_BODIES = ("articleBody", "reviewBody")
_LOCKED = ("locked", "metered", "premium", "paid", "subscriber")


def data_of(tree: HtmlElement) -> tuple[dict[str, Any], ...]:
    """Every object of the page's JSON-LD, the outer ones first; what is no JSON is left out."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            try:
                read = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            found += _objects(read, _DEEPEST)
    return tuple(found)


def body_of(data: tuple[dict[str, Any], ...]) -> list[Block]:
    """The blocks of the longest body that the data has, with its headline; none where it has none."""
    said = [(each, str(each[name])) for each in data for name in _BODIES if isinstance(each.get(name), str)]
    if not said:
        return []
    item, body = max(said, key=lambda pair: len(pair[1]))
    title = item.get("headline") or item.get("name")
    html = body if "</" in body else "".join(f"<p>{_escaped(part)}</p>" for part in body.replace("\r", "").split("\n"))
    heading = f"<h1>{_escaped(title)}</h1>" if isinstance(title, str) else ""
    try:
        tree = document_fromstring(f"<html><body>{heading}{html}</body></html>")
    except (etree.ParserError, ValueError):
        return []
    return Blocks().read(tree)


def is_locked(tree: HtmlElement, data: tuple[dict[str, Any], ...]) -> bool:
    """Whether the page says that not everybody may read its article."""
    if any(str(each.get("isAccessibleForFree")).lower() == "false" for each in data):
        return True
    tiers = tree.xpath("//meta[contains(@property, 'content_tier') or contains(@name, 'content_tier')]/@content")
    return any(str(tier).strip().lower() in _LOCKED for tier in tiers)


def _objects(read: object, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(read, dict) and depth:
        yield read
        for value in read.values():
            yield from _objects(value, depth - 1)
    elif isinstance(read, list) and depth:
        for value in read:
            yield from _objects(value, depth - 1)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
