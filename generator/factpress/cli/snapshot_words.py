"""What `factpress snapshot` says of a text: quotes found and not, what changed, whether it is the right text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from factpress.book import Book
from factpress.evidence.document import Document
from factpress.evidence.lookup import others_with
from factpress.evidence.quotes import CLASSES, Nearest, find
from factpress.evidence.receipts import look_up
from factpress.evidence.tokens import tokens
from factpress.findings import Place, counted, shown, spelt
from factpress.records.receipt import Receipt
from factpress.records.source import Source
from factpress.sources.snapshot import Changes, Taken
from factpress.sources.word_edges import cut_words

# Titles less alike than this, in per cent, are of different documents.
_ALIKE = 40


def say_titles(source: Source, document: Document, titles: Sequence[str]) -> None:
    """Prints the page's title where it is nothing like the record's, and the text does not have the record's."""
    from rapidfuzz import fuzz, utils

    wanted = source.title
    if not wanted or not titles:
        return
    best = max(titles, key=lambda title: fuzz.token_set_ratio(title, wanted, processor=utils.default_process))
    alike = fuzz.token_set_ratio(best, wanted, processor=utils.default_process)
    if alike < _ALIKE and find(document, wanted) is None:
        click.echo(f"note: the page's title is {shown(titles[0])}, the record's is {shown(wanted)}: is this its page?")


def say_sentences(document: Document, taken: Taken) -> None:
    """Prints every sentence with its number, with `*` where a quote was found in it."""
    quoted = {place.sentence for place in taken.found.values()}
    for number in range(1, len(document.sentences) + 1):
        if number == document.article_sentences + 1:
            click.echo("beside the article:")
        mark = "*" if number in quoted else " "
        click.echo(f"{number:>5} {mark} {spelt(document.sentence_text(number))}")


def say(book: Book, source: Source, taken: Taken, document: Document) -> None:
    """Prints how long the text is, and what was found of the quotes and excuses, and what was not."""
    size = f"{counted(document.words, 'word')} in {counted(document.article_sentences, 'sentence')}{_beside(document)}"
    click.echo(f"{source.id}: {size}; {counted(len(taken.found), 'quote')} found, {len(taken.missing)} not")
    for kind in CLASSES[1:]:
        count = sum(place.kind == kind for place in taken.found.values())
        if count:
            why = "except for typography" if kind == "typography" else "except for the case of the first letter"
            click.echo(f"  {count} of them {why}")
    for quote, place in taken.found.items():
        if place.position >= document.article:
            click.echo(f"  {shown(quote)} is beside the article, in sentence {place.sentence}")
        for edge in cut_words(document, place, source.language or "en"):
            click.echo(f"  {shown(quote)} {edge} inside a word, or so it seems: compare it with the page")
        if place.occurrences > 1:
            click.echo(f"  {shown(quote)} occurs {place.occurrences} times, first in sentence {place.sentence}")
    say_missing(book, source, taken, document)


def say_missing(book: Book, source: Source, taken: Taken, document: Document) -> None:
    """Prints which quotes and excuses were not found, and what is nearest."""
    for quote, near in taken.missing.items():
        for at in _places(book, source.id, quote):
            click.echo(f"{at}: not found: {shown(quote)}")
        for line in _explained(near, document):
            click.echo(f"  {line}")
        for other in others_with(book.receipts, quote, beside=source.id)[:1]:
            click.echo(f"  the receipt of {shown(other)} has these words: is it quoted from there?")
    for claim, n, words in book.not_said_by(source.id):
        at = book.claims[claim].at("not_said", n, "words")
        if words in taken.said:
            click.echo(f"{at}: said after all, in sentence {taken.said[words].sentence}: {shown(words)}")
        elif taken.receipt.extent == "excerpt":
            click.echo(f"{at}: not in this part of the text, which proves nothing of the rest: {shown(words)}")
    for share in taken.receipt.shares:
        both = [counted(len(share.sentences), "sentence"), counted(len(share.quotes), "quote")]
        what = " and ".join(part for part in both if not part.startswith("0 "))
        click.echo(f"  it has {what} in common with {shown(share.source)}: one report, or two?")
    for excuse in taken.misfits:
        at = source.at("no_claim", source.no_claim.index(excuse), "begins")
        click.echo(f"{at}: sentence {excuse.sentence} does not begin with {shown(excuse.begins)}")
        if excuse.sentence <= document.article_sentences:
            begins = document.sentence_tokens(excuse.sentence)[: max(4, len(tokens(excuse.begins)))]
            click.echo(f"  it begins with {shown(' '.join(begins))}")


def _beside(document: Document) -> str:
    """How many sentences are beside the article."""
    count = len(document.sentences) - document.article_sentences
    return f" and {count:,} more beside the article" if count else ""


def _explained(near: Nearest | None, document: Document) -> Iterable[str]:
    """The nearest passage of the whole text, where it is, and the exact differences."""
    if near is None:
        yield "no passage in the text is similar"
        return
    beside = ", beside the article" if near.sentence > document.article_sentences else ""
    yield f"nearest, in sentence {near.sentence}{beside}: {_run(near.passage)}"
    if near.why == "cut":
        yield "the quote begins or ends within a word or a number"
    elif near.why == "blocks":
        yield "the words are there, but continue over the end of a paragraph"
    for difference in near.differences:
        if difference.source and difference.quote:
            yield f"the source has {_run(difference.source)} where the quote has {_run(difference.quote)}"
        elif difference.source:
            yield f"the quote leaves out {_run(difference.source)}"
        else:
            yield f"the quote adds {_run(difference.quote)}"


def _run(words: Sequence[str]) -> str:
    return f"`{spelt(' '.join(words))}`"


def _places(book: Book, source: str, quote: str) -> Iterable[Place]:
    for (claim, part, n), proof in book.quotes_of(source):
        if proof.quote == quote:
            yield book.claims[claim].at(part, n, "quote")


def say_changes(kept: Receipt, changed: Changes, taken: Taken, quotes: Iterable[str]) -> None:
    """Prints which sentences changed since the existing receipt, and which quotes are affected."""
    if kept.sha256 == taken.receipt.sha256:
        click.echo(f"the text is the same as on {kept.read_at}")
        return
    click.echo(f"the text differs from the one that was read on {kept.read_at}:")
    for spans, words in (
        (changed.gone, "changed or removed"),
        (changed.unsure, "too short for a checksum, may have changed"),
    ):
        if spans:
            click.echo(f"  {_numbers(spans)} of the earlier text: {words}")
    if changed.new:
        click.echo(f"  {_numbers(changed.new)} of this text: new or changed")
    for quote in quotes:
        entry = look_up(kept, quote)
        if entry is None:
            continue
        if quote in taken.missing:
            click.echo(f"  {shown(quote)} was in sentence {entry.sentence} and is no longer there")
        elif changed.touches(entry.sentence):
            now = taken.found[quote].sentence
            click.echo(f"  {shown(quote)} is still there, in sentence {now}; the words around it may have changed")


def _numbers(spans: Sequence[tuple[int, int]]) -> str:
    parts = [str(first) if first == last else f"{first} to {last}" for first, last in spans]
    one = len(spans) == 1 and spans[0][0] == spans[0][1]
    return f"sentence{'' if one else 's'} {', '.join(parts)}"
