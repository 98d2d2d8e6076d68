"""The list of claims in a real browser: filters, sorting, its address, the keyboard, and no script at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from browsing import WIDER, served, violations
from first_site import built
from once import once
from playwright.sync_api import BrowserContext, Locator, Page, expect
from proving import prove

from factpress.cli.examples import lay

CLAIMS = 240
HOSTILE = "A <script>hacked('claim')</script> & <img src=x onerror=hacked('claim')> boat came."
SITE = """
# facts/site.yml
format: 1
name: Boats
articles: [gazette-2021-05-30]
# facts/entities/harbour-office.yml
name: "Harbour <img src=x onerror=hacked('entity')> Office"
type: Organization
# facts/entities/old-pier.yml
name: Old Pier
type: Place
# facts/sources/herald-2021-05-30.yml
type: article-newspaper
title: "Boats <script>hacked('source')</script>"
container_title: "Herald <script>hacked('paper')</script>"
issued: 2021-05-30
root: harbour-office
"""
NUMBERED = """
# facts/claims/{topic}/boat-{n:03}.yml
claim: "{words}"
when: {year}-05-{day:02}
{named}
{article}evidence:
  - source: {source}
    quote: "boat {n} came in on {day} May {year}, they said"
"""
ARTICLE = """appears_in:
  - source: gazette-2021-05-30
    quote: "boat {n} came in on {day} May {year}, we hear"
