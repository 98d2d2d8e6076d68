"""Parses a page as its readers see it: what is hidden, struck out or code is gone, and raised numbers stay apart."""

from __future__ import annotations

import logging
import re

import trafilatura
from lxml.html import HtmlElement
from trafilatura.utils import HTML_PARSER, decode_file

from factpress.sources.encodings import Decoded, decoded
from factpress.sources.html_shown import Clicks, put_in_place
from factpress.sources.no_text import NoText

# What ends the parser's reading early, by its names.
_STOPPED = {"ERR_RESOURCE_LIMIT": "deep", "ERR_NO_MEMORY": "memory"}

# Elements whose words nobody sees on the page, and those that strike words out.
_UNSEEN = (
    *("script", "style", "template", "svg", "iframe", "object", "embed", "canvas", "audio", "video", "map"),
    *("textarea", "select", "datalist", "input", "annotation", "annotation-xml", "noframes", "applet", "rp", "rt"),
    *("rtc", "head", "title"),
)
_STRUCK = ("del", "s", "strike")
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|line-through)", re.IGNORECASE)
# Names of classes by which words are for readers of other media than the screen.
_OFF_SCREEN = re.compile(
    r"(?:^|\s)(?:sr-only|(?:screen-?reader(?:s|-?text|-?only)?)|visually-?hidden|a11y-hidden|assistive-text|"
    r"element-invisible|u-hidden-visually|accessibly-hidden)(?:\s|$)",
    re.IGNORECASE,
)
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_NUMBER = re.compile(r"[\d+\-−=().,;*†‡§\s]+|n")
_NOTE_NAMES = re.compile(r"reference|foot-?note|end-?note|note-?ref|citation|(?:^|[\s_-])fn(?:$|[\s_-])", re.IGNORECASE)
_NOTE_MARK = re.compile(r"\[?(?:\d{1,3}|[a-z]|[*†‡§]+|note \d+|citation needed)\]?", re.IGNORECASE)
_NUMBERS_OF_NOTES = re.compile(r"\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*")
# Before a raised number these are no words with a note: the number is their power.
_UNITS = re.compile(
    r"(?:[a-z]{1,3}|miles?|metres?|meters?|foot|feet|inch|inches|yards?|seconds?|kilomet(?:re|er)s?|centimet(?:re|er)s?)$",
    re.IGNORECASE,
)


_FILING = re.compile(r"\s*<(?:sec-)?document>", re.IGNORECASE)


class Noted(logging.Handler):
    """Sees errors that the library hides: what was read when memory ran out is not the whole page."""

    memory = False

    def emit(self, record: logging.LogRecord) -> None:
        """Notes whether memory was what failed."""
        if isinstance(record.args, tuple) and any(map(ran_out, record.args)):
            self.memory = True


def ran_out(error: object) -> bool:
    """Whether this is an error for want of memory; lxml has such ones of its own."""
    log = getattr(error, "error_log", ())
    return isinstance(error, MemoryError) or any(entry.type_name == "ERR_NO_MEMORY" for entry in log)


def tree_of(data: bytes) -> tuple[HtmlElement, Decoded]:
    """The whole page as the library parses it, and how it was decoded; raises `NoText`."""
    page = decoded(data) or Decoded(decode_file(data), "")
    text = page.text
    if not re.search(r"<(?:html|body)\b", text, re.IGNORECASE):
        text = f"<html><body>{text}</body></html>"
    # A filing's page is inside markup of its own, before which the library stops.
    inside = re.search(r"<html\b", text, re.IGNORECASE) if _FILING.match(text) else None
    tree = trafilatura.load_html(text[inside.start() :] if inside else text)
    # The parser stops at a depth of 256 and keeps what came before, which would pass for the whole page.
    stopped = {entry.type_name for entry in HTML_PARSER.error_log} & _STOPPED.keys()
    if stopped:
        raise NoText(_STOPPED[min(stopped)])
    if tree is None:
        raise NoText("empty")
    return tree, page


def leave_out_unseen(tree: HtmlElement) -> None:
    """Takes out of the tree what a reader of the page does not see, and what is struck out; the rest stays in place."""
    put_in_place(tree)
    clicks = Clicks(tree)
    for element in list(tree.iter()):
        is_unseen = not isinstance(element.tag, str) or element.tag in _UNSEEN or element.tag in _STRUCK
        if is_unseen or (_is_hidden(element) and not clicks.show(element)):
            _drop(element)
    for element in list(tree.iter("sup", "sub")):
        _keep_apart(element)


def _is_hidden(element: HtmlElement) -> bool:
    if element.tag in ("html", "body"):
        return False
    hidden = element.get("hidden")
    if hidden is not None and hidden != "until-found":
        return True
    style = element.get("style")
    if style and _HIDING.search(style):
        return True
    names = element.get("class")
    return bool(names and _OFF_SCREEN.search(names))


def _drop(element: HtmlElement) -> None:
    """Takes an element out, without the words behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _keep_apart(element: HtmlElement) -> None:
    """A raised or lowered number becomes one that is written so, `10²`, unless it is the mark of a note, which goes."""
    text = "".join(element.itertext()).strip()
    before = _before(element)
    if element.tag == "sub":
        # `H2O` is how readers type it; behind a figure it would be another figure.
        if before[-1:].isdigit() and _NUMBER.fullmatch(text):
            _become(element, text.translate(_LOWERED))
        return
    if _is_note(element, text, before):
        _drop(element)
    elif _NUMBER.fullmatch(text):
        _become(element, text.translate(_RAISED))


def _is_note(element: HtmlElement, text: str, before: str) -> bool:
    links = [link.get("href") or "" for link in element.iter("a")]
    named = " ".join(filter(None, (element.get("class"), element.get("role"), element.get("id"))))
    if text and _NOTE_MARK.fullmatch(text) and (any("#" in link for link in links) or _NOTE_NAMES.search(named)):
        return True
    if re.fullmatch(r"(?:\[[^\]]{1,20}\]\s*)+", text) or re.fullmatch(r"[*†‡§]+", text):
        return True
    if not _NUMBERS_OF_NOTES.fullmatch(text):
        return False
    word = re.search(r"[^\W\d_]+$", before)
    return (
        before[-1:] in tuple(".,;:!?\"'”’»)") if word is None and before else bool(word and not _UNITS.match(word[0]))
    )


def _before(element: HtmlElement) -> str:
    """The characters right before an element in its line."""
    previous = element.getprevious()
    if previous is None:
        parent = element.getparent()
        if parent is None:
            return ""
        return (parent.text or "") or (_before(parent) if parent.tag in ("a", "b", "i", "span", "em", "strong") else "")
    return str(previous.tail or "".join(previous.itertext()))


def _become(element: HtmlElement, text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = text


def taken_out(tree: HtmlElement, tag: str) -> list[HtmlElement]:
    """The elements of that tag, which are in the tree no more."""
    found = list(tree.iter(tag))
    for element in found:
        _drop(element)
        element.tail = None
    return found
