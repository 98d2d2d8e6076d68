"""`factpress snapshot` and `factpress why SOURCE`, as somebody with a source's text meets them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from reading_here import read_here

from factpress.cli.examples import lay
from factpress.cli.main import group
from factpress.pipeline import check
from factpress.records.receipt import parse_receipt
from factpress.site.clock import today

RECEIPT = "facts/receipts/gazette-2021-05-30.json"
QUOTE = "the north pier was opened to the public on Saturday"
LONG = "Hundreds of people from the town walked along the planks before noon on the first day."
TEXT = f"Pier opens\n\nAt last {QUOTE}. It is open.\n\n{LONG}\n"
CANARY = "hundreds of people from the town"


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are read in this process."""
    read_here(monkeypatch)


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    lay("", tmp_path)
    (tmp_path / RECEIPT).unlink()
    return tmp_path


def snapshot(root: Path, text: str | bytes, *options: str) -> Result:
    return CliRunner().invoke(group, ["snapshot", "gazette-2021-05-30", "--project", str(root), *options], input=text)


def why(root: Path, id: str, *options: str) -> Result:
    return CliRunner().invoke(group, ["why", id, "--project", str(root), *options])


def quoting(root: Path, quote: str) -> None:
    claim = root / "facts/claims/harbour/pier-opened.yml"
    claim.write_text(claim.read_text("utf-8").replace(QUOTE, quote), "utf-8")


def names(root: Path) -> list[str]:
    return sorted(finding.name for finding in check(root, today=today()).findings)


def test_before_anybody_reads_the_source_its_quote_is_unread(harbour: Path) -> None:
    assert names(harbour) == ["unread-quote"]


def test_a_text_on_standard_input_gives_a_receipt(harbour: Path) -> None:
    done = snapshot(harbour, TEXT)
    assert done.exit_code == 0, done.output
    assert done.output == (f"gazette-2021-05-30: 33 words in 4 sentences; 1 quote found, 0 not\nwrote {RECEIPT}\n")
    assert names(harbour) == ["never-confirmed"]
    receipt = parse_receipt((harbour / RECEIPT).read_text("utf-8"))
    assert (receipt.extent, receipt.read_from, receipt.extractor) == ("full", "file", "text")
    assert [(q.position, q.sentence, q.kind, q.occurrences) for q in receipt.quotes] == [(4, 2, "exact", 1)]


def test_a_page_in_a_file_gives_the_same_quotes(harbour: Path) -> None:
    page = "<!doctype html><title>x</title><nav>Home</nav><article><h1>Pier opens</h1>"
    page += "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n")[1:]) + "</article>"
    (harbour / "page.html").write_text(page, "utf-8")
    done = snapshot(harbour, "", "--file", str(harbour / "page.html"))
    assert done.exit_code == 0, done.output
    assert names(harbour) == ["never-confirmed"]
    assert parse_receipt((harbour / RECEIPT).read_text("utf-8")).extractor.startswith("trafilatura ")


