"""F3 of silence: who says that a source does not say something can show it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from factpress.book import Book
from factpress.evidence.english.silence import SILENCE
from factpress.findings import Place, Severity, shown
from factpress.records import text
from factpress.records.claim import LINKED_TEXTS, Claim
from factpress.records.page import Page
from factpress.rules.rule import Problem, Project, rule

_Piece = tuple[str, str, str, Place]
"""Words, and of a link the kind and the id of its record, and its place."""
_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(slots=True)
class _Sentence:
    """The words of a sentence, the sources that it links to with their places, and the claims that it cites."""

    words: str = ""
    sources: list[tuple[str, Place]] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)


@rule("F318", severity=Severity.WARNING)
def unproved_silence(project: Project) -> Iterator[Problem]:
    """A sentence that calls a source silent, without a claim that has proof of it in `not_said`.

    Why: "the paper does not mention it" is a claim like any other, and the easiest one to get wrong: the words may be
    further down the page. A claim's `not_said` names words that the source does not have, and `factpress snapshot`
    confirms it on the whole text. The rule reads sentences in English that link to the source.

    Bad:

        # docs/index.md
        [The Gazette](source:gazette-2021-05-30) does not mention the mayor.

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021, without the mayor."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        not_said:
          - source: gazette-2021-05-30
            words: "the mayor opened the pier"
        # docs/index.md
        [The Gazette](source:gazette-2021-05-30) does not mention [the mayor](claim:pier-opened).
    """
    for sentence, own in _sentences(project):
        found = SILENCE.search(sentence.words)
        for source, place in sentence.sources if found else ():
            if source in project.book.sources and not _is_proved(source, [*own, *sentence.claims], project.book):
                message = f"{shown(found[0] if found else '')} is said of {shown(source)}, and no claim shows it"
                help = "cite a claim with `not_said` for this source, or remove the words"
                yield Problem(place, message, help)


def _is_proved(source: str, claims: list[str], book: Book) -> bool:
    found = (book.claims[id] for id in claims if id in book.claims)
    return any(unsaid.source == source for claim in found for unsaid in claim.not_said)


def _sentences(project: Project) -> Iterator[tuple[_Sentence, list[str]]]:
    """Every sentence of prose and of claims' texts, each with the claims whose own it is."""
    for page in project.book.pages.values():
        yield from ((sentence, []) for sentence in _of_page(page))
    for claim in project.book.claims.values():
        if claim.withdrawal is None:
            yield from ((sentence, [claim.id]) for sentence in _of_claim(claim))


def _of_claim(claim: Claim) -> Iterator[_Sentence]:
    for name in LINKED_TEXTS:
        place = claim.at(name)
        yield from _cut(
            (each, "", "", place) if isinstance(each, str) else (each.words, each.kind, each.id, place)
            for each in text.pieces(getattr(claim, name) or "")
        )


def _of_page(page: Page) -> Iterator[_Sentence]:
    """The sentences of a page; two stretches of words without a link between them are two blocks."""
    citations = iter(page.citations)
    pieces: list[_Piece] = []
    before = ""
    for said in page.said:
        if said.part == before == "words":
            yield from _cut(pieces)
            pieces = []
        before = said.part
        cited = next(citations, None) if said.part == "citation" else None
        kind, id, place = (cited.kind, cited.id, cited.place) if cited else ("", "", Place(page.path))
        pieces.append((said.words, kind, id, place))
    yield from _cut(pieces)


def _cut(pieces: Iterable[_Piece]) -> Iterator[_Sentence]:
    """The sentences of words and links in order."""
    sentence = _Sentence()
    for words, kind, id, place in pieces:
        first, *more = [words] if kind else _END.split(words)
        sentence.words += f" {first}"
        for each in more:
            yield sentence
            sentence = _Sentence(each)
        if kind == "source":
            sentence.sources.append((id, place))
        elif kind == "claim":
            sentence.claims.append(id)
        if not kind and words.rstrip().endswith((".", "!", "?")):
            yield sentence
            sentence = _Sentence()
    yield sentence
