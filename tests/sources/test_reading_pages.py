"""How single things on a page are read: raised numbers, struck words, encodings, files with a page in them, remarks."""

from __future__ import annotations

import plistlib
from email.message import EmailMessage

import pytest

from factpress.sources.extract import Extracted, ExtractionError, extract, metadata
from factpress.sources.formats import kind_of

MORE = "<p>The harbour master measured the northern pier on a cold Monday, and wrote it down.</p>" * 3


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body><article>{body}{MORE}</article></body></html>".encode()


def first(data: bytes) -> str:
    return extract(data, kind="html").blocks[0].text


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("before 300<sup>1</sup> guests", "before 300¹ guests"),
        ("before 300<sup><a href='#n1'>1</a></sup> guests", "before 300 guests"),
        ("before 300<sup class=reference>[1]</sup> guests", "before 300 guests"),
        ("before 300 guests<sup>1</sup> of note", "before 300 guests of note"),
        ("before 300 guests.<sup>1,2</sup> Then", "before 300 guests. Then"),
        ("it covers 10<sup>2</sup> m<sup>2</sup> of it", "it covers 10² m² of it"),
        ("it covers 5 miles<sup>2</sup> of it", "it covers 5 miles² of it"),
        ("some 10<sup>-3</sup> of it", "some 10⁻³ of it"),
        ("on the 5<sup>th</sup> of May", "on the 5th of May"),
        ("water is H<sub>2</sub>O, and x is 10<sub>2</sub> here", "water is H2O, and x is 10₂ here"),
        ("killed <del>three</del> four sailors", "killed four sailors"),
        ("killed <s>three</s> <strike>two</strike> four sailors", "killed four sailors"),
        ("killed <span style='text-decoration: line-through'>three</span> four", "killed four"),
        ("he <span hidden>never </span>said so", "he said so"),
        ("he <span style='Display : NONE'>never </span>said so", "he said so"),
        ("he <span class='visually-hidden'>never </span>said so", "he said so"),
        ("he <template>never </template>said so", "he said so"),
        ("a <span class=a>name</span><span class=b>Price</span> here", "a name Price here"),
        ("He <b>ended.</b><i>Then</i> he left", "He ended. Then he left"),
        ("<b>W</b><i>HO</i> and <code>a.B</code><code>C.D</code>", "WHO and a.BC.D"),
        ("the <ruby>pier<rt>peer</rt></ruby> is open", "the pier is open"),
        ("har&shy;bour<wbr>master", "harbourmaster"),
    ],
)
def test_a_line_reads_as_on_the_page(markup: str, text: str) -> None:
    assert first(page(f"<p>{markup} as it says.</p>")) == f"{text} as it says."


@pytest.mark.usefixtures("here")
def test_a_number_with_a_raised_one_behind_it_is_no_larger_number() -> None:
    found = extract(page("<p>It was opened on Saturday before 300<sup>1</sup> guests.</p>"), kind="html")
    assert "3001" not in found.text


@pytest.mark.usefixtures("here")
def test_blocks_say_what_they_are() -> None:
    body = (
        "<h1>The pier is open</h1><p>It is open. It cost a lot of money, as everybody in the town knew by then.</p>"
        "<figure><img src=x><figcaption>A seal at dawn</figcaption></figure><ul><li>A lamp</li></ul>"
        "<table><tr><th>Berth</th><td>12 metres</td></tr></table><table><tr><td>One</td><td>Two</td></tr></table>"
        "<dl><dt>Price:</dt><dd>£3</dd></dl><p>One line<br>another line<br><br>and a block</p>"
    )
    blocks = extract(page(body), kind="html").blocks
    assert [(block.whole, block.text) for block in blocks if not block.beside][:11] == [
        ("heading", "The pier is open"),
        ("line", "It is open. It cost a lot of money, as everybody in the town knew by then."),
        ("caption", "A seal at dawn"),
        ("line", "A lamp"),
        ("line", "Berth:\n12 metres"),
        ("cell", "One"),
        ("cell", "Two"),
        ("line", "Price:\n£3"),
        ("line", "One line\nanother line"),
        ("line", "and a block"),
        ("line", "The harbour master measured the northern pier on a cold Monday, and wrote it down."),
    ]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "heading",
    [
        "The pier is open<span class='mw-editsection'>[<a href='/e'>edit</a>]</span>",
        "The pier is open<a class=headerlink href='#pier' title='Permanent link'>¶</a>",
        "<a href='#pier'>#</a> The pier is open",
    ],
)
def test_a_heading_is_its_words_alone(heading: str) -> None:
    blocks = extract(page(f"<h2>{heading}</h2>"), kind="html").blocks
    assert (blocks[0].whole, blocks[0].text) == ("heading", "The pier is open")


