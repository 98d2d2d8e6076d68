"""`factpress build`: checks, builds the site, and publishes it in one step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from factpress import reports
from factpress.cli.failure import Failure
from factpress.cli.project import checked, project_option
from factpress.cli.publishing import publish, recover, refuse_mount_point, workplace
from factpress.findings import Severity
from factpress.reading.disk import free_space, nearest, reason, refused, size, size_of
from factpress.reading.scratch import remove_leftovers
from factpress.site import engine
from factpress.site.configuration import configuration


@click.command()
@project_option
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("site"),
    show_default=True,
    help="Where to publish, from the project's folder.",
)
def build(project: Path, strict: bool, site_dir: Path) -> None:
    """Check the records, build the site, and publish it in one step."""
    config = configuration(project)
    target = project / site_dir
    folders = (config.settings.facts, config.settings.docs)
    if any((project / folder).resolve().is_relative_to(target.resolve()) for folder in folders):
        raise Failure(f"{target} contains the project itself; choose another folder with --site-dir")
    recover(target)
    remove_leftovers()
    found = checked(project, settings=config.settings)
    failed = found.fails(strict=strict)
    if failed or found.count(Severity.WARNING):
        click.echo(reports.text(found), err=True, nl=False)
    if failed:
        click.echo("factpress: nothing was built", err=True)
        raise SystemExit(1)
    if config.data is None:
        raise Failure(f"there is no {config.path}")
    refuse_mount_point(target)
    with _told(target), workplace(target) as folder, _told(target, folder):
        fresh = folder / "site"
        built = engine.build(config, found, strict=strict, site_dir=fresh.resolve())
        for line in built.said:
            click.echo(line, err=True)
        if not built.done:
            click.echo(f"factpress: nothing was built{_unchanged(target)}", err=True)
            raise SystemExit(2 if built.unable else 1)
        publish(fresh, target)
    click.echo(f"built {target} from {reports.summary(found).removeprefix('checked ')}")


@contextmanager
def _told(target: Path, folder: Path | None = None) -> Iterator[None]:
    """Raises what the disk refuses as a `Failure`, with what is missing beside what a folder contains by then."""
    try:
        yield
    except OSError as error:
        if refused(error) is None:
            raise
        # The site that is published is the best measure of the new one.
        missing = size_of(target) - (size_of(folder) if folder else 0)
        more = f"about {size(missing)} more" if missing > 0 else "more"
        needs = f"the site needs {more}, and {free_space(nearest(error, folder or target.parent))}"
        raise Failure(f"{reason(error, needs=needs)}; nothing was built{_unchanged(target)}") from None


def _unchanged(target: Path) -> str:
    return f"; {target} is unchanged" if target.exists() else ""
