"""What a link of prose or an entry of `nav` may lead to: the files under `docs/`, and those that a build adds."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from functools import cached_property

from factpress import addresses
from factpress.findings import nearest
from factpress.reading.engine_links import EngineLinks
from factpress.records.page import MARKDOWN, Page
from factpress.rules.rule import Made, Project

_SINGLE = {addresses.source_uri(address): anchors for address, anchors in addresses.SINGLE.items()}
_KINDS = {folder: kind for kind, folder in addresses.FOLDERS.items()}


class Targets:
    """The files of a site by their paths under `docs/`.

    Where another plugin or a hook may add a file, or a theme that is not known brings some, it is undecided whether
    there is one: the check runs no code but its own, and reports nothing. The engine decides when the site is built.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self.engine = EngineLinks(project.settings.written)
        self._inside = f"{project.settings.docs}/"
        self.files = frozenset(path.removeprefix(self._inside) for path in project.reading.docs)

    @property
    def pages(self) -> Iterator[tuple[str, Page]]:
        """The published pages of prose, each with its path under `docs/`."""
        for page in self._project.book.pages.values():
            file = page.path.removeprefix(self._inside)
            if self.is_published(file):
                yield file, page

    def is_published(self, file: str) -> bool:
        """Whether a file is on the published site: neither the engine leaves it out, nor is it a draft."""
        return self.engine.is_published(file) and not (file in self._prose and self._prose[file].is_draft)

    def lacks(self, file: str) -> bool:
        """Whether there is surely no file of that path."""
        if file == ".." or file.startswith("../"):
            return True
        if file in self.files or file in _SINGLE or self._is_record(file) or self._made.has(file):
            return False
        if not (self.engine.is_plain and self._project.settings.is_prose_known) or self._is_unread(file):
            return False
        return file.endswith(MARKDOWN) or self.engine.has_theme_file(file) is False

    def is_left_out(self, file: str) -> bool:
        """Whether there is a file of that path that the site leaves out."""
        return file in self.files and not self.is_published(file)

    def has_always(self, file: str, anchor: str) -> bool:
        """Whether a page that a build makes has an anchor whatever it shows: it need not be made to know that."""
        return file not in self.files and anchor in _SINGLE.get(file, ())

    def anchors(self, file: str) -> frozenset[str] | None:
        """The anchors of a page; `None` where they are not known."""
        if file not in self.files:
            return self._made.anchors(file)
        page = self._prose.get(file)
        return page.anchors if page is not None and self.engine.has_whole_texts else None

    def likely(self) -> Iterator[str]:
        """The files that a misspelt link may mean."""
        yield from sorted(file for file in self.files if self.is_published(file))
        yield from sorted(_SINGLE)
        for kind, folder in addresses.FOLDERS.items():
            shelf = self._project.book.shelf(kind)
            yield from (f"{folder}/{id}.md" for id, record in shelf.items() if not record.is_draft)

    def meant(self, path: str, file: str, *, page: str = "") -> str:
        """The file that was probably meant by a path that leads to the file; empty where none is near.

        A path that is right from the folder of prose comes first, then a file with a name like that one.
        """
        known = {each: posixpath.splitext(posixpath.basename(each)) for each in self.likely() if each != page}
        from_root = posixpath.normpath(path.lstrip("/"))
        if from_root in known:
            return from_root
        name, ending = posixpath.splitext(posixpath.basename(file))
        near = nearest(name, sorted({stem for stem, its in known.values() if its == ending or not ending}))
        alike = sorted(each for each, (stem, its) in known.items() if stem == near and (its == ending or not ending))
        return nearest(file, alike) or (alike[0] if near else "")

    def _is_record(self, file: str) -> bool:
        """Whether it is the page of a record: most links that lead out of prose lead there."""
        folder, _, name = file.rpartition("/")
        kind = _KINDS.get(folder)
        record = self._project.book.shelf(kind).get(name.removesuffix(".md")) if kind is not None else None
        return name.endswith(".md") and record is not None and not record.is_draft

    @cached_property
    def _made(self) -> Made:
        return self._project.made()

    @cached_property
    def _prose(self) -> Mapping[str, Page]:
        return {page.path.removeprefix(self._inside): page for page in self._project.book.pages.values()}

    def _is_unread(self, file: str) -> bool:
        """Whether the file, or the record whose page it is, was found and not read: that has its own finding."""
        path = f"{self._inside}{file}/"
        ends = (place for place, sign in enumerate(path) if sign == "/")
        return any(path[:end] in self._faulty for end in ends) or file.startswith(self._folders_of_broken)

    @cached_property
    def _faulty(self) -> frozenset[str]:
        return frozenset(fault.place.path for fault in self._project.reading.faults)

    @cached_property
    def _folders_of_broken(self) -> tuple[str, ...]:
        kinds = {kind for kind, _ in self._project.reading.broken}
        return tuple(f"{folder}/" for kind, folder in addresses.FOLDERS.items() if kind in kinds)
