"""The flow of the data: reads records, resolves them into a book, applies rules, and collects findings."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factpress import addresses
from factpress.book import Book, resolve
from factpress.findings import Fault, Finding, Ledger, Severity
from factpress.reading.engine_links import EngineLinks
from factpress.reading.loader import Reading, read
from factpress.reading.settings import Settings
from factpress.reading.unable import NoRepository, NoRevision, NoSettings
from factpress.records.date import Date
from factpress.records.record import Kind
from factpress.records.site import PLACEHOLDER
from factpress.rules import RULES, waivers
from factpress.rules.rule import Project

if TYPE_CHECKING:
    from factpress.changes.authors import Authorship
    from factpress.changes.base import Base
    from factpress.changes.history import History
    from factpress.pages.made import MadeFiles
    from factpress.reading.repository import Repository


@dataclass(frozen=True, slots=True)
class Checked:
    """A project that was read and checked: its book, its findings, and the counts of the checks that ran."""

    book: Book
    findings: tuple[Finding, ...]
    ledger: Ledger
    performed: Mapping[str, int]
    texts: Mapping[str, str]
    documents: tuple[str, ...]
    waived: int
    settings: Settings = field(default_factory=Settings)

    def count(self, severity: Severity) -> int:
        """How many findings have that level."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def missed(self) -> str:
        """The checks that the records need and that did not run; then the whole check fails."""
        claims = self.book.claims.values()
        held = {
            "quotes": (sum(len(claim.appears_in) + len(claim.evidence) for claim in claims), "looked up"),
            "figures": (sum(len(claim.figures) for claim in claims), "weighed"),
            "comparisons": (sum(len(claim.must_hold) for claim in claims), "made"),
        }
        for what, (count, done) in held.items():
            if self.performed.get(what, 0) < count:
                return f"{self.performed.get(what, 0)} of {count} {what} were {done}"
        return ""

    def fails(self, *, strict: bool) -> bool:
        """Whether the findings fail the check: errors do, with `strict` warnings too."""
        return bool(self.missed or self.count(Severity.ERROR) or (strict and self.count(Severity.WARNING)))


def check(
    root: Path,
    *,
    today: Date,
    settings: Settings | None = None,
    base: Base | None = None,
    instead: Mapping[str, str] | None = None,
) -> Checked:
    """Reads the project at `root`, resolves its book and applies every rule; `today` ends waivers.

    The default settings are those of a project without `mkdocs.yml`. `instead` has texts of pages of prose, by their
    paths, that are checked in place of what is in their files, or as pages that have no files.

    Without a `base` the rules that compare find nothing, and `performed` shows that.
    """
    # Reading only adds records, so a garbage collector would find nothing.
    before = gc.isenabled()
    gc.disable()
    try:
        return _check(root, today, settings or Settings(), base, instead)
    finally:
        if before:
            gc.enable()


def book_of(
    root: Path, settings: Settings | None = None, *, instead: Mapping[str, str] | None = None
) -> tuple[Reading, Book]:
    """Everything that was read in the project at `root`, and the book made from it; raises `NoSettings`."""
    settings = settings or Settings()
    reading = read(root, settings, instead=instead)
    engine, inside = EngineLinks(settings.written), f"{settings.docs}/"
    book = resolve(
        [*reading.records, *reading.pages],
        receipts=reading.receipts,
        broken=reading.broken,
        documents=[path for path in reading.docs if engine.is_published(path.removeprefix(inside))],
        docs=settings.docs,
    )
    return reading, book


def published(book: Book, settings: Settings) -> Book:
    """The book without drafts and the pages of prose that the site leaves out: none of its pages may lead there."""
    engine, inside = EngineLinks(settings.written), f"{settings.docs}/"
    paths = {page.id: page.path.removeprefix(inside) for page in book.pages.values()}
    return book.without_drafts().without_pages({id for id, path in paths.items() if not engine.is_published(path)})


def history(root: Path, book: Book, *, facts: str = "facts") -> History:
    """The history of the book's records that git knows, and who wrote and signed them; empty outside a repository."""
    from factpress.changes.history import History, events_of
    from factpress.reading.repository import Repository
    from factpress.reading.versions import versions

    kinds: tuple[Kind, ...] = ("claim", "source", "entity")
    try:
        found = {}
        for kind in kinds:
            ids = {record.id: (record.id, *record.former_ids) for record in book.shelf(kind).values()}
            found[kind] = events_of(versions(root, kind, ids, facts=facts))
        signed = {claim.path: claim.id for claim in book.claims.values() if claim.review is not None}
        authors = authorship_in(Repository(root), facts, signed)
        authorship = {signed[path]: each for path, each in authors.items()}
        return History(found.pop("claim"), authorship=authorship, others=found)
    except NoRepository:
        return History()
    except NoRevision as error:
        return History(gap=str(error))


