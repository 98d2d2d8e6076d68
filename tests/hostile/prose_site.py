"""Sites whose prose has a payload in every field: headings, text, front matter, labels of the navigation."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

PLAIN = "Words"
FIELDS = ("description", "author", "subtitle", "status", "icon", "summary", "keywords", "image", "robots", "date")
BODY = """Words {payload} words, **{payload}** and `{payload}`.

## {payload}

- {payload}

> {payload}

| head | {payload} |
| --- | --- |
| {payload} | cell |

[{payload}](index.md), [words]({payload}), [words](<{payload}>), [words](index.md "{payload}"),
![{payload}](pier.png), ![words]({payload}), [words][words-{number}] and [{payload}].

``` {{ .{payload} title="{payload}" }}
{payload}
```

Term
:   {payload}

!!! note "{payload}"
    A note[^{number}] of the PIER{number}. {{: .{payload} title="{payload}" }}

[^{number}]: {payload}
[words-{number}]: {payload}
[{payload}]: index.md "{payload}"
*[PIER{number}]: {payload}

{payload}
=========
"""
_PAIR = re.compile(r"\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}")
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


def _yaml(value: object) -> str:
    """A value as YAML: as JSON, but that one escape stands for a character beyond the first plane."""
    return _PAIR.sub(lambda pair: f"\\U{ord(json.loads(chr(34) + pair[0] + chr(34))):08x}", json.dumps(value))


def front(fields: Mapping[str, object]) -> str:
    """A page's front matter."""
    return "---\n" + "".join(f"{_yaml(name)}: {_yaml(value)}\n" for name, value in fields.items()) + "---\n\n"


def write_pages(
    project: Path, kind: str, payloads: Sequence[str], *, together: int = 1
) -> Sequence[tuple[str, Sequence[str]]]:
    """Writes pages with payloads in their front matter, as their headings, or in their texts.

    A page takes most of its time for the theme, so that so many texts may share one page. Gives back the names of the
    pages with what they hold; the first holds words that are no markup.
    """
    (project / "docs/pier.png").write_bytes(b"")
    make, of = KINDS[kind], together if kind == "text" else 1
    held = [[PLAIN] * of, *(payloads[start : start + of] for start in range(0, len(payloads), of))]
    names = [(f"{kind}-{number}", each) for number, each in enumerate(held)]
    for name, each in names:
        (project / f"docs/{name}.md").write_text(make(each), "utf-8")
    _write_settings(project, nav=["index.md"], not_in_nav="/*-*.md")
    return names


def _front_page(payloads: Sequence[str]) -> str:
    (payload,) = payloads
    fields: dict[str, object] = dict.fromkeys(FIELDS, payload)
    more = {"tags": [payload], "hide": [payload], "search": {"boost": payload}, payload: payload, "title": payload}
    return front(fields | more) + "Words.\n"


def _heading_page(payloads: Sequence[str]) -> str:
    return f"# {payloads[0]}\n\nWords.\n"


def _text_page(payloads: Sequence[str]) -> str:
    bodies = (BODY.format(payload=payload, number=number) for number, payload in enumerate(payloads))
    return front({"title": PLAIN}) + "\n\n".join(bodies)


KINDS = {"title": _front_page, "heading": _heading_page, "text": _text_page}


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
    (project / "mkdocs.yml").write_text(_yaml(_SETTINGS | more), "utf-8")
