"""JSON Schemas of the records, for editors: made of the models, so that they say what the check says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from factpress.records.claim import Appearance, Claim, Evidence
from factpress.records.entity import Entity
from factpress.records.record import Part, Record
from factpress.records.site import Site
from factpress.records.source import Name, Source

DRAFT = "https://json-schema.org/draft/2020-12/schema"
RECORDS: tuple[type[Record], ...] = (Claim, Source, Entity, Site)
# Parts by the name that their definition has, for what the models ask beyond single fields.
_PARTS: tuple[type[Part], ...] = (Appearance, Evidence, Name)
_EMPTY: dict[str, Any] = {"type": "null"}


def schemas() -> Mapping[str, str]:
    """The text of each kind's schema by its file's name."""
    return {f"{model.kind()}.json": text_of(model) for model in RECORDS}


def text_of(model: type[Record]) -> str:
    """The schema of one kind of record, the same to the byte in every run."""
    made = model.model_json_schema()
    parts = made.pop("$defs", {})
    whole = {"$schema": DRAFT, "title": title_of(model), **_finished(made, model)}
    if parts:
        models = {part.__name__: part for part in _PARTS}
        whole["$defs"] = {name: _finished(part, models.get(name)) for name, part in sorted(parts.items())}
    return json.dumps(whole, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def title_of(model: type[Record]) -> str:
    """What editors call the schema, and by which a written one is known again."""
    return f"factpress: {model.kind()}"


def is_schema(text: str, name: str) -> bool:
    """Whether a file of that name holds one of these schemas, of this version or another."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return False
    titles = {f"{model.kind()}.json": title_of(model) for model in RECORDS}
    return isinstance(found, dict) and found.get("$schema") == DRAFT and found.get("title") == titles.get(name)


def _finished(schema: Mapping[str, Any], model: type[Part] | None) -> dict[str, Any]:
    """One mapping's schema as editors need it: optional fields may be empty, and one of some fields is required."""
    required = schema.get("required", ())
    whole = {
        "type": "object",
        "description": schema["description"],
        "properties": {
            name: _field(_described(field, model, name), optional=name not in required)
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


def _field(schema: Mapping[str, Any], *, optional: bool) -> dict[str, Any]:
    """A field's schema; the empty value of a key without anything behind it is null for editors."""
    field = {"description": schema["description"]}
    choices = [choice for choice in _choices(schema) if choice != _EMPTY]
    if optional:
        field["anyOf"] = [*choices, _EMPTY]
    else:
        (choice,) = choices
        field |= choice
    if isinstance(schema.get("default"), (str, int)) and schema["default"] in schema.get("enum", ()):
        field["default"] = schema["default"]
    return field


def _choices(schema: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The kinds of value that a field may hold, without what is said of the field itself."""
    said = {"description", "title", "default", "anyOf"}
    for choice in schema.get("anyOf", [schema]):
        yield {key: value for key, value in choice.items() if key not in said}
