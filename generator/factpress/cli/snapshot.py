"""`factpress snapshot`: reads a source's text, finds the quotes that records cite from it, and writes its receipt."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from factpress.book import Book
from factpress.cli.failure import Failure
from factpress.cli.project import checked, project_option
from factpress.cli.snapshot_words import say, say_changes, say_sentences, say_titles
from factpress.cli.writing import replace
from factpress.evidence.document import read_document
from factpress.evidence.receipts import How, look_up
from factpress.findings import counted, nearest, shown
from factpress.records.receipt import Extent, Receipt
from factpress.records.source import Source
from factpress.site.clock import today
from factpress.sources.copies import Other
from factpress.sources.extract import MOST_BYTES, ExtractionError, extract
from factpress.sources.formats import Kind
from factpress.sources.snapshot import Changes, changes, take


@click.command()
@click.argument("source", required=False)
@click.option(
    "--all",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Read every saved file of a folder; its source is the one with the page's address, or the file's name as id.",
)
@click.option(
    "--map",
    "map_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="With --all: a text file that has a source's id and its file's name on each line, for files that say neither.",
)
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
@click.option("--show", "shows", is_flag=True, help="Print the text's numbered sentences as read; write nothing.")
@click.option("--replace", "replaces", is_flag=True, help="Write the receipt even if it loses quotes that it had.")
@project_option
def snapshot(
    source: str | None,
    folder: Path | None,
    map_file: Path | None,
    file: Path | None,
    extent: Extent,
    kind: Kind | None,
    verify: bool,
    shows: bool,
    replaces: bool,
    project: Path,
) -> None:
    """Read the text of SOURCE and write the receipt of the quotes that records cite from it.

    With --all DIR, do so for every saved file in a folder, and print a line for each source.

    The text is never kept. Exit status: 0 if every quote was found, 1 if one was not, or if --verify finds
    that text and receipt differ. A receipt that has quotes which are still cited and are not in this text is
    not replaced without --replace.
    """
    if (source is None) == (folder is None):
        raise click.UsageError("give either a source's id or --all DIR")
    if folder is None and map_file:
        raise click.UsageError("--map belongs to --all")
    if folder and (file or kind or verify or shows):
        raise click.UsageError("--all takes no --file, --as, --verify or --show")
    found = checked(project)
    if source is None:
        from factpress.cli.snapshot_all import snapshot_all

        sys.exit(0 if snapshot_all(found, project, Path(str(folder)), map_file, extent, replaces=replaces) else 1)
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
    key = kept.key_bytes if kept else secrets.token_bytes(16)
    not_said = dict.fromkeys(words for _, _, words in found.book.not_said_by(record.id))
    taken = take(record, quotes, document, how=how, key=key, not_said=not_said, others=_others(found.book, record.id))
    for note in extracted.notes:
        click.echo(f"note: {note}")
    say_titles(record, document, extracted.titles)
    if shows:
        say_sentences(document, taken)
        return
    say(found.book, record, taken, document)
    if found.ledger.broken:
        click.echo(
            f"{counted(found.ledger.broken, 'file')} can't be read, and quotes there were not looked up:"
            " see `factpress check`"
        )
    changed = changes(kept, document) if kept else Changes()
    if kept:
        say_changes(kept, changed, taken, quotes)
    if verify and kept:
        same = not changed and kept.sha256 == document.sha256 and _quotes(kept) == _quotes(taken.receipt)
        same = same and kept.no_claim == taken.receipt.no_claim
        click.echo("verified: text and receipt agree" if same else "text and receipt differ; nothing was written")
        sys.exit(0 if same and not taken.missing else 1)
    lost = [quote for quote in taken.missing if kept and look_up(kept, quote)]
    path = Path(found.settings.facts) / "receipts" / f"{record.id}.json"
    if lost and not replaces:
        click.echo(
            f"kept {path.as_posix()} as it was: {_lost_words(lost)} in it and not in this text; if this is the right "
            "text all the same, use --replace"
        )
        sys.exit(1)
    replace({project / path: taken.receipt.text()})
    click.echo(f"wrote {path.as_posix()}")
    sys.exit(1 if taken.missing or taken.misfits or taken.said else 0)


def _source(book: Book, id: str) -> Source:
    if id in book.sources:
        return book.sources[id]
    near = book.renamed.get(("source", id)) or nearest(id, book.sources)
    raise Failure(f"there is no valid source {shown(id)}" + (f"; did you mean {shown(near)}?" if near else ""))


def _others(book: Book, id: str) -> Iterator[Other]:
    """Every other source with a sound receipt, and what is quoted of it."""
    for other, receipt in book.receipts.items():
        if other != id and other in book.sources and other not in book.stale_receipts:
            quotes = dict.fromkeys(proof.quote for _, proof in book.quotes_of(other) if proof.is_read)
            yield Other(receipt, tuple(quotes))


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


def _quotes(receipt: Receipt) -> list[tuple[int, int, str, int, str]]:
    """What receipts of every format say of their quotes."""
    return [(each.position, each.sentence, each.kind, each.occurrences, each.hash) for each in receipt.quotes]


def _lost_words(lost: Sequence[str]) -> str:
    return f"{counted(len(lost), 'quote')} that records cite {'is' if len(lost) == 1 else 'are'}"
