"""Titles and other words of prose pages are words in the theme's HTML, whatever a check says of them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from commands import preview, run
from selectolax.lexbor import LexborHTMLParser

MARKUP = (
    "</title><script src=../x.js></script>",
    '</title><meta http-equiv="refresh" content="0;url=https://elsewhere.example/">',
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "'><iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "</h1></a><base href=//elsewhere.example/>",
    "<a href=javascript:alert(1)>x</a>",
    "--><script>alert(1)</script><!--",
    "]]><script>alert(1)</script>",
    "<style>@import 'https://elsewhere.example/x.css'</style>",
    "<p onmouseover='alert(1)' style='position:fixed'>x",
    "{{ config }}<script>alert(1)</script>{% raw %}",
)
FIELDS = ("title", "description", "author", "subtitle", "status")
ACTIVE = frozenset({"base", "embed", "iframe", "img", "link", "meta", "object", "script", "style", "svg"})


def spelt(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


# As they are, as HTML spells them, as it spells that again, and as code.
PAYLOADS = ["Words", *(form for each in MARKUP for form in (each, spelt(each), spelt(spelt(each)), f"A `{each}` b"))]


def active(page: Path) -> Counter[str]:
    """What a page has that a browser loads or runs."""
    found: Counter[str] = Counter()
    for node in LexborHTMLParser(page.read_text("utf-8")).css("*"):
        attributes = {name.lower(): (value or "").strip().lower() for name, value in node.attributes.items()}
        if node.tag in ACTIVE:
            found[node.tag] += 1
        found.update(name for name in attributes if name.startswith("on") or name in {"style", "srcdoc"})
        found.update("javascript:" for value in attributes.values() if value.startswith("javascript:"))
    return found


@pytest.fixture
def hostile(small: Path) -> Path:
    """A site with each payload as a heading, in the front matter of a page, and in the navigation."""
    pages: list[object] = ["index.md"]
    for n, payload in enumerate(PAYLOADS):
        quoted = json.dumps(payload)
        (small / f"docs/heading-{n}.md").write_text(f"# {payload}\n\nWords.\n\n## {payload}\n", "utf-8")
        fields = "".join(f"{name}: {quoted}\n" for name in FIELDS)
        (small / f"docs/field-{n}.md").write_text(f"---\n{fields}---\n\nWords.\n", "utf-8")
        pages.append({payload: [f"heading-{n}.md", {payload: f"field-{n}.md"}, {payload: "https://a.example/"}]})
    settings = small / "mkdocs.yml"
    head, _, tail = settings.read_text("utf-8").partition("nav:\n")
    more = f"nav: {json.dumps(pages)}\nsite_description: {json.dumps(MARKUP[1])}\n"
    settings.write_text(f"{head}{more}{tail[tail.index('validation:') :]}", "utf-8")
    return small


def test_no_word_of_a_prose_page_is_markup(hostile: Path) -> None:
    assert run("build", cwd=hostile).returncode == 1
    # A preview shows the pages all the same.
    preview(hostile)
    for kind in ("heading", "field"):
        pages = [hostile / f"site/{kind}-{n}/index.html" for n in range(len(PAYLOADS))]
        expected = active(pages[0])
        assert expected["script"] > 3
        assert {PAYLOADS[n]: active(page) - expected for n, page in enumerate(pages) if active(page) != expected} == {}


def test_a_title_is_escaped_once(small: Path) -> None:
    (small / "docs/index.md").write_text("# Piers & boats < 5\n", "utf-8")
    (small / "docs/more.md").write_text('# Boats &amp; `<b>` "x"\n', "utf-8")
    assert run("build", cwd=small).returncode == 0
    more = LexborHTMLParser((small / "site/more/index.html").read_text("utf-8"))
    title = more.css_first("title")
    assert title is not None and title.text().startswith('Boats & <b> "x" - ')
    heading = more.css_first("h1")
    assert heading is not None and heading.text().startswith('Boats & <b> "x"')
