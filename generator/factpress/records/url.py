"""Addresses that a page may link to, read in the same way by Python and by browsers."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from factpress.findings import shown
from factpress.records.unreadable import Unreadable

MOST_CHARACTERS = 2_000
# A host whose last part is a number is an IPv4 address for browsers, `0x7f.1` too (WHATWG URL, section 3.5).
_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")
# These characters are not allowed in an address, nor are invisible ones.
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
            f"the address {shown(text)} contains {shown(wrong)}, which browsers read in different ways",
            help="copy the address from the browser's address bar, where such characters are percent-encoded",
        )
    return _checked_parts(text)


def _checked_parts(text: str) -> str:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise Unreadable(f"{shown(text)} is not an address", help="copy it from the browser's address bar") from None
    if not text.lower().startswith(f"{parts.scheme}://") or not parts.hostname:
        raise Unreadable(f"the address {shown(text)} has no host", help="write it as https://host/path")
    if "@" in parts.netloc:
        raise Unreadable(
            f"the address {shown(text)} contains a name or password before `@`", help="remove everything up to `@`"
        )
    if port not in {None, 80, 443}:
        raise Unreadable(
            f"the address {shown(text)} names port {port}", help="leave it out; only ports 80 and 443 are allowed"
        )
    return _checked_host(text, parts)


def _checked_host(text: str, parts: SplitResult) -> str:
    host = parts.hostname or ""
    # Checked as written: lower-casing turns the Kelvin sign into a plain k.
    if not parts.netloc.isascii():
        raise Unreadable(f"the host of {shown(text)} is not in ASCII", help=_punycode(host))
    if not _HOST.fullmatch(host) or "." not in host[:-1] or _NUMBER.fullmatch(host.removesuffix(".")):
        raise Unreadable(f"{shown(host)} is not a public host name", help="write it as https://host.example/path")
    return text


def _punycode(host: str) -> str:
    try:
        ascii_host = host.encode("idna").decode("ascii")
    except UnicodeError:
        return "write the host as browsers show it when copied"
    return f"if you mean this host, write its ASCII form, `{ascii_host}`"
