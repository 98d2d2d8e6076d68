"""What the docs name exists: commands, options, make targets, rules, fields and files."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from proving import prove

from factpress import reports
from factpress.cli.main import group
from factpress.findings import Severity
from factpress.pipeline import check
from factpress.reading.shape import MODELS
from factpress.records.claim import Appearance, Evidence
from factpress.records.date import parse_date
from factpress.records.site import Budgets
from factpress.rules import RULES
from factpress.rules.quote_form import FEWEST_WORDS

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "facts").rglob("*.md")])
CODE = re.compile(r"`([^`\n]+)`|^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def code(document: Path) -> Iterator[str]:
    for match in CODE.finditer(document.read_text("utf-8")):
        yield from (match[1] or match[2]).split("\n")


def test_there_are_documents() -> None:
    assert {document.name for document in DOCUMENTS} >= {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "index.md"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.relative_to(ROOT).as_posix())
def test_commands_and_their_options_exist(document: Path) -> None:
    for line in code(document):
        words = line.split("#")[0].split()
        if words[:1] != ["factpress"] or len(words) == 1:
            continue
        command = group.commands.get(words[1])
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


def templates() -> list[tuple[str, str]]:
    """The templates of records by the path that each names in its first line."""
    return re.findall(r"```yaml\n(?=# (facts/\S+)\n)(.*?)```", (ROOT / "facts/README.md").read_text("utf-8"), re.DOTALL)


def lay_templates(folder: Path) -> None:
    for path, text in templates():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text.partition("\n")[2], "utf-8")
    prove(folder)


def test_the_templates_of_records_are_sound_and_use_only_fields_that_exist(tmp_path: Path) -> None:
    assert {Path(path).parts[1] for path, _ in templates()} == {"claims", "sources", "entities", "site.yml"}
    lay_templates(tmp_path)
    checked = check(tmp_path, today=parse_date("2026-11-24"))
    assert [finding for finding in checked.findings if finding.name != "uncovered-sentence"] == []
    assert checked.ledger.records == len(templates()) + len(checked.book.receipts)


def test_a_new_site_gets_the_same_templates() -> None:
    ours, theirs = (ROOT / folder / "facts/README.md" for folder in (".", "generator/factpress/cli/starter"))
    assert theirs.read_text("utf-8") == ours.read_text("utf-8")


def test_fields_named_in_the_templates_text_exist() -> None:
    fields = {field for model in MODELS.values() for field in model.model_fields}
    named = set(re.findall(r"`([a-z_]+): ?[\[{]", (ROOT / "facts/README.md").read_text("utf-8")))
    assert named and named <= fields


GUIDE = (ROOT / "docs/guides/contribute.md").read_text("utf-8")


def test_the_guides_message_is_the_one_that_the_check_prints(tmp_path: Path) -> None:
    lay_templates(tmp_path)
    path = tmp_path / "facts/claims/harbour/pier-opened.yml"
    path.write_text(path.read_text("utf-8").replace("gazette-2021-05-30", "gazette-2021-05-03", 1), "utf-8")
    found = re.search(r"```text\n(.*?)```", GUIDE, re.DOTALL)
    assert found and found[1] in reports.text(check(tmp_path, today=parse_date("2026-11-24")))


def test_the_guides_levels_are_those_of_findings() -> None:
    rows = re.findall(r"^\| (\w+) \| [A-Z]", GUIDE, re.MULTILINE)
    assert sorted(rows) == sorted(severity.value for severity in Severity)


def test_the_guides_fields_exist() -> None:
    named = set(re.findall(r"`([a-z_]+)(?:: \w+)?`", GUIDE)) - set(group.commands) - {"make", "evidense"}
    fields = {field for model in MODELS.values() for field in model.model_fields}
    parts = {field for part in (Evidence, Appearance) for field in part.model_fields}
    assert {"figures", "gloss", "says", "root", "allow"} <= named <= fields | parts


def test_the_guides_length_of_a_quote_is_the_one_that_is_enforced() -> None:
    assert f"{FEWEST_WORDS} to {Budgets().quote_words}. Copy them" in GUIDE


def test_the_first_commands_of_the_readme_are_make_and_make_test() -> None:
    first = re.search(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert first is not None
    assert [line.split("#")[0].strip() for line in first[1].strip().split("\n")] == ["make", "make test"]
    assert shutil.which("make")
