"""The benchmarks compare like with like: clean projects, the same pages by all three builders, the same quotes."""

from __future__ import annotations

import importlib
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml
from once import once

from factpress.pipeline import check
from factpress.records.date import parse_date

ROOT = Path(__file__).parent.parent
CLAIMS = 12
PROJECTS = ("ours", "stock", "hugo")
DICE = Random(3)  # noqa: S311 nothing here is secret
LINK = re.compile(r"(?<=\]\()[^()]*(?=\))")
# Examples of rules have links of their own.
CODE = re.compile(r"^ {4}.*$|^```.*?^```", re.MULTILINE | re.DOTALL)


def python(*arguments: str | Path) -> str:
    done = subprocess.run([sys.executable, *map(str, arguments)], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Imports a module of the benchmarks by its name."""
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    return importlib.import_module


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of the benchmark on a tiny project: what it printed, and all that it built."""

    def make(folder: Path) -> None:
        # Without Hugo, wherever it is installed: the tests do the same everywhere.
        command = [ROOT / "benchmarks/run.py", "--sizes", CLAIMS, "--runs", "1", "--keep", folder, "--hugo", folder]
        done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stdout + done.stderr
        (folder / "printed").write_text(done.stdout, "utf-8")
        (folder / "told").write_text(done.stderr, "utf-8")

    return once(tmp_path_factory, "bench", make)


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


def test_both_sites_have_the_same_pages_with_the_same_words_and_links(
    kept: Path, module: Callable[[str], ModuleType]
) -> None:
    fairness = module("fairness")
    ours, stock = (kept / str(CLAIMS) / name / "site" for name in ("ours", "stock"))
    names = fairness.addresses(ours)
    assert names == fairness.addresses(stock)
    assert len(names) > CLAIMS + CLAIMS // 2
    records = fairness.records(names)
    assert CLAIMS < len(records) < fairness.MOST
    for name in records:
        own = fairness.content(ours, name)
        assert own == fairness.content(stock, name)
        assert own.title.endswith(" - Harbour facts") and len(own.words) > 5 and own.links
    assert list(fairness.differences(ours, stock)) == []


@pytest.mark.parametrize(
    ("before", "after", "difference"),
    [
        pytest.param("<title>", "<title>Not ", "title", id="another title"),
        pytest.param("were hurt", "were not hurt", "words", id="another word"),
        pytest.param('href="../../sources/', 'href="../../entities/', "links", id="another link"),
        pytest.param("", "", "", id="no page"),
    ],
)
def test_a_site_that_says_something_else_is_not_a_fair_comparison(
    kept: Path, tmp_path: Path, module: Callable[[str], ModuleType], before: str, after: str, difference: str
) -> None:
    ours, other = kept / str(CLAIMS) / "ours/site", tmp_path / "site"
    shutil.copytree(ours, other)
    page = next(path for path in sorted(other.glob("claims/*/index.html")) if "were hurt" in path.read_text("utf-8"))
    name = page.relative_to(other).as_posix()
    if difference:
        page.write_text(page.read_text("utf-8").replace(before, after), "utf-8")
        expected = f"{name} has other {difference} in {other}"
    else:
        page.unlink()
        expected = f"{name} is only in {ours}"
    assert list(module("fairness").differences(ours, other)) == [expected]


def test_hugo_gets_the_same_markdown_at_the_same_addresses_with_links_to_them(kept: Path) -> None:
    stock, hugo = kept / str(CLAIMS) / "stock/docs", kept / str(CLAIMS) / "hugo/content"
    files = {path.relative_to(stock).as_posix(): path.read_text("utf-8") for path in stock.rglob("*.md")}
    pages = {path.relative_to(hugo).as_posix(): path.read_text("utf-8") for path in hugo.rglob("*.md")}
    # An index.md would take the other files of its folder for parts of its page.
    assert pages.keys() == {re.sub(r"(^|/)index\.md$", r"\1_index.md", name) for name in files}
    assert len(files) > CLAIMS + CLAIMS // 2
    links = 0
    for name, text in files.items():
        page = pages[re.sub(r"(^|/)index\.md$", r"\1_index.md", name)]
        assert LINK.sub("", page) == LINK.sub("", text)
        to_files = [urljoin(f"https://example.org/{name}", link) for link in LINK.findall(CODE.sub("", text))]
        addresses = [urljoin(f"https://example.org/{address(name)}", link) for link in LINK.findall(CODE.sub("", page))]
        assert addresses == [address(link) for link in to_files]
        links += len(addresses)
    assert links > 10 * CLAIMS


def address(file: str) -> str:
    """Where the Markdown file of a page leads, with an anchor if there is one; anything else stays as it is."""
    return re.sub(r"\.md(?=#|$)", "/", re.sub(r"(^|/)index\.md(?=#|$)", r"\1", file))


def entries(nav: list[Any]) -> Iterator[tuple[str, str | None]]:
    """The titles of a navigation and where each leads, those within a section after it."""
    for entry in nav:
        ((title, target),) = entry.items()
        if isinstance(target, list):
            yield title, None
            yield from entries(target)
        else:
            yield title, f"/{address(target)}".rstrip("/") or "/"


def test_hugo_frames_each_page_as_the_other_sites_do_and_changes_no_word_of_it(kept: Path) -> None:
    hugo = kept / str(CLAIMS) / "hugo"
    layout = (hugo / "layouts/all.html").read_text("utf-8")
    assert "{{ .Title }} - {{ site.Title }}{{ end }}</title>" in layout
    assert re.search(r'<article class="site-content__inner[^>]*>\s*\{\{ \.Content \}\}\s*</article>', layout)
    for part in ("<header", "Table of contents", "Edit this page"):
        assert part in layout
    partials = {path.name for path in (hugo / "layouts/_partials").iterdir()}
    assert set(re.findall(r'partialCached "([^"]+)"', layout)) == partials
    config = yaml.safe_load((hugo / "hugo.yaml").read_text("utf-8"))
    mkdocs = yaml.safe_load((kept / str(CLAIMS) / "stock/mkdocs.yml").read_text("utf-8"))
    assert (config["title"], config["baseURL"]) == (mkdocs["site_name"], mkdocs["site_url"])
    assert config["disableKinds"] == ["taxonomy", "term", "rss"]
    extensions = config["markup"]["goldmark"]["extensions"]
    assert extensions.pop("typographer") == {"disable": True}
    assert not any(extensions.values())
    menu = config["menus"]["main"]
    assert [(item["name"], item.get("pageRef")) for item in menu] == list(entries(mkdocs["nav"]))
    parents = [title for entry in mkdocs["nav"] for title, target in entry.items() if isinstance(target, list)]
    assert list(dict.fromkeys(item["parent"] for item in menu if "parent" in item)) == parents


def test_one_seed_gives_one_project_and_another_seed_another(
    kept: Path, tmp_path: Path, module: Callable[[str], ModuleType]
) -> None:
    for seed, same in ((1, True), (2, False)):
        module("synthetic").write(tmp_path / str(seed), claims=CLAIMS, seed=seed)
        for name in PROJECTS:
            files = [
                {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
                for root in (kept / str(CLAIMS) / name, tmp_path / str(seed) / name)
            ]
            first = {path: data for path, data in files[0].items() if not path.startswith("site/")}
            assert (first == files[1]) is same


def test_the_report_has_a_table_with_a_row_for_each(kept: Path) -> None:
    printed = (kept / "printed").read_text("utf-8")
    rows = [line.split("|")[1].strip() for line in printed.splitlines() if line.startswith("|")]
    assert rows == ["", "---", "`factpress check`", "`factpress build`", "stock MkDocs + Material", "stock ÷ ours"]
    assert "Python" in printed.splitlines()[0]
    assert "Hugo is not installed" in (kept / "told").read_text("utf-8")
    parts = re.search(r"^Inside our build, on average: (.*)\.$", printed, re.MULTILINE)
    assert parts is not None, printed
    found = re.findall(r"([^;]+?) (\d+\.\d\d) s \((\d+)%\)", parts[1])
    assert [name.strip("; ") for name, _, _ in found] == [
        "reading and checking",
        "our pages",
        "starting, MkDocs with its theme and search, and writing",
    ]
    assert all(float(seconds) > 0 for _, seconds, _ in found)
    assert 99 <= sum(int(share) for _, _, share in found) <= 101


def test_the_parts_of_several_builds_make_up_their_average(module: Callable[[str], ModuleType]) -> None:
    said = module("run").shares([8.0, 12.0], [{"check": 1.0, "pages": 3.0}, {"check": 3.0, "pages": 3.0}])
    assert "reading and checking 2.00 s (20%); our pages 3.00 s (30%); starting" in said
    assert said.endswith(" 5.00 s (50%).")


def test_the_table_has_hugo_and_its_ratio_where_hugo_was_measured(module: Callable[[str], ModuleType]) -> None:
    run, measuring = module("run"), module("measuring")
    taken = {
        "check": [measuring.Run(1.0, 1.0, 50_000_000)],
        "build": [measuring.Run(9.0, 8.0, 60_000_000)],
        "stock": [measuring.Run(13.5, 12.0, 90_000_000)],
        "hugo": [measuring.Run(1.5, 2.0, 120_000_000)],
    }
    outputs = {name: run.Output(10, 200_000, 20_000.0) for name in ("build", "stock", "hugo")}
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in run.table(taken, outputs, 100)]
    assert [row[0] for row in rows[4:]] == ["stock MkDocs + Material", "Hugo", "stock ÷ ours", "ours ÷ Hugo"]
    assert rows[5][1:6] == ["1.50", "–", "2.00", "15.00", "150.00"]
    assert rows[6][1:] == ["1.50", "", "1.50", "1.50", "1.50", "1.50", "1.00", "1.00"]
    assert rows[7][1:] == ["6.00", "", "4.00", "6.00", "6.00", "0.50", "1.00", "1.00"]


def test_hugo_is_found_in_its_environment_and_asked_for_its_version(
    tmp_path: Path, module: Callable[[str], ModuleType]
) -> None:
    run = module("run")
    assert run.hugo_of(tmp_path) == ""
    program = tmp_path / "lib/python3.11/site-packages/hugo/binaries/hugo"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\necho 'hugo v0.168.0-e27a676+extended linux/amd64'\n", "utf-8")
    assert run.version_of(str(program)) == "", "a file that can't be run"
    program.chmod(0o755)
    assert run.hugo_of(tmp_path) == str(program)
    assert run.version_of(str(program)) == "Hugo 0.168.0"


def test_every_claim_has_a_source_that_agrees_and_every_source_appears_before_it_is_read(
    module: Callable[[str], ModuleType],
) -> None:
    synthetic, claims = module("synthetic"), 0
    for path, text in synthetic.files(200, seed=3):
        if path.startswith("facts/claims/"):
            claims += 1
            assert "stance" not in yaml.safe_load(text)["evidence"][0], path
    assert claims == 200
    port = module("statements").Entity("port", "Port", "Organization")
    texts = [text for _, text in synthetic.source_files(5_300, [port], DICE)]
    issued, accessed = (re.findall(rf"^{key}: (\S+)$", "".join(texts), re.MULTILINE) for key in ("issued", "accessed"))
    assert len(issued) == len(accessed) == 5_300
    assert max(issued) <= min(accessed)


def test_an_article_prints_no_sentence_twice(module: Callable[[str], ModuleType]) -> None:
    printed: set[str] = set()
    quotes = [module("statements").new_quote("two boats came", printed, DICE) for _ in range(40)]
    assert len(set(quotes)) == 40 and printed == set(quotes)
    assert all("two boats came" in quote for quote in quotes)


def test_start_up_is_measured_beside_an_empty_click_group(kept: Path) -> None:
    project = kept / str(CLAIMS) / "ours"
    printed = python(ROOT / "benchmarks/startup.py", "--runs", "1", "--project", project)
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in printed.splitlines() if line.startswith("|")]
    assert [row[0] for row in rows] == [
        "",
        "---",
        "Python alone",
        "an empty click group, `--help`",
        "`factpress --help`",
        "`factpress --version`",
        "`factpress check`",
        "imports of `factpress check`",
    ]
    assert rows[3][2] == "1.00"
    assert all(float(cell) > 0 for row in rows[2:] for cell in row[1:])
    assert re.search(r"^Share of imports in `factpress check`.*: \d+% \(here\)\.$", printed, re.MULTILINE)


