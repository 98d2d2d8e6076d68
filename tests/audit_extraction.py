"""Measures how pages are read, by kind: `make audit` prints what is found and what the article takes along.

Every second page of a kind is held out: rules change by looking at the others alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from made_pages import KINDS, Measured, Page, measured, pages

from factpress.sources.html_text import read_html

LEAST = {"article": 0.975, "forum": 0.85, "listing": 0.85, "documentation": 0.95, "product": 0.95}
MOST_FOREIGN = 0.07


def main() -> int:
    failed = False
    print(f"{'kind':14}{'half':10}{'pages':>6}{'sentences':>11}{'found':>9}{'in article':>12}{'boilerplate':>13}")
    for length in (1, 3):
        for kind in KINDS:
            of_kind = [page for page in pages(length=length) if page.kind == kind]
            for half, some in (("looked at", of_kind[::2]), ("held out", of_kind[1::2])):
                found, inside, foreign = _shares([_read(page) for page in some])
                failed |= found < LEAST[kind] or (kind == "article" and foreign > MOST_FOREIGN)
                wanted = sum(len(page.article) + len(page.seen) for page in some)
                print(f"{kind:14}{half:10}{len(some):6}{wanted:11}{found:9.1%}{inside:12.1%}{foreign:13.1%}")
        print(f"({'short' if length == 1 else 'long'} paragraphs)")
    return 1 if failed else 0


def _read(page: Page) -> Measured:
    blocks = read_html(page.html, None).blocks
    article, beside = ("\n\n".join(b.text for b in blocks if b.beside is beside) for beside in (False, True))
    return measured(page, article, beside)


def _shares(found: Iterable[Measured]) -> tuple[float, float, float]:
    """Which part of the sentences is found, which part in the article, and which part of the article is boilerplate."""
    every = list(found)
    wanted = sum(each.wanted for each in every)
    missing = sum(len(each.missing) for each in every)
    outside = sum(len(each.outside) for each in every)
    foreign = sum(len(each.taken_along) for each in every) / sum(each.words for each in every)
    return 1 - missing / wanted, 1 - (missing + outside) / wanted, foreign


if __name__ == "__main__":
    sys.exit(main())
