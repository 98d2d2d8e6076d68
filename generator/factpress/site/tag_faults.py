"""What is wrong with a tag of a written page: it loads from another site, or the policy stops it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factpress.records.host import host, is_foreign
from factpress.site.markup import Tag
from factpress.site.style_faults import foreign_in_css

# What a browser loads for itself, without a reader who follows a link.
_LOADS = frozenset({
    "archive", "attributionsrc", "background", "classid", "codebase", "data", "dynsrc", "imagesrcset", "lowsrc",
    "manifest", "ping", "poster", "src", "srcset", "xlink:href",
})  # fmt: skip
_LISTS = frozenset({"ping", "archive", "attributionsrc"})
_SENDS = frozenset({"action", "formaction"})
# Links that a browser asks the other site for, or that say where else the page's own addresses lead.
_LOADING_RELS = frozenset({
    "apple-touch-icon", "apple-touch-icon-precomposed", "apple-touch-startup-image", "compression-dictionary",
    "dns-prefetch", "expect", "fluid-icon", "icon", "import", "manifest", "mask-icon", "modulepreload", "preconnect",
    "prefetch", "preload", "prerender", "serviceworker", "shortcut", "stylesheet",
})  # fmt: skip
_FRAMES = frozenset({"applet", "embed", "fencedframe", "frame", "iframe", "object", "portal"})
_MEDIA = frozenset({"audio", "track", "video"})
_PAINTED = frozenset({
    "clip-path", "cursor", "fill", "filter", "marker", "marker-end", "marker-mid", "marker-start", "mask", "stroke",
})  # fmt: skip
_ANIMATIONS = frozenset({"animate", "animatecolor", "animatemotion", "animatetransform", "set"})
# What buttons of scripts have in place of an address; it does nothing.
_IDLE = re.compile(r"\s*javascript:\s*(?:void\s*\(?0\)?)?;?\s*", re.IGNORECASE)
_REFRESH = re.compile(r"^[\s\d.]*[;,]?\s*(?:url\s*=)?", re.IGNORECASE)
_ACTIVE = frozenset({"data:", "javascript:", "vbscript:"})
_SCRIPT_TYPE = re.compile(r"(?:text|application)/(?:x-)?(?:java|ecma|j|live)script.*|module|importmap|speculationrules")

FOREIGN = "a file from another site"
STYLE = "an inline style, which the policy does not allow"
SCRIPT = "an inline script that is not the theme's, which the policy does not allow"


@dataclass(frozen=True, slots=True)
class TagFault:
    """What is wrong, in the words after the page's name; the markup, and the address in it, if it is about one."""

    why: str
    source: str
    address: str = ""


class TagJudge:
    """Says what is wrong with tags on the pages of a site."""

    def __init__(self, own: frozenset[str]) -> None:
        """Takes the site's own hosts."""
        self._own = own

    def faults(self, tag: Tag, *, styles: bool = True) -> Iterator[TagFault]:
        """Yields what is wrong with a tag. Its styles, unless they load something, are reported only with `styles`."""
        for why, value in self._faults(tag, styles):
            yield TagFault(why, tag.source, value)

    def is_foreign(self, address: str) -> bool:
        """Whether a browser that loads this address asks another site."""
        return is_foreign(address, self._own)

    def _faults(self, tag: Tag, styles: bool) -> Iterator[tuple[str, str]]:
        if tag.name in _FRAMES:
            yield f"`<{tag.name}>`, which the policy does not allow", tag.get("src") or tag.get("data")
            return
        if tag.name == "base":
            yield "`<base>`, which the policy does not allow", tag.get("href")
        elif tag.name == "style" and not styles:
            yield from ((FOREIGN, each) for each in foreign_in_css(tag.text, self.is_foreign))
        elif tag.name == "style":
            yield STYLE, ""
        elif tag.name in _MEDIA or (tag.name == "source" and tag.has("src")):
            yield f"`<{tag.name}>`, which the policy does not allow", tag.get("src")
            return
        elif tag.name == "meta":
            yield from self._meta(tag)
        elif tag.name == "link" and "manifest" in tag.get("rel").lower().split():
            yield "a manifest, which the policy does not allow", tag.get("href")
        elif tag.name in _ANIMATIONS:
            yield from self._animation(tag)
        for name, value in tag.attributes:
            if re.fullmatch("on[a-z]+", name):
                yield f"the handler `{name}`, which the policy does not allow", ""
            elif name == "style":
                if styles:
                    yield STYLE, ""
                else:
                    yield from ((FOREIGN, each) for each in foreign_in_css(value, self.is_foreign))
            elif name == "srcdoc":
                yield "`srcdoc`, which the policy does not allow", ""
            elif name in _PAINTED:
                yield from ((FOREIGN, each) for each in foreign_in_css(value, self.is_foreign))
            else:
                yield from self._addresses(tag, name, value)

    def _meta(self, tag: Tag) -> Iterator[tuple[str, str]]:
        kind = tag.get("http-equiv").strip().lower()
        if kind == "refresh":
            target = _REFRESH.sub("", tag.get("content"), count=1).strip().strip("'\"")
            if self.is_foreign(target):
                yield "a redirect to another site", target
            elif host(target).scheme in _ACTIVE:
                yield "an address that runs a script", target
        elif tag.get("name").strip().lower() == "referrer" and tag.get("content").strip().lower() != "no-referrer":
            yield "a referrer for other sites", ""

    def _animation(self, tag: Tag) -> Iterator[tuple[str, str]]:
        target = tag.get("attributename").strip().lower()
        if target in {"href", "xlink:href", "src", "style"} or target.startswith("on"):
            yield f"an animation of `{target}`", ""

    def _addresses(self, tag: Tag, name: str, value: str) -> Iterator[tuple[str, str]]:
        if name in _SENDS:
            yield f"`{name}`, which the policy does not allow", value
            return
        href = name in {"href", "xlink:href"}
        if not (href or name in _LOADS):
            return
        values = list(_in_set(value)) if "srcset" in name else value.split() if name in _LISTS else [value]
        for each in values:
            if not each or _IDLE.fullmatch(each):
                continue
            scheme = host(each).scheme
            picture = tag.name in {"img", "image", "feimage", "input", "source"} or (
                tag.name == "link" and "icon" in tag.get("rel").lower()
            )
            if scheme in _ACTIVE and not (scheme == "data:" and picture):
                yield "an address that runs a script", each
            elif (not href or self._is_loaded(tag)) and self.is_foreign(each):
                yield FOREIGN, each

    def _is_loaded(self, tag: Tag) -> bool:
        """Whether a browser loads what a tag's `href` names, without anyone following it."""
        if tag.name == "link":
            return bool(_LOADING_RELS & set(tag.get("rel").lower().split()))
        return tag.name not in {"a", "area"}


def is_data(tag: Tag) -> bool:
    """Whether a script's type says that it is no script."""
    kind = tag.get("type") if tag.has("type") else f"text/{tag.get('language') or 'javascript'}"
    return bool(kind.strip()) and not _SCRIPT_TYPE.fullmatch(kind.strip().lower())


def _in_set(value: str) -> Iterator[str]:
    """The addresses in a `srcset`: each ends at a blank, and what describes it at a comma."""
    rest = value
    while rest := rest.lstrip("\t\n\f\r ,"):
        address = re.split("[\t\n\f\r ]", rest, maxsplit=1)[0]
        yield address.rstrip(",")
        rest = rest[len(address) :]
        if not address.endswith(","):
            rest = re.sub(r"^(?:\([^)]*\)?|[^,(])*", "", rest)
