"""How to cite a page: in APA style, as one plain line, and for BibTeX, with the day and a checksum of what is cited."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from factpress import addresses
from factpress.book import Book
from factpress.changes.stamp import stamp
from factpress.pages.account import cited_claims
from factpress.records.claim import Claim
from factpress.records.date import Date, parse_date
from factpress.records.page import Page
from factpress.records.site import PLACEHOLDER

# What TeX reads as a command, and how it is written so that it is a sign.
_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Work:
    """What a citation names.

    `key` is its name in BibTeX, `by` the publisher or empty, `url` empty while the site has no address, `day` an ISO
    date or empty, `version` a checksum that changes whenever what is cited does.
    """

    key: str
    title: str
    site: str
    by: str
    url: str
    day: str
    version: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A work in one form, such as APA: the form's name and the text to select."""

    form: str
    text: str


def cite(work: Work) -> Sequence[Cited]:
    """A work in each form."""
    return [Cited("APA", apa(work)), Cited("Plain text", plain(work)), Cited("BibTeX", bibtex(work))]


def apa(work: Work) -> str:
    """A page of a website as the 7th edition of APA's Publication Manual has it (section 10.16).

    The author is the publisher; without one the title takes its place. The site's name follows, unless it is the
    author's.
    """
    day = parse_date(work.day) if work.day else None
    when = f"({_apa_day(day)})." if day else "(n.d.)."
    title = _ended(work.title)
    head = [_ended(work.by), when, title] if work.by else [title, when]
    site = [_ended(work.site)] if work.site != work.by else []
    return " ".join([*head, *site, *([work.url] if work.url else [])])


def plain(work: Work) -> str:
    """One line for people: title, site, day, address, and the version."""
    day = f", {parse_date(work.day).in_words()}" if work.day else ""
    parts = [f"“{_ended(work.title)}”", _ended(f"{work.site}{day}"), work.url]
    return " ".join([*filter(None, parts), f"Version {work.version}."])


def bibtex(work: Work) -> str:
    """An entry for BibTeX. Braces keep the case of names."""
    day = parse_date(work.day) if work.day else None
    fields = [
        ("author", f"{{{_tex(work.by)}}}" if work.by else ""),
        ("title", f"{{{_tex(work.title.removesuffix('.'))}}}"),
        ("howpublished", _tex(work.site)),
        ("year", work.day[:4] if day else ""),
        ("note", f"Version {work.version}"),
        ("url", work.url),
    ]
    lines = [f"  {name} = {{{value}}}" for name, value in fields if value]
    if day:
        lines.append(f"  month = {_MONTHS[int(work.day[5:7]) - 1]}")
    return f"@misc{{{work.key},\n" + ",\n".join(lines) + "\n}"


def claim_work(claim: Claim, book: Book, *, title: str, day: str, directory_urls: bool) -> Work:
    """A claim's page as a work to cite; its version is what a review of the claim would sign."""
    address = addresses.url(addresses.of("claim", claim.id), directory_urls=directory_urls)
    return _work(claim.id, title, book, address, day, stamp(book, claim).removeprefix("s-"))


def explainer_work(page: Page, book: Book, *, title: str, day: str, directory_urls: bool) -> Work:
    """An explainer as a work to cite; its version changes with its words and with each claim that it cites."""
    said = [part.words for part in page.said] + [page.answer or ""]
    claims = [stamp(book, claim) for claim in cited_claims(page, book)]
    version = hashlib.sha256("\0".join([title, *said, *claims]).encode()).hexdigest()[:8]
    return _work(page.id, title, book, addresses.page_url(page.id, directory_urls=directory_urls), day, version)


def _work(id: str, title: str, book: Book, address: str, day: str, version: str) -> Work:
    site = book.site
    by = site.publisher.name if site and site.publisher else ""
    url = f"{site.url.rstrip('/')}/{address}" if site and site.url != PLACEHOLDER else ""
    key = re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-")
    return Work(key, title, site.name if site else "", by, url, day, version)


def _apa_day(day: Date) -> str:
    words = day.in_words().split()
    # 1 December 2026 is written 2026, December 1.
    return f"{words[2]}, {words[1]} {words[0]}" if len(words) == 3 else day.in_words()


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in text)
