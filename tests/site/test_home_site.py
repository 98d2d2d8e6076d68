"""The built home page says of each explainer what a count made from the records alone says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urldefrag

import yaml
from commands import run_mkdocs
from proving import prove
from selectolax.lexbor import LexborHTMLParser, LexborNode

from factpress.cli.examples import lay

CLAIM = """
# facts/claims/harbour/{id}.yml
claim: "The north pier opened on 29 May 2021."
{made}evidence:
  - source: gazette-2021-05-30
    quote: "the north pier was opened to the public on Saturday"
{more}"""
MADE = """appears_in:
  - source: gazette-2021-05-30
    quote: "the north pier was opened to the public on Saturday"
"""
JUDGED = """verdict: {}
because: "One paper says so."
"""
SMALL = (
    """
# mkdocs.yml
site_name: x
theme: {name: material, font: false}
plugins: [search, factpress]
# facts/site.yml
format: 1
name: Harbour facts
articles: [gazette-2021-05-30]
# docs/index.md
# Home

Welcome.

## Below

Text.
# docs/stories/pier.md
---
title: The pier
description: What one paper says of it.
article: gazette-2021-05-30
---

# The pier

It [opened](claim:a), [so](claim:b) [they](claim:c) [say](claim:d), [and](claim:a) [stood](claim:e) [there](claim:f).
"""
    + "".join(
        CLAIM.format(id=id, made=MADE, more=more)
        for id, more in {
            "a": JUDGED.format("unproven"),
            "b": JUDGED.format("missing-context"),
            "c": JUDGED.format("unproven"),
            "d": "",
            "never-cited": JUDGED.format("unproven"),
        }.items()
    )
    + CLAIM.format(id="e", made="", more="")
    + CLAIM.format(id="f", made=MADE, more='withdrawn: {date: 2021-07-01, why: "It was another pier."}\n')
)


def counted(root: Path, explainer: Path) -> Mapping[str, int]:
    """The claims that an explainer cites by verdict, from the YAML files and the Markdown file alone."""
    records = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (root / "facts/claims").rglob("*.yml")}
    cited = set(re.findall(r"\]\(claim:([a-z0-9-]+)", explainer.read_text("utf-8")))
    found: Counter[str] = Counter()
    for record in (records[id] for id in cited):
        if "withdrawn" not in record:
            verdict = record.get("verdict", "not yet judged").replace("-", " ")
            found[verdict if "appears_in" in record else "not in the article"] += 1
    return found


def front_matter(path: Path) -> Mapping[str, str]:
    text = path.read_text("utf-8")
    return yaml.safe_load(text.split("---\n")[1]) if text.startswith("---\n") else {}


def said(tally: LexborNode) -> Mapping[str, int]:
    """The numbers of a tally by their words; each row has as many shapes."""
    found = {}
    for row in tally.css("li"):
        count, words = " ".join(row.text().split()).split(" ", 1)
        assert len(row.css("svg")) == int(count)
        found[words] = int(count)
    return found


def built(root: Path) -> Path:
    done = run_mkdocs("build", cwd=root)
    assert done.returncode == 0, done.stderr
    return root / "site"


def small(root: Path) -> Path:
    lay(SMALL, root)
    prove(root)
    return root


def test_the_home_page_counts_as_the_records_do(repository: Path, first_site: Path) -> None:
    held(repository, first_site, directory_urls=True)


def test_the_home_page_of_a_site_without_folders_counts_so_too(tmp_path: Path) -> None:
    root = small(tmp_path)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "use_directory_urls: false\n", "utf-8")
    held(root, built(root), directory_urls=False)


def held(root: Path, site: Path, *, directory_urls: bool) -> None:
    """Whether the home page of a site says of each explainer what its pages and its records say."""
    pages = (path for path in sorted((root / "docs").rglob("*.md")) if path != root / "docs/index.md")
    explainers = [path for path in pages if "article" in front_matter(path)]
    home = LexborHTMLParser((site / "index.html").read_text("utf-8"))
    listed = home.css("section.fp-explained")
    assert len(listed) == len(explainers) > 0
    for item, path in zip(listed, explainers, strict=True):
        front = front_matter(path)
        head, tally = item.css_first("h2"), item.css_first(".fp-tally")
        assert head is not None and head.text().strip() == front["title"]
        assert tally is not None
        assert said(tally) == counted(root, path)
        for link in tally.css("a"):
            address, anchor = urldefrag(link.attributes["href"] or "")
            file = site / address / "index.html" if directory_urls else site / address
            page = LexborHTMLParser(file.read_text("utf-8"))
            own = page.css_first(".fp-tally")
            assert own is not None and own.text() == tally.text()
            assert anchor and page.css_first(f'[id="{anchor}"]') is not None


def test_the_small_site_is_counted_right(tmp_path: Path) -> None:
    root = small(tmp_path)
    expected = {"unproven": 2, "missing context": 1, "not yet judged": 1, "not in the article": 1}
    assert counted(root, root / "docs/stories/pier.md") == expected
    site = built(root)
    held(root, site, directory_urls=True)
    home = LexborHTMLParser((site / "index.html").read_text("utf-8"))
    tally = home.css_first("section.fp-explained .fp-tally")
    assert tally is not None
    rows = [" ".join(row.text().split()) for row in tally.css("li")]
    assert rows == ["1 missing context", "2 unproven", "1 not yet judged", "1 not in the article"]
