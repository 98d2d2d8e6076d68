"""JSON Schemas of the records, for editors; they are made from the models, like the check."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factpress.book import Book
from factpress.exports.format import Copied, Format, Project
from factpress.records.claim import Appearance, Claim, Evidence
from factpress.records.entity import Entity
from factpress.records.record import Part, Record
from factpress.records.reply import Challenge, Reply
from factpress.records.site import Site
from factpress.records.source import Name, Source

DRAFT = "https://json-schema.org/draft/2020-12/schema"
RECORDS: tuple[type[Record], ...] = (Claim, Source, Entity, Site)
# Parts by the name that their definition has, for what the models ask beyond single fields.
_PARTS: tuple[type[Part], ...] = (Appearance, Challenge, Evidence, Name, Reply)
_EMPTY: dict[str, Any] = {"type": "null"}
Ids = Mapping[str, Sequence[str]]
"""Ids that editors complete, by the kind of record: `claim`, `source`, `entity` or `place`."""
REFERS: Mapping[type[Part], Mapping[str, str]] = {
    Claim: {"where": "place", "about": "entity", "said_by": "entity", "rests_on": "claim"},
    Appearance: {"source": "source", "attributed_to": "entity"},
    Evidence: {"source": "source", "attributed_to": "entity"},
    Reply: {"party": "entity"},
    Challenge: {"by": "entity"},
    Source: {"root": "entity"},
    Entity: {"part_of": "entity", "voice_of": "entity"},
    Site: {"articles": "source"},
}
"""The fields with ids of other records, and the kinds of these records."""


def ids_of(book: Book) -> Ids:
    """The ids of a project's sound records."""
    places = [id for id, entity in book.entities.items() if entity.type == "Place"]
    shelves = {"claim": book.claims, "source": book.sources, "entity": book.entities, "place": places}
    return {name: sorted(shelf) for name, shelf in shelves.items()}


def schemas(ids: Ids | None = None) -> Mapping[str, str]:
    """The text of each kind's schema by its file's name; if ids are given, an id has to be one of them."""
    return {f"{model.kind()}.json": text_of(model, ids) for model in RECORDS}


def text_of(model: type[Record], ids: Ids | None = None) -> str:
    """The schema of one kind of record, the same to the byte in every run."""
    made = model.model_json_schema()
    parts = made.pop("$defs", {})
    whole = {"$schema": DRAFT, "title": title_of(model), **_finished(made, model, ids or {})}
    if parts:
        models = {part.__name__: part for part in _PARTS}
        whole["$defs"] = {name: _finished(part, models.get(name), ids or {}) for name, part in sorted(parts.items())}
    return json.dumps(whole, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def title_of(model: type[Record]) -> str:
    """The title of the schema, for editors and to recognize a written one."""
    return f"factpress: {model.kind()}"


def is_schema(text: str, name: str) -> bool:
    """Whether a file of that name is one of these schemas, of this version or another."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return False
    titles = {f"{model.kind()}.json": title_of(model) for model in RECORDS}
    return isinstance(found, dict) and found.get("$schema") == DRAFT and found.get("title") == titles.get(name)


def files(project: Project) -> Iterator[tuple[str, str | Copied]]:
    """The schemas; without records every id is allowed."""
    yield from schemas(ids_of(project.book)).items()


FORMAT = Format(
    """Write the JSON Schemas of records into DIR, for editors.

    With them an editor completes the ids of the project's records and underlines unknown ids. Outside a project,
    and with --generic, every id is allowed.
    """,
    files,
    is_own=is_schema,
    serves_any_project=True,
)


def _finished(schema: Mapping[str, Any], model: type[Part] | None, ids: Ids) -> dict[str, Any]:
    """One mapping's schema as editors need it: optional fields may be empty, and one of some fields is required."""
    required = schema.get("required", ())
    whole = {
        "type": "object",
        "description": schema["description"],
        "properties": {
            name: _field(_referring(_described(field, model, name), model, name, ids), optional=name not in required)
            for name, field in schema["properties"].items()
        },
        "additionalProperties": False,
    }
    if required:
        whole["required"] = list(required)
    groups = [{"anyOf": [{"required": [name]} for name in group]} for group in (model.one_of if model else ())]
    if groups:
        whole["allOf"] = groups
    return whole


def _described(schema: Mapping[str, Any], model: type[Part] | None, name: str) -> Mapping[str, Any]:
    """A field's schema with its description, which is lost where the field is a part with a default."""
    return {"description": model.model_fields[name].description, **schema} if model else schema


def _referring(schema: Mapping[str, Any], model: type[Part] | None, name: str, ids: Ids) -> Mapping[str, Any]:
    """A field's schema in which an id of another record is one of those that are there."""
    known = list(ids.get(REFERS.get(model, {}).get(name, ""), ())) if model else []
    if not known:
        return schema
    one: dict[str, Any] = {"type": "string", "enum": known}

    def listed(choice: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        if choice.get("type") == "array":
            return [{**choice, "items": one}]
        if choice.get("type") != "string":
            return [choice]
        words = {key: value for key, value in choice.items() if key in {"description", "title"}}
        # A field that also takes words: these have a space.
        return [{**words, **one}] if "pattern" in choice else [one, {"type": "string", "pattern": " "}]

    if "anyOf" in schema:
        return {**schema, "anyOf": [made for choice in schema["anyOf"] for made in listed(choice)]}
    first, *more = listed(schema)
    return {"description": schema["description"], "anyOf": [first, *more]} if more else first


def _field(schema: Mapping[str, Any], *, optional: bool) -> dict[str, Any]:
    """A field's schema; the empty value of a key without anything behind it is null for editors."""
    field = {"description": schema["description"]}
    choices = [choice for choice in _choices(schema) if choice != _EMPTY]
    if optional:
        field["anyOf"] = [*choices, _EMPTY]
    elif len(choices) == 1:
        field |= choices[0]
    else:
        field["anyOf"] = choices
    if isinstance(schema.get("default"), (str, int)) and schema["default"] in schema.get("enum", ()):
        field["default"] = schema["default"]
    return field


def _choices(schema: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The kinds of value of a field, without the description of the field itself."""
    said = {"description", "title", "default", "anyOf"}
    for choice in schema.get("anyOf", [schema]):
        yield {key: value for key, value in choice.items() if key not in said}