def test_the_text_is_written_nowhere(harbour: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    before = {path for path in harbour.rglob("*") if path.is_file()}
    assert snapshot(harbour, TEXT).exit_code == 0
    new = {path for path in harbour.rglob("*") if path.is_file()} - before
    assert new == {harbour / RECEIPT}
    assert CANARY not in (harbour / RECEIPT).read_text("utf-8").lower()
    assert "pier" not in (harbour / RECEIPT).read_text("utf-8").lower()


def test_for_one_key_the_receipt_is_the_same_to_the_byte(harbour: Path) -> None:
    snapshot(harbour, TEXT)
    first = (harbour / RECEIPT).read_bytes()
    snapshot(harbour, TEXT)
    assert (harbour / RECEIPT).read_bytes() == first


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        pytest.param(
            "the north pier was opened to the public on Sunday",
            [
                "facts/claims/harbour/pier-opened.yml:5:12: not found: "
                "`the north pier was opened to the public on Sunday`",
                f"  nearest, in sentence 2: `{QUOTE}`",
                "  the source has `Saturday` where the quote has `Sunday`",
            ],
            id="one word is another",
        ),
        pytest.param(
            "the north pier was opened to the public Saturday",
            ["  the quote leaves out `on`"],
            id="words are left out",
        ),
        pytest.param(
            "the north pier was opened to the whole public on Saturday",
            ["  the quote adds `whole`"],
            id="a word is added",
        ),
        pytest.param(
            "on Saturday. It is open. Hundreds of people",
            ["  the words are there, but continue over the end of a paragraph"],
            id="two paragraphs",
        ),
        pytest.param(
            "a bridge was closed at night by masked strangers", ["  no passage in the text is similar"], id="far"
        ),
    ],
)
def test_what_is_not_found_is_said_with_the_exact_difference(quote: str, said: list[str], harbour: Path) -> None:
    quoting(harbour, quote)
    done = snapshot(harbour, TEXT)
    assert done.exit_code == 1
    assert all(line in done.output.split("\n") for line in said), done.output
    assert parse_receipt((harbour / RECEIPT).read_text("utf-8")).quotes == ()
    assert "unread-quote" in names(harbour)


def test_typography_and_case_are_told(harbour: Path) -> None:
    quoting(harbour, "At last the north pier was opened to the public on Saturday")
    done = snapshot(harbour, TEXT.replace("At last", "“at last,”"))
    assert done.exit_code == 0
    assert "  1 of them except for the case of the first letter\n" in done.output


def test_a_quote_that_stands_there_twice_is_counted(harbour: Path) -> None:
    done = snapshot(harbour, f"{TEXT}\n\nSo {QUOTE}.")
    assert f"  `{QUOTE}` occurs 2 times, first in sentence 2\n" in done.output


HTML = """<!doctype html><title>x</title><article><h1>Pier opens</h1>
<p>The mayor [left] said … that it was high time for the pier. It was.</p><p>Nobody fell into the water, she said.</p>
<p>Hundreds of people walked along the planks before noon on the first day of the year, as the law requires.</p>
</article><aside><h3>Ferry strike is over</h3><p>The ferries sail again from Monday on, the company says.</p></aside>"""


# What the quotes below are about is another question than their form.
_OF_MATTER = ("never-confirmed", "unrelated-quote", "headline-only")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("quote", "found", "said"),
    [
        pytest.param("Pier opens", [], "", id="a whole heading may be short"),
        pytest.param("It was.", [], "", id="a whole sentence may be short"),
        pytest.param("Time for the pier.", ["quote-length"], "", id="the end of a sentence may not"),
        pytest.param("high time.", ["quote-length", "unread-quote"], "", id="no run of words"),
        pytest.param("She said.", ["quote-length"], "", id="a part that looks like a sentence may not"),
        pytest.param("The mayor [left] said … that it was high time", [], "", id="the source's own marks"),
        pytest.param(
            "The mayor [left] said that it was", ["quote-brackets", "unread-quote"], "", id="an ellipsis dropped"
        ),
        pytest.param("[The] mayor left said … that", ["quote-brackets"], "", id="brackets of ours"),
        pytest.param(
            "Ferry strike is over", [], "is beside the article, in sentence", id="a heading beside the article"
        ),
    ],
)
def test_the_form_of_a_quote_is_judged_by_the_receipt(quote: str, found: list[str], said: str, harbour: Path) -> None:
    quoting(harbour, quote)
    done = snapshot(harbour, HTML)
    assert [name for name in names(harbour) if name not in _OF_MATTER] == found
    assert said in done.output


