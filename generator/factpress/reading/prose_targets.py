"""The places in the source of a page's links to files and of its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factpress.findings import Place
from factpress.reading.characters import place_at
from factpress.reading.prose import front_matter, without_code
from factpress.records.page import Target

# What comes before an address: of a link or a picture in brackets, or of a definition.
_BEFORE = r"(?:\]\(\s*<?|\]:\s*<?)"
_PART_OF_ADDRESS = r"[\w/%#?&=+~.\\-]"


def places(text: str, path: str, targets: Sequence[Target]) -> Iterator[Place]:
    """The place of each target: the next one with its address, or the last if a reference is used again."""
    start = front_matter(text)[1]
    plain = without_code(text)
    waiting: dict[str, list[int]] = {}
    for target in targets:
        if target.url not in waiting:
            waiting[target.url] = list(_starts(plain, start, target))
        found = waiting[target.url]
        yield place_at(text, found.pop(0) if len(found) > 1 else found[0], path)


def _starts(plain: str, start: int, target: Target) -> Iterator[int]:
    """Where a text has an address; failing that, where it has the link's words, or where the text begins."""
    # Markdown lets any sign of an address be escaped, and `&` be written as an entity.
    signs = (r"(?:&amp;|&)" if sign == "&" else rf"\\?{re.escape(sign)}" for sign in target.url)
    address = "".join(signs)
    found = None
    for form in (rf"{_BEFORE}({address})(?=[\s>)])", rf"(?<!{_PART_OF_ADDRESS})({address})(?!{_PART_OF_ADDRESS})"):
        for found in re.compile(form).finditer(plain, start):
            yield found.start(1)
        if found:
            return
    yield max(plain.find(target.words, start) if target.words else start, start)
