"""What a page shows though its source hides it: parts that a click opens, frames, shadow trees, words in drawings."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from factpress.sources.html_names import is_in_front, is_opened

ASKS_FOR_ADDRESS = "asks-for-address"
# Attributes by which a control names the part that it opens.
_OPENS = ("aria-controls", "data-target", "data-bs-target", "data-tab", "href")
_CONTROLS = ("a", "button", "summary", "label", "li", "div", "span", "h2", "h3", "h4", "h5", "dt")
# So many elements around a hidden part may say that it is one of several which open.
_NEAR = 3
_MUCH = 0.5
# In one of these a drawing is an icon.
_LINES = ("p", "a", "button", "span", "li", "label", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "summary")
_PAGES_OWN = ("h1", "main", "article")


class Clicks:
    """Knows the parts of a page that are hidden until a reader clicks, or until the page's script starts."""

    def __init__(self, tree: HtmlElement) -> None:
        self._opened = set(_opened_ids(tree))
        self._length = _length(tree)

    def show(self, element: HtmlElement) -> bool:
        """Whether a hidden element is a tab's panel or a closed answer, or holds the page itself."""
        if is_in_front(element):
            return False
        if (element.get("role") or "").lower() == "tabpanel" or element.get("id") in self._opened:
            return True
        around = [element, *list(element.iterancestors())[:_NEAR]]
        if element.tag in ("div", "section", "dd", "article") and any(map(is_opened, around)):
            return True
        # Some pages stay hidden until their script has started.
        return _length(element) > _MUCH * self._length and next(element.iter(*_PAGES_OWN), None) is not None


def _length(tree: HtmlElement) -> int:
    """About how many characters of words there are below an element."""
    return sum(
        len((element.text or "").strip()) for element in tree.iter() if element.tag not in ("script", "style", "title")
    )


def put_in_place(tree: HtmlElement) -> None:
    """Makes ordinary elements of declared shadow trees, of frames whose page is in them, and of words in drawings."""
    for template in tree.iter("template"):
        if template.get("shadowrootmode") or template.get("shadowroot"):
            template.tag = "div"
    for frame in list(tree.iter("iframe")):
        if srcdoc := frame.get("srcdoc"):
            _unfold(frame, srcdoc)
    for drawing in list(tree.iter("svg")):
        _keep_words(drawing)
    for field in tree.iter("input"):
        if (field.get("type") or "").lower() == "email":
            _name_form(field)


def _name_form(field: HtmlElement) -> None:
    """Gives the form that asks for an address a name, since its fields have no words and go."""
    form = next(field.iterancestors("form"), None)
    if form is not None:
        form.set("class", f"{form.get('class') or ''} {ASKS_FOR_ADDRESS}")


def _unfold(frame: HtmlElement, source: str) -> None:
    try:
        page = document_fromstring(source)
    except (etree.ParserError, ValueError):
        return
    frame.tag, frame.text = "div", None
    # It is a document of its own, so its words are beside the article.
    frame.set("class", "embedded-frame")
    frame[:] = list(page.iter("body"))[:1]
    for body in frame:
        body.tag = "div"


def _keep_words(drawing: HtmlElement) -> None:
    """A chart has its words as elements of their own; an icon has none, or only a name that nobody sees."""
    words, parent = list(drawing.iter("text")), drawing.getparent()
    if not words or parent is None or parent.tag in _LINES or (drawing.tail or "").strip():
        return
    for element in words:
        element.tag, element.tail = "div", None
    drawing.tag, drawing.text = "div", None
    drawing[:] = words


def _opened_ids(tree: HtmlElement) -> Iterator[str]:
    for control in tree.iter(*_CONTROLS):
        for name in _OPENS:
            value = control.get(name)
            if value and (name != "href" or (value.startswith("#") and _is_control(control))):
                yield from (each.removeprefix("#") for each in value.split())


def _is_control(link: HtmlElement) -> bool:
    """Whether a link to a part of its page opens that part."""
    return link.get("role") in ("tab", "button") or any(
        name.startswith(("data-toggle", "data-bs-toggle", "aria-expanded", "aria-selected")) for name in link.attrib
    )
