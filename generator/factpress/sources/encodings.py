"""Decodes a page as browsers do: by its mark, as UTF-8, by the encoding it declares, or else by a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass

import webencodings

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARED = re.compile(
    rb"""<(?:meta\s[^>]{0,200}?charset|\?xml\s[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
# The library reads these two by codecs that know fewer characters than browsers do.
_WIDER = {"gbk": "gb18030", "iso-8859-8-i": "iso8859-8"}
# A page can't declare in ASCII that it is UTF-16, and a browser takes it for UTF-8.
_IMPOSSIBLE = ("utf-16le", "utf-16be")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's characters, the name of its encoding, and how many of its bytes are none in that encoding."""

    text: str
    encoding: str
    bad: int = 0


def decoded(data: bytes) -> Decoded | None:
    """The page by its mark, as UTF-8, or as it declares; nothing where none of these decides.

    A page that is valid UTF-8 is UTF-8 whatever it declares: browsers save pages so, with the old declaration in
    them. Bytes that switch between character sets, as ISO-2022-JP has them, are valid UTF-8 too, and come first.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _by(data[len(mark) :], encoding, encoding)
    found = _DECLARED.search(data, 0, 4096)
    declared = webencodings.lookup(found[1].decode("ascii", "replace")) if found else None
    if declared is not None and declared.name == "iso-2022-jp" and b"\x1b" in data:
        return _by(data, declared.name, declared.name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared is None or declared.name == "replacement":
        # A page in UTF-8 with a few bad bytes stays one; browsers read no page in an encoding that is replaced.
        return _by(data, "utf-8", "utf-8") if _is_nearly_utf_8(data) else None
    name = "utf-8" if declared.name in _IMPOSSIBLE else declared.name
    return _by(data, name, _WIDER.get(name, name))


def decoded_as(data: bytes, label: str) -> bytes:
    """The page as UTF-8, out of the encoding of that name; as it is where no browser knows the name."""
    known = webencodings.lookup(label)
    if known is None or known.name in ("replacement", "utf-8"):
        return data
    return b"\xef\xbb\xbf" + _by(data, known.name, _WIDER.get(known.name, known.name)).text.encode("utf-8", "replace")


def _by(data: bytes, name: str, codec: str) -> Decoded:
    known = webencodings.lookup(name)
    if name not in _WIDER and known is not None:
        text, _ = known.codec_info.decode(data, "replace")
    else:
        text = data.decode(codec, "replace")
    written = sum(data.count(each) for each in (b"\xef\xbf\xbd", b"&#65533;")) if name == "utf-8" else 0
    return Decoded(text, name, max(0, text.count("\ufffd") - written))


def _is_nearly_utf_8(data: bytes) -> bool:
    """Whether there are many more characters of several bytes than bytes that are no UTF-8."""
    text = data.decode("utf-8", "ignore")
    several = len(text.encode("utf-8")) - sum(map(text.count, map(chr, range(128))))
    return several > 20 * (len(data) - len(text.encode("utf-8")))
