"""F0 of limits: no file is so large, deep or long that reading it could stall the check."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.rules.rule import Problem, Project, rule


@rule("F031")
def too_much_data(project: Project) -> Iterator[Problem]:
    """More files, or more bytes in all, than the check reads.

    Why: a check that never ends is useless. The check always reports what it did not read.

    Bad:

        $ truncate -s 1073741825 facts/sources/photograph.yml

    Good:

        $ truncate -s 0 facts/sources/README.md
    """
    for fault in project.faults("too-much-data"):
        message = f"this is {fault.found}; at most {fault.wanted} are read"
        yield Problem(fault.place, message, "move files that are not records out of this folder")


@rule("F032")
def too_large(project: Project) -> Iterator[Problem]:
    r"""A file that is larger than any record needs to be.

    Why: nobody can review it, and it may be an attempt to stall the check.

    Bad:

        $ head -c 300000 /dev/zero | tr '\0' '#' >> facts/entities/harbour-gazette.yml

    Good:

        $ head -c 3000 /dev/zero | tr '\0' '#' >> facts/entities/harbour-gazette.yml
    """
    for fault in project.faults("too-large"):
        message = f"the file has {fault.found} bytes; at most {fault.wanted} are read"
        yield Problem(fault.place, message, "shorten it, or split it into several records")


@rule("F033")
def too_deep(project: Project) -> Iterator[Problem]:
    """Mappings and lists that are nested deeper than in any field.

    Why: thousands of brackets crash many programs.

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
        message = f"mappings and lists are nested more than {fault.wanted} deep here"
        yield Problem(fault.place, message, "remove the brackets or levels that no field needs")


@rule("F034")
def too_long(project: Project) -> Iterator[Problem]:
    r"""A value that is longer than any text for readers.

    Why: quotes have a budget, and a reason is one sentence. A text of this length is a copy of something.

    Bad:

        $ printf 'description: "%020000d"\n' 0 >> facts/entities/harbour-gazette.yml

    Good:

        $ printf 'description: "%0200d"\n' 0 >> facts/entities/harbour-gazette.yml
    """
    for fault in project.faults("too-long"):
        message = f"this value has {fault.found} characters; at most {fault.wanted} are read"
        yield Problem(fault.place, message, "shorten it")


@rule("F035")
def too_many_values(project: Project) -> Iterator[Problem]:
    r"""More values in one file than any record has.

    Why: nobody can review it, and it may be an attempt to stall the check.

    Bad:

        $ printf 'alternate_name: [%s]\n' "$(seq -s , 10001)" >> facts/entities/harbour-gazette.yml

    Good:

        $ printf 'alternate_name: ["%s"]\n' "The Gazette" >> facts/entities/harbour-gazette.yml
    """
    for fault in project.faults("too-many-values"):
        message = f"the file has more than {fault.wanted} values"
        yield Problem(fault.place, message, "shorten it, or split it into several records")


@rule("F036")
def too_many_keys(project: Project) -> Iterator[Problem]:
    """More keys in one mapping than any record has.

    Why: nobody can review it, and it may be an attempt to stall the check.

    Bad:

        $ seq -f 'key_%g: value' 501 >> facts/entities/harbour-gazette.yml

    Good:

        $ seq -f '# line %g' 501 >> facts/entities/harbour-gazette.yml
    """
    for fault in project.faults("too-many-keys"):
        yield Problem(fault.place, f"this mapping has more than {fault.wanted} keys", "split it into several records")
