"""What libyaml reports about broken text, in words for people who write records, with the smallest fix."""

from __future__ import annotations

from factpress.findings import Fault, shown

_QUOTE = "put the value in quotation marks"
_HOLDS = "put a value that contains a comma, a bracket or `: ` in quotation marks"
_BEGINS = ("no unquoted value can begin with {character}", _QUOTE)
_DIRECTIVE = ("no line can begin with {character}", "remove it: records need no directives")
_NO_CHARACTER = ("this escape names no character", "write the character itself")
# A part of libyaml's words, our message and our help; the first part that is found decides.
_WORDS: tuple[tuple[str, tuple[str, str]], ...] = (
    (
        "mapping values are not allowed",
        (
            "an unquoted value contains a second `: `",
            f"{_QUOTE}; if this is a new key, align it with its neighbours",
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
            "a key belongs here: the line is not aligned with its neighbours, or a quoted value has ended",
            "align it with its neighbours; write a quotation mark inside a quoted value as `\\\"` or `''`",
        ),
    ),
    (
        "expected '-'",
        (
            "this does not continue the list above",
            "align it with its neighbours; begin the next item of the list with `- `",
        ),
    ),
    (
        "sequence entries are not allowed",
        ("no list can begin here", f"begin each `- ` on a line of its own, or {_QUOTE}"),
    ),
    ("expected ':'", ("this line has no `: `", "write `key: value`, with a space after the colon")),
    (
        "unknown escape",
        ("this backslash has no meaning in YAML", "write it as `\\\\`, or put the value in single quotation marks"),
    ),
    ("hexdecimal", _NO_CHARACTER),
    ("escape code", _NO_CHARACTER),
    ("node content", ("no value can begin with {character}", f"{_QUOTE}, or remove it")),
    ("block scalar", ("after {character} the text begins on the next line", f"indent the text there, or {_QUOTE}")),
)


def translated(fault: Fault) -> tuple[str, str]:
    """Message and help for what libyaml reported about a file."""
    begun = f" at line {fault.other.line}, column {fault.other.column}," if fault.other else ""
    character = shown(fault.wanted) if fault.wanted else "the end of a line"
    for theirs, (message, help) in _WORDS:
        if theirs in fault.found:
            return message.format(begun=begun, character=character), help
    return f"this is not YAML: {fault.found}", "compare the lines around it with another record"