"""

# How far things moved by themselves since the page was opened, as browsers count it.
SHIFT = """() => new Promise(done => {
  new PerformanceObserver(seen => done(seen.getEntries().reduce((sum, each) => sum + each.value, 0)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(0), 100);
})"""


def boats() -> str:
    """A project of many claims: a third in the article, a tenth of another year, half of them at the pier."""
    files = [SITE]
    for n in range(1, CLAIMS + 1):
        day, year = n % 28 + 1, 2019 if n % 10 == 0 else 2021
        files.append(
            NUMBERED.format(
                n=n,
                day=day,
                year=year,
                topic="sail" if n % 4 else "steam",
                words=HOSTILE if n == 7 else f"Boat {n} came on {day} May {year}.",
                named="where: [old-pier]" if n % 2 else "about: [harbour-office]",
                article="" if n % 3 else ARTICLE.format(n=n, day=day, year=year),
                source="herald-2021-05-30" if n % 5 == 0 else "gazette-2021-05-30",
            )
        )
    return "".join(files)


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of many claims."""
    return once(tmp_path_factory, "boats", make) / "site"


def make(project: Path) -> None:
    lay(boats(), project)
    (project / "facts/claims/harbour/pier-opened.yml").unlink()
    prove(project)
    (project / "docs").mkdir()
    (project / "docs/index.md").write_text("# Home\n\nSee [claims](claims/index.md).\n", "utf-8")
    palette = (
        "[{media: '(prefers-color-scheme: light)', scheme: default, toggle: {icon: material/plus, name: Dark}}, "
        "{media: '(prefers-color-scheme: dark)', scheme: slate, toggle: {icon: material/plus, name: Light}}]"
    )
    config = f"site_name: x\ntheme: {{name: material, font: false, palette: {palette}}}\nplugins: [factpress]\n"
    (project / "mkdocs.yml").write_text(config, "utf-8")
    built(project, project / "site")


@pytest.fixture(scope="module")
def boat_site(harbour: Path) -> Iterator[str]:
    with served(harbour, searched=False) as address:
        yield address


@pytest.fixture
def claims(scripted_page: Page, boat_site: str) -> Page:
    """The list of claims with its controls."""
    opened(scripted_page, boat_site + "claims/")
    return scripted_page


def opened(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("summary").filter(has_text="Filter and sort").click()
    expect(page.get_by_role("form", name="Filter and sort the claims")).to_be_visible()


def chip(page: Page, verdict: str) -> Locator:
    return page.get_by_role("button", name=re.compile(rf"^{verdict} \("))


def count(page: Page) -> Locator:
    return page.get_by_role("status").filter(has_text="claim")


def listed(page: Page) -> list[str]:
    """The claims that are shown, by their addresses."""
    links = page.get_by_role("main").locator(".fp-list a:visible")
    return [urlsplit(address).path for address in links.evaluate_all("all => all.map(each => each.href)")]


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize(
    ("label", "option", "key", "id", "found"),
    [
        ("Standing", "Single-source", "standing", "single-source", 240),
        ("Topic", "Steam", "topic", "steam", 60),
        ("Year", "2019", "year", "2019", 24),
    ],
)
def test_a_choice_filters_and_stands_in_the_address(
    label: str, option: str, key: str, id: str, found: int, claims: Page
) -> None:
    control = claims.get_by_label(label, exact=True)
    (chosen,) = [text for text in control.locator("option").all_inner_texts() if text.startswith(option)]
    assert chosen == f"{option} ({found})"
    control.select_option(chosen)
    of, part = "" if found == CLAIMS else f"{found} of ", "; here 1 to 100" if found > 100 else ""
    expect(count(claims)).to_have_text(f"{of}240 claims, by topic{part}.")
    assert len(listed(claims)) == min(found, 100)
    assert query(claims) == {key: [id]}


def test_verdicts_stand_first_and_filter_at_one_tap(claims: Page) -> None:
    background = chip(claims, "Not in the article")
    expect(background).to_have_text("Not in the article (160)")
    background.click()
    expect(count(claims)).to_have_text("160 of 240 claims, by topic; here 1 to 100.")
    expect(background).to_have_attribute("aria-pressed", "true")
    assert query(claims) == {"verdict": ["background"]}
    chip(claims, "Not yet judged").click()
    expect(background).to_have_attribute("aria-pressed", "false")
    expect(count(claims)).to_have_text("80 of 240 claims, by topic.")
    chip(claims, "Not yet judged").click()
    expect(count(claims)).to_have_text("240 claims, by topic; here 1 to 100.")
    assert query(claims) == {}


def test_the_first_result_is_on_a_phones_first_screen_and_nothing_moves(scripted_page: Page, boat_site: str) -> None:
    page = scripted_page
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(boat_site + "claims/?topic=steam")
    expect(count(page)).to_have_text("60 of 240 claims, by topic.")
    first = page.locator(".fp-list a:visible").first.bounding_box()
    assert first is not None and first["y"] + first["height"] < 844
    assert page.evaluate(SHIFT) <= 0.02


@pytest.mark.parametrize(
    ("label", "typed", "key", "id", "found"),
    [
        ("Source", "herald", "source", "herald-2021-05-30", 48),
        ("Person, organization, place or event", "old pi", "entity", "old-pier", 120),
    ],
)
def test_a_name_is_completed_and_filters(label: str, typed: str, key: str, id: str, found: int, claims: Page) -> None:
    control = claims.get_by_label(label, exact=True)
    control.press_sequentially(typed)
    assert claims.locator(f"#fp-{key}-names option").count() == 1
    assert query(claims) == {}
    control.press("Enter")
    expect(count(claims)).to_contain_text(f"{found} of 240 claims")
    assert query(claims) == {key: [id]}
    assert typed in control.input_value().lower() and len(control.input_value()) > len(typed)


def test_a_name_that_nobody_has_is_said_and_filters_nothing(claims: Page) -> None:
    control = claims.get_by_label("Source", exact=True)
    control.fill("The <b>Moon")
    control.press("Enter")
    expect(count(claims)).to_have_text("240 claims, by topic; here 1 to 100. “The <b>Moon” is no source's name.")
    expect(control).to_have_attribute("aria-invalid", "true")
    assert query(claims) == {}
    control.fill("")
    control.press("Enter")
    expect(count(claims)).to_have_text("240 claims, by topic; here 1 to 100.")
    expect(control).not_to_have_attribute("aria-invalid", "true")


def test_words_are_found_whatever_their_case_and_order_and_marks(claims: Page) -> None:
    claims.get_by_label("Words of the claim").press_sequentially("MAY 2019 bóat")
    expect(count(claims)).to_have_text("24 of 240 claims, by topic.")
    # The address follows what was typed after a moment.
    expect(claims).to_have_url(re.compile(r"b%C3%B3at$"))
    assert query(claims) == {"words": ["MAY 2019 bóat"]}
    claims.get_by_label("Words of the claim").fill("no such boat")
    expect(count(claims)).to_have_text("None of 240 claims has all that.")
    assert listed(claims) == []


def test_filters_hold_together(claims: Page) -> None:
    chip(claims, "Not yet judged").click()
    claims.get_by_label("Year").select_option("2019")
    claims.get_by_label("Topic").select_option("steam")
    # Each 60th boat is of the article, of 2019 and under steam.
    expect(count(claims)).to_have_text("4 of 240 claims, by topic.")
    assert listed(claims) == [f"/claims/boat-{n:03}/" for n in (60, 120, 180, 240)]


def test_sorting(claims: Page) -> None:
    heads = claims.get_by_role("main").locator("h2:visible")
    assert heads.all_inner_texts()[0].startswith("Sail")
    sort = claims.get_by_label("Sort by")
    sort.select_option("date")
    expect(count(claims)).to_have_text("240 claims, newest first; here 1 to 100.")
    assert listed(claims)[0] == "/claims/boat-027/" and heads.count() == 0
    sort.select_option("oldest")
    assert listed(claims)[0] == "/claims/boat-140/"
    sort.select_option("words")
    assert listed(claims)[0] == "/claims/boat-007/"
    sort.select_option("verdict")
    assert claims.locator(".fp-list:visible .fp-status").first.inner_text().startswith("Not yet judged")
    sort.select_option("topic")
    expect(count(claims)).to_have_text("240 claims, by topic; here 1 to 100.")
    assert query(claims) == {}


def test_the_address_says_the_state_and_back_and_forward_hold(claims: Page, boat_site: str) -> None:
    claims.get_by_label("Topic").select_option("steam")
    claims.get_by_label("Sort by").select_option("date")
    claims.get_by_label("Words of the claim").press_sequentially("2021")
    expect(count(claims)).to_have_text("48 of 240 claims, newest first.")
    expect(claims).to_have_url(re.compile(r"words=2021$"))
    assert query(claims) == {"topic": ["steam"], "sort": ["date"], "words": ["2021"]}
    state = claims.url
    claims.go_back()
    expect(count(claims)).to_have_text("60 of 240 claims, newest first.")
    expect(claims.get_by_label("Words of the claim")).to_have_value("")
    claims.go_back()
    expect(count(claims)).to_have_text("60 of 240 claims, by topic.")
    claims.go_back()
    expect(count(claims)).to_have_text("240 claims, by topic; here 1 to 100.")
    expect(claims.get_by_label("Topic")).to_have_value("")
    for _ in range(3):
        claims.go_forward()
    expect(count(claims)).to_have_text("48 of 240 claims, newest first.")
    first = listed(claims)
    claims.get_by_role("main").locator(".fp-list a:visible").first.click()
    expect(claims).to_have_url(re.compile(r"/claims/boat-\d+/$"))
    claims.go_back()
    expect(count(claims)).to_have_text("48 of 240 claims, newest first.")
    opened(claims, state)
    expect(claims.get_by_label("Words of the claim")).to_have_value("2021")
    assert listed(claims) == first


def test_what_an_address_names_that_is_nothing_is_passed_over(claims: Page, boat_site: str) -> None:
    names = ("verdict", "standing", "topic", "year", "source", "entity", "sort")
    for value in ("nonsense", "__proto__", "constructor", "%3Cscript%3Ehacked(1)%3C/script%3E"):
        opened(claims, boat_site + "claims/?page=-1&other=1&" + "&".join(f"{name}={value}" for name in names))
        expect(count(claims)).to_have_text("240 claims, by topic; here 1 to 100.")
    opened(claims, boat_site + "claims/?page=999&topic=steam&other=1")
    expect(count(claims)).to_have_text("60 of 240 claims, by topic.")
    claims.get_by_label("Topic").select_option("")
    assert query(claims) == {"other": ["1"]}


def test_many_claims_are_turned_page_by_page(claims: Page) -> None:
    claims.get_by_label("Sort by").select_option("date")
    pages = claims.get_by_role("navigation", name="Pages of this list")
    pages.get_by_role("button", name="Next page").click()
    expect(count(claims)).to_have_text("240 claims, newest first; here 101 to 200.")
    expect(count(claims)).to_be_focused()
    expect(pages.locator("[aria-current=page]")).to_have_text("2")
    pages.get_by_role("button", name="Page 3").click()
    expect(pages.get_by_role("button", name="Next page")).to_have_count(0)
    assert len(listed(claims)) == 40 and query(claims) == {"sort": ["date"], "page": ["3"]}
    claims.go_back()
    expect(pages.locator("[aria-current=page]")).to_have_text("2")
    claims.get_by_label("Year").select_option("2019")
    assert query(claims) == {"sort": ["date"], "year": ["2019"]}


def test_the_keyboard_alone_suffices_and_focus_is_never_lost(claims: Page) -> None:
    chip(claims, "Not in the article").focus()
    focused = "document.activeElement.id || document.activeElement.classList[0] || document.activeElement.tagName"
    claims.keyboard.press("Enter")
    expect(count(claims)).to_contain_text("160 of 240 claims")
    assert claims.evaluate(focused) == "fp-chip"
    claims.keyboard.press("Tab")
    expect(claims.locator(".fp-more > summary")).to_be_focused()
    met = []
    for _ in range(8):
        claims.keyboard.press("Tab")
        met.append(claims.evaluate(focused))
    assert met == ["fp-standing", "fp-topic", "fp-year", "fp-source", "fp-entity", "fp-words", "fp-sort", "fp-clear"]
    claims.keyboard.press("Shift+Tab")
    claims.keyboard.press("ArrowDown")
    expect(count(claims)).to_contain_text("newest first")
    claims.keyboard.press("Tab")
    claims.keyboard.press("Enter")
    expect(count(claims)).to_have_text("240 claims, by topic; here 1 to 100.")
    assert claims.evaluate(focused) == "fp-clear"
    expect(chip(claims, "Not in the article")).to_have_attribute("aria-pressed", "false")
    expect(claims.get_by_label("Sort by")).to_have_value("topic")
    claims.keyboard.press("Tab")
    assert claims.evaluate("document.activeElement.closest('.fp-listing') !== null")


def test_markup_in_names_stays_text(scripted: BrowserContext, boat_site: str) -> None:
    said: list[str] = []
    page = scripted.new_page()
    page.expose_function("hacked", lambda words: said.append(words))
    opened(page, boat_site + "claims/?words=script")
    expect(page.get_by_role("main").get_by_role("link", name=HOSTILE)).to_be_visible()
    page.get_by_label("Source", exact=True).fill("<script>")
    page.get_by_label("Source", exact=True).press("Enter")
    page.get_by_label("Person, organization").fill("<img")
    page.get_by_label("Person, organization").press("Enter")
    assert query(page)["entity"] == ["harbour-office"]
    assert page.locator("main article :is(script, img)").count() == 0
    page.wait_for_timeout(200)
    assert said == []


def test_the_script_needs_nothing_that_a_strict_policy_forbids(
    scripted: BrowserContext, boat_site: str, harbour: Path
) -> None:
    """Security design, 1.8: the script is a file of the site's own, and sets no style and no handler in markup."""
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:"
    page = scripted.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    fragment = re.search(r"<article.*?</article>", (harbour / "claims/index.html").read_text("utf-8"), re.DOTALL)
    assert fragment
    script = "<script defer src=../assets/factpress.js></script>"
    body = f"<!doctype html><html lang=en><title>x</title><body>{fragment[0]}{script}"
    headers = {"content-security-policy": policy, "content-type": "text/html; charset=utf-8"}
    page.route("**/claims/", lambda route: route.fulfill(body=body, headers=headers))
    opened(page, boat_site + "claims/")
    page.get_by_label("Topic").select_option("steam")
    expect(count(page)).to_have_text("60 of 240 claims, by topic.")
    assert wrong == []


def test_the_list_stays_where_its_index_is_not_there(scripted: BrowserContext, boat_site: str, harbour: Path) -> None:
    page = scripted.new_page()
    page.route("**/claims/index.json", lambda route: route.fulfill(status=404, body="gone"))
    for address in (boat_site + "claims/?topic=steam", (harbour / "claims/index.html").as_uri()):
        page.goto(address, wait_until="load")
        page.wait_for_timeout(200)
        assert page.locator(".fp-filter").count() == 0
        expect(page.locator(".fp-facets")).to_be_visible()
        assert page.locator(".fp-list a").count() == 100


def test_without_scripts_each_filter_is_a_page(reader: Callable[[bool], Page], boat_site: str) -> None:
    page = reader(False)
    page.goto(boat_site + "claims/")
    assert page.locator("main form.fp-filter, main select").count() == 0
    page.get_by_role("main").get_by_role("link", name="Not in the article (160)").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Claims that are not in the article")
    page.get_by_role("main").get_by_role("link", name="All claims", exact=True).click()
    for facet, value, title, found in (
        ("By topic", "Steam", "Claims under “Steam”", 60),
        ("By year", "2019", "Claims dated 2019", 24),
        ("By source", "Herald", "Claims that cite Herald", 48),
        ("By person", "Old Pier", "Claims that mention Old Pier", 120),
    ):
        page.locator("summary").filter(has_text="More filters").click()
        page.locator("summary").filter(has_text=facet).click()
        page.get_by_role("main").get_by_role("link", name=value).first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        expect(page.locator(".fp-count")).to_contain_text(f"{found} claims, by topic")
        page.get_by_role("main").get_by_role("link", name="All claims", exact=True).click()
        assert urlsplit(page.url).path == "/claims/"
    pages = page.get_by_role("navigation", name="Pages of this list")
    pages.get_by_role("link", name="Next page").click()
    assert urlsplit(page.url).path == "/claims/page/2/"
    expect(pages.locator("[aria-current=page]")).to_have_text("2")
    pages.get_by_role("link", name="3", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Claims, page 3")
    assert len(listed(page)) == 40
    pages.get_by_role("link", name="1", exact=True).click()
    assert urlsplit(page.url).path == "/claims/"


def test_axe_finds_nothing_on_lists(look: Callable[[int, str], Page], boat_site: str) -> None:
    """Where there are pages to turn, and every facet is open; the list itself is looked at in test_reader."""
    page = look(320, "light")
    opened(page, boat_site + "claims/?sort=date&page=2&year=2021")
    assert violations(page) == []
    assert page.evaluate(WIDER) == 0
    page.route("**/claims/index.json", lambda route: route.abort())
    for path in ("claims/page/2/", "claims/"):
        page.goto(boat_site + path)
        for summary in page.locator("summary").all():
            summary.click()
        assert violations(page) == []
        assert page.evaluate(WIDER) == 0
    look(1280, "dark")
    assert violations(page) == []
