"""What ends a claim's page and an explainer: how to cite it, and where to report an error in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from factpress.pages import citing
from factpress.pages.account import cited_claims
from factpress.pages.environment import environment
from factpress.pages.links import LinkedBook, To
from factpress.pages.view import updated
from factpress.records.claim import Claim
from factpress.records.page import Page
from factpress.records.site import PLACEHOLDER, Site

REPORT, HOW_TO_REPORT = "Report an error", "How to report an error"
_ISSUES = re.compile(r"(?P<project>https://(?:[\w.-]+\.)?(?P<host>github|gitlab)\.[a-z.]+/[^/{]+/[^/{]+)/")


def closing_of_claim(claim: Claim, linked: LinkedBook) -> Mapping[str, Any]:
    """What the end of a claim's page shows."""
    title, day = linked.name(claim), claim.checked.canonical if claim.checked else updated(claim, linked.book)
    work = citing.claim_work(claim, linked.book, title=title, day=day, directory_urls=linked.directory_urls)
    return _shown(work, claim.path, linked)


def closing_of_page(page: Page, linked: LinkedBook) -> str:
    """The end of an explainer as HTML; empty for another page."""
    if page.article is None:
        return ""
    here = linked.at_page(page)
    days = [claim.checked.canonical for claim in cited_claims(page, linked.book) if claim.checked]
    work = citing.explainer_work(
        page, linked.book, title=page.name, day=max(days, default=""), directory_urls=linked.directory_urls
    )
    return environment().get_template("closing.html.jinja").render(_shown(work, page.path, here)).strip()


def report_of(work: citing.Work, path: str, linked: LinkedBook) -> To:
    """Where to report an error in a work: an issue or a mail that is begun, or the page that says how.

    `path` is the file behind the page, so that the report leads to it.
    """
    site = linked.book.site
    title, where = f"Error in: {work.title}", work.url or path
    body = f"Page: {where}\nFile: {path}\nVersion: {work.version}\n\nWhat is wrong, and which source shows it?\n"
    tracker = _tracker(site) if site else ""
    if tracker:
        keys = ("issue[title]", "issue[description]") if tracker.endswith("/-/issues/new") else ("title", "body")
        return To(REPORT, f"{tracker}?{urlencode(dict(zip(keys, (title, body), strict=True)), quote_via=quote)}")
    if site and site.publisher and site.publisher.email:
        said = urlencode({"subject": title, "body": body}, quote_via=quote)
        return To(REPORT, f"mailto:{quote(site.publisher.email, safe='@')}?{said}")
    return To(HOW_TO_REPORT, linked.to_kind("contribute").url)


def _tracker(site: Site) -> str:
    """Where an issue is begun on the host of the records, as the site's `edit` names it; empty for other hosts."""
    found = _ISSUES.match(site.edit or "")
    if not found:
        return ""
    return f"{found['project']}/issues/new" if found["host"] == "github" else f"{found['project']}/-/issues/new"


def _shown(work: citing.Work, path: str, linked: LinkedBook) -> Mapping[str, Any]:
    site = linked.book.site
    return {
        "forms": citing.cite(work),
        "report": report_of(work, path, linked),
        "has_address": site is not None and site.url != PLACEHOLDER,
    }
