"""F0 of shape: every key is known, every required one is there, and a list stands where a list belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factpress.findings import nearest, shown
from factpress.rules.rule import Found, Project, rule


@rule("F040")
def unknown_key(project: Project) -> Iterator[Found]:
    """A key that records of this kind don't have.

    Why: a misspelt key would silently say nothing.

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
        yield Found(fault.place, f"there is no key {shown(fault.found)} here", help)


@rule("F041")
def missing_key(project: Project) -> Iterator[Found]:
    """A required key that is not there, or has no value.

    Why: without it the record does not say what its page needs.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("missing-key"):
        yield Found(fault.place, f"this {fault.wanted} lacks {fault.found}", f"add {fault.found}")


@rule("F042")
def wrong_shape(project: Project) -> Iterator[Found]:
    """One value where a list or a mapping belongs, or the other way round.

    Why: a guess at what was meant may be wrong.

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
        yield Found(fault.place, fault.found, fault.wanted)


@rule("F043")
def not_a_choice(project: Project) -> Iterator[Found]:
    """Another word than those that a field may hold.

    Why: pages and files for machines treat each of these words in its own way, and no other.

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
        yield Found(fault.place, f"{fault.found} is none of the words that may stand here", help)
