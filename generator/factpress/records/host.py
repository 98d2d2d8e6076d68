"""Which host a browser asks for an address, as browsers read addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")
_AROUND = "".join(map(chr, range(33)))
_ASKED = frozenset({"http:", "https:", "ftp:", "ws:", "wss:"})
# What no page on the site can be: what a browser would load from them is not the site's.
_ELSEWHERE = frozenset({"blob:", "file:", "filesystem:"})


@dataclass(frozen=True, slots=True)
class Host:
    """An address as browsers read it: its scheme, with the colon, and its host; both empty for one on the same site."""

    scheme: str
    name: str

    def is_foreign(self, own: frozenset[str]) -> bool:
        """Whether it is on another host than the site's own."""
        return bool(self.name and self.name not in own) or self.scheme in _ELSEWHERE


def host(address: str) -> Host:
    """Reads an address by the URL standard: blanks around it and line ends in it are nothing, `\\` is `/`."""
    text = re.sub("[\t\n\r]", "", address.strip(_AROUND)).replace("\\", "/")
    found = _SCHEME.match(text.lower())
    scheme = found[0] if found else ""
    rest = text[len(scheme) :]
    # Browsers find a host in `https:x` too.
    if scheme in _ASKED or (not scheme and rest.startswith("//")):
        return Host(scheme, re.split("[/?#]", rest.lstrip("/"), maxsplit=1)[0].lower() or "?")
    return Host(scheme, "")


def is_foreign(address: str, own: frozenset[str] = frozenset()) -> bool:
    """Whether a browser that loads this address asks another host than the site's own."""
    return host(address).is_foreign(own)
