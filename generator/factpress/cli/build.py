"""`factpress build`: check, then the site, published whole or not at all."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from factpress import addresses, reports
from factpress.cli.project import Failure, checked, project_option
from factpress.site.machine import environment

_OURS = re.compile(r"INFO\s+-\s+factpress: ")


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
    """Check the records, then build the site and publish it by one rename."""
    found = checked(project)
    if found.fails(strict=strict):
        click.echo(reports.text(found), err=True, nl=False)
        click.echo("factpress: nothing was built", err=True)
        raise SystemExit(1)
    config = project / "mkdocs.yml"
    if not config.is_file():
        raise Failure(f"there is no {config}")
    target = project / site_dir
    if any((project / part).resolve().is_relative_to(target.resolve()) for part in ("facts", "docs")):
        raise Failure(f"{target} holds the project itself; name another folder with --site-dir")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f"{target.name}.new-", dir=target.parent) as folder:
        fresh = Path(folder) / "site"
        engine = [sys.executable, "-m", "mkdocs", "build", *(["--strict"] if strict else [])]
        command = [*engine, "--config-file", str(config), "--site-dir", str(fresh.resolve())]
        run = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)  # noqa: S603
        # The engine counts its own warnings only where it may say them, so it says all and we pass on what matters.
        said = "\n".join(passed_on(run.stderr))
        if said:
            click.echo(said, err=True)
        if run.returncode or not (fresh / "index.html").is_file():
            click.echo(f"factpress: nothing was built; {target} is as it was", err=True)
            raise SystemExit(2 if "Traceback" in run.stderr else 1)
        publish(fresh, target, Path(folder) / "old")
    click.echo(f"built {target} from {reports.summary(found).removeprefix('checked ')}")


def passed_on(said: str) -> Iterator[str]:
    """The engine's warnings and errors, with the lines that go on with them, and whatever we say ourselves in it."""
    telling = True
    for line in said.splitlines():
        level = re.match(r"(DEBUG|INFO|WARNING|ERROR|CRITICAL)\b", line)
        telling = level[1] not in {"DEBUG", "INFO"} or bool(_OURS.match(line)) if level else telling
        if telling and line.strip():
            yield _OURS.sub("factpress: ", line)


def publish(fresh: Path, target: Path, old: Path) -> None:
    """Puts a built site where the published one stands; what stood there goes with the temporary folder."""
    fresh.chmod(0o755)
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise Failure(f"{target} is no folder")
    if target.exists():
        there = {path.name for path in target.iterdir()}
        lost = sorted(there - {path.name for path in fresh.iterdir()})
        if there and not (target / addresses.STYLESHEET).is_file():
            raise Failure(f"{target} holds something that is no site of ours; name another folder with --site-dir")
        if any(name.startswith(".") or name == "CNAME" for name in lost):
            raise Failure(f"{target} holds {lost[0]}, which a build would remove; name another folder with --site-dir")
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            shutil.move(old, target)
        raise
