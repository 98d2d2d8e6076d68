"""What tests share: the repository, projects in folders of their own, and the day of the check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from first_site import built, lay_copy
from hypothesis import HealthCheck, settings

from factpress.cli.examples import lay
from factpress.cli.main import group
from factpress.pipeline import Checked, check
from factpress.records.date import parse_date
from factpress.site import configuration

# A test's time says nothing on a machine that does other work besides.
settings.register_profile("factpress", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("factpress")
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
        base = lay(files, tmp_path)
        return check(tmp_path, today=TODAY, settings=configuration.settings(tmp_path), base=base)

    return made


@pytest.fixture(scope="session")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site as `factpress init` makes it, two claims and an explainer; a test reads it and changes nothing."""
    folder = tmp_path_factory.mktemp("new") / "site"
    done = CliRunner().invoke(group, ["init", str(folder), "--name", "Harbour facts"])
    assert done.exit_code == 0, done.output
    return folder


@pytest.fixture
def small(new_site: Path, tmp_path: Path) -> Path:
    """A copy of a new site that a test may break; it is built in a fraction of the time."""
    return lay_copy(new_site, tmp_path)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the first site that a test may break."""
    return lay_copy(REPOSITORY, tmp_path)
