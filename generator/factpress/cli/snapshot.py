"""`factpress snapshot`: reads a source's text, finds the quotes that records cite from it, and writes its receipt."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from factpress.book import Book
from factpress.cli.failure import Failure
from factpress.cli.project import checked, project_option
from factpress.cli.writing import replace
from factpress.evidence.document import Document, read_document
from factpress.evidence.quotes import CLASSES, Nearest
from factpress.evidence.receipts import How, look_up
from factpress.evidence.tokens import tokens
from factpress.findings import Place, counted, nearest, shown, spelt
from factpress.records.receipt import Extent, Receipt
from factpress.records.source import Source
from factpress.site.clock import today
from factpress.sources.extract import MOST_BYTES, ExtractionError, extract
from factpress.sources.formats import Kind
from factpress.sources.snapshot import Changes, Taken, changes, take
from factpress.sources.word_edges import cut_words


@click.command()
@click.argument("source")
@click.option(
    "--file", type=click.Path(dir_okay=False, path_type=Path), help="The saved text; left out: standard input."
)
@click.option(
    "--extent",
    type=click.Choice(["full", "excerpt"]),
    default="full",
    show_default=True,
    help="Whether this is the whole text or only a part of it.",
)
@click.option(
    "--as",
    "kind",
    type=click.Choice(["text", "html", "pdf"]),
    help="The file's format, if its content does not show it.",
)
@click.option("--verify", is_flag=True, help="Compare the text with the existing receipt; write nothing.")
@project_option
def snapshot(source: str, file: Path | None, extent: Extent, kind: Kind | None, verify: bool, project: Path) -> None:
    """Read the text of SOURCE and write the receipt of the quotes that records cite from it.

    The text is never kept. Exit status: 0 if every quote was found, 1 if one was not, or if --verify finds
    that text and receipt differ.
    """
    found = checked(project)
    record = _source(found.book, source)
    data = _data(file)
    try:
        extracted = extract(data, kind=kind)
    except ExtractionError as error:
        raise Failure(f"{file or 'standard input'}: {error}") from None
    document = read_document(extracted.blocks, language=record.language or "en")
    if not document.words:
        raise Failure(f"{file or 'standard input'}: it contains no words")
    kept = found.book.receipts.get(record.id)
    if verify and kept is None:
        raise Failure(f"{shown(record.id)} has no valid receipt to verify")
    how = How(extent, "file", today().canonical, f"{extracted.extractor} {extracted.version}".strip())
    quotes = dict.fromkeys(proof.quote for _, proof in found.book.quotes_of(record.id))
    taken = take(record, quotes, document, how=how, key=kept.key_bytes if kept else secrets.token_bytes(16))
    for note in extracted.notes:
        click.echo(f"note: {note}")
    _say(found.book, record, taken, document)
    if found.ledger.broken:
        click.echo(
            f"{counted(found.ledger.broken, 'file')} can't be read, and quotes there were not looked up:"
            " see `factpress check`"
        )
    changed = changes(kept, document) if kept else Changes()
    if kept:
        _say_changes(kept, changed, taken, quotes)
    if verify and kept:
        same = not changed and kept.sha256 == document.sha256 and kept.quotes == taken.receipt.quotes
        same = same and kept.no_claim == taken.receipt.no_claim
        click.echo("verified: text and receipt agree" if same else "text and receipt differ; nothing was written")
        sys.exit(0 if same and not taken.missing else 1)
    path = Path(found.settings.facts) / "receipts" / f"{record.id}.json"
    replace({project / path: taken.receipt.text()})
    click.echo(f"wrote {path.as_posix()}")
    sys.exit(1 if taken.missing or taken.misfits else 0)


def _source(book: Book, id: str) -> Source:
    if id in book.sources:
        return book.sources[id]
    near = book.renamed.get(("source", id)) or nearest(id, book.sources)
    raise Failure(f"there is no valid source {shown(id)}" + (f"; did you mean {shown(near)}?" if near else ""))


def _data(file: Path | None) -> bytes:
    """The text's bytes, up to the limit."""
    if file is None or str(file) == "-":
        if sys.stdin.isatty():
            raise Failure("there is no text: use --file FILE, or pipe the text in")
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise Failure(f"{file}: {error.strerror or error}") from None


def _say(book: Book, source: Source, taken: Taken, document: Document) -> None:
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
    for quote, near in taken.missing.items():
        for at in _places(book, source.id, quote):
            click.echo(f"{at}: not found: {shown(quote)}")
        for line in _explained(near):
            click.echo(f"  {line}")
    for excuse in taken.misfits:
        at = source.at("no_claim", source.no_claim.index(excuse), "begins")
        click.echo(f"{at}: sentence {excuse.sentence} does not begin with {shown(excuse.begins)}")
        if excuse.sentence <= len(document.sentences):
            begins = document.sentence_tokens(excuse.sentence)[: max(4, len(tokens(excuse.begins)))]
            click.echo(f"  it begins with {shown(' '.join(begins))}")


def _beside(document: Document) -> str:
    """How many sentences are beside the article."""
    count = len(document.sentences) - document.article_sentences
    return f" and {count:,} more beside the article" if count else ""


def _explained(near: Nearest | None) -> Iterable[str]:
    """The nearest passage, and the exact differences."""
    if near is None:
        yield "no passage in the text is similar"
        return
    yield f"nearest, in sentence {near.sentence}: {_run(near.passage)}"
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


def _say_changes(kept: Receipt, changed: Changes, taken: Taken, quotes: Iterable[str]) -> None:
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
