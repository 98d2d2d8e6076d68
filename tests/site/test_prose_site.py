"""Prose on the built site: links lead to records, explainers account for their claims, and the export says the same."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import commands
import pytest
from commands import preview, run_mkdocs
from proving import prove
from selectolax.lexbor import LexborHTMLParser

from factpress.cli.examples import lay

PAGE = """---
title: The pier
article: gazette-2021-05-30
answer: "The [pier](claim:pier-opened) opened, [a paper](source:gazette-2021-05-30) says."
---

# The pier

The [north pier](claim:pier-opened) opened, the [Gazette](source:gazette-2021-05-30) of the
[paper](entity:harbour-gazette) says.[^1] It is [*the* pier][r], once called [so](claim:pier-began).

| where | what |
|-------|------|
| pier | [opened](claim:pier-opened "the day") |

Code stays: `[x](claim:pier-opened)`.

```
[x](claim:pier-opened)
```

[^1]: See [the claim](claim:pier-opened).

[r]: claim:pier-opened
"""
FILES = """
# facts/site.yml
format: 1
name: Harbour facts
articles: [gazette-2021-05-30]
# facts/claims/harbour/pier-opened.yml
claim: "The north pier opened on 29 May 2021."
when: 2021-05-29
formerly: [pier-began]
evidence:
  - source: gazette-2021-05-30
    quote: "the north pier was opened to the public on Saturday"
# facts/claims/harbour/never-cited.yml
claim: "The south pier opened on 30 May 2021."
evidence:
  - source: gazette-2021-05-30
    quote: "the south pier was opened to the public on Sunday"
"""
DRAFTS = """
# facts/claims/harbour/not-yet.yml
claim: "The west pier opened on 31 May 2021."
evidence:
  - source: gazette-2021-05-30
    quote: "the west pier was opened to the public on Monday"
formerly: [never-yet]
draft: true
# docs/stories/west.md
---
title: The west pier
article: gazette-2021-05-30
draft: true
---

# The west pier

The [west pier](claim:not-yet) opened.
"""
CONFIG = (
    "site_name: x\ntheme: {name: material, font: false}\nplugins: [search, factpress]\n"
    "markdown_extensions: [footnotes, tables]\n"
)


def run(program: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return (commands.run if program == "factpress" else run_mkdocs)(*arguments, cwd=cwd)


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    lay(FILES, tmp_path)
    prove(tmp_path)
    (tmp_path / "docs/stories").mkdir(parents=True)
    (tmp_path / "docs/stories/pier.md").write_text(PAGE.replace(", once called [so](claim:pier-began)", ""), "utf-8")
    (tmp_path / "docs/index.md").write_text("# Home\n\n[The pier](stories/pier.md)\n\n![pier](pier.png)\n", "utf-8")
    (tmp_path / "docs/pier.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    return tmp_path


def main_of(path: Path) -> LexborHTMLParser:
    tree = LexborHTMLParser(path.read_text("utf-8"))
    node = tree.css_first("article") or tree.css_first("[role=main]")
    assert node is not None
    return LexborHTMLParser(node.html or "")


def title_of(path: Path) -> str:
    node = LexborHTMLParser(path.read_text("utf-8")).css_first("title")
    return node.text().strip() if node else ""


def links(site: Path, address: str) -> Iterator[tuple[str, str]]:
    """Where links of the content lead, from the site's root, with their words."""
    for node in main_of(site / address / "index.html").css("a[href]"):
        if "headerlink" not in (node.attributes.get("class") or "") and node.attributes.get("rel") != "edit":
            yield urljoin(f"/{address}/", node.attributes["href"] or ""), " ".join(node.text().split())


