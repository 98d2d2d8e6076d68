"""What a style sheet loads: the addresses in it as browsers read them, with their escapes and comments."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})(?:\r\n|[\t\n\f\r ])?|(\r\n|[\n\f\r])|(.))", re.DOTALL)
# An address in quotes, or bare in `url(…)`, and what is before it.
_ADDRESS = re.compile(
    r"""(?:@import\s*(?=["'])|\burl\(\s*|\bsrc\(\s*|\bimage\(\s*|image-set\([^;{}]*?)(?:"([^"]*)"?|'([^']*)'?|([^\s"'()]+))""",
    re.IGNORECASE,
)
_QUOTED_IN_SET = re.compile(r"""image-set\(([^;{}]*)""", re.IGNORECASE)
_QUOTED = re.compile(r""""([^"]*)"|'([^']*)'""")
_HINT = re.compile(r"\(|\\|@import", re.IGNORECASE)


def foreign_in_css(css: str, is_foreign: Callable[[str], bool]) -> Iterator[str]:
    """Yields the addresses that a style sheet, or a style, loads from another site, each once."""
    yield from (each for each in addresses(css) if is_foreign(each))


def addresses(css: str) -> Iterable[str]:
    """What a style sheet, or a style, loads, each once."""
    if not _HINT.search(css):
        return ()
    found: dict[str, None] = {}
    # What looks like a comment in a string is none, so both readings count.
    readings = [css, _COMMENT.sub("", css)] if "/*" in css else [css]
    for reading in readings:
        read = _ESCAPE.sub(_read, reading) if "\\" in reading else reading
        for match in _ADDRESS.finditer(read):
            found[next(filter(None, match.groups()), "")] = None
        for match in _QUOTED_IN_SET.finditer(read):
            found.update((double or single, None) for double, single in _QUOTED.findall(match[1]))
    return found


def _read(escape: re.Match[str]) -> str:
    if escape[1]:
        number = int(escape[1], 16)
        return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    return escape[3] or ""
