"""A source's text comes out whole and in blocks, or an error says what to do; nothing of it is written anywhere."""

from __future__ import annotations

import re
import resource
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factpress.sources import extract as room
from factpress.sources.extract import ExtractionError, Limits, extract, kind_of

HELP = "save the words of the source as UTF-8 text and give that"
PAGE = """\
<!-- made by hand --><!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Pier opens | The Herald</title>
<style>p { color: red }</style></head>
<body><header><a href="/">The Herald</a>
<nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li></ul></nav>
</header><main><article><h1>The pier opens after ten years</h1>
<p>The new pier opened on <time datetime="2020-05-03">Sunday, 3 May</time>, after   a decade
of <em>de</em>lay, said the <q>har&shy;bour</q> master<wbr>.</p>
<figure><img src="pier.jpg" alt="The pier"><figcaption>The pier at dawn (Picture: The Herald).</figcaption></figure>
<p>It cost €12.4&nbsp;million.<br>Nobody asked <a href="/why">why it was so dear</a>, said the mayor.</p>
<p>Nobody knew.</p>
<blockquote><p>“We are proud of it.”</p><p>“Very.”</p></blockquote>
<h2>What it cost</h2>
<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2019</td><td>4 million</td></tr></table>
<ul><li>The planks<ul><li>of oak</li></ul></li><li>The lamps</li></ul>
<p>Nobody knew.</p>
<p>Water is H<sub>2</sub>O &amp; 5 &lt; 6, the council says in its report of the year.</p>
<script>document.write("The script wrote this.")</script>
</article></main>
<section id="comments"><h3>Comments</h3>
<div class="comment"><p>I never liked this pier, says a reader.</p></div></section>
<footer><p>Copyright The Herald</p></footer></body></html>
"""
TEXT = """\
The pier opens after ten years

The new pier opened on Sunday, 3 May, after a decade of delay, said the harbour master.

The pier at dawn (Picture: The Herald).

It cost €12.4 million.
Nobody asked why it was so dear, said the mayor.

Nobody knew.

“We are proud of it.”

“Very.”

What it cost

Year

Cost

2019

4 million

The planks

of oak

The lamps

Nobody knew.

Water is H2O & 5 < 6, the council says in its report of the year."""


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body><article>{body}</article></body></html>".encode()


def pdf(*pages: str, trailer: str = "") -> bytes:
    """A PDF of such lines; an empty one leaves a gap."""
    kids = " ".join(f"{n} 0 R" for n in range(4, 4 + 2 * len(pages), 2))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for text in pages:
        shown = "".join(
            f"1 0 0 1 72 {720 - 14 * n} Tm ({line}) Tj " for n, line in enumerate(text.split("\n")) if line.strip()
        )
        content = f"BT /F1 12 Tf {shown}ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects) + 2} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    written, places = b"%PDF-1.4\n", []
    for n, entry in enumerate(objects, 1):
        places.append(len(written))
        written += f"{n} 0 obj\n{entry}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(written)}\n%%EOF\n"
    return written + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


PIER = pdf(
    "The new pier opened on Sunday after a decade of de-\nlay, said the mayor, in well-known words of 2019-\n2020.\n\n"
    "A north-easterly wind blew. The second paragraph has a north-\neasterly wind, and an Anglo-\nSaxon guest.",
    "The second page goes on a little lon-\nger.",
)


