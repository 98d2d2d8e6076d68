"""The book becomes pages: fragments of HTML with a title, a description and what the engine needs to place them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from factpress import addresses
from factpress.book import Book
from factpress.changes.history import UNTOLD, History
from factpress.pages import reference, rule_reference, words
from factpress.pages.claim import claim_page
from factpress.pages.claim_lists import all_claims, common_claims
from factpress.pages.contribute import contribute_page
from factpress.pages.corrections import list_of_corrections
from factpress.pages.coverage import coverages, list_of_coverages
from factpress.pages.entity import entity_page
from factpress.pages.facets import Facets
from factpress.pages.lists import list_of
from factpress.pages.method import method_page
from factpress.pages.open_questions import open_questions
from factpress.pages.rule_reference import Family
from factpress.pages.source import source_page
from factpress.pages.views import Shelf, To
from factpress.records.claim import Claim
from factpress.records.entity import Entity
from factpress.records.record import Kind, Record, Withdrawn
from factpress.records.source import Source

HERE = Path(__file__).parent
STYLESHEET = HERE / "assets" / "factpress.css"
MATERIAL_STYLESHEET = HERE / "assets" / "material.css"
SCRIPT = HERE / "assets" / "factpress.js"
_HEADING = re.compile(r'<h([12]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_ANCHOR = re.compile(r'\sid="([^"]+)"')
_TAGS = re.compile(r"<[^<>]*>")
LISTS: tuple[tuple[Kind, str, str], ...] = (
    ("claim", "Claims", "Every claim on this site, by topic."),
    ("source", "Sources", "Every source of this site, by whose reporting it is."),
    ("entity", "People and places", "Everybody and everything that this site names."),
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page: its level, its anchor and its words, escaped as they stand in the fragment."""

    level: int
    id: str
    html: str


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """One page: its address, title and description as plain text, and its content as a fragment of HTML."""

    address: str
    title: str
    description: str
    html: str
    record: str | None = None
    updated: str = ""
    is_list: bool = False
    searched: bool = True

    @property
    def anchors(self) -> set[str]:
        """Everything on the page that a link may lead to."""
        return set(_ANCHOR.findall(self.html))

    @property
    def headings(self) -> list[Heading]:
        """The headings of levels 1 and 2, in order."""
        return [Heading(int(m[1]), m[2], _TAGS.sub("", m[3])) for m in _HEADING.finditer(self.html)]


@dataclass(frozen=True, slots=True)
class Redirect:
    """A page that leads from a former address to the one of today, a whole document that needs no script."""

    address: str
    html: str


def environment() -> Environment:
    """Our own environment: everything is escaped, and a name that is not there is an error."""
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(
    book: Book, *, rules: Iterable[Any] = (), history: History = UNTOLD, directory_urls: bool = True
) -> Iterator[RenderedPage]:
    """Every page of the book: records, lists, the records' reference, the guide for contributors.

    Where rules are given, theirs and the method are among them. `history` is what became of the claims before.
    """
    templates = environment()
    shelf = Shelf(book, directory_urls)
    by_kind = {kind: templates.get_template(f"{kind}.html.jinja") for kind in addresses.FOLDERS}
    listed = list(rules)
    families = rule_reference.rules(listed)["families"]
    notice = templates.get_template("withdrawn.html.jinja")
    for kind, template in by_kind.items():
        for record in book.shelf(kind).values():
            if record.withdrawal is None:
                yield _record(record, template, shelf, families, history)
            else:
                yield _withdrawn(record, record.withdrawal, notice, shelf)
    updated = max((_updated(record, book) for record in book.records()), default="")
    for kind, title, about in LISTS:
        if kind == "claim":
            yield from _claim_lists(shelf, templates, title, about, updated)
            continue
        html = templates.get_template(f"{addresses.FOLDERS[kind]}.html.jinja").render(
            title=title, **list_of(kind, shelf)
        )
        yield RenderedPage(addresses.of_list(kind), title, about, html, updated=updated, is_list=True)
    yield from _accounts(shelf, templates, updated)
    html = templates.get_template("records.html.jinja").render(reference.records(shelf))
    about = "Every field that a record may have, and what may stand there."
    yield RenderedPage(addresses.RECORDS, "Records", about, html, updated=updated, is_list=True)
    html = templates.get_template("contribute.html.jinja").render(contribute_page(shelf, listed))
    about = "How to correct a claim in the browser, add one on your own machine, and read what the check says."
    yield RenderedPage(addresses.CONTRIBUTE, "How to contribute", about, html, updated=updated, is_list=True)
    if listed:
        html = templates.get_template("rules.html.jinja").render(rule_reference.rules(listed))
        about = "Every rule that records are checked by."
        yield RenderedPage(addresses.RULES, "Rules", about, html, updated=updated, is_list=True)
        html = templates.get_template("method.html.jinja").render(method_page(shelf, listed))
        about = "How this site checks claims: its verdicts, how evidence is counted, its waivers, and every rule."
        yield RenderedPage(addresses.METHOD, "Method", about, html, updated=updated, is_list=True)


