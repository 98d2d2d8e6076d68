"""The pages of a project as Markdown that a person would write for them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import TypeAlias

from factpress import pipeline
from factpress.findings import Severity
from factpress.pages.links import with_links
from factpress.pages.render import RenderedPage, render
from factpress.records.date import parse_date
from factpress.records.site import Site
from factpress.rules import RULES

TODAY = parse_date("2026-11-24")
Target: TypeAlias = Callable[[str, str], str]
"""How a link of Markdown is written, by the address of its page and the link in our fragment."""
_SPECIAL = re.compile(r"[\\`*_\[\]]")
_AT_THE_START = re.compile(r"[-+#>]|[0-9]+[.)]")
# What opens and closes each mark within a block.
_MARKS = {
    "strong": ("**", "**"),
    "span": ("*", "*"),
    "em": ("*", "*"),
    "a": ("[", "]"),
    "code": ("`", "`"),
    "q": ("", ""),
}
# What surrounds blocks has no words of its own; what is drawn is left out whole.
_AROUND = frozenset({"div", "section", "nav", "blockquote", "tbody", "thead", "details"})
_DRAWN = "svg"


def rendered(project: Path) -> tuple[Site, list[RenderedPage]]:
    """Returns the site and every page that records make; raises `ValueError` where the project has errors."""
    checked = pipeline.check(project, today=TODAY)
    wrong = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
    if wrong:
        raise ValueError(f"{wrong[0].place}: {wrong[0].code} {wrong[0].message}, and {len(wrong) - 1} more")
    if checked.book.site is None:
        raise ValueError(f"{project}: no facts/site.yml")
    return checked.book.site, list(render(with_links(checked.book), rules=RULES))


def markdown(page: RenderedPage, target: Target) -> str:
    """Returns a page's Markdown file: front matter, then its content."""
    front = f"---\ntitle: {json.dumps(page.title)}\ndescription: {json.dumps(page.description)}\n---\n\n"
    writer = Writer(page.address, target)
    writer.feed(page.html)
    writer.close()
    return front + "\n\n".join(writer.blocks) + "\n"


class Writer(HTMLParser):
    """Turns a fragment of ours into Markdown: headings, paragraphs, quotes, lists and tables, with its links."""

    def __init__(self, address: str, target: Target) -> None:
        super().__init__()
        self.address = address
        self.target = target
        self.blocks: list[str] = []
        self.words = ""
        self.href = ""
        self.term = ""
        self.items: list[str] = []
        self.cells: list[str] = []
        self.inside: list[str] = []
        self.around: list[tuple[list[str], str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins a block, or opens a mark within one."""
        if tag == "br":
            self.words += " "
            return
        self.inside.append(tag)
        if _DRAWN in self.inside:
            return
        if tag in _MARKS:
            self.words += "" if tag == "code" and "pre" in self.inside else _MARKS[tag][0]
            self.href = dict(attrs).get("href") or "" if tag == "a" else self.href
        elif tag in {"dl", "ul", "ol", "table"}:
            if "li" in self.inside:
                self.around.append((self.items, self.words))
            self.items = []
        elif "li" in self.inside[:-1] and tag != "li":
            self.words += " "
        elif tag not in _AROUND:
            self.words = ""

    def handle_endtag(self, tag: str) -> None:
        """Closes a mark, or puts a block or a part of one in its place."""
        if self.inside.pop() != tag:
            raise ValueError(f"{self.address}: </{tag}> closes another element")
        if tag == _DRAWN or _DRAWN in self.inside:
            return
        text = " ".join(self.words.split())
        # A list, or a paragraph, within an item goes on in its words.
        if "li" in self.inside and tag in {"ul", "ol"}:
            within = " ".join(item.removeprefix("- ") for item in self.items)
            self.items, words = self.around.pop()
            self.words = f"{words} {within} "
            return
        if "li" in self.inside and tag in {"p", "summary", "details", "div"}:
            self.words += " "
            return
        match tag:
            case "a":
                self.words += f"{_MARKS[tag][1]}({self.target(self.address, self.href)})"
            case _ if tag in _MARKS:
                self.words += "" if tag == "code" and "pre" in self.inside else _MARKS[tag][1]
            case "h1" | "h2" | "h3" | "h4":
                self.blocks.append(f"{'#' * int(tag[1])} {text}")
            case "p" | "summary" | "caption":
                self.blocks.append("> " * ("blockquote" in self.inside) + text)
            case "pre":
                self.blocks.append(f"```text\n{self.words.strip(chr(10))}\n```")
            case "dt":
                self.term = text
            case "dd":
                self.items.append(f"- **{self.term}:** {text}")
            case "li":
                self.items.append(f"- {text}")
            case "th" | "td":
                self.cells.append(text.replace("|", "\\|"))
            case "tr":
                self.items.append(f"| {' | '.join(self.cells)} |")
                if len(self.items) == 1:
                    self.items.append("| --- " * len(self.cells) + "|")
                self.cells = []
            case "dl" | "ul" | "ol" | "table":
                self.blocks.append("\n".join(self.items))
            case _ if tag in _AROUND:
                pass
            case _:
                raise ValueError(f"{self.address}: no Markdown is known for <{tag}>")

    def handle_data(self, data: str) -> None:
        """Takes words, and escapes what Markdown would read as marks."""
        if _DRAWN in self.inside:
            return
        if "code" in self.inside:
            self.words += data
            return
        data = _SPECIAL.sub(r"\\\g<0>", data).replace("&", "&amp;").replace("<", "&lt;")
        found = _AT_THE_START.match(data) if not self.words.strip() else None
        if found:
            data = f"{data[: found.end() - 1]}\\{data[found.end() - 1 :]}"
        self.words += data