def authorship_in(repository: Repository, facts: str, paths: Iterable[str]) -> Mapping[str, Authorship]:
    """Who wrote and who signed each of the claims with a review among these files, by its file."""
    from factpress.changes.authors import authorship_of
    from factpress.changes.stamp import SIGNED
    from factpress.reading.edits import edits

    found = edits(repository, f"{facts}/claims", paths, signed=SIGNED)
    return {path: authorship_of(now, commits) for path, now, commits in found}


def _check(
    root: Path, today: Date, settings: Settings, base: Base | None, instead: Mapping[str, str] | None
) -> Checked:
    try:
        reading, book = book_of(root, settings, instead=instead)
    except NoSettings as error:
        # Without the dialect pages can't be read as the engine reads them; records can.
        settings = replace(settings, faults=(*settings.faults, error.fault), is_prose_known=False)
        reading, book = book_of(root, settings, instead=instead)
    project = Project(reading, book, today, partial(_made, root, book, settings), base, settings=settings)
    findings, waived = apply(project)
    performed = _performed(reading, book, base)
    texts = {**reading.texts, **dict(settings.written.files)}
    return Checked(book, findings, reading.ledger, performed, texts, reading.docs, waived, settings)


def _made(root: Path, book: Book, settings: Settings) -> MadeFiles:
    """What a build adds to the files under `docs/`; few checks have to know."""
    from factpress.pages.made import MadeFiles

    past = partial(history, root, book, facts=settings.facts)
    book = published(book, settings)
    return MadeFiles(book, RULES, directory_urls=EngineLinks(settings.written).directory_urls, history=past)


def apply(project: Project) -> tuple[tuple[Finding, ...], int]:
    """The findings of all rules in a project, sorted, and how many waivers are used."""
    page = rules_page(project.book)
    about_waivers = [rule for rule in RULES if rule.code.startswith(waivers.FAMILY)]
    others = [rule for rule in RULES if rule not in about_waivers]
    findings = [finding for rule in others for finding in rule.findings(project, docs=page)]
    findings, project = waivers.apply(project, findings, RULES)
    findings += [finding for rule in about_waivers for finding in rule.findings(project, docs=page)]
    return tuple(sorted(findings, key=lambda finding: finding.order)), project.used_waivers


def findings_of(faults: Iterable[Fault], book: Book, *, today: Date) -> tuple[Finding, ...]:
    """The findings that rules make of faults that a build met in what it wrote."""
    reading = Reading((), tuple(faults), frozenset(), {}, (), Ledger())
    kinds = {fault.kind for fault in reading.faults}
    project = Project(reading, Book(), today, partial(_made, Path(), Book(), Settings()))
    page = rules_page(book)
    found = [finding for rule in RULES if rule.name in kinds for finding in rule.findings(project, docs=page)]
    return tuple(sorted(found, key=lambda finding: finding.order))


def rules_page(book: Book) -> str:
    """The address of the page that has a section for each rule."""
    return addresses.of_rules(book.site.url if book.site else PLACEHOLDER)


def _performed(reading: Reading, book: Book, base: Base | None) -> Mapping[str, int]:
    """How many checks of each kind really ran, so that an empty check can't look green."""
    counts = Counter(files=len(reading.texts), rules=len(RULES), claims=len(book.claims), sources=len(book.sources))
    counts["entities"] = len(book.entities)
    counts["compared"] = sum(1 for _ in base.book.records()) if base else 0
    counts["reviews"] = sum(claim.review is not None for claim in book.claims.values())
    counts["git_modes"] = reading.indexed
    counts["pages"] = len(book.pages)
    counts["citations"] = sum(len(page.citations) for page in book.pages.values())
    counts["references"] = sum(map(len, book.mentions.values())) + len(book.unresolved)
    counts["receipts"] = len(book.receipts)
    counts["quotes"] = len(book.proofs)
    weights = book.weights.values()
    counts["figures"] = sum(name is not None for weight in weights for name in weight.figures)
    counts["comparisons"] = sum(len(weight.lines) for weight in weights)
    return dict(sorted(counts.items()))