@pytest.mark.usefixtures("here")
def test_a_page_inside_a_filing_is_read() -> None:
    data = b"<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n<HTML><BODY><P>The company was sold on Saturday.</P>" + MORE.encode()
    assert kind_of(data) == "html"
    assert extract(data).blocks[0].text == "The company was sold on Saturday."


@pytest.mark.usefixtures("here")
def test_what_is_beside_the_article_comes_last() -> None:
    aside = "<aside><h3>Ferry strike ends</h3><p>The ferry sails again, says the company that runs it.</p></aside>"
    blocks = extract(page(aside + "<p>The pier was opened on Saturday before hundreds of guests.</p>")).blocks
    assert [block.beside for block in blocks] == sorted(block.beside for block in blocks)
    assert {block.text for block in blocks if block.beside} == {
        "Ferry strike ends",
        "The ferry sails again, says the company that runs it.",
    }


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("iso-8859-1", "cp1252", "Café “x” €5"),
        ("latin1", "cp1252", "Café – x"),
        ("iso-8859-9", "cp1254", "Iğdır “x”"),
        ("Shift_JIS", "cp932", "北埠頭～①－"),
        ("x-sjis", "cp932", "北埠頭"),
        ("euc-jp", "euc_jp", "北埠頭は土曜日"),
        ("iso-2022-jp", "iso2022_jp", "北埠頭は土曜日"),
        ("ks_c_5601-1987", "cp949", "북쪽 부두 똠"),
        ("gb2312", "gb18030", "北码头開放"),
        ("big5", "big5hkscs", "北碼頭"),
        ("tis-620", "cp874", "ท่าเรือ “เหนือ”"),
        ("koi8-u", "koi8-u", "Північний"),
        ("macintosh", "mac-roman", "Café"),
        ("ibm866", "cp866", "Причал"),
        ("utf-16", "utf-8", "Café"),
        ("no-such-label", "utf-8", "Café"),
    ],
)
def test_a_declared_encoding_is_read_as_browsers_read_it(label: str, codec: str, text: str) -> None:
    written = page(f"<p>{text}, as it says on the page.</p>", f"<meta charset={label}>").decode().encode(codec)
    found = extract(written, kind="html")
    assert found.blocks[0].text == f"{text}, as it says on the page." and not found.notes


@pytest.mark.usefixtures("here")
def test_bytes_that_are_no_characters_are_said() -> None:
    found = extract(page("<p>Schön wär es, sagt er.</p>", "<meta charset=utf-8>") + b"\xff")
    assert found.notes == (
        "some bytes are not characters of the page's encoding (`1 in utf-8`): quotes with U+FFFD can't be found",
    )


def _message(html: bytes, charset: str) -> bytes:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://gazette.example/pier"
    message["Subject"] = "Pier opens"
    message.set_content("not this")
    message.add_related(html, "text", "html", cte="quoted-printable", params={"charset": charset})
    return bytes(message)


