"""One claim on sunken boats, and the papers that say so or otherwise: what tests of standing are about."""

from __future__ import annotations

from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from factpress.book import Book
from factpress.evidence.receipts import How
from factpress.pages.render import render

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


def page(book: Book, address: str = CLAIM) -> LexborHTMLParser:
    return LexborHTMLParser(next(page.html for page in render(book) if page.address == address))


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
