"""F3 of quotes: each was read in its source, what was read is cited, and no source is quoted beyond its budget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factpress.evidence.lookup import others_with
from factpress.evidence.receipts import quote_checksum
from factpress.findings import Severity, counted, shown
from factpress.records.receipt import QuoteEntry
from factpress.rules.rule import Problem, Project, rule


@rule("F301", waivable=False)
def unread_quote(project: Project) -> Iterator[Problem]:
    """An unverified quote: the receipt of its source does not have these words.

    Why: a quote that was never read in its source may be misremembered, mistyped or made up. It does not count
    until somebody who has the source's text runs `factpress snapshot`. A single changed word, digit or sign makes
    it another quote.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Sunday"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
    """
    book = project.book
    idle = {receipt for receipt, _ in _idle(project)}
    unread = Counter(proof.source for proof in book.proofs.values() if proof.state == "unread")
    for (id, part, n), proof in book.proofs.items():
        # An unknown or broken source has its own finding.
        if proof.state != "unread" or proof.source not in book.sources:
            continue
        if proof.source not in book.receipts:
            # A text that nobody read is one finding, however often it is quoted.
            if not (count := unread.pop(proof.source, 0)):
                continue
            message = f"unverified quote: {shown(proof.source)} has no receipt"
            message += f", for this and {counted(count - 1, 'other quote')}" if count > 1 else ""
        elif proof.source in idle:
            message = (
                f"unverified quote: the receipt of {shown(proof.source)} does not have these words, but others that no "
                "record cites; the quote was probably changed after it was read"
            )
        else:
            message = f"unverified quote: the receipt of {shown(proof.source)} does not have these words"
        help = f"save the source's text as a file, then run `factpress snapshot {proof.source} --file FILE`"
        if elsewhere := others_with(book.receipts, proof.quote, beside=proof.source):
            message += f"; the receipt of {shown(elsewhere[0])} does"
            help = f"name the source that has these words, or {help}"
        yield Problem(book.claims[id].at(part, n, "quote"), message, help)


@rule("F302", severity=Severity.WARNING, waivable=False)
def idle_entry(project: Project) -> Iterator[Problem]:
    """An entry of a receipt that no record cites any more.

    Why: it proves words that the site does not show. If the same source also has an unread quote, that quote was
    changed after it was read, and `unread-quote` says so.

    Bad:

        # facts/sources/herald-2021-05-30.yml
        type: article-newspaper
        title: "A new pier"
        issued: 2021-05-30
        root: harbour-gazette
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: herald-2021-05-30
            quote: "Hundreds walked along the new pier on its first day"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
    """
    changed = {proof.source for proof in project.book.proofs.values() if proof.state == "unread"}
    for receipt, entry in _idle(project):
        if receipt in changed:
            continue
        held = project.book.receipts[receipt]
        message = f"no record cites these words any more: sentence {entry.sentence} of {shown(receipt)}"
        help = f"run `factpress snapshot {receipt} --file FILE` again, or cite the words again"
        yield Problem(held.place_of(entry), message, help)


@rule("F306")
def over_budget(project: Project) -> Iterator[Problem]:
    """More words quoted from a source, over the whole site, than its budget allows.

    Why: quoting is fair while it is a small part of a work. The budget is a tenth of the text that was read, or 60
    words, whichever is more. For an article under check it is half of the text. Words quoted twice count once. A
    source in the public domain or under an open licence has no budget: say so in `rights`.

    Bad:

        # facts/site.yml
        format: 1
        name: Harbour facts
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "On Saturday, in bright weather and before hundreds of people from the town and from the villages around, the mayor cut the ribbon"
          - source: gazette-2021-05-30
            quote: "The old pier, built of oak by the fishermen themselves, had been closed after the storm of the winter of 2018, which took its head"
          - source: gazette-2021-05-30
            quote: "Nobody had believed that the money would be found, said the harbour master, and nobody had believed that the work would end"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
    """  # noqa: E501 long quotes are the point
    for source in project.book.sources.values():
        if source.id not in project.book.receipts:
            # The length of its text is not known yet, and its quotes are unread.
            continue
        budget = project.book.budget(source)
        if budget.is_over:
            message = f"the site quotes {budget.used} words of this source; at most {budget.allowed} are allowed"
            help = "shorten quotes to the words that say it; if a licence allows more, say so in `rights`"
            yield Problem(source.at("rights"), message, help)


def _idle(project: Project) -> Iterator[tuple[str, QuoteEntry]]:
    """Every entry that no record cites, with its source."""
    cited: dict[str, set[str]] = {}
    book = project.book
    for proof in book.proofs.values():
        receipt = book.receipts.get(proof.source)
        if receipt is not None:
            cited.setdefault(proof.source, set()).add(quote_checksum(receipt, proof.quote))
    # A claim that could not be read may cite any of them.
    if any(kind == "claim" for kind, _ in project.reading.broken):
        return
    for receipt in book.receipts.values():
        if receipt.id in book.sources and receipt.id not in book.stale_receipts:
            for entry in receipt.quotes:
                if entry.hash not in cited.get(receipt.id, ()):
                    yield receipt.id, entry
