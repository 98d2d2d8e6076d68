"""F4 of figures: a quote says each figure, and no declared value contradicts the quote's own words."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.evidence.claim_weighing import Piece, Weight
from factpress.evidence.quote_weighing import Trouble
from factpress.findings import Severity, listed, shown
from factpress.records.claim import Claim
from factpress.rules.rule import Problem, Project, rule


@rule("F401")
def unsaid_figure(project: Project) -> Iterator[Problem]:
    """A figure that no quote says, neither in `appears_in` nor in `evidence`.

    Why: a number without a quote may be invented. The tool looks for the figure in the quotes. Where a reader must
    work it out, as in two and one for three, declare it in `says`.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened to 300 guests."
        figures: {guests: 300}
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened to 300 guests."
        figures: {guests: 300}
        evidence:
          - source: gazette-2021-05-30
            quote: "some 300 guests saw the north pier open"
            says: {guests: 300}
    """
    for claim, weight in _standing_claims(project):
        troubled = {name for piece in _speaking(weight) for each in piece.reading.troubles for name in each.figures}
        for name, figure in claim.figures.items():
            if name in troubled or weight.said_by(name) or not all(piece.root for piece in weight.pieces):
                # What can't be read, and a source that is broken or unknown, are findings of their own.
                continue
            near = next((piece for piece in _speaking(weight) if piece.read(name).verb == "compatible"), None)
            message = f"no quote says {shown(str(figure))}"
            if near is not None:
                words = near.read(name).words or str(near.quoted.says[name])
                message += f": {shown(words)} may mean it, but also other values"
            help = "quote words that say it, or declare it in the `says` of the quote that means it"
            yield Problem(claim.at("figures", name), message, help)


@rule("F402")
def declared_otherwise(project: Project) -> Iterator[Problem]:
    """A value declared in `says` that the quote's own words contradict.

    Why: `says` is for what the tool can't read. If the quote has one number of that kind and it is another one, the
    declaration is wrong, or belongs to another figure.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened to 300 guests."
        figures: {guests: 300}
        evidence:
          - source: gazette-2021-05-30
            quote: "there were 200 guests at the opening of the north pier"
            says: {guests: 300}

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened to 300 guests."
        figures: {guests: 300}
        evidence:
          - source: gazette-2021-05-30
            quote: "two hundred guests came by land and a hundred by sea"
            says: {guests: 300}
    """
    for claim, piece, trouble in _troubles(project, "against"):
        name = trouble.figures[0]
        said = shown(str(piece.quoted.says[name]))
        message = f"{said} is declared, but the quote says {shown(trouble.words)}"
        yield Problem(
            claim.at(piece.part, piece.number, "says", name), message, "correct the value, or declare `silent`"
        )


@rule("F403")
def undecided_figure(project: Project) -> Iterator[Problem]:
    """A number in a quote that can be the value of several figures, so the tool counts it for none.

    Why: one number counts for one figure, and a person decides for which.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier has 3 lamps and cost 3 lives."
        figures: {lamps: 3, lives: 3}
        evidence:
          - source: gazette-2021-05-30
            quote: "there are three of them on the new north pier"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier has 3 lamps and cost 3 lives."
        figures: {lamps: 3, lives: 3}
        evidence:
          - source: gazette-2021-05-30
            quote: "there are three of them on the new north pier"
            says: {lamps: 3, lives: silent}
    """
    for claim, piece, trouble in _troubles(project, "undecided"):
        message = f"{shown(trouble.words)} could be {listed(trouble.figures)}"
        help = f"declare which it is in `says`, for example `says: {{{trouble.figures[0]}: silent}}`"
        yield Problem(claim.at(piece.part, piece.number, "quote"), message, help)


@rule("F404")
def unreadable_figures(project: Project) -> Iterator[Problem]:
    """A quote in a language whose figures the tool can't read, in a claim with figures.

    Why: what the tool can't read does not pass. An editor who knows the language declares what the quote says,
    figure by figure.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened to 300 guests."
        figures: {guests: 300}
        evidence:
          - source: gazette-2021-05-30
            language: fr
            quote: "trois cents personnes ont vu la nouvelle jetée"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened to 300 guests."
        figures: {guests: 300}
        evidence:
          - source: gazette-2021-05-30
            language: fr
            quote: "trois cents personnes ont vu la nouvelle jetée"
            says: {guests: 300}
    """
    for claim, piece, trouble in _troubles(project, "language"):
        message = (
            f"the tool can't read figures in {shown(trouble.words)}, and the claim has "
            f"{listed(trouble.figures, last='and')}"
        )
        help = f"declare what the quote says: `says: {{{trouble.figures[0]}: …}}`, or `silent`"
        yield Problem(claim.at(piece.part, piece.number, "quote"), message, help)


@rule("F405", severity=Severity.WARNING)
def doubtful_words(project: Project) -> Iterator[Problem]:
    """Words without a certain meaning in a quote that does not otherwise say a figure of the claim.

    Why: the tool does not guess.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 5 April 2021."
        figures: {opening_date: 2021-04-05}
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened on 4/5/2021 to the public"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 5 April 2021."
        figures: {opening_date: 2021-04-05}
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened on 4/5/2021 to the public"
            says: {opening_date: 2021-04-05}
    """
    for claim, piece, trouble in _troubles(project, "doubt"):
        silent = [name for name, read in piece.reading.figures.items() if read.verb == "silent" and not read.declared]
        if silent:
            message = f"{shown(trouble.words)} has no certain meaning: {trouble.why}"
            help = f"declare what it says, for example `says: {{{silent[0]}: …}}`, or `silent`"
            yield Problem(claim.at(piece.part, piece.number, "quote"), message, help)


@rule("F406", severity=Severity.WARNING)
def contrary_stance(project: Project) -> Iterator[Problem]:
    """A written `stance` of which every figure that the quote says is the opposite.

    Why: the figures decide what a quote counts as. A stance that says otherwise is a mistake in it, in the quote or in
    the figure, and readers see both.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened to 300 guests."
        figures: {guests: 300}
        evidence:
          - source: gazette-2021-05-30
            stance: disputes
            quote: "some guests came late, but 300 guests saw the north pier open"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened to 300 guests."
        figures: {guests: 300}
        evidence:
          - source: gazette-2021-05-30
            stance: supports
            quote: "some guests came late, but 300 guests saw the north pier open"
    """
    for claim, weight in _standing_claims(project):
        for piece in _speaking(weight):
            evidence = piece.evidence
            if evidence is None or "stance" not in evidence.model_fields_set:
                continue
            verbs = {read.verb for read in piece.reading.figures.values()} - {"silent"}
            opposite = {"supports": "differs", "disputes": "agrees"}[evidence.stance]
            if verbs == {opposite}:
                names = [name for name, read in piece.reading.figures.items() if read.verb == opposite]
                verb = opposite if opposite == "differs" else "agrees with it"
                each = listed(names, last="and")
                message = f"the stance is `{evidence.stance}`, but what the quote says of {each} {verb}"
                help = "correct the stance, or leave it out: the figures decide"
                yield Problem(claim.at("evidence", piece.number, "stance"), message, help)


def _standing_claims(project: Project) -> Iterator[tuple[Claim, Weight]]:
    for weight in project.book.weights.values():
        if weight.claim.withdrawal is None:
            yield weight.claim, weight


def _troubles(project: Project, kind: str) -> Iterator[tuple[Claim, Piece, Trouble]]:
    for claim, weight in _standing_claims(project):
        for piece in _speaking(weight):
            for trouble in piece.reading.troubles:
                if trouble.kind == kind:
                    yield claim, piece, trouble


def _speaking(weight: Weight) -> Iterator[Piece]:
    """The pieces that can support or dispute a figure; context can't."""
    return (piece for piece in weight.pieces if piece.stance != "context")
