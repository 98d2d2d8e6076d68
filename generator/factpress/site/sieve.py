"""The first, fast look at a page: whether all of its tags are of forms that load and run nothing from elsewhere.

A page is cut at each `<`. If every piece is a whole tag of a harmless form, and then text, browsers read the same
tags, wherever they are. Anything else, such as an unquoted value or a `<` inside of one, needs the exact look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_BLANK = "[\t\n\f\r ]"
_WORDS = '"[^"]*+"'
# Without a scheme, a host, an escape or a blank, an address is one on this site.
_OWN = r'"(?!//)[^":&\\\t\n\f\r ]*+"'
_LINK = r'"(?:https?:[^"]*+|mailto:[^"]*+|[^":&]*+(?:&amp;[^":&]*+)*+)"'
_PLAIN = "|".join((
    "abbr|article|aside|b|bdi|bdo|blockquote|body|br|button|caption|circle|cite|code|col|colgroup|dd|del|details|dfn",
    "div|dl|dt|ellipse|em|figcaption|figure|footer|form|g|h[1-6]|head|header|hr|html|i|input|ins|kbd|label|li|line",
    "main|mark|nav|ol|p|path|polygon|polyline|pre|q|rect|s|samp|section|small|span|strong|sub|summary|sup|svg|table",
    "tbody|td|tfoot|th|thead|time|title|tr|u|ul|var|wbr",
))  # fmt: skip
_NAMES = "|".join((
    "abbr|autocapitalize|autocomplete|autocorrect|checked|class|cols|colspan|crossorigin|datetime|dir|disabled|for",
    "headers|height|hidden|id|inert|itemprop|itemscope|itemtype|lang|maxlength|minlength|name|open|placeholder",
    "popover|popovertarget|popovertargetaction|readonly|required|role|rows|rowspan|scope|spellcheck|start|tabindex",
    "title|translate|type|value|width|aria-[a-z-]+|data-[a-z0-9_-]+",
    # Of drawings: numbers and the names of colours.
    "cx|cy|d|focusable|points|r|rx|ry|viewBox|x|x1|x2|xmlns|y|y1|y2",
))  # fmt: skip
_PAINTED = "clip-rule|fill|fill-rule|opacity|stroke|stroke-(?:dasharray|linecap|linejoin|width)|transform"
_COMMON = rf'(?:{_NAMES})(?:={_WORDS})?+|(?:{_PAINTED})="[^"(\\]*+"'


def _tag(names: str, *attributes: str) -> str:
    return rf"(?:{names})(?:{_BLANK}++(?:{'|'.join([_COMMON, *attributes])})(?=[\t\n\f\r />]))*+{_BLANK}*+/?>"


_SAFE = re.compile(
    "(?:" + "|".join((
        r"/[a-zA-Z][a-zA-Z0-9]*+[\t\n\f\r ]*+>",
        _tag(_PLAIN),
        _tag("a", f"href={_LINK}", rf"(?:rel|target|hreflang|download)(?:={_WORDS})?+"),
        # What replaces a piece of the theme.
        ">",
        _tag("img", f"src={_OWN}", f"(?:alt|loading|decoding)={_WORDS}"),
        rf'link(?:{_BLANK}++(?:rel="(?:canonical|prev|next|alternate|license|author)"|href={_LINK}|{_COMMON}))*+/?>',
        rf'link(?:{_BLANK}++(?:rel="(?:stylesheet|icon)"|href={_OWN}|{_COMMON}))*+/?>',
        rf'meta{_BLANK}++charset="utf-8"{_BLANK}*+/?>',
        rf'meta{_BLANK}++(?:name|property)="(?!referrer")[a-z0-9:._-]+"{_BLANK}++content={_WORDS}{_BLANK}*+/?>',
        rf"script{_BLANK}++src={_OWN}(?:{_BLANK}++(?:defer|async)(?=[ />]))*+>(?=\s*+\Z)",
        rf'script(?:{_BLANK}++id={_WORDS})?+{_BLANK}++type="application/(?:ld\+)?json">',
        r"!(?:doctype|DOCTYPE) html>",
        r"!--(?!-?>)[^<>]*-->",
    )) + ")[^<]*+"
)  # fmt: skip
# Pieces that many pages have are looked at once.
_MOST, _LONGEST = 20_000, 2_000


class Sieve:
    """Lets through what needs no exact look."""

    def __init__(self, ours: Iterable[str]) -> None:
        """Takes whole pieces of markup, such as the theme's scripts, that are good as they are."""
        self._ours = re.compile("|".join(sorted(map(re.escape, ours), key=len, reverse=True)) or r"(?!)")
        self._seen: set[str] = set()

    def passes(self, page: str) -> bool:
        """Whether all tags of a page, or of a part of it, are of harmless forms."""
        first, *pieces = self._ours.sub("<>", page).split("<")
        del first
        new = set(pieces)
        new -= self._seen
        for piece in new:
            if not _SAFE.fullmatch(piece):
                return False
        if len(self._seen) < _MOST:
            self._seen.update(piece for piece in new if len(piece) < _LONGEST)
        return True
