"""The kinds of value that fields of records hold, each read from text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from factpress.findings import shown
from factpress.records import ids, url
from factpress.records.date import Date, parse_date
from factpress.records.figure import Figure, parse_figure
from factpress.records.must_hold import Relation, parse_relation
from factpress.records.unreadable import Unreadable

T = TypeVar("T")
SILENT = "silent"
PREFIX = "factpress-"
"""The prefix of our own kinds of error."""
WORDS = "words"
"""Marks the fields whose values readers see as text."""
# The look-behind keeps a search through a long row of spaces from starting at each space.
_BREAK = re.compile(r"(?<! )[ ]*(?:\n[ ]*)+")
_PARAGRAPH = re.compile(r"(?<! )[ ]*\n[ ]*\n[ \n]*")


def _wrong(kind: str, message: str, help: str) -> PydanticCustomError:
    """An error with our own message: pydantic's messages are for programmers."""
    return PydanticCustomError(f"{PREFIX}{kind}", "{message}", {"message": message, "help": help})


@dataclass(frozen=True, slots=True, eq=False)
class Validated:
    """Has `validate` make a field's value, `schema` describe it for editors, and `dump` give it back.

    It replaces pydantic's own schema for the type. That schema would look at every value a second time, and making it
    takes most of the time in which models are made.
    """

    validate: Callable[[Any], Any]
    schema: Mapping[str, Any]
    dump: Callable[[Any], Any] | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        dump = core_schema.plain_serializer_function_ser_schema(self.dump) if self.dump else None
        return core_schema.no_info_plain_validator_function(self.validate, serialization=dump)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(self.schema)


def read_by(reader: Callable[[str], T], kind: str) -> Callable[[Any], T]:
    """A validator that reads text with `reader` and turns `Unreadable` into an error of that kind."""

    def read(value: Any) -> T:
        if not isinstance(value, str):
            what = "a list" if isinstance(value, (list, tuple)) else "a mapping"
            raise _wrong("wrong-shape", f"expected text, found {what}", "write one value here")
        try:
            return reader(value.strip())
        except Unreadable as error:
            raise _wrong(kind, error.message, error.help) from None

    return read


def _text(value: str) -> str:
    folded = _BREAK.sub(" ", value)
    if not any(map(str.isalnum, folded)):
        raise Unreadable("the text is empty", help="write the text, or leave the key out")
    return folded


def _quote(value: str) -> str:
    """The quote with line breaks folded. An empty line between two blocks stays, so that a rule can refuse it."""
    if not value:
        raise Unreadable("the quote is empty", help="write the source's own words")
    return "\n\n".join(_BREAK.sub(" ", part) for part in _PARAGRAPH.split(value))


def _word(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+([-_][a-z0-9]+)*", value):
        raise Unreadable(f"{shown(value)} is not a plain word", help="write lower-case words joined by `-`")
    return value


def handle(value: str) -> str:
    """A reviewer's user name on the repository's host; raises `Unreadable`."""
    if not re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,37}[A-Za-z0-9])?", value):
        raise Unreadable(
            f"{shown(value)} is not a handle", help="write the reviewer's user name on the repository's host"
        )
    return value


def _language(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}", value):
        raise Unreadable(f"{shown(value)} is not a language tag", help="write its BCP 47 tag, such as en, ar or pt-BR")
    return value


def _rating(value: str) -> int:
    if value not in {"1", "2", "3", "4", "5"}:
        raise Unreadable(
            f"{shown(value)} is not a rating", help="write a whole number from 1 to 5, or leave the key out"
        )
    return int(value)


def day(value: str) -> Date:
    """One calendar day; raises `Unreadable`."""
    date = parse_date(value)
    if not date.is_day:
        raise Unreadable(f"{shown(value)} is not one day", help="write a day such as 2020-03-11")
    return date


def _flag(value: str) -> bool:
    if value not in {"true", "false"}:
        raise Unreadable(f"{shown(value)} is neither `true` nor `false`", help="write `true`, or leave the key out")
    return value == "true"


def _whole(value: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,8}", value):
        raise Unreadable(f"{shown(value)} is not a whole number above 0", help="write only digits, such as 12")
    return int(value)


def _percent(value: str) -> Decimal:
    found = re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]{1,3})?) ?%", value)
    if not found or Decimal(found[1]) > 100:
        raise Unreadable(f"{shown(value)} is not a percentage", help="write a percentage such as 10 %")
    return Decimal(found[1]) / 100


