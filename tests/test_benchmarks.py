"""The benchmarks compare like with like: a clean project, the same pages by ours and stock MkDocs, the same quotes."""

from __future__ import annotations

import html
import importlib
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest

from factpress.pipeline import check
from factpress.records.date import parse_date

ROOT = Path(__file__).parent.parent
CLAIMS = 12
ARTICLE = re.compile(r'<article class="md-content__inner.*?</article>', re.DOTALL)
# The theme's own: the edit button, and the source that it names below.
BUTTON = re.compile(r'<a href="[^"]*" title="[^"]*" class="md-content__button.*?</a>', re.DOTALL)


def python(*arguments: str | Path) -> str:
    done = subprocess.run([sys.executable, *map(str, arguments)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of the benchmark on a tiny project: what it printed, and all that it built."""
    folder = tmp_path_factory.mktemp("bench")
    printed = python(ROOT / "benchmarks/run.py", "--sizes", str(CLAIMS), "--runs", "1", "--keep", folder)
    (folder / "printed").write_text(printed, "utf-8")
    return folder


def pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}


def said(site: dict[str, str], name: str) -> tuple[list[str], list[str]]:
    """The words of a page's article and where its links lead, in order."""
    found = ARTICLE.search(site[name])
    assert found is not None
    article = BUTTON.sub("", found[0])
    words = re.findall(r"\w+", html.unescape(re.sub(r"<[^<>]*>", " ", article)))
    links = re.findall(r'<a [^>]*?href="([^"]*)"', article)
    return words, [urljoin(f"https://example.org/{name}", link) for link in links]


def test_the_synthetic_project_is_clean_and_has_the_size_that_was_asked_for(kept: Path) -> None:
    ours = kept / str(CLAIMS) / "ours"
    checked = check(ours, today=parse_date("2026-11-24"))
    assert checked.findings == ()
    assert len(checked.book.claims) == CLAIMS
    assert len(checked.book.sources) == CLAIMS // 2
    texts = [path.read_text("utf-8") for path in (ours / "facts/claims").rglob("*.yml")]
    assert 1_000 < sum(map(len, texts)) / CLAIMS < 2_500
    quotes = [piece.quote for claim in checked.book.claims.values() for piece in claim.evidence]
    assert 3 < len(quotes) / CLAIMS < 7
    assert 10 < sum(len(quote.split()) for quote in quotes) / len(quotes) < 20


def test_both_sites_have_the_same_pages_with_the_same_words_and_links(kept: Path) -> None:
    ours, stock = (pages(kept / str(CLAIMS) / name / "site") for name in ("ours", "stock"))
    assert ours.keys() == stock.keys()
    assert len(ours) > CLAIMS + CLAIMS // 2
    records = [name for name in ours if re.fullmatch(r"(claims|sources|entities)/.*", name)]
    assert len(records) > CLAIMS
    for name in records:
        assert said(ours, name) == said(stock, name)
        titles = [re.findall(r"<title>(.*?)</title>", site[name]) for site in (ours, stock)]
        assert titles[0] == titles[1]


def test_one_seed_gives_one_project_and_another_seed_another(kept: Path, tmp_path: Path) -> None:
    for seed, same in (("1", True), ("2", False)):
        python(ROOT / "benchmarks/synthetic.py", str(CLAIMS), tmp_path / seed, "--seed", seed)
        for name in ("ours", "stock"):
            files = [
                {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
                for root in (kept / str(CLAIMS) / name, tmp_path / seed / name)
            ]
            first = {path: data for path, data in files[0].items() if not path.startswith("site/")}
            assert (first == files[1]) is same


def test_the_report_has_a_table_with_a_row_for_each(kept: Path) -> None:
    printed = (kept / "printed").read_text("utf-8")
    rows = [line.split("|")[1].strip() for line in printed.splitlines() if line.startswith("|")]
    assert rows == ["", "---", "`factpress check`", "`factpress build`", "stock MkDocs + Material", "stock ÷ ours"]
    assert "Python" in printed.splitlines()[0]
    assert re.search(r"reading and checking in the plugin \d+\.\d\d s \(\d+%\)", printed)


def test_factpress_accepts_and_refuses_every_quote_of_the_benchmark_rightly() -> None:
    printed = python(ROOT / "benchmarks/quotes.py", "--without-peer", "--rounds", "1")
    assert re.findall(r"^\*\*(.*?)\*\*", printed, re.MULTILINE) == ["The cases of tests/evidence", "A made-up report"]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in printed.splitlines() if line.startswith("|")]
    first, second = rows[: len(rows) // 2], rows[len(rows) // 2 :]
    assert [row[0].partition(",")[0] for row in first] == [row[0].partition(",")[0] for row in second]
    wrong = [row for row in rows if row[0].startswith("wrong")]
    assert len(wrong) == 6
    assert {row[2] for row in wrong} == {"0"}, printed
    assert {row[1] for row in rows} == {"linkml-reference-validator", "---:", "–"}
    assert all(re.fullmatch(r"[\d,]+\.\d", row[2]) for row in rows if row[0].startswith("µs"))
    assert printed.count("by factpress: none.") == 4


def test_every_other_quote_of_the_made_up_report_stands_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    report = importlib.import_module("quotes").report()
    plain = " ".join(report.text.translate(str.maketrans("“”’–−", '""\'--')).split())
    assert 4_500 < len(plain.split()) < 6_000
    assert [f" {quote.words} " in f" {plain} " for quote in report.quotes] == [True, False] * 100
    assert {quote.group for quote in report.quotes if not quote.held} == {"one word", "one digit", "one sign"}
    assert all(5 <= len(quote.words.split()) <= 30 for quote in report.quotes)


def test_an_interpreter_without_the_peer_is_said_and_passed_over(tmp_path: Path) -> None:
    command = [sys.executable, ROOT / "benchmarks/quotes.py", "--rounds", "1", "--peer", tmp_path / "python"]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "linkml-reference-validator is not installed" in done.stderr
    assert "µs a quote" in done.stdout


def test_weighing_is_measured_on_three_quotes_a_claim() -> None:
    printed = python(ROOT / "benchmarks/weighing.py", "--claims", "40", "--rounds", "2")
    counted = re.search(r"\((\d+) claims, (\d+) quotes of (\d+) words, (\d+) figures, (\d+) lines", printed)
    assert counted is not None, printed
    claims, quotes, words, figures, lines = map(int, counted.groups())
    assert (claims, quotes) == (40, 120)
    assert 10 < words < 20 and figures > claims / 2 and lines > 0
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in printed.splitlines() if line.startswith("|")]
    assert [row[0] for row in rows] == ["µs a quote", "---", "weighing", "of it, reading the words", "target"]
    whole, reading = (float(row[1]) for row in rows[2:4])
    assert 0 < reading < whole * 2
