"""`factpress init`: from an empty folder to a site with an own claim, by what is printed alone."""

from __future__ import annotations

import importlib.metadata
import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from commands import run

from factpress import __version__
from factpress.cli.main import group
from factpress.exports.schemas import schemas
from factpress.pipeline import check
from factpress.site.clock import today


def invoke(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(group, list(arguments), input=typed)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "a-site"
    done = invoke("init", str(folder), "--name", 'The "Harbour", checked: part 1 # now')
    assert done.exit_code == 0, done.output
    return folder


def test_a_new_site_is_clean_at_once(site: Path) -> None:
    found = check(site, today=today())
    assert {finding.name for finding in found.findings} == {"never-confirmed"}
    assert all(proof.is_read for proof in found.book.proofs.values())
    assert (len(found.book.claims), found.ledger.unaccounted) == (2, 0)
    done = run("check", "--strict", cwd=site)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_new_site_builds_at_once_and_its_explainer_leads_to_the_claims(site: Path) -> None:
    done = run("build", "--strict", cwd=site)
    assert done.returncode == 0, done.stderr
    page = (site / "site/explainers/use-of-factpress/index.html").read_text("utf-8")
    for id in ("three-layers", "quotes-excluded"):
        assert f'href="../../claims/{id}/"' in page
        assert (site / f"site/claims/{id}/index.html").is_file()
    assert "claim:" not in re.sub(r"<[^>]+>", "", page)


def test_no_example_says_another_figure_than_its_sources(site: Path) -> None:
    told = run("why", "three-layers", cwd=site).stdout
    assert "agrees, found in `three`" in told and "the article; silent" in told and "differs" not in told
    assert run("build", cwd=site).returncode == 0
    # The method page and the reference explain every word that a page may have.
    pages = [page for name in ("claims", "sources", "explainers") for page in (site / "site" / name).rglob("*.html")]
    assert len(pages) >= 10 and not [page for page in pages if "differs" in page.read_text("utf-8")]


def test_the_name_is_kept_whatever_it_holds(site: Path) -> None:
    book = check(site, today=today()).book
    assert book.site and book.site.name == 'The "Harbour", checked: part 1 # now'
    assert yaml.safe_load((site / "mkdocs.yml").read_text("utf-8"))["site_name"] == book.site.name
    assert not [path for path in site.rglob("*") if path.is_file() and re.search("@[A-Z]+@", path.read_text("utf-8"))]


def words(text: str) -> str:
    return " ".join(text.split())


def test_nothing_in_the_examples_is_invented(site: Path, repository: Path) -> None:
    texts = {
        "factpress-licence": words((repository / "LICENSE").read_text("utf-8")),
        "factpress-readme": words((repository / "README.md").read_text("utf-8")),
    }
    quotes = [
        (piece.source, piece.quote)
        for claim in check(site, today=today()).book.claims.values()
        for piece in (*claim.appears_in, *claim.evidence)
    ]
    assert {source for source, _ in quotes} == set(texts)
    for source, quote in quotes:
        assert len(quote.split()) >= 5
        assert quote in texts[source]
    sources = check(site, today=today()).book.sources.values()
    assert all(__version__ in (source.container_title or "") and source.url is None for source in sources)


def test_the_package_ships_what_the_examples_quote() -> None:
    package = importlib.metadata.distribution("factpress")
    licence = next(file for file in package.files or () if file.name == "LICENSE")
    assert "licensed in three layers" in licence.read_text()
    assert "excluded from these licences" in words(str(package.metadata.get_payload()))


def test_the_frame_is_ours(site: Path, repository: Path) -> None:
    ours, theirs = (yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8")) for folder in (repository, site))
    assert theirs["theme"] == ours["theme"] and theirs["theme"]["font"] is False
    assert (theirs["plugins"], theirs["validation"]) == (["search", "factpress"], ours["validation"])


def test_the_editor_finds_the_schemas(site: Path) -> None:
    assert {path.name: path.read_text("utf-8") for path in (site / "docs/schemas").iterdir()} == schemas()
    for path in (site / "facts").rglob("*.yml"):
        found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))
        assert found and (path.parent / found[1]).resolve().is_relative_to(site.resolve() / "docs/schemas")
        assert (path.parent / found[1]).is_file()


