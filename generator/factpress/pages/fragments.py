"""Links to the exact words on another site's page, by text fragments (WICG, URL Fragment Text Directives)."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote as percent_encoded

MOST_CHARACTERS = 300
"""Up to so many characters of text the specification advises to give all of them (section 4.1)."""
_EDGE_WORDS = 5
_DIRECTIVE = ":~:"
# The grammar's TextDirectiveExplicitChar, as far as it is ASCII: what has no part in the syntax. `-` has one.
_EXPLICIT = "!$'()*+./:;=?@_~"
# These are not encoded in addresses; browsers too encode only characters beyond ASCII.
_IN_ADDRESSES = "".join(map(chr, range(0x21, 0x7F)))


def exact_words(url: str, quote: str) -> str:
    """The address with a text fragment, so that a browser scrolls to the quote; of a PDF, the address alone.

    Nearly every quote is given whole. The specification's section on generating directives prefers that to a range
    of first and last words up to 300 characters, for three reasons. A browser takes the first occurrence of the first
    words, so a range may begin in a headline that repeats them and end in the quote: the browser then shows the wrong
    words. The whole quote is found exactly or not at all, and then the page opens at its top. And if the page is gone,
    the link still has the words. A quote above 300 characters is a range.

    The text begins and ends at letters or digits, because a match has to begin and end at words and quotation
    marks are set differently on each page. A fragment that the address has stays in front; a directive in it goes.
    """
    address = in_address(url)
    text = _from_word_to_word(quote)
    if not text or is_pdf(url):
        return address
    address, _, fragment = address.partition("#")
    return f"{address}#{fragment.partition(_DIRECTIVE)[0]}{_DIRECTIVE}text={_directive(text)}"


def in_address(url: str) -> str:
    """The address as a link has it."""
    return percent_encoded(url, safe=_IN_ADDRESSES)


def is_pdf(url: str) -> bool:
    """Whether the address ends in `.pdf`: a reader of PDFs knows no text fragments."""
    whole = url.partition("#")[0].lower()
    return whole.endswith(".pdf") or whole.partition("?")[0].endswith(".pdf")


def _directive(text: str) -> str:
    words = text.split()
    if len(text) <= MOST_CHARACTERS or len(words) < 2 * _EDGE_WORDS:
        return _encoded(text)
    edges = (words[:_EDGE_WORDS], words[-_EDGE_WORDS:])
    return ",".join(_encoded(_from_word_to_word(" ".join(edge))) for edge in edges)


def _encoded(text: str) -> str:
    return percent_encoded(text, safe=_EXPLICIT).replace("-", "%2D")


def _from_word_to_word(text: str) -> str:
    """The text with single spaces, from its first letter or digit to its last; nothing where it has none."""
    text = " ".join(text.split())
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    # Vowel signs and accents belong to the letter before them.
    while end > start and not (text[end - 1].isalnum() or unicodedata.category(text[end - 1]).startswith("M")):
        end -= 1
    return text[start:end]
