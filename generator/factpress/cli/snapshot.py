"""`factpress snapshot`: reads a source's text, finds the quotes that records cite from it, and writes its receipt."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from factpress.book import Book
from factpress.cli.failure import Failure
from factpress.cli.project import checked, project_option
from factpress.cli.snapshot_taking import Reading, compared, reading
from factpress.cli.snapshot_words import say, say_changes, say_sentences, say_titles
from factpress.cli.writing import replace
from factpress.findings import counted, nearest, shown
from factpress.pipeline import Checked
from factpress.records.receipt import Extent, Receipt
from factpress.records.source import Source
from factpress.sources.extract import MOST_BYTES, ExtractionError, extract
from factpress.sources.formats import Kind
from factpress.sources.snapshot import changes


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
    read = _read(found.book, _source(found.book, source), file, kind, extent)
    if verify and read.kept is None:
        raise Failure(f"{shown(read.source.id)} has no valid receipt to verify")
    for note in read.text.notes:
        click.echo(f"note: {note}")
    say_titles(read.source, read.document, read.text.titles)
    if shows:
        say_sentences(read.document, read.taken)
        return
    _say(found, read)
    is_right = _verified(read, read.kept) if verify and read.kept else _written(found, project, read, replaces)
    sys.exit(0 if is_right else 1)


def _read(book: Book, source: Source, file: Path | None, kind: Kind | None, extent: Extent) -> Reading:
    """The source's text and its new receipt; raises `Failure`."""
    name = file or "standard input"
    try:
        text = extract(_data(file), kind=kind)
    except ExtractionError as error:
        raise Failure(f"{name}: {error}") from None
    (read,) = compared(book, [reading(book, source, text, extent)])
    if not read.document.words:
        raise Failure(f"{name}: it contains no words")
    return read


def _say(found: Checked, read: Reading) -> None:
    """Prints what was found in the text, and how it differs from the one that was read before."""
    say(found.book, read.source, read.taken, read.document)
    if found.ledger.broken:
        click.echo(
            f"{counted(found.ledger.broken, 'file')} can't be read, and quotes there were not looked up:"
            " see `factpress check`"
        )
    if read.kept:
        quotes = dict.fromkeys(proof.quote for _, proof in found.book.quotes_of(read.source.id))
        say_changes(read.kept, changes(read.kept, read.document), read.taken, quotes)


def _verified(read: Reading, kept: Receipt) -> bool:
    """Whether text and receipt agree, which it prints, and every quote was found."""
    now = read.taken.receipt
    same = not changes(kept, read.document) and kept.sha256 == read.document.sha256
    same = same and _quotes(kept) == _quotes(now) and kept.no_claim == now.no_claim
    click.echo("verified: text and receipt agree" if same else "text and receipt differ; nothing was written")
    return same and not read.taken.missing


def _written(found: Checked, project: Path, read: Reading, replaces: bool) -> bool:
    """Writes the receipt unless it loses quotes; whether everything was found."""
    path = Path(found.settings.facts) / "receipts" / f"{read.source.id}.json"
    if read.lost and not replaces:
        click.echo(
            f"kept {path.as_posix()} as it was: {_lost_words(read.lost)} in it and not in this text; if this is the "
            "right text all the same, use --replace"
        )
        return False
    replace({project / path: read.taken.receipt.text()})
    click.echo(f"wrote {path.as_posix()}")
    return read.is_whole


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


def _quotes(receipt: Receipt) -> list[tuple[int, int, str, int, str]]:
    """What receipts of every format say of their quotes."""
    return [(each.position, each.sentence, each.kind, each.occurrences, each.hash) for each in receipt.quotes]


def _lost_words(lost: Sequence[str]) -> str:
    return f"{counted(len(lost), 'quote')} that records cite {'is' if len(lost) == 1 else 'are'}"
