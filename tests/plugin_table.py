"""The table of plugins in the guide for adopters, and sites that use them as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

GUIDE = Path(__file__).parent.parent / "docs/guides/adopt.md"
_ROW = re.compile(
    r"^\| (?P<package>[^|]+) \| `(?P<entry>[^`]+)` \| (?P<result>works|refused)(?P<rest>[^|]*) \|$", re.MULTILINE
)
_NEEDS = re.compile(r" (with|without) `([^`]+)` in `mkdocs\.yml`")
_NAV = re.compile(r"^nav:\n(?: .*\n)+", re.MULTILINE)
_EXPLAINER = "docs/explainers/use-of-factpress.md"
_POST = """---
date: 2026-11-01
categories: [News]
---

# A post

It has [three layers](claim:three-layers).

<!-- more -->

The rest of the post.
"""
# Pages that use a plugin, by its name.
_PAGES = {
    "blog": {"docs/blog/index.md": "# News\n", "docs/blog/posts/one.md": _POST},
    "tags": {"docs/tags.md": "# Tags\n\n<!-- material/tags -->\n"},
    "macros": {"docs/more.md": "# More\n\nIt has [{{ 'three' }} layers](claim:three-layers).\n"},
    "include-markdown": {
        "docs/more.md": '# More\n\n{% include-markdown "../part.txt" %}\n',
        "part.txt": "It has [three layers](claim:three-layers).\n",
    },
}


@dataclass(frozen=True, slots=True)
class Row:
    """What the guide says of a plugin: its package, how `plugins` names it, whether it works, and what it needs."""

    package: str
    entry: str
    works: bool
    needs: str = ""
    setting: str = ""

    @property
    def name(self) -> str:
        """The plugin's name under `plugins`."""
        return self.entry.partition(":")[0]


def rows() -> Iterator[Row]:
    """Every row of the table."""
    for row in _ROW.finditer(GUIDE.read_text("utf-8")):
        needs = _NEEDS.fullmatch(row["rest"])
        yield Row(row["package"].strip("`"), row["entry"], row["result"] == "works", *(needs.groups() if needs else ()))


def lay(row: Row, site: Path, *, before: bool, as_needed: bool = True) -> None:
    """Names the plugin in a new site's settings, before factpress or after it, and lays pages that use it."""
    settings = site / "mkdocs.yml"
    text = settings.read_text("utf-8")
    names = [f"  - {row.entry}\n", "  - factpress\n"]
    text = text.replace("  - factpress\n", "".join(names if before else reversed(names)))
    if as_needed and row.needs == "with":
        text += f"{row.setting}\n"
    elif as_needed and row.needs == "without":
        assert row.setting == "nav"
        text = _NAV.sub("", text)
    settings.write_text(text, "utf-8")
    for path, page in _PAGES.get(row.name, {}).items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(page, "utf-8")
    if row.name == "tags":
        explainer = site / _EXPLAINER
        explainer.write_text(explainer.read_text("utf-8").replace("---\n", "---\ntags: [layers]\n", 1), "utf-8")
