"""F1 of quotes: one unbroken run of the source's own words, long enough to mean something, given once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factpress.evidence.budget import FEWEST_WORDS
from factpress.findings import shown
from factpress.records.claim import Appearance, Claim
from factpress.records.record import Keys
from factpress.records.site import Budgets
from factpress.rules.rule import Found, Project, rule

_SENTENCE_END = re.compile(r"[.?!…。？！؟।۔][\"'”’»›)\]]*$")
_OUR_MARKS = re.compile(r"…|\.\.\.|[\[\]]")


@rule("F101")
def quote_length(project: Project) -> Iterator[Found]:
    """A quote that is longer than the site's budget for one, or shorter than 5 words and no whole sentence.

    Why: a few words torn out say whatever one likes, and long ones copy somebody's work. A whole caption,
    post or headline that is shorter has a waiver, whose reason says so.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "opened to the public"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "The pier is open."
    """
    budgets = project.book.site.budgets if project.book.site else Budgets()
    for claim, keys, piece in _pieces(project):
        count = sum(any(map(str.isalnum, word)) for word in piece.quote.split())
        words = "1 word" if count == 1 else f"{count} words"
        if count > budgets.quote_words:
            message = f"the quote has {words}, and at most {budgets.quote_words} may be quoted at once"
            help = "cut it to the words that say it, or give two pieces of evidence"
            yield Found(claim.at(*keys, "quote"), message, help)
        elif count < FEWEST_WORDS and not _is_sentence(piece.quote):
            message = f"the quote has {words}; fewer than {FEWEST_WORDS} have to be a whole sentence"
            help = "quote more of the sentence; a whole caption, post or headline is waived with `allow`"
            yield Found(claim.at(*keys, "quote"), message, help)


@rule("F102")
def quote_brackets(project: Project) -> Iterator[Found]:
    """An ellipsis or a bracket inside a quote.

    Why: a quote is one unbroken run of the source's own words, so that anybody can find it there. Two runs
    are two pieces of evidence, and what `it` means stands in `gloss`. Where the source itself has the mark,
    a waiver says so.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "it [the north pier] was opened to the public on Saturday"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "it was opened to the public on Saturday"
            gloss: "`It` is the north pier."
    """
    for claim, keys, piece in _pieces(project):
        mark = _OUR_MARKS.search(piece.quote)
        if mark:
            what = "a bracket" if mark[0] in "[]" else "an ellipsis"
            message = f"the quote holds {what}, {shown(mark[0])}, which is seldom the source's own"
            help = "give two pieces of evidence, or say it in `gloss`; where the source has it, waive this with `allow`"
            yield Found(claim.at(*keys, "quote"), message, help)


@rule("F103")
def quote_blocks(project: Project) -> Iterator[Found]:
    """A quote that runs over the end of a paragraph.

    Why: words of two blocks are not one run: between them may stand a picture, or another story.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: |
              The north pier is open.

              Hundreds came on Saturday.

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: |
              The north pier is open.
          - source: gazette-2021-05-30
            quote: "Hundreds came on Saturday."
    """
    for claim, keys, piece in _pieces(project):
        if "\n\n" in piece.quote:
            help = "give each paragraph's words as a piece of evidence of their own"
            yield Found(claim.at(*keys, "quote"), "the quote holds an empty line, so it is of two paragraphs", help)


@rule("F113")
def idle_answer(project: Project) -> Iterator[Found]:
    """An answer to a dispute, given to evidence that disputes nothing.

    Why: `answered` takes a dispute out of the reckoning and says so to readers; here there is none.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            stance: context
            quote: "the mayor had promised it for the spring"
            answered: "It was late spring."

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            stance: disputes
            quote: "the north pier will open to the public next week"
            answered: "An early edition; the late one reports the opening."
    """
    for claim in project.book.claims.values():
        # Where there are figures or a date, the tool may see a dispute by itself.
        is_compared = bool(claim.figures) or claim.when is not None
        for n, piece in enumerate(claim.evidence):
            idle = piece.stance == "context" or (piece.stance == "supports" and not is_compared)
            if piece.answered and idle:
                message = f"`answered` answers a dispute, and this evidence has the stance `{piece.stance}`"
                help = "remove it, or write `stance: disputes`"
                yield Found(claim.at("evidence", n, "answered"), message, help)


@rule("F116")
def repeated_evidence(project: Project) -> Iterator[Found]:
    """The same words of the same source, given twice as evidence of one claim.

    Why: a thing said once counts once.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
          - source: gazette-2021-05-30
            quote: "Hundreds walked along the new pier on its first day"
    """
    for claim in project.book.claims.values():
        first: dict[tuple[str, str], int] = {}
        for n, piece in enumerate(claim.evidence):
            before = first.setdefault((piece.source, piece.quote), n)
            if before != n:
                line = claim.at("evidence", before, "quote").line
                message = f"the same words of {shown(piece.source)} are given at line {line} already"
                yield Found(claim.at("evidence", n, "quote"), message, "remove one of the two")


def _pieces(project: Project) -> Iterator[tuple[Claim, Keys, Appearance]]:
    """Every quoted piece of the article or of evidence, with its claim and its place there."""
    for claim in project.book.claims.values():
        for n, appearance in enumerate(claim.appears_in):
            yield claim, ("appears_in", n), appearance
        for n, evidence in enumerate(claim.evidence):
            yield claim, ("evidence", n), evidence


def _is_sentence(quote: str) -> bool:
    """Whether a quote reads as a whole sentence: by its first character and its last."""
    return not quote[0].islower() and _SENTENCE_END.search(quote) is not None