def test_the_readme_begins_with_two_commands(site: Path) -> None:
    lines = (site / "README.md").read_text("utf-8").splitlines()
    assert [line.split("#")[0].split() for line in lines[1:3]] == [
        ["pip", "install", f"factpress-{__version__}-py3-none-any.whl"],
        ["factpress", "serve"],
    ]


def test_the_readmes_commands_add_a_source_and_a_claim_that_check(site: Path) -> None:
    commands = [
        shlex.split(line) for line in (site / "README.md").read_text("utf-8").splitlines() if line[:10] == "factpress "
    ]
    assert [each[1:3] for each in commands if each[1] == "new"] == [["new", "source"], ["new", "claim"]]
    (site / "pier.txt").write_text("Yesterday the north pier was opened to the public on Saturday.", "utf-8")
    for command in commands:
        if command[1] in {"new", "snapshot", "check"}:
            done = run(*command[1:], cwd=site)
            assert (done.returncode, done.stderr) == (0, ""), command
    named = re.findall(r"\]\(claim:([\w-]+)\)", (site / "README.md").read_text("utf-8"))
    assert named and all((site / f"facts/claims/harbour/{id}.yml").is_file() for id in named)
    assert run("check", "--strict", cwd=site).returncode == 0


def test_the_name_is_asked_for(tmp_path: Path) -> None:
    done = invoke("init", str(tmp_path / "new"), "--ask", typed="\nA site\n")
    assert done.exit_code == 0, done.output
    assert "help: " in done.output
    assert 'name: "A site"\n' in (tmp_path / "new/facts/site.yml").read_text("utf-8")


FAILURES = {
    "no name": ([], "missing: --name"),
    "an invisible name": (["--name", "A \u202esite"], "--name: "),
    "an empty name": (["--name", " "], "--name: "),
}


@pytest.mark.parametrize("what", FAILURES)
def test_without_a_name_nothing_is_written(what: str, tmp_path: Path) -> None:
    arguments, said = FAILURES[what]
    done = invoke("init", str(tmp_path / "new"), *arguments)
    assert done.exit_code == 2 and done.output.startswith(f"factpress: {said}")
    assert not (tmp_path / "new").exists()


def test_a_file_in_the_way_is_named_and_stays(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    (tmp_path / "zebra").mkdir()
    done = invoke("init", str(tmp_path), "--name", "A site")
    assert done.exit_code == 2
    assert f"{tmp_path / 'notes.txt'} is in the way" in done.output
    assert {path.name for path in tmp_path.iterdir()} == {"notes.txt", "zebra"}


def test_a_repository_and_a_virtual_environment_are_not_in_the_way(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "env").mkdir()
    (tmp_path / "env/pyvenv.cfg").write_text("home = /usr/bin\n", "utf-8")
    assert invoke("init", str(tmp_path), "--name", "A site").exit_code == 0


def test_a_gitignore_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n", "utf-8")
    assert invoke("init", str(tmp_path), "--name", "A site").exit_code == 2
    assert (tmp_path / ".gitignore").read_text("utf-8") == "mine\n"


@pytest.mark.parametrize("attributes", [True, False], ids=["with its attributes", "without"])
def test_a_clone_on_windows_is_like_any_other(attributes: bool, site: Path, tmp_path: Path) -> None:
    def git(*words: str, cwd: Path) -> None:
        alone = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
        subprocess.run(["git", *who, *words], cwd=cwd, env=alone, capture_output=True, check=True)

    if not attributes:
        (site / ".gitattributes").unlink()
    git("init", "--quiet", cwd=site)
    git("add", "--all", cwd=site)
    git("commit", "--quiet", "--message", "A site", cwd=site)
    git("-c", "core.autocrlf=true", "clone", "--quiet", str(site), str(tmp_path / "clone"), cwd=tmp_path)
    clone = tmp_path / "clone"
    receipt = (clone / "facts/receipts/factpress-readme.json").read_bytes()
    assert (b"\r\n" in receipt) is not attributes
    done = run("check", "--strict", cwd=clone)
    # Line ends of Windows are a warning in each file; nothing is broken by them.
    assert done.returncode == int(not attributes) and "8 records, 0 broken" in done.stdout
    assert set(re.findall(r"(?:error|warning) (F[0-9]{3})", done.stdout)) == (set() if attributes else {"F013"})
    assert run("sign", "three-layers", "--by", "a-reader", cwd=clone).returncode == 0
    assert run("build", cwd=clone).returncode == 0
    assert "First-hand" in (clone / "site/claims/three-layers/index.html").read_text("utf-8")
