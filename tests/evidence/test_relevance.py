"""Whether quotes beside the point are found, over sixty planted ones, and those to the point are left alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tables import read_table

from factpress.book import Book, resolve
from factpress.evidence.document import read_document
from factpress.evidence.receipts import How
from factpress.evidence.relevance import Relevance
from factpress.records.claim import Claim
from factpress.records.entity import Entity
from factpress.records.record import Origin, Record
from factpress.records.source import Source
from factpress.sources.snapshot import take

ROWS = read_table(Path(__file__).with_name("beside_the_point.yml"))


def placed(record: Record, kind: str, id: str) -> Record:
    """A record as if it were read from a file."""
    record.placed(Origin(id, f"facts/{kind}/{id}.yml"))
    return record


@cache
def book() -> Book:
    """All claims of the table, with every quote in the text of one source."""
    source = Source.model_validate({"type": "report", "title": "A town", "issued": "2021-06-01", "root": "town"})
    records = [placed(source, "sources", "town"), placed(Entity(name="Town", type="Organization"), "entities", "town")]
    quotes = []
    for n, row in enumerate(ROWS):
        pieces = [{"source": "town", "quote": quote} for quote in (*row["right"], *row["beside"])]
        quotes += [piece["quote"] for piece in pieces]
        figures = {name: str(value) for name, value in row.get("figures", {}).items()}
        claim = {"claim": row["claim"], "figures": figures, "evidence": pieces}
        records.append(placed(Claim.model_validate(claim), "claims", f"claim-{n}"))
    how = How("full", "file", "2021-06-02", "text")
    receipt = take(source, quotes, read_document("\n\n".join(quotes)), how=how, key=bytes(16)).receipt
    receipt.placed("town", "facts/receipts/town.json")
    return resolve(records, receipts=[receipt])


def found(kind: str) -> list[tuple[str, bool]]:
    """Each quote of a kind, and whether it is found to be beside the point."""
    relevance = Relevance(book().claims, book().entities)
    return [
        (piece.quoted.quote, relevance.is_beside_the_point(book().weights[f"claim-{n}"], piece))
        for n, row in enumerate(ROWS)
        for piece in book().weights[f"claim-{n}"].pieces
        if piece.quoted.quote in row[kind]
    ]


def test_four_in_five_quotes_beside_the_point_are_found() -> None:
    planted = found("beside")
    assert len(planted) == 60
    missed = [quote for quote, is_found in planted if not is_found]
    assert len(missed) <= 12, missed


def test_quotes_to_the_point_are_left_alone() -> None:
    disturbed = [quote for quote, is_found in found("right") if is_found]
    assert len(disturbed) <= 1, disturbed
