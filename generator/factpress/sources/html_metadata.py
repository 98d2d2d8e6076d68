"""What an HTML page says about itself: title, authors, publication, date, language and address."""

from __future__ import annotations

import json
import logging
import re
from importlib.metadata import version

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from factpress.sources.html_tree import Noted, tree_of
from factpress.sources.no_text import NoText

_ADDRESS = re.compile(r"(?:https?:)?//", re.IGNORECASE)


def read_metadata(data: bytes) -> tuple[str, str]:
    """A JSON object of what a page says about itself, each a list of texts, and the reader's version; raises `NoText`.

    Dates are those that the page gives for its publication, not those that its text mentions.
    """
    noted = Noted()
    logging.getLogger().addHandler(noted)
    tree, _ = tree_of(data)
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    # The library takes names of scholarly articles apart at their commas.
    authors = _named(tree, "citation_author")
    found = extract_metadata(tree, extensive=False)
    if noted.memory:
        raise NoText("memory")
    container = found.sitename or ""
    if _ADDRESS.match(container) or container.removeprefix("www.") == (found.hostname or ""):
        # The library's guess, or an account's address, is not a name.
        container = ""
    said = {
        "title": [found.title or ""],
        "container_title": [container],
        "author": authors or (found.author or "").split("; "),
        "issued": [found.date or ""],
        "language": [language.replace("_", "-")],
        "url": [found.url or ""],
    }
    return json.dumps({name: [text for text in texts if text] for name, texts in said.items()}), version("trafilatura")


def _named(tree: HtmlElement, name: str) -> list[str]:
    return [str(text) for text in tree.xpath("//meta[@name=$name]/@content", name=name)]
