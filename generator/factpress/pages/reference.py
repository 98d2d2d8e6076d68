"""The reference of records: what the models say of their fields, in a contributor's words."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import UnionType
from typing import Any, Literal, TypeGuard, Union, get_args, get_origin, get_type_hints

from factpress import addresses
from factpress.findings import listed
from factpress.pages.links import LinkedBook, To
from factpress.pages.spans import Spans, spans
from factpress.records import fields
from factpress.records.claim import Claim
from factpress.records.entity import Entity
from factpress.records.record import LastingRecord, Part, Record
from factpress.records.site import Site
from factpress.records.source import Source

EVERY = "record"
"""The kind in the anchors of the fields that several kinds of record have."""
_SHARED = tuple(LastingRecord.model_fields)
LEADS: Mapping[str, tuple[str, str]] = {
    "where": ("an entity", "entities"),
    "about": ("an entity", "entities"),
    "said_by": ("an entity", "entities"),
    "root": ("an entity", "entities"),
    "part_of": ("an entity", "entities"),
    "voice_of": ("an entity", "entities"),
    "party": ("an entity", "entities"),
    "source": ("a source", "sources"),
    "articles": ("a source", "sources"),
    "rests_on": ("a claim", "claims"),
}
"""What the ids in each field are ids of; a test compares it with the references of records."""
PLACES: tuple[tuple[type[Record], str, str], ...] = (
    (Claim, "A claim", "facts/claims/<topic>/<id>.yml"),
    (Source, "A source", "facts/sources/<id>.yml"),
    (Entity, "An entity", "facts/entities/<id>.yml"),
    (Site, "The site", "facts/site.yml"),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: its type, what one and several are called, how it is written, and values of it."""

    type: Any
    one: str
    several: str
    written: str = ""
    examples: Sequence[str] = ()


KINDS: Sequence[Kind] = (
    Kind(fields.Text, "text", "texts"),
    Kind(fields.Title, "text, or empty", "texts"),
    Kind(fields.Quote, "text, word for word", "texts"),
    Kind(fields.Language, "language", "languages", "a BCP 47 tag", ("en", "ar", "pt-BR")),
    Kind(fields.Rating, "rating", "ratings", "a whole number from 1 to 5", ("5",)),
    Kind(fields.Word, "word in lower case", "words in lower case"),
    Kind(fields.Handle, "handle", "handles", "a reviewer's name at the repository's host", ("ann-doe",)),
    Kind(fields.Id, "id", "ids", "the name of a record's file, without `.yml`", ("gazette-2021-05-30",)),
    Kind(
        fields.Attribution,
        "id of an entity, or words",
        "ids of entities, or words",
        "an id where there is a record, otherwise words with a space among them",
        ("harbour-office", "an unnamed visitor"),
    ),
    Kind(
        fields.Url, "address", "addresses", "begins with `https://` or `http://`", ("https://example.com/pier-opens",)
    ),
    Kind(
        fields.EditUrl,
        "address that holds `{path}`",
        "addresses",
        "the record's path takes the place of `{path}`",
        ("https://example.com/edit/{path}",),
    ),
    Kind(
        fields.When,
        "date, or a span of dates",
        "dates",
        "a year, a month, a day or a moment; `~` says about, `?` says uncertain, `/` makes a span",
        ("2021", "2021-05", "2021-05-29~", "2021-05-29/2021-06-02", "2021-05-29T19:35:00+03:00"),
    ),
    Kind(fields.Day, "day", "days", "one whole day", ("2021-05-29",)),
    Kind(
        fields.Figures,
        "mapping of figures",
        "mappings of figures",
        "a name for each figure, and the figure in digits or words",
        ("{guests: about 300, cost: USD 1.7 million, closed: 30 days, opening_date: 2021-05-29}",),
    ),
    Kind(
        fields.Sayings,
        "mapping of figures, each of which may be `silent`",
        "mappings of figures",
        "the claim's own names, and what the quote says of each",
        ("{guests: 300, closed: silent}",),
    ),
    Kind(
        fields.MustHold,
        "comparison",
        "comparisons",
        "two sides with one of `=` `<` `<=` `>` `>=` `before` `after` `during` between them; a side is made of "
        "figures and dates of this claim or of another",
        ("killed = americans + britons", "when after pier-planned.when"),
    ),
    Kind(fields.Flag, "`true` or `false`", "values, each `true` or `false`"),
    Kind(fields.Whole, "whole number", "whole numbers", "digits alone, above 0", ("30",)),
    Kind(fields.Share, "percentage", "percentages", "a number and `%`", ("10 %",)),
    Kind(fields.Latitude, "degrees", "degrees", "decimal degrees", ("33.52", "-44.26")),
    Kind(fields.Longitude, "degrees", "degrees"),
)


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """One field: its values, whether it is required, and what it is for; `within` links to its own fields."""

    name: str
    anchor: str
    kind: Spans
    within: To | None
    required: Spans
    about: Spans
    default: str


@dataclass(frozen=True, slots=True)
class Section:
    """A record, or a mapping within one, with its fields and the mappings within it."""

    title: Spans
    anchor: str
    about: Spans
    entries: Sequence[FieldEntry]
    parts: Sequence[Section] = ()
    path: str = ""
    template: To | None = None
    shared: Sequence[tuple[str, To]] = ()


