"""Whose word a sentence passes on and whether it hedges, over 290 invented sentences and what looks like them."""

from pathlib import Path

import pytest
from tables import read_table

from factpress.evidence.telling import marks, outside, words_of

SENTENCES = {
    sentence: kind
    for kind, sentences in read_table(Path(__file__).with_name("whose_words.yml")).items()
    for sentence in sentences
}


def judged(sentence: str) -> str:
    """The kind of a sentence by its marks."""
    found = marks(sentence, "en")
    assert found is not None
    kinds = {mark.kind for mark in found}
    return {0: "own", 2: "both"}.get(len(kinds)) or ("reported" if "reports" in kinds else "hedged")


def test_nine_sentences_in_ten_are_judged_right_and_the_others_ask() -> None:
    wrong = {sentence: judged(sentence) for sentence, kind in SENTENCES.items() if judged(sentence) != kind}
    assert len(SENTENCES) == 290
    assert len(wrong) <= 29, wrong
    silent = [sentence for sentence, kind in wrong.items() if kind == "own" or SENTENCES[sentence] in ("both",)]
    assert not silent, silent


@pytest.mark.parametrize(
    "sentence",
    [
        "On 4 May about 40 came, at least 30 by boat.",
        "May was dry.",
        "In May, it rained.",
        "There were no reports of casualties.",
        "The harbour, home to the United States embassy, has two piers.",
        "Boats from the United States landed at noon and left again.",
        "Near the Coast Reports building two boats burned in 1931.",
    ],
)
def test_bounds_names_the_month_may_and_missing_reports_are_the_source_s_own_words(sentence: str) -> None:
    assert judged(sentence) == "own"


def test_a_quote_within_a_sentence_has_its_marks_outside_it() -> None:
    sentence = "The ministry said that the bridge may fall."
    start = sentence.index("the bridge")
    assert outside(sentence, start, len(sentence) - 1, "en").reports is True
    assert outside(sentence, start, len(sentence) - 1, "en").hedges is False
    assert outside(sentence, start, start + len("the bridge"), "en").hedges is True


def test_of_a_language_without_lists_nobody_knows() -> None:
    assert marks("Der Minister sagte, die Brücke sei zu.", "de") is None
    assert outside("Ministern sade att bron är stängd.", 0, 3, "sv").reports is None


def test_forms_of_a_reporting_word_are_one() -> None:
    assert words_of("The cabinet announced it.", "en", "reports") == words_of("An announcement.", "en", "reports")
