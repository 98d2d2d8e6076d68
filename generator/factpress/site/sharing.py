"""What other sites show of a page that somebody shares there: tags of Open Graph, which Twitter's cards read too."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from factpress.pages import descriptions
from factpress.pages.links import LinkedBook
from factpress.records.page import Page as Prose
from factpress.records.site import PLACEHOLDER
from factpress.site.record_page import RecordPage

_DESCRIPTION = re.compile(r'<meta name="description" content="[^"<>]*">')


@dataclass(frozen=True, slots=True)
class Share:
    """A page as it is shared, in plain text; `url` is empty while the site has no address, `day` if none is known."""

    title: str
    description: str
    site: str
    url: str
    day: str
    is_article: bool

    def tags(self) -> Iterator[str]:
        """The tags, each escaped once."""
        named = {
            "og:title": self.title,
            "og:description": self.description,
            "og:type": "article" if self.is_article else "website",
            "og:site_name": self.site,
            "og:url": self.url,
            "article:modified_time": self.day if self.is_article else "",
        }
        yield from (_tag("property", name, words) for name, words in named.items() if words)
        yield _tag("name", "twitter:card", "summary")


def with_share(output: str, page: Page, prose: Prose | None, linked: LinkedBook, config: MkDocsConfig) -> str:
    """A page of the theme with its tags; one to which a plugin or the theme gave such tags keeps those.

    An explainer gets the same description for search engines: its front matter says what the page is, not what was
    found.
    """
    head, end, rest = output.partition("</head>")
    if not end or 'property="og:' in head:
        return output
    share = share_of(page, prose, linked, config)
    if prose is not None and share.is_article:
        # A function, because a template would read marks in the words.
        head = _DESCRIPTION.sub(lambda _: _tag("name", "description", share.description), head, count=1)
    return "".join([head, *(f"{tag}\n" for tag in share.tags()), end, rest])


def share_of(page: Page, prose: Prose | None, linked: LinkedBook, config: MkDocsConfig) -> Share:
    """A page of a record or of prose as it is shared."""
    site = html.unescape(config.site_name)
    url = page.canonical_url if page.canonical_url and config.site_url != PLACEHOLDER else ""
    if isinstance(page, RecordPage):
        made = page.rendered
        return Share(made.title, made.description, site, url, made.updated, made.record is not None)
    title = site if page.is_homepage else html.unescape(str(page.meta.get("title") or page.title or site))
    if prose is not None and prose.article is not None:
        words = descriptions.of_explainer(prose, linked.book)
        return Share(title, words, site, url, linked.days.of_page(prose), True)
    words = html.unescape(str(page.meta.get("description") or config.site_description or ""))
    return Share(title, words, site, url, "", False)


def _tag(key: str, name: str, words: str) -> str:
    return f'<meta {key}="{name}" content="{html.escape(words)}">'