def _degrees(most: int) -> Callable[[str], Decimal]:
    def read(value: str) -> Decimal:
        if not re.fullmatch(r"-?[0-9]{1,3}(?:\.[0-9]{1,10})?", value) or abs(Decimal(value)) > most:
            raise Unreadable(
                f"{shown(value)} is not a number of degrees from -{most} to {most}",
                help="write decimal degrees such as 33.52",
            )
        return Decimal(value)

    return read


def _template(value: str) -> str:
    if value.count("{path}") != 1:
        raise Unreadable(
            f"{shown(value)} does not contain {{path}} exactly once", help="put {path} where the record's path belongs"
        )
    url.checked_url(value.replace("{path}", "path"))
    return value


def _figure_named(name: str, *, silent: bool) -> Callable[[Any], Figure | str]:
    """A validator of one figure; its name decides whether a bare year is a date."""
    return read_by(
        lambda text: text if silent and text == SILENT else parse_figure(text, key=name), "unreadable-figure"
    )


def _sayings(value: Any, *, silent: bool) -> dict[str, Any]:
    """Figures by name; reports all errors of the mapping at once."""
    if not isinstance(value, Mapping):
        raise _wrong("wrong-shape", "expected a mapping of figures", "write it as `{killed: 3}`")
    figures: dict[str, Any] = {}
    errors: list[InitErrorDetails] = []
    for name, said in value.items():
        try:
            figures[name] = _figure_named(name, silent=silent)(said)
        except PydanticCustomError as error:
            errors.append(InitErrorDetails(type=error, loc=(name,), input=said))
    if errors:
        raise ValidationError.from_exception_data("figures", errors)
    return figures


_STRING = {"type": "string"}
_NOT_EMPTY = {"type": "string", "minLength": 1}
_ID = {"type": "string", "pattern": f"^{ids.PATTERN}$", "maxLength": ids.MOST_CHARACTERS}
_DATE = {"type": ["string", "integer"], "description": "An EDTF date of level 0 or 1."}
_FIGURES = {
    "type": "object",
    "propertyNames": {"pattern": "^[a-z][a-z0-9_]*$"},
    "additionalProperties": {"type": ["string", "number"]},
}


def _dumped(figures: Mapping[str, Figure | str]) -> Mapping[str, str]:
    return {name: str(figure) for name, figure in figures.items()}


Text = Annotated[str, WORDS, Validated(read_by(_text, "empty-text"), _NOT_EMPTY)]
Title = Annotated[str, WORDS, Validated(read_by(lambda value: _BREAK.sub(" ", value), "empty-text"), _STRING)]
Quote = Annotated[str, WORDS, Validated(read_by(_quote, "empty-text"), _NOT_EMPTY)]
Word = Annotated[str, Validated(read_by(_word, "bad-word"), _STRING)]
Handle = Annotated[str, Validated(read_by(handle, "bad-word"), _STRING)]
Id = Annotated[str, Validated(read_by(ids.checked_id, "bad-id"), _ID)]
Attribution = Annotated[str, Validated(read_by(ids.attribution, "bad-id"), _STRING)]
Url = Annotated[str, Validated(read_by(url.checked_url, "unsafe-url"), {"type": "string", "format": "uri"})]
EditUrl = Annotated[str, Validated(read_by(_template, "unsafe-url"), _STRING)]
When = Annotated[Date, Validated(read_by(parse_date, "unreadable-date"), _DATE, str)]
Day = Annotated[Date, Validated(read_by(day, "unreadable-date"), {"type": "string", "format": "date"}, str)]
Figures = Annotated[Mapping[str, Any], Validated(lambda value: _sayings(value, silent=False), _FIGURES, _dumped)]
Sayings = Annotated[Mapping[str, Any], Validated(lambda value: _sayings(value, silent=True), _FIGURES, _dumped)]
MustHold = Annotated[Relation, Validated(read_by(parse_relation, "unreadable-relation"), _STRING, str)]
Flag = Annotated[bool, Validated(read_by(_flag, "bad-word"), {"type": "boolean"})]
Whole = Annotated[int, Validated(read_by(_whole, "bad-number"), {"type": "integer", "minimum": 1})]
Rating = Annotated[int, Validated(read_by(_rating, "bad-number"), {"type": "integer", "minimum": 1, "maximum": 5})]
Language = Annotated[str, Validated(read_by(_language, "bad-word"), _STRING)]
Share = Annotated[Decimal, Validated(read_by(_percent, "bad-number"), _STRING)]
Latitude = Annotated[Decimal, Validated(read_by(_degrees(90), "bad-number"), {"type": "number"})]
Longitude = Annotated[Decimal, Validated(read_by(_degrees(180), "bad-number"), {"type": "number"})]
