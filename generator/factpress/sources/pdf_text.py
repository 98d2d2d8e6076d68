"""The text of a PDF, page by page, in blocks."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
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
_MANY = 5
_WORDS = re.compile(r"\w+(?:-\w+)*")
_FIGURES = re.compile(r"\d+")
# The number of a page, alone in its line.
_PAGE = re.compile(r"(?:page |p\. ?|seite |[-–—] ?)?(\d+)(?: ?[-–—]|(?: ?/ ?| of | von )\d+)?", re.IGNORECASE)
# A hyphen that ends a line behind a letter, where PDFium takes it for a mark of its own.
_BROKEN = re.compile(r"(?<=[^\W\d_])[-‐\u00ad]$")
# PDFium's numbers for a password that is missing and for a lock that it does not know.
_LOCKED = (4, 5)


@dataclass(slots=True)
class _Line:
    """A line of a page: where it is, how high its letters are, whether the word at its end goes on."""

    text: str
    base: float
    height: float
    goes_on: bool


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of a page, with its first line and its last."""

    text: str
    first: _Line
    last: _Line


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
    repeated = _repeated(pages)
    beside = dict.fromkeys(pages[page][line].text for page, line in sorted(repeated))
    kept = [[line for m, line in enumerate(lines) if (n, m) not in repeated] for n, lines in enumerate(pages)]
    words = {word.casefold() for lines in kept for line in lines for word in _WORDS.findall(line.text)}
    usual = [drop for lines in kept for drop in _drops(lines)]
    blocks = list(_over_pages([list(_blocks(lines, words, usual)) for lines in kept], words))
    if not blocks:
        raise NoText("pictures")
    said = [*(Said(block) for block in blocks), *(Said(text, beside=True) for text in beside)]
    return Answer(tuple(said), version("pypdfium2"))


def _repeated(pages: Sequence[Sequence[_Line]]) -> set[tuple[int, int]]:
    """Running heads, feet and numbers of pages, each by its page and line.

    They are at the edges of three pages and more, the same but for figures, or numbers that rise as pages do.
    """
    edges = [
        (n, m) for n, lines in enumerate(pages) for m in {0, 1, len(lines) - 2, len(lines) - 1} & {*range(len(lines))}
    ]
    same = Counter(_FIGURES.sub("#", pages[n][m].text.casefold()) for n, m in edges)
    rising = Counter(
        int(found[1]) - n for n, m in edges if (found := _PAGE.fullmatch(pages[n][m].text)) and len(found[1]) < 5
    )
    often = max(3, len(pages) // 4)
    return {
        (n, m)
        for n, m in edges
        if (same[_FIGURES.sub("#", pages[n][m].text.casefold())] >= often and len(pages[n]) > 2)
        or ((found := _PAGE.fullmatch(pages[n][m].text)) and rising[int(found[1]) - n] > 1)
    }


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


def _over_pages(pages: Sequence[Sequence[_Block]], words: Set[str]) -> Iterator[str]:
    """The blocks of all pages; one that goes on over the end of a page, in letters of one size, is one."""
    last: _Block | None = None
    for block in (block for page in pages for block in page):
        begins_page = any(page and page[0] is block for page in pages)
        if last is not None and begins_page and _goes_on(last, block):
            if last.last.goes_on or _BROKEN.search(last.text):
                text = _joined(_BROKEN.sub("", last.text), block.text, words)
            else:
                text = f"{last.text}\n{block.text}"
            last = _Block(text, last.first, block.last)
            continue
        if last is not None:
            yield last.text
        last = block
    if last is not None:
        yield last.text


def _goes_on(above: _Block, below: _Block) -> bool:
    """Whether a page's first block goes on with the sentence in which the page before it ends."""
    lower, higher = sorted((above.last.height, below.first.height))
    if higher > _STEP * lower or not below.text[:1].islower():
        return False
    return above.last.goes_on or above.text[-1:].isalnum() or above.text[-1:] in ",;-–—"


def _drops(lines: Sequence[_Line]) -> Sequence[float]:
    """How far each line of a page is below the one before it."""
    return [upper.base - lower.base for upper, lower in pairwise(lines) if upper.base - lower.base > lower.height / 2]


def _blocks(lines: Sequence[_Line], words: Set[str], everywhere: Sequence[float]) -> Iterator[_Block]:
    """A page's blocks: they end where a line is clearly lower than usual, or the size of letters changes."""
    drops = _drops(lines)
    # A page of few lines does not show how far apart they usually are.
    drops = drops if len(drops) >= _MANY else everywhere
    usual = median(drops) if drops else 0.0
    block = ""
    first = above = lines[0] if lines else None
    for line in lines:
        if not block or above is None:
            block = line.text
        elif above.goes_on:
            block = _joined(block, line.text, words)
        elif _BROKEN.search(block) and line.text[:1].islower() and not _is_apart(above, line, usual):
            block = _joined(_BROKEN.sub("", block), line.text, words)
        elif _is_apart(above, line, usual):
            yield _Block(block, first or line, above)
            block, first = line.text, line
        else:
            block = f"{block}\n{line.text}"
        above = line
    if block and first is not None and above is not None:
        yield _Block(block, first, above)


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
