"""Whether a quote in Chinese, Japanese or Thai begins or ends inside a word, as far as a segmenter can say."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from itertools import accumulate
from types import ModuleType

from factpress.evidence.document import Document
from factpress.evidence.quotes import FoundQuote
from factpress.evidence.tokens import folded, is_single

_MODELS: Mapping[str, str] = {
    "ja": "load_default_japanese_parser",
    "zh": "load_default_simplified_chinese_parser",
    "zh-hant": "load_default_traditional_chinese_parser",
    "zh-tw": "load_default_traditional_chinese_parser",
    "zh-hk": "load_default_traditional_chinese_parser",
    "th": "load_default_thai_parser",
}


def cut_words(document: Document, found: FoundQuote, language: str) -> tuple[str, ...]:
    """The edges at which a quote seems to cut a word, `begins` and `ends`; none where nobody can say.

    The segmenter parts phrases, not words, so that an edge inside a phrase counts only between letters of one script.
    """
    block = document.block_at(found.position)
    start, end = document.blocks[block]
    first, last = found.position, found.position + found.length
    edges = {"begins": first, "ends": last}
    edges = {name: n for name, n in edges.items() if start < n < end and _is_of_one_script(document, n)}
    parse = _parser(language) if edges else None
    if parse is None:
        return ()
    text = folded(document.raw[block])
    parts = set(accumulate(map(len, parse(text))))
    return tuple(name for name, n in edges.items() if document.offsets[n] not in parts)


def _is_of_one_script(document: Document, position: int) -> bool:
    """Whether the tokens on both sides of an edge are letters of one script."""
    before, this = document.tokens[position - 1], document.tokens[position]
    return is_single(before) and is_single(this) and _script(before) == _script(this)


def _script(token: str) -> str:
    return unicodedata.name(token[0], "").partition(" ")[0]


def _parser(language: str) -> Callable[[str], list[str]] | None:
    tag = language.lower()
    name = _MODELS.get(tag) or _MODELS.get(tag.partition("-")[0])
    if name is None:
        return None
    try:
        module: ModuleType = __import__("budoux")
    except ImportError:
        return None
    parse: Callable[[str], list[str]] = getattr(module, name)().parse
    return parse
