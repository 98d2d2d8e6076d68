"""Compares two built sites, such as before and after a change of words: `python tests/compare_sites.py BEFORE AFTER`.

Files, tags, links, ids and classes have to be the same; the words that differ are printed. Ends with status 1 where
anything else differs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from html.parser import HTMLParser
from pathlib import Path

# Attributes that have words for readers.
WORDS = frozenset({"content", "data-head", "aria-label", "title", "alt"})


class Parts(HTMLParser):
    """The structure of a page, tag by tag, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.structure: list[str] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a tag with its attributes, and the words in these."""
        self.structure.append(f"{tag} {sorted((name, value or '') for name, value in attrs if name not in WORDS)}")
        self.words += [value for name, value in attrs if name in WORDS and value]

    def handle_endtag(self, tag: str) -> None:
        """Notes the end of an element."""
        self.structure.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        """Notes words."""
        self.words += [" ".join(data.split())] if data.strip() else []


def files(site: Path) -> Mapping[str, Path]:
    """Every file of a site by its path; an archive is compared by what it is made of."""
    found = (path for path in site.rglob("*") if path.is_file() and path.suffix != ".gz")
    return {path.relative_to(site).as_posix(): path for path in found}


def lines(path: Path) -> list[str]:
    """A file other than a page, line by line, without the order of entries and without their words."""
    text = path.read_text("utf-8", "replace")
    if path.name == "search_index.json":
        return sorted(entry["location"] for entry in json.loads(text)["docs"])
    if path.name == "sitemap.xml":
        return sorted("".join(text.replace("</urlset>", "").split()).split("<url>"))
    return text.splitlines()


def differences(before: Path, after: Path) -> Iterator[tuple[bool, str]]:
    """What differs, line by line: whether it is words, and the line."""
    old, new = files(before), files(after)
    yield from ((False, f"only before: {path}") for path in sorted(old.keys() - new.keys()))
    yield from ((False, f"only after: {path}") for path in sorted(new.keys() - old.keys()))
    for path in sorted(old.keys() & new.keys()):
        if old[path].read_bytes() == new[path].read_bytes():
            continue
        if not path.endswith(".html"):
            yield from ((False, f"{path}: {line}") for line in changed(lines(old[path]), lines(new[path])))
            continue
        one, other = (Parts(each[path].read_text("utf-8")) for each in (old, new))
        yield from ((False, f"{path}: {line}") for line in changed(one.structure, other.structure))
        yield from ((True, f"{path}: {line}") for line in changed(one.words, other.words))


def changed(old: list[str], new: list[str]) -> list[str]:
    """The lines that are gone and that are new."""
    return [line for line in list(unified_diff(old, new, lineterm="", n=0))[2:] if not line.startswith("@@")]


def main(before: str, after: str) -> int:
    """Prints what differs between two sites."""
    found = list(differences(Path(before), Path(after)))
    for _, line in found:
        sys.stdout.write(f"{line}\n")
    others = sum(not words for words, _ in found)
    sys.stdout.write(f"{len(found) - others:,} lines of words differ, and {others:,} others\n")
    return bool(others)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
