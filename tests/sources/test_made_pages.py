"""Pages of every kind, made from skeletons: what a reader sees is found, and the article holds little else."""

from __future__ import annotations

from functools import cache

import pytest
from made_pages import KINDS, Measured, Page, measured, pages

from factpress.evidence.document import read_document
from factpress.evidence.quotes import find
from factpress.sources.html_text import read_html

LEAST_IN_ARTICLE = {"article": 0.975, "forum": 0.85, "listing": 0.85, "documentation": 0.95, "product": 0.95}


@cache
def read(page: Page) -> Measured:
    blocks = read_html(page.html, None).blocks
    article, beside = ("\n\n".join(b.text for b in blocks if b.beside is beside) for beside in (False, True))
    return measured(page, article, beside)


@pytest.mark.parametrize("page", pages(), ids=lambda page: f"{page.kind}: {page.id}")
def test_what_a_reader_sees_is_found_and_nothing_else(page: Page) -> None:
    found = read(page)
    assert not found.missing and not found.unseen


@pytest.mark.parametrize("kind", KINDS)
def test_the_article_is_read_as_the_article(kind: str) -> None:
    found = [read(page) for page in pages() if page.kind == kind]
    wanted = sum(each.wanted for each in found)
    outside = sum(len(each.missing) + len(each.outside) for each in found)
    foreign = sum(len(each.taken_along) for each in found)
    assert 1 - outside / wanted >= LEAST_IN_ARTICLE[kind]
    assert foreign <= 0.07 * sum(each.words for each in found)


FULL = "On Monday Doe said more than 1,250 tons, worth $3.5 million, did not reach North Pier at -2.1°C, 5% less."
# Two alterations of each kind, each of which changes what the sentence says.
ALTERED = {
    "words": (("reach", "leave"), ("said ", "")),
    "order": (("Doe said", "said Doe"), ("On Monday Doe said", "Doe said on Monday")),
    "digits": (("1,250", "1,260"), ("3.5", "35")),
    "signs": (("-2.1", "2.1"), ("-2.1", "+2.1")),
    "units": (("tons", "tonnes"), ("°C", "°F")),
    "currency": (("$3.5", "€3.5"), ("$3.5", "3.5")),
    "magnitudes": (("million", "billion"), (" million", "")),
    "percent": (("5%", "5"), ("5%", "5‰")),
    "negations": (("did not", "did"), ("said", "never said")),
    "comparatives": (("more than", "less than"), ("5% less", "5% more")),
    "names": (("Doe", "Roe"), ("North Pier", "South Pier")),
    "case": (("North Pier", "north pier"), ("tons", "Tons")),
    "stops": (("less.", "less?"), ("less.", "less!")),
}


def test_no_altered_quote_is_found() -> None:
    """Over all pages, 300 quotes of every kind of alteration, with the sentence in the place of one of the page's."""
    tried = 0
    for page in pages():
        for sentence in [each for each in page.article if each.endswith(".") and each.isascii()][:1]:
            html = page.html.replace(sentence.encode(), FULL.encode())
            document = read_document("\n\n".join(block.text for block in read_html(html, None).blocks))
            tried += 1
            assert find(document, FULL) is not None
            for kind, pairs in ALTERED.items():
                altered = [FULL.replace(old, new) for old, new in pairs]
                accepted = [each for each in altered if each == FULL or find(document, each)]
                assert not accepted, (page.id, kind, accepted)
    assert 2 * tried >= 300


def test_there_are_pages_of_every_kind() -> None:
    assert len(pages()) >= 120 and {page.kind for page in pages()} == set(KINDS)
