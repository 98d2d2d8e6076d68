"""F3 of receipts: each is sound, current, and of a source that could have been read that day."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.evidence.tokens import VERSION
from factpress.findings import Place, Severity, nearest, shown
from factpress.records.date import parse_date
from factpress.rules.rule import Problem, Project, rule


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
