"""The policy of published pages, in a real browser: the site works under it, and what does not belong is stopped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import served
from first_site import PAGES
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, expect

MORE_PAGES = {
    "redirect": "entities/taji-camp/",
    "withdrawn": "claims/taken-back/",
    "aligned-table": "guides/table/",
    "document": "plain.html",
}
TOLD = """
document.addEventListener("securitypolicyviolation", event =>
  console.error("violation", event.effectiveDirective, event.blockedURI, event.sourceFile))
"""
FOREIGN = "http://foreign.test/"
INJECTED = f"""
<script>document.title = "hacked"</script>
<script src="{FOREIGN}x.js"></script>
<img src="{FOREIGN}x.png" alt="">
<img src="nowhere.png" alt="" onerror="document.title = 'hacked'">
<p id="styled" style="position: fixed">x</p>
<style>h1 {{ position: fixed }}</style>
<iframe src="{FOREIGN}" title="x"></iframe>
"""


@pytest.fixture(scope="module")
def address(renewed_site: Path) -> Iterator[str]:
    """The address of a site where nothing can be searched: each page would read all of it for its search."""
    with served(renewed_site, searched=False) as address:
        yield address


@pytest.fixture(scope="module")
def searched(renewed_site: Path) -> Iterator[str]:
    with served(renewed_site) as address:
        yield address


def watched(context: BrowserContext) -> tuple[Page, list[str], list[str]]:
    """A new page, what its console says of errors, and what it asks for."""
    context.add_init_script(TOLD)
    page = context.new_page()
    errors: list[str] = []
    asked: list[str] = []

    def told(message: ConsoleMessage) -> None:
        # Documents without an icon have browsers look for one of the host.
        if message.type == "error" and not message.location["url"].endswith("/favicon.ico"):
            errors.append(message.text)

    page.on("console", told)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    return page, errors, asked


def policy(page: Page) -> str:
    """The policy of a page, which stands first after its charset."""
    first, second, third = page.locator("head > *").evaluate_all("all => all.slice(0, 3).map(each => each.outerHTML)")
    assert first == '<meta charset="utf-8">' and third == '<meta name="referrer" content="no-referrer">'
    assert second.startswith('<meta http-equiv="Content-Security-Policy"')
    return str(second)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
def test_every_kind_of_page_works_under_one_policy(scripts: bool, browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page, errors, asked = watched(context)
    policies = set()
    # Without scripts the pages are the same; which of them there are is looked at with scripts.
    names = PAGES if scripts else ("home", "explainer", "claims", "claim")
    for path in [*(PAGES[name] for name in names), *MORE_PAGES.values()]:
        # A redirect goes on by itself once it is there.
        page.goto(address + path, wait_until="networkidle" if path in MORE_PAGES.values() else "load")
        policies.add(policy(page))
    assert errors == []
    assert len(policies) == 1
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
    context.close()


def test_a_redirect_leads_on_and_a_table_is_aligned(context: BrowserContext, address: str) -> None:
    page, errors, _ = watched(context)
    page.goto(address + MORE_PAGES["redirect"])
    page.wait_for_url("**/entities/camp-taji/")
    page.goto(address + MORE_PAGES["aligned-table"])
    expect(page.get_by_role("cell", name="3")).to_have_css("text-align", "right")
    expect(page.get_by_role("cell", name="Taji")).to_have_css("text-align", "center")
    assert errors == []


@pytest.mark.parametrize("kind", ["claim", "nowhere"])
def test_search_and_dark_colours_work_under_it(kind: str, scripted: BrowserContext, searched: str) -> None:
    page, errors, asked = watched(scripted)
    page.goto(searched + PAGES[kind])
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_title("Switch to dark").click()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    # An inline script of the theme remembers.
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_title("Switch to light").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    # Nothing of the index is loaded before somebody searches.
    index = f"{searched}search/search_index.json"
    assert index not in asked
    if kind == "claim":
        page.get_by_role("textbox", name="Search").click()
    else:
        page.keyboard.press("/")
    page.keyboard.type("Camp Taji coalition died")
    result = page.locator(".md-search-result__link[href*='/claims/taji-deaths/']").first
    expect(result).to_be_visible()
    assert asked.count(index) == 1
    result.click()
    page.wait_for_url("**/claims/taji-deaths/**")
    assert errors == []
    assert [url for url in asked if not url.startswith((searched, "data:"))] == []


def test_what_does_not_belong_is_stopped(scripted: BrowserContext, address: str) -> None:
    page, errors, _ = watched(scripted)
    reached: list[str] = []

    def injected(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</h1>", f"</h1>{INJECTED}"))

    def foreign(route: Route) -> None:
        reached.append(route.request.url)
        route.fulfill(body="document.title = 'hacked'", content_type="text/javascript")

    page.route(f"{address}{PAGES['claim']}", injected)
    page.route(f"{FOREIGN}**", foreign)
    page.goto(address + PAGES["claim"], wait_until="networkidle")
    assert "hacked" not in page.title()
    assert reached == []
    expect(page.locator("#styled")).to_have_css("position", "static")
    expect(page.locator("h1").first).to_have_css("position", "static")
    violations = {tuple(line.split()[1:3]) for line in errors if line.startswith("violation")}
    assert violations == {
        ("script-src-elem", "inline"),
        ("script-src-elem", f"{FOREIGN}x.js"),
        ("script-src-attr", "inline"),
        ("style-src-attr", "inline"),
        ("style-src-elem", "inline"),
        ("img-src", f"{FOREIGN}x.png"),
        ("frame-src", FOREIGN.rstrip("/")),
    }
