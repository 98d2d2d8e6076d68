"""F3 of whose words a quote passes on: an editor is asked where that decides the standing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from factpress.evidence.claim_weighing import Piece, Weight
from factpress.evidence.relevance import Relevance
from factpress.evidence.voices import copies, sharing, titles_only, unnamed_voices
from factpress.evidence.whose_word import is_harder, is_known
from factpress.findings import Place, Severity, counted, shown
from factpress.rules.rule import Problem, Project, rule

_FOUND_WANTING = frozenset({"inaccurate", "disputed", "missing-context"})


@rule("F311", severity=Severity.WARNING)
def unnamed_voice(project: Project) -> Iterator[Problem]:
    """A quote whose sentence passes on somebody's word, where it decides the standing whose word that is.

    Why: two papers that pass on one statement are one voice. Name the speaker in `attributed_to`, say in `first_hand`
    why the source itself did it or counted it, or answer in `own_words`. Until then all such quotes of a claim count
    together as one voice.

    Bad:

        # facts/entities/herald.yml
        name: Herald
        type: Organization
        # facts/sources/herald-2021-05-30.yml
        type: article-newspaper
        title: "A new pier"
        issued: 2021-05-30
        root: herald
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
          - source: herald-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        $ sed -i 's/"reported":false/"reported":true/' facts/receipts/gazette-2021-05-30.json
        $ cp facts/receipts/gazette-2021-05-30.json facts/receipts/herald-2021-05-30.json

    Good:

        # facts/entities/herald.yml
        name: Herald
        type: Organization
        # facts/entities/harbour-office.yml
        name: Harbour Office
        type: Organization
        # facts/sources/herald-2021-05-30.yml
        type: article-newspaper
        title: "A new pier"
        issued: 2021-05-30
        root: herald
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            attributed_to: harbour-office
            quote: "the north pier was opened to the public on Saturday"
          - source: herald-2021-05-30
            own_words: "The Herald's reporter was there; the sentence reports another thing as said."
            quote: "the north pier was opened to the public on Saturday"
        $ sed -i 's/"reported":false/"reported":true/' facts/receipts/gazette-2021-05-30.json
        $ cp facts/receipts/gazette-2021-05-30.json facts/receipts/herald-2021-05-30.json
    """
    for weight in project.book.sound_weights():
        for piece in unnamed_voices(weight):
            message = (
                "the sentence passes on somebody's word, and nothing says whose; counted as unnamed people's, "
                f"the claim is {shown(weight.standing)}"
            )
            help = (
                "name the speaker in `attributed_to`, or say in `first_hand` or `own_words` why it is the source's word"
            )
            yield Problem(_at(weight, piece), message, help)


@rule("F312", severity=Severity.WARNING)
def harder_than_said(project: Project) -> Iterator[Problem]:
    """A claim that states flatly what the article reports as somebody's word, or as unsure, and finds it wanting.

    Why: an article that says "is believed to" is not wrong because it was not so. A claim says no more than the
    article does: word it as the article does, use `said_by`, or answer in `own_words`.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        appears_in:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        verdict: disputed
        because: "The harbour office says otherwise."
        $ sed -i 's/"hedged":false/"hedged":true/' facts/receipts/gazette-2021-05-30.json

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier was believed to have opened on 29 May 2021."
        appears_in:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        verdict: disputed
        because: "The harbour office says otherwise."
        $ sed -i 's/"hedged":false/"hedged":true/' facts/receipts/gazette-2021-05-30.json
    """
    for weight in project.book.sound_weights():
        for piece in weight.pieces:
            if not piece.quoted.own_words and _is_harder(weight, piece):
                message = (
                    "the article's sentence reports this as somebody's word, or as unsure; the claim states it flatly"
                )
                help = (
                    "word the claim as the article does, use `said_by`, or say in `own_words` why it is the article's"
                )
                yield Problem(_at(weight, piece), message, help)


@rule("F313", severity=Severity.WARNING)
def one_report_two_roots(project: Project) -> Iterator[Problem]:
    """Two voices of a claim whose sources have the same sentences, where one voice would change its standing.

    Why: a copy of an agency's report in another paper is the agency's word again. When the tool reads a text, it
    compares its sentences with those of the other sources, outside quotation marks.

    Bad:

        # facts/entities/herald.yml
        name: Herald
        type: Organization
        # facts/sources/herald-2021-05-30.yml
        type: article-newspaper
        title: "A new pier"
        issued: 2021-05-30
        root: herald
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
          - source: herald-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        $ sed 's/"shares": ../"shares": [\\n    {"source":"gazette-2021-05-30","sentences":[],"quotes":["a85beacda6effec8"]}\\n  ]/' facts/receipts/gazette-2021-05-30.json > facts/receipts/herald-2021-05-30.json

    Good:

        # facts/sources/herald-2021-05-30.yml
        type: article-newspaper
        title: "A new pier"
        issued: 2021-05-30
        root: harbour-gazette
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
          - source: herald-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        $ sed 's/"shares": ../"shares": [\\n    {"source":"gazette-2021-05-30","sentences":[],"quotes":["a85beacda6effec8"]}\\n  ]/' facts/receipts/gazette-2021-05-30.json > facts/receipts/herald-2021-05-30.json
    """  # noqa: E501 a receipt is one entry a line
    shared = sharing(project.book.receipts)
    for weight in project.book.sound_weights() if shared else ():
        for first, second in copies(weight, shared):
            sentences, quotes = shared[frozenset({first.quoted.source, second.quoted.source})]
            same = [counted(sentences, "sentence")] * bool(sentences) + [counted(quotes, "quote")] * bool(quotes)
            message = (
                f"{shown(second.quoted.source)} has {' and '.join(same)} in common with "
                f"{shown(first.quoted.source)}, and both count as voices: {first.root} and {second.root}"
            )
            help = "give both sources the `root` whose report it is, or say in `own_words` why they are two"
            yield Problem(_at(weight, second), message, help)


@rule("F314")
def idle_own_words(project: Project) -> Iterator[Problem]:
    """An answer in `own_words` to a question that no check asks.

    Why: an answer that nobody needs hides the next mistake. `own_words` answers F311 `unnamed-voice`, F312
    `harder-than-said`, F313 `one-report-two-roots`, F315 `unrelated-quote` and F316 `headline-only`. A receipt of
    format 1 cannot say whether it is needed.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            own_words: "The paper saw it."
            quote: "the north pier was opened to the public on Saturday"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
    """
    shared, relevance = sharing(project.book.receipts), Relevance(project.book.claims, project.book.entities)
    for weight in project.book.sound_weights():
        answers = [n for n, each in enumerate(weight.pieces) if each.quoted.own_words and is_known(each.proof)]
        if not answers:
            continue
        without = weight.without_own_words()
        asked = [*unnamed_voices(without), *titles_only(without), *chain.from_iterable(copies(without, shared))]
        for n in answers:
            piece = without.pieces[n]
            is_asked = any(each is piece for each in asked) or _is_harder(without, piece)
            if not is_asked and not relevance.is_beside_the_point(without, piece):
                message = "`own_words` answers nothing: no check asks whose words these are, or what they are about"
                yield Problem(weight.claim.at(piece.part, piece.number, "own_words"), message, "remove it")


def _is_harder(weight: Weight, piece: Piece) -> bool:
    """Whether a claim that is found wanting says more than the article does."""
    is_article = piece.part == "appears_in" and weight.claim.verdict in _FOUND_WANTING
    return is_article and is_harder(weight.claim, piece.quoted, piece.proof, piece.language)


def _at(weight: Weight, piece: Piece) -> Place:
    return weight.claim.at(piece.part, piece.number, "quote")
