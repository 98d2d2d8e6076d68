"""`factpress export schemas`: what editors read says what the check says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from factpress import exports
from factpress.cli.examples import lay
from factpress.cli.export import export
from factpress.cli.main import group
from factpress.exports.format import Project, formats
from factpress.exports.schemas import schemas
from factpress.pipeline import book_of

SCHEMAS = {name.removesuffix(".json"): json.loads(text) for name, text in schemas().items()}
REPOSITORY = Path(__file__).parent.parent.parent
FOLDERS = {"claims": "claim", "sources": "source", "entities": "entity"}


class Loader(yaml.SafeLoader):
    """YAML as editors read it (1.2): dates, `no` and times of day are text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, expression) for tag, expression in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def records() -> Iterator[tuple[str, Path]]:
    yield "site", REPOSITORY / "facts/site.yml"
    for folder, kind in FOLDERS.items():
        yield from ((kind, path) for path in sorted((REPOSITORY / "facts" / folder).rglob("*.yml")))


def load(text: str) -> Any:
    return yaml.load(text, Loader)  # noqa: S506 a safe loader with fewer types


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_valid_and_describes_every_field(kind: str) -> None:
    schema = SCHEMAS[kind]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema") and "$id" not in schema
    assert schema["title"] == f"factpress: {kind}"
    for part in (schema, *schema.get("$defs", {}).values()):
        assert part["description"]
        assert part["additionalProperties"] is False
        assert all(field["description"] for field in part["properties"].values())


def test_the_first_site_has_the_schemas_for_its_editors() -> None:
    written = {path.name: path.read_text("utf-8") for path in (REPOSITORY / "docs/schemas").iterdir()}
    assert written == schemas()


def test_every_record_of_the_first_site_names_its_schema_and_validates() -> None:
    wrong = []
    for kind, path in records():
        named = path.read_text("utf-8").partition("\n")[0].removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / named).resolve() == REPOSITORY / f"docs/schemas/{kind}.json", path
        for error in Draft202012Validator(SCHEMAS[kind]).iter_errors(load(path.read_text("utf-8"))):
            wrong.append((path.name, error.json_path, error.message))
    assert not wrong


CLAIM = "claim: It is so.\nevidence: [{source: a, quote: It is so.}]\n"
SOURCE = "type: webpage\ntitle: It\nissued: 2020\nroot: a\n"
SOUND = {
    "an empty optional field": ("claim", CLAIM + "when:\nwhere:\nfigures:\nverdict:\n"),
    "a bare year": ("claim", CLAIM + "when: 2020\n"),
    "a figure as a number": ("claim", CLAIM + "figures: {killed: 3, share: 2.5}\n"),
    "an article's words alone": ("claim", "claim: It is so.\nappears_in: [{source: a, quote: It is so.}]\n"),
    "a source without a date, with a reason": ("source", SOURCE.replace("issued: 2020", "undated: It gives none.")),
    "a source without a title": ("source", SOURCE.replace("title: It", 'title: ""\nnote: A photograph.')),
    "a site with an empty list": ("site", "format: 1\nname: A site\narticles:\nbudgets:\n"),
}
BROKEN = {
    "a misspelt key": ("claim", CLAIM + "evidense: []\n"),
    "no evidence and no article": ("claim", "claim: It is so.\n"),
    "a missing claim": ("claim", "evidence: [{source: a, quote: It is so.}]\n"),
    "an empty required field": ("claim", CLAIM.replace("It is so.\n", "\n", 1)),
    "an id with capitals": ("claim", CLAIM + "where: [Camp Taji]\n"),
    "evidence without a quote": ("claim", "claim: It is so.\nevidence: [{source: a}]\n"),
    "a text where a list belongs": ("claim", CLAIM + "about: a\n"),
    "another stance": ("claim", CLAIM.replace("quote:", "stance: doubts, quote:")),
    "another type of document": ("source", SOURCE.replace("webpage", "web")),
    "neither a date nor a reason": ("source", SOURCE.replace("issued: 2020\n", "")),
    "an author without a name": ("source", SOURCE + "author: [{given: Ann}]\n"),
    "another type of entity": ("entity", "name: It\ntype: Thing\n"),
    "another format": ("site", "format: 2\nname: A site\n"),
}


@pytest.mark.parametrize("what", SOUND)
def test_what_the_check_takes_validates(what: str) -> None:
    kind, text = SOUND[what]
    assert not list(Draft202012Validator(SCHEMAS[kind]).iter_errors(load(text)))


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_does_not_validate(what: str) -> None:
    kind, text = BROKEN[what]
    assert list(Draft202012Validator(SCHEMAS[kind]).iter_errors(load(text)))


def test_it_says_what_it_writes_and_writes_it_again(tmp_path: Path) -> None:
    folder = tmp_path / "docs" / "schemas"
    for _ in range(2):
        done = CliRunner().invoke(group, ["export", "schemas", str(folder)])
        assert done.exit_code == 0
        assert done.output.splitlines() == [f"wrote {folder / f'{kind}.json'}" for kind in SCHEMAS]
    assert {path.name for path in folder.iterdir()} == {"claim.json", "source.json", "entity.json", "site.json"}
    assert all(b"\r" not in path.read_bytes() and path.read_bytes().endswith(b"}\n") for path in folder.iterdir())


@pytest.mark.parametrize("data", [b'{"claims": []}', b"[" * 100_000, b"\xff", b'{"title": "factpress: entity"}'])
def test_another_file_is_never_overwritten(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "site.json").write_bytes(data)
    done = CliRunner().invoke(group, ["export", "schemas", str(tmp_path)])
    assert done.exit_code == 2
    assert "site.json already exists and is not a file of this format; nothing was written" in done.output
    assert [path.name for path in tmp_path.iterdir()] == ["site.json"]
    assert (tmp_path / "site.json").read_bytes() == data


def test_a_link_is_never_written_through(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "claim.json").symlink_to(tmp_path / "elsewhere")
    assert CliRunner().invoke(group, ["export", "schemas", str(tmp_path / "out")]).exit_code == 2
    assert not (tmp_path / "elsewhere").exists()


def test_the_schemas_are_the_same_to_the_byte_whatever_the_hash_seed() -> None:
    script = "import sys; from factpress.exports.schemas import schemas; sys.stdout.write(''.join(schemas().values()))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_every_format_has_its_command_with_its_help() -> None:
    commands = export.commands
    assert list(commands) == list(formats()) and {"pages", "schemas"} <= set(commands)
    for name, format in formats().items():
        assert commands[name].help == format.help
        done = CliRunner().invoke(group, ["export", name, "--help"])
        assert done.exit_code == 0
        assert ("--generic" in done.output) == format.serves_any_project


def test_a_module_with_a_format_is_a_format(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "titles.py").write_text(
        '"""The titles of sources."""\n'
        "from factpress.exports.format import Format\n"
        "def files(project):\n    yield from ((f'{id}.txt', s.title) for id, s in project.book.sources.items())\n"
        "FORMAT = Format('Write titles into DIR.', files)\n",
        "utf-8",
    )
    before = formats()
    monkeypatch.setattr(exports, "__path__", [*exports.__path__, str(tmp_path)])
    assert set(formats()) - set(before) == {"titles"}
    lay("", tmp_path / "project")
    _, book = book_of(tmp_path / "project")
    assert dict(formats()["titles"].files(Project(book))) == {"gazette-2021-05-30.txt": "Pier opens"}