def test_a_changed_quote_is_one_finding_until_it_is_cited_no_more(harbour: Path) -> None:
    snapshot(harbour, TEXT)
    quoting(harbour, "the north pier was opened to the public on Sunday")
    found = {finding.name: finding for finding in check(harbour, today=today()).findings}
    assert set(found) == {"unread-quote", "never-confirmed"}
    assert found["unread-quote"].message.endswith("the quote was probably changed after it was read")


def test_retaking_says_which_sentences_changed_and_which_quotes_that_touches(harbour: Path) -> None:
    snapshot(harbour, TEXT)
    changed = TEXT.replace("At last the", "At long last the").replace("It is open.", "It is shut.")
    done = snapshot(harbour, changed)
    assert done.exit_code == 0
    assert done.output.split("\n")[1:6] == [
        "the text differs from the one that was read on 2026-11-24:".replace("2026-11-24", _day(harbour)),
        "  sentence 2 of the earlier text: changed or removed",
        "  sentence 2 of this text: new or changed",
        f"  `{QUOTE}` is still there, in sentence 2; the words around it may have changed",
        f"wrote {RECEIPT}",
    ]
    done = snapshot(harbour, changed.replace("It is shut.", "It is open."))
    assert "  sentences 1, 3 of the earlier text: too short for a checksum, may have changed\n" in done.output
    done = snapshot(harbour, changed.replace("Saturday", "Sunday"))
    assert done.exit_code == 1
    assert f"  `{QUOTE}` was in sentence 2 and is no longer there\n" in done.output
    assert names(harbour) == ["never-confirmed"]


def test_a_text_without_a_quote_that_was_proved_replaces_no_receipt(harbour: Path) -> None:
    snapshot(harbour, TEXT)
    before = (harbour / RECEIPT).read_bytes()
    done = snapshot(harbour, "Ferry strike\n\nThe ferries sail again from Monday on.")
    assert done.exit_code == 1 and (harbour / RECEIPT).read_bytes() == before
    assert done.output.endswith(
        f"kept {RECEIPT} as it was: 1 quote that records cite is in it and not in this text; "
        "if this is the right text all the same, use --replace\n"
    )
    done = snapshot(harbour, "Ferry strike\n\nThe ferries sail again from Monday on.", "--replace")
    assert done.exit_code == 1 and parse_receipt((harbour / RECEIPT).read_text("utf-8")).quotes == ()
    assert done.output.endswith(f"wrote {RECEIPT}\n")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("title", "said"),
    [("Pier opens - The Gazette", False), ("PIER OPENS", False), ("Ferry strike is over", True)],
)
def test_a_page_with_another_title_is_told(title: str, said: bool, harbour: Path) -> None:
    page = f"<!doctype html><title>{title}</title><article><p>At last {QUOTE}. It is open.</p><p>{LONG}</p></article>"
    expected = f"note: the page's title is `{title}`, the record's is `Pier opens`: is this its page?\n"
    assert (expected in snapshot(harbour, page).output) is said


@pytest.mark.usefixtures("here")
def test_the_sentences_are_shown_as_they_were_read_and_nothing_is_written(harbour: Path) -> None:
    done = snapshot(harbour, HTML.replace("She said.", f"“{QUOTE}.”"), "--show")
    assert done.exit_code == 0 and not (harbour / RECEIPT).exists()
    assert done.output.split("\n")[:3] == [
        "    1   Pier opens",
        "    2   The mayor [left] said … that it was high time for the pier.",
        "    3   It was.",
    ]
    assert "beside the article:\n    6   Ferry strike is over\n" in done.output
    marked = snapshot(harbour, TEXT, "--show").output.split("\n")
    assert marked[1] == f"    2 * At last {QUOTE}."


