"""Tags as browsers read them: what a browser's parser finds the exact look finds, and the sieve lets none through."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from factpress.site.content_policy import ContentPolicy
from factpress.site.last_look import LastLook
from factpress.site.markup import tags, xml_tags
from factpress.site.sieve import Sieve
from factpress.site.tag_faults import TagJudge

POLICY = ContentPolicy(["<script>ours(1 < 2)</script>"])
LOOK = LastLook(POLICY, TagJudge(frozenset()), lambda tag: False)
SIEVE = Sieve(POLICY.ours)
FRAMES = {"iframe", "object", "embed", "base", "style"}

# Bits of pages, among them all that change how what follows is read.
BITS = (
    "<", ">", "/", "</", '"', "'", "=", " ", "\n", "\t", "\f", "\x0b", "\xa0", "x", "&", "&quot;", "&lt;", "&#106;",
    "\0", "<p>", "</p>", "<p ", "<a ", "<img ", "<img/", "<IMG ", "alt=", "class=", "title=", 'title="', "title='",
    "href=", "src=", "onerror=x()", 'onclick="x()"', "onload", " style=y", 'style="y"', "//e.example/",
    "https://e.example/", "javascript:x()", "<!--", "<!-->", "<!--->", "-->", "--!>", "<!", "<?", "<!doctype html>",
    "<![CDATA[", "]]>", "<script>", "</script>", "<script>ours(1 < 2)</script>", '<script type="a/b">', "</script ",
    "<style>", "</style>", "<title>", "</title>", "<textarea>", "</textarea>", "<noscript>", "</noscript>", "<xmp>",
    "</xmp>", "<iframe>", "</iframe>", "<plaintext>", "<svg>", "<svg/>", "<svg a=b/>", "</svg>", "<math>",
    "</math>", "<mi>", "<desc>", "<foreignObject>", "</foreignObject>", "<table>", "</table>", "<select>",
    "</select>", "<template>", "</template>", "<frameset>", "<path d=", "<b>", "</b>",
)  # fmt: skip


def active(page: str) -> set[str]:
    """What a browser's parser finds in a page that a browser would load or run, by the names of tags and attributes."""
    found = set()
    for node in LexborHTMLParser(page).css("*"):
        found |= {node.tag} & FRAMES
        for name, value in node.attributes.items():
            address = (value or "").strip("".join(map(chr, range(33)))).replace("\t", "").replace("\n", "")
            if name == "style" or (name.startswith("on") and name.isalpha() and name.isascii() and len(name) > 2):
                found.add(name)
            elif name == "src" and address.startswith(("//", "https://")) and address.strip("/:htps"):
                found.add("src")
            elif name in {"src", "href"} and address.startswith("javascript:x"):
                found.add("javascript")
    return found


def words(page: str) -> str:
    """What the exact look says of a page."""
    return "\n".join(f"{fault.why} {fault.source} {fault.address}" for fault in LOOK.faults_in(page))


@settings(max_examples=400)
@given(st.lists(st.sampled_from(BITS), max_size=14).map("".join))
@example('<svg a=b/><style><a title="</style><img onerror=x()>">')
@example("<title></titles><a title='</title><img onerror=x()>'>")
@example("<svg><style><img title='</style><img onerror=x()>'></svg>")
def test_what_a_parser_finds_is_found(bits: str) -> None:
    page = f"<!doctype html><html><head></head><body><p>a</p>{bits}</body></html>"
    found = active(page)
    if found:
        assert not SIEVE.passes(page)
        said = words(page)
        assert [name for name in found if name not in said.lower()] == []


@settings(max_examples=200)
@given(st.lists(st.sampled_from(BITS), max_size=10).map("".join))
def test_what_the_sieve_lets_through_has_no_fault(bits: str) -> None:
    page = f"<p>a</p>{bits}</body></html>"
    if SIEVE.passes(page):
        assert words(page) == ""


ORDINARY = (
    '<p class="a" title="a > b">words</p>',
    "<p>a &lt;script&gt; &amp; b</p>",
    '<a href="https://elsewhere.example/?a=1&amp;b=2" rel="noopener">x</a>',
    '<a href="mailto:a@b.example">x</a><a href="#a">x</a><a href="../x/">x</a><a>x</a>',
    '<img src="../a.png" alt="" width="1">',
    '<script src="../a.js" defer></script>',
    '<script type="application/ld+json">{"a": 1}</script>',
    '<link rel="stylesheet" href="../a.css"><link rel="canonical" href="https://a.example/">',
    '<meta name="description" content="a > b"><!-- words -->',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0" fill="none"/></svg>',
    '<script id="__config" type="application/json">{"a": "b > c"}</script>',
    "<script>ours(1 < 2)</script>",
)


@pytest.mark.parametrize("page", ORDINARY)
def test_the_sieve_lets_ordinary_markup_through(page: str) -> None:
    assert SIEVE.passes(page) and words(page) == ""


def test_tags_have_their_attributes_as_browsers_read_them() -> None:
    page = "<IMG\n SRC = a&amp;b.png/alt='>' =x=1 disabled title=\"a\nb\" src=c>text<p/>"
    assert [(tag.name, tag.attributes) for tag in tags(page)] == [
        (
            "img",
            (("src", "a&b.png/alt='"),),
        ),
        ("p", ()),
    ]
    (image,) = tags('<img alt=">" =x=1 disabled src=a.png src=b>')
    assert image.attributes == (("alt", ">"), ("=x", "1"), ("disabled", ""), ("src", "a.png"), ("src", "b"))
    assert image.get("src") == "a.png"


def test_xml_has_names_without_prefixes_and_text_that_is_no_markup() -> None:
    document = '<?xml version="1.0"?><!-- <a> --><s:svg xlink:href="x"><![CDATA[<b>]]><s:script>x</s:script></s:svg>'
    found = [(tag.name, tag.text) for tag in xml_tags(document)]
    assert [name for name, _ in found] == ["?xml", "svg", "script"] and found[-1][1] == "x"
