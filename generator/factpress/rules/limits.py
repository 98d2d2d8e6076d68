"""F0 of limits: no file is so large, deep or long that reading it could stall the check."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.rules.rule import Found, Project, rule


@rule("F031")
def too_much_data(project: Project) -> Iterator[Found]:
    """More files, or more bytes in all, than are read.

    Why: a check that never ends is no check. What does not fit is said, never left out in silence.

    Bad:

        $ truncate -s 1073741825 facts/sources/photograph.yml

    Good:

        $ truncate -s 0 facts/sources/README.md
    """
    for fault in project.faults("too-much-data"):
        message = f"this is {fault.found}, and at most {fault.wanted} are read"
        yield Found(fault.place, message, "move what is no record out of this folder")


@rule("F032")
def too_large(project: Project) -> Iterator[Found]:
    r"""A file that is larger than a record ever needs to be.

    Why: nobody can review it, and it may be meant to stall the check.

    Bad:

        $ head -c 300000 /dev/zero | tr '\0' '#' >> facts/entities/harbour-gazette.yml

    Good:

        $ head -c 3000 /dev/zero | tr '\0' '#' >> facts/entities/harbour-gazette.yml
    """
    for fault in project.faults("too-large"):
        message = f"the file has {fault.found} bytes, and at most {fault.wanted} are read"
        yield Found(fault.place, message, "shorten it, or make several records of it")


@rule("F033")
def too_deep(project: Project) -> Iterator[Found]:
    """Mappings and lists inside each other, deeper than any field is.

    Why: thousands of brackets end many programs.

    Bad:

        # facts/entities/north-pier.yml
        name: [[[[[[[[[[[[[[[[[North Pier]]]]]]]]]]]]]]]]]
        type: Place

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("too-deep"):
        message = f"mappings and lists stand more than {fault.wanted} deep in each other here"
        yield Found(fault.place, message, "take out the brackets or levels that no field asks for")


@rule("F034")
def too_long(project: Project) -> Iterator[Found]:
    r"""A value that is longer than any text for readers.

    Why: quotes have a budget, and reasons are one sentence; what is so long is a copy of something.

    Bad:

        $ printf 'description: "%020000d"\n' 0 >> facts/entities/harbour-gazette.yml

    Good:

        $ printf 'description: "%0200d"\n' 0 >> facts/entities/harbour-gazette.yml
    """
    for fault in project.faults("too-long"):
        message = f"this value has {fault.found} characters, and at most {fault.wanted} are read"
        yield Found(fault.place, message, "shorten it")


@rule("F035")
def too_many_values(project: Project) -> Iterator[Found]:
    r"""More values in one file than a record ever has.

    Why: nobody can review it, and it may be meant to stall the check.

    Bad:

        $ printf 'alternate_name: [%s]\n' "$(seq -s , 10001)" >> facts/entities/harbour-gazette.yml

    Good:

        $ printf 'alternate_name: ["%s"]\n' "The Gazette" >> facts/entities/harbour-gazette.yml
    """
    for fault in project.faults("too-many-values"):
        message = f"the file has more than {fault.wanted} values"
        yield Found(fault.place, message, "shorten it, or make several records of it")


@rule("F036")
def too_many_keys(project: Project) -> Iterator[Found]:
    """More keys in one mapping than a record ever has.

    Why: nobody can review it, and it may be meant to stall the check.

    Bad:

        $ seq -f 'key_%g: value' 501 >> facts/entities/harbour-gazette.yml

    Good:

        $ seq -f '# line %g' 501 >> facts/entities/harbour-gazette.yml
    """
    for fault in project.faults("too-many-keys"):
        yield Found(fault.place, f"this mapping has more than {fault.wanted} keys", "make several records of it")
