"""F5 of coverage: every sentence of an article under check has a claim, or a reason why it has none."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.evidence.receipts import excuse_fits
from factpress.findings import Severity, counted, listed, shown
from factpress.records.source import Source
from factpress.rules.rule import Problem, Project, rule


@rule("F501", severity=Severity.WARNING)
def uncovered_sentence(project: Project) -> Iterator[Problem]:
    """A sentence of an article under check that no claim covers and that `no_claim` does not excuse.

    Why: an article is checked as a whole. If a sentence has no claim, readers see why: it is a caption, an opinion,
    or says nothing that can be checked.

    Bad:

        # facts/site.yml
        format: 1
        name: Harbour facts
        articles: [gazette-2021-05-30]
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: harbour-log
            quote: "the north pier was opened to the public on Saturday"
        # facts/sources/harbour-log.yml
        type: document
        title: "Harbour log"
        issued: 2021-05-30
        root: harbour-gazette

    Good:

        # facts/site.yml
        format: 1
        name: Harbour facts
        articles: [gazette-2021-05-30]
    """
    if any(kind == "claim" for kind, _ in project.reading.broken):
        # A claim that could not be read may cover any of them.
        return
    for source in _articles(project):
        for sentence in project.book.coverage(source):
            if sentence.is_open:
                message = (
                    f"no claim covers sentence {sentence.number} of this article, and `no_claim` does not excuse it"
                )
                help = (
                    f"quote it in a claim's `appears_in`, or add it to `no_claim` with its first words and a reason; "
                    f"`factpress snapshot {source.id} --file FILE --show` prints the numbered sentences"
                )
                yield Problem(source.at("no_claim"), message, help)


@rule("F502")
def excuse_misfit(project: Project) -> Iterator[Problem]:
    """An excuse in `no_claim` whose first words are not those of its sentence.

    Why: an excuse names its sentence by number, and a number is easily one off. The words prove that it is this
    sentence. After a change here, run `factpress snapshot` again.

    Bad:

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
          - {sentence: 7, begins: "Picture: the harbour", why: "a caption"}

    Good:

        # facts/site.yml
        format: 1
        name: Harbour facts
        articles: [gazette-2021-05-30]
    """
    for source in _articles(project):
        receipt = project.book.receipts.get(source.id)
        if receipt is None or source.id in project.book.stale_receipts:
            continue
        for n, excuse in enumerate(source.no_claim):
            if not excuse_fits(receipt, excuse.sentence, excuse.begins):
                message = (
                    f"sentence {excuse.sentence} of the text that was read does not begin with {shown(excuse.begins)}"
                )
                if excuse.sentence > receipt.of_article:
                    sentences = counted(receipt.of_article, "sentence")
                    message = f"there is no sentence {excuse.sentence}: the text that was read has {sentences}"
                help = (
                    f"correct the number or the words (`factpress snapshot {source.id} --file FILE --show` prints the "
                    f"sentences); then run `factpress snapshot {source.id} --file FILE`"
                )
                yield Problem(source.at("no_claim", n, "begins"), message, help)


@rule("F503")
def idle_excuse(project: Project) -> Iterator[Problem]:
    """An excuse for a sentence that has a claim, that has an excuse, or whose source is not under check.

    Why: readers would see that the sentence has no claim, next to its claim.

    Bad:

        # facts/sources/gazette-2021-05-30.yml
        type: article-newspaper
        title: "Pier opens"
        issued: 2021-05-30
        root: harbour-gazette
        no_claim:
          - {sentence: 1, begins: "the north pier", why: "a caption"}

    Good:

        # facts/sources/gazette-2021-05-30.yml
        type: article-newspaper
        title: "Pier opens"
        issued: 2021-05-30
        root: harbour-gazette
    """
    if project.book.site is None:
        # Which articles are under check is not known, and that is a finding of its own.
        return
    for source in project.book.sources.values():
        covered = {sentence.number: sentence.claims for sentence in project.book.coverage(source)}
        seen: set[int] = set()
        for n, excuse in enumerate(source.no_claim):
            place = source.at("no_claim", n, "sentence")
            if not project.book.is_article(source.id):
                message = "this source is not an article under check, so its sentences need no excuse"
                yield Problem(place, message, "remove the excuse, or add the source to `articles` in facts/site.yml")
            elif covered.get(excuse.sentence):
                claims = listed(covered[excuse.sentence], last="and")
                message = f"sentence {excuse.sentence} needs no excuse: words of it are quoted in {claims}"
                yield Problem(place, message, "remove the excuse")
            elif excuse.sentence in seen:
                yield Problem(place, f"sentence {excuse.sentence} is excused twice", "remove one of the two")
            seen.add(excuse.sentence)


def _articles(project: Project) -> Iterator[Source]:
    """The articles under check, each once."""
    site = project.book.site
    for id in dict.fromkeys(site.articles if site else ()):
        if id in project.book.sources:
            yield project.book.sources[id]
