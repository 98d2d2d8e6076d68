"""The last look at what is written: what would leave the site, what the policy stops, and pages without it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from factpress.reading.active_files import HTML, XHTML, XML
from factpress.site.content_policy import ContentPolicy
from factpress.site.markup import Tag, tags, xml_tags
from factpress.site.sieve import Sieve
from factpress.site.style_faults import addresses
from factpress.site.tag_faults import FOREIGN, SCRIPT, TagFault, TagJudge, is_data

_HTML, _XHTML, _XML = (tuple(f".{ending}" for ending in family) for family in (HTML, XHTML, XML))
LOOKED_AT = (*_HTML, *_XHTML, *_XML, ".css")
"""The endings of files that browsers show or load as what they may be styled or scripted by."""
_LIVELY = re.compile(r"http://www\.w3\.org/(?:1999/xhtml|2000/svg)|<!ENTITY|xml-stylesheet", re.IGNORECASE)
_ENCODING = re.compile(r"<\?xml[^>]*\bencoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)
_LONGEST = 400
_FONT = re.compile(r"data:(?:font/|application/(?:x-)?(?:font|vnd\.ms-fontobject))", re.IGNORECASE)
NO_POLICY = "no policy"
FONT = "a font in itself, which the policy does not allow"


def is_html(path: str) -> bool:
    """Whether a file is a page of HTML."""
    return path.lower().endswith(_HTML)


def is_xhtml(path: str) -> bool:
    """Whether a file is a page of XHTML."""
    return path.lower().endswith(_XHTML)


class LastLook:
    """Looks at files as they are written."""

    def __init__(self, policy: ContentPolicy, judge: TagJudge, is_of_theme: Callable[[str], bool]) -> None:
        """Takes the policy, and what says whether a tag with a style is the theme's own."""
        self._policy = policy
        self._judge = judge
        self._sieve = Sieve(policy.ours)
        self._is_of_theme = is_of_theme

    def faults(self, path: str, text: str) -> list[TagFault]:
        """What is wrong in a file with this path and text; each fault once."""
        ending = path.lower()
        if is_html(ending):
            if self._policy.is_first(text) and self._sieve.passes(text):
                return []
            read = [*tags(text, known=self._policy.runs)]
            found = [*self._policy_faults(text, read), *self._faults_of(text, read)]
        elif is_xhtml(ending):
            found = [*self._policy_faults(text, xml_tags(text)), *self._xml(text, styles=True)]
        elif ending.endswith(_XML):
            found = [*self._xml(text, styles=False)] if _LIVELY.search(text) else []
        else:
            named = addresses(text)
            found = [TagFault(FOREIGN, each, each) for each in named if self._judge.is_foreign(each)]
            found += [TagFault(FONT, each[:60]) for each in named if _FONT.match(each)]
        return list(dict.fromkeys(found))

    def faults_in(self, part: str) -> Iterator[TagFault]:
        """What is wrong with the tags of a page, or of a part of one."""
        yield from self._faults_of(part, tags(part, known=self._policy.runs))

    def _faults_of(self, part: str, read: Iterable[Tag]) -> Iterator[TagFault]:
        for tag in read:
            yield from self._of_tag(part, tag, styles=True)

    def _xml(self, text: str, *, styles: bool) -> Iterator[TagFault]:
        if "<!ENTITY" in text:
            yield TagFault("entities, which hide what it contains", "<!ENTITY")
        if _ENCODING.search(text) or "\0" in text:
            yield TagFault("another encoding than UTF-8", "<?xml")
        for tag in xml_tags(text):
            yield from self._of_tag(text, tag, styles=styles)

    def _of_tag(self, text: str, tag: Tag, *, styles: bool) -> Iterator[TagFault]:
        # Scripts and style sheets are recognized by their beginning.
        beginning = text[tag.start : tag.start + len(tag.source) + 80].partition("</")[0]
        for fault in self._judge.faults(tag, styles=styles):
            if not (tag.has("style") and self._is_of_theme(tag.source)):
                yield TagFault(fault.why, (beginning if tag.name == "style" else tag.source)[:_LONGEST], fault.address)
        if tag.name != "script" or is_data(tag) or self._policy.runs(tag.text):
            return
        # A drawing has no policy of its own, and its scripts have no `src`.
        if not styles or not (tag.has("src") or tag.has("href") or tag.has("xlink:href")):
            yield TagFault(SCRIPT, beginning[:_LONGEST])

    def _policy_faults(self, text: str, read: Iterable[Tag]) -> Iterator[TagFault]:
        policies = [tag for tag in read if tag.name == "meta" and _equals(tag, "content-security-policy")]
        if not policies or policies[0].get("content") != self._policy.text:
            yield TagFault(NO_POLICY, policies[0].source if policies else "")
        elif len(policies) > 1:
            yield TagFault("a second policy", policies[1].source)
        elif not self._policy.is_first(text):
            yield TagFault("something before the policy", text[: policies[0].start].strip()[-80:])


def _equals(tag: Tag, kind: str) -> bool:
    return tag.get("http-equiv").strip().lower() == kind
