"""The site as it is built: by our command, by MkDocs and by ProperDocs, the same to the byte."""

from __future__ import annotations

import filecmp
import json
import re
import subprocess
from pathlib import Path

import commands
import pytest
import yaml
from commands import run_mkdocs, start
from first_site import lay_copy


def run(program: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A program's command: in this process, but for ProperDocs, whose modules are MkDocs's by other names."""
    if program == "properdocs":
        return start(program, *arguments, cwd=cwd)
    return (commands.run if program == "factpress" else run_mkdocs)(*arguments, cwd=cwd)


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def test_every_record_has_its_page_and_every_list_its_place(repository: Path, first_site: Path) -> None:
    for kind in ("claims", "sources", "entities"):
        stems = {path.stem for path in (repository / "facts" / kind).rglob("*.yml")}
        assert stems
        assert {path.parent.name for path in (first_site / kind).glob("*/index.html")} == stems
        assert (first_site / kind / "index.html").is_file()


POLICIES = ("corrections", "fairness", "sources", "funding", "methodology")
NO_ADDRESS = "factpress: the site has no address yet: https://example.org/ is used until facts/site.yml names one"


def test_a_build_says_in_one_line_each_what_the_site_does_not_say_yet_and_nothing_else(small: Path) -> None:
    told = [NO_ADDRESS, f"factpress: policies that facts/site.yml does not name: {', '.join(POLICIES)}"]
    done = run("mkdocs", "build", "--strict", cwd=small)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert [line.removeprefix("INFO    -  ") for line in done.stderr.splitlines() if "factpress:" in line] == told
    done = run("factpress", "build", "--strict", cwd=small)
    assert (done.returncode, done.stderr.splitlines()) == (0, told)


def test_policies_that_are_all_named_need_no_line_and_their_headings_are_looked_for(small: Path) -> None:
    (small / "docs/desk.md").write_text("# The desk\n\n## Who pays\n\nNobody.\n", "utf-8")
    site = small / "facts/site.yml"
    kept = [line for line in site.read_text("utf-8").splitlines() if not line.startswith(("policies:", "  "))]
    named = dict.fromkeys(POLICIES, "docs/desk.md") | {"funding": "docs/desk.md#who-pays", "methodology": "method/"}
    site.write_text("\n".join([*kept, f"policies: {json.dumps(named)}", ""]), "utf-8")
    done = run("factpress", "build", "--strict", cwd=small)
    assert (done.returncode, done.stderr.splitlines()) == (0, [NO_ADDRESS])
    method = (small / "site/method/index.html").read_text("utf-8")
    assert '<a href="../desk/#who-pays">The desk</a>' in method and '<a href="#method">this page</a>' in method
    site.write_text(site.read_text("utf-8").replace("#who-pays", "#who-paid"), "utf-8")
    done = run("factpress", "build", "--strict", cwd=small)
    assert done.returncode == 1
    assert "warning F617 missing-anchor: `docs/desk.md#who-paid` names a heading" in done.stderr
    assert "help: did you mean `#who-pays`?" in done.stderr
    (small / "hook.py").write_text("", "utf-8")
    settings = small / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "hooks: [hook.py]\n", "utf-8")
    done = run("factpress", "build", "--strict", cwd=small)
    assert done.returncode == 1
    assert "facts/site.yml: `funding` names #who-paid, and docs/desk.md has no such heading" in done.stderr


ENGINES = {
    "mkdocs": {"TZ": "America/Lima", "LC_ALL": "C", "PYTHONHASHSEED": "2"},
    "properdocs": {"TZ": "Asia/Baghdad", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
}


@pytest.mark.parametrize("engine", ENGINES)
def test_another_build_elsewhere_is_equal_to_the_byte(engine: str, renewed_site: Path, tmp_path: Path) -> None:
    other = lay_copy(renewed_site.parent, tmp_path / "another name")
    done = start(engine, "build", "--strict", "-f", "mkdocs.yml", cwd=other, **ENGINES[engine])
    assert done.returncode == 0, done.stderr
    one, two = files(renewed_site), files(other / "site")
    assert one.keys() == two.keys()
    # The theme names the engine that ran it.
    named = re.compile(rb'<meta name="generator"[^>]*>')
    assert [name for name in one if named.sub(b"", one[name]) != named.sub(b"", two[name])] == []


def test_a_broken_record_publishes_nothing_and_leaves_what_stands(small: Path) -> None:
    assert run("factpress", "build", cwd=small).returncode == 0
    before = files(small / "site")
    assert [name for name, data in before.items() if name.endswith(".html") and b"fp-findings" in data] == []
    entity = small / "facts/entities/factpress-authors.yml"
    entity.write_text(entity.read_text("utf-8") + "colour: red\n", "utf-8")
    for command in (("factpress", "build"), ("mkdocs", "build", "--strict")):
        done = run(*command, cwd=small)
        assert done.returncode == 1
        assert "facts/entities/factpress-authors.yml" in done.stderr and "Traceback" not in done.stderr
        assert files(small / "site") == before
    assert sorted(path.name for path in small.iterdir()) == ["docs", "facts", "mkdocs.yml", "site"]


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs", "factpress"])
@pytest.mark.parametrize("more", [(), ("--strict",)], ids=["not strict", "strict"])
def test_an_error_fails_every_way_of_building(engine: str, more: tuple[str, ...], small: Path) -> None:
    (small / "site").mkdir()
    (small / "site/index.html").write_text("published before", "utf-8")
    entity = small / "facts/entities/factpress-authors.yml"
    entity.write_text(entity.read_text("utf-8") + "colour: red\n", "utf-8")
    done = run(engine, "build", *more, cwd=small)
    assert done.returncode == 1, done.stderr
    assert "facts/entities/factpress-authors.yml" in done.stderr and "unknown-key" in done.stderr
    assert "nothing was built" in done.stderr
    assert files(small / "site") == {"index.html": b"published before"}


def test_prose_in_another_folder_is_checked_and_built(small: Path) -> None:
    (small / "docs").rename(small / "content")
    settings = small / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "docs_dir: content\n", "utf-8")
    assert run("factpress", "build", "--strict", cwd=small).returncode == 0
    page = small / "content/explainers/use-of-factpress.md"
    page.write_text(page.read_text("utf-8") + "\nIt has 17 layers.\n", "utf-8")
    for command in (("check",), ("build",)):
        done = run("factpress", *command, cwd=small)
        assert done.returncode == 1
        assert "content/explainers/use-of-factpress.md" in done.stdout + done.stderr
        assert "uncited-figure" in done.stdout + done.stderr


def test_a_build_that_passes_prints_its_warnings(small: Path) -> None:
    (small / "facts/entities/old-pier.yml").write_text("name: Old Pier\ntype: Place\n", "utf-8")
    done = run("factpress", "build", cwd=small)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("warning F204 unused-entity") == 1
    assert run("factpress", "build", "--strict", cwd=small).returncode == 1


def test_strict_in_the_settings_fails_every_way_of_building(small: Path) -> None:
    settings = small / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "strict: true\n", "utf-8")
    (small / "facts/entities/old-pier.yml").write_text("name: Old Pier\ntype: Place\n", "utf-8")
    for engine in ("factpress", "mkdocs"):
        done = run(engine, "build", cwd=small)
        assert done.returncode == 1 and "F204 unused-entity" in done.stderr, done.stderr
        assert not (small / "site").exists()


def test_what_a_check_leaves_out_the_build_checks_with(small: Path) -> None:
    settings = small / "mkdocs.yml"
    more = "markdown_extensions: [{pymdownx.snippets: {base_path: [more]}}]\n"
    settings.write_text(settings.read_text("utf-8") + more, "utf-8")
    (small / "more").mkdir()
    (small / "more/link.md").write_text("It has [layers](claim:no-such-claim).\n", "utf-8")
    page = small / "docs/index.md"
    page.write_text(page.read_text("utf-8") + '\n--8<-- "link.md"\n', "utf-8")
    assert run("factpress", "check", cwd=small).returncode == 0
    done = run("factpress", "build", cwd=small)
    assert done.returncode == 1 and "F201 unknown-id" in done.stderr and not (small / "site").exists()


def test_a_site_without_the_plugin_is_not_built(small: Path) -> None:
    settings = small / "mkdocs.yml"
    whole = settings.read_text("utf-8")
    settings.write_text(whole.replace("  - factpress\n", "  - search\n"), "utf-8")
    done = run("factpress", "build", cwd=small)
    assert done.returncode == 1 and "F057 missing-plugin" in done.stderr and not (small / "site").exists()
    settings.write_text(whole.replace("plugins:\n  - factpress\n", ""), "utf-8")
    done = run("factpress", "build", cwd=small)
    assert done.returncode == 2 and "does not name the plugin `factpress`" in done.stderr


def test_what_breaks_down_beside_us_is_told_with_its_place(small: Path) -> None:
    (small / "hook.py").write_text("def on_files(files, config):\n    raise KeyError('a hook of mine')\n", "utf-8")
    settings = small / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "hooks: [hook.py]\n", "utf-8")
    done = run("factpress", "build", cwd=small)
    assert done.returncode == 2
    assert "hook.py:2" in done.stderr and "KeyError: 'a hook of mine'" in done.stderr
    assert "Traceback" not in done.stderr and "nothing was built" in done.stderr


@pytest.mark.parametrize("strict", [True, False], ids=["strict", "not strict"])
@pytest.mark.parametrize("name", ["etc", "etc~", "page.md"])
def test_a_link_under_docs_ends_every_build(name: str, strict: bool, small: Path) -> None:
    (small / "docs" / name).symlink_to("/etc" if "etc" in name else "/etc/hostname")
    done = run("mkdocs", "build", *(["--strict"] if strict else []), cwd=small)
    assert done.returncode == 1
    assert f"docs/{name}:1:1" in done.stderr and "Traceback" not in done.stderr
    assert not (small / "site").exists()


def test_a_dead_link_in_prose_publishes_nothing_in_strict_mode(small: Path) -> None:
    with (small / "docs/index.md").open("a", encoding="utf-8") as page:
        page.write("\n[nowhere](claims/nowhere.md)\n")
    done = run("factpress", "build", "--strict", cwd=small)
    assert done.returncode == 1
    assert "warning F616 dead-link: `claims/nowhere.md`" in done.stderr and "nothing was built" in done.stderr
    assert run("factpress", "check", "--strict", cwd=small).returncode == 1
    assert not (small / "site").exists()
    done = run("factpress", "build", cwd=small)
    assert done.returncode == 0 and "claims/nowhere.md" in done.stderr and "INFO" not in done.stderr


PRECIOUS = {
    "a letter": {"letter.txt": "keep"},
    "a page of somebody else's": {"index.html": "keep"},
    "a worktree": {"index.html": "x", "assets/factpress.css": "x", ".git": "keep"},
    "a domain's name": {"index.html": "x", "assets/factpress.css": "x", "CNAME": "keep"},
}


@pytest.mark.parametrize("what", PRECIOUS)
def test_what_is_no_site_of_ours_is_not_replaced(what: str, small: Path) -> None:
    for name, text in PRECIOUS[what].items():
        (small / "precious" / name).parent.mkdir(parents=True, exist_ok=True)
        (small / "precious" / name).write_text(text, "utf-8")
    before = files(small / "precious")
    done = run("factpress", "build", "--site-dir", "precious", cwd=small)
    assert done.returncode == 2 and "choose another folder with --site-dir" in done.stderr
    assert files(small / "precious") == before
    assert sorted(path.name for path in small.iterdir()) == ["docs", "facts", "mkdocs.yml", "precious"]


def test_the_project_itself_is_not_replaced(small: Path) -> None:
    for folder in (".", "docs/..", ".."):
        assert run("factpress", "build", "--site-dir", folder, cwd=small).returncode == 2
    assert (small / "facts/site.yml").is_file() and (small / "mkdocs.yml").is_file()


def test_without_directory_urls_links_hold_too(site_without_folders: Path) -> None:
    site = site_without_folders
    assert (site / "claims/taji-deaths.html").is_file()
    for page in site.rglob("*.html"):
        if page.name == "404.html":
            continue
        for link in re.findall(r'(?:href|src)="([^"#?]+)', page.read_text("utf-8")):
            if not link.startswith(("http", "mailto", "javascript")):
                assert (page.parent / link).resolve().is_file(), f"{page}: {link}"


def test_former_ids_redirect_and_withdrawn_records_say_why(renewed_site: Path) -> None:
    redirect = (renewed_site / "entities/taji-camp/index.html").read_text("utf-8")
    assert 'http-equiv="refresh" content="0; url=../../entities/camp-taji/"' in redirect
    assert '<link rel="canonical" href="https://example.org/entities/camp-taji/">' in redirect
    notice = (renewed_site / "claims/taken-back/index.html").read_text("utf-8")
    assert "Withdrawn on 20 November 2026." in notice and "It was another &lt;b&gt;town&lt;/b&gt;." in notice
    assert "tower" not in notice and "slammed" not in notice
    assert "tower" not in (renewed_site / "search/search_index.json").read_text("utf-8")


def test_the_edit_link_leads_to_the_record(first_site: Path) -> None:
    claim = (first_site / "claims/taji-deaths/index.html").read_text("utf-8")
    assert 'href="https://example.org/edit/facts/claims/casualties/taji-deaths.yml"' in claim
    home = (first_site / "index.html").read_text("utf-8")
    assert 'href="https://example.org/edit/docs/index.md"' in home


def test_the_sitemap_is_dated_by_the_records(renewed_site: Path) -> None:
    sitemap = (renewed_site / "sitemap.xml").read_text("utf-8")
    assert "https://example.org/claims/taji-deaths/" in sitemap
    dates = dict(re.findall(r"<loc>(.*?)</loc>\s*<lastmod>(.*?)</lastmod>", sitemap))
    # Records have their own days, pages of prose and lists the newest of them.
    source = renewed_site.parent / "facts/sources/dawn-2020-03-27.yml"
    accessed = yaml.safe_load(source.read_text("utf-8"))["accessed"].isoformat()
    assert dates["https://example.org/entities/old-pier/"] == "2026-11-20" < accessed
    assert dates["https://example.org/sources/dawn-2020-03-27/"] == accessed
    assert dates["https://example.org/"] == dates["https://example.org/claims/"] == max(dates.values())


def test_the_site_can_be_read_by_a_server_of_another_user(small: Path) -> None:
    assert run("factpress", "build", cwd=small).returncode == 0
    assert (small / "site").stat().st_mode & 0o555 == 0o555
    assert not filecmp.dircmp(small / "site", small / "docs").common_funny
