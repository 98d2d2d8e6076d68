"""F0 of files: what lies under `facts/` and `docs/` is a plain file, at its place, under a name that holds for ever."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factpress.findings import Place, shown, spelt
from factpress.rules.rule import Found, Project, rule

# Every file that was read lies in one of the folders of records.
_FACTS = re.compile(r"(.*?)/(?:claims/[^/]+|sources|entities)/[^/]+")


@rule("F001")
def linked_file(project: Project) -> Iterator[Found]:
    """A symbolic or hard link in the place of a file.

    Why: a link can lead to any file of the machine that builds the site, and publish it. Links are never
    followed.

    Bad:

        $ ln -s /etc/hostname facts/entities/north-pier.yml

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("linked-file"):
        yield Found(fault.place, f"this is {fault.found}, and links are never followed", "commit the file itself")


@rule("F002")
def special_file(project: Project) -> Iterator[Found]:
    """A pipe, a socket or a device in the place of a file.

    Why: reading one may never end.

    Bad:

        $ mkfifo facts/entities/north-pier.yml

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("special-file"):
        yield Found(
            fault.place, "this is a pipe, a socket or a device, no file", "put a plain file in its place, or remove it"
        )


@rule("F003")
def nested_repository(project: Project) -> Iterator[Found]:
    """A repository inside the folders of the project: a submodule, or a clone.

    Why: what it holds is no part of the commit that is reviewed, and can change without it.

    Bad:

        $ mkdir -p facts/sources/others/.git

    Good:

        $ mkdir -p facts/sources
    """
    for fault in project.faults("nested-repository"):
        help = "commit the files themselves, or move the repository elsewhere"
        yield Found(fault.place, "this folder is a git repository of its own, which is not read", help)


@rule("F004")
def executable_file(project: Project) -> Iterator[Found]:
    """A file that is marked as a program.

    Why: records and pages are read, never run; the mark is a mistake, or worse.

    Bad:

        $ chmod +x facts/entities/harbour-gazette.yml

    Good:

        $ chmod -x facts/entities/harbour-gazette.yml
    """
    for fault in project.faults("executable-file"):
        help = f"run `chmod a-x {spelt(fault.place.path)}` and commit the change"
        yield Found(fault.place, "this file is marked as a program", help)


@rule("F005")
def unreadable_file(project: Project) -> Iterator[Found]:
    """A file or folder that can't be read.

    Why: what was not read was not checked, and must not look as if it had been. Besides a closed file, it
    may be a path that is too long for the system.

    Bad:

        $ chmod 000 facts/entities/harbour-gazette.yml
        $ mkdir -p "facts/entities/$(printf '%0250d/' $(seq 20))"

    Good:

        $ chmod 644 facts/entities/harbour-gazette.yml
    """
    for fault in project.faults("unreadable-file"):
        help = "let whoever runs the check read it, or give it a shorter path"
        yield Found(fault.place, f"this can't be read: {fault.found[:1].lower()}{fault.found[1:]}", help)


@rule("F006")
def misplaced_file(project: Project) -> Iterator[Found]:
    """A file under `facts/` at a place, or with an ending, where no record is looked for.

    Why: a record in the wrong folder would silently be missing from the site. Records end in `.yml`; notes
    about them stand in a `README.md`.

    Bad:

        # facts/places/north-pier.yaml
        name: North Pier
        type: Place

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("misplaced-file"):
        help = f"move it to {spelt(fault.wanted)}" if fault.wanted else "move it out of the folder of records"
        yield Found(fault.place, "no record is looked for at this place", help)


@rule("F007")
def bad_file_name(project: Project) -> Iterator[Found]:
    """A file or a topic whose name is no id.

    Why: a file's name is its record's id and a part of addresses that have to last: lower-case words of
    a-z and 0-9 joined by `-` mean the same on every system.

    Bad:

        # facts/entities/North_Pier.yml
        name: North Pier
        type: Place

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("bad-file-name"):
        yield Found(fault.place, fault.found, fault.wanted)


@rule("F008")
def reserved_id(project: Project) -> Iterator[Found]:
    """An id that the site's own pages or an operating system need.

    Why: a record called `index` would take the place of a list, and one called `con` can't be checked out
    on Windows.

    Bad:

        # facts/entities/index.yml
        name: The Index
        type: Organization

    Good:

        # facts/entities/the-index.yml
        name: The Index
        type: Organization
    """
    for fault in project.faults("reserved-id"):
        message = f"the id {shown(fault.found)} is kept for the site's own pages or for an operating system"
        yield Found(fault.place, message, "add a word to the file's name")


@rule("F009")
def same_address(project: Project) -> Iterator[Found]:
    """Two pages that want one address.

    Why: the second would silently take the place of the first. Ids are unique within their kind, whatever
    the topic; former ids and pages under `docs/` keep their addresses too.

    Bad:

        # facts/claims/ferry/pier-opened.yml
        claim: "The ferry's pier opened on 30 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the ferry's own pier opens to passengers today"

    Good:

        # facts/claims/ferry/ferry-pier-opened.yml
        claim: "The ferry's pier opened on 30 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the ferry's own pier opens to passengers today"
    """
    for clash in project.book.clashes:
        owner = "the site's own page" if clash.owner is None else str(clash.owner)
        message = f"the address {shown(clash.address)} belongs to {owner} already"
        yield Found(clash.place, message, "give one of the two another name")


@rule("F010")
def missing_site(project: Project) -> Iterator[Found]:
    """Records without a `site.yml`.

    Why: it says whose site this is, in which format the records are written, and which articles are under
    check.

    Bad:

        $ rm facts/site.yml

    Good:

        # facts/site.yml
        format: 1
        name: Harbour facts
    """
    reading = project.reading
    if project.book.site is not None or not reading.texts or ("site", "site") in reading.broken:
        return
    folder = _FACTS.fullmatch(min(reading.texts))
    path = f"{folder[1] if folder else 'facts'}/site.yml"
    yield Found(Place(path), f"there is no {spelt(path)}", "write it, with `format: 1` and the site's `name`")
