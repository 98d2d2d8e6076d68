"""`factpress snapshot --all`: a folder of saved files, each found by its page's address, its name or a map."""

from __future__ import annotations

import plistlib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from reading_here import read_here

from factpress.cli import side_by_side
from factpress.cli.examples import lay
from factpress.cli.main import group
from factpress.pipeline import check
from factpress.site.clock import today

GAZETTE = "gazette-2021-05-30"
RECEIPT = f"facts/receipts/{GAZETTE}.json"
QUOTE = "the north pier was opened to the public on Saturday"
BODY = f"<body><article><h1>Pier opens</h1><p>At last {QUOTE}. It is open.</p></article></body>"


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay("", tmp_path)
    (tmp_path / RECEIPT).unlink()
    (tmp_path / "saved").mkdir()
    read_here(monkeypatch)
    monkeypatch.setattr(side_by_side, "WORKERS", 1)
    return tmp_path


def page(head: str = "") -> str:
    return f"<!doctype html><html lang=en><head><title>Pier opens</title>{head}</head>{BODY}</html>"


def read_all(harbour: Path, *options: str, **files: str) -> Result:
    for name, text in files.items():
        stem, _, ending = name.rpartition("_")
        (harbour / "saved" / f"{stem}.{ending}").write_text(text, "utf-8")
    return CliRunner().invoke(group, ["snapshot", "--all", str(harbour / "saved"), *options, "--project", str(harbour)])


def findings(harbour: Path) -> list[str]:
    return sorted(finding.name for finding in check(harbour, today=today()).findings)


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="{}">',
        "<link href='{}' rel=\"canonical\">",
        '<meta property="og:url" content="http://www.{}#top">',
        '<meta content="{}/?utm_source=mail" name="og:url">',
        "<!-- saved from url=(0036){} -->",
    ],
)
def test_a_file_is_found_by_the_address_in_it(head: str, harbour: Path) -> None:
    source = harbour / f"facts/sources/{GAZETTE}.yml"
    url = check(harbour, today=today()).book.sources[GAZETTE].url
    if url is None:
        url = "https://gazette.example/pier"
        source.write_text(f"{source.read_text('utf-8')}url: {url}\n", "utf-8")
    address = url.removeprefix("https://").removeprefix("www.") if "http://" in head else url
    done = read_all(harbour, page_html=page(head.format(address)))
    assert done.exit_code == 0, done.output
    assert done.output == (
        f"{GAZETTE}   1 found    0 not  page.html\n"
        "1 file: 1 receipt written, 0 kept as they were; 1 quote found, 0 not\n"
    )
    assert findings(harbour) == ["never-confirmed"]


ADDRESS = "https://gazette.example/2021/pier"
DATA = f'<script type="application/ld+json">{{"@type": "NewsArticle", "mainEntityOfPage": "{ADDRESS}"}}</script>'
FILES: dict[str, Callable[[], bytes]] = {
    "page.html": lambda: page(DATA).encode(),
    "page.webarchive": lambda: plistlib.dumps(
        {"WebMainResource": {"WebResourceData": page().encode(), "WebResourceURL": ADDRESS}}, fmt=plistlib.FMT_BINARY
    ),
    "page.mhtml": lambda: (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nContent-Type: multipart/related; "
        f'boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n{page()}\r\n--x--\r\n'
    ).encode(),
}


@pytest.mark.parametrize("name", FILES)
def test_an_address_in_data_or_in_the_file_around_a_page_is_found(name: str, harbour: Path) -> None:
    source = harbour / f"facts/sources/{GAZETTE}.yml"
    lines = [line for line in source.read_text("utf-8").splitlines() if not line.startswith("url:")]
    source.write_text("\n".join([*lines, f"url: {ADDRESS}\n"]), "utf-8")
    (harbour / "saved" / name).write_bytes(FILES[name]())
    (harbour / "saved" / "other.html").write_text(page(DATA.replace("2021", "2022")), "utf-8")
    done = read_all(harbour)
    assert done.exit_code == 0 and f"{GAZETTE}   1 found    0 not  {name}\n" in done.output, done.output
    assert "of no source, by address or name: other.html\n" in done.output


