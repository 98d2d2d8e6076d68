"""What a page's data for search engines, JSON-LD or microdata, says of the page's own article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

from factpress.sources.html_data import data_of

Item = Mapping[str, Any]
_ARTICLES = (
    *("Article", "BlogPosting", "Posting", "Report", "Review", "TechArticle", "Thesis", "LiveBlogPosting"),
    *("Blog", "PublicationIssue", "DiscussionForumPosting"),
)
_PAGES = ("WebPage", "ItemPage", "AboutPage", "FAQPage", "QAPage", "CreativeWork", "Dataset", "PressRelease", "Event")
# Only from these does one come from a page to its own article; everything else leads to other documents.
_OWN = ("@graph", "mainEntity", "mainEntityOfPage")
_CSL = {
    "NewsArticle": "article-newspaper", "ReportageNewsArticle": "article-newspaper",
    "AnalysisNewsArticle": "article-newspaper", "OpinionNewsArticle": "article-newspaper",
    "BlogPosting": "post-weblog", "LiveBlogPosting": "article-newspaper", "ScholarlyArticle": "article-journal",
    "MedicalScholarlyArticle": "article-journal", "Report": "report", "Thesis": "thesis",
    "SocialMediaPosting": "post", "DiscussionForumPosting": "post", "Dataset": "dataset",
}  # fmt: skip


class LinkedData:
    """The items of a page, and the one that is its own article or, where there is none, the page itself."""

    def __init__(self, tree: HtmlElement, *, addresses: set[str]) -> None:
        """Finds the page's own item; of several articles, only one that has the page's address."""
        whole = data_of(tree)
        self._by_id = {str(item["@id"]): item for item in whole if "@id" in item and len(item) > 1}
        own = list(_own_items(whole))
        articles = [item for item in own if _is_any(item, _ARTICLES)]
        here = [item for item in articles if self._addresses(item) & addresses]
        chosen = here or (articles if len(articles) == 1 else [])
        self.article: Item = chosen[0] if chosen else {}
        pages = [item for item in own if _is_any(item, _PAGES)]
        self.page: Item = pages[0] if len(pages) == 1 else {}

    @property
    def type(self) -> str:
        """The CSL type of the article; empty if its own says too little."""
        return next((_CSL[name] for name in types_of(self.article) if name in _CSL), "")

    def texts(self, key: str) -> list[str]:
        """The texts of a property of the article, else of the page."""
        found = [text for value in _list(self.article.get(key)) if (text := self._text(value))]
        return found or [text for value in _list(self.page.get(key)) if (text := self._text(value))]

    def people(self) -> list[str]:
        """The article's authors, `Family, Given` where the data has these parts."""
        return [
            name for value in _list(self.article.get("author") or self.article.get("creator"))
            if (name := self._person(value))
        ]  # fmt: skip

    def addresses(self) -> list[str]:
        """The addresses that the article, else the page, gives as its own."""
        return [text for item in (self.article, self.page) for text in sorted(self._addresses(item))]

    def _addresses(self, item: Item) -> set[str]:
        found = set()
        for key in ("url", "mainEntityOfPage", "@id"):
            for value in _list(item.get(key)):
                text = value.get("@id") or value.get("url") if isinstance(value, dict) else value
                if isinstance(text, str) and text.startswith(("https://", "http://")):
                    found.add(text.partition("#")[0])
        return found

    def _resolved(self, value: Any) -> Any:
        if isinstance(value, dict) and set(value) <= {"@id", "@type"}:
            return self._by_id.get(str(value.get("@id")), value)
        return value

    def _text(self, value: Any) -> str:
        value = self._resolved(value)
        if isinstance(value, dict):
            value = value.get("name") or value.get("alternateName") or value.get("@value")
            value = value[0] if isinstance(value, list) and value else value
        return str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""

    def _person(self, value: Any) -> str:
        value = self._resolved(value)
        if isinstance(value, dict) and value.get("familyName") and value.get("givenName"):
            return f"{value['familyName']}, {value['givenName']}"
        return self._text(value)


def types_of(item: Item) -> list[str]:
    """An item's types by their last names: one may be a list, or a whole address."""
    return [str(name).replace(":", "/").rpartition("/")[2] for name in _list(item.get("@type"))]


def microdata(tree: HtmlElement, name: str) -> list[str]:
    """The values of a property of the page's own item; those of items within other items are of something else."""
    return [text for element in tree.iter() if (text := _own_value(element, name))]


def _own_value(element: HtmlElement, name: str) -> str:
    if not isinstance(element.tag, str) or name not in (element.get("itemprop") or "").split():
        return ""
    around = [each for each in element.iterancestors() if each.get("itemscope") is not None]
    articles = [each for each in around if _is_article(each)]
    if len(articles) > 1 or (around and not (articles and around[0] is articles[0])):
        return ""
    inner = next((each for each in element.iter() if "name" in (each.get("itemprop") or "").split()), element)
    said = inner.get("content") or inner.get("datetime")
    return " ".join((said or str(inner.text_content())).split())


def _is_article(element: HtmlElement) -> bool:
    kinds = (element.get("itemtype") or "").split()
    return any(kind.rpartition("/")[2].endswith(_ARTICLES) for kind in kinds)


def _own_items(whole: tuple[Item, ...]) -> Iterator[Item]:
    """Items at the top, and those to which only the page's own properties lead."""
    inner = {id(value) for item in whole for values in item.values() for value in _within(values)}
    waiting = [item for item in whole if id(item) not in inner]
    seen: set[int] = set()
    while waiting:
        item = waiting.pop(0)
        if id(item) in seen:
            continue
        seen.add(id(item))
        yield item
        waiting += [each for key in _OWN for each in _list(item.get(key)) if isinstance(each, dict)]


def _within(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _within(each)


def _is_any(item: Item, kinds: tuple[str, ...]) -> bool:
    return any(name.endswith(kinds) for name in types_of(item))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
