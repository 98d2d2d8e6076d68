"""F1 of claims: a claim is one plain statement, and a verdict has all the fields that it needs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factpress.findings import shown
from factpress.records import text
from factpress.records.claim import LINKED_TEXTS
from factpress.rules.rule import Problem, Project, rule

MOST_CHARACTERS = 300
_CLOSING_MARKS = "\"'”’»›“‘「」『』)"
# The full stops of scripts: Latin and most others, Chinese and Japanese, Devanagari and Bengali, Urdu.
_FULL_STOPS = (".", "。", "।", "۔")
_QUESTION_MARKS = ("?", "？", "؟")


@rule("F104")
def claim_form(project: Project) -> Iterator[Problem]:
    """A claim that is not one plain statement: a question, without a full stop, or too long.

    Why: only a statement is true or false. A claim of 300 characters is two claims, with evidence for one of them.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "Did the north pier open on 29 May 2021?"
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
    """
    for claim in project.book.claims.values():
        words = text.without_links(claim.claim)
        end = words.rstrip(_CLOSING_MARKS)
        if end.endswith(_QUESTION_MARKS):
            yield Problem(claim.at("claim"), "the claim is a question", "write a statement that is true or false")
        elif not end.endswith(_FULL_STOPS):
            yield Problem(claim.at("claim"), "the claim does not end with a full stop", "write one whole sentence")
        if len(words) > MOST_CHARACTERS:
            message = f"the claim has {len(words):,} characters; at most {MOST_CHARACTERS} are allowed"
            yield Problem(claim.at("claim"), message, "split it into several claims")


@rule("F105")
def foreign_link(project: Project) -> Iterator[Problem]:
    """A link in a claim's texts that does not lead to a record.

    Why: a claim rests on a source and its quote, not on a page that may say something else tomorrow.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The [north pier](https://piers.example/north) opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021, [the Gazette wrote](source:gazette-2021-05-30)."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
    """
    for claim in project.book.claims.values():
        for name in LINKED_TEXTS:
            for address in text.foreign_links(getattr(claim, name) or ""):
                message = f"a link leads to {shown(address)}, which is not a record"
                help = "link to `claim:`, `source:` or `entity:` and an id, or remove the link"
                yield Problem(claim.at(name), message, help)


@rule("F106")
def verdict_incomplete(project: Project) -> Iterator[Problem]:
    """A verdict without a field that it needs, or such a field without a verdict.

    Why: a judgement without a reason only asks readers to believe it. A verdict that calls something inaccurate
    must say in `instead` what is correct.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        appears_in:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        verdict: accurate

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        appears_in:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        verdict: accurate
        because: "The harbour's log has the same day."
    """
    verdicts = project.book.verdicts
    for claim in project.book.claims.values():
        if claim.verdict is None:
            for name in ("because", "instead"):
                if getattr(claim, name):
                    yield Problem(
                        claim.at(name),
                        f"`{name}` needs a verdict, and the claim has none",
                        f"add a verdict, or remove `{name}`",
                    )
        elif claim.verdict in verdicts:
            for name in verdicts[claim.verdict].needs:
                if not getattr(claim, name):
                    yield Problem(
                        claim.at("verdict"), f"the verdict {shown(claim.verdict)} needs `{name}`", f"add `{name}`"
                    )


@rule("F107")
def background_verdict(project: Project) -> Iterator[Problem]:
    """A verdict on a claim that no article makes.

    Why: a verdict judges the words of an article. A claim without `appears_in` is background: it has a standing,
    but there are no words to judge.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        verdict: accurate
        because: "The Gazette was there."

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
    """
    for claim in project.book.claims.values():
        if claim.verdict is not None and not claim.appears_in:
            message = "the claim has a verdict, but no words of an article to judge"
            yield Problem(claim.at("verdict"), message, "add `appears_in`, or remove the verdict")


@rule("F112")
def corrections_order(project: Project) -> Iterator[Problem]:
    """Corrections that are not sorted with the newest first.

    Why: readers see the newest first, and an ordered list shows at once what was added.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        corrections:
          - {date: 2021-06-02, kind: correction, was: "It opened on 28 May 2021.", why: "That was the preview."}
          - {date: 2021-06-09, kind: clarification, was: "It opened on Saturday.", why: "The date is clearer."}

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        corrections:
          - {date: 2021-06-09, kind: clarification, was: "It opened on Saturday.", why: "The date is clearer."}
          - {date: 2021-06-02, kind: correction, was: "It opened on 28 May 2021.", why: "That was the preview."}
    """
    for claim in project.book.claims.values():
        for n, (above, below) in enumerate(pairwise(claim.corrections), start=1):
            if above.date.earliest and below.date.earliest and below.date.earliest > above.date.earliest:
                message = f"the correction of {below.date.in_words()} is below the older one of {above.date.in_words()}"
                yield Problem(claim.at("corrections", n, "date"), message, "put the newest first")
