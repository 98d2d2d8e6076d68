"""Addresses: what Python reads and what browsers read is the same, or it is refused (security design, row T31)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factpress.records.unreadable import Unreadable
from factpress.records.url import MOST_CHARACTERS, checked_url


@pytest.mark.parametrize(
    "text",
    [
        "https://dawn.com/news/1544087",
        "http://example.org",
        "HTTPS://EXAMPLE.ORG/A",
        "https://example.org:443/",
        "http://example.org:80/",
        "https://example.org?q=a&b=%20#top",
        "https://example.org/@ada/status:1",
        "https://example.org/a,b;c=(d)'e*!$~",
        "https://example.org/القدس",
        "https://xn--exmple-cua.com/",
        "https://a_b.c-d.example.co.uk./",
        "https://1.2.3.example/",
        "https://0x7f.example/",
        "https://web.archive.org/web/2020/https://example.org/",
        "https://example.org/" + "a" * (MOST_CHARACTERS - 20),
    ],
)
def test_an_address_is_kept_as_it_was_written(text: str) -> None:
    assert checked_url(text) == text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("", "has no `https://` in front", id="nothing"),
        pytest.param("example.org/a", "has no `https://` in front", id="no scheme"),
        pytest.param("//example.org/", "has no `https://` in front", id="no scheme before the slashes"),
        pytest.param("/news/1", "has no `https://` in front", id="a path alone"),
        pytest.param("javascript:alert(1)", "uses `javascript:`", id="a script"),
        pytest.param("JaVaScRiPt:alert(1)", "uses `JaVaScRiPt:`", id="a script in odd letters"),
        pytest.param("javas\ncript:alert(1)", "has no `https://` in front", id="a script with a line break"),
        pytest.param("\x01javascript:alert(1)", "has no `https://` in front", id="a script behind a control"),
        pytest.param("data:text/html,<b>", "uses `data:`", id="data"),
        pytest.param("file:///etc/passwd", "uses `file:`", id="a file"),
        pytest.param("vbscript:x", "uses `vbscript:`", id="another script"),
        pytest.param("ftp://example.org/", "uses `ftp:`", id="another protocol"),
        pytest.param("httpsx://example.org/", "uses `httpsx:`", id="almost the scheme"),
        pytest.param(
            "http://example.com\\@127.0.0.1/", "contains `\\`", id="one host for Python and another for browsers"
        ),
        pytest.param("http:\\\\example.org\\", "contains `\\`", id="backslashes for slashes"),
        pytest.param("https://example.org/a b", "contains ` `", id="a space"),
        pytest.param("https://example.org/a\tb", "contains `U+0009`", id="a tab, which browsers drop"),
        pytest.param("https://exam\nple.org/", "contains `U+000A`", id="a line break, which browsers drop"),
        pytest.param("https://example.org/\x00", "contains `U+0000`", id="NUL"),
        pytest.param("https://example.org/\x7f", "contains `U+007F`", id="DEL"),
        pytest.param("https://example.org/\x85", "contains `U+0085`", id="NEL"),
        pytest.param("https://example.org/\u2028", "contains `U+2028`", id="a line separator"),
        pytest.param("https://example.org/\ufeff", "contains `U+FEFF`", id="a byte order mark"),
        pytest.param("https://example.org/\u200b", "contains `U+200B`", id="an invisible space"),
        pytest.param("https://example.org/\u202egpj.exe", "contains `U+202E`", id="an override"),
        pytest.param('https://example.org/"onclick=', 'contains `"`', id="a quotation mark"),
        pytest.param("https://example.org/<script>", "contains `<`", id="a bracket of HTML"),
        pytest.param("https://example.org/{path}", "contains `{`", id="a brace"),
        pytest.param("https:example.org", "has no host", id="no slashes"),
        pytest.param("https:/example.org", "has no host", id="one slash"),
        pytest.param("http:///example.org", "has no host", id="three slashes"),
        pytest.param("https://", "has no host", id="no host"),
        pytest.param("https://?q", "has no host", id="a question to nobody"),
        pytest.param("https://:443/", "has no host", id="a port of nobody"),
        pytest.param("https://ada:secret@example.org/", "contains a name or password", id="a password"),
        pytest.param("https://example.org@evil.example/", "contains a name or password", id="a host as a name"),
        pytest.param("https://@example.org/", "contains a name or password", id="an empty name"),
        pytest.param("https://example.org:8080/", "names port 8080", id="an unusual port"),
        pytest.param("https://example.org:0/", "names port 0", id="port nought"),
        pytest.param("https://example.org:99999/", "is not an address", id="a port that no machine has"),
        pytest.param("https://example.org:80:80/", "is not an address", id="two ports"),
        pytest.param("https://[::1/", "is not an address", id="half a bracket"),
        pytest.param("https://example.org\uff0fx/", "is not an address", id="a wide slash, which becomes one"),
        pytest.param("https://exämple.com/", "is not in ASCII", id="an umlaut"),
        pytest.param("https://ex\u0430mple.com/", "is not in ASCII", id="a Cyrillic letter"),
        pytest.param("https://\u212aremlin.example/", "is not in ASCII", id="the Kelvin sign, a k in small letters"),
        pytest.param("https://localhost/", "is not a public host name", id="this machine"),
        pytest.param("https://localhost./", "is not a public host name", id="this machine with a point"),
        pytest.param("https://[::1]/", "is not a public host name", id="an address of six groups"),
        pytest.param("http://127.0.0.1/", "is not a public host name", id="an address of four numbers"),
        pytest.param("http://2130706433/", "is not a public host name", id="an address in one number"),
        pytest.param("http://0x7f.1/", "is not a public host name", id="an address in another base"),
        pytest.param("http://a.0x7f./", "is not a public host name", id="a host that browsers refuse"),
        pytest.param("https://ex%61mple.org/", "is not a public host name", id="an encoded letter"),
        pytest.param("https://-example.org/", "is not a public host name", id="a hyphen in front"),
        pytest.param("https://a..example.org/", "is not a public host name", id="two points"),
        pytest.param("https://" + "a" * 64 + ".org/", "is not a public host name", id="a part of 64 letters"),
        pytest.param("https://" + "a.example." * 26 + "org/", "is not a public host name", id="a host of 263 letters"),
        pytest.param("https://example.org/" + "a" * MOST_CHARACTERS, "has 2,020 characters", id="too long"),
    ],
)
def test_what_is_refused(text: str, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        checked_url(text)
    assert says in refused.value.message
    assert refused.value.help
    assert refused.value.message.isprintable()


def test_the_ascii_form_of_a_host_is_suggested() -> None:
    with pytest.raises(Unreadable) as refused:
        checked_url("https://exämple.com/")
    assert refused.value.help == "if you mean this host, write its ASCII form, `xn--exmple-cua.com`"


@pytest.mark.parametrize(
    "text", ["https://" + "a." * 50_000, "a" * 100_000, "https://" + "[" * 100_000, "https://a/" + "%" * 100_000]
)
def test_the_cap_comes_before_all_else(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        checked_url(text)
    assert refused.value.message.startswith(f"the address has {len(text):,} characters")


PIECES = st.sampled_from(
    [
        "https://",
        "http:",
        "//",
        "/",
        "\\",
        "@",
        ":",
        "[",
        "]",
        "%",
        "?",
        "#",
        ".",
        "a",
        "127.0.0.1",
        "ß",
        "\u212a",
        "xn--",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join), st.text().map("https://{}".format)))
def test_an_address_is_given_back_or_unreadable(text: str) -> None:
    try:
        assert checked_url(text) == text
    except Unreadable as refused:
        assert refused.help
    else:
        assert text.lower().startswith(("http://", "https://"))