def anchor(kind: str, *keys: str | int) -> str:
    """The anchor of the field that keys of a record lead to, such as `claim-evidence-quote`; numbers don't count."""
    names = [key for key in keys if isinstance(key, str)]
    return "-".join([EVERY if names and names[0] in _SHARED else kind, *names])


def sections(linked: LinkedBook) -> Sequence[Section]:
    """Every kind of record with its fields, and last the fields that several kinds have."""
    guide = linked.url(addresses.of_kind("contribute"))
    kinds = [
        Section(
            spans(title),
            model.kind(),
            spans(doc(model)),
            _entries(model, model.kind(), [name for name in model.model_fields if name not in _SHARED]),
            list(_parts(model, model.kind(), [name for name in model.model_fields if name not in _SHARED])),
            path,
            To(f"Template of {title.lower()}", f"{guide}#template-{model.kind()}"),
            [
                (anchor(model.kind()) + f"-{name}", To(name, f"#{anchor(EVERY, name)}"))
                for name in _SHARED
                if name in model.model_fields
            ],
        )
        for model, title, path in PLACES
    ]
    every = Section(
        spans("Fields of several kinds"),
        EVERY,
        spans("Fields that several kinds of record have."),
        _entries(LastingRecord, EVERY, _SHARED),
        list(_parts(LastingRecord, EVERY, _SHARED)),
    )
    return [*kinds, every]


def values() -> Sequence[tuple[Spans, Spans, Sequence[str]]]:
    """What each kind of value is called, how it is written, and examples of it."""
    return [(spans(kind.one), spans(kind.written), kind.examples) for kind in KINDS if kind.written]


def _entries(model: type[Part], prefix: str, names: Iterable[str]) -> Sequence[FieldEntry]:
    return [_entry(model, prefix, name) for name in names]


def _entry(model: type[Part], prefix: str, name: str) -> FieldEntry:
    about = model.model_fields[name]
    inner, several = _bare(_hint(model, name))
    kind = _called(inner, name, several=several)
    others = [other for group in model.one_of if name in group for other in group if other != name]
    required = "required" if about.is_required() else f"required unless there is {listed(others)}" if others else ""
    within = To(name, f"#{_within(prefix, name)}") if _is_part(inner) else None
    default = "" if about.is_required() else _default(about.default)
    return FieldEntry(
        name, f"{prefix}-{name}", spans(kind), within, spans(required), spans(about.description or ""), default
    )


def _parts(model: type[Part], prefix: str, names: Iterable[str]) -> Iterator[Section]:
    for name in names:
        inner, several = _bare(_hint(model, name))
        if _is_part(inner):
            yield Section(
                spans(f"Each entry of `{name}`" if several else f"Fields of `{name}`"),
                _within(prefix, name),
                spans(doc(inner)),
                _entries(inner, f"{prefix}-{name}", inner.model_fields),
            )
            yield from _parts(inner, f"{prefix}-{name}", inner.model_fields)


def _within(prefix: str, name: str) -> str:
    return f"in-{prefix}-{name}"


def doc(model: type[Part]) -> str:
    """What a record, or a mapping within one, is, as its model says it."""
    return inspect.getdoc(model) or ""


def _hint(model: type[Part], name: str) -> Any:
    return get_type_hints(model, include_extras=True)[name]


def _bare(hint: Any) -> tuple[Any, bool]:
    """The type of one value, and whether a list of them is meant."""
    if get_origin(hint) in (Union, UnionType):
        hint = next(each for each in get_args(hint) if each is not type(None))
    if get_origin(hint) is tuple:
        return get_args(hint)[0], True
    return hint, False


def _is_part(hint: Any) -> TypeGuard[type[Part]]:
    return isinstance(hint, type) and issubclass(hint, Part)


def _called(hint: Any, name: str, *, several: bool) -> str:
    """The values of a field, in a contributor's words."""
    one, many = _words(hint, name)
    return f"list of {many}" if several else one


def _words(hint: Any, name: str) -> tuple[str, str]:
    if hint == fields.Id:
        one, many = LEADS.get(name, ("", ""))
        return (f"id of {one}", f"ids of {many}") if one else ("id", "ids")
    for kind in KINDS:
        if hint == kind.type:
            return kind.one, kind.several
    if get_origin(hint) is Literal:
        choices = listed(get_args(hint))
        return f"one of {choices}", f"words, each one of {choices}"
    if _is_part(hint):
        return "mapping", "mappings"
    constants = [each.schema["const"] for each in get_args(hint) if isinstance(each, fields.Validated)]
    if not constants:
        raise LookupError(f"the field {name} is of a kind that has no words yet")
    return f"always `{constants[0]}`", ""


def _default(value: Any) -> str:
    """The default of a field; empty without one, and for mappings, whose fields have their own defaults."""
    if isinstance(value, tuple):
        return ", ".join(str(getattr(each, "name", each)) for each in value)
    if isinstance(value, Decimal):
        return f"{value * 100:.0f} %"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, (str, int)) else ""
