"""`factpress why`: a claim's evidence, or a source's sentences with the claims that rest on each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from factpress.book import Book
from factpress.cli.failure import Failure
from factpress.cli.project import checked, project_option
from factpress.cli.why_claim import claim_lines
from factpress.evidence.coverage import Sentence
from factpress.exports.chain import claim_data, source_data
from factpress.findings import nearest, shown, spelt
from factpress.records.receipt import QuoteEntry, Receipt
from factpress.records.source import Source


@click.command()
@click.argument("id")
@click.option(
    "--format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
@project_option
def why(id: str, format: str, **options: Any) -> None:
    """Print a claim's evidence, or a source's quotes and its numbered sentences with their claims."""
    book = checked(options["project"]).book
    claim = book.claims.get(book.renamed.get(("claim", id), id))
    source = book.sources.get(book.renamed.get(("source", id), id))
    if claim is not None:
        data, lines = claim_data(book, claim), claim_lines(book, claim)
    elif source is not None:
        data, lines = source_data(book, source), _lines(book, source)
    else:
        near = nearest(id, [*book.claims, *book.sources])
        raise Failure(
            f"there is no valid claim or source {shown(id)}" + (f"; did you mean {shown(near)}?" if near else "")
        )
    for line in [json.dumps(data, ensure_ascii=False, indent=2)] if format == "json" else lines:
        click.echo(line)


def _lines(book: Book, source: Source) -> Iterator[str]:
    yield spelt(f"{source.id}: {source.title or 'no title'}")
    receipt = book.receipts.get(source.id)
    yield _reading(receipt, stale=source.id in book.stale_receipts)
    budget = book.budget(source)
    allowed = "no limit" if budget.allowed is None else f"at most {budget.allowed}"
    yield f"words quoted over the whole site: {budget.used}, {allowed}"
    quotes = book.quotes_of(source.id)
    if quotes:
        yield f"quotes: {len(quotes)}, read: {sum(proof.is_read for _, proof in quotes)}"
        for (claim, part, _), proof in quotes:
            entry = proof.entry
            where = f"{_sentence(entry)}, {entry.kind}" if entry else proof.state
            use = "as the article's words" if part == "appears_in" else "as evidence"
            yield f"  {shown(proof.quote, limit=400)} ({where}), in {claim} {use}"
    sentences = book.coverage(source)
    if sentences:
        yield f"sentences: {len(sentences)}, in claims: {sum(sentence.is_covered for sentence in sentences)}"
        for sentence in sentences:
            yield f"  {sentence.number:>4} ({sentence.length} tokens): {_about(sentence, book.is_article(source.id))}"


def _sentence(entry: QuoteEntry) -> str:
    return f"sentence {entry.sentence}" + (", beside the article" if entry.beside else "")


def _reading(receipt: Receipt | None, *, stale: bool) -> str:
    if receipt is None:
        return "not read: there is no valid receipt"
    what = "in full" if receipt.extent == "full" else "in part"
    where = "at its address" if receipt.read_from == "url" else "from a saved copy, not compared with its address"
    words = f"read {what} on {receipt.read_at} {where}: {receipt.words:,} words"
    return words + ("; its text comparison has another version, so quotes can't be looked up in it" if stale else "")


def _about(sentence: Sentence, is_article: bool) -> str:
    if sentence.claims:
        return ", ".join(sentence.claims)
    if sentence.excuse:
        return spelt(f"no claim: {sentence.excuse.why}")
    return "not covered" if is_article else "-"
