"""F0 of shape: every key is known, every required key is present, and lists are where lists belong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factpress.findings import nearest, shown
from factpress.rules.rule import Problem, Project, rule


@rule("F040")
def unknown_key(project: Project) -> Iterator[Problem]:
    """A key that records of this kind do not have.

    Why: a misspelt key has no effect, and nobody would notice.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        descriptoin: "A pier in the old harbour."

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        description: "A pier in the old harbour."
    """
    for fault in project.faults("unknown-key"):
        help = f"the keys here are: {fault.wanted}" if ", " in fault.wanted else f"did you mean {shown(fault.wanted)}?"
        yield Problem(fault.place, f"there is no key {shown(fault.found)} here", help)


@rule("F041")
def missing_key(project: Project) -> Iterator[Problem]:
    """A required key that is missing or has no value.

    Why: the record's page needs it.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("missing-key"):
        yield Problem(fault.place, f"this {fault.wanted} has no {fault.found}", f"add {fault.found}")


@rule("F042")
def wrong_shape(project: Project) -> Iterator[Problem]:
    """One value where a list or a mapping belongs, or the other way round.

    Why: a guess at the meaning may be wrong.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier
        alternate_name: Pier North
        type: Place

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        alternate_name: [Pier North]
        type: Place
    """
    for fault in project.faults("wrong-shape"):
        yield Problem(fault.place, fault.found, fault.wanted)


@rule("F043")
def not_a_choice(project: Project) -> Iterator[Problem]:
    """A word that its field does not allow.

    Why: pages and files for machines treat each allowed word in its own way, and know no other words.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier
        type: place

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("not-a-choice"):
        choices = re.findall(r"`([^`]+)`", fault.wanted)
        near = nearest(fault.found.strip("`"), choices)
        help = f"did you mean {shown(near)}?" if near else f"write one of these: {fault.wanted}"
        yield Problem(fault.place, f"{fault.found} is not an allowed value", help)