def _accounts(shelf: Shelf, templates: Environment, updated: str) -> Iterator[RenderedPage]:
    """The pages that give account of the check: what it covers, what it leaves open, and what was wrong in it."""
    title, about = "Open questions", "What the evidence leaves open, and what would settle it."
    html = templates.get_template("open_questions.html.jinja").render(title=title, **open_questions(shelf))
    yield RenderedPage(addresses.OPEN_QUESTIONS, title, about, html, updated=updated, is_list=True)
    title, about = "Corrections", "What was corrected or withdrawn on this site, newest first."
    html = templates.get_template("corrections.html.jinja").render(title=title, **list_of_corrections(shelf))
    yield RenderedPage(addresses.CORRECTIONS, title, about, html, updated=updated, is_list=True)
    title, about = "Coverage", "What of the articles under check the claims cover, sentence by sentence."
    html = templates.get_template("coverages.html.jinja").render(title=title, **list_of_coverages(shelf))
    yield RenderedPage(addresses.COVERAGE, title, about, html, updated=updated, is_list=True)
    template = templates.get_template("coverage.html.jinja")
    for article, found in coverages(shelf):
        address = addresses.of_coverage(article.id)
        there = shelf.seen_from(addresses.url(address, directory_urls=shelf.directory_urls))
        above = To("All articles under check", there.url(addresses.COVERAGE))
        html = template.render(title=found.link.words, coverage=found, list=above)
        yield RenderedPage(address, found.link.words, found.account, html, record=article.path, updated=updated)


def redirects(book: Book, *, directory_urls: bool = True) -> Iterator[Redirect]:
    """A page for every former id, leading to the record of today."""
    template = environment().get_template("redirect.html.jinja")
    shelf = Shelf(book, directory_urls)
    base = book.site.url.rstrip("/") + "/" if book.site else ""
    for (kind, old), new in sorted(book.renamed.items()):
        target = shelf.to(kind, new)
        canonical = base + addresses.url(addresses.of(kind, new), directory_urls=directory_urls)
        yield Redirect(addresses.of(kind, old), template.render(target=target, canonical=canonical) + "\n")


def _record(
    record: Record, template: Template, shelf: Shelf, families: Sequence[Family], history: History
) -> RenderedPage:
    title = record.title if isinstance(record, Source) and record.title else shelf.name(record)
    return RenderedPage(
        addresses.of(record.kind(), record.id),
        title,
        _description(record, shelf),
        template.render(_view(record, shelf, families, history)),
        record=record.path,
        updated=_updated(record, shelf.book),
    )


def _claim_lists(shelf: Shelf, templates: Environment, title: str, about: str, updated: str) -> Iterator[RenderedPage]:
    """The list of all claims and those of claims with something in common; search finds a claim by its own page."""
    facets = Facets(shelf)
    whole, common = templates.get_template("claims.html.jinja"), templates.get_template("facet.html.jinja")
    for page in all_claims(facets, title=title, about=about):
        first = page.address == addresses.of_list("claim")
        html = whole.render(page.view)
        yield RenderedPage(page.address, page.title, page.about, html, updated=updated, is_list=first, searched=first)
    for page in common_claims(facets):
        html = common.render(page.view)
        yield RenderedPage(page.address, page.title, page.about, html, updated=updated, searched=False)


def _view(record: Record, shelf: Shelf, families: Sequence[Family], history: History) -> Mapping[str, Any]:
    """What a record's page shows."""
    if isinstance(record, Claim):
        return claim_page(record, shelf, families, history)
    if isinstance(record, Source):
        return source_page(record, shelf)
    if isinstance(record, Entity):
        return entity_page(record, shelf)
    raise TypeError(f"a {record.kind()} has no page")


def _withdrawn(record: Record, withdrawn: Withdrawn, template: Template, shelf: Shelf) -> RenderedPage:
    """The page of a withdrawn record: its address, the day and the reason; nothing of what it said."""
    title = shelf.name(record)
    when = withdrawn.date.in_words()
    lists = shelf.url(addresses.of_list(record.kind()))
    return RenderedPage(
        addresses.of(record.kind(), record.id),
        title,
        f"Withdrawn on {when}.",
        template.render(why=withdrawn.why, title=title, when=when, lists=lists),
        record=record.path,
        updated=_updated(record, shelf.book),
        searched=False,
    )


def _description(record: Record, shelf: Shelf) -> str:
    """One sentence about the page, for search engines and previews."""
    if isinstance(record, Claim):
        cited = len({piece.source for piece in (*record.appears_in, *record.evidence)})
        return f"{words.status_words(record, shelf.book)}. {cited} source{'' if cited == 1 else 's'} cited."
    if isinstance(record, Source):
        return f"A source of this site: {shelf.sources[record.id]}."
    return getattr(record, "description", None) or f"What this site says of {shelf.name(record)}."


def _updated(record: Record, book: Book) -> str:
    """The last day that a record, its receipt, or those that it cites name, as an ISO date; the sitemap's `lastmod`."""
    dates = [record.withdrawal.date if record.withdrawal else None, getattr(record, "accessed", None)]
    read = {record.id} if isinstance(record, Source) else set()
    if isinstance(record, Claim):
        dates += [record.review.date if record.review else None, *(change.date for change in record.corrections)]
        read = {piece.source for piece in (*record.appears_in, *record.evidence)}
        dates += [source.accessed for id in read if (source := book.sources.get(id))]
    days = [receipt.read_at for id in read if (receipt := book.receipts.get(id))]
    return max((*days, *(str(date) for date in dates if date is not None)), default="")
