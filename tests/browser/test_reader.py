"""A reader's way through the site, in a real browser, with scripts on and off."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browsing import WIDER, violations, with_axe, without_scripts
from first_site import PAGES, claims
from playwright.sync_api import Browser, BrowserContext, Page, expect

# Pages that between them show every part there is, and those that show every part that has colours; an explainer,
# with an open note, is looked at in test_notes.
KINDS = {
    "home", "contribute", "claims", "claim-with-a-table", "refuted-claim", "source", "article",
    "covered-article", "open-questions", "method", "nowhere",
}  # fmt: skip
COLOURED = {"claims", "refuted-claim", "covered-article"}


def followed(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name).first.click()
    page.wait_for_load_state()


def test_from_home_to_a_claim_its_source_another_claim_and_back(page: Page, site: str) -> None:
    page.goto(site)
    followed(page, "Leaving Qayyarah")
    assert urlsplit(page.url).path == "/explainers/leaving-qayyarah/"
    followed(page, "Three service members of the coalition died")
    expect(page.get_by_role("main")).to_contain_text("Camp Taji")
    assert urlsplit(page.url).path == "/claims/taji-deaths/"
    followed(page, "Al Bawaba, 27 March 2020")
    assert urlsplit(page.url).path == "/sources/al-bawaba-2020-03-27/"
    page.get_by_role("main").locator("h3 a[href*='/green-zone-rockets/']").click()
    page.wait_for_load_state()
    assert urlsplit(page.url).path == "/claims/green-zone-rockets/"
    for _ in range(4):
        page.go_back()
    assert page.url == site
    expect(page.get_by_role("heading", level=1)).to_contain_text("Leaving Qayyarah")


def test_a_claim_says_its_verdict_first_and_then_how_it_stands(page: Page, site: str, repository: Path) -> None:
    record = claims(repository)["taji-deaths"]
    page.goto(site + "claims/taji-deaths/")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile(r"Accurate:\s+" + re.escape(record["finding"]))
    )
    expect(page.locator(".fp-standing")).to_have_text(re.compile(r"Several sources, independent of each other: \S"))
    quotes, proofs = page.locator(".fp-quote"), page.locator(".fp-proof")
    assert quotes.count() == proofs.count() > 10
    assert page.title().startswith(record["finding"]) and not record["finding"].startswith(record["claim"])


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_row_of_the_voices_says_whose_it_is(width: int, scripted_page: Page, site: str) -> None:
    page = scripted_page
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site + "claims/iraqi-toll/")
    table = page.get_by_role("table").first
    expect(table.get_by_role("columnheader")).to_have_count(3)
    head = table.get_by_role("rowheader", name="Agence France-Presse")
    value = table.get_by_role("cell").filter(has_text="five").first
    above = head.bounding_box(), value.bounding_box()
    assert above[0] is not None and above[1] is not None
    # Where it is narrow, a voice's name is a line of its own above what it says.
    assert (above[0]["y"] + above[0]["height"] <= above[1]["y"] + 1) == (width < 1280)
    assert table.evaluate("e => e.scrollWidth <= e.clientWidth")


def test_a_quote_opens_how_it_was_read(page: Page, site: str) -> None:
    page.goto(site + "claims/taji-deaths/")
    page.get_by_text("quotes in full").click()
    proof = page.locator("details.fp-proof").first
    whole = proof.get_by_text("our tool read")
    expect(whole).to_be_hidden()
    proof.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(whole).to_be_visible()


def test_search_finds_a_claim_by_its_id_too(
    scripted_page: Page, first_site: Path, serve_folder: Callable[[Path], str]
) -> None:
    page = scripted_page
    page.goto(serve_folder(first_site))
    page.get_by_role("textbox", name="Search").click()
    page.get_by_role("textbox", name="Search").press_sequentially("curfew-first-extension")
    result = page.locator(".md-search-result__link[href*='/claims/curfew-first-extension/']").first
    expect(result).to_be_visible()
    result.click()
    page.wait_for_url("**/claims/curfew-first-extension/**")


@pytest.mark.parametrize("name", sorted(KINDS))
def test_axe_finds_nothing(name: str, look: Callable[[int, str], Page], site: str) -> None:
    # `make audit` looks at every page in every form.
    page = look(320, "light")
    page.goto(site + PAGES[name])
    assert violations(page) == []
    assert page.evaluate(WIDER) == 0
    if name in COLOURED:
        look(1280, "dark")
        assert violations(page) == []
        assert page.evaluate(WIDER) == 0


def test_axe_finds_nothing_on_pages_without_scripts(browser: Browser, site: str) -> None:
    context = with_axe(browser.new_context(viewport={"width": 390, "height": 900}))
    without_scripts(context)
    page = context.new_page()
    for name in ("claim", "contribute"):
        page.goto(site + PAGES[name])
        assert page.evaluate("document.scripts.length") == 0
        assert violations(page) == []
    context.close()


def test_the_edit_link_opens_the_record(page: Page, site: str) -> None:
    page.goto(site + "claims/taji-deaths/")
    link = page.get_by_role("link", name="Edit this page")
    expect(link).to_have_attribute("href", "https://example.org/edit/facts/claims/casualties/taji-deaths.yml")


def test_markup_in_records_is_text_everywhere(
    unguarded: BrowserContext, serve_folder: Callable[[Path], str], extreme_site: Callable[[str], Path]
) -> None:
    said: list[str] = []
    page = unguarded.new_page()
    page.expose_function("hacked", lambda words: said.append(words))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    address = serve_folder(extreme_site("markup"))
    for path in ("", "claims/", "claims/pier-opened/", "sources/", "sources/gazette-2021-05-30/", "entities/",
                 "entities/harbour-gazette/"):  # fmt: skip
        page.goto(address + path)
        assert page.locator("main iframe, main article script, main article img, main article svg[onload]").count() == 0
    page.goto(address + "claims/pier-opened/")
    claim = "The pier <script>hacked('claim')</script> \"opened' {{ 7*7 }} <img src=x onerror=hacked('claim')>."
    expect(page.get_by_role("heading", level=1)).to_contain_text(claim)
    assert page.title().startswith(claim)
    expect(page.get_by_text("the north pier </p><script>hacked('quote')</script> was opened to").first).to_be_visible()
    page.goto(address + "claims/")
    expect(page.get_by_role("main").get_by_role("link", name=claim)).to_be_visible()
    page.goto(address + "entities/harbour-gazette/")
    expect(page.get_by_text("<b>bold</b> {{ 7*7 }} ${7*7} <%= 7*7 %>")).to_be_visible()
    page.get_by_role("textbox", name="Search").click()
    page.get_by_role("textbox", name="Search").press_sequentially("pier opened")
    result = page.locator(".md-search-result__item").filter(has=page.locator("a[href*='/claims/pier-opened/']"))
    expect(result.first).to_contain_text("<img src=x onerror=hacked('claim')>")
    page.wait_for_timeout(300)
    assert said == []
