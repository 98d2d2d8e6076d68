"""Addresses that a page may link to: one reading for Python and for browsers."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from factpress.findings import shown
from factpress.records.unreadable import Unreadable

MOST_CHARACTERS = 2_000
# A host whose last part is a number is an IPv4 address for browsers, `0x7f.1` too (WHATWG URL, section 3.5).
_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")
# Besides these no character may stand in an address that can't be seen.
_NEVER = frozenset(' \\<>"`{}|^')
_HOST = re.compile(
    r"(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\.?"
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")


def checked_url(text: str) -> str:
    """The address itself; raises `Unreadable` unless it is plain http or https (security design, row T31)."""
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(
            f"the address has {len(text):,} characters, at most {MOST_CHARACTERS:,} are allowed", help="shorten it"
        )
    scheme = _SCHEME.match(text)
    if scheme is None or scheme[0].lower() not in {"http", "https"}:
        uses = f"uses `{scheme[0]}:`" if scheme else "has no `https://` in front"
        raise Unreadable(
            f"the address {shown(text)} {uses}; only https and http are allowed", help="write the page's https address"
        )
    wrong = next((character for character in text if character in _NEVER or not character.isprintable()), None)
    if wrong:
        raise Unreadable(
            f"the address {shown(text)} holds {shown(wrong)}, which browsers read in different ways",
            help="copy the address from the browser's address bar, where such characters are percent-encoded",
        )
    return _checked_parts(text)


def _checked_parts(text: str) -> str:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise Unreadable(f"{shown(text)} is no address", help="copy it from the browser's address bar") from None
    if not text.lower().startswith(f"{parts.scheme}://") or not parts.hostname:
        raise Unreadable(f"the address {shown(text)} names no host", help="write it as https://host/path")
    if "@" in parts.netloc:
        raise Unreadable(
            f"the address {shown(text)} holds a name or password before `@`", help="leave out what stands before `@`"
        )
    if port not in {None, 80, 443}:
        raise Unreadable(
            f"the address {shown(text)} names port {port}", help="only the usual ports are linked to: leave it out"
        )
    return _checked_host(text, parts)


def _checked_host(text: str, parts: SplitResult) -> str:
    host = parts.hostname or ""
    # Looked at as written: lower-casing makes a plain k of the Kelvin sign.
    if not parts.netloc.isascii():
        raise Unreadable(f"the host of {shown(text)} is not in ASCII", help=_punycode(host))
    if not _HOST.fullmatch(host) or "." not in host[:-1] or _NUMBER.fullmatch(host.removesuffix(".")):
        raise Unreadable(f"{shown(host)} is no public host name", help="write it as https://host.example/path")
    return text


def _punycode(host: str) -> str:
    try:
        ascii_host = host.encode("idna").decode("ascii")
    except UnicodeError:
        return "write the host as browsers show it when copied"
    return f"if it is meant, write its ASCII form, `{ascii_host}`"