def test_a_refusal_names_the_source_that_has_the_words(harbour: Path) -> None:
    lay(OTHER, harbour, over=False)
    for id, text in (("gazette-2021-05-30", TEXT), ("herald-2021-05-30", f"The Herald says: {LONG}")):
        CliRunner().invoke(group, ["snapshot", id, "--project", str(harbour)], input=text)
    quoting(harbour, LONG[:-1])
    done = snapshot(harbour, "Pier opens\n\nIt is open.", "--replace")
    assert "  the receipt of `herald-2021-05-30` has these words: is it quoted from there?\n" in done.output
    found = {finding.name: finding for finding in check(harbour, today=today()).findings}
    assert found["unread-quote"].message.endswith("; the receipt of `herald-2021-05-30` does")
    assert found["unread-quote"].help.startswith("name the source that has these words, or save")


@pytest.mark.usefixtures("here")
def test_why_says_that_a_quote_is_beside_the_article(harbour: Path) -> None:
    quoting(harbour, "The ferries sail again from Monday on")
    assert snapshot(harbour, HTML).exit_code == 0
    assert "(sentence 7, beside the article, exact)" in why(harbour, "gazette-2021-05-30").output


@pytest.mark.usefixtures("here")
def test_the_nearest_passage_may_be_beside_the_article(harbour: Path) -> None:
    quoting(harbour, "The ferries sail again from Sunday on, the company says")
    done = snapshot(harbour, HTML)
    assert "  nearest, in sentence 7, beside the article: `The ferries sail again from Monday on" in done.output


def test_the_last_line_of_a_check_says_what_was_not_done(harbour: Path) -> None:
    snapshot(harbour, TEXT)
    done = CliRunner().invoke(group, ["check", "--project", str(harbour)])
    assert done.output.endswith("0 errors, 0 warnings; 0 of 1 receipt confirmed at its address; 0 unaccounted\n")


def test_the_same_text_is_said_to_be_the_same(harbour: Path) -> None:
    snapshot(harbour, TEXT)
    assert f"the text is the same as on {_day(harbour)}\n" in snapshot(harbour, TEXT).output


def test_verifying_writes_nothing_and_tells_by_its_exit_status(harbour: Path) -> None:
    assert snapshot(harbour, TEXT, "--verify").exit_code == 2
    snapshot(harbour, TEXT)
    before = (harbour / RECEIPT).read_bytes()
    done = snapshot(harbour, TEXT, "--verify")
    assert (done.exit_code, done.output.split("\n")[-2]) == (0, "verified: text and receipt agree")
    done = snapshot(harbour, TEXT.replace("Hundreds", "Thousands"), "--verify")
    assert (done.exit_code, done.output.split("\n")[-2]) == (1, "text and receipt differ; nothing was written")
    assert (harbour / RECEIPT).read_bytes() == before


def older(text: str) -> str:
    """A receipt of format 2 as format 1 would have it."""
    text = text.replace('"format": 2', '"format": 1').replace('"no_claim": [],', '"no_claim": []')
    text = re.sub(r'  "(?:article_sentences|quoted_sentences|absent|shares)": .*\n', "", text)
    return re.sub(r',"cut_before".*?}', "}", text)


def test_an_older_receipt_is_valid_until_it_is_taken_again(harbour: Path) -> None:
    snapshot(harbour, TEXT)
    newer = (harbour / RECEIPT).read_text("utf-8")
    (harbour / RECEIPT).write_text(older(newer), "utf-8")
    assert names(harbour) == ["never-confirmed", "older-receipt"]
    done = snapshot(harbour, TEXT, "--verify")
    assert (done.exit_code, done.output.split("\n")[-2]) == (0, "verified: text and receipt agree")
    assert (harbour / RECEIPT).read_text("utf-8") == older(newer)
    assert snapshot(harbour, TEXT).exit_code == 0
    assert (harbour / RECEIPT).read_text("utf-8") == newer


