"""The fields of records on the command line: options, questions, and the values they produce."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factpress.findings import shown
from factpress.records.claim import Appearance, Claim, Evidence
from factpress.records.entity import Entity
from factpress.records.record import Kind, Part
from factpress.records.source import Source
from factpress.records.unreadable import Unreadable

_FIGURE = re.compile(r"([a-z][a-z0-9_]*) *= *(\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Field:
    """A field on the command line: its option, and the model's field that it fills."""

    name: str
    model: type[Part] | None
    key: str
    refers: Kind | None = None
    many: bool = False
    hint: str = ""

    @property
    def option(self) -> str:
        """The option's name."""
        return "--" + self.name.replace("_", "-")

    @property
    def description(self) -> str:
        """The model's description of it, with the hint."""
        said = (self.model.model_fields[self.key].description or "") if self.model else ""
        return " ".join(part for part in (said, self.hint) if part)


FIELDS: Mapping[str, Sequence[Field]] = {
    "claim": (
        Field("claim", Claim, "claim"),
        Field("topic", None, "topic", hint="The folder of the claim, such as `attacks`."),
        Field("when", Claim, "when"),
        Field("where", Claim, "where", "entity", many=True),
        Field("about", Claim, "about", "entity", many=True),
        Field("figure", Claim, "figures", many=True, hint="Written as name=value, such as killed=3."),
        Field("article", Appearance, "source", "source", hint="Only an article under check; otherwise leave it out."),
        Field("article_quote", Appearance, "quote"),
        Field("source", Evidence, "source", "source"),
        Field("attributed_to", Evidence, "attributed_to", "entity"),
        Field("first_hand", Evidence, "first_hand"),
        Field("stance", Evidence, "stance", hint="One of supports, disputes and context."),
        Field("quote", Evidence, "quote"),
        Field("gloss", Evidence, "gloss"),
    ),
    "source": (
        Field("url", Source, "url"),
        Field("type", Source, "type", hint="Such as webpage, article-newspaper, post-weblog, report or speech."),
        Field("title", Source, "title"),
        Field("container_title", Source, "container_title"),
        Field("author", Source, "author", many=True, hint="Each as `Family, Given`, or an organization's name."),
        Field("publisher", Source, "publisher"),
        Field("issued", Source, "issued"),
        Field("undated", Source, "undated"),
        Field("accessed", Source, "accessed"),
        Field("language", Source, "language"),
        Field("root", Source, "root", "entity"),
        Field("rights", Source, "rights", hint="One of quotation, public-domain and open-licence."),
        Field("note", Source, "note"),
    ),
    "entity": (
        Field("name", Entity, "name"),
        Field("type", Entity, "type", hint="One of Person, Organization, Place and Event."),
        Field("naming", Entity, "naming"),
        Field("short_name", Entity, "short_name"),
        Field("alternate_name", Entity, "alternate_name", many=True),
        Field("description", Entity, "description"),
        Field("part_of", Entity, "part_of", "entity"),
        Field("voice_of", Entity, "voice_of", "entity"),
    ),
}
EVIDENCE = ("source", "attributed_to", "first_hand", "stance", "quote", "gloss")


def stored_value(field: Field, value: Any) -> Any:
    """An answer in the form that the record stores; raises `Unreadable`."""
    if field.name == "figure":
        return dict(map(_figure, value))
    if field.name == "author":
        return [_author(name) for name in value]
    return list(value) if field.many else value


def placed(field: Field, stored: Any) -> dict[str, Any]:
    """The record's fields from one answer, with the other fields that its part requires."""
    beside = {"source": "a", "quote": "It is so."}
    if field.model is Evidence:
        return {"evidence": [{**beside, field.key: stored}]}
    if field.model is Appearance:
        return {"appears_in": [{**beside, field.key: stored}]}
    return {field.key: stored}


def _figure(text: str) -> tuple[str, str]:
    found = _FIGURE.fullmatch(text)
    if not found:
        raise Unreadable(f"{shown(text)} is not a figure with a name", help="write it as name=value, such as killed=3")
    return found[1], found[2]


def _author(text: str) -> dict[str, str]:
    family, comma, given = (part.strip() for part in text.partition(","))
    return {"family": family, "given": given} if comma and family and given else {"literal": text}
