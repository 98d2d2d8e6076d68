"""What `mkdocs.yml` says has a place, by its keys, in the file that says it."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

from factpress.findings import Place
from factpress.reading.unable import NoSettings
from factpress.reading.written import Unread, Written
from factpress.site.configuration import configuration, settings

OWN = """\
INHERIT: config/parent.yml
site_name: Pier
theme: {name: material, logo: pictures/pier.svg}
nav:
  - Home: index.md
  - 2021:
      - about.md
plugins:
  - search
  - factpress:
      facts: facts
extra: &more
  odd: !!python/name:os.popen
hooks:
markdown_extensions: {toc: {permalink: true}, tables: }
merged:
  <<: *more
  own: 1
"""
PARENT = "theme:\n  favicon: pier.ico\nnav: [a.md, b.md, c.md, d.md]\nhooks: [hook.py]\ncopyright: none\n"


@pytest.fixture
def written(tmp_path: Path) -> Written:
    (tmp_path / "config").mkdir()
    (tmp_path / "mkdocs.yml").write_text(OWN, "utf-8")
    (tmp_path / "config/parent.yml").write_text(PARENT, "utf-8")
    return settings(tmp_path).written


PLACES = {
    "a value": (("site_name",), (2, 12)),
    "a value in a value": (("theme", "logo"), (3, 31)),
    "a list's item": (("nav", 0), (5, 5)),
    "what a list's item says": (("nav", 0, "Home"), (5, 11)),
    "a key that is a number": (("nav", 1, 2021, 0), (7, 9)),
    "an option": (("plugins", 1, "factpress", "facts"), (11, 14)),
    "what is missing, where its mapping is": (("theme", "custom_dir"), (3, 8)),
    "an item after the last, where its list is": (("nav", 3), (5, 3)),
    "what the file lacks, where the file begins": (("docs_dir", "x", 3), (1, 1)),
    "what is merged into a mapping": (("merged", "odd"), (13, 8)),
    "what is said as nothing": (("hooks", 0), (14, 7)),
}


@pytest.mark.parametrize(("keys", "place"), PLACES.values(), ids=PLACES)
def test_a_setting_has_its_place(keys: tuple[str | int, ...], place: tuple[int, int], written: Written) -> None:
    assert written.at(*keys) == Place("mkdocs.yml", *place)


def test_a_key_has_its_own_place(written: Written) -> None:
    assert written.at_key("theme", "logo") == Place("mkdocs.yml", 3, 25)
    assert written.at_key("theme", "custom_dir") == written.at("theme")


def test_what_another_file_says_is_placed_there(written: Written) -> None:
    assert written.at("theme", "favicon") == Place("config/parent.yml", 2, 12)
    assert written.at("copyright") == Place("config/parent.yml", 5, 12)
    assert written.get("theme") == {"name": "material", "logo": "pictures/pier.svg", "favicon": "pier.ico"}


def test_values_are_plain_and_nothing_can_change_them(written: Written) -> None:
    assert written.get("nav") == ({"Home": "index.md"}, {2021: ("about.md",)})
    assert isinstance(written.get("extra", "odd"), Unread)
    assert written.get("hooks") is None and written.get("nav", 7) is None and written.get("site_name", 0) is None


def test_another_process_gets_the_same(written: Written) -> None:
    again = copy.deepcopy(written)
    assert again.at("nav", 0) == written.at("nav", 0) and again.get("nav") == written.get("nav")
    assert pickle.dumps(written)


def test_names_with_options_are_read_from_a_list_and_from_a_mapping(written: Written) -> None:
    plugins = [(each.name, each.options, written.at(*each.inside).line) for each in written.entries("plugins")]
    assert plugins == [("search", None, 9), ("factpress", {"facts": "facts"}, 11)]
    extensions = [(each.name, each.options) for each in written.entries("markdown_extensions")]
    assert extensions == [("toc", {"permalink": True}), ("tables", None)]


def test_without_the_file_nothing_is_said(tmp_path: Path) -> None:
    assert settings(tmp_path).written == Written()
    assert Written().at("nav", 0) == Place("mkdocs.yml") and Written().get("nav") is None


@pytest.mark.parametrize(
    "text", ["a: &a [*a]\n", "".join(f"k{n}: &k{n} [{f'*k{n - 1}, ' * 9}]\n" for n in range(1, 9))]
)
def test_aliases_never_make_more_values_than_are_read(text: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("k0: &k0 [x]\n" + text, "utf-8")
    assert configuration(tmp_path).written.values == {}
    with pytest.raises(NoSettings, match=r"mkdocs\.yml:1:1: this can't be read"):
        settings(tmp_path)
