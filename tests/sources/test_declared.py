"""What a page declares of its own article, by kinds of page: the day of publication and no other, titles, names."""

from __future__ import annotations

import json

import pytest
from lxml.html import document_fromstring

from factpress.sources.bylines import names_in
from factpress.sources.headlines import without_site
from factpress.sources.html_metadata import declared
from factpress.sources.published import day_of

HERE = "https://gazette.example/pier"
CANONICAL = f'<link rel="canonical" href="{HERE}">'
PUBLISHED = '<meta property="article:published_time" content="{}">'


def ld(*items: object) -> str:
    data = items[0] if len(items) == 1 else list(items)
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def article(**more: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": "Pier opens", "datePublished": "2021-05-30", **more}


OTHER = article(headline="Ferry sinks", datePublished="2020-01-01", url="https://gazette.example/ferry")
SCOPE = "https://schema.org/NewsArticle"

# A page's head and body, and some of what it declares: a field's only text, all names, or "" for nothing.
PAGES: dict[str, tuple[str, str, dict[str, object]]] = {
    "an item in a graph": (
        ld({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Gazette"}, article()]}),
        "",
        {"issued": "2021-05-30", "title": "Pier opens", "type": "article-newspaper"},
    ),
    "an author and a publisher that stand elsewhere in the graph": (
        ld(
            {
                "@graph": [
                    article(author={"@id": "#ann"}, publisher={"@id": "#paper"}),
                    {"@type": "Person", "@id": "#ann", "name": "Ann Doe"},
                    {"@type": "Organization", "@id": "#paper", "name": "Harbour Gazette"},
                ]
            }
        ),
        "",
        {"author": ["Ann Doe"], "container_title": "Harbour Gazette"},
    ),
    "an article that the page's own item leads to": (
        ld({"@type": "WebPage", "datePublished": "2010-01-01", "mainEntity": article()}),
        "",
        {"issued": "2021-05-30"},
    ),
    "an address with what counts its readers": (
        f'<meta property="og:url" content="{HERE}?id=7&amp;utm_source=mail&amp;fbclid=x#top">',
        "",
        {"url": f"{HERE}?id=7#top"},
    ),
    "types in a list, and a language as an object": (
        ld(article(**{"@type": ["Article", "ReportageNewsArticle"], "inLanguage": {"alternateName": "it"}})),
        "",
        {"issued": "2021-05-30", "type": "article-newspaper", "language": "it"},
    ),
    "an address in mainEntityOfPage alone": (
        ld(article(mainEntityOfPage={"@type": "WebPage", "@id": HERE}, inLanguage="en-IE")),
        "",
        {"url": HERE, "language": "en-IE"},
    ),
    "a related story inside the article's item": (
        ld({"@type": "NewsArticle", "headline": "Pier opens", "relatedLink": OTHER, "hasPart": [OTHER]}),
        "",
        {"issued": "", "title": "Pier opens"},
    ),
    "a list of stories beside the article": (
        CANONICAL + ld(OTHER, article(url=HERE), {"@type": "ItemList", "itemListElement": [OTHER]}),
        "",
        {"issued": "2021-05-30"},
    ),
    "two stories, and nothing says which is the page's": (ld(OTHER, article()), "", {"issued": "", "author": []}),
    "the day of a change alone": (
        '<meta property="article:modified_time" content="2022-02-02"><meta property="og:updated_time" '
        'content="2022-02-02">' + ld({"@type": "NewsArticle", "headline": "Pier opens", "dateModified": "2022-02-02"}),
        '<time datetime="2022-02-02">updated</time>',
        {"issued": "", "doubts": ""},
    ),
    "a day in the text's own table": ("<title>Pier</title>", "<td>Founded 28 February 1998</td>", {"issued": ""}),
    "a day that can be read in two ways": (
        PUBLISHED.format("03/04/2021"),
        "",
        {"issued": "", "doubts": "not clear which day is meant: 03/04/2021 (article:published_time)"},
    ),
    "a day that can be read in two ways, and one that can't": (
        PUBLISHED.format("03/04/2021") + ld(article(datePublished="2021-04-03")),
        "",
        {"issued": "2021-04-03", "doubts": ""},
    ),
    "two different days": (
        PUBLISHED.format("2021-05-30") + ld(article(datePublished="2021-06-03")),
        "",
        {
            "issued": "",
            "doubts": "the page gives different dates: 2021-06-03 (datePublished in JSON-LD), "
            "2021-05-30 (article:published_time)",
        },
    ),
    "one moment on two clocks": (
        PUBLISHED.format("2021-05-30T22:30:00Z") + ld(article(datePublished="2021-05-31T00:30:00+02:00")),
        "",
        {"issued": "2021-05-31", "doubts": ""},
    ),
    "a day, and a moment of it on another clock": (
        PUBLISHED.format("2021-05-31T02:30:00Z") + ld(article(datePublished="2021-05-30")),
        "",
        {"issued": "2021-05-30", "doubts": ""},
    ),
    "a month, and a day in it": (
        '<meta name="citation_publication_date" content="2021/05"><meta name="dcterms.issued" content="2021-05-30">',
        "",
        {"issued": "2021-05-30"},
    ),
    "a clock that starts at zero": (PUBLISHED.format("1970-01-01T00:00:00Z"), "", {"issued": ""}),
    "a name of less sure meaning": ('<meta name="date" content="30 May 2021">', "", {"issued": "2021-05-30"}),
    "a name of less sure meaning beside a sure one": (
        '<meta name="date" content="2022-02-02">' + PUBLISHED.format("2021-05-30"),
        "",
        {"issued": "2021-05-30", "doubts": ""},
    ),
    "Dublin Core": (
        '<meta name="DC.title" content="On piers"><meta name="DC.creator" content="Doe, Ann">'
        '<meta name="DCTERMS.issued" content="2021-05-30"><meta name="DC.language" content="fr">',
        "",
        {"title": "On piers", "author": ["Doe, Ann"], "issued": "2021-05-30", "language": "fr"},
    ),
    "microdata": (
        "",
        f'<div itemscope itemtype="{SCOPE}"><h1 itemprop="headline">Pier opens</h1><time itemprop="datePublished" '
        'datetime="2021-05-30">Sunday</time><p itemprop="author" itemscope><b itemprop="name">Ann Doe</b></p>'
        f'<div itemscope itemtype="{SCOPE}"><b itemprop="datePublished">2020-01-01</b></div></div>',
        {"title": "Pier opens", "issued": "2021-05-30", "author": ["Ann Doe"]},
    ),
    "a head that a stray element ends": (
        '<img src="x"><meta property="og:title" content="Pier opens"><meta property="og:site_name" content="Gazette">',
        "<footer><h1>Take your next trip with us!</h1></footer>",
        {"title": "Pier opens", "container_title": "Gazette"},
    ),
    "a title with the site's name and motto": (
        '<meta property="og:site_name" content="Wikigazette"><title>Pier opens - Wikigazette, the free paper</title>',
        "",
        {"title": "Pier opens"},
    ),
    "a title with a name that is the address's": (
        f"{CANONICAL}<title>Pier opens: three boats | Gazette</title>", "", {"title": "Pier opens: three boats"},
    ),
    "a title of which the heading is the beginning": (
        "<title>Mozilla - Wikigazette</title>", "<h1>Mozilla</h1>", {"title": "Mozilla"},
    ),
    "a title with a dash of its own": (
        '<meta property="og:title" content="Pier opens - at last"><meta property="og:site_name" content="Gazette">',
        "",
        {"title": "Pier opens - at last"},
    ),
    "an address instead of the site's name": (
        f'{CANONICAL}<meta property="og:site_name" content="gazette.example"><title>Pier</title>',
        "",
        {"container_title": ""},
    ),
    "a canonical address that is the front page": (
        '<link rel="canonical" href="https://gazette.example/">' f'<meta property="og:url" content="{HERE}">',
        "",
        {"url": HERE},
    ),
    "an address that the browser wrote when it saved the page": (
        f"<!-- saved from url=(0028){HERE} --><title>Pier</title>", "", {"url": HERE},
    ),
    "an address of an author's account": (
        '<meta property="article:author" content="https://social.example/ann"><meta name="author" content="@ann">',
        "",
        {"author": []},
    ),
    "a language of Open Graph alone": ('<meta property="og:locale" content="it_IT">', "", {"language": "it-IT"}),
}  # fmt: skip


@pytest.mark.parametrize("what", PAGES)
def test_a_page_declares(what: str) -> None:
    head, body, wanted = PAGES[what]
    found = declared(document_fromstring(f"<html><head>{head}</head><body>{body}<p>Words.</p></body></html>"))
    assert {name: found[name] for name in wanted} == {
        name: value if isinstance(value, list) else [value] if value else [] for name, value in wanted.items()
    }


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-05-30T06:00:00Z", "2021-05-30"),
        ("2021/5/30", "2021-05-30"),
        ("20210530", "2021-05-30"),
        ("Sun, 30 May 2021 06:00:00 GMT", "2021-05-30"),
        ("May 30th, 2021 at 6:00 am", "2021-05-30"),
        ("30 Sept. 2021", "2021-09-30"),
        ("30/05/2021", "2021-05-30"),
        ("05/30/2021", "2021-05-30"),
        ("04/04/2021", "2021-04-04"),
        ("2021-05", "2021-05"),
        ("2021", "2021"),
        ("03/04/2021", ""),
        ("30 Ma 2021", ""),
        ("2021-02-30", ""),
        ("dimanche 30 mai 2021", ""),
        ("yesterday", ""),
    ],
)
def test_a_date_is_one_day_or_none(text: str, day: str) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr-CA", "dimanche 30 mai 2021", "2021-05-30"),
        ("de", "30. März 2021, 10:30 Uhr", "2021-03-30"),
        ("es", "30 de mayo de 2021", "2021-05-30"),
        ("ar", "٣٠ مارس ٢٠٢١", "2021-03-30"),
        ("ja", "2021年3月4日", "2021-03-04"),
        ("de", "gestern", ""),
        ("de", "vor 3 Tagen, 2021", ""),
        ("de", "Montag, 03.04.2021", ""),
        ("xx", "30 mai 2021", ""),
    ],
)
def test_a_date_in_words_is_read_in_the_page_s_language(language: str, text: str, day: str) -> None:
    assert day_of(text, language) == day
    page = f'<html lang="{language}"><head><meta name="date" content="{text}"></head></html>'
    assert declared(document_fromstring(page))["issued"] == [day] * bool(day)


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["By Ann Doe and Bob Roe"], ["Ann Doe", "Bob Roe"]),
        (["Ann Doe, Bob Roe, and Cy Poe"], ["Ann Doe", "Bob Roe", "Cy Poe"]),
        (["Ann Doe; Bob Roe"], ["Ann Doe", "Bob Roe"]),
        (["JEFFREY GREEN", "Jeffrey Green", "Green, Jeffrey"], ["Jeffrey Green"]),
        (["Johnson and Sons"], ["Johnson and Sons"]),
        (["Von Ann Doe und Bob Roe"], ["Ann Doe", "Bob Roe"]),
        (["Ann Doe, Bob Roe et Cy Poe"], ["Ann Doe", "Bob Roe", "Cy Poe"]),
        (["Doe, Ann"], ["Doe, Ann"]),
        (["AFP", "J. R. Smith"], ["AFP", "J. R. Smith"]),
        (["Username", "Last updated January 7", "By", "admin", "作者", "Wordpressadmin", "gazette.com", "@ann"], []),
        (["a@b.example", "https://x.example/ann", "Updated 3:15 pm", "user123", "Harbour Gazette"], []),
    ],
)
def test_authors_are_names_each_once(texts: list[str], names: list[str]) -> None:
    assert names_in(texts, publication="Harbour Gazette") == names


def test_a_name_before_the_title_is_the_sites_only_where_it_is_known() -> None:
    assert without_site("Gazette: Pier opens", site="The Gazette", address="", headings=[]) == "Pier opens"
    assert without_site("Live: Pier opens", site="The Gazette", address="", headings=[]) == "Live: Pier opens"