def test_links_lead_to_records_wherever_they_stand(harbour: Path) -> None:
    done = run("mkdocs", "build", "--strict", cwd=harbour)
    assert done.returncode == 0, done.stderr
    found = list(links(harbour / "site", "stories/pier"))
    for words in ("north pier", "the pier", "opened", "the claim"):
        assert ("/claims/pier-opened/", words) in found
    assert ("/sources/gazette-2021-05-30/", "Gazette") in found and ("/entities/harbour-gazette/", "paper") in found
    html = main_of(harbour / "site/stories/pier/index.html")
    assert next(node.text() for node in html.css("code")) == "[x](claim:pier-opened)"
    assert "claim:" not in "".join(node.attributes.get("href") or "" for node in html.css("a"))


def test_an_explainer_accounts_for_its_claims_and_notes_them(harbour: Path) -> None:
    assert run("factpress", "build", "--strict", cwd=harbour).returncode == 0
    html = main_of(harbour / "site/stories/pier/index.html")
    paragraphs = html.css("p")
    assert [(p.attributes.get("class") or "") for p in paragraphs[:3]] == ["fp-answer", "", "fp-account"]
    assert paragraphs[0].text() == "The pier\u20601 opened, a paper says."
    assert [a.attributes["href"] for a in paragraphs[0].css("a")] == [
        "../../claims/pier-opened/",
        "../../sources/gazette-2021-05-30/",
    ]
    assert paragraphs[2].text() == "1 background claim."
    notes = html.css_first(".fp-notes")
    assert notes is not None
    text = " ".join(notes.text().split())
    assert "The north pier opened on 29 May 2021." in text
    assert "the north pier was opened to the public on Saturday" in text and "Harbour Gazette, 30 May 2021" in text
    assert "south pier" not in text
    claim = main_of(harbour / "site/claims/pier-opened/index.html")
    assert ("/stories/pier/", "The pier") in links(harbour / "site", "claims/pier-opened")
    assert "Cited on" in claim.text()
    assert "Cited on" not in main_of(harbour / "site/claims/never-cited/index.html").text()


def test_a_former_id_is_a_finding_with_the_id_of_today(harbour: Path) -> None:
    (harbour / "docs/stories/pier.md").write_text(PAGE, "utf-8")
    done = run("factpress", "check", cwd=harbour)
    assert done.returncode == 1
    assert "docs/stories/pier.md:10:83: error F202 renamed-id" in done.stdout
    assert "write `pier-opened`" in done.stdout
    preview(harbour)
    assert ("/claims/pier-opened/", "so") in links(harbour / "site", "stories/pier")


def test_an_unknown_claim_is_one_finding_and_no_dead_link(harbour: Path) -> None:
    page = harbour / "docs/stories/pier.md"
    page.write_text(
        page.read_text("utf-8").replace("north pier](claim:pier-opened)", "north pier](claim:pier-opend)"), "utf-8"
    )
    done = run("factpress", "check", cwd=harbour)
    assert done.stdout.count(": error ") == 1
    assert "docs/stories/pier.md:9:18: error F201 unknown-id: there is no claim `pier-opend`" in done.stdout
    assert "did you mean `pier-opened`?" in done.stdout
    built = run("mkdocs", "build", cwd=harbour)
    assert built.returncode == 1
    assert built.stderr.count("pier-opend") == 1
    preview(harbour)
    assert "pier-opend" not in "".join(where for where, _ in links(harbour / "site", "stories/pier"))


def test_a_leak_ends_a_strict_build_before_anything_is_touched(harbour: Path) -> None:
    assert run("mkdocs", "build", "--strict", cwd=harbour).returncode == 0
    before = (harbour / "site/index.html").read_bytes()
    (harbour / "docs/index.md").write_text("# Home\n\n<b>x</b> [y](CLAIM:pier-opened)\n", "utf-8")
    done = run("mkdocs", "build", "--strict", cwd=harbour)
    assert done.returncode == 1
    assert "docs/index.md:3:1: F603 raw-html" in done.stderr and "docs/index.md:3:14: F606 lost-link" in done.stderr
    assert (harbour / "site/index.html").read_bytes() == before


def test_brackets_that_would_hang_the_engine_end_every_build_at_once(harbour: Path) -> None:
    (harbour / "docs/index.md").write_text("# Home\n\n" + "[" * 30_000 + "\n", "utf-8")
    done = run("mkdocs", "build", cwd=harbour)
    assert done.returncode == 1 and "docs/index.md:3:1: F601 tangled-text" in done.stderr


