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


def test_no_altered_quote_is_found() -> None:
    tried = 0
    for page in pages():
        document = read_document("\n\n".join(block.text for block in read_html(page.html, None).blocks))
        for sentence in [each for each in page.article if each.endswith(".") and each.isascii()][:1]:
            one, two, three, *rest = sentence.split()
            for altered in ((one, two, "not", three, *rest), (two, one, three, *rest), (one, two, *rest)):
                tried += 1
                assert find(document, " ".join(altered)) is None
            assert find(document, sentence) is not None
    assert tried >= 300


def test_there_are_pages_of_every_kind() -> None:
    assert len(pages()) >= 120 and {page.kind for page in pages()} == set(KINDS)
