"""What tests share: the repository, projects in folders of their own, and the day of the check."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from commands import prepare_once, run_mkdocs
from extremes import write as write_extreme
from first_site import built, lay_copy
from hypothesis import HealthCheck, settings
from once import once

from factpress.cli.examples import lay
from factpress.cli.main import group
from factpress.pipeline import Checked, check
from factpress.records.date import parse_date
from factpress.site import configuration

# How often a property is tried that has no number of its own; `make audit` tries it ten times as often. A test's time
# says nothing on a machine that does other work besides.
FEW = 50
settings.register_profile("few", max_examples=FEW, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("many", settings.get_profile("few"), max_examples=10 * FEW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "few"))
REPOSITORY = Path(__file__).parent.parent
TODAY = parse_date("2026-11-24")


def pytest_xdist_auto_num_workers() -> int:
    """Two processes for each core: browsers, servers and previews let a test wait."""
    return 2 * (os.cpu_count() or 1)


def pytest_configure(config: pytest.Config) -> None:
    """Each process collects from another module on, and finds what the others have compiled when it gets there."""
    if config.args_source is pytest.Config.ArgsSource.TESTPATHS and (worker := os.environ.get("PYTEST_XDIST_WORKER")):
        modules = sorted(map(str, (REPOSITORY / "tests").rglob("test_*.py")))
        at = len(modules) * int(worker.removeprefix("gw")) // int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
        config.args = modules[at:] + modules[:at]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All processes have the tests in one order."""
    items.sort(key=lambda item: item.path)


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: nothing looks through it for garbage again and again."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session", autouse=True)
def prepared() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        prepare_once(patch)
        yield


@pytest.fixture(scope="session")
def first_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the first site, built once a run; a test reads it and changes nothing."""
    return once(tmp_path_factory, "first-site", lambda folder: built(REPOSITORY, folder / "site")) / "site"


# The claim whose first piece of evidence a withdrawn one repeats.
CITED = "facts/claims/attacks/taji-attack-march-11.yml"
RENEWED = {
    "facts/claims/attacks/taken-back.yml": """
claim: "A tower fell."
evidence:
  - source: {source}
    quote: "{quote}"
withdrawn: {date: 2026-11-20, why: "It was another <b>town</b>."}
""",
    "facts/entities/old-pier.yml": """
name: Old Pier
type: Place
withdrawn: {date: 2026-11-20, why: "It never was."}
""",
    "docs/guides/table.md": "# A table\n\n| town | toll |\n|:----:|-----:|\n| Taji | 3    |\n",
    "docs/plain.html": '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plain</title></head>'
    "<body>x</body></html>",
}


@pytest.fixture(scope="session")
def renewed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first site with a former id, withdrawn records, a page with an aligned table, and a document put in whole."""

    def make(folder: Path) -> None:
        lay_copy(REPOSITORY, folder)
        with (folder / "facts/entities/camp-taji.yml").open("a", encoding="utf-8") as entity:
            entity.write("formerly: [taji-camp]\n")
        cited = yaml.safe_load((folder / CITED).read_text("utf-8"))["evidence"][0]
        for path, text in RENEWED.items():
            quote = cited["quote"].replace('"', '\\"')
            (folder / path).write_text(text.replace("{source}", cited["source"]).replace("{quote}", quote), "utf-8")
        config = folder / "mkdocs.yml"
        named = config.read_text("utf-8").replace("- factpress", "- factpress: {active_files: [plain.html]}")
        config.write_text(named, "utf-8")
        built(folder, folder / "site")

    return once(tmp_path_factory, "renewed", make) / "site"


@pytest.fixture(scope="session")
def site_without_folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first site with a file, not a folder, for each page, built by MkDocs without an index of words."""

    def make(folder: Path) -> None:
        config = lay_copy(REPOSITORY, folder) / "mkdocs.yml"
        text = config.read_text("utf-8").replace("  - search\n", "")
        config.write_text(text + "use_directory_urls: false\n", "utf-8")
        done = run_mkdocs("build", "--strict", cwd=folder)
        assert done.returncode == 0, done.stderr

    return once(tmp_path_factory, "without-folders", make) / "site"


@pytest.fixture(scope="session")
def extreme_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of a built site at the edges of what a site may hold, by its name; nothing of it is changed."""

    def made(name: str) -> Path:
        def make(folder: Path) -> None:
            write_extreme(folder, name)
            built(folder, folder / "site", strict=False)

        return once(tmp_path_factory, name, make) / "site"

    return made


@pytest.fixture
def project(tmp_path: Path) -> Callable[[str], Checked]:
    """Lays files over the small project that rules' examples stand on, and checks it."""

    def made(files: str) -> Checked:
        base = lay(files, tmp_path)
        return check(tmp_path, today=TODAY, settings=configuration.configuration(tmp_path).settings, base=base)

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
    """A copy of a new site that a test may break; it is built in a fraction of the time, without an index of words."""
    lay_copy(new_site, tmp_path)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("  - search\n", ""), "utf-8")
    return tmp_path


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the first site that a test may break."""
    return lay_copy(REPOSITORY, tmp_path)
