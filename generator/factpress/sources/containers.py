"""The page inside the single files that browsers save: MHTML, and the web archives of Safari."""

from __future__ import annotations

import email
import email.policy
import plistlib
import re

from factpress.sources.no_text import NoText

_MHTML = re.compile(rb"(?:From|MIME-Version|Snapshot-Content-Location|Subject|Date|Content-Type):", re.IGNORECASE)
_RELATED = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_HEAD = 4096


def is_mhtml(data: bytes) -> bool:
    """Whether the bytes begin as a page that a browser saved with its parts as a message."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    return _MHTML.match(head) is not None and _RELATED.search(head) is not None


def is_webarchive(data: bytes) -> bool:
    """Whether the bytes are a property list that holds a page."""
    return data.startswith((b"bplist00", b"<?xml")) and b"WebMainResource" in data


def page_in(data: bytes) -> tuple[bytes, str]:
    """The HTML of a page, out of the file that holds it with its parts, as UTF-8, and the address that the file gives.

    Other bytes are given back as they are, without an address.
    """
    if is_mhtml(data):
        return _of_message(data)
    return _of_archive(data) if is_webarchive(data) else (data, "")


def _of_message(data: bytes) -> tuple[bytes, str]:
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                address = message["Snapshot-Content-Location"] or part["Content-Location"]
                return _named(body, part.get_content_charset()), "".join(str(address or "").split())
    raise NoText("container")


def _of_archive(data: bytes) -> tuple[bytes, str]:
    try:
        main = plistlib.loads(data)["WebMainResource"]
        body, encoding = main["WebResourceData"], main.get("WebResourceTextEncodingName")
        address = main.get("WebResourceURL")
    except (plistlib.InvalidFileException, ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError):
        raise NoText("container") from None
    if not isinstance(body, bytes):
        raise NoText("container")
    named = _named(body, encoding if isinstance(encoding, str) else None)
    return named, address if isinstance(address, str) else ""


def _named(body: bytes, encoding: str | None) -> bytes:
    """The page in the encoding that its container names, which comes before what it says itself."""
    from factpress.sources.encodings import decoded_as

    return body if encoding is None else decoded_as(body, encoding)
