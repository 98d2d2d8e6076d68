"""F3 of what a quote is about: words beside the point, titles, and words that a source does not have."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.evidence.relevance import Relevance
from factpress.evidence.voices import titles_only
from factpress.findings import Severity, shown
from factpress.rules.rule import Problem, Project, rule


@rule("F315", severity=Severity.WARNING)
def unrelated_quote(project: Project) -> Iterator[Problem]:
    """A quote that has nothing in common with its claim: no figure, no name and no word.

    Why: a true quote about something else proves nothing. The tool looks for a figure of the claim, a name from its
    `about` or `where`, and a word of its text in any form. The commonest words don't count, nor does what a sixth of
    the site's claims say. A `gloss` that says what the words are about is an answer; so is `own_words`.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The ferries carried more cars in spring."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The new pier is open."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
    """
    relevance = Relevance(project.book.claims, project.book.entities)
    for weight in project.book.sound_weights():
        for piece in weight.pieces:
            if not piece.quoted.own_words and relevance.is_beside_the_point(weight, piece):
                message = (
                    "neither quote nor gloss has a figure, a name or a word of the claim: is it about that at all?"
                )
                help = "quote what says it, say in `gloss` what the words are about, or answer in `own_words`"
                yield Problem(weight.claim.at(piece.part, piece.number, "quote"), message, help)


@rule("F316", severity=Severity.WARNING)
def headline_only(project: Project) -> Iterator[Problem]:
    """A source of which nothing but the title is quoted in support of a claim.

    Why: headlines are shorter than what is known, and often not by the reporter. A title adds no voice by itself.

    Bad:

        # facts/sources/gazette-2021-05-30.yml
        type: article-newspaper
        title: "The north pier was opened to the public on Saturday"
        issued: 2021-05-30
        root: harbour-gazette

    Good:

        # facts/sources/gazette-2021-05-30.yml
        type: article-newspaper
        title: "Pier opens"
        issued: 2021-05-30
        root: harbour-gazette
    """
    for weight in project.book.sound_weights():
        for piece in titles_only(weight):
            message = f"only the title of {shown(piece.quoted.source)} is quoted in support, and a title is no voice"
            help = "quote the sentence that says it, or say in `own_words` why the title is enough"
            yield Problem(weight.claim.at(piece.part, piece.number, "quote"), message, help)


@rule("F317")
def said_after_all(project: Project) -> Iterator[Problem]:
    """Words that a claim calls unsaid, and of which the source's receipt does not say so.

    Why: "the report says nothing of it" is a claim like any other. `factpress snapshot` confirms it on a text that
    was read whole; it prints where the words are if they are there. Of a source that was read in part, or not at all,
    nobody knows, and the claim's page says so.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        not_said:
          - source: gazette-2021-05-30
            words: "opened to the public"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
    """
    for claim in project.book.claims.values():
        for n, unsaid in enumerate(claim.not_said):
            state = project.book.silence(unsaid)
            if state == "said":
                message = (
                    f"the receipt of {shown(unsaid.source)} does not confirm that it never says {shown(unsaid.words)}"
                )
                help = f"run `factpress snapshot {unsaid.source} --file FILE`; if the words are there, remove this"
                yield Problem(claim.at("not_said", n, "words"), message, help)
