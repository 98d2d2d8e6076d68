"""What was found travels with a claim's words; replies, challenges and days of checks stand where the verdict is."""

import pytest
from selectolax.lexbor import LexborHTMLParser
from small_books import book_of

from factpress.book import Book
from factpress.pages.links import with_links
from factpress.pages.render import RenderedPage, render
from factpress.records.date import parse_date
from factpress.rules import RULES

ARTICLE = ["wire", "three soldiers were killed there on Friday"]
WORDS = "Soldiers were killed."
REPLY = {"party": "wire", "asked": "2020-04-01", "how": "by e-mail"}


def page(address: str, claims: dict[str, dict[str, object]], *, today: str | None = None) -> RenderedPage:
    made = pages(book_of(claims), today=today)
    return made[address]


def pages(book: Book, *, today: str | None = None) -> dict[str, RenderedPage]:
    day = parse_date(today) if today else None
    return {each.address: each for each in render(with_links(book, today=day), rules=RULES)}


def said(html: str, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in LexborHTMLParser(html).css(selector)]


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        ({"verdict": "inaccurate"}, f"Inaccurate: {WORDS}"),
        ({"verdict": "inaccurate", "finding": "Nobody was killed"}, "Inaccurate: Nobody was killed"),
        ({"verdict": "accurate", "finding": "It is [so](claim:other)"}, "Accurate: It is so"),
        ({}, f"Not yet judged: {WORDS}"),
        ({"article": []}, f"Not in the article: {WORDS}"),
    ],
    ids=["a verdict", "a finding", "a finding with a link", "no verdict yet", "background"],
)
def test_a_claim_that_was_judged_is_no_headline_by_itself(fields: dict[str, object], heading: str) -> None:
    claim = {"article": ARTICLE, "evidence": [["post", "no soldier was killed there on Friday"]], **fields}
    resting = {"evidence": [["post", "and nobody else was hurt there on Friday"]], "rests_on": ["killed"]}
    made = pages(book_of({"killed": claim, "other": resting}))
    own = made["claims/killed/"]
    # A finding needs no verdict before it where it stands alone, and has one in the heading of its page.
    title = heading.partition(": ")[2] if "finding" in fields or "article" in fields else heading
    assert own.title == title and said(own.html, "h1") == [heading]
    assert title in said(made["claims/other/"].html, "#context + dl dd a")
    assert (said(own.html, ".fp-claimed") != []) == ("finding" in fields)


def test_in_lists_the_verdict_stands_before_what_was_found() -> None:
    claims = {
        "found": {"article": ARTICLE, "verdict": "inaccurate", "finding": "Nobody was killed"},
        "plain": {"article": ARTICLE, "verdict": "inaccurate"},
    }
    made = pages(book_of(claims))
    for address in ("claims/", "claims/verdict/inaccurate/"):
        rows = said(made[address].html, ".fp-list li")
        assert [row.partition(" · ")[0] for row in rows] == ["Inaccurate", "Inaccurate"], address
        assert [row.endswith(words) for row, words in zip(rows, ["Nobody was killed", WORDS], strict=True)] == [
            True
        ] * 2


def test_a_page_says_who_was_asked_and_what_they_said() -> None:
    answers = [
        {**REPLY, "answer": "We stand by it.", "date": "2020-04-02"},
        {**REPLY, "answer": "declined", "date": "2020-04-03"},
        {**REPLY, "answer": "none"},
    ]
    made = page("claims/killed/", {"killed": {"article": ARTICLE, "verdict": "inaccurate", "replies": answers}})
    assert said(made.html, ".fp-replies li") == [
        "wire, asked on 1 April 2020, by e-mail, answered on 2 April 2020: We stand by it.",
        "wire, asked on 1 April 2020, by e-mail, declined to answer on 3 April 2020.",
        "wire, asked on 1 April 2020, by e-mail, has not answered.",
    ]


@pytest.mark.parametrize(
    ("fields", "is_said"), [({"article": ARTICLE}, True), ({}, False)], ids=["judged", "background"]
)
def test_a_page_says_that_nobody_was_asked(fields: dict[str, object], is_said: bool) -> None:
    evidence = [["post", "three soldiers were killed there"]]
    made = page("claims/killed/", {"killed": {"evidence": evidence, **fields}})
    assert ("Nobody was asked for a reply." in said(made.html, ".fp-meta")[0]) == is_said


def test_challenges_stand_with_their_outcome_newest_first() -> None:
    objections = [
        {"by": "a reader", "date": "2020-04-01", "says": "It was two.", "outcome": "It was three."},
        {"by": "post", "date": "2020-04-02", "says": "We did not say so."},
    ]
    evidence = [["post", "three soldiers were killed there"]]
    made = page("claims/killed/", {"killed": {"evidence": evidence, "challenges": objections}})
    assert said(made.html, ".fp-challenge") == [
        "Challenged on 2 April 2020 by post: We did not say so. Outcome: Not decided yet.",
        "Challenged on 1 April 2020 by a reader: It was two. Outcome: It was three.",
    ]


def test_what_would_change_a_verdict_stands_on_its_page_and_among_open_questions() -> None:
    claim: dict[str, object] = {
        "article": ARTICLE,
        "verdict": "unproven",
        "because": "It is one voice.",
        "would_change": "The list of names.",
    }
    made = pages(book_of({"killed": claim}))
    assert said(made["claims/killed/"].html, ".fp-would-change") == ["What would change this: The list of names."]
    assert "The list of names." in said(made["open-questions/"].html, "dd")[1]


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("2026-12-01", "Last checked on 1 April 2020. It was to be checked again by 1 April 2026; this is overdue."),
        ("2026-04-01", "Last checked on 1 April 2020. To be checked again by 1 April 2026."),
        (None, "Last checked on 1 April 2020. To be checked again by 1 April 2026."),
    ],
    ids=["later", "on that day", "on no known day"],
)
def test_a_page_says_when_it_was_checked_and_what_is_overdue(today: str | None, words: str) -> None:
    claim = {"article": ARTICLE, "checked": "2020-04-01", "review_by": "2026-04-01"}
    made = page("claims/killed/", {"killed": claim}, today=today)
    (dates,) = said(made.html, ".fp-dates")
    assert dates.startswith(f"{words} Not yet reviewed by a second person.")


@pytest.mark.parametrize(
    "fields",
    [
        {"checked": "2030-04-01"},
        {"replies": [{**REPLY, "answer": "none", "asked": "2030-04-01"}]},
        {"challenges": [{"by": "a reader", "date": "2030-04-01", "says": "No."}]},
    ],
    ids=["a check", "a reply", "a challenge"],
)
def test_a_page_is_as_new_as_the_last_thing_that_was_done(fields: dict[str, object]) -> None:
    assert page("claims/killed/", {"killed": {"article": ARTICLE, **fields}}).updated == "2030-04-01"