PIER = "<h1>Pier opens</h1><p>The pier was opened in the café’s name on Saturday.</p>"


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(_message(page(PIER), "utf-8"), id="a page saved as one file"),
        pytest.param(_message(page(PIER).decode().encode("cp1252"), "windows-1252"), id="in an encoding that it names"),
        pytest.param(
            plistlib.dumps(
                {"WebMainResource": {"WebResourceData": page(PIER), "WebResourceTextEncodingName": "UTF-8"}},
                fmt=plistlib.FMT_BINARY,
            ),
            id="a web archive",
        ),
        pytest.param(plistlib.dumps({"WebMainResource": {"WebResourceData": page(PIER)}}), id="a web archive in XML"),
    ],
)
def test_a_file_that_holds_a_page_is_read(data: bytes) -> None:
    assert kind_of(data) == "html"
    assert extract(data).blocks[1].text == "The pier was opened in the café’s name on Saturday."
    assert metadata(data)["title"] == ["Pier opens"]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"bplist00WebMainResource", "this file holds no page that can be read", id="a broken web archive"),
        pytest.param(b"PK\x03\x04\x14\0\0\0word/document.xml", "this is a Word document: save it as PDF", id="docx"),
        pytest.param(b"PK\x03\x04\x14\0\0\0a.txt", "this is an archive or an office document", id="zip"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1", "this is an old office document", id="doc"),
        pytest.param(b"{\\rtf1 The pier.}", "this is a rich text file", id="rtf"),
        pytest.param(b"\x89PNG\r\n", "this is a picture", id="png"),
        pytest.param(b"\x1f\x8b\x08", "this is a compressed file", id="gzip"),
        pytest.param(
            b"<!doctype html><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
            "this page shows its text with scripts",
            id="an application without its text",
        ),
        pytest.param(
            b"<!doctype html><div id=app></div><script src=a.js></script><footer>Imprint</footer>",
            "this page shows its text with scripts",
            id="an empty application",
        ),
    ],
)
def test_what_can_not_be_read_says_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(ExtractionError) as error:
        extract(data)
    assert str(error.value).startswith(said)


LOCKED = '<script type="application/ld+json">{"@graph": [{"isAccessibleForFree": "False"}]}</script>'


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("data", "begins"),
    [
        pytest.param(page("", LOCKED), "the page says that its article is for subscribers", id="in its data"),
        pytest.param(
            page("", "<meta property='article:content_tier' content=locked>"),
            "the page says that its article is for subscribers",
            id="in its head",
        ),
        pytest.param(page("<p>It has many words. " * 100, LOCKED), "", id="all of it is there"),
        pytest.param(
            page("<p>Please enable JavaScript to read this page in your browser.</p>"),
            "the page shows most of its text with scripts",
            id="scripts are asked for",
        ),
    ],
)
def test_a_part_of_a_text_is_told_as_such(data: bytes, begins: str) -> None:
    notes = extract(data).notes
    assert len(notes) == bool(begins) and all(note.startswith(begins) for note in notes)


@pytest.mark.usefixtures("here")
def test_a_page_that_is_drawn_by_scripts_is_read_from_its_data() -> None:
    body = "The pier was opened on Saturday.\\n\\nHundreds came, and nobody fell into the water."
    said = f'[{{"headline": "Pier opens", "articleBody": "{body}"}}]'
    data = f'<script type="application/ld+json">{said}</script>'
    found = extract(f"<!doctype html><head>{data}</head><div id=root></div><footer>Imprint</footer>".encode())
    assert _texts(found) == [
        "Pier opens",
        "The pier was opened on Saturday.",
        "Hundreds came, and nobody fell into the water.",
    ]
    assert found.notes == ("the page shows its text with scripts; its data for search engines was read instead",)


def _texts(found: Extracted) -> list[str]:
    return [block.text for block in found.blocks if not block.beside]


@pytest.mark.usefixtures("here")
def test_a_post_of_one_block_is_a_post() -> None:
    thread = "".join(
        f'<div class="post"><b>ann</b><div class="post-body">{text}</div></div>'
        for text in ("It sank.", "No.<br><br>Yes.")
    )
    blocks = extract(page(f"<h1>Was it the pier?</h1>{thread}"), kind="html").blocks
    assert [block.text for block in blocks if block.whole == "post"] == ["It sank."]
