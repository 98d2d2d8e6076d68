"""Files of prose and pictures with any name that a system allows: every link to them leads to them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
from commands import preview, run, run_mkdocs
from selectolax.lexbor import LexborHTMLParser
from site_links import missing, pages

ROOT = "https://example.org/"
EXPLAINER = "docs/explainers/use-of-factpress.md"
# In the Unicode form of some systems, an accent apart from its letter.
APART = "u\N{COMBINING DIAERESIS}ber"
POLICY = "été 2020/c# & co?"
NAMES = (
    POLICY, "100%", "%41", "a+b; c=d, e", "it's \"so\"", "back\\slash", "a\ttab", APART, "中文/العربية", "😀", "co:lon",
    "-dash", "a.b.c", "<b>&lt;", "q?/README", "q#/index", "{path}", "~@$!*()[]|",
)  # fmt: skip


@pytest.fixture
def site(small: Path) -> Path:
    """A new site with an explainer, which has a picture, under each of these names."""
    text = (small / EXPLAINER).read_text("utf-8")
    for name in NAMES:
        picture, page = small / f"docs/{name} p#.png", small / f"docs/{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        picture.write_bytes(b"")
        page.write_text(f"{text}\n\n![A picture]({quote(picture.name)})\n", "utf-8")
    with (small / "facts/site.yml").open("a", encoding="utf-8") as record:
        record.write("edit: https://git.example/edit/main/{path}?by=hand\n")
        record.write(f'policies: {{corrections: "docs/{POLICY}.md#sources", fairness: docs/über.md}}\n')
    settings = small / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("plugins:\n", "plugins:\n  - search\n"), "utf-8")
    with (small / "docs" / f"{POLICY}.md").open("a", encoding="utf-8") as page:
        page.write("\n\n## Sources\n\nSee there.\n")
    return small


def leads_somewhere(site: Path, url: str) -> bool:
    """Whether a URL from the site's root is that of a file, once it is decoded."""
    path = unquote(urlsplit(url).path)
    return (site / (path + "index.html" if path.endswith("/") or not path else path)).is_file()


def links(page: Path, selector: str) -> list[str]:
    """The links of a page that a selector finds."""
    return [link.attributes["href"] or "" for link in LexborHTMLParser(page.read_text("utf-8")).css(selector)]


def edited(site: Path) -> Iterator[str]:
    """The paths of the files that the pages' edit links lead to."""
    for page in pages(site):
        for url in map(urlsplit, links(page, "a[rel=edit]")):
            assert (url.query, url.fragment) == ("by=hand", "")
            yield unquote(url.path).removeprefix("/edit/main/")


@pytest.mark.parametrize("folders", [True, False], ids=["a folder for each page", "a file for each page"])
def test_every_link_leads_to_its_file(folders: bool, site: Path) -> None:
    with (site / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"use_directory_urls: {str(folders).lower()}\n")
    done = run("build", "--strict", cwd=site)
    assert done.returncode == 0, done.stderr
    built = site / "site"
    assert missing(built, ROOT) == []
    found = re.findall("<loc>(.*?)</loc>", (built / "sitemap.xml").read_text("utf-8"))
    found += [ROOT + each["location"] for each in json.loads((built / "search/search_index.json").read_text())["docs"]]
    assert len(found) > len(NAMES) * 2
    assert [url for url in found if not leads_somewhere(built, html.unescape(url).removeprefix(ROOT))] == []
    assert len(set(links(built / "index.html", ".fp-explained a"))) > len(NAMES)
    assert {f"docs/{name}.md" for name in NAMES} <= set(edited(built))
    assert [path for path in edited(built) if not (site / path).is_file()] == []


def test_a_policy_may_be_on_a_page_with_such_a_name(site: Path) -> None:
    assert run("build", "--strict", cwd=site).returncode == 0
    found = [unquote(url) for url in links(site / "site/method/index.html", "#policies + dl a")]
    assert found == [f"../{POLICY}/#sources", f"../{APART}/"]


def test_an_export_has_the_same_links(site: Path) -> None:
    assert run("export", "pages", "out", cwd=site).returncode == 0
    done = run_mkdocs("build", "--strict", cwd=site / "out")
    assert done.returncode == 0, done.stderr
    assert missing(site / "out/site", ROOT) == []


def test_a_preview_leads_to_the_pages_with_errors(site: Path) -> None:
    for name in NAMES:
        with (site / f"docs/{name}.md").open("a", encoding="utf-8") as page:
            page.write("\n\nNine hundred soldiers died in 2019.\n")
    preview(site)
    assert missing(site / "site", ROOT) == []
    found = {unquote(url) for url in links(site / "site/index.html", ".fp-findings a")}
    assert {f"{re.sub('/(index|README)$', '', name)}/" for name in NAMES} <= found
