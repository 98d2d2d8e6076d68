"""What a saved page says of itself comes out as it stands there, or an error says what to do; it is never trusted."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factpress.sources.extract import MOST_BYTES, MOST_LETTERS, MOST_VALUES, SAID, ExtractionError, Limits, metadata

JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Pier opens", "datePublished": "2021-05-30T06:00:00Z", "dateModified": "2021-06-02T06:00:00Z",
"author": [{"@type": "Person", "name": "Ann Doe"}, {"@type": "Person", "name": "Bob Roe"}],
"publisher": {"@type": "Organization", "name": "Harbour Gazette"}}</script>"""


def page(head: str, body: str = "<p>Words.</p>", attributes: str = "") -> bytes:
    return f"<!doctype html><html{attributes}><head>{head}</head><body>{body}</body></html>".encode()


PAGES: dict[str, tuple[bytes, dict[str, list[str]]]] = {
    "JSON-LD, a canonical address and a language": (
        page(
            f'<title>Pier opens | The Gazette</title><link rel="canonical" href="https://example.com/pier">{JSON_LD}',
            attributes=' lang="en_GB"',
        ),
        {
            "title": ["Pier opens"], "container_title": ["Harbour Gazette"], "author": ["Ann Doe", "Bob Roe"],
            "issued": ["2021-05-30"], "language": ["en-GB"], "url": ["https://example.com/pier"],
            "type": ["article-newspaper"],
        },
    ),
    "Open Graph": (
        page(
            '<meta property="og:title" content="Pier &amp; quay"><meta property="og:site_name" content="The Harbour">'
            '<meta property="og:url" content="https://example.com/p">'
            '<meta property="article:published_time" content="2021-05-30T23:30:00-05:00">'
        ),
        {
            "title": ["Pier & quay"], "container_title": ["The Harbour"], "issued": ["2021-05-30"],
            "url": ["https://example.com/p"],
        },
    ),
    "the tags of scholarly articles": (
        page(
            '<meta name="citation_title" content="On piers"><meta name="citation_author" content="Doe, Ann">'
            '<meta name="citation_author" content="Roe, Bob"><meta name="citation_journal_title" content="Piers Today">'
            '<meta name="citation_publication_date" content="2021/05/30">'
        ),
        {
            "title": ["On piers"], "container_title": ["Piers Today"], "author": ["Doe, Ann", "Roe, Bob"],
            "issued": ["2021-05-30"], "type": ["article-journal"],
        },
    ),
    "a title alone": (page("<title>Pier opens</title>"), {"title": ["Pier opens"]}),
    "a date that the text only mentions": (
        page("", "<h1>Pier</h1><p>It opened on 30 May 2021.</p><footer>© 2019</footer>"), {"title": ["Pier"]}
    ),
    "an address instead of a name": (
        page(
            '<link rel="canonical" href="https://www.example.com/x">'
            '<meta property="article:publisher" content="https://example.org/gazette">'
        ),
        {"url": ["https://www.example.com/x"]},
    ),
    "nothing": (page(""), {}),
}  # fmt: skip


@pytest.mark.parametrize("what", PAGES)
@pytest.mark.usefixtures("here")
def test_a_page_says_of_itself(what: str) -> None:
    data, said = PAGES[what]
    assert {name: texts for name, texts in metadata(data).items() if texts} == said


def test_a_page_that_is_read_by_a_process_of_its_own_says_the_same() -> None:
    data, said = PAGES["JSON-LD, a canonical address and a language"]
    assert {name: texts for name, texts in metadata(data).items() if texts} == said


MANY = "".join(f'<meta name="citation_author" content="A{n} B">' for n in range(500))
HOSTILE = {
    "an address that runs": page('<link rel="canonical" href="javascript:alert(1)">'),
    "an address of this machine": page('<link rel="canonical" href="file:///etc/passwd">'),
    "data that is no JSON": page(f'<script type="application/ld+json">{"[" * 100_000}</script>'),
    "data of other types": page(
        '<script type="application/ld+json">{"@type": "Report", "headline": [1], "author": {"name": [[2]]}}</script>'
    ),
    "a title without end": page(f"<title>{'x' * 2_000_000}</title>"),
    "authors without end": page(MANY),
}


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.usefixtures("here")
def test_a_hostile_page_gives_short_texts_or_an_error(what: str) -> None:
    try:
        said = metadata(HOSTILE[what])
    except ExtractionError:
        return
    assert list(said) == list(SAID)
    assert all(len(texts) <= MOST_VALUES and len(text) <= MOST_LETTERS for texts in said.values() for text in texts)
    assert not any(re.match("javascript|file", url) for url in said["url"])


@pytest.mark.parametrize(
    ("data", "limits", "message"),
    [
        (page("<title>x</title>", "<p>x" * 400_000), Limits(cpu_seconds=1, wall_seconds=0.05), "seconds"),
        (page("<title>x</title>", "<p>x" * 400_000), Limits(memory=150 << 20), "memory|crashed"),
        (page("<title>x</title>", "<div>" * 300), Limits(), "250 deep"),
        (b"Only text.", Limits(), "not an HTML page"),
        (b"%PDF-1.7", Limits(), "not an HTML page"),
        (b"<html>" + b"x" * MOST_BYTES, Limits(), "larger than"),
    ],
)
def test_what_can_not_be_read_says_so(data: bytes, limits: Limits, message: str) -> None:
    with pytest.raises(ExtractionError, match=message):
        metadata(data, limits=limits)


@pytest.mark.usefixtures("here")
@settings(suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=400))
def test_any_page_says_something_or_is_an_error(data: bytes) -> None:
    try:
        assert list(metadata(b"<html>" + data)) == list(SAID)
    except ExtractionError as error:
        assert str(error)
