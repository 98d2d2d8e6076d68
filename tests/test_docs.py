"""What the docs name exists, and what exists is named: commands, options, make targets, rules, fields and files."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
import pytest
from one_page import render_page
from proving import prove
from selectolax.lexbor import LexborHTMLParser

from factpress.cli.main import group
from factpress.pages.links import with_links
from factpress.pipeline import book_of, check
from factpress.reading.validation import MODELS
from factpress.records.claim import Appearance, Correction, Evidence
from factpress.records.date import parse_date
from factpress.records.templates import templates
from factpress.rules import RULES
from factpress.site.mkdocs_plugin import PluginConfig

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "facts").rglob("*.md")])
CODE = re.compile(r"`([^`\n]+)`|^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def code(document: Path) -> Iterator[str]:
    for match in CODE.finditer(document.read_text("utf-8")):
        yield from (match[1] or match[2]).split("\n")


@pytest.fixture(scope="module")
def guide() -> LexborHTMLParser:
    """The guide for contributors that the first site shows."""
    _, book = book_of(ROOT)
    return LexborHTMLParser(render_page("contribute/", with_links(book), rules=RULES).html)


def guide_code(guide: LexborHTMLParser) -> Iterator[str]:
    for node in guide.css("code"):
        yield from node.text().split("\n")


def test_there_are_documents() -> None:
    assert {document.name for document in DOCUMENTS} >= {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "index.md"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.relative_to(ROOT).as_posix())
def test_commands_and_their_options_exist(document: Path) -> None:
    assert_commands_exist(code(document))


def test_commands_and_their_options_in_the_guide_exist(guide: LexborHTMLParser) -> None:
    lines = [line for line in guide_code(guide) if line.startswith("factpress ")]
    assert len(lines) > 10
    assert_commands_exist(lines)
    assert not [line for line in guide_code(guide) if line.split()[:1] == ["make"]]


def assert_commands_exist(lines: Iterable[str]) -> None:
    for line in lines:
        words = line.split("#")[0].split()
        if words[:1] != ["factpress"] or len(words) == 1:
            continue
        command = group.get_command(click.Context(group), words[1])
        assert command is not None, line
        if isinstance(command, click.Group) and words[2:3] and words[2] in command.commands:
            command = command.commands[words[2]]
        options = {option for each in command.params if isinstance(each, click.Option) for option in each.opts}
        assert {word for word in words[2:] if word.startswith("--")} <= options, line


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.relative_to(ROOT).as_posix())
def test_make_targets_exist(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {words[1] for line in code(document) if (words := line.split("#")[0].split())[:1] == ["make"] and words[1:]}
    assert named <= targets


def commands() -> Iterator[str]:
    """Every command, and for a group each of its commands."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from (f"{name} {each}" for each in command.list_commands(context))
        else:
            yield name


@pytest.mark.parametrize("command", list(commands()))
def test_every_command_is_in_the_readme(command: str) -> None:
    lines = [" ".join(line.split()) for line in code(ROOT / "README.md")]
    one_of_several = command.split()[-1]
    assert any(f"{line} ".startswith(f"factpress {command} ") for line in lines) or (
        command.startswith("new ") and one_of_several in lines
    )


def test_every_make_target_is_in_the_readme() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony is not None
    # These are steps of others, which nobody calls by hand.
    steps = {"browser", "html-validator", "lighthouse", "corpora"}
    named = set(re.findall(r"`(?:make )?([a-z-]+)`", (ROOT / "README.md").read_text("utf-8")))
    assert set(phony[1].split()) - steps <= named


@pytest.mark.parametrize("name", [name for name, _ in PluginConfig._schema])
def test_every_option_of_the_plugin_is_in_a_guide(name: str) -> None:
    guides = "".join(path.read_text("utf-8") for path in (ROOT / "docs/guides").glob("*.md"))
    assert f"factpress: {{{name}:" in guides


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.relative_to(ROOT).as_posix())
def test_rules_exist(document: Path) -> None:
    known = {rule.code for rule in RULES}
    assert set(re.findall(r"\bF[0-9]{3}\b", document.read_text("utf-8"))) <= known


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.relative_to(ROOT).as_posix())
def test_links_and_paths_lead_to_files(document: Path) -> None:
    text = document.read_text("utf-8")
    for link in re.findall(r"\]\(([^)#\s]+)", CODE.sub("", text)):
        if document.is_relative_to(ROOT / "docs") or "://" in link or link.startswith("mailto:"):
            continue
        assert (document.parent / link).exists(), link
    for line in code(document):
        match = re.fullmatch(r"((?:docs|facts|generator|tests|benchmarks|requirements)/[\w./-]*)", line)
        if match and "harbour" not in line:
            assert (ROOT / match[1]).exists(), line


def files() -> list[str]:
    """The templates of records in their order, each beginning with a line that says where it lies."""
    return [file for of_kind in templates().values() for file in of_kind]


def test_the_templates_of_records_are_those_that_the_folder_shows() -> None:
    text = (ROOT / "facts/README.md").read_text("utf-8")
    assert re.findall(r"```yaml\n(# facts/.*?)```", text, re.DOTALL) == files()


def test_the_templates_of_records_are_sound_and_use_only_fields_that_exist(tmp_path: Path) -> None:
    for file in files():
        path = tmp_path / file.partition("\n")[0].removeprefix("# ")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.partition("\n")[2], "utf-8")
    prove(tmp_path)
    checked = check(tmp_path, today=parse_date("2026-11-24"))
    assert [finding for finding in checked.findings if finding.name != "uncovered-sentence"] == []
    assert checked.ledger.records == len(files()) + len(checked.book.receipts)
    assert {record.kind() for record in checked.book.records()} == set(templates())


def test_a_new_site_gets_the_same_templates() -> None:
    ours, theirs = (ROOT / folder / "facts/README.md" for folder in (".", "generator/factpress/cli/starter"))
    assert theirs.read_text("utf-8") == ours.read_text("utf-8")


def test_fields_named_in_the_templates_text_exist() -> None:
    fields = {field for model in MODELS.values() for field in model.model_fields}
    named = set(re.findall(r"`([a-z_]+): ?[\[{]", (ROOT / "facts/README.md").read_text("utf-8")))
    assert named and named <= fields


def test_rules_and_fields_named_in_the_guide_exist(guide: LexborHTMLParser) -> None:
    text = guide.body.text() if guide.body else ""
    assert {rule.code for rule in RULES} >= set(re.findall(r"\bF[0-9]{3}\b", text)) > {"F101", "F201", "F701"}
    spans = [node.text() for node in guide.css(":is(p, li, dt) > code")]
    named = {found[1] for span in spans if (found := re.fullmatch(r"([a-z_]+)(?:: .+)?", span))}
    fields = {field for model in MODELS.values() for field in model.model_fields}
    parts = {field for part in (Evidence, Appearance, Correction) for field in part.model_fields}
    kinds = {node.text() for node in guide.css("dt > code")}
    assert {"figures", "gloss", "says", "root", "allow", "corrections", "formerly"} <= named
    assert named - kinds - {"main", "makefile"} <= fields | parts


def test_paths_named_in_the_guide_exist(guide: LexborHTMLParser) -> None:
    paths = {line for line in guide_code(guide) if re.fullmatch(r"facts/[\w./-]*", line)}
    assert "facts/receipts/" in paths and all((ROOT / path).exists() for path in paths)


def test_the_first_commands_of_the_readme_are_make_and_make_test() -> None:
    first = re.search(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert first is not None
    assert [line.split("#")[0].strip() for line in first[1].strip().split("\n")] == ["make", "make test"]
    assert shutil.which("make")
