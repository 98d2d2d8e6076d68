"""Whose words a quote passes on: from the text that `factpress snapshot` reads to what `factpress check` asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from commands import run

from factpress.cli.examples import lay
from factpress.cli.main import group
from factpress.pipeline import check
from factpress.records.receipt import parse_receipt
from factpress.site.clock import today

ONE, TWO = "gazette-2021-05-30", "herald-2021-05-30"
QUOTE = "the pier was opened to the public before 300 guests"
OWN = f"On Saturday, {QUOTE}. It rained."
TOLD = f"On Saturday, {QUOTE}, the harbour office said. It rained."
RECORDS = """
# facts/site.yml
format: 1
name: Harbour facts
articles: [post-2021-05-31]
# facts/entities/herald.yml
name: Herald
type: Organization
# facts/entities/post.yml
name: Post
type: Organization
# facts/entities/harbour-office.yml
name: Harbour Office
type: Organization
# facts/sources/herald-2021-05-30.yml
type: article-newspaper
title: "A new pier"
issued: 2021-05-30
root: herald
# facts/sources/post-2021-05-31.yml
type: article-newspaper
title: "Guests on the pier"
issued: 2021-05-31
root: post
# facts/claims/harbour/pier-opened.yml
claim: "The north pier opened before 300 guests."
figures: {guests: 300}
appears_in:
  - source: post-2021-05-31
    quote: "some 300 guests were on the pier that day"
evidence:
  - source: gazette-2021-05-30
    quote: "the pier was opened to the public before 300 guests"
  - source: herald-2021-05-30
    quote: "the pier was opened to the public before 300 guests"
