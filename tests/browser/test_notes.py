"""Notes beside claim links: opened and closed by any means, with scripts on and off; read and printed as endnotes."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from browsing import WIDER, violations
from playwright.sync_api import Browser, Locator, Page, expect
from selectolax.lexbor import LexborHTMLParser

IS_OPEN = "e => e.matches(':popover-open')"
# Two links of the page lead to the claim of this note; the first is in the answer.
SHARED = 2
LINKS = "article a.fp-claim"


def opened(page: Page, site: str) -> Page:
    page.goto(site + "explainers/leaving-qayyarah/")
    return page


def button(page: Page, number: int = SHARED) -> Locator:
    return page.locator(f"button.fp-note-button[popovertarget=note-{number}]").first


def note(page: Page, number: int = SHARED) -> Locator:
    return page.locator(f"#note-{number}")


def is_open(page: Page, number: int = SHARED) -> bool:
    return bool(note(page, number).evaluate(IS_OPEN))


def test_a_click_opens_the_note_itself_and_its_own_button_closes_it(page: Page, site: str) -> None:
    opened(page, site)
    button(page).click()
    assert is_open(page)
    expect(note(page)).to_be_in_viewport()
    assert note(page).evaluate("e => getComputedStyle(e).position") == "fixed"
    expect(note(page)).to_contain_text("Accurate · several sources")
    note(page).get_by_role("button", name="Close note 2").click()
    assert not is_open(page)
    assert note(page).evaluate("e => getComputedStyle(e).position") == "static"


def test_a_click_outside_closes_it(page: Page, site: str) -> None:
    opened(page, site)
    button(page).click()
    assert is_open(page)
    page.get_by_role("heading", level=1).click()
    assert not is_open(page)


@pytest.mark.parametrize("inside", [False, True], ids=["from the button", "from inside the note"])
def test_enter_opens_it_and_escape_closes_it_and_gives_back_the_focus(inside: bool, page: Page, site: str) -> None:
    opened(page, site)
    button(page).focus()
    page.keyboard.press("Enter")
    assert is_open(page)
    if inside:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.fp-note').id") == f"note-{SHARED}"
    page.keyboard.press("Escape")
    assert not is_open(page)
    expect(button(page)).to_be_focused()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts on", "scripts off"])
def test_a_tap_opens_it_as_a_sheet_at_the_foot_of_a_phone(scripts: bool, browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=scripts, has_touch=True, viewport={"width": 390, "height": 844})
    page = opened(context.new_page(), site)
    button(page).tap()
    assert is_open(page)
    box = note(page).bounding_box()
    assert box is not None
    assert (box["x"], box["width"]) == (0, 390)
    assert box["y"] + box["height"] == 844 and box["height"] <= 0.7 * 844 + 1
    context.close()


def test_one_claim_has_one_note_and_every_link_to_it_a_button(page: Page, site: str) -> None:
    opened(page, site)
    assert page.locator(f"button.fp-note-button[popovertarget=note-{SHARED}]").count() > 1
    tree = LexborHTMLParser(page.content())
    links, buttons = tree.css(LINKS), tree.css("button.fp-note-button")
    assert len(links) == len(buttons) > 40
    for link, opener in zip(links, buttons, strict=True):
        target = tree.css_first(f"#{opener.attributes['popovertarget']}")
        assert target is not None
        assert target.css_first(f"a[href='{link.attributes['href']}']") is not None, link.text()
        number = opener.text()
        assert re.fullmatch(rf"Note {number}: [a-z ]+", opener.attributes["aria-label"] or "")
    first = page.locator(LINKS).first
    claim = str(first.get_attribute("href")).rstrip("/").rpartition("/")[2]
    first.click()
    expect(page).to_have_url(re.compile(f"/claims/{claim}/"))


def test_closed_notes_are_folded_by_verdict_and_opened_together(page: Page, site: str) -> None:
    opened(page, site)
    notes = page.locator(".fp-note")
    assert notes.count() == page.locator(".fp-notes li").count() > 30
    group = page.locator("#notes-accurate")
    folded = group.locator(".fp-note")
    expect(folded.first).to_be_hidden()
    # The page is as long while a note is open: it was folded away.
    height = "document.documentElement.scrollHeight"
    before = page.evaluate(height)
    button(page).click()
    assert page.evaluate(height) == before
    page.keyboard.press("Escape")
    group.locator("summary").click()
    for each in folded.all():
        expect(each).to_be_visible()
    expect(page.locator(".fp-note-close").first).to_be_hidden()


def test_endnotes_are_printed_with_their_numbers_and_no_navigation(scripted_page: Page, site: str) -> None:
    page = opened(scripted_page, site)
    page.emulate_media(media="print")
    for each in page.locator(".fp-note").all():
        expect(each).to_be_visible()
    assert page.locator(".fp-notes li").first.evaluate("e => getComputedStyle(e).display") == "list-item"
    expect(button(page)).to_be_visible()
    for name in (".md-header", ".md-tabs", ".md-sidebar--secondary", ".md-footer", ".fp-note-close"):
        expect(page.locator(name).first).to_be_hidden()
    assert page.locator(".fp-notes li").first.evaluate("e => getComputedStyle(e).breakInside") == "avoid"


def test_an_open_note_is_accessible_and_nothing_scrolls_sideways(look: Callable[[int, str], Page], site: str) -> None:
    page = opened(look(320, "light"), site)
    button(page).click()
    for width, scheme in ((320, "light"), (1280, "dark")):
        look(width, scheme)
        assert is_open(page)
        assert violations(page) == []
        assert page.evaluate(WIDER) == 0
        sizes = page.locator(".fp-note-button").evaluate_all(
            "all => all.map(e => e.getBoundingClientRect()).map(r => Math.min(r.width, r.height))"
        )
        assert min(sizes) >= 24


def test_verdicts_differ_by_shape_where_colours_are_the_reader_s_own(scripted_page: Page, site: str) -> None:
    page = scripted_page
    page.emulate_media(forced_colors="active")
    page.goto(site + "claims/")
    marks = page.locator(".fp-list .fp-shape")
    shapes = marks.evaluate_all("all => all.map(e => [e.parentElement.innerText.split(' ·')[0], e.innerHTML])")
    assert (
        len({words for words, _ in shapes}) == len({shape for _, shape in shapes}) == len(set(map(tuple, shapes))) > 4
    )
    colours = marks.evaluate_all("all => all.map(e => getComputedStyle(e).color)")
    assert len(set(colours)) == 1