def test_start_up_of_another_checkout_is_set_beside_ours(module: Callable[[str], ModuleType]) -> None:
    startup = module("startup")
    seconds = {startup.PYTHON: 0.02, startup.EMPTY: 0.05, startup.CHECK: 0.8, startup.IMPORTS: 0.42}
    medians = {("here", name): value for name, value in seconds.items()}
    medians |= {("beside", name): value * 2 for name, value in seconds.items()}
    rows = list(startup.table(medians))
    assert rows[0] == "|  | here, ms | ÷ empty group | beside, ms | ÷ empty group | beside ÷ here |"
    assert rows[4] == "| `factpress check` | 800 | 16.00 | 1600 | 16.00 | 2.00 |"
    assert rows[-2].endswith(": 50% (here), 50% (beside).")
    printed = subprocess.run(
        [sys.executable, ROOT / "benchmarks/startup.py", "--beside", ROOT / "docs"], capture_output=True, text=True
    )
    assert printed.returncode == 2 and "has no generator/factpress" in printed.stderr


def test_factpress_accepts_and_refuses_every_quote_of_the_benchmark_rightly(tmp_path: Path) -> None:
    command = [sys.executable, ROOT / "benchmarks/quotes.py", "--rounds", "1", "--peer", tmp_path / "python"]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    # An interpreter without the peer is reported, and factpress is measured alone.
    assert "linkml-reference-validator is not installed" in done.stderr
    printed = done.stdout
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
    report = importlib.import_module("quote_lists").report()
    plain = " ".join(report.text.translate(str.maketrans("“”’–−", '""\'--')).split())
    assert 4_500 < len(plain.split()) < 6_000
    assert [f" {quote.words} " in f" {plain} " for quote in report.quotes] == [True, False] * 100
    assert {quote.group for quote in report.quotes if not quote.held} == {"one word", "one digit", "one sign"}
    assert all(5 <= len(quote.words.split()) <= 30 for quote in report.quotes)


def test_weighing_is_measured_on_three_quotes_a_claim() -> None:
    printed = python(ROOT / "benchmarks/weighing.py", "--claims", "40", "--rounds", "2", "--times", "4")
    counted = re.search(r"\((\d+) claims, (\d+) quotes of (\d+) words, (\d+) figures, (\d+) lines", printed)
    assert counted is not None, printed
    claims, quotes, words, figures, lines = map(int, counted.groups())
    assert (claims, quotes) == (40, 120)
    assert 10 < words < 20 and figures > claims / 2 and lines > 0
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in printed.splitlines() if line.startswith("|")]
    assert [row[0] for row in rows[:5]] == ["µs a quote", "---", "weighing", "of it, reading the words", "target"]
    assert rows[5][3] == "ratio" and len(rows) >= 15
    assert all(float(cell) > 0 for row in rows[7:] for cell in row[1:])
    whole, reading = (float(row[1]) for row in rows[2:4])
    assert reading > 0 and whole > 0
