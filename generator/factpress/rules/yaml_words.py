"""What libyaml says of broken text, in words for somebody who wrote a record, with the smallest fix."""

from __future__ import annotations

from factpress.findings import Fault, shown

_QUOTE = "put the value in quotation marks"
_HOLDS = "put a value that holds a comma, a bracket or `: ` in quotation marks"
_BEGINS = ("no unquoted value can begin with {character}", _QUOTE)
_DIRECTIVE = ("no line can begin with {character}", "remove it: records need no directives")
_NO_CHARACTER = ("this escape names no character", "write the character itself")
# A part of libyaml's words, our message and our help; the first part that is found decides.
_WORDS: tuple[tuple[str, tuple[str, str]], ...] = (
    (
        "mapping values are not allowed",
        (
            "a second `: ` stands in an unquoted value",
            f"{_QUOTE}; a key of its own begins where its neighbours begin",
        ),
    ),
    (
        "scanning a quoted",
        ("this quotation mark is never closed", "close it at the end of the value"),
    ),
    (
        "closed later",
        ("this quotation mark is closed only{begun} where another value begins", "close it at the end of the value"),
    ),
    (
        "',' or ']'",
        ("the `[`{begun} is not closed before this, or a comma is missing", f"close it with `]`, or {_HOLDS}"),
    ),
    (
        "',' or '}'",
        ("the `{{`{begun} is not closed before this, or a comma is missing", f"close it with `}}`, or {_HOLDS}"),
    ),
    ("cannot start any token", _BEGINS),
    ("mapping keys are not allowed", _BEGINS),
    ("scanning an alias", _BEGINS),
    ("scanning an anchor", _BEGINS),
    ("scanning a tag", _BEGINS),
    ("tag handle", _BEGINS),
    ("scanning a directive", _DIRECTIVE),
    ("incompatible YAML", _DIRECTIVE),
    (
        "<document start>",
        ("this does not belong to the mapping above", "begin all keys of the record at the start of their lines"),
    ),
    (
        "expected key",
        (
            "no key stands here: the line begins elsewhere than its neighbours, or a quoted value has ended",
            "begin it where its neighbours begin; a quotation mark inside a quoted value is written `\\\"` or `''`",
        ),
    ),
    (
        "expected '-'",
        (
            "this does not go on with the list above",
            "begin it where its neighbours begin, the next of the list with `- `",
        ),
    ),
    (
        "sequence entries are not allowed",
        ("no list can begin here", f"begin each `- ` on a line of its own, or {_QUOTE}"),
    ),
    ("expected ':'", ("this line has no `: `", "write `key: value`, with a space after the colon")),
    (
        "unknown escape",
        ("the backslash here means nothing in YAML", "write it as `\\\\`, or put the value in single quotation marks"),
    ),
    ("hexdecimal", _NO_CHARACTER),
    ("escape code", _NO_CHARACTER),
    ("node content", ("no value can begin with {character}", f"{_QUOTE}, or take it out")),
    ("block scalar", ("after {character} a text begins on the next line", f"begin it there, indented, or {_QUOTE}")),
)


def translated(fault: Fault) -> tuple[str, str]:
    """Message and help for what libyaml said of a file."""
    begun = f" at line {fault.other.line}, column {fault.other.column}," if fault.other else ""
    character = shown(fault.wanted) if fault.wanted else "the end of a line"
    for theirs, (message, help) in _WORDS:
        if theirs in fault.found:
            return message.format(begun=begun, character=character), help
    return f"this is no YAML: {fault.found}", "compare the lines around it with another record"
