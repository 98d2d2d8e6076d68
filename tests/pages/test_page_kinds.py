"""The table of page kinds: each row has a view and a template, each view and template a row, and tests have a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path

import pytest
from first_site import PAGES
from one_page import render_page
from pages.boats import Weighed, piece

from factpress.book import Book
from factpress.page_kinds import PAGE_KINDS, PageKind
from factpress.pages import views
from factpress.pages.additions import additions
from factpress.pages.environment import TEMPLATES, environment
from factpress.pages.files import files
from factpress.pages.links import with_links
from factpress.pages.render import render, rendered, views_of
from factpress.pages.rulebook import Rulebook
from factpress.pages.view import Edition
from factpress.pages.words import names
from factpress.pages.words.names import source_names
from factpress.rules import RULES

VIEWS = Path(views.__file__).parent
# Templates of no kind of their own: pieces of pages, notices and documents beside the pages.
OTHERS = {
    "account",
    "answer",
    "home",
    "note_button",
    "notes",
    "preview",
    "redirect",
    "strip",
    "withdrawn",
    "faults",
    "closing",
}


@pytest.mark.parametrize("kind", PAGE_KINDS.values(), ids=PAGE_KINDS)
def test_a_row_has_a_view_a_template_and_a_page_that_tests_open(kind: PageKind) -> None:
    assert callable(import_module(f"factpress.pages.views.{kind.name}").views)
    assert (TEMPLATES / f"{kind.name}.html.jinja").is_file()
    assert [
        path for path in PAGES.values() if path.count("/") == kind.address.count("/") and fnmatch(path, kind.address)
    ]
    assert kind.address.endswith("/") and bool(kind.title) == bool(kind.about) == kind.has_one_page


def test_there_is_no_view_and_no_template_without_a_row() -> None:
    assert {path.stem for path in VIEWS.glob("*.py")} - {"__init__"} == set(PAGE_KINDS)
    assert {path.name.removesuffix(".html.jinja") for path in TEMPLATES.glob("*.html.jinja")} - OTHERS == set(
        PAGE_KINDS
    )


def test_no_two_kinds_have_one_address() -> None:
    assert len({kind.address for kind in PAGE_KINDS.values()}) == len(PAGE_KINDS)


def test_the_anchors_that_a_page_has_whatever_it_shows_are_on_it(weighed: Weighed) -> None:
    edition = Edition(with_links(weighed(piece("post"))), Rulebook(RULES))
    known = [kind for kind in PAGE_KINDS.values() if kind.anchors]
    assert {kind.name for kind in known} == {"records", "contribute"}
    for kind in known:
        for view in views_of(kind, edition):
            assert rendered(view, kind, edition).anchors >= set(kind.anchors)


def test_a_page_has_the_address_of_its_kind_and_is_the_same_alone(weighed: Weighed) -> None:
    linked = with_links(weighed(piece("post")))
    for kind in PAGE_KINDS.values():
        pages = list(render(linked, rules=RULES, kinds=[kind]))
        assert [page.address for page in pages if page.is_list] == ([kind.address] if kind.has_one_page else [])
        for page in pages:
            assert fnmatch(page.address, kind.address)
            assert page == render_page(page.address, linked, rules=RULES)


def test_titles_of_kinds_are_written_nowhere_else() -> None:
    written = {path.name: path.read_text("utf-8") for path in TEMPLATES.glob("*.html.jinja")}
    for kind in PAGE_KINDS.values():
        assert not kind.title or not re.search(f"<h1[^>]*>{kind.title}", written[f"{kind.name}.html.jinja"])


def test_what_every_page_asks_for_is_made_once(weighed: Weighed, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(book: Book) -> Mapping[str, str]:
        made.append("names of sources")
        return source_names(book)

    monkeypatch.setattr(names, "source_names", counted)
    book = weighed(piece("post"), more="# docs/harbour.md\n---\narticle: article\n---\n\n[Boats](claim:boats).\n")
    linked = with_links(book)
    assert list(render(linked, rules=RULES)) and list(files(linked))
    assert additions(book.pages["harbour"], linked).blocks
    assert made == ["names of sources"]
    assert environment() is environment()
    assert linked.at("claims/a/") is linked.at("sources/b/")
