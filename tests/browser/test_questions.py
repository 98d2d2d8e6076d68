"""A reader on a phone, with the explainer open: the answers stand in words, and lead to their claims."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from first_site import claims
from playwright.sync_api import Locator, Page, expect

EXPLAINER = "explainers/leaving-qayyarah"
PHONE = {"width": 390, "height": 844}
LINK = re.compile(r"\[([^]]+)\]\(claim:([a-z0-9-]+)\)")
# The words of one paragraph that answer, and the claims that its links lead to.
ANSWERS = {
    "how many attacks were there before, and when": (
        r"11 March.*14 March.*16 to 17 March.*17 March.*four attacks",
        ["four-attacks-in-a-week", "taji-attack-march-11", "taji-attack-march-14", "basmaya-attack"],
    ),
    "did the militia vow revenge": (
        r"Kataib Hezbollah vowed revenge.*another one vowing revenge",
        ["kataib-hezbollah-vow", "nujaba-vow"],
    ),
    "how long was the waiver": (r"30 days, after 45 days", ["iran-energy-waiver-length", "iran-energy-waiver-before"]),
    "who says one million, and who 1.7": (
        r"spokesman did put.*one million dollars.*statement of the coalition.*1\.7 million dollars",
        ["property-value", "property-by-coalition"],
    ),
}


def opened(page: Page, site: str) -> Page:
    page.set_viewport_size(PHONE)
    page.goto(f"{site}{EXPLAINER}/")
    return page


def leads_to(part: Locator) -> list[str]:
    """The claims that links of a part lead to, in its order."""
    addresses = part.locator("a[href*='/claims/']").evaluate_all("all => all.map(e => e.getAttribute('href'))")
    return [str(address).rstrip("/").rpartition("/")[2] for address in addresses]


def words(part: Locator) -> str:
    return " ".join(str(part.evaluate(_WORDS)).split())


def end(part: Locator) -> float:
    box = part.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def test_the_answer_is_read_on_the_first_screen(page: Page, site: str, repository: Path) -> None:
    front = (repository / f"docs/{EXPLAINER}.md").read_text("utf-8").split("---\n")[1]
    written = " ".join(yaml.safe_load(front)["answer"].split())
    answer = opened(page, site).locator(".fp-answer")
    assert words(answer) == LINK.sub(r"\1", written)
    assert leads_to(answer) == [claim for _, claim in LINK.findall(written)] != []
    assert end(answer) < PHONE["height"]


def test_what_is_wrong_is_found_without_a_search(page: Page, site: str, repository: Path) -> None:
    wrong = {claim: record for claim, record in claims(repository).items() if record.get("verdict") == "inaccurate"}
    faults = opened(page, site).locator("section.fp-faults")
    assert set(leads_to(faults)) >= set(wrong) != set()
    for record in wrong.values():
        assert all(part["quote"] in words(faults) for part in record["appears_in"])
        assert record["instead"] in words(faults)
    assert end(faults) < 3 * PHONE["height"], "further down than three screens"


@pytest.mark.parametrize(("said", "expected"), ANSWERS.values(), ids=ANSWERS)
def test_an_answer_is_one_paragraph_and_leads_to_its_claims(
    said: str, expected: list[str], page: Page, site: str
) -> None:
    paragraphs = opened(page, site).locator("article > p")
    found = [each for each in paragraphs.all() if re.search(said, words(each))]
    assert len(found) == 1, paragraphs.all_inner_texts()
    assert set(expected) <= set(leads_to(found[0]))
    found[0].locator("a.fp-claim").first.click()
    expect(page.locator("h1").first).to_be_visible()
    assert "/claims/" in page.url


# The buttons of notes stand between the words, and a word joiner keeps each on the line of its link.
_WORDS = """node => {
  const copy = node.cloneNode(true);
  copy.querySelectorAll('button').forEach(button => button.remove());
  return copy.textContent.replaceAll('\u2060', '');
}"""
