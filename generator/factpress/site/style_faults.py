"""What a style sheet loads: the addresses in it as browsers read them, with their escapes and comments."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})(?:\r\n|[\t\n\f\r ])?|(\r\n|[\n\f\r])|(.))", re.DOTALL)
# An address in quotes, or bare in `url(…)`, and what is before it.
_ADDRESS = re.compile(
    r"""(?:@import\s*(?=["'])|\burl\(\s*|\bsrc\(\s*|\bimage\(\s*|image-set\([^;{}]*?)(?:"([^"]*)"?|'([^']*)'?|([^\s"'()]+))""",
    re.IGNORECASE,
)
_QUOTED_IN_SET = re.compile(r"""image-set\(([^;{}]*)""", re.IGNORECASE)
_QUOTED = re.compile(r""""([^"]*)"|'([^']*)'""")
_FONT = re.compile(r"data:(?:font/|application/(?:x-)?(?:font|vnd\.ms-fontobject))", re.IGNORECASE)
_HINT = re.compile(r"//|https?:|\\|@import|image-set", re.IGNORECASE)


def foreign_in_css(css: str, is_foreign: Callable[[str], bool]) -> Iterator[str]:
    """Yields the addresses that a style sheet, or a style, loads from another site, each once."""
    if _HINT.search(css):
        yield from dict.fromkeys(each for each in _addresses(css) if is_foreign(each))


def stopped_in_css(css: str) -> Iterator[str]:
    """Yields the beginnings of fonts in a style sheet itself, which the policy stops."""
    yield from (each[:60] for each in _addresses(css) if _FONT.match(each))


def _addresses(css: str) -> Iterator[str]:
    # What looks like a comment in a string is none, so both readings count.
    for text in dict.fromkeys([css, _COMMENT.sub(" ", css), _COMMENT.sub("", css)]):
        read = _ESCAPE.sub(_read, text)
        for found in _ADDRESS.finditer(read):
            yield next(filter(None, found.groups()), "")
        for found in _QUOTED_IN_SET.finditer(read):
            yield from (double or single for double, single in _QUOTED.findall(found[1]))


def _read(escape: re.Match[str]) -> str:
    if escape[1]:
        number = int(escape[1], 16)
        return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    return escape[3] or ""
