"""The same pages for stock MkDocs and Material: the Markdown that a person would write for what our pages say."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import yaml

from factpress import addresses, pipeline
from factpress.findings import Severity
from factpress.pages.files import asset
from factpress.pages.links import with_links
from factpress.pages.render import RenderedPage, render
from factpress.records.date import parse_date
from factpress.rules import RULES

TODAY = parse_date("2026-11-24")
_SPECIAL = re.compile(r"[\\`*_\[\]]")
_AT_THE_START = re.compile(r"[-+#>]|[0-9]+[.)]")
# What opens and closes each mark within a block.
_MARKS = {"strong": ("**", "**"), "span": ("*", "*"), "em": ("*", "*"), "a": ("[", "]"), "code": ("`", "`")}
# What stands around blocks, and what is drawn: neither has words of its own.
_AROUND = frozenset({"div", "section", "nav", "blockquote", "tbody", "thead", "details"})
_DRAWN = frozenset({"svg", "circle", "path"})


def write_stock(ours: Path, stock: Path) -> None:
    """Writes the project that holds the pages of ours as Markdown; raises `ValueError` where ours has errors."""
    checked = pipeline.check(ours, today=TODAY)
    wrong = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
    if wrong:
        raise ValueError(f"{wrong[0].place}: {wrong[0].code} {wrong[0].message}, and {len(wrong) - 1} more")
    docs = stock / "docs"
    shutil.copytree(ours / "docs", docs)
    for page in render(with_links(checked.book), rules=RULES):
        file = docs / addresses.source_uri(page.address)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(markdown(page), "utf-8")
    style = docs / addresses.STYLESHEET
    style.parent.mkdir(parents=True, exist_ok=True)
    style.write_text(asset(addresses.STYLESHEET).text, "utf-8")
    site = checked.book.site
    config = yaml.safe_load((ours / "mkdocs.yml").read_text("utf-8"))
    config["plugins"] = [plugin for plugin in config["plugins"] if "factpress" not in plugin]
    config["extra_css"] = [addresses.STYLESHEET]
    config["not_in_nav"] = "".join(f"/{folder}/*\n!/{folder}/index.md\n" for folder in addresses.FOLDERS.values())
    # Our tables of contents go two headings deep.
    config["markdown_extensions"] = [{"toc": {"toc_depth": 2}}]
    if site is not None:
        config |= {"site_name": site.name, "site_url": site.url}
        if site.edit:
            config["edit_uri_template"] = site.edit.replace("{path}", "docs/{path}")
    (stock / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")


def markdown(page: RenderedPage) -> str:
    """A page's Markdown file: front matter, then its content."""
    front = f"---\ntitle: {json.dumps(page.title)}\ndescription: {json.dumps(page.description)}\n---\n\n"
    writer = Writer(page.address)
    writer.feed(page.html)
    writer.close()
    return front + "\n\n".join(writer.blocks) + "\n"


class Writer(HTMLParser):
    """Turns a fragment of ours into Markdown: headings, paragraphs, quotes, lists and tables; links by their file."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.blocks: list[str] = []
        self.words = ""
        self.href = ""
        self.term = ""
        self.items: list[str] = []
        self.cells: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins a block, or opens a mark within one."""
        if tag == "br":
            self.words += " "
            return
        self.inside.append(tag)
        if tag in _MARKS:
            self.words += "" if tag == "code" and "pre" in self.inside else _MARKS[tag][0]
            self.href = dict(attrs).get("href") or "" if tag == "a" else self.href
        elif tag in {"dl", "ul", "ol", "table"}:
            self.items = []
        elif tag not in _AROUND and tag not in _DRAWN:
            self.words = ""

    def handle_endtag(self, tag: str) -> None:
        """Closes a mark, or puts a block or a part of one where it belongs."""
        if self.inside.pop() != tag:
            raise ValueError(f"{self.address}: </{tag}> closes another element")
        text = " ".join(self.words.split())
        match tag:
            case "a":
                self.words += f"{_MARKS[tag][1]}({self.target(self.href)})"
            case _ if tag in _MARKS:
                self.words += "" if tag == "code" and "pre" in self.inside else _MARKS[tag][1]
            case "h1" | "h2" | "h3":
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
            case _ if tag in _AROUND or tag in _DRAWN:
                pass
            case _:
                raise ValueError(f"{self.address}: nobody has said what <{tag}> is in Markdown")

    def handle_data(self, data: str) -> None:
        """Takes words, with what Markdown would read as marks escaped."""
        if "code" in self.inside:
            self.words += data
            return
        data = _SPECIAL.sub(r"\\\g<0>", data).replace("&", "&amp;").replace("<", "&lt;")
        found = _AT_THE_START.match(data) if not self.words.strip() else None
        if found:
            data = f"{data[: found.end() - 1]}\\{data[found.end() - 1 :]}"
        self.words += data

    def target(self, href: str) -> str:
        """The Markdown file that an address of ours leads to, relative to this page's own."""
        if "://" in href:
            return href
        path, mark, anchor = href.partition("#")
        if not path:
            return href
        led_to = posixpath.normpath(posixpath.join(self.address, path)) + "/"
        own = posixpath.dirname(addresses.source_uri(self.address))
        return posixpath.relpath(addresses.source_uri(led_to), own or ".") + mark + anchor
