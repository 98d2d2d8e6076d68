"""The Content-Security-Policy of a site's pages: one text for a whole site; it allows only the theme's scripts."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

from factpress.site.markup import tags
from factpress.site.tag_faults import is_data

_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script\s*>", re.DOTALL | re.IGNORECASE)
_CHARSET = re.compile(r"""<meta\s+charset\s*=\s*["']?utf-8["']?\s*/?>""", re.IGNORECASE)
# What may be before the policy: nothing that loads, and no words, with which the page's body would begin.
_BEFORE = re.compile(
    r"\ufeff?(?:\s|<!--(?!-?>)[^<>]*-->|<!doctype[^<>]*>|<\?xml[^<>]*\?>"
    r"|<(?:html|head)\b[^<>]*>|<meta\b(?![^<>]*http-equiv)[^<>]*>|<title>[^<]*</title>)*",
    re.IGNORECASE,
)
# The theme draws its icons with masks; their pictures are in its stylesheet as `data:` addresses.
_ALLOWED = (
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)
NOTHING = "default-src 'none'"


class ContentPolicy:
    """What a browser may load and run on any page of a site: its own files, and the inline scripts of the theme."""

    def __init__(self, theme: Iterable[str]) -> None:
        """Makes the policy from pages of the theme without content, one for each form of its scripts."""
        pages = list(theme)
        self._hashes = {
            _hash(tag.text)
            for page in pages
            for tag in tags(page)
            if tag.name == "script" and not tag.has("src") and not is_data(tag)
        }
        self._sources = [f"'{each}'" for each in sorted(self._hashes)]
        self.text = self._with(*self._sources)
        self.ours = frozenset({*self._head(""), *self._head(" /"), *_inline(pages)})
        """Pieces of markup of every page that are good as they are: the policy's, and the theme's scripts."""

    def for_response(self, nonce: str) -> str:
        """The policy of a preview's response, whose own script has this nonce."""
        return "; ".join([self._with(*self._sources, f"'nonce-{nonce}'"), "frame-ancestors 'self'"])

    def applied(self, page: str, *, xml: bool = False) -> str | None:
        """The page with the policy and without referrers; `None` if it has no UTF-8 declaration before them."""
        charset = _CHARSET.search(page)
        if charset is None:
            return None
        added = "\n".join(["", *self._head(" /" if xml else "")])
        return page[: charset.end()] + added + page[charset.end() :]

    def without(self, page: bytes) -> bytes:
        """A page without the policy in it: a response has it in its header, with what else that allows."""
        return page.replace(self._head("")[0].encode(), b"", 1)

    def is_first(self, page: str) -> bool:
        """Whether a page has the policy once, before everything that it is about."""
        for close in ("", " /"):
            policy = self._head(close)[0]
            start = page.find(policy)
            if start >= 0:
                return page.find(policy, start + 1) < 0 and bool(_BEFORE.fullmatch(page, 0, start))
        return False

    def runs(self, script: str) -> bool:
        """Whether an inline script is one of the theme's."""
        return _hash(script) in self._hashes

    def _with(self, *scripts: str) -> str:
        return "; ".join([NOTHING, " ".join(["script-src 'self'", *scripts]), *_ALLOWED])

    def _head(self, close: str) -> tuple[str, str]:
        policy = f'<meta http-equiv="Content-Security-Policy" content="{self.text}"{close}>'
        return policy, f'<meta name="referrer" content="no-referrer"{close}>'


def _inline(pages: Iterable[str]) -> Iterable[str]:
    """The scripts and blocks of data in pages of the theme, as they are there."""
    for page in pages:
        for found in _SCRIPT.findall(page):
            (tag, *_) = tags(found)
            if not tag.has("src"):
                yield found


def _hash(script: str) -> str:
    """The hash by which browsers recognize a script, with line ends as they read them."""
    text = script.replace("\r\n", "\n").replace("\r", "\n")
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
