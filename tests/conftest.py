"""What tests share: the repository, projects in folders of their own, and the day of the check."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from first_site import built

from factpress.cli.examples import lay
from factpress.pipeline import Checked, check
from factpress.records.date import parse_date

REPOSITORY = Path(__file__).parent.parent
TODAY = parse_date("2026-11-24")


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def first_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the first site, built afresh; a test reads it and changes nothing."""
    return built(REPOSITORY, tmp_path_factory.mktemp("built") / "site")


@pytest.fixture
def project(tmp_path: Path) -> Callable[[str], Checked]:
    """Lays files over the small project that rules' examples stand on, and checks it."""

    def made(files: str) -> Checked:
        return check(tmp_path, today=TODAY, base=lay(files, tmp_path))

    return made


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the first site that a test may break."""
    for name in ("facts", "docs"):
        shutil.copytree(REPOSITORY / name, tmp_path / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    return tmp_path
