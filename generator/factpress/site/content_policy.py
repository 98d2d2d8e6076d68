"""The Content-Security-Policy of published pages: one text for a whole site; it allows only the theme's scripts."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_ELSEWHERE = re.compile(r"(?:^|\s)src\s*=", re.IGNORECASE)
_DATA = re.compile(r"""\stype\s*=\s*["']?[\w/.+-]*json\b""", re.IGNORECASE)
_CHARSET = re.compile(r"""<meta\s+charset\s*=\s*["']?utf-8["']?\s*/?>""", re.IGNORECASE)
_REFERRER = '<meta name="referrer" content="no-referrer">'
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


class ContentPolicy:
    """What a browser may load and run on any page of a site: its own files, and the inline scripts of the theme."""

    def __init__(self, theme: Iterable[str]) -> None:
        """Makes the policy from pages of the theme without content, one for each form of its scripts."""
        self._hashes = {_hash(script) for page in theme for script in _inline_scripts(page)}
        scripts = " ".join(["script-src 'self'", *(f"'{each}'" for each in sorted(self._hashes))])
        self.text = "; ".join(["default-src 'none'", scripts, *_ALLOWED])

    def applied(self, page: str) -> str | None:
        """The page with the policy and without referrers; `None` if it has no UTF-8 declaration before them."""
        charset = _CHARSET.search(page)
        if charset is None:
            return None
        policy = f'<meta http-equiv="Content-Security-Policy" content="{self.text}">'
        return "\n".join([page[: charset.end()], policy, _REFERRER]) + page[charset.end() :]

    def stopped_scripts(self, page: str) -> list[str]:
        """The inline scripts of a page that do not run: those that are not the theme's."""
        return [script for script in _inline_scripts(page) if _hash(script) not in self._hashes]


def stopped_markup(content: str) -> list[str]:
    """The tags of a page's content whose handlers or inline styles have no effect under the policy."""
    tags = _Tags()
    tags.feed(content)
    tags.close()
    return tags.stopped


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.stopped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "style" or any(name == "style" or name.startswith("on") for name, _ in attrs):
            self.stopped.append(self.get_starttag_text() or tag)


def _inline_scripts(page: str) -> Iterator[str]:
    for attributes, text in _SCRIPT.findall(page):
        if not _ELSEWHERE.search(attributes) and not _DATA.search(attributes):
            yield text


def _hash(script: str) -> str:
    """The hash by which browsers recognize a script, with line ends as they read them."""
    text = script.replace("\r\n", "\n").replace("\r", "\n")
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
