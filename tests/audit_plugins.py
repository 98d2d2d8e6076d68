"""Builds a new site with each plugin in the guide for adopters: `.venv-plugins/bin/python tests/audit_plugins.py`.

Each is tried before and after factpress, with both commands, and without what it needs: 0 must be bad.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from plugin_table import Row, lay, rows

COMMANDS = {"factpress": ("build", "--strict"), "mkdocs": ("build", "--strict")}
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
_GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
# A day on which no site is built, so that a wrong date can be told from a right one.
_DAY = "2020-05-04T12:00:00+0000"
_SAID = "May 4, 2020"


def main() -> int:
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        new = Path(folder) / "new"
        run("factpress", "init", str(new), "--name", "Harbour facts", cwd=Path(folder))
        for row in rows():
            faults = list(faults_of(row, new, Path(folder) / "site"))
            bad += len(faults)
            print(f"{row.name:30} {'works' if row.works else 'refused':8} {len(faults)} bad")
            for fault in faults:
                print(f"  {fault}")
    print(f"{bad} bad")
    return 1 if bad else 0


def faults_of(row: Row, new: Path, site: Path) -> Iterator[str]:
    """What the guide says of a plugin and is not so."""
    for before in (True, False):
        for command, arguments in COMMANDS.items():
            for as_needed in (True, False) if row.needs else (True,):
                fresh(row, new, site, before=before, as_needed=as_needed)
                done = run(command, *arguments, cwd=site)
                where = f"{'before' if before else 'after'} factpress, {command}{'' if as_needed else ', as it comes'}"
                if (done.returncode == 0) != (row.works and as_needed):
                    yield f"{where}: exit status {done.returncode}\n{done.stdout}{done.stderr}"
                elif not row.works and not ("F620" in done.stderr and f"`{row.name}`" in done.stderr):
                    yield f"{where}: the reason is missing\n{done.stderr}"
                elif row.name == "git-revision-date-localized":
                    yield from wrong_dates(site, where)


def fresh(row: Row, new: Path, site: Path, *, before: bool, as_needed: bool) -> None:
    """A new site, committed, with the plugin."""
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(new, site)
    lay(row, site, before=before, as_needed=as_needed)
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "New")):
        dates = {"GIT_AUTHOR_DATE": _DAY, "GIT_COMMITTER_DATE": _DAY}
        subprocess.run([*_GIT, *words], cwd=site, check=True, env={**os.environ, **dates})


def wrong_dates(site: Path, where: str) -> Iterator[str]:
    """The pages that have another date than the commit, or none."""
    for page in ("claims/three-layers", "claims", "method", "explainers/use-of-factpress"):
        if _SAID not in (site / "site" / page / "index.html").read_text("utf-8"):
            yield f"{where}: {page} does not say {_SAID}"


def run(command: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A command of this environment."""
    done = [sys.executable, "-m", command, *arguments]
    return subprocess.run(done, cwd=cwd, capture_output=True, text=True, timeout=300, env={**os.environ, **_QUIET})


if __name__ == "__main__":
    sys.exit(main())
