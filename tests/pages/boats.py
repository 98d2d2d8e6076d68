"""One claim on sunken boats, and the papers that say so or otherwise: what tests of standing are about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from one_page import render_page
from selectolax.lexbor import LexborHTMLParser, LexborNode

from factpress.book import Book, resolve
from factpress.cli.examples import lay
from factpress.evidence.document import read_document
from factpress.evidence.quotes import find
from factpress.evidence.receipts import How, receipt_of
from factpress.pages.links import with_links
from factpress.pages.render import RenderedPage
from factpress.pipeline import book_of
from factpress.records.receipt import Receipt
from factpress.rules import RULES
from factpress.rules.rule import Rule

Weighed = Callable[..., Book]
HOW = How("full", "file", "2026-11-24", "text")
CLAIM = "claims/boats/"
BODIES = {"wire": "Coast Wire", "post": "Evening Post", "port": "Port Office", "echo": "Echo", "news": "News"}
# Each body's own paper, and two more papers that carry the wire's reports.
PAPERS = {**{body: body for body in BODIES}, "daily": "wire", "weekly": "wire"}
PROJECT = """
# facts/site.yml
format: 1
name: Harbour facts
articles: [article]
""" + "".join(
    [f"# facts/entities/{id}.yml\nname: {name}\ntype: Organization\n" for id, name in BODIES.items()]
    + [
        f"# facts/sources/{id}.yml\ntype: article-newspaper\ntitle: The {id}\ncontainer_title: The {id}\n"
        f"issued: 2021-05-30\nroot: {root}\n"
        for id, root in {**PAPERS, "article": "wire"}.items()
    ]
)
ARTICLE = "three boats sank in the harbour that night"
THREE, TWO = "there were three boats that sank there", "there were two boats that sank there"
MANY = "there were at least two boats that sank there"
NONE = "it was a night that nobody forgot here"
DISPUTE = {"stance": "disputes"}
ANSWERED = {"stance": "disputes", "answered": '"It was dark."'}
FIRST_HAND = {"first_hand": '"The office counted its boats"'}


def piece(source: str, quote: str = THREE, **more: str) -> str:
    """A piece of evidence of a claim, as its record has it."""
    return "\n    ".join([f"  - source: {source}", f'quote: "{quote}"', *(f"{k}: {v}" for k, v in more.items())]) + "\n"


@dataclass(frozen=True)
class Laid:
    """A small project that was laid out and read, without any rule: pages need none."""

    book: Book


def read_book(folder: Path, files: str, read: Mapping[str, tuple[How, str]]) -> Book:
    """The book of a small project with these files, with receipts of these texts, by their sources, and no others."""
    lay(files, folder)
    _, book = book_of(folder)
    return resolve(book.records(), receipts=[_receipt(book, id, how, text) for id, (how, text) in read.items()])


def _receipt(book: Book, source: str, how: How, text: str) -> Receipt:
    document = read_document(text)
    quotes = {proof.quote: find(document, proof.quote) for _, proof in book.quotes_of(source)}
    receipt = receipt_of(
        document,
        {quote: found for quote, found in quotes.items() if found},
        excuses=[(excuse.sentence, excuse.begins) for excuse in book.sources[source].no_claim],
        how=how,
        key=b"0" * 16,
    )
    receipt.placed(source, f"facts/receipts/{source}.json")
    return receipt


def rendered(book: Book, address: str, *, rules: Sequence[Rule] = RULES, directory_urls: bool = True) -> RenderedPage:
    """The page at an address, rendered alone."""
    return render_page(address, with_links(book, directory_urls=directory_urls), rules=rules)


def page(book: Book, address: str = CLAIM, *, directory_urls: bool = True) -> LexborHTMLParser:
    return LexborHTMLParser(rendered(book, address, directory_urls=directory_urls).html)


def said(node: LexborHTMLParser | LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text().split())


def described(card: LexborNode, term: str) -> str:
    """What a card says under a term; nothing where it has not that term."""
    return next((said(dt.next.next) for dt in card.css("dt") if said(dt) == term and dt.next and dt.next.next), "")


def rows(tree: LexborHTMLParser) -> list[list[str]]:
    """The table of figures, cell by cell."""
    return [[said(cell) for cell in row.css("th, td")] for row in tree.css("table.fp-figures tr")]


OTHERS = f"""
# facts/claims/harbour/storm.yml
claim: "A storm of 12 May 2021 sank one boat."
when: 2021-05-12
figures: {{boats: 1}}
evidence:
{piece("port", "on 12 May 2021 one boat sank", **FIRST_HAND)}
# facts/claims/harbour/rumour.yml
claim: "Nine boats sank."
figures: {{boats: 9}}
evidence:
{piece("post", NONE)}
"""
