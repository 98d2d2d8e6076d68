"""Payloads in every field of prose and of the site: built as a preview builds them, parsed, and run in a browser."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from browsing import served
from commands import preview, run
from hostile.activity import active, beyond
from hostile.prose_site import KINDS, PLAIN, write_labels, write_pages
from hostile.record_fields import records, site, write
from hostile.row import Row
from playwright.sync_api import Browser, Page

from factpress.exports.format import formats
from factpress.reading.prose import MOST_BRACKETS

AT_ONCE = 300
RUN = 60
MANY = 1000
WORDS = ("script", "onerror", "hacked", "alert", "javascript", "svg")
_EVENTS = """() => {
  const kinds = ["click", "mouseover", "mouseenter", "focus", "focusin", "pointerover", "toggle", "error", "load"];
  for (const element of document.querySelectorAll("article *, header *, nav *, title, meta, [onerror], [onclick]")) {
    if (element.closest("a[href]:not([href^='javascript'])") || element.matches("label, input, form, button")) continue;
    for (const kind of kinds) element.dispatchEvent(new Event(kind, {bubbles: false}));
  }
}"""


def new_project(folder: Path) -> Path:
    """A new site as `factpress init` makes it."""
    done = run("init", str(folder / "site"), "--name", "Harbour facts", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def rows(browser: Browser, payloads: Sequence[str]) -> Iterator[Row]:
    """The rows of prose: pages parsed, entries of the search, labels and tags, the site's own words, and pages run."""
    page = browser.new_page()
    bad: list[str] = []
    parsed = entries = ran = searches = 0
    executed: list[str] = []
    # A paragraph of too many brackets is refused, and one text has a payload in up to ten places of a paragraph.
    few = [payload for payload in payloads if payload.count("[") * 10 <= MOST_BRACKETS]
    for kind, start in product(KINDS, range(0, len(payloads), AT_ONCE)):
        with tempfile.TemporaryDirectory() as folder:
            project = new_project(Path(folder))
            pages = write_pages(project, kind, (few if kind == "text" else payloads)[start : start + AT_ONCE])
            preview(project)
            plain, *texts = [(project / f"site/{name}/index.html").read_text("utf-8") for name, _ in pages]
            expected = next(active(page, [plain]))
            if kind != "title":
                # A picture of the site's own is Markdown, and some payloads have one.
                expected["img"] = MANY
            bad += [f"{pages[n + 1]}: {dict(more)}" for n, more in beyond(page, texts, expected).items()]
            parsed += len(texts)
            found = json.loads((project / "site/search/search_index.json").read_text("utf-8"))["docs"]
            shown = [" ".join([entry["title"], entry["text"], *entry.get("tags", [])]) for entry in found]
            entries += len(shown)
            bad += [f"search {shown[n]!r}: {dict(more)}" for n, more in beyond(page, shown, Counter(img=MANY)).items()]
            if start == 0:
                names = [name for name, _ in pages[1:]]
                looked, searched = run_pages(browser, project / "site", names, executed)
                ran, searches = ran + looked, searches + searched
    yield Row("prose: payloads × all fields", len(payloads), 400, bad)
    yield Row("prose: pages parsed", parsed, 2 * len(payloads))
    yield Row("prose: entries of the search", entries, 2 * len(payloads))
    yield Row("prose: pages run in Chromium, policy off, with events", ran, len(KINDS) * RUN, executed)
    yield Row("prose: searches for words of payloads", searches, len(KINDS) * len(WORDS))
    yield from site_rows(page, payloads)


