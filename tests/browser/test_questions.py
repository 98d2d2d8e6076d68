"""A reader on a phone: what is wrong, who says it and how strong it is, stand in words near the top."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

EXPLAINER = "explainers/leaving-qayyarah"
PHONE = {"width": 390, "height": 844}


def screens(found: Locator) -> float:
    """How many screens down the end of an element is."""
    box = found.bounding_box()
    assert box is not None
    return (box["y"] + box["height"]) / PHONE["height"]


def test_the_explainer_says_in_two_screens_what_is_wrong_and_leads_there(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{site}explainers/leaving-qayyarah/")
    expect(page.locator(".fp-kicker a")).to_have_text("Forces News")
    assert screens(page.locator(".fp-answer")) < 1
    fault = page.locator(".fp-fault").first
    expect(fault).to_contain_text("the fourth rocket attack in the space of a week")
    expect(fault).to_contain_text("nine days after")
    assert screens(fault.locator("h3")) < 2
    assert screens(page.locator("#notes")) < 12
    # The notes are folded; a row of the tally opens those of its verdict.
    note = page.locator("#notes-inaccurate .fp-note")
    expect(note).to_be_hidden()
    page.locator(".fp-tally a[href='#notes-inaccurate']").click()
    expect(note).to_be_visible()


def test_a_claim_shows_its_finding_both_sides_and_every_voice_before_its_folds(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)
    for claim in ("fourth-in-a-week", "taji-deaths", "property-value"):
        page.goto(f"{site}claims/{claim}/")
        assert screens(page.locator(".fp-both")) < 1, claim
        fold = page.locator(".fp-column > .fp-fold:not(.fp-correction)").first
        assert screens(fold) < 3.1, claim


def test_no_number_of_a_note_is_alone_at_the_beginning_of_a_line(page: Page, site: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{site}explainers/leaving-qayyarah/")
    alone = page.locator(".fp-note-button").evaluate_all(
        """buttons => buttons.filter(button => {
          const rects = [...button.previousElementSibling.getClientRects()];
          return button.getBoundingClientRect().top > rects.at(-1).bottom - 4;
        }).length"""
    )
    assert alone == 0
