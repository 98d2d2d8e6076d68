"""F3 of receipts: every quote was read in its source, and what proves it is sound, current and in use."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.evidence.receipts import checksum
from factpress.evidence.tokens import tokens
from factpress.findings import Place, Severity, nearest, shown
from factpress.records.date import parse_date
from factpress.records.receipt import QuoteEntry
from factpress.rules.rule import Found, Project, rule


@rule("F301", waivable=False)
def unread_quote(project: Project) -> Iterator[Found]:
    """A quote that its source's receipt does not know: nobody is seen to have read these words there.

    Why: a quote that was never read in its source may be misremembered, mistyped or made up. It counts for
    nothing until somebody who has the source's text runs `factpress snapshot`. A single changed word, digit
    or sign makes it another quote.

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
    for (id, part, n), proof in book.proofs.items():
        # An unknown or broken source is a finding of its own.
        if proof.state != "unread" or proof.source not in book.sources:
            continue
        place = book.claims[id].at(part, n, "quote")
        if proof.source not in book.receipts:
            message = f"nobody is seen to have read these words: {shown(proof.source)} has no receipt"
        elif proof.source in idle:
            message = (
                f"the receipt of {shown(proof.source)} does not know these words, and knows others that nothing cites: "
                "the quote was changed since"
            )
        else:
            message = f"the receipt of {shown(proof.source)} does not know these words"
        help = f"with the source's text at hand, run `factpress snapshot {proof.source} --file FILE`"
        yield Found(place, message, help)


@rule("F302", severity=Severity.WARNING, waivable=False)
def idle_entry(project: Project) -> Iterator[Found]:
    """An entry of a receipt that no record cites any more.

    Why: it proves words that the site does not show. Where a quote of the same source is unread, the quote
    was changed after it was read, and `unread-quote` says so.

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
        message = f"no record cites these words any more, at sentence {entry.sentence} of {shown(receipt)}"
        help = f"retake the receipt with `factpress snapshot {receipt} --file FILE`, or cite the words again"
        yield Found(held.place_of(entry), message, help)


@rule("F303", waivable=False)
def damaged_receipt(project: Project) -> Iterator[Found]:
    """A receipt that is not, to the byte, what the tool could have written.

    Why: a receipt is proof only if no hand was in it. Where two branches took one at the same time, neither
    half proves anything about the other's quotes.

    Bad:

        $ sed -i 's/"sentence":1/"sentence":2/' facts/receipts/gazette-2021-05-30.json

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("damaged-receipt"):
        id = fault.place.path.rpartition("/")[2].removesuffix(".json")
        help = f"take it again with `factpress snapshot {id} --file FILE`; nobody writes one by hand"
        yield Found(fault.place, f"this receipt is damaged: {fault.found}", help)


