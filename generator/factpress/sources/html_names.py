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
    "crosssell didomi disqus editsection entrymeta follow footer gdpr headerlink jumpnav login masthead modal "
    "morestories mostread nav navbar navbox navigation newsletter noprint onetrust outbrain pager pagination "
    "popup poster postmeta postnavigation postprofile prevnext printfooter promo promotion readmore readnext "
    "recommendation recommended register related respond share sharebar sharing sidebar signature signup "
    "siteheader siteinfo skip socialicon sociallink sponsor sponsored subscribe subscription taboola tagline "
    "taglist toc toolbar topbar trending truste upsell userinfo wpdiscuz"
)
_LIKELY = _set(
    "cookie consent menu social comment reply popular banner tag meta rating widget print legal teaser user "
    "action button credit votecell vote header link form survey feedback helpful label badge timestamp date crumb next"
)
_HIDDEN = _set("hidden hide d-none is-hidden invisible")
_ON_SOME_SCREENS = re.compile(r"(?:xs|sm|md|lg|xl|2xl|print):|(?:d|hidden|visible)-(?:xs|sm|md|lg|xl|print)")
_FACTUAL = _set("fact factbox infobox note pullquote quote sidenote footnote explainer background key")
_STANDFIRST = _set("dek deck standfirst subtitle subheadline subhead lead lede intro excerpt summary")
# A name that says of an element with which parts the whole page is laid out.
_ABOUT_THE_WHOLE = re.compile(r"(?:no|has|with|without|is|js|page|layout)[-_]", re.IGNORECASE)
_BYLINE = re.compile(r"(?:by|published|updated|posted|last (?:updated|modified)|written by|text size|photo|©)\b", re.I)
_TIME = re.compile(r"\b\d{1,2}:\d\d\b|\b\d{1,2}h\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b")
_NAMES = ("class", "id", "data-component", "data-testid")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# Headings, in English, under which other stories or the site itself follow: by their beginning, or whole.
_OTHER_STORIES = re.compile(
    r"(?:related (?:articles?|stories|posts?|news|content|links|reading|topics|coverage|products?|items?)|"
    r"more (?:from|on|stories|news|in this|articles|like)|read (?:more|next|also)|you (?:may|might) (?:also|like)|"
    r"recommended|most (?:read|popular|viewed|commented)|also (?:read|on)|don.t miss|"
    r"\d+ (?:comments?|responses|replies)\b|"
    r"leave a (?:comment|reply)|post a comment|about the author|about us|sign up|stay (?:informed|connected)|follow us|"
    r"customers? (?:also|who)|up next|what to read next|top stories|editor.s picks|recent (?:posts|comments)|"
    r"(?:related|trending|popular|latest|share|comments?|newsletter|subscribe|tags|categories|archives?|advertisement|"
    r"sponsored|navigation|search|similar|contact)(?: (?:this|now|us|posts?|news|stories|products?|items?))*\W*$)",
    re.IGNORECASE,
)
# Short texts that are a page's controls.
_LABEL = re.compile(
    r"(?:advertisement|advertising|sponsored(?: content)?|share(?: this| on .*)?|tweet|copy link|continue reading.*|"
    r"(?:read|see|view|show) (?:more|all|full).*|click here.*|subscribe.*|sign (?:up|in)\b.*|log ?(?:in|out)\b.*|print|"
    r"e-?mail|comments?(?: \(\d+\))?|reply|follow(?: us)?\b.{0,30}|skip to .*|back to (?:top|home).*|loading\W*|"
    r"next(?: page)?|\d+ (?:comments?|shares?|min(?:ute)?s? read|answers?|replies|points)|prev(?:ious)?(?: page)?|"
    r"permalink|edit|share|report(?: abuse)?|like|tags?:.*|photo: .*|related[^.]*:.*|"
    r"add to (?:basket|cart|wishlist).*|buy now|download|menu|close|search|play|copy|©.*|copyright .*)",
    re.IGNORECASE | re.DOTALL,
)


def is_other_stories(heading: str) -> bool:
    """Whether a heading announces other stories, or the site's own matters."""
    return _OTHER_STORIES.match(heading) is not None


def is_label(text: str) -> bool:
    """Whether a short text is a label of the page's controls."""
    return len(text) <= 80 and _LABEL.fullmatch(text) is not None


def is_byline(text: str) -> bool:
    """Whether a line says who wrote something, or when."""
    return _BYLINE.match(text) is not None or _TIME.search(text) is not None


def reads_as_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, and has some words."""
    return text.rstrip("\"'”’»)")[-1:] in tuple(".!?…。！？") and len(text.split()) > 4 and not is_byline(text)


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
    return _words_of(" ".join(filter(None, map(element.get, _NAMES))))


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
