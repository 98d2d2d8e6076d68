"""`factpress build`: checks, builds the site, and publishes it atomically."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import click

from factpress import addresses, reports
from factpress.cli.failure import Failure
from factpress.cli.project import checked, project_option
from factpress.findings import Severity
from factpress.site import engine
from factpress.site.configuration import configuration

_ELSEWHERE = "choose another folder with --site-dir"


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
    found = checked(project, settings=config.settings)
    failed = found.fails(strict=strict)
    if failed or found.count(Severity.WARNING):
        click.echo(reports.text(found), err=True, nl=False)
    if failed:
        click.echo("factpress: nothing was built", err=True)
        raise SystemExit(1)
    if config.data is None:
        raise Failure(f"there is no {config.path}")
    target = project / site_dir
    folders = (found.settings.facts, found.settings.docs)
    if any((project / folder).resolve().is_relative_to(target.resolve()) for folder in folders):
        raise Failure(f"{target} contains the project itself; {_ELSEWHERE}")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f"{target.name}.new-", dir=target.parent) as folder:
        fresh = Path(folder) / "site"
        built = engine.build(config, found, strict=strict, site_dir=fresh.resolve())
        for line in built.said:
            click.echo(line, err=True)
        if not built.done:
            unchanged = f"; {target} is unchanged" if target.exists() else ""
            click.echo(f"factpress: nothing was built{unchanged}", err=True)
            raise SystemExit(2 if built.unable else 1)
        publish(fresh, target, Path(folder) / "old")
    click.echo(f"built {target} from {reports.summary(found).removeprefix('checked ')}")


def publish(fresh: Path, target: Path, old: Path) -> None:
    """Replaces the published site with a new one; the old one is removed with the temporary folder."""
    fresh.chmod(0o755)
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise Failure(f"{target} is not a folder")
    if target.exists():
        there = {path.name for path in target.iterdir()}
        lost = sorted(there - {path.name for path in fresh.iterdir()})
        if there and not (target / addresses.STYLESHEET).is_file():
            raise Failure(f"{target} contains something that factpress did not build; {_ELSEWHERE}")
        if any(name.startswith(".") or name == "CNAME" for name in lost):
            raise Failure(f"{target} contains {lost[0]}, which a build would remove; {_ELSEWHERE}")
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            shutil.move(old, target)
        raise
