"""What a file is by its look: a PDF, a page, text, or a format that is not read here."""

from __future__ import annotations

import re
from typing import Literal

from factpress.sources.containers import is_mhtml, is_webarchive

Kind = Literal["text", "html", "pdf"]

# How browsers know a page, and the elements that pages and parts of pages begin with today.
_MARKUP = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|article|main|section|header|div|p|h[1-6]|title|meta|link|base|style|script|"
    r"iframe|table|ul|ol|dl|blockquote|figure|pre|font|center|br|a|b|i|em|strong|span|img)(?=[\s/>]))",
    re.IGNORECASE,
)
_FILING = re.compile(r"<(?:sec-)?document>", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
# Formats that are not read, by their first bytes, with what to save instead.
_FOREIGN = (
    (rb"PK\x03\x04.{0,4000}word/", "a Word document: save it as PDF, or its words as UTF-8 text, and give that"),
    (rb"PK\x03\x04.{0,200}mimetypeapplication/epub", "an e-book: save the chapter that is cited as UTF-8 text"),
    (rb"PK\x03\x04.{0,200}mimetypeapplication/vnd\.oasis", "an OpenDocument file: save it as PDF, and give that"),
    (rb"PK\x03\x04", "an archive or an office document: save it as PDF, or its words as UTF-8 text, and give that"),
    (rb"\xd0\xcf\x11\xe0", "an old office document: save it as PDF, or its words as UTF-8 text, and give that"),
    (rb"\{\\rtf", "a rich text file: save it as PDF, or its words as UTF-8 text, and give that"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP", "a picture: type the words that are cited as UTF-8 text"),
    (rb"\x1f\x8b", "a compressed file: unpack it, and give what is in it"),
)


def kind_of(data: bytes) -> Kind:
    """What the bytes are by their look: a PDF, HTML, or else text."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if is_mhtml(data) or is_webarchive(data):
        return "html"
    beginning = _beginning(data)
    if _MARKUP.match(beginning) or (_FILING.match(beginning) and b"<html" in data[:4096].lower()):
        return "html"
    return "pdf" if b"%PDF-" in data[:1024] else "text"


def foreign(data: bytes) -> str:
    """What the file is where its format is not read, and what to do; empty where it is read."""
    for beginning, words in _FOREIGN:
        if re.match(beginning, data, re.DOTALL):
            return f"this is {words}"
    return ""


def _beginning(data: bytes) -> str:
    """What follows a byte order mark, white space, comments and XML's declaration and instructions."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    at = 0
    while True:
        if blank := _SPACE.match(text, at):
            at = blank.end()
        end = "-->" if text.startswith("<!--", at) else "?>" if text.startswith("<?xml", at) else ""
        found = text.find(end, at) if end else -1
        if found < 0:
            return text[at : at + 200]
        at = found + len(end)