verdict: accurate
because: "Two papers say so."
"""
ARTICLE = "The weather was bad. By noon some 300 guests were on the pier that day. Nobody fell."


@pytest.fixture
def pier(tmp_path: Path) -> Path:
    lay(RECORDS, tmp_path)
    (tmp_path / f"facts/receipts/{ONE}.json").unlink()
    snapshot(tmp_path, "post-2021-05-31", ARTICLE)
    return tmp_path


def snapshot(root: Path, id: str, text: str) -> Result:
    return CliRunner().invoke(group, ["snapshot", id, "--project", str(root)], input=text)


def changed(root: Path, *pairs: tuple[str, str]) -> None:
    claim = root / "facts/claims/harbour/pier-opened.yml"
    text = claim.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    claim.write_text(text, "utf-8")


def asked(root: Path) -> list[str]:
    """The names of what the check finds."""
    return sorted({each.name for each in check(root, today=today()).findings})


def taken(root: Path, one: str, two: str) -> None:
    snapshot(root, ONE, one)
    snapshot(root, TWO, two)


def test_two_papers_own_words_are_two_voices(pier: Path) -> None:
    taken(pier, OWN, f"Then, {QUOTE}. It was windy.")
    entry = parse_receipt((pier / f"facts/receipts/{ONE}.json").read_text("utf-8")).quotes[0]
    assert (entry.cut_before, entry.cut_after, entry.reported, entry.hedged) == (True, False, False, False)


def test_where_both_pass_on_a_word_the_editor_is_asked_and_the_verdict_waits(pier: Path) -> None:
    taken(pier, TOLD, f"Officials said that {QUOTE}, in the rain.")
    found = asked(pier)
    assert "unnamed-voice" in found and "unearned-verdict" not in found
    assert check(pier, today=today()).book.weights["pier-opened"].standing == "single-source"


def test_the_speaker_s_name_answers_and_then_the_verdict_is_judged(pier: Path) -> None:
    taken(pier, TOLD, f"Officials said that {QUOTE}, in the rain.")
    changed(pier, (f'    quote: "{QUOTE}"', f'    attributed_to: harbour-office\n    quote: "{QUOTE}"'))
    found = asked(pier)
    assert "unnamed-voice" not in found and "unearned-verdict" in found


def test_own_words_answer_and_where_nobody_asks_they_are_an_error(pier: Path) -> None:
    taken(pier, TOLD, f"Officials said that {QUOTE}, in the rain.")
    changed(pier, (f'    quote: "{QUOTE}"', f'    own_words: "Its reporter was there."\n    quote: "{QUOTE}"'))
    assert not {"unnamed-voice", "idle-own-words", "unearned-verdict"} & set(asked(pier))
    taken(pier, OWN, f"Then, {QUOTE}. It was windy.")
    # The two texts share a quote, which is another question, until they have one root.
    assert "idle-own-words" not in asked(pier)
    source = pier / f"facts/sources/{TWO}.yml"
    source.write_text(source.read_text("utf-8").replace("root: herald", "root: harbour-gazette"), "utf-8")
    assert "idle-own-words" in asked(pier)


def test_one_that_passes_on_a_word_beside_one_that_does_not_is_not_asked(pier: Path) -> None:
    taken(pier, TOLD, f"Then, {QUOTE}. It was windy.")
    assert "unnamed-voice" not in asked(pier)


def test_a_claim_about_an_announcement_is_not_asked_whose_it_is(pier: Path) -> None:
    taken(pier, f"The mayor announced that {QUOTE}.", f"It was announced that {QUOTE}.")
    changed(pier, ("The north pier opened before", "The mayor announced that the pier opened before"))
    assert "unnamed-voice" not in asked(pier)


def test_a_receipt_of_format_1_asks_nothing(pier: Path) -> None:
    taken(pier, TOLD, f"Officials said that {QUOTE}, in the rain.")
    for id in (ONE, TWO):
        path = pier / f"facts/receipts/{id}.json"
        old = parse_receipt(path.read_text("utf-8")).model_dump(by_alias=True)
        known = ("position", "sentence", "class", "occurrences", "hash")
        old |= {"format": 1, "article_sentences": None, "quoted_sentences": None, "absent": (), "shares": ()}
        old["quotes"] = tuple({name: entry[name] for name in known} for entry in old["quotes"])
        path.write_text(type(parse_receipt(path.read_text("utf-8"))).model_validate(old).text(), "utf-8")
    changed(pier, (f'    quote: "{QUOTE}"', f'    own_words: "Its reporter was there."\n    quote: "{QUOTE}"'))
    assert not {"unnamed-voice", "idle-own-words", "damaged-receipt", "unread-quote"} & set(asked(pier))


def test_a_hedged_article_is_not_judged_by_a_flat_claim(pier: Path) -> None:
    taken(pier, OWN, f"Then, {QUOTE}. It was windy.")
    snapshot(pier, "post-2021-05-31", ARTICLE.replace("By noon some", "It is believed that some"))
    assert "harder-than-said" not in asked(pier)
    changed(pier, ("verdict: accurate", "verdict: missing-context"))
    assert "harder-than-said" in asked(pier)
    changed(pier, ('    quote: "some', '    own_words: "The paper counts them itself further on."\n    quote: "some'))
    assert not {"harder-than-said", "idle-own-words"} & set(asked(pier))


def test_a_copy_read_later_or_earlier_is_one_report(pier: Path) -> None:
    taken(pier, OWN, f"Then, {QUOTE}. It was windy.")
    # The gazette was read first, when nothing was there to compare it with.
    assert "one-report-two-roots" in asked(pier)
    done = snapshot(pier, TWO, f"Then, {QUOTE}. It was windy.")
    assert f"  it has 1 quote in common with `{ONE}`: one report, or two?\n" in done.output


def test_a_folder_is_compared_as_single_texts_are(pier: Path) -> None:
    changed(pier, ("verdict:", f'not_said:\n  - source: {ONE}\n    words: "It snowed"\nverdict:'))
    for path in (pier / "facts/receipts").glob("*.json"):
        path.unlink()
    (pier / "saved").mkdir()
    for id in (ONE, TWO):
        (pier / f"saved/{id}.txt").write_text(f"Then, {QUOTE}. It was windy.", "utf-8")
    done = CliRunner().invoke(group, ["snapshot", "--all", str(pier / "saved"), "--project", str(pier)])
    assert done.exit_code == 0, done.output
    assert f"  it has 1 sentence and 1 quote in common with `{ONE}`: one report, or two?\n" in done.output
    assert "one-report-two-roots" in asked(pier)
    assert len(check(pier, today=today()).book.receipts[ONE].absent) == 1


def test_words_said_after_all_are_an_error_and_a_part_of_a_text_proves_nothing(pier: Path) -> None:
    changed(pier, ("verdict:", f'not_said:\n  - source: {ONE}\n    words: "It rained"\nverdict:'))
    assert "said-after-all" not in asked(pier)
    done = snapshot(pier, ONE, OWN)
    assert done.exit_code == 1
    assert "said after all, in sentence 2: `It rained`\n" in done.output
    assert "said-after-all" in asked(pier)
    done = snapshot(pier, ONE, OWN.replace(" It rained.", " It was dry."))
    assert done.exit_code == 0
    assert "said-after-all" not in asked(pier)


def test_why_and_the_check_go_on_with_the_title_as_no_voice(pier: Path) -> None:
    taken(pier, f"{QUOTE.capitalize()}\n\nIt rained.", f"Then, {QUOTE}. It was windy.")
    source = pier / f"facts/sources/{ONE}.yml"
    source.write_text(source.read_text("utf-8").replace("Pier opens", QUOTE.capitalize()), "utf-8")
    assert "headline-only" in asked(pier)
    assert check(pier, today=today()).book.weights["pier-opened"].standing == "single-source"
    assert run("why", "pier-opened", cwd=pier).returncode == 0