def refused(data: bytes, **options: object) -> str:
    with pytest.raises(ExtractionError) as error:
        extract(data, **options)  # type: ignore[arg-type]
    message = str(error.value)
    assert message[0].islower() and not message.endswith(".") and "Traceback" not in message
    return message


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("One.\n\nTwo.\n", "One.\n\nTwo.", id="a blank line ends a block"),
        pytest.param("One\ntwo.\n\n\n\nThree.", "One\ntwo.\n\nThree.", id="a line break alone does not end a block"),
        pytest.param("\n One.\n \t \u3000\nTwo. \n", "One.\n\nTwo.", id="a line of white space is blank"),
        pytest.param("One\r\ntwo.\r\n\r\nThree.\rFour.\r\r", "One\ntwo.\n\nThree.\nFour.", id="line ends are LF"),
        pytest.param("One.\fTwo.\u2029Three.", "One.\n\nTwo.\n\nThree.", id="a form feed or a U+2029 ends a block"),
        pytest.param("\ufeffOne.", "One.", id="a byte order mark is dropped"),
        pytest.param("  5 < 6\n  indented", "5 < 6\n  indented", id="white space within a block is kept"),
        pytest.param(
            "Äpfel\u00ad 10\u202f000 “€”", "Äpfel\u00ad 10\u202f000 “€”", id="characters are kept as they are"
        ),
    ],
)
def test_text_is_read_as_it_stands(data: str, text: str) -> None:
    found = extract(data.encode())
    assert (found.text, found.extractor, found.version, found.notes) == (text, "text", "", ())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "it has no text: give the words of the source", id="empty"),
        pytest.param(b"\xef\xbb\xbf \r\n\f\n", "it has no text: give the words of the source", id="blank"),
        pytest.param(
            "Café".encode("latin-1"),
            "this is not UTF-8 text (byte 0xE9 at offset 3): convert it to UTF-8, or give the page's HTML",
            id="Latin-1",
        ),
        pytest.param(
            b"\xef\xbb\xbfabc\xff",
            "this is not UTF-8 text (byte 0xFF at offset 6): convert it to UTF-8, or give the page's HTML",
            id="the offset counts the byte order mark",
        ),
        pytest.param(
            "One.".encode("utf-16-le"),
            "this is not UTF-8 text (a NUL at offset 1): convert it to UTF-8, or give the page's HTML",
            id="UTF-16 without a mark is valid UTF-8 with NULs",
        ),
        pytest.param(
            b"a" * (room._MOST_TEXT + 1), f"it is larger than 10 MiB, the most that is read: {HELP}", id="too large"
        ),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    assert refused(data) == message


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"%PDF-1.7\n", "pdf", id="a PDF"),
        pytest.param(b"junk\r\n" * 100 + b"%PDF-1.4", "pdf", id="a PDF after some junk"),
        pytest.param(b"x" * 1024 + b"%PDF-1.4", "text", id="a PDF's mark beyond the first KiB"),
        pytest.param(b"<!DOCTYPE html>", "html", id="a doctype"),
        pytest.param(b"\xef\xbb\xbf \n<HTML lang=en>", "html", id="after a byte order mark and white space"),
        pytest.param(b"<!-- a --> <!-- b -->\n<head>", "html", id="after comments"),
        pytest.param(b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "html", id="after an XML declaration"),
        pytest.param("<html>".encode("utf-16"), "html", id="in UTF-16"),
        pytest.param(b"<p>One.</p>", "html", id="a part of a page"),
        pytest.param(b"<article>%PDF-", "html", id="a page that speaks of PDF"),
        pytest.param(b'<?xml version="1.0"?><rss>', "text", id="other XML"),
        pytest.param(b"<placeholder>", "text", id="a name that only begins like an element"),
        pytest.param(b"<!-- never closed <html>", "text", id="a comment that never ends"),
        pytest.param(b"It says <p> here.", "text", id="markup that comes later"),
        pytest.param(b"", "text", id="nothing"),
    ],
)
def test_the_kind_is_seen_from_the_beginning(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


@pytest.mark.parametrize("data", [b"<!-- --> " * 500_000, b" " * 4_000_000, b"\n <" * 1_000_000])
def test_a_long_beginning_is_seen_through_in_linear_time(data: bytes) -> None:
    assert kind_of(data) == "text"


def test_a_page_gives_its_article_in_blocks() -> None:
    found = extract(PAGE.encode(), url="https://herald.example/pier")
    assert found.text == TEXT
    assert (found.extractor, bool(re.fullmatch(r"\d+\.\d+\.\d+", found.version))) == ("trafilatura", True)
    assert extract(PAGE.encode()) == found


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"<p>One paragraph alone.</p>", "One paragraph alone.", id="a part of a page"),
        pytest.param("<html><body><p>Schön.</p></body>".encode("utf-16"), "Schön.", id="UTF-16 by its mark"),
        pytest.param(
            page("<p>Café “x”.</p>", "<meta charset='iso-8859-1'>").decode().encode("cp1252"),
            "Café “x”.",
            id="a declared encoding is meant as browsers mean it",
        ),
        pytest.param(
            page("<p>Мэр сказал.</p>", "<meta http-equiv=a content='text/html; charset=windows-1251'>")
            .decode()
            .encode("cp1251"),
            "Мэр сказал.",
            id="an encoding declared in the old way",
        ),
        pytest.param(
            page("<p>Schön wär es.</p>", "<meta charset=utf-8>") + b"\xff", "Schön wär es.", id="one byte of it is bad"
        ),
        pytest.param(
            page(
                "<p>He typed <code>a</code><code>b</code> there.</p><p>Next to it stands more.</p>"
                + "<p>Words. </p>" * 40
            ),
            "He typed ab there.\n\nNext to it stands more." + "\n\nWords." * 40,
            id="what stands within a line does not part words; short paragraphs may repeat",
        ),
    ],
)
@pytest.mark.usefixtures("here")
def test_pages_of_every_form_are_read(data: bytes, text: str) -> None:
    assert extract(data, kind="html").text == text