@pytest.mark.parametrize(
    ("arguments", "text", "said"),
    [
        pytest.param(
            ["snapshot", "gazette-2021-05-31"], TEXT, "did you mean `gazette-2021-05-30`?", id="a misspelt source"
        ),
        pytest.param(["snapshot", "gazette-2021-05-30"], "", "", id="nothing on standard input"),
        pytest.param(["snapshot", "gazette-2021-05-30"], "…—“”", "no words", id="no word in the text"),
        pytest.param(["snapshot", "gazette-2021-05-30", "--file", "nowhere.txt"], "", "nowhere.txt", id="no such file"),
        pytest.param(["snapshot", "gazette-2021-05-30"], b"caf\xe9", "UTF-8", id="another encoding"),
        pytest.param(
            ["why", "gazette-2021-05-31"], "", "did you mean `gazette-2021-05-30`?", id="why of a misspelt source"
        ),
    ],
)
def test_what_can_not_be_done_is_one_line_and_status_2(
    arguments: list[str], text: str | bytes, said: str, harbour: Path
) -> None:
    done = CliRunner().invoke(group, [*arguments, "--project", str(harbour)], input=text)
    assert done.exit_code == 2, done.output
    assert done.output.startswith("factpress: ") and said in done.output and done.output.count("\n") == 1
    assert not (harbour / RECEIPT).exists()


OTHER = """
# facts/sources/herald-2021-05-30.yml
type: article-newspaper
title: "A new pier"
issued: 2021-05-30
root: harbour-gazette
# facts/claims/harbour/pier-walk.yml
claim: "Hundreds of people walked along the new pier on 29 May 2021."
evidence:
  - source: herald-2021-05-30
    quote: "Hundreds of people from the town walked along the planks before noon on the first day"
"""
ARTICLE = """
# facts/site.yml
format: 1
name: Harbour facts
articles: [gazette-2021-05-30]
# facts/sources/gazette-2021-05-30.yml
type: article-newspaper
title: "Pier opens"
issued: 2021-05-30
root: harbour-gazette
no_claim:
  - {sentence: 1, begins: "Pier opens", why: "The headline."}
  - {sentence: 3, begins: "It is shut", why: "An opinion."}
"""


def test_why_lists_an_articles_sentences_with_claims_and_excuses(harbour: Path) -> None:
    lay(ARTICLE, harbour)
    done = snapshot(harbour, TEXT)
    assert done.exit_code == 1
    assert "sentence 3 does not begin with `It is shut`\n  it begins with `It is open .`\n" in done.output
    assert set(names(harbour)) == {"excuse-misfit", "uncovered-sentence", "never-confirmed"}
    assert why(harbour, "gazette-2021-05-30").output.split("\n")[-6:] == [
        "sentences: 4, in claims: 1",
        "     1 (2 tokens): no claim: The headline.",
        "     2 (13 tokens): pier-opened",
        "     3 (4 tokens): no claim: An opinion.",
        "     4 (17 tokens): not covered",
        "",
    ]


def test_why_as_json(harbour: Path) -> None:
    lay(ARTICLE, harbour)
    snapshot(harbour, TEXT, "--extent", "excerpt")
    told = json.loads(why(harbour, "gazette-2021-05-30", "--format", "json").output)
    assert (told["source"], told["article"]) == ("gazette-2021-05-30", True)
    assert {**told["receipt"], "read_at": ""} == {
        "state": "sound",
        "extent": "excerpt",
        "read_from": "file",
        "read_at": "",
        "words": 33,
    }
    assert told["budget"] == {"used": 10, "allowed": 60}
    assert told["quotes"] == [
        {
            "claim": "pier-opened",
            "part": "evidence",
            "number": 0,
            "quote": QUOTE,
            "state": "read",
            "class": "exact",
            "sentence": 2,
            "occurrences": 1,
        }
    ]
    assert [(s["number"], s["claims"], s["excuse"]) for s in told["sentences"]] == [
        (1, [], "The headline."),
        (2, ["pier-opened"], None),
        (3, [], "An opinion."),
        (4, [], None),
    ]


def _day(root: Path) -> str:
    return parse_receipt((root / RECEIPT).read_text("utf-8")).read_at
