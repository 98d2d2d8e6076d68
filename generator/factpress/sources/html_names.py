"""What the names of elements, roles, classes and ids say: which parts of a page are about something else."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from lxml.html import HtmlElement


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TAGS = _set("nav footer aside dialog button menu")
_ROLES = _set(
    "navigation complementary contentinfo banner search dialog alertdialog alert menu menubar toolbar tablist button"
)
# Words in names of classes and ids, singular: the first say so everywhere, the second in short texts alone.
_SURE = _set(
    "ad addtoany advert advertisement ambox articlemeta author authorbio authorbox bio biography breadcrumb "
    "byline catlink commentform cookiebanner cookiebar cookiebot cookieconsent cookielaw cookienotice copyright "
    "crosssell didomi disqus editsection embeddedframe entrymeta follow footer gdpr headerlink jumpnav login masthead "
    "modal morestories mostread nav navbar navbox navigation newsletter noprint onetrust outbrain pager pagination "
    "popup poster postmeta postnavigation postprofile prevnext printfooter promo promotion readmore readnext "
    "recommendation recommended register related respond share sharebar sharing sidebar signature signup "
    "siteheader siteinfo skip socialicon sociallink sponsor sponsored subscribe subscription taboola tagline "
    "taglist toc toolbar topbar trending truste upsell userinfo wpdiscuz"
)
_LIKELY = _set(
    "cookie consent menu social comment reply popular banner tag meta rating widget print legal teaser user "
    "action button credit votecell vote header link form survey feedback helpful label badge timestamp date crumb next "
    "player playlist poll"
)
_HIDDEN = _set("hidden hide d-none is-hidden invisible")
_ON_SOME_SCREENS = re.compile(r"(?:xs|sm|md|lg|xl|2xl|print):|(?:d|hidden|visible)-(?:xs|sm|md|lg|xl|print)")
# What lies in front of a page, and parts that open on a click.
_IN_FRONT = _set(
    "modal popup dropdown offcanvas lightbox tooltip popover overlay dialog menu submenu megamenu nav navbar drawer "
    "toast cookie consent search login"
)
_OPENED = _set(
    "accordion faq tab tabpanel tabcontent tabpane collapsible collapse toggle expander expandable spoiler moretext "
    "morecontent fulltext showmore"
)
# What holds the words of a post, a comment or a message, and nothing else.
_POST = _set(
    "postbody postcontent postmessage posttext postcell jspostbody commenttext commentbody commentcontent commentcopy "
    "commtext messagebody messagecontent messagetext bbwrapper usertextbody statuscontent tweettext replybody "
    "answerbody answertext questiontext reviewbody reviewtext"
)
_POST_PROPERTIES = _set("text commenttext reviewbody articlebody")
_FACTUAL = _set("fact factbox infobox note pullquote quote sidenote footnote explainer background key")
_STANDFIRST = _set("dek deck standfirst subtitle subheadline subhead lead lede intro excerpt summary")
# A name that says of an element with which parts the whole page is laid out.
_ABOUT_THE_WHOLE = re.compile(r"(?:no|has|with|without|is|js|page|layout)[-_]", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "dt")
_NAMES = ("class", "id", "data-component", "data-testid")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def says_aside(element: HtmlElement) -> str:
    """Whether an element says that it is about something else: `sure`, `likely`, or empty."""
    if element.tag in _TAGS or (element.get("role") or "").lower() in _ROLES:
        return "sure"
    words = _words(element)
    if words & _SURE or _is_hidden(element):
        return "sure"
    return "likely" if words & _LIKELY or element.tag == "form" else ""


def _is_hidden(element: HtmlElement) -> bool:
    """Whether an element's class says that it is hidden on every screen; the page's styles alone decide that."""
    names = (element.get("class") or "").split()
    return not _HIDDEN.isdisjoint(names) and not any(_ON_SOME_SCREENS.match(name) for name in names)


def is_in_front(element: HtmlElement) -> bool:
    """Whether an element, or one around it, is a menu or lies in front of the page when it is shown."""
    return any(
        each.tag in ("nav", "dialog", "header", "footer")
        or (each.get("role") or "").lower() in _ROLES
        or bool(_words(each) & _IN_FRONT)
        for each in (element, *element.iterancestors())
        if each.tag not in ("body", "html")
    )


def is_opened(element: HtmlElement) -> bool:
    """Whether an element's names say that it opens on a click."""
    return element.tag not in ("body", "html") and bool(_words(element) & _OPENED)


def is_post(element: HtmlElement) -> bool:
    """Whether an element says that it holds the words of a post, a comment or a message."""
    names = _words(element)
    properties = (element.get("itemprop") or "").lower().split()
    return bool(names & _POST) or not _POST_PROPERTIES.isdisjoint(properties)


def is_factual(element: HtmlElement) -> bool:
    """Whether an element says that it adds facts to the article."""
    return bool(_words(element) & _FACTUAL)


def says_standfirst(element: HtmlElement) -> bool:
    """Whether an element says that it is the summary below a headline."""
    return bool(_words(element) & _STANDFIRST)


def opens_a_part(button: HtmlElement) -> bool:
    """Whether a button is the heading of a part that opens."""
    names = {"accordion", "faq", "question"}
    return bool(button.get("aria-controls") or button.get("aria-expanded") or _words(button) & names)


def kind_of(element: HtmlElement) -> str:
    """The tag and classes of an element that has any, without numbers; empty for another."""
    names = sorted({name.rstrip("0123456789") for name in (element.get("class") or "").split()})
    return f"{element.tag} {' '.join(names)}" if names else ""


def _words(element: HtmlElement) -> frozenset[str]:
    names = (element.get(name) for name in _NAMES if name != "id" or not _is_an_anchor(element))
    return _words_of(" ".join(filter(None, names)))


def _is_an_anchor(element: HtmlElement) -> bool:
    """Whether an element's id is made of the words of its heading or its code: `method.next` is no link to more."""
    return element.tag in _HEADINGS or any(sign in (element.get("id") or "") for sign in ".%:()")


@lru_cache(maxsize=1 << 14)
def _words_of(names: str) -> frozenset[str]:
    """The words that names are made of, small and singular, and each two that follow one another as one."""
    found: set[str] = set()
    for name in names.split():
        if _ABOUT_THE_WHOLE.match(name):
            continue
        words = [word.lower() for word in _WORD.findall(name)]
        found.update(word.removesuffix("s") if len(word) > 3 else word for word in words)
        found.update(a + b for a, b in pairwise(words))
    # A builder of pages calls every part of one so.
    return frozenset(found - {"widget"} if "elementor" in found else found)
