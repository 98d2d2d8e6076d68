"""Sites whose prose has a payload in every field: headings, text, front matter, labels of the navigation."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

PLAIN = "Words"
FIELDS = ("description", "author", "subtitle", "status", "icon", "summary", "keywords", "image", "robots", "date")
BODY = """# {payload}

Words {payload} words, **{payload}** and `{payload}`.

## {payload}

- {payload}

> {payload}

| head | {payload} |
| --- | --- |
| {payload} | cell |

[{payload}](index.md), [words]({payload}), [words](<{payload}>), [words](index.md "{payload}"),
![{payload}](pier.png), ![words]({payload}), [words][words] and [{payload}].

``` {{ .{payload} title="{payload}" }}
{payload}
```

Term
:   {payload}

!!! note "{payload}"
    A note[^1] of the PIER. {{: .{payload} title="{payload}" }}

[^1]: {payload}
[words]: {payload}
[{payload}]: index.md "{payload}"
*[PIER]: {payload}

{payload}
=========
"""
_SETTINGS: dict[str, object] = {
    "site_name": "Harbour facts",
    "theme": {"name": "material", "font": False, "features": ["navigation.tabs", "navigation.path"]},
    "plugins": ["search", "tags", "factpress"],
    "markdown_extensions": ["abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "tables", "toc"],
}
_TAGS = """---
allow: [{code: F603, because: "The list of tags is a comment."}]
---

# Tags

<!-- material/tags -->
"""


def front(fields: Mapping[str, object]) -> str:
    """A page's front matter; JSON is YAML."""
    return "---\n" + "".join(f"{json.dumps(name)}: {json.dumps(value)}\n" for name, value in fields.items()) + "---\n\n"


def pages(number: int, payload: str) -> Iterable[tuple[str, str]]:
    """The pages of one payload: in the text and most of the front matter of one, and as the title of another."""
    fields: dict[str, object] = dict.fromkeys(FIELDS, payload)
    fields |= {"tags": [payload], "hide": [payload], "search": {"boost": payload}, payload: payload}
    yield f"text-{number}.md", front(fields) + BODY.format(payload=payload)
    yield f"title-{number}.md", front({"title": payload, "description": payload}) + "Words.\n"


def write_pages(project: Path, payloads: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Writes pages for words that are no markup, and then for each payload; gives back their names by their kind."""
    (project / "docs/pier.png").write_bytes(b"")
    names: dict[str, list[str]] = {}
    for number, payload in enumerate([PLAIN, *payloads]):
        for name, text in pages(number, payload):
            (project / "docs" / name).write_text(text, "utf-8")
            names.setdefault(name.partition("-")[0], []).append(name.removesuffix(".md"))
    _write_settings(project, nav=["index.md"], not_in_nav="/*-*.md")
    return names


def write_labels(project: Path, payloads: Sequence[str]) -> None:
    """Gives a project payloads as labels of its navigation and as tags; each payload is both."""
    nav: list[object] = ["index.md", "tags.md"]
    for number, payload in enumerate(payloads):
        elsewhere = {payload: f"https://example.com/{number}/"}
        nav.append(elsewhere if number % 10 else {payload: [elsewhere, {payload: f"tagged-{number // 10 % 5}.md"}]})
    (project / "docs/tags.md").write_text(_TAGS, "utf-8")
    for number in range(5):
        tags = front({"tags": payloads[number::5]})
        (project / f"docs/tagged-{number}.md").write_text(f"{tags}# Words\n", "utf-8")
    _write_settings(project, nav=nav, site_description=payloads[0], site_author=payloads[1])


def _write_settings(project: Path, **more: object) -> None:
    (project / "mkdocs.yml").write_text(json.dumps(_SETTINGS | more), "utf-8")
