"""The kinds of pages of the first site, each with the address of one, which tests and pictures go through."""

from __future__ import annotations

import shutil
from pathlib import Path

from commands import run

PAGES = {
    "home": "",
    "explainer": "explainers/leaving-qayyarah/",
    "guide": "guides/changes/",
    "contribute": "contribute/",
    "claims": "claims/",
    "claim": "claims/taji-deaths/",
    "claim-with-a-table": "claims/iraqi-toll/",
    "refuted-claim": "claims/fourth-in-a-week/",
    "sources": "sources/",
    "source": "sources/dawn-2020-03-27/",
    "article": "sources/forces-news-2020-03-26/",
    "entities": "entities/",
    "entity": "entities/camp-taji/",
    "disputed-claims": "claims/verdict/disputed/",
    "coverage": "coverage/",
    "covered-article": "coverage/forces-news-2020-03-26/",
    "open-questions": "open-questions/",
    "corrections": "corrections/",
    "about": "about/",
    "method": "method/",
    "records": "records/",
    "rules": "rules/",
    "nowhere": "404.html",
}


def lay_copy(repository: Path, folder: Path) -> Path:
    """Copies what makes a site, without its history, into a folder, and gives that back."""
    for name in ("facts", "docs"):
        shutil.copytree(repository / name, folder / name)
    shutil.copy(repository / "mkdocs.yml", folder)
    return folder


def built(project: Path, site: Path, *, strict: bool = True) -> Path:
    """The site of a project, built by the command in this process."""
    more = ["--strict"] if strict else []
    done = run("build", *more, "--project", str(project), "--site-dir", str(site), cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    return site
