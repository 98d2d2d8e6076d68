"""The text of a PDF, page by page, in blocks."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from importlib.metadata import version
from itertools import pairwise
from statistics import median

import pypdfium2
from pypdfium2 import raw

from factpress.sources.answer import Answer, Said
from factpress.sources.no_text import NoText

# A line that stands this much lower than lines usually do on its page begins a block, or this many heights lower.
_GAP = 1.3
_GAP_IN_HEIGHTS = 2.5
# Letters that differ this much in height are a heading and its text.
_STEP = 1.2
_WORDS = re.compile(r"\w+(?:-\w+)*")
# PDFium's numbers for a password that is missing and for a lock that it does not know.
_LOCKED = (4, 5)


@dataclass(slots=True)
class _Line:
    """A line of a page: where it is, how high its letters are, whether the word at its end goes on."""

    text: str
    base: float
    height: float
    goes_on: bool


def read_pdf(data: bytes) -> Answer:
    """The text of a PDF, page by page, in blocks; raises `NoText`."""
    pages: list[list[_Line]] = []
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise NoText("encrypted" if error.err_code in _LOCKED else "damaged") from None
    for number in range(len(pdf)):
        try:
            page = pdf[number]
            text = page.get_textpage()
            pages.append(list(_lines(text)))
        except pypdfium2.PdfiumError:
            raise NoText("page", f"{number + 1:,}") from None
        text.close()
        page.close()
    words = {word.casefold() for lines in pages for line in lines for word in _WORDS.findall(line.text)}
    blocks = [block for lines in pages for block in _blocks(lines, words)]
    if not blocks:
        raise NoText("pictures")
    return Answer(tuple(Said(block) for block in blocks), version("pypdfium2"))


def _lines(page: pypdfium2.PdfTextPage) -> Iterator[_Line]:
    """The lines of a page in PDFium's order, without empty ones; it marks a hyphen that ends a line before a letter."""
    codes: list[int] = []
    seen: list[int] = []
    count = page.count_chars()
    for n in range(count + 1):
        code = raw.FPDFText_GetUnicode(page, n) if n < count else 0x0A
        hyphen = code in (0x02, 0xFFFE)
        if code != 0x0A and not hyphen:
            codes.append(code)
            if code > 0x20:
                seen.append(n)
            continue
        if text := _text(codes):
            boxes = [page.get_charbox(at, loose=True) for at in (seen[0], seen[len(seen) // 2], seen[-1])]
            base = median(bottom for _, bottom, _, _ in boxes)
            yield _Line(text, base, max(top - bottom for _, bottom, _, top in boxes), hyphen)
        codes, seen = [], []


def _text(codes: Sequence[int]) -> str:
    """The characters in one line; halves of a pair are put together, or marked where they are alone."""
    known = (code if code <= sys.maxunicode else 0xFFFD for code in codes)
    text = "".join(map(chr, known)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    spaced = (" " if character.isspace() else character for character in text)
    return " ".join("".join(c for c in spaced if unicodedata.category(c) != "Cc").split())


def _blocks(lines: Sequence[_Line], words: Set[str]) -> Iterator[str]:
    """A page's blocks: they end where a line is clearly lower than usual, or the size of letters changes."""
    drops = [upper.base - lower.base for upper, lower in pairwise(lines) if upper.base - lower.base > lower.height / 2]
    usual = median(drops) if drops else 0.0
    block = ""
    above: _Line | None = None
    for line in lines:
        if above is None:
            block = line.text
        elif above.goes_on:
            block = _joined(block, line.text, words)
        elif _is_apart(above, line, usual):
            yield block
            block = line.text
        else:
            block = f"{block}\n{line.text}"
        above = line
    if block:
        yield block


def _is_apart(above: _Line, line: _Line, usual: float) -> bool:
    drop = above.base - line.base
    lower, higher = sorted((above.height, line.height))
    return drop > min(_GAP * usual, _GAP_IN_HEIGHTS * higher) or higher > _STEP * lower


def _joined(block: str, line: str, words: Set[str]) -> str:
    """A word that a line's end parts, put together; with its hyphen where the document writes it with one elsewhere.

    To PDFium the hyphen of `north-east` and that of a parted word look the same. A capital or a figure never begins
    the second part of a parted word.
    """
    begun, ended = re.search(r"[\w-]*$", block[-100:]), re.match(r"[\w-]*", line)
    left, right = (found[0].casefold() if found else "" for found in (begun, ended))
    written = f"{left}-{right}" in words and left + right not in words
    capital = line[:1].isupper() and not block[-1:].isupper()
    return f"{block}-{line}" if written or capital or not line[:1].isalpha() else block + line
