"""What a change to the files under `docs/` can't do to a site, whatever plugins and settings the site has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from commands import preview, run
from mkdocs.exceptions import Abort
from mkdocs.theme import Theme
from selectolax.lexbor import LexborHTMLParser

LINKS = "links:\n  - <i>Piers</i> & quays: https://piers.example/\n  - <b>Home</b>: index.md\n"
POST = "---\ndate: 2026-11-01\nslug: {slug}\nauthors: [ann]\n{links}---\n# A post\n\nText.\n\n<!-- more -->\n\nMore.\n"
AUTHORS = """
authors:
  ann:
    name: 'Ann & <b class="fp-verdict">Accurate</b></title>'
    description: '<h1>Breaking</h1>'
    avatar: ann.png
"""


def with_settings(site: Path, **settings: Any) -> None:
    file = site / "mkdocs.yml"
    file.write_text(yaml.safe_dump(yaml.safe_load(file.read_text("utf-8")) | settings, sort_keys=False), "utf-8")


def with_post(site: Path, slug: str) -> None:
    (site / "docs/blog/posts").mkdir(parents=True)
    (site / "docs/blog/index.md").write_text("# Blog\n", "utf-8")
    (site / "docs/blog/.authors.yml").write_text(AUTHORS, "utf-8")
    (site / "docs/blog/posts/a.md").write_text(POST.format(slug=slug, links=LINKS), "utf-8")
    nav = yaml.safe_load((site / "mkdocs.yml").read_text("utf-8"))["nav"]
    with_settings(site, plugins=["search", "blog", "factpress"], nav=[*nav, {"Blog": "blog/index.md"}])


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("../../../../../../stray-post", "`blog/posts/a.md` would be written outside the site"),
        ("../../../../claims/three-layers", "`blog/posts/a.md` and `claims/three-layers.md` have the same address"),
    ],
    ids=["outside the site", "over the page of a claim"],
)
def test_a_post_is_not_written_elsewhere(slug: str, words: str, small: Path) -> None:
    with_post(small, slug)
    done = run("build", cwd=small)
    assert done.returncode == 1 and words in done.stderr and not (small / "site").exists()
    if "stray" in slug:
        with pytest.raises(Abort):
            preview(small)
    assert not [path for folder in (small, *small.parents) if (path := folder / "stray-post").exists()]
    assert not list(small.rglob("stray-post"))


def test_the_authors_of_a_post_are_words(small: Path) -> None:
    with_post(small, "a-post")
    done = run("build", "--strict", cwd=small)
    assert done.returncode == 0, done.stderr
    for path in ("blog/index.html", "blog/2026/11/01/a-post/index.html"):
        page = LexborHTMLParser((small / "site" / path).read_text("utf-8"))
        picture = page.css_first('img[src$="ann.png"]')
        assert picture is not None
        assert picture.attributes["alt"] == 'Ann & <b class="fp-verdict">Accurate</b></title>'
        beside = [" ".join(each.text().split()) for each in page.css(".md-sidebar--post a.md-nav__link")]
        assert {"<i>Piers</i> & quays", "<b>Home</b>"} <= set(beside) or path == "blog/index.html"
        assert not page.css("b.fp-verdict") and not any(each.text() == "Breaking" for each in page.css("h1"))


def test_a_file_of_the_theme_is_not_replaced(small: Path) -> None:
    (folder,) = (Path(each) for each in Theme("material").dirs if (Path(each) / "assets").is_dir())
    (name,) = (each.name for each in (folder / "assets/stylesheets").glob("main.*.css"))
    sheet = small / "docs/assets/stylesheets" / name
    sheet.parent.mkdir(parents=True)
    sheet.write_text(".fp-verdict::after { content: 'Accurate' }", "utf-8")
    # Beside it, a style sheet may have any name of its own.
    (sheet.parent / "own.css").write_text("a { color: red }", "utf-8")
    done = run("check", cwd=small)
    assert done.returncode == 1 and done.stdout.count("error F009") == 1, done.stdout
    assert f"the address `assets/stylesheets/{name}` already belongs to the site itself" in done.stdout


def test_a_file_of_another_theme_is_not_replaced(small: Path) -> None:
    (small / "docs/css").mkdir()
    (small / "docs/css/base.css").write_text("a { color: red }", "utf-8")
    with_settings(small, theme={"name": "mkdocs", "highlightjs": False})
    done = run("build", cwd=small)
    assert done.returncode == 1 and "`css/base.css` replaces a file of the theme" in done.stderr


@pytest.mark.parametrize("folder", ["docs/templates-of-ours", ".", "docs"])
def test_no_page_is_a_template(folder: str, small: Path) -> None:
    (small / "docs/templates-of-ours").mkdir()
    (small / "docs/templates-of-ours/run.txt").write_text("{{ cycler.__init__.__globals__.os.getcwd() }}", "utf-8")
    (small / "docs/more.md").write_text("---\ntemplate: run.txt\n---\n# More\n", "utf-8")
    with_settings(small, theme={"name": "material", "font": False, "custom_dir": folder})
    done = run("check", cwd=small)
    assert done.returncode == 1
    assert (
        f"error F054 wrong-setting: the folders of templates, `{folder}`, and of pages, `docs`, overlap" in done.stdout
    )
    with pytest.raises(Abort):
        preview(small)
    assert not (small / "site").exists()


def test_what_front_matter_says_to_other_tools_may_have_any_keys(small: Path) -> None:
    links = "links:\n  - Piers & quays: https://piers.example/\n  - Index: index.md\n"
    (small / "docs/more.md").write_text(f"---\n{links}allow:\n  - Code: F603\n---\n# More\n", "utf-8")
    done = run("check", cwd=small)
    assert done.stdout.count("error F028") == 1 and "`Code` is not a key" in done.stdout