def run_pages(browser: Browser, folder: Path, names: Sequence[str], executed: list[str]) -> tuple[int, int]:
    """Opens pages in a browser without the policy, sends events to everything, and searches; notes what ran."""
    context = browser.new_context(bypass_csp=True)
    tab = context.new_page()
    context.expose_function("hacked", lambda *words: executed.append(f"hacked: {tab.url}"))
    context.add_init_script("for (const name of ['alert', 'prompt', 'confirm', 'print']) window[name] = () => hacked()")
    with served(folder) as address:
        context.on("request", lambda asked: _elsewhere(asked.url, address, executed))
        step = max(1, len(names) // RUN)
        chosen = names[::step][:RUN]
        for name in chosen:
            tab.goto(f"{address}{name}/")
            tab.evaluate(_EVENTS)
            tab.mouse.move(400, 300)
            if not tab.url.startswith(f"{address}{name}/"):
                executed.append(f"{name}: went to {tab.url}")
        for word in WORDS:
            tab.goto(address)
            search = tab.get_by_role("textbox", name="Search")
            search.click()
            search.press_sequentially(word)
            tab.locator(".md-search-result__meta", has_text="matching").wait_for()
            tab.evaluate(_EVENTS)
            tab.wait_for_timeout(200)
    context.close()
    return len(chosen), len(WORDS)


def _elsewhere(url: str, address: str, executed: list[str]) -> None:
    # Markdown leaves some placeholders of its own in addresses, with a scheme that nobody has.
    if not url.startswith((address, "data:", "blob:", "klzzwxh:")):
        executed.append(f"asked for {url}")


def site_rows(page: Page, payloads: Sequence[str]) -> Iterator[Row]:
    """The rows of labels, tags, the site's own words, and exports."""
    bad: list[str] = []
    labelled = 0
    for start in range(0, len(payloads), 2 * AT_ONCE):
        mine = payloads[start : start + 2 * AT_ONCE]
        counted = []
        for labels in ([f"{PLAIN} {n}" for n in range(len(mine))], mine):
            with tempfile.TemporaryDirectory() as folder:
                project = new_project(Path(folder))
                write_labels(project, labels)
                preview(project)
                pages = {name: (project / "site" / name).read_text("utf-8") for name in _few(project)}
                counted.append(dict(zip(pages, active(page, pages.values()), strict=True)))
        labelled += len(mine)
        plain, hostile = counted
        bad += [f"labels: {name}: {dict(each - plain[name])}" for name, each in hostile.items() if each - plain[name]]
    yield Row("prose: payloads as labels of the navigation and as tags", labelled, 400, bad)
    yield from _whole_sites(page, payloads)


def _few(project: Path) -> list[str]:
    tagged = sorted(path.parent.name for path in (project / "site").glob("tagged-*/index.html"))
    return ["404.html", "index.html", "tags/index.html", *(f"{name}/index.html" for name in tagged)]


def _whole_sites(page: Page, payloads: Sequence[str]) -> Iterator[Row]:
    """Records and a site with one payload everywhere: every page, feed, sitemap and export."""
    bad: list[str] = []
    pages = exported = 0
    step = max(1, len(payloads) // 16)
    expected: dict[str, Counter[str]] = {}
    for payload in [f"{PLAIN} of the harbour", *payloads[::step]]:
        with tempfile.TemporaryDirectory() as folder:
            project = new_project(Path(folder))
            write(project, records(0, payload) | {"facts/site.yml": site(payload)})
            preview(project)
            built = {path.relative_to(project).as_posix(): path for path in sorted((project / "site").rglob("*.html"))}
            counted = dict(zip(built, active(page, [path.read_text("utf-8") for path in built.values()]), strict=True))
            expected = expected or counted
            bad += [
                f"{payload!r} {name}: {dict(each - expected.get(name, Counter()))}"
                for name, each in counted.items()
                if each - expected.get(name, Counter())
            ]
            pages += len(built)
            for name in formats():
                done = run("export", name, f"out-{name}", cwd=project)
                exported += 1
                if done.returncode not in {0, 1}:
                    bad.append(f"export {name} {payload!r}: {done.returncode} {done.stderr}")
            for path in [*project.glob("out-*/**/*.json"), *(project / "site").rglob("*.json")]:
                json.loads(path.read_text("utf-8"))
    yield Row("sites: a payload in every text of records and site: pages parsed", pages, 500, bad)
    yield Row("sites: exports", exported, 30)
