"""F1 of quotes: one unbroken run of the source's own words, long enough to mean something, given once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factpress.evidence.budget import length_of
from factpress.findings import counted, shown
from factpress.records.claim import Appearance, Claim
from factpress.records.receipt import QuoteEntry
from factpress.records.record import Keys
from factpress.records.site import Budgets
from factpress.rules.rule import Problem, Project, rule

_SENTENCE_END = re.compile(r"[.?!…。？！؟।۔][\"'”’»›)\]]*$")
_OUR_MARKS = re.compile(r"…|\.\.\.|[\[\]]")


@rule("F101")
def quote_length(project: Project) -> Iterator[Problem]:
    """A quote that is longer than the site allows, or shorter than 5 words and not the whole of something.

    Why: a few words without their context can mean anything, and a long quote copies somebody's work. A whole
    sentence, heading, caption, post, table cell or line may be shorter: the receipt says whether a quote is one. A
    receipt of format 1 does not, and then the quote must look like a sentence. In Chinese, Japanese and Thai each
    sign counts: 10 signs are the fewest.

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
        length = length_of(piece.quote, budgets)
        has = f"the quote has {counted(length.count, length.noun)}"
        if length.count > length.most:
            message = f"{has}; at most {length.most} are allowed"
            help = "shorten it to the words that say it, or give two pieces of evidence"
            yield Problem(claim.at(*keys, "quote"), message, help)
        elif length.count < length.fewest:
            entry = _entry(project, claim, keys)
            if entry is not None:
                if entry.whole is None:
                    message = (
                        f"{has}; fewer than {length.fewest} must be a whole sentence, heading, caption, cell or line"
                    )
                    yield Problem(claim.at(*keys, "quote"), message, "quote more of the sentence")
            elif not _is_sentence(piece.quote):
                message = f"{has}; a quote of fewer than {length.fewest} must be a whole sentence"
                help = (
                    "quote more of the sentence; if it is a whole heading, caption, cell or line of the source, run "
                    "`factpress snapshot`: the receipt will say so"
                )
                yield Problem(claim.at(*keys, "quote"), message, help)


@rule("F102")
def quote_brackets(project: Project) -> Iterator[Problem]:
    """An ellipsis or a bracket inside a quote that is not the source's own.

    Why: a quote is one unbroken run of the source's own words, so anybody can find it there. Two runs are two
    pieces of evidence, and `gloss` says what `it` means. The receipt says whether the source itself has the mark; a
    receipt of format 1 does not.

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
        entry = _entry(project, claim, keys)
        if mark and (entry is None or not entry.own_marks):
            what = "a bracket" if mark[0] in "[]" else "an ellipsis"
            whose = "which is rarely the source's own" if entry is None else "which the source does not have there"
            message = f"the quote contains {what}, {shown(mark[0])}, {whose}"
            help = "give two pieces of evidence, or say it in `gloss`"
            if entry is None:
                help += "; if the source has the mark, run `factpress snapshot`: the receipt will say so"
            yield Problem(claim.at(*keys, "quote"), message, help)


@rule("F103")
def quote_blocks(project: Project) -> Iterator[Problem]:
    """A quote that continues after the end of a paragraph.

    Why: words of two paragraphs are not one run. A picture or another story may be between them.

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
            help = "give the words of each paragraph as a separate piece of evidence"
            yield Problem(
                claim.at(*keys, "quote"), "the quote contains an empty line, so it is from two paragraphs", help
            )


@rule("F113")
def idle_answer(project: Project) -> Iterator[Problem]:
    """An answer to a dispute, on evidence that disputes nothing.

    Why: `answered` sets a dispute aside and says so to readers. Here there is no dispute.

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
                message = f"`answered` answers a dispute, but the stance of this evidence is `{piece.stance}`"
                help = "remove it, or write `stance: disputes`"
                yield Problem(claim.at("evidence", n, "answered"), message, help)


@rule("F116")
def repeated_evidence(project: Project) -> Iterator[Problem]:
    """The same words of the same source, given twice as evidence of one claim.

    Why: repeated words are not more evidence.

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
                message = f"line {line} already gives the same words of {shown(piece.source)}"
                yield Problem(claim.at("evidence", n, "quote"), message, "remove one of the two")


def _pieces(project: Project) -> Iterator[tuple[Claim, Keys, Appearance]]:
    """Every quoted piece of the article or of evidence, with its claim and its place there."""
    for claim in project.book.claims.values():
        for n, appearance in enumerate(claim.appears_in):
            yield claim, ("appears_in", n), appearance
        for n, evidence in enumerate(claim.evidence):
            yield claim, ("evidence", n), evidence


def _entry(project: Project, claim: Claim, keys: Keys) -> QuoteEntry | None:
    """What the receipt knows of a quote's form; nothing where it was not read, or by a receipt of format 1."""
    part, number = keys
    proof = project.book.proofs.get((claim.id, "evidence" if part == "evidence" else "appears_in", int(number)))
    if proof is None or proof.receipt is None or proof.receipt.format == 1:
        return None
    return proof.entry


def _is_sentence(quote: str) -> bool:
    """Whether a quote reads as a whole sentence: by its first character and its last."""
    return not quote[0].islower() and _SENTENCE_END.search(quote) is not None
