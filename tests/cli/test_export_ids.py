"""`factpress export schemas` in a project: an editor completes the ids that are there and underlines others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from factpress.cli.examples import BASE, lay
from factpress.cli.main import group
from factpress.exports.schemas import RECORDS, REFERS, schemas
from factpress.records import fields as types

CLAIM = {"claim": "It is so.", "evidence": [{"source": "gazette-2021-05-30", "quote": "It is so."}]}
SOURCE = {"type": "webpage", "title": "It", "issued": "2020", "root": "harbour-gazette"}
ENTITY = {"name": "It", "type": "Place"}


def export(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["export", "schemas", str(folder), *arguments])


@pytest.fixture
def written(tmp_path: Path) -> dict[str, Draft202012Validator]:
    lay("# facts/entities/north-pier.yml\nname: North Pier\ntype: Place\n", tmp_path)
    done = export(tmp_path / "out", "--project", str(tmp_path))
    assert done.exit_code == 0, done.output
    made = {path.stem: json.loads(path.read_text("utf-8")) for path in (tmp_path / "out").iterdir()}
    for schema in made.values():
        Draft202012Validator.check_schema(schema)
    return {kind: Draft202012Validator(schema) for kind, schema in made.items()}


def evidence(**fields: str) -> dict[str, Any]:
    return {**CLAIM, "evidence": [{**CLAIM["evidence"][0], **fields}]}  # type: ignore[dict-item] # a mapping


def asked(party: str) -> dict[str, Any]:
    return {**CLAIM, "replies": [{"party": party, "asked": "2021-06-01", "how": "by letter", "answer": "none"}]}


def challenged(by: str) -> dict[str, Any]:
    return {**CLAIM, "challenges": [{"by": by, "date": "2021-06-01", "says": "It was the south pier."}]}


CASES: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "a source": ("claim", CLAIM, evidence(source="gazete-2021-05-30")),
    "an article": (
        "claim",
        {"claim": "It is so.", "appears_in": [{"source": "gazette-2021-05-30", "quote": "It is so."}]},
        {"claim": "It is so.", "appears_in": [{"source": "gazette", "quote": "It is so."}]},
    ),
    "whose word": ("claim", evidence(attributed_to="harbour-gazette"), evidence(attributed_to="harbor-gazette")),
    "whose word, in words": ("claim", evidence(attributed_to="a visitor"), evidence(attributed_to="visitor")),
    "entities": ("claim", {**CLAIM, "about": ["harbour-gazette"]}, {**CLAIM, "about": ["harbour-gazete"]}),
    "places": ("claim", {**CLAIM, "where": ["north-pier"]}, {**CLAIM, "where": ["harbour-gazette"]}),
    "who said it": ("claim", {**CLAIM, "said_by": "harbour-gazette"}, {**CLAIM, "said_by": "gazette"}),
    "claims": ("claim", {**CLAIM, "rests_on": ["pier-opened"]}, {**CLAIM, "rests_on": ["pier-open"]}),
    "who was asked": ("claim", asked("harbour-gazette"), asked("gazette")),
    "who objects": ("claim", challenged("harbour-gazette"), challenged("gazette")),
    "who objects, in words": ("claim", challenged("a reader"), challenged("")),
    "an empty field": ("claim", {**CLAIM, "said_by": None, "about": None}, {**CLAIM, "said_by": ""}),
    "a root": ("source", SOURCE, {**SOURCE, "root": "harbour"}),
    "a larger place": ("entity", {**ENTITY, "part_of": "north-pier"}, {**ENTITY, "part_of": "south-pier"}),
    "articles": (
        "site",
        {"format": 1, "name": "It", "articles": ["gazette-2021-05-30"]},
        {"format": 1, "name": "It", "articles": ["gazette-2021-05-3"]},
    ),
}


@pytest.mark.parametrize("what", CASES)
def test_an_id_that_is_there_passes_and_a_misspelt_one_fails(
    what: str, written: dict[str, Draft202012Validator]
) -> None:
    kind, sound, misspelt = CASES[what]
    assert not list(written[kind].iter_errors(sound))
    assert list(written[kind].iter_errors(misspelt))


def test_every_field_that_holds_ids_of_others_is_known() -> None:
    models = {*RECORDS, *REFERS}
    holds = {
        (model, name)
        for model in models
        for name, field in model.model_fields.items()
        if _holds(field.annotation, field.metadata) and name != "formerly"
    }
    assert holds == {(model, name) for model, names in REFERS.items() for name in names}


def _holds(annotation: Any, metadata: list[Any]) -> bool:
    """Whether a type is, or is made of, that of ids or of attributions."""
    kinds = [get_args(types.Id)[1], get_args(types.Attribution)[1]]
    return any(each in kinds for each in metadata) or any(
        _holds(part, list(getattr(part, "__metadata__", ()))) for part in get_args(annotation)
    )


def test_without_a_project_any_id_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert export(tmp_path / "out").exit_code == 0
    assert {path.name: path.read_text("utf-8") for path in (tmp_path / "out").iterdir()} == schemas()
    done = export(tmp_path / "more", "--project", str(tmp_path))
    assert done.exit_code == 2 and not (tmp_path / "more").exists()


def test_generic_schemas_know_no_project_and_others_follow_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(BASE, tmp_path)
    monkeypatch.chdir(tmp_path)
    for arguments, knows in (((), True), (("--generic",), False), ((), True)):
        assert export(tmp_path / "out", *arguments).exit_code == 0
        assert ("harbour-gazette" in (tmp_path / "out/source.json").read_text("utf-8")) is knows


def test_a_broken_record_is_said_to_be_missing(tmp_path: Path) -> None:
    lay(BASE, tmp_path)
    (tmp_path / "facts/entities/ferry.yml").write_text("name: [\n", "utf-8")
    done = export(tmp_path / "out", "--project", str(tmp_path))
    assert done.exit_code == 0 and "the schemas do not contain the ids of 1 broken file: see" in done.output