@rule("F304", waivable=False)
def stale_receipt(project: Project) -> Iterator[Found]:
    """A receipt made by rules of comparison other than today's, so that no quote can be looked up in it.

    Why: checksums of words that were cut otherwise say nothing.

    Bad:

        $ sed -i 's/"tokeniser": [0-9]*/"tokeniser": 99/' facts/receipts/gazette-2021-05-30.json

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for receipt in project.book.receipts.values():
        if receipt.id in project.book.stale_receipts:
            message = f"this receipt was made by version {receipt.tokeniser} of the rules by which words are compared"
            help = f"take it again with this version: `factpress snapshot {receipt.id} --file FILE`"
            yield Found(receipt.place_of_field("tokeniser"), message, help)


@rule("F305", waivable=False)
def orphan_receipt(project: Project) -> Iterator[Found]:
    """A receipt under a name that no source has.

    Why: it proves nothing of any record; probably the source was renamed, and its receipt stayed behind.

    Bad:

        $ cp facts/receipts/gazette-2021-05-30.json facts/receipts/gazette-2021-05-31.json

    Good:

        # facts/sources/gazette-2021-05-31.yml
        type: article-newspaper
        title: "Pier closes again"
        issued: 2021-05-31
        root: harbour-gazette
    """
    book = project.book
    broken = {id for kind, id in project.reading.broken if kind == "source"}
    for receipt in book.receipts.values():
        if receipt.id not in book.sources and broken.isdisjoint({receipt.id, ""}):
            near = book.renamed.get(("source", receipt.id)) or nearest(receipt.id, book.sources)
            folder = receipt.path.rpartition("/")[0]
            help = f"rename it to {folder}/{near}.json, or remove it" if near else "remove it"
            yield Found(Place(receipt.path), f"there is no source {shown(receipt.id)}", help)


@rule("F306")
def over_budget(project: Project) -> Iterator[Found]:
    """More words quoted from a source, over the whole site, than its budget allows.

    Why: quoting is fair while it is little of a work. The budget is a tenth of the text that was read, or 60
    words, whichever is more; half of it for an article under check. Words quoted twice count once. What is in
    the public domain or under an open licence has none: say so in `rights`.

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
            # How long it is nobody knows yet, and its quotes are unread.
            continue
        budget = project.book.budget(source)
        if budget.is_over:
            message = f"the site quotes {budget.used} words of this source, and at most {budget.allowed} may be quoted"
            help = "cut quotes to the words that say it; where a licence allows more, say so in `rights`"
            yield Found(source.at("rights"), message, help)


@rule("F307", severity=Severity.NOTE, waivable=False)
def never_confirmed(project: Project) -> Iterator[Found]:
    """A receipt that was taken from a saved copy, and never compared with the page at its address.

    Why: it is the word of whoever ran the tool. Readers are told so until the page itself was read again.

    Bad:

        $ sed -i 's/"read_from": "url"/"read_from": "file"/' facts/receipts/gazette-2021-05-30.json

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for receipt in project.book.receipts.values():
        if receipt.read_from == "file" and receipt.id in project.book.sources:
            message = f"{shown(receipt.id)} was read from a saved copy, and never compared with its address"
            yield Found(Place(receipt.path), message, "nothing to do by hand: readers are told so")


@rule("F308", waivable=False)
def impossible_reading(project: Project) -> Iterator[Found]:
    """A receipt of a day on which its source can't have been read.

    Why: nobody reads what is not published yet, or tomorrow; one of the two dates is wrong.

    Bad:

        $ sed -i 's/"read_at": "[0-9-]*"/"read_at": "2021-05-01"/' facts/receipts/gazette-2021-05-30.json

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    today = project.today.canonical
    for receipt in project.book.receipts.values():
        source = project.book.sources.get(receipt.id)
        place = receipt.place_of_field("read_at")
        issued = source.issued.earliest if source is not None and source.issued is not None else None
        latest = parse_date(receipt.read_at).latest
        if receipt.read_at > today:
            yield Found(place, f"it says that it was read on {receipt.read_at}, after today, {today}", _RETAKE)
        elif issued is not None and latest is not None and latest.date() < issued.date():
            message = f"it says that it was read on {receipt.read_at}, before its source was published"
            yield Found(place, message, "correct the source's `issued`, or take the receipt again")


_RETAKE = "take the receipt again with `factpress snapshot`"


def _idle(project: Project) -> Iterator[tuple[str, QuoteEntry]]:
    """Every entry that no record cites, with its source."""
    cited: dict[str, set[str]] = {}
    book = project.book
    for proof in book.proofs.values():
        receipt = book.receipts.get(proof.source)
        if receipt is not None:
            cited.setdefault(proof.source, set()).add(checksum(receipt.key_bytes, tokens(proof.quote)))
    # A claim that could not be read may cite any of them.
    if any(kind == "claim" for kind, _ in project.reading.broken):
        return
    for receipt in book.receipts.values():
        if receipt.id in book.sources and receipt.id not in book.stale_receipts:
            for entry in receipt.quotes:
                if entry.hash not in cited.get(receipt.id, ()):
                    yield receipt.id, entry
