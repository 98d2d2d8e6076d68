"""`factpress init`: writes a new site that checks and builds, with examples about factpress itself."""

from __future__ import annotations

import secrets
import sys
from importlib.metadata import distribution
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from factpress import __version__, reports
from factpress.cli.answers import asked
from factpress.cli.drafts import quoted, tidied, wrong_with
from factpress.cli.export import write_schemas
from factpress.cli.failure import Failure
from factpress.cli.project import checked
from factpress.cli.writing import all_or_nothing, replace
from factpress.evidence.document import read_document
from factpress.evidence.receipts import How
from factpress.records.receipt import Extent
from factpress.records.unreadable import Unreadable
from factpress.site.clock import today
from factpress.sources.snapshot import take

# Names in the package that packaging tools and version control ignore.
_RENAMED = {"gitattributes": ".gitattributes", "gitignore": ".gitignore", "github": ".github"}


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="The site's name.")
@click.option("--ask", is_flag=True, help="Ask for the name, even if standard input is not a terminal.")
def init(folder: Path, name: str | None, ask: bool) -> None:
    """Write a new site into DIR, an empty or a new folder."""
    _refuse_what_is_there(folder)
    if name is None and (ask or sys.stdin.isatty()):
        click.echo("name: The site's name.")
        name = asked(_wrong)
    if name is None:
        raise Failure("missing: --name; give the option, or answer questions with --ask")
    wrong = _wrong(name)
    if wrong:
        raise Failure(f"--name: {wrong.message}; {wrong.help}")
    words = {"@VERSION@": __version__, "@NAME@": quoted(tidied(name))}
    try:
        with all_or_nothing(folder):
            _lay(files("factpress.cli") / "starter", folder, words)
            write_schemas(folder / "docs/schemas")
            _read_the_examples(folder)
    except OSError as error:
        raise Failure(f"{error.filename or folder} could not be written: {error.strerror}") from None
    click.echo(f"wrote a site into {folder}\n{reports.summary(checked(folder))}")
    click.echo(
        "next: " + ("" if folder == Path() else f"`cd {folder}`, then ") + "`factpress serve`; see README.md for more"
    )


def _refuse_what_is_there(folder: Path) -> None:
    """Raises `Failure` if the folder contains anything but hidden entries and virtual environments."""
    if not folder.exists():
        return
    ours = set(_RENAMED.values())
    for entry in sorted(folder.iterdir()):
        is_aside = (entry.name.startswith(".") and entry.name not in ours) or (entry / "pyvenv.cfg").is_file()
        if not is_aside:
            raise Failure(f"{entry} is in the way; name an empty or a new folder")


def _read_the_examples(folder: Path) -> None:
    """Writes receipts for the examples' sources, from the texts that this version of the package ships."""
    package = distribution("factpress")
    readme = str(package.metadata.get_payload())  # type: ignore[attr-defined] # a message, by its documentation
    section = readme.partition("\n## Licence\n")[2].partition("\n## ")[0]
    texts: dict[str, tuple[Extent, str]] = {
        "factpress-licence": ("full", package.read_text("licenses/LICENSE") or ""),
        "factpress-readme": ("excerpt", section),
    }
    book = checked(folder).book
    for id, (extent, text) in texts.items():
        quotes = [proof.quote for _, proof in book.quotes_of(id)]
        how = How(extent, "file", today().canonical, "text")
        taken = take(book.sources[id], quotes, read_document(text), how=how, key=secrets.token_bytes(16))
        replace({folder / "facts" / "receipts" / f"{id}.json": taken.receipt.text()})


def _wrong(name: str) -> Unreadable | None:
    found = wrong_with(Path(), "site", {"name": tidied(name)})
    return Unreadable(found[0].message, help=found[0].help) if found else None


def _lay(what: Traversable, folder: Path, words: dict[str, str]) -> None:
    """Copies a folder of the package, with its placeholders filled in."""
    folder.mkdir(parents=True, exist_ok=True)
    for entry in sorted(what.iterdir(), key=lambda entry: entry.name):
        target = folder / _RENAMED.get(entry.name, entry.name)
        if entry.is_dir():
            _lay(entry, target, words)
            continue
        text = entry.read_text("utf-8")
        for mark, word in words.items():
            text = text.replace(mark, word)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
