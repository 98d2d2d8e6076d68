"""The navigation has every kind of page: where the configuration names it, or else in its section."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from pathspec import GitIgnoreSpec

from factpress.page_kinds import PAGE_KINDS
from factpress.pages.navigation import entry, navigation


def section(title: str, *, without: frozenset[str] = frozenset()) -> list[Any]:
    """The entries of a section, as the table has them."""
    kinds = [kind for kind in PAGE_KINDS.values() if kind.has_one_page and kind.name not in without]
    return [entry(kind) for kind in kinds if kind.section == title]


TOP, CHECK, CONTRIBUTE = section(""), section("The check"), section("Contribute")
WHOLE = [*TOP, {"The check": CHECK}, {"Contribute": CONTRIBUTE}]
HOME, ABOUT = {"Home": "index.md"}, {"About": "about.md"}
CASES: dict[str, tuple[list[Any], list[Any]]] = {
    "nothing is named": ([], WHOLE),
    "everything is named": (WHOLE[::-1], WHOLE[::-1]),
    "pages of prose come first": ([HOME, "about.md"], [HOME, "about.md", *WHOLE]),
    "a section of the site's own comes after the top level": (
        [HOME, {"Guides": [ABOUT]}],
        [HOME, *TOP, {"Guides": [ABOUT]}, *WHOLE[len(TOP) :]],
    ),
    "a section that is there is filled at its end": (
        [{"The check": [ABOUT]}, *TOP, {"Contribute": CONTRIBUTE}],
        [{"The check": [ABOUT, *CHECK]}, *TOP, {"Contribute": CONTRIBUTE}],
    ),
    "an unnamed page comes after the one before it": (
        [*TOP, {"The check": [CHECK[0], ABOUT]}, {"Contribute": CONTRIBUTE}],
        [*TOP, {"The check": [*CHECK, ABOUT]}, {"Contribute": CONTRIBUTE}],
    ),
    "an unnamed page comes before the one after it": (
        [TOP[1], HOME, *WHOLE[len(TOP) :]],
        [*TOP, HOME, *WHOLE[len(TOP) :]],
    ),
    "a page that is named elsewhere stays there": (
        [*TOP[:2], {"Who": [{"Everyone": "/entities/index.md"}]}, *WHOLE[len(TOP) :]],
        [*TOP[:2], *TOP[3:], {"Who": [{"Everyone": "/entities/index.md"}]}, *WHOLE[len(TOP) :]],
    ),
    "a path without a title names a page": (["./claims/index.md", *WHOLE[1:]], ["./claims/index.md", *WHOLE[1:]]),
    "a page is no section, whatever its title": (
        [*TOP, {"The check": "about.md"}, {"Contribute": CONTRIBUTE}],
        [*TOP, {"The check": "about.md"}, {"Contribute": CONTRIBUTE}, {"The check": CHECK}],
    ),
    "a link is no page": ([{"Elsewhere": "https://example.org/"}], [{"Elsewhere": "https://example.org/"}, *WHOLE]),
}


@pytest.mark.parametrize(("nav", "whole"), CASES.values(), ids=CASES)
def test_every_kind_has_its_place(nav: list[Any], whole: list[Any]) -> None:
    assert navigation(nav) == whole
    assert navigation(whole) == whole


def test_a_site_without_a_nav_keeps_what_the_engine_makes() -> None:
    assert navigation(None) is None


def test_what_is_kept_out_of_the_navigation_stays_out() -> None:
    excluded = GitIgnoreSpec.from_lines(["/rules/", "open-questions/index.md"])
    left = {
        title: section(title, without=frozenset({"rules", "open_questions"})) for title in ("The check", "Contribute")
    }
    assert navigation([], excluded=excluded) == [*TOP, *({title: entries} for title, entries in left.items())]


def test_the_nav_that_is_given_is_not_changed() -> None:
    nav = [{"The check": [ABOUT]}]
    navigation(nav)
    assert nav == [{"The check": [ABOUT]}]


def test_an_entry_is_the_title_with_the_file() -> None:
    assert entry(PAGE_KINDS["claims"]) == {"Claims": "claims/index.md"}
    assert TOP[0] == entry(PAGE_KINDS["claims"]) and CONTRIBUTE[0] == {"How to contribute": "contribute/index.md"}


def test_a_new_site_names_its_prose_alone(repository: Path) -> None:
    starter = (repository / "generator/factpress/cli/starter/mkdocs.yml").read_text("utf-8").replace("@NAME@", "Site")
    nav = yaml.safe_load(starter)["nav"]
    assert nav == [HOME, {"Explainer": "explainers/use-of-factpress.md"}]
    assert navigation(nav) == [*nav, *WHOLE]


def test_the_first_site_calls_pages_as_the_table_does(repository: Path) -> None:
    nav = yaml.safe_load((repository / "mkdocs.yml").read_text("utf-8"))["nav"]
    whole = navigation(nav) or []
    for title, entries in {"The check": CHECK, "Contribute": CONTRIBUTE}.items():
        (found,) = (each[title] for each in whole if title in each)
        assert [each for each in found if each in entries] == entries
    assert [each for each in whole if each in TOP] == TOP