@pytest.mark.usefixtures("here")
def test_hostile_markup_leaves_words_alone() -> None:
    body = (
        "<p>The mayor <img src=x onerror=alert(1)>spoke<svg onload=alert(2)><text>drawn</text></svg>.</p>"
        "<iframe srcdoc='<p>framed</p>'></iframe><script>alert('run')</script><style>p{content:'styled'}</style>"
        "<p>&lt;script&gt;alert(3)&lt;/script&gt; is text, and &amp;lt; too\u202e\u0000.</p>"
        '<p>An &unknown; entity<![CDATA[ data ]]></p><?php echo "php" ?>'
    )
    read = extract(page(body))
    text = "\n".join(block.text for block in read.blocks if not block.beside)
    assert "framed" in [block.text for block in read.blocks if block.beside]
    assert "The mayor spoke" in text
    assert "<script>alert(3)</script> is text, and &lt; too." in text
    for word in ("alert(1)", "alert(2)", "drawn", "framed", "run", "styled", "php", "\u202e", "\0"):
        assert word not in text


# A password is asked for, since nobody knows what these two were made of.
LOCK = f"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ({'o' * 32}) /U ({'u' * 32}) >>"
DEEP = "<p>Before it all, a paragraph.</p>" + "<div>" * 300 + "<p>The pier opened.</p>"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(page(""), f"this page has no text: {HELP}", id="a page without words"),
        pytest.param(page("<script>let a = 1</script>"), f"this page has no text: {HELP}", id="a script"),
        pytest.param(
            page(DEEP),
            f"this page nests elements more than 250 deep, so not all of it can be read: {HELP}",
            id="a part of a deep page does not pass for the whole",
        ),
        pytest.param(
            PIER[: len(PIER) // 2], f"this is not a PDF, or it is damaged: save it again, or {HELP}", id="half a PDF"
        ),
        pytest.param(
            b"%PDF-1.7\n" + bytes(range(256)) * 99,
            f"this is not a PDF, or it is damaged: save it again, or {HELP}",
            id="garbage that calls itself a PDF",
        ),
        pytest.param(
            pdf("Secret.", trailer=LOCK),
            f"this PDF has a password: save it without one, or {HELP}",
            id="an encrypted PDF",
        ),
        pytest.param(pdf("", " "), f"this PDF has no text; its pages may be images: {HELP}", id="pictures"),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_holds_no_text_says_so(data: bytes, message: str) -> None:
    assert refused(data) == message


@pytest.mark.parametrize(
    ("data", "limits", "message"),
    [
        pytest.param(
            page("<div>" * 200_000 + "<p>The pier opened.</p>"),
            Limits(),
            f"this page nests elements more than 250 deep, so not all of it can be read: {HELP}",
            id="nested 200,000 deep",
        ),
        pytest.param(
            page("<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">The pier opened.</p>"),
            Limits(cpu_seconds=1),
            f"reading it takes more than 1 seconds of processor time: {HELP}",
            id="time that grows with the square",
        ),
        pytest.param(
            page("<b>x</b>" * 400_000),
            Limits(memory=160 << 20),
            f"reading it needs more than 160 MiB of memory: {HELP}",
            id="too much memory",
        ),
        pytest.param(
            PAGE.encode(), Limits(wall_seconds=0.01), f"reading it takes more than 0.01 seconds: {HELP}", id="late"
        ),
        pytest.param(
            PAGE.encode(),
            Limits(output=500),
            "its text is larger than 0 MiB: give the part that is cited",
            id="too long a text",
        ),
    ],
)
def test_what_can_not_be_read_within_the_limits_says_so(data: bytes, limits: Limits, message: str) -> None:
    assert refused(data, limits=limits) == message


def test_a_page_of_nine_mebibytes_ends_in_its_text_or_an_error() -> None:
    data = page("<p>" + "The pier cost 12 million. " * ((9 << 20) // 26) + "</p>")
    try:
        text = extract(data, limits=Limits(cpu_seconds=1)).text
    except ExtractionError as error:
        assert "more than" in str(error)
    else:
        assert text.count("pier") == (9 << 20) // 26


@pytest.mark.usefixtures("here")
def test_pictures_in_a_page_do_not_make_it_too_large() -> None:
    picture = f"<img src='data:image/png;base64,{'iVBO' * (11 << 18)}'>"
    assert extract(page(f"{picture}<p>The pier was opened on Saturday.</p>")).text == "The pier was opened on Saturday."
    assert "larger than 10 MiB" in refused(page(f"<p>{'The pier. ' * (11 << 17)}</p>"))


def test_a_pdf_gives_its_pages_in_blocks() -> None:
    found = extract(PIER)
    assert found.text == (
        "The new pier opened on Sunday after a decade of delay, said the mayor, in well-known words of 2019-\n2020.\n\n"
        "A north-easterly wind blew. The second paragraph has a north-easterly wind, and an Anglo-Saxon guest.\n\n"
        "The second page goes on a little longer."
    )
    assert (found.extractor, bool(re.fullmatch(r"\d+\.\d+\.\d+", found.version))) == ("pypdfium2", True)
    assert extract(PIER) == found


def leaf(number: int, *lines: str, head: str = "Report of the harbour, 2021") -> str:
    return "\n".join([head, "", *lines, "", f"Page {number} of 4"])


BOUND = pdf(
    leaf(
        1, "The council met on Monday and spoke about the north-", "ern pier, which had been closed for many months and"
    ),
    leaf(2, "was then opened again. It cost a lot of money, said the may-"),
    leaf(3, "or, who had paid for it.", "", "Nobody fell into the water on that day"),
    leaf(4, "The guests went home."),
)


def test_a_block_goes_on_over_the_end_of_a_page_and_running_heads_are_beside_it() -> None:
    found = extract(BOUND)
    assert found.text.replace("\n\n", "|").replace("\n", " ") == (
        "The council met on Monday and spoke about the northern pier, which had been closed for many months and was "
        "then opened again. It cost a lot of money, said the mayor, who had paid for it.|"
        "Nobody fell into the water on that day|The guests went home."
    )
    beside = [block.text for block in found.blocks if block.beside]
    assert beside == ["Report of the harbour, 2021", *(f"Page {n} of 4" for n in range(1, 5))]


def test_a_number_that_is_no_page_stays() -> None:
    found = extract(pdf("300\n\nguests came to the pier.", "12\n\nof them fell into the water."))
    assert "300" in found.text and "12" in found.text


# The readers' place in the child is taken by one that runs its input as Python and says what came of it.
STAND_IN = """
import sys, types
sys.path += sys.argv[1:]
from factpress.sources.answer import Answer, Said
def run(data, url, saved_from):
    names = {}
    try:
        exec(data, names)
    except PermissionError as error:
        return Answer((Said(f"refused: {error}"),), "1")
    return Answer((Said(str(names.get("said"))),), "1")
module = types.ModuleType("factpress.sources.html_text")
module.read_html = run
sys.modules["factpress.sources.html_text"] = module
from factpress.sources.extract_child import main
main()
"""


# Variables that systems set for every process.
OF_SYSTEMS = ("LC_CTYPE", "LD_LIBRARY_PATH", "SYSTEMROOT", "__CF_USER_TEXT_ENCODING")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import socket; socket.socket()", "refused: socket.__new__ is refused here"),
        ("import socket; socket.getaddrinfo('a.example', 80)", "refused: socket.getaddrinfo is refused here"),
        ("import subprocess; subprocess.run(['true'])", "refused: subprocess.Popen is refused here"),
        ("import os; os.system('true')", "refused: os.system is refused here"),
        ("import os; os.fork()", "refused: os.fork is refused here"),
        ("open('canary', 'w')", "refused: open is refused here"),
        ("open('canary', 'ab')", "refused: open is refused here"),
        ("import os; os.open('canary', os.O_CREAT)", "refused: open is refused here"),
        ("import tempfile; tempfile.mkdtemp(dir='.')", "refused: tempfile.mkdtemp is refused here"),
        ("import os; os.mkdir('canary')", "refused: os.mkdir is refused here"),
        ("import os; os.rename(__import__('json').__file__, 'canary')", "refused: os.rename is refused here"),
        (f"import os; said = sorted({{*os.environ}} - {{*{OF_SYSTEMS}}})", "[]"),
        ("import json; said = len(open(json.__file__).read()) > 100", "True"),
        ("import sys; said = '' in sys.path or sys.path[0] == __import__('os').getcwd()", "False"),
    ],
)
def test_the_process_that_reads_is_shut_off(
    code: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_CHILD", STAND_IN)
    monkeypatch.setenv("TOKEN", "secret")
    monkeypatch.chdir(tmp_path)
    assert extract(code.encode(), kind="html").text == said
    assert not list(tmp_path.iterdir())


LIMITS = {"CPU": (10, 11), "AS": (512 << 20, 512 << 20), "FSIZE": (0, 0), "CORE": (0, 0)}


@pytest.mark.parametrize("name", LIMITS)
def test_the_process_that_reads_has_limits(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_CHILD", STAND_IN)
    ours = resource.getrlimit(getattr(resource, f"RLIMIT_{name}"))
    told = extract(f"import resource as r; said = r.getrlimit(r.RLIMIT_{name})".encode(), kind="html").text
    # Some systems know a limit and can't set it; Linux sets all of them.
    assert told == str(LIMITS[name]) or (sys.platform != "linux" and told == str(ours))


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("import os; os.abort()", id="it aborts"),
        pytest.param("import sys; sys.stdin.buffer.read(); sys.exit(3)", id="it exits"),
        pytest.param("raise RuntimeError('a traceback')", id="it raises"),
        pytest.param("print('no JSON')", id="it answers no JSON"),
        pytest.param("print('[' * 100000)", id="it answers JSON that nests"),
        pytest.param("print('[1]')", id="it answers something else"),
        pytest.param('print(\'{"reason": "unheard of"}\')', id="it gives an unknown reason"),
        pytest.param("print(' ' * (11 << 20) + '{}')", id="it answers too much"),
    ],
)
@pytest.mark.parametrize("data", [PAGE.encode(), b"%PDF-" + b"x" * 5_000_000], ids=["page", "PDF"])
def test_a_reader_that_breaks_down_is_an_error(code: str, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_CHILD", code)
    assert refused(data) == f"the process that reads it crashed: {HELP}"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            PAGE.encode(),
            "reading HTML needs trafilatura, which is missing or broken: pip install 'factpress[sources]'",
        ),
        (PIER, "reading PDF needs pypdfium2, which is missing or broken: pip install 'factpress[pdf]'"),
    ],
)
def test_an_extra_that_is_not_installed_is_named(data: bytes, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # Without `site` the child sees no installed package, only this one.
    monkeypatch.setattr(room, "_ISOLATED", ("-I", "-S"))
    monkeypatch.setattr(room, "_places", lambda: [str(room._HOME)])
    assert refused(data) == message


def test_nothing_is_written_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "TEMP", "TMP"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    (tmp_path / "cwd").mkdir()
    monkeypatch.chdir(tmp_path / "cwd")
    for data in (PAGE.encode(), PIER, b"Canary."):
        assert extract(data).text
    refused(b"%PDF-")
    assert not [path for path in tmp_path.rglob("*") if not path.is_dir()]
    assert len(list(tmp_path.rglob("*"))) == 6


def sound(data: bytes, **options: object) -> None:
    """Whether the bytes give a text in its one form, or an error."""
    try:
        found = extract(data, **options)  # type: ignore[arg-type]
    except ExtractionError:
        return
    assert found.text == found.text.strip()
    for block in found.text.split("\n\n"):
        assert block == block.strip()
        assert all(line.strip() for line in block.split("\n"))
    assert not {"\r", "\f", "\u2029"} & set(found.text)
    assert room._in_blocks(found.text) == found.text


@given(st.one_of(st.binary(), st.text("a \n\r\f\t\x0b\x1c\x85\u2028\u2029\u3000\ufeff\0é").map(str.encode)))
@example(b"\xef\xbb\xbf\xef\xbb\xbfa")
def test_any_bytes_are_a_text_or_an_error(data: bytes) -> None:
    sound(data, kind="text")


TAGS = st.sampled_from(
    ["p", "div", "table", "tr", "td", "li", "ul", "q", "code", "br", "h1", "time", "figure", "script"]
)
MARKUP = st.one_of(st.text(max_size=20), TAGS.map("<{}>".format), TAGS.map("</{}>".format))


FEW = [b"", b"<p>One.", "<article><p>Schön <q>x</q></p><table><td>y".encode(), b"\x00\xff<html><body>\xfe</p>"]


@pytest.mark.parametrize("data", FEW)
def test_a_page_in_pieces_is_a_text_or_an_error(data: bytes) -> None:
    sound(data, kind="html")


@pytest.mark.usefixtures("here")
@settings(suppress_health_check=list(HealthCheck))
@given(
    st.one_of(
        st.binary(max_size=200),
        st.lists(MARKUP, max_size=40).map(lambda parts: "".join(parts).encode("utf-8", "replace")),
    )
)
def test_any_page_is_a_text_or_an_error(data: bytes) -> None:
    sound(data, kind="html")


@pytest.mark.usefixtures("here")
@settings(suppress_health_check=list(HealthCheck))
@given(st.integers(0, len(PIER) - 1), st.binary(min_size=1, max_size=8))
def test_any_damage_to_a_pdf_is_a_text_or_an_error(at: int, damage: bytes) -> None:
    sound(PIER[:at] + damage + PIER[at + len(damage) :], kind="pdf")


@pytest.mark.parametrize("order", ["le", "be"])
def test_a_page_in_utf_16_is_a_page_whatever_its_byte_order(order: str) -> None:
    mark = b"\xff\xfe" if order == "le" else b"\xfe\xff"
    assert kind_of(mark + "<!doctype html><p>The pier.</p>".encode(f"utf-16-{order}")) == "html"
    assert kind_of(mark + "The pier.".encode(f"utf-16-{order}")) == "text"
