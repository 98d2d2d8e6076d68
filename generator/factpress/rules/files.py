"""F0 of files: everything under `facts/` and `docs/` is a plain file in its place, with a name that can last."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factpress.findings import Place, shown, spelt
from factpress.rules.rule import Problem, Project, rule

# Every file that was read is in one of the folders of records.
_FACTS = re.compile(r"(.*?)/(?:claims/[^/]+|sources|entities)/[^/]+")


@rule("F001")
def linked_file(project: Project) -> Iterator[Problem]:
    """A symbolic or hard link instead of a file.

    Why: a link can point to any file of the machine that builds the site, and publish it. The check never follows
    links.

    Bad:

        $ ln -s /etc/hostname facts/entities/north-pier.yml

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("linked-file"):
        yield Problem(fault.place, f"this is {fault.found}, and links are never followed", "commit the file itself")


@rule("F002")
def special_file(project: Project) -> Iterator[Problem]:
    """A pipe, a socket or a device instead of a file.

    Why: reading one may never end.

    Bad:

        $ mkfifo facts/entities/north-pier.yml

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("special-file"):
        yield Problem(
            fault.place,
            "this is a pipe, a socket or a device, not a file",
            "replace it with a plain file, or remove it",
        )


@rule("F003")
def nested_repository(project: Project) -> Iterator[Problem]:
    """A git repository inside the project's folders: a submodule or a clone.

    Why: its files are not part of the commit that is reviewed, and can change without it.

    Bad:

        $ mkdir -p facts/sources/others/.git

    Good:

        $ mkdir -p facts/sources
    """
    for fault in project.faults("nested-repository"):
        help = "commit its files here, or move the repository out of the project"
        yield Problem(fault.place, "this folder is a separate git repository, and the check does not read it", help)


@rule("F004")
def executable_file(project: Project) -> Iterator[Problem]:
    """A file that is marked as executable.

    Why: records and pages are read and never run. The mark is a mistake, or worse.

    Bad:

        $ chmod +x facts/entities/harbour-gazette.yml

    Good:

        $ chmod -x facts/entities/harbour-gazette.yml
    """
    for fault in project.faults("executable-file"):
        help = f"run `chmod a-x {spelt(fault.place.path)}` and commit the change"
        yield Problem(fault.place, "this file is marked as executable", help)


@rule("F005")
def unreadable_file(project: Project) -> Iterator[Problem]:
    """A file or folder that can't be read.

    Why: a file that was not read is unchecked, and must not look checked. Permission may be missing, or its path has
    more folders, longer names or other characters than many systems and programs can handle; the built site has
    longer paths still. Nothing below such a folder is read.

    Bad:

        $ chmod 000 facts/entities/harbour-gazette.yml
        $ mkdir -p "docs/$(printf 'a/%.0s' $(seq 40))"

    Good:

        $ chmod 644 facts/entities/harbour-gazette.yml
    """
    for fault in project.faults("unreadable-file"):
        help = fault.wanted or "give the user who runs the check permission to read it, or shorten its path"
        yield Problem(fault.place, f"this can't be read: {fault.found[:1].lower()}{fault.found[1:]}", help)


@rule("F006")
def misplaced_file(project: Project) -> Iterator[Problem]:
    """A file under `facts/` with a path or an ending that no record has.

    Why: a record in the wrong folder would be missing from the site without notice. Records end in `.yml`; notes
    about them belong in a `README.md`.

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
        yield Problem(fault.place, "this is not the path of a record", help)


@rule("F007")
def bad_file_name(project: Project) -> Iterator[Problem]:
    """A file or a topic whose name is not an id.

    Why: a file's name is the id of its record and a part of addresses that must last. Lower-case words of a-z and
    0-9 joined by `-` mean the same on every system.

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
        yield Problem(fault.place, fault.found, fault.wanted)


@rule("F008")
def reserved_id(project: Project) -> Iterator[Problem]:
    """An id that is reserved for the site's own pages or for an operating system.

    Why: a record called `index` would replace a list, and a file called `con` can't be checked out on Windows.

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
        message = f"the id {shown(fault.found)} is reserved for the site's own pages or for an operating system"
        yield Problem(fault.place, message, "add a word to the file's name")


@rule("F009")
def same_address(project: Project) -> Iterator[Problem]:
    """Two pages with the same address.

    Why: the second would replace the first without notice. Ids are unique within their kind, whatever the topic.
    Former ids and pages under `docs/` keep their addresses too.

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
        owner = "a page of the site itself" if clash.owner is None else str(clash.owner)
        message = f"the address {shown(clash.address)} already belongs to {owner}"
        yield Problem(clash.place, message, "rename one of the two")


@rule("F010")
def missing_site(project: Project) -> Iterator[Problem]:
    """Records without a `site.yml`.

    Why: this file says whose site it is, which format the records have, and which articles are under check.

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
    yield Problem(Place(path), f"there is no {spelt(path)}", "write it, with `format: 1` and the site's `name`")
