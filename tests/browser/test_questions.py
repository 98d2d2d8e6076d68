"""A reader on a phone, with the explainer open: the answers stand in words near the top, and lead to their claims."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

PHONE = {"width": 390, "height": 844}
# The words of the answer, and the claims that its links lead to.
ANSWERS = {
    "how many attacks were there before, and when": (
        r"four in a week.*11 March.*14 March.*between 16 and 17 March.*17 March",
        ["four-attacks-in-a-week", "taji-attack-march-11", "taji-attack-march-14", "basmaya-attack"],
    ),
    "did the militia vow revenge": (
        r"attributes it to Kataib Hezbollah, from which the agency reported no word\. Another armed group vowed it",
        ["kataib-hezbollah-vow", "nujaba-vow"],
    ),
    "how long was the waiver": (r"renewed for 30 days, after 45 days", ["iran-energy-waiver-length"]),
    "who says one million, and who 1.7": (
        r"one million dollars according to the article, "
        r"1\.7 million dollars according to the coalition's own statement",
        ["property-value", "property-by-coalition"],
    ),
}


@pytest.mark.parametrize(("said", "claims"), ANSWERS.values(), ids=ANSWERS)
def test_the_answer_is_found_without_a_search(page: Page, site: str, said: str, claims: list[str]) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{site}explainers/leaving-qayyarah/")
    answers = page.locator("h2#in-short + ul > li")
    found = [
        answer
        for answer in answers.all()
        # The buttons of notes stand between the words.
        if re.search(said, " ".join(answer.evaluate(_WORDS).split()))
    ]
    assert len(found) == 1, answers.all_inner_texts()
    box = found[0].bounding_box()
    assert box is not None and box["y"] + box["height"] < 3 * PHONE["height"], "further down than three screens"
    links = found[0].locator("a.fp-claim")
    ids = {str(link.get_attribute("href")).rstrip("/").rpartition("/")[2] for link in links.all()}
    assert set(claims) <= ids
    links.first.click()
    expect(page.locator("h1").first).to_be_visible()
    assert "/claims/" in page.url


_WORDS = """node => {
  const copy = node.cloneNode(true);
  copy.querySelectorAll('button').forEach(button => button.remove());
  // A word joiner keeps each button on the line of its link.
  return copy.textContent.replaceAll('\u2060', '');
}"""
