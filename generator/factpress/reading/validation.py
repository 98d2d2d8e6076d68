"""A document's values become a record, or the faults of their shape: one for each cause, at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import UnionType
from typing import Any, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from factpress.findings import Fault, Place, nearest, shown
from factpress.reading.document import Document
from factpress.reading.tree import RecordFile
from factpress.reading.yaml_events import MERGE
from factpress.records.claim import Claim
from factpress.records.entity import Entity
from factpress.records.fields import PREFIX, WORDS
from factpress.records.page import Page
from factpress.records.record import Keys, Origin, Record
from factpress.records.site import Site
from factpress.records.source import Source

MODELS: Mapping[str, type[Record]] = {"claim": Claim, "source": Source, "entity": Entity, "site": Site, "page": Page}


def validate(document: Document, file: RecordFile) -> tuple[Record | None, list[Fault]]:
    """The record that a document's values make, or the faults of its shape."""
    model = MODELS[file.kind]
    faults = [
        Fault("unquoted-value", document.at(*path), found=str(_value(document.data, path)), mild=True)
        for path in document.plain
        if _wants_words(model, tuple(0 if isinstance(key, int) else key for key in path))
    ]
    faults += _unknown_and_empty(model, document)
    try:
        record = model.model_validate(document.data)
    except ValidationError as error:
        return None, faults + _wrong(model, document, error)
    record.placed(Origin(file.id, file.path, file.topic, document.at, document.at_key))
    return record, faults


def _unknown_and_empty(model: type[Record], document: Document) -> Iterator[Fault]:
    """Keys without a value that are no field, or that name a figure: an empty value means that the key is absent."""
    for path, place in document.empty:
        owner = _model_at(model, path[:-1])
        if is_model(owner) and owner.model_config.get("extra") != "allow" and path[-1] not in owner.model_fields:
            yield _unknown(owner, str(path[-1]), place)
        elif not is_model(owner):
            yield Fault("lost-words", place, found=str(path[-1]))


def _unknown(owner: Any, key: str, place: Place) -> Fault:
    fields = sorted(owner.model_fields)
    return Fault("unknown-key", place, found=key, wanted=nearest(key, fields) or ", ".join(fields))


def _wrong(model: type[Record], document: Document, error: ValidationError) -> list[Fault]:
    """Faults of shape: one for each cause and for each misspelt key, none where reading already found one."""
    missing: dict[Keys, Fault] = {}
    reported: set[Keys] = set(document.spoiled)
    faults: dict[tuple[str, Place, str], Fault] = {}
    for keys, kind, context in _errors(model, document, error):
        if any(keys[: len(path)] == path for path in document.spoiled):
            continue
        if kind == "missing-key":
            missing[keys] = Fault(
                kind, document.at(*keys[:-1]), found=context["found"], wanted=_owner(model, keys[:-1])
            )
            continue
        if kind == "unknown-key":
            fault = _unknown(_model_at(model, keys[:-1]), str(keys[-1]), document.at_key(*keys))
            reported.add((*keys[:-1], fault.wanted))
        else:
            reported.add(keys)
            fault = Fault(kind, document.at(*keys), found=context["found"], wanted=context["wanted"])
        faults.setdefault((fault.kind, fault.place, fault.found), fault)
    return [*faults.values(), *(fault for keys, fault in missing.items() if reported.isdisjoint(_ways(model, keys)))]


def _errors(
    model: type[Record], document: Document, error: ValidationError
) -> Iterator[tuple[Keys, str, dict[str, str]]]:
    """Each error as the keys of its place, our kind of fault and its words."""
    for group in model.one_of:
        if not any(document.data.get(name) for name in group):
            yield (group[0],), "missing-key", {"found": " or ".join(f"`{name}`" for name in group)}
    for one in error.errors(include_url=False, include_input=True):
        keys, kind, value = one["loc"], one["type"], one["input"]
        context = one.get("ctx", {})
        if kind.startswith(PREFIX):
            yield keys, kind.removeprefix(PREFIX), {"found": context["message"], "wanted": context["help"]}
        elif kind == "missing" and keys and one["msg"] == "Field required":
            yield keys, "missing-key", {"found": f"`{keys[-1]}`"}
        elif kind == "missing" and keys:
            yield (*keys, "literal"), "missing-key", {"found": "`literal` or `family`"}
        elif kind == "extra_forbidden":
            yield keys, "unknown-key", {}
        elif kind == "literal_error":
            yield (
                keys,
                "not-a-choice",
                {"found": _described(value), "wanted": str(context["expected"]).replace("'", "`")},
            )
        elif kind == "too_short":
            # A list whose values are all unreadable is not empty.
            if not value:
                yield keys, "wrong-shape", {"found": "the list is empty", "wanted": "write at least one value"}
        elif kind != "missing":
            wanted = "a list" if "tuple" in kind else "a mapping"
            example = f"`[{value}]`" if "tuple" in kind and isinstance(value, str) and len(value) < 60 else wanted
            yield (
                keys,
                "wrong-shape",
                {"found": f"{wanted} is expected here, not {_described(value)}", "wanted": f"write {example} here"},
            )


def _described(value: Any) -> str:
    if isinstance(value, str):
        return shown(value)
    return "a mapping" if isinstance(value, Mapping) else "a list"


def _value(data: Any, keys: Keys) -> Any:
    for key in keys:
        data = data[key]
    return data


@lru_cache(maxsize=4096)
def _wants_words(model: Any, keys: Keys) -> bool:
    """Whether readers see the value at these keys as words; all values of a list are alike."""
    names = [at for at, key in enumerate(keys) if isinstance(key, str)]
    found = _model_at(model, keys[: names[-1]]) if names else None
    field = found.model_fields.get(str(keys[names[-1]])) if is_model(found) else None
    return field is not None and (WORDS in field.metadata or _marked(field.annotation))


def _marked(annotation: Any) -> bool:
    return WORDS in getattr(annotation, "__metadata__", ()) or any(map(_marked, get_args(annotation)))


def inner_type(annotation: Any) -> Any:
    """The model or type inside optional, tuple, mapping and annotated types."""
    while (origin := get_origin(annotation)) is not None:
        arguments = get_args(annotation)
        if origin in (Union, UnionType):
            annotation = next(argument for argument in arguments if argument is not type(None))
        else:
            annotation = arguments[1 if isinstance(origin, type) and issubclass(origin, Mapping) else 0]
    return annotation


def _model_at(model: Any, keys: Keys) -> Any:
    """The model or type of the value at these keys."""
    for key in keys:
        if isinstance(key, str) and is_model(model):
            field = model.model_fields.get(key)
            model = inner_type(field.annotation) if field else None
    return model


def is_model(found: Any) -> TypeGuard[type[BaseModel]]:
    """Whether a type is a model, with keys of its own."""
    return isinstance(found, type) and issubclass(found, BaseModel)


def _ways(model: Any, keys: Keys) -> Iterator[Keys]:
    """The keys that can replace a missing one, itself included; a merge could have added it."""
    yield from (keys, (*keys[:-1], MERGE))
    found = _model_at(model, keys[:-1])
    for group in getattr(found, "one_of", ()):
        yield from ((*keys[:-1], name) for name in group if keys[-1] in group)


def _owner(model: Any, keys: Keys) -> str:
    """The name of what should have a key: the name of its model."""
    found = _model_at(model, keys)
    return found.__name__.lower() if is_model(found) else "mapping"
