"""`factpress snapshot --all`: reads a folder of saved files, finds their sources, and writes all their receipts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from factpress.book import Book
from factpress.cli.failure import Failure
from factpress.cli.side_by_side import side_by_side
from factpress.cli.snapshot_taking import Reading, compared, reading
from factpress.cli.snapshot_words import say_missing, say_titles
from factpress.cli.writing import replace
from factpress.findings import counted, nearest, shown, spelt
from factpress.pipeline import Checked
from factpress.records.receipt import Extent
from factpress.sources.addresses import addresses_in, same_page
from factpress.sources.extract import MOST_BYTES, Extracted, ExtractionError, extract
from factpress.sources.formats import kind_of

_READ = frozenset({".html", ".htm", ".xhtml", ".mhtml", ".mht", ".webarchive", ".pdf", ".txt", ".text", ".md"})


@dataclass(frozen=True, slots=True)
class _File:
    """A saved file, the source that it is of, and its text, or why it has none."""

    path: Path
    source: str
    text: Extracted | None = None
    problem: str = ""


def snapshot_all(
    found: Checked, project: Path, folder: Path, map_file: Path | None, extent: Extent, *, replaces: bool
) -> bool:
    """Writes the receipts, prints a line a source and the quotes that were not found; whether all were."""
    book = found.book
    mapped = _mapped(map_file, book) if map_file else {}
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _READ and path.is_file())
    paths = [path for path in paths if not any(part.endswith("_files") for part in path.relative_to(folder).parts)]
    if not paths:
        raise Failure(f"{folder} has no saved pages, PDFs or texts")
    by_address: dict[str, str] = {}
    for source in book.sources.values():
        for url in (source.url, *(copy.url for copy in source.archived)):
            if url and (key := same_page(url)):
                by_address.setdefault(key, source.id)
    files = list(
        side_by_side(lambda path: _read(path, folder, book, mapped, by_address), paths, label="reading the folder")
    )
    chosen, doubled = _one_a_source(files)
    results = list(compared(book, [reading(book, book.sources[id], text, extent) for id, (_, text) in chosen.items()]))
    names = {id: path.name for id, (path, _) in chosen.items()}
    kept = {result.source.id for result in results if result.lost and not replaces}
    receipts = Path(found.settings.facts) / "receipts"
    replace({
        project / receipts / f"{result.source.id}.json": result.taken.receipt.text()
        for result in results
        if result.source.id not in kept
    })  # fmt: skip
    _say(book, results, names, kept)
    strangers = [file.path.relative_to(folder).as_posix() for file in files if not file.source]
    if strangers:
        click.echo(f"of no source, by address or name: {', '.join(map(spelt, strangers))}")
    _say_sums(book, results, kept, files)
    unread = any(file.source and file.text is None for file in files)
    return not (unread or doubled or kept) and all(each.is_whole for each in results)


def _one_a_source(files: Sequence[_File]) -> tuple[dict[str, tuple[Path, Extracted]], bool]:
    """The first text of each source, and whether there are more; prints which files are left out, and why."""
    chosen: dict[str, tuple[Path, Extracted]] = {}
    doubled = False
    for file in files:
        if file.source in chosen:
            doubled = True
            first, _ = chosen[file.source]
            click.echo(spelt(f"{file.source}: {file.path} is left out; {first} is of the same source"))
        elif file.text is not None:
            chosen[file.source] = (file.path, file.text)
        elif file.source:
            click.echo(spelt(f"{file.source}: {file.path}: {file.problem}"))
    return chosen, doubled


def _mapped(path: Path, book: Book) -> Mapping[str, str]:
    """The sources of files, by the files' names in the folder; raises `Failure`."""
    mapped = {}
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Failure(f"{path} can't be read as UTF-8 text") from None
    for number, line in enumerate(lines, 1):
        id, _, name = line.strip().replace("\t", " ", 1).partition(" ")
        if not id or id.startswith("#"):
            continue
        if id not in book.sources:
            near = nearest(id, book.sources)
            more = f"; did you mean {shown(near)}?" if near else ""
            raise Failure(f"{path}:{number}: there is no valid source {shown(id)}{more}")
        if not name.strip():
            raise Failure(f"{path}:{number}: a line is a source's id, a space and a file's name")
        mapped[name.strip()] = id
    return mapped


def _read(path: Path, folder: Path, book: Book, mapped: Mapping[str, str], by_address: Mapping[str, str]) -> _File:
    """The file's source, by the map, its name or the address in it, and its text."""
    name = path.relative_to(folder).as_posix()
    try:
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        return _File(path, mapped.get(name, path.stem), problem=str(error.strerror))
    source = mapped.get(name) or (path.stem if path.stem in book.sources else "")
    source = source or book.renamed.get(("source", path.stem), "")
    is_page = kind_of(data) == "html"
    source = source or (_by_address(addresses_in(data), by_address) if is_page else "")
    if not source and not is_page:
        return _File(path, "")
    try:
        text = extract(data)
    except ExtractionError as error:
        return _File(path, source, problem=str(error))
    # What only the whole page tells: its data for search engines, or the file that a browser saved it in.
    source = source or _by_address(text.addresses, by_address)
    return _File(path, source, text if source else None)


def _by_address(addresses: Iterable[str], by_address: Mapping[str, str]) -> str:
    return next((by_address[key] for address in addresses if (key := same_page(address)) in by_address), "")


def _say(book: Book, results: Sequence[Reading], names: Mapping[str, str], kept: set[str]) -> None:
    width = max((len(each.source.id) for each in results), default=0)
    for each in results:
        numbers = f"{len(each.taken.found):>4} found {len(each.taken.missing):>4} not"
        state = "  kept as it was: this text loses quotes that it had (--replace to insist)" * (each.source.id in kept)
        click.echo(spelt(f"{each.source.id:<{width}}{numbers}  {names[each.source.id]}{state}"))
        for note in each.text.notes:
            click.echo(f"  note: {note}")
        say_titles(each.source, each.document, each.text.titles)
    for each in results:
        say_missing(book, each.source, each.taken, each.document)


def _say_sums(book: Book, results: Sequence[Reading], kept: set[str], files: Sequence[_File]) -> None:
    found = sum(len(each.taken.found) for each in results)
    missing = sum(len(each.taken.missing) for each in results)
    click.echo(
        f"{counted(len(files), 'file')}: {counted(len(results) - len(kept), 'receipt')} written, {len(kept)} kept as "
        f"they were; {counted(found, 'quote')} found, {missing} not"
    )
    read = {each.source.id for each in results}
    waiting = [id for id in book.sources if id not in read and id not in book.receipts and any(book.quotes_of(id))]
    if waiting:
        click.echo(f"quoted sources without file and receipt: {', '.join(waiting)}")
