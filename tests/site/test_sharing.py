"""What other sites show of a page that is shared there: what was found, escaped once, without an invented address."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from commands import run
from selectolax.lexbor import LexborHTMLParser

CLAIM, EXPLAINER = "facts/claims/licence/quotes-excluded.yml", "docs/explainers/use-of-factpress.md"


def shared(page: Path) -> Mapping[str, str]:
    """The tags about sharing in a page's head by their names, each of which is there once."""
    tags = [node.attributes for node in LexborHTMLParser(page.read_text("utf-8")).css("head meta[content]")]
    named = [(tag.get("property") or tag.get("name") or "", tag["content"] or "") for tag in tags]
    found = [(name, words) for name, words in named if name.startswith(("og:", "twitter:", "article:", "descr"))]
    assert len(found) == len(dict(found))
    return dict(found)


def test_a_shared_page_says_what_was_found(small: Path) -> None:
    for path, was, now in (
        ("facts/site.yml", "https://example.org/", "https://facts.example.com/"),
        ("facts/site.yml", "name: ", 'name: "R & <D>"  # '),
        (CLAIM, 'claim: "Quotes in', "checked: 2021-06-01\nclaim: \"Quotes & 'words' <of> others in"),
        (EXPLAINER, "title: What may", "title: “Terms” & what may"),
    ):
        text = (small / path).read_text("utf-8")
        assert was in text
        (small / path).write_text(text.replace(was, now, 1), "utf-8")
    assert run("build", cwd=small).returncode == 0
    claim = shared(small / "site/claims/quotes-excluded/index.html")
    words = "Quotes & 'words' <of> others in factpress's own records and prose are excluded from its licences."
    about = "Not yet judged · first-hand. 2 sources cited."
    assert claim == {
        "description": about,
        "og:title": f"Not yet judged: {words}",
        "og:description": about,
        "og:type": "article",
        "og:site_name": "R & <D>",
        "og:url": "https://facts.example.com/claims/quotes-excluded/",
        "article:modified_time": "2021-06-01",
        "twitter:card": "summary",
    }
    explainer = shared(small / "site/explainers/use-of-factpress/index.html")
    answer = "The README says that quotes are excluded from the licences, and so does the licence."
    assert explainer["description"] == explainer["og:description"] == answer
    assert explainer["og:title"] == "“Terms” & what may be done with factpress"
    assert (explainer["og:type"], shared(small / "site/claims/index.html")["og:type"]) == ("article", "website")


def test_while_the_site_has_no_address_no_share_names_one(first_site: Path) -> None:
    for page in ("index.html", "claims/fourth-in-a-week/index.html", "explainers/leaving-qayyarah/index.html"):
        tags = shared(first_site / page)
        assert tags["og:title"] and tags["og:description"]
        assert "og:url" not in tags
