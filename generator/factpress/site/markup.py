"""The tags in a page as browsers read them: HTML by the standard's tokenizer, and XML.

The tokenizer of Python's own parser differs from browsers', and from one version of Python to the next. What browsers
read in several ways, by what is around it, is read in all of them: such a page may have more tags here than in a
browser, and never fewer.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_BLANK = "\t\n\f\r "
_NAME = re.compile(rf"[^{_BLANK}/>]*+")
# An attribute, or the end of the tag; an `=` may begin a name.
_ATTRIBUTE = re.compile(
    rf"[{_BLANK}/]*+(?:(?P<end>>)|(?P<name>[^{_BLANK}/>][^{_BLANK}/>=]*+)"
    rf"(?:[{_BLANK}]*+=[{_BLANK}]*+(?:\"(?P<double>[^\"]*+)\"?|'(?P<single>[^']*+)'?|(?P<bare>[^{_BLANK}>]*+)))?+)"
)
_NEXT = re.compile(r"<(?:[a-zA-Z]|/[a-zA-Z]|!--|!\[CDATA\[|[!?/])")
_NEXT_IN_XML = re.compile(r"<(?:[^\s/!?<>]|/|!--|!\[CDATA\[|[!?])")
_COMMENT_END = re.compile(r"--!?>")
_SCRIPT_END = re.compile(rf"</script(?=[{_BLANK}/>])", re.IGNORECASE)
# Elements whose content is text in HTML, and markup in SVG, in MathML or with scripts off.
_TEXT = frozenset({"iframe", "noembed", "noframes", "noscript", "plaintext", "style", "textarea", "title", "xmp"})
_FOREIGN = frozenset({"svg", "math"})
# Elements of drawings and formulas that may have HTML in them; after one, what ends a drawing is not certain.
_MIXED = frozenset({
    "annotation-xml", "desc", "foreignobject", "mi", "mn", "mo", "ms", "mtext", "title",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag: its name and the names of its attributes in lower case, their values decoded; its text.

    In HTML only scripts have a text.
    """

    name: str
    attributes: tuple[tuple[str, str], ...]
    start: int
    source: str
    text: str = ""

    def get(self, name: str) -> str:
        """The value of an attribute, the first of that name; empty without it."""
        return next((value for each, value in self.attributes if each == name), "")

    def has(self, name: str) -> bool:
        """Whether there is such an attribute."""
        return any(each == name for each, _ in self.attributes)


def tags(page: str, *, known: Callable[[str], bool] = lambda script: False) -> Iterator[Tag]:
    """The start tags in a page of HTML, in their order. The content of a `known` script has no tags."""
    # How many drawings and formulas are open, where browsers read markup in scripts and in `CDATA`.
    place, foreign, mixed, everywhere = 0, 0, False, False
    while found := _NEXT.search(page, place):
        start, kind = found.start(), found[0]
        if kind == "<!--":
            place = start + 4 if everywhere else _after_comment(page, start)
        elif kind == "<![CDATA[":
            place, everywhere = found.end(), True
        elif kind in {"<!", "<?", "</"}:
            place = found.end() if everywhere else _after(page, ">", found.end())
        elif kind.startswith("</"):
            name, end = _name(page, found.end() - 1)
            foreign -= name in _FOREIGN and foreign > 0 and not mixed
            _, end = _attributes(page, end)
            place = found.end() if everywhere else end
        else:
            name, place = _name(page, start + 1)
            attributes, end = _attributes(page, place)
            text = ""
            if name == "script":
                stop = _SCRIPT_END.search(page, end)
                text = page[end : stop.start() if stop else len(page)]
                if known(text):
                    place = end + len(text)
                    yield Tag(name, attributes, start, page[start:end], text)
                    continue
                everywhere |= "<!--" in text or (bool(foreign) and "<" in text)
                end += len(text)
            elif name in _TEXT:
                stop_at = page.find("<", end)
                ends = _name(page, stop_at + 2)[0] == name and page.startswith("</", stop_at)
                everywhere |= not ends
            foreign += name in _FOREIGN
            mixed |= bool(foreign) and name in _MIXED
            yield Tag(name, attributes, start, page[start : end - len(text)], text)
            place = place if everywhere else end


def xml_tags(document: str) -> Iterator[Tag]:
    """The start tags in an XML document, without the prefixes of their names."""
    place = 0
    while found := _NEXT_IN_XML.search(document, place):
        start, kind = found.start(), found[0]
        if kind == "<!--":
            place = _after(document, "-->", found.end())
        elif kind == "<![CDATA[":
            place = _after(document, "]]>", found.end())
        elif kind in {"<!", "</"}:
            place = found.end()
        elif kind == "<?":
            place = _after(document, "?>", found.end())
            name, end = _name(document, found.end())
            attributes, _ = _attributes(document[:place], end)
            yield Tag(f"?{name}", attributes, start, document[start:place])
        else:
            name, end = _name(document, start + 1)
            attributes, place = _attributes(document, end)
            attributes = tuple(("xlink:href" if each.endswith(":href") else each, value) for each, value in attributes)
            after = _after(document, "</", place)
            yield Tag(name.rpartition(":")[2], attributes, start, document[start:place], document[place : after - 2])


def _name(page: str, place: int) -> tuple[str, int]:
    found = _NAME.match(page, place)
    end = found.end() if found else place
    return page[place:end].lower(), end


def _attributes(page: str, place: int) -> tuple[tuple[tuple[str, str], ...], int]:
    """The attributes of a tag whose name ends here, and where the tag ends."""
    attributes: list[tuple[str, str]] = []
    while found := _ATTRIBUTE.match(page, place):
        place = found.end()
        if found["end"]:
            return tuple(attributes), place
        value = next((each for each in found.group("double", "single", "bare") if each is not None), "")
        attributes.append((found["name"].lower(), html.unescape(value) if "&" in value else value))
    return tuple(attributes), len(page)


def _after_comment(page: str, start: int) -> int:
    for abrupt in ("<!-->", "<!--->"):
        if page.startswith(abrupt, start):
            return start + len(abrupt)
    end = _COMMENT_END.search(page, start + 4)
    return end.end() if end else len(page)


def _after(text: str, sign: str, place: int) -> int:
    end = text.find(sign, place)
    return len(text) if end < 0 else end + len(sign)
