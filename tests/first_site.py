"""The kinds of pages of the first site, each with the address of one, which tests and pictures go through."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml
from commands import run

from factpress.page_kinds import PAGE_KINDS

PAGES = {
    "home": "",
    "explainer": "explainers/leaving-qayyarah/",
    "guide": "guides/changes/",
    "about": "about/",
    "claim": "claims/taji-deaths/",
    "claim-with-a-table": "claims/plan-since-2019/",
    "refuted-claim": "claims/fourth-in-a-week/",
    "source": "sources/dawn-2020-03-27/",
    "article": "sources/forces-news-2020-03-26/",
    "entity": "entities/camp-taji/",
    "disputed-claims": "claims/verdict/disputed/",
    "covered-article": "coverage/forces-news-2020-03-26/",
    **{kind.name.replace("_", "-"): kind.address for kind in PAGE_KINDS.values() if kind.has_one_page},
    "nowhere": "404.html",
}


def claims(repository: Path) -> dict[str, Any]:
    """The records of the first site's claims as they are written, by id."""
    return {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in repository.glob("facts/claims/*/*.yml")}


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
