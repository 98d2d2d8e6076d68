"""F3 of receipts: every quote was read in its source, and every receipt is sound, current and in use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from factpress.evidence.lookup import others_with
from factpress.evidence.receipts import quote_checksum
from factpress.evidence.tokens import VERSION
from factpress.findings import Place, Severity, counted, nearest, shown
from factpress.records.date import parse_date
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


@rule("F303", waivable=False)
def damaged_receipt(project: Project) -> Iterator[Problem]:
    """A receipt that is not exactly, byte for byte, what the tool writes.

    Why: a receipt is proof only if nobody edited it. If two branches wrote it at the same time, neither half proves
    anything about the quotes of the other.

    Bad:

        $ sed -i 's/"sentence":1/"sentence":2/' facts/receipts/gazette-2021-05-30.json

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for fault in project.faults("damaged-receipt"):
        id = fault.place.path.rpartition("/")[2].removesuffix(".json")
        help = f"run `factpress snapshot {id} --file FILE` again; do not edit receipts by hand"
        yield Problem(fault.place, f"this receipt is damaged: {fault.found}", help)


@rule("F304", waivable=False)
def stale_receipt(project: Project) -> Iterator[Problem]:
    """A receipt of another version of text comparison, in which no quote can be looked up.

    Why: checksums of words that were split by other rules can't be compared.

    Bad:

        $ sed -i 's/"tokeniser": [0-9]*/"tokeniser": 99/' facts/receipts/gazette-2021-05-30.json

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for receipt in project.book.receipts.values():
        if receipt.id in project.book.stale_receipts:
            message = f"this receipt uses text comparison version {receipt.tokeniser}; the current one is {VERSION}"
            help = f"run `factpress snapshot {receipt.id} --file FILE` again"
            yield Problem(receipt.place_of_field("tokeniser"), message, help)


@rule("F305", waivable=False)
def orphan_receipt(project: Project) -> Iterator[Problem]:
    """A receipt whose name is not the id of a source.

    Why: it proves nothing about any record. Probably the source was renamed, and its receipt was not.

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
            yield Problem(Place(receipt.path), f"there is no source {shown(receipt.id)}", help)


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


@rule("F307", severity=Severity.NOTE, waivable=False)
def never_confirmed(project: Project) -> Iterator[Problem]:
    """A receipt from a saved copy that was never compared with the page at its address.

    Why: it is only the word of the person who ran the tool. The source's page says so until the tool has read the
    page at its address.

    Bad:

        $ sed -i 's/"read_from": "url"/"read_from": "file"/' facts/receipts/gazette-2021-05-30.json

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for receipt in project.book.receipts.values():
        if receipt.read_from == "file" and receipt.id in project.book.sources:
            message = f"{shown(receipt.id)} was read from a saved copy and never compared with the page at its address"
            yield Problem(Place(receipt.path), message, "no action needed; the source's page already says so")


@rule("F308", waivable=False)
def impossible_reading(project: Project) -> Iterator[Problem]:
    """A receipt with a date on which nobody can have read its source.

    Why: nobody reads a source before it is published, or in the future. One of the two dates is wrong.

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
            yield Problem(
                place, f"the receipt says that its source was read on {receipt.read_at}, but today is {today}", _RETAKE
            )
        elif issued is not None and latest is not None and latest.date() < issued.date():
            message = f"the receipt says that its source was read on {receipt.read_at}, before it was published"
            yield Problem(place, message, "correct the source's `issued`, or run `factpress snapshot` again")


@rule("F309", severity=Severity.NOTE, waivable=False)
def older_receipt(project: Project) -> Iterator[Problem]:
    """A receipt of format 1, which does not know how its quotes are part of the text.

    Why: it proves the words as well as another. It does not say whether a quote's sentence goes on, whether a short
    quote is a whole heading or line, and whether brackets are the source's own, so the quote's look decides.

    Bad:

        $ sed -i -e 's/"format": 2/"format": 1/' -e '/_sentences"/d' facts/receipts/gazette-2021-05-30.json
        $ sed -i -e '/"absent"/d' -e '/"shares"/d' facts/receipts/gazette-2021-05-30.json
        $ sed -i -e '/"no_claim"/s/,$//' -e 's/,"cut_before".*}/}/' facts/receipts/gazette-2021-05-30.json

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    for receipt in project.book.receipts.values():
        if receipt.format == 1 and receipt.id in project.book.sources:
            message = f"the receipt of {shown(receipt.id)} has format 1, which does not know its quotes' sentences"
            help = f"no action needed; `factpress snapshot {receipt.id} --file FILE` writes format 2"
            yield Problem(Place(receipt.path), message, help)


_RETAKE = "run `factpress snapshot` again"


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