def test_a_waiver_in_front_matter_holds_for_its_page(harbour: Path) -> None:
    (harbour / "docs/index.md").write_text(
        '---\nallow: [{code: raw-html, because: "A line break in a poem."}]\n---\n\n# Home\n\na<br>b\n', "utf-8"
    )
    done = run("factpress", "check", "--strict", cwd=harbour)
    assert done.returncode == 0, done.stdout
    assert "1 waived" in done.stdout


def test_exported_pages_build_without_us_and_say_the_same(
    harbour: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("export") / "pages"
    # A heading that is underlined is no paragraph, after which the account could stand.
    story = harbour / "docs/stories/pier.md"
    story.write_text(story.read_text("utf-8").replace("# The pier\n", "The pier\n========\n"), "utf-8")
    done = run("factpress", "export", "pages", str(folder), cwd=harbour)
    assert done.returncode == 0, done.stderr
    assert run("factpress", "build", "--strict", cwd=harbour).returncode == 0
    assert "factpress" not in re.sub(r"assets/factpress\.(css|js)", "", (folder / "mkdocs.yml").read_text("utf-8"))
    built = run("mkdocs", "build", "--strict", cwd=folder)
    assert built.returncode == 0, built.stderr
    ours = {path.relative_to(harbour / "site").as_posix() for path in (harbour / "site").rglob("index.html")}
    theirs = {path.relative_to(folder / "site").as_posix() for path in (folder / "site").rglob("index.html")}
    assert ours == theirs and len(ours) > 8
    for page in sorted(ours - {"claims/pier-began/index.html"}):
        address = page.removesuffix("index.html").rstrip("/")
        assert sorted(links(harbour / "site", address)) == sorted(links(folder / "site", address)), page
        words = [" ".join(main_of(site / page).text().split()) for site in (harbour / "site", folder / "site")]
        assert words[0].replace("¶", "") == words[1].replace("¶", ""), page
        if address:
            assert title_of(harbour / "site" / page) == title_of(folder / "site" / page)
    assert (folder / "site/pier.png").is_file()


def test_a_draft_is_checked_and_neither_published_nor_exported(harbour: Path) -> None:
    lay(DRAFTS, harbour, over=False)
    prove(harbour)
    done = run("factpress", "build", cwd=harbour)
    assert done.returncode == 0 and "no claim covers sentence 2 of this article" in done.stderr, done.stderr
    assert run("factpress", "export", "pages", "out", cwd=harbour).returncode == 0
    for site in (harbour / "site", harbour / "out/docs"):
        written = [path for path in site.rglob("*") if path.is_file()]
        assert not [
            path for path in written if "not-yet" in path.name or "west" in path.name or "never-yet" in path.name
        ]
        texts = [path.read_text("utf-8") for path in written if path.suffix in {".html", ".json", ".md", ".xml"}]
        assert not [text for text in texts if "west pier" in text or "not-yet" in text], site
    story = harbour / "docs/stories/pier.md"
    story.write_text(
        story.read_text("utf-8") + "\n[West](claim:not-yet), [told](west.md), [page](../claims/not-yet.md).\n", "utf-8"
    )
    checked = run("factpress", "check", cwd=harbour)
    assert "error F211 cited-draft: the claim `not-yet` is a draft, and this page is published" in checked.stdout
    assert checked.stdout.count("F616 dead-link") == 2 and checked.returncode == 1


def test_an_export_writes_only_into_an_empty_folder_and_only_what_is_sound(harbour: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full/letter.txt").write_text("keep", "utf-8")
    done = run("factpress", "export", "pages", "full", cwd=harbour)
    assert done.returncode == 2 and "is not empty" in done.stderr
    shutil.rmtree(harbour / "facts/entities")
    done = run("factpress", "export", "pages", "new", cwd=harbour)
    assert done.returncode == 1 and "nothing was written" in done.stderr and not (harbour / "new").exists()
