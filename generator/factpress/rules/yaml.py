"""F0 of YAML: one document, one mapping, every value written out, and nothing that tools read in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factpress.findings import Severity, shown
from factpress.rules.rule import Problem, Project, rule
from factpress.rules.yaml_words import translated

_KEY = re.compile(r"[a-z][a-z0-9_]*")
_TAG = "tag:yaml.org,2002:"


@rule("F020")
def empty_file(project: Project) -> Iterator[Problem]:
    """A file without a record.

    Why: a forgotten record must not look like one that never existed.

    Bad:

        # facts/entities/north-pier.yml
        # the pier of 2021

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("empty-file"):
        yield Problem(fault.place, "the file has no record", "write the record, or remove the file")


@rule("F021")
def not_a_mapping(project: Project) -> Iterator[Problem]:
    """A file that is not a mapping of keys and values.

    Why: each file is one record.

    Bad:

        # facts/entities/north-pier.yml
        - name: North Pier
          type: Place

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("not-a-mapping"):
        help = "write lines of `key: value`, with a space after the colon"
        yield Problem(fault.place, "the file does not begin with a key and its value", help)


@rule("F022")
def several_documents(project: Project) -> Iterator[Problem]:
    """A file with more than one document.

    Why: each file is one record, and the file's name is the record's id. Tools read the first document and drop the
    rest.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        ---
        name: South Pier
        type: Place

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        # facts/entities/south-pier.yml
        name: South Pier
        type: Place
    """
    for fault in project.faults("several-documents"):
        yield Problem(fault.place, "a second document begins here", "give each record its own file")


@rule("F023")
def broken_yaml(project: Project) -> Iterator[Problem]:
    """Text that is not YAML, often because a value with `: ` is not quoted or a quotation mark is not closed.

    Why: from this point on, nobody can know which key a value belongs to.

    Bad:

        # facts/entities/north-pier.yml
        name: The pier: north
        type: Place

    Good:

        # facts/entities/north-pier.yml
        name: "The pier: north"
        type: Place
    """
    for fault in project.faults("broken-yaml"):
        yield Problem(fault.place, *translated(fault))


@rule("F024")
def duplicate_key(project: Project) -> Iterator[Problem]:
    """A key that occurs twice in one mapping, of a record or of `mkdocs.yml`.

    Why: tools keep one of the two values and drop the other without notice.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        name: Old Pier

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        alternate_name: [Old Pier]
    """
    found = [(fault.place, fault.found, fault.other and fault.other.line) for fault in project.faults("duplicate-key")]
    for place, key, line in [*found, *project.settings.written.twice()]:
        first = f", at line {line}" if line else ""
        yield Problem(place, f"the key {shown(key)} is already in this mapping{first}", "keep one of the two")


@rule("F025")
def anchor_or_alias(project: Project) -> Iterator[Problem]:
    """An anchor (`&name`) or an alias (`*name`).

    Why: a few of them can make a file grow without end when a program reads it, and a reviewer of one line can't
    see what it says.

    Bad:

        # facts/entities/north-pier.yml
        name: &pier North Pier
        alternate_name: [*pier]
        type: Place

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        alternate_name: [Pier North]
        type: Place
    """
    for fault in project.faults("anchor-or-alias"):
        what = "an alias" if fault.found.startswith("*") else "an anchor"
        help = "write the value out; put text that begins this way in quotation marks"
        yield Problem(fault.place, f"{shown(fault.found)} is {what}, which is not allowed", help)


@rule("F026")
def tag(project: Project) -> Iterator[Problem]:
    """A tag, such as `!!str`.

    Why: tags make some tools build objects or run code. Here only the field decides what a value is.

    Bad:

        # facts/entities/north-pier.yml
        name: !!str North Pier
        type: Place

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("tag"):
        name = fault.found.replace(_TAG, "!!")
        help = "remove it; put text that begins this way in quotation marks"
        yield Problem(fault.place, f"{shown(name)} is a tag, which is not allowed", help)


@rule("F027")
def merge_key(project: Project) -> Iterator[Problem]:
    """A `<<` key, which merges another mapping into this one.

    Why: a record shows everything that it says, word for word.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier
        <<: {type: Place}

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("merge-key"):
        yield Problem(
            fault.place, "`<<` merges another mapping into this one, which is not allowed", "write its keys out here"
        )


@rule("F028")
def bad_key(project: Project) -> Iterator[Problem]:
    """A key that is not a lower-case word.

    Why: keys that look alike must be alike, so keys have no letters other than a-z.

    Bad:

        # facts/entities/north-pier.yml
        Name: North Pier
        type: Place

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("bad-key"):
        nearest = re.sub(r"[^a-z0-9]+", "_", fault.found.lower()).strip("_")
        help = "write the key as lower-case words of a-z, 0-9 and `_`"
        if ":" in fault.found:
            help = "put a space after the colon"
        elif _KEY.fullmatch(nearest) and " " not in fault.found:
            help = f"did you mean {shown(nearest)}?"
        what = fault.found if fault.found == "a list or a mapping" else shown(fault.found)
        yield Problem(fault.place, f"{what} is not a key", help)


@rule("F029", severity=Severity.WARNING)
def unquoted_value(project: Project) -> Iterator[Problem]:
    """Unquoted text for readers that many YAML tools read as a number, a date, or yes or no.

    Why: here it stays as it was written, but an editor or a script that saves the file may turn `no` into `false`
    and `3.10` into `3.1`.

    Bad:

        # facts/entities/north-pier.yml
        name: 2021
        type: Event

    Good:

        # facts/entities/north-pier.yml
        name: "2021"
        type: Event
    """
    for fault in project.faults("unquoted-value"):
        message = f"many YAML tools do not read unquoted {shown(fault.found)} as text"
        quoted = f'"{fault.found}"'
        yield Problem(fault.place, message, f"write it in quotation marks: {shown(quoted)}")


@rule("F030", severity=Severity.WARNING)
def glued_comment(project: Project) -> Iterator[Problem]:
    """A ` #` in an unquoted value, with text directly after it.

    Why: it begins a comment, so the rest of the value is lost without notice.

    Bad:

        # facts/entities/north-pier.yml
        name: Pier #4
        type: Place

    Good:

        # facts/entities/north-pier.yml
        name: "Pier #4"
        type: Place
    """
    for fault in project.faults("glued-comment"):
        message = f"` #` begins a comment: of {shown(fault.found)} only {shown(fault.wanted)} is kept"
        yield Problem(
            fault.place, message, "put the value in quotation marks; if it is a comment, write a space after `#`"
        )


@rule("F037")
def lost_words(project: Project) -> Iterator[Problem]:
    """Words that YAML reads as a key without a value, or as nothing.

    Why: inside braces a comma begins the next key, and a `?` marks one. Half a sentence or half a number is then
    lost without notice.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        withdrawn: {date: 2021-07-01, why: We misread the map, sorry}

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        withdrawn: {date: 2021-07-01, why: "We misread the map, sorry"}
    """
    for fault in project.faults("lost-words"):
        message = f"{shown(fault.found)} has no value and would be lost"
        yield Problem(fault.place, message, "put the whole value in quotation marks, or add what is missing")