@pytest.mark.parametrize("name", ["page.webarchive", "page.mhtml"])
def test_a_new_source_has_the_address_of_the_file_around_its_page(name: str, harbour: Path) -> None:
    (harbour / name).write_bytes(FILES[name]())
    given = ["--root", "harbour-gazette", "--undated", "It gives none.", "--id", "x", "--project", str(harbour)]
    done = CliRunner().invoke(group, ["new", "source", "--page", str(harbour / name), *given])
    assert done.exit_code == 0 and f"url: {ADDRESS}\n" in (harbour / "facts/sources/x.yml").read_text("utf-8"), (
        done.output
    )


def test_a_file_is_found_by_its_name_or_by_a_map(harbour: Path) -> None:
    (harbour / "saved" / f"{GAZETTE}.txt").write_text(f"At last {QUOTE}.", "utf-8")
    assert read_all(harbour).exit_code == 0
    (harbour / RECEIPT).unlink()
    (harbour / "saved" / f"{GAZETTE}.txt").rename(harbour / "saved" / "page one.txt")
    assert f"quoted sources without file and receipt: {GAZETTE}\n" in read_all(harbour).output
    (harbour / "map.txt").write_text(f"# files\n{GAZETTE} page one.txt\n", "utf-8")
    assert read_all(harbour, "--map", str(harbour / "map.txt")).exit_code == 0 and findings(harbour) == [
        "never-confirmed"
    ]
    (harbour / "map.txt").write_text("gazette-2021-05-31 page one.txt\n", "utf-8")
    wrong = read_all(harbour, "--map", str(harbour / "map.txt"))
    assert (
        wrong.exit_code == 2
        and "map.txt:1: there is no valid source `gazette-2021-05-31`; did you mean" in wrong.output
    )


def test_what_was_not_found_and_files_of_no_source_are_said(harbour: Path) -> None:
    (harbour / "saved/page_files").mkdir()
    (harbour / "saved/page_files/frame.html").write_text("<p>An advertisement.</p>", "utf-8")
    (harbour / "saved/picture.png").write_bytes(b"\x89PNG")
    (harbour / "saved" / f"{GAZETTE}.html").write_text(page().replace("on Saturday", "on Sunday"), "utf-8")
    done = read_all(harbour, other_html=page())
    assert done.exit_code == 1, done.output
    assert f"{GAZETTE}   0 found    1 not  {GAZETTE}.html\n" in done.output
    assert f"not found: `{QUOTE}`\n" in done.output and "of no source, by address or name: other.html\n" in done.output
    assert "2 files: 1 receipt written" in done.output


def test_a_text_that_loses_quotes_does_not_replace_a_receipt(harbour: Path) -> None:
    file = harbour / "saved" / f"{GAZETTE}.html"
    file.write_text(page(), "utf-8")
    assert read_all(harbour).exit_code == 0
    before = (harbour / RECEIPT).read_bytes()
    file.write_text(page().replace("on Saturday", "on Sunday"), "utf-8")
    done = read_all(harbour)
    assert done.exit_code == 1 and "kept as it was: this text loses quotes" in done.output
    assert (harbour / RECEIPT).read_bytes() == before
    assert read_all(harbour, "--replace").exit_code == 1 and (harbour / RECEIPT).read_bytes() != before


def test_one_source_or_a_folder_is_read(harbour: Path) -> None:
    for command in (["snapshot"], ["snapshot", GAZETTE, "--all", str(harbour / "saved")]):
        done = CliRunner().invoke(group, [*command, "--project", str(harbour)])
        assert done.exit_code == 2 and "either a source's id or --all DIR" in done.output
    assert "has no saved pages, PDFs or texts" in read_all(harbour).output


def test_quotes_of_a_source_that_nobody_read_are_one_finding(harbour: Path) -> None:
    claim = harbour / "facts/claims/harbour/pier-opened.yml"
    again = claim.read_text("utf-8").replace(QUOTE, "the pier is open to all from today")
    (claim.parent / "pier-stays-open.yml").write_text(again, "utf-8")
    found = [finding for finding in check(harbour, today=today()).findings if finding.name == "unread-quote"]
    assert [finding.message for finding in found] == [
        f"unverified quote: `{GAZETTE}` has no receipt, for this and 1 other quote"
    ]
