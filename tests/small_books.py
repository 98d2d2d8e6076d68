"""Small books from compact claims: whose reporting, which words, how they stand; sources and receipts follow."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from proving import KEY

from factpress.book import Book, resolve
from factpress.evidence.document import read_document
from factpress.evidence.quotes import find
from factpress.evidence.receipts import How, receipt_of
from factpress.evidence.tokens import VERSION
from factpress.reading.tree import RecordFile
from factpress.reading.validation import validate
from factpress.reading.yaml_events import parse
from factpress.records.receipt import Receipt
from factpress.records.record import Record

ISSUED = "2020-03-12"
ARTICLE_ISSUED = "2020-03-26"
HOW = How("full", "url", "2026-11-24", "text")
FLAGS = frozenset({"disputes", "context", "answered", "first_hand", "unread", "unknown"})
# What a compact claim may say of itself, and what goes into its record as it stands.
FIELDS = (
    "when", "figures", "said_by", "must_hold", "rests_on", "withdrawn", "verdict", "because", "instead", "allow",
    "review", "finding", "would_change", "checked", "review_by", "replies", "challenges", "draft",
)  # fmt: skip


def record(kind: str, id: str, of: Mapping[str, Any]) -> Record:
    """The record that such fields make; every scalar as text, as records are read."""
    path = f"facts/claims/topic/{id}.yml" if kind == "claim" else f"facts/{kind}/{id}.yml"
    text = json.dumps(_as_text(of))
    file = RecordFile(path, kind, id, "topic" if kind == "claim" else "", len(text))
    made, faults = validate(parse(text, path), file)
    assert made is not None and not faults, (of, faults)
    return made


def _as_text(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _as_text(each) for name, each in value.items()}
    return [_as_text(each) for each in value] if isinstance(value, (list, tuple)) else str(value)


def book_of(
    claims: Mapping[str, Mapping[str, Any]],
    *,
    words: Mapping[str, str] | None = None,
    voices: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
) -> Book:
    """The book of compact claims.

    A claim has the fields of its record; `article` and each piece of `evidence` are `[ROOT, WORDS, …]`, then
    flags (`disputes`, `context`, `answered`, `first_hand`; `unread`, in no receipt; `unknown`, in a receipt of
    other rules) and mappings of fields: `by` for `attributed_to`, `source` for a source of that id, `issued`,
    `language`, `says`. `words` are short names of quotes, `voices` whose voice an entity is, `names` the names
    of entities that matter.
    """
    making = _Making(words or {})
    records = [record("claim", id, making.claim(id, of)) for id, of in claims.items()]
    entities = {*making.entities, *(voices or {}), *(voices or {}).values(), *(names or {})}
    for id in sorted(entities):
        of = {"name": (names or {}).get(id, id), "type": "Organization"}
        records.append(record("entity", id, of | ({"voice_of": voices[id]} if voices and id in voices else {})))
    for id, of in making.sources.items():
        records.append(record("source", id, of))
    return resolve(records, receipts=making.receipts())


class _Making:
    """What compact claims ask for on the way: their sources, quotes that are read, and entities."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words
        self.sources: dict[str, dict[str, str]] = {}
        self.read: dict[str, list[str]] = {}
        self.stale: set[str] = set()
        self.entities: set[str] = set()

    def claim(self, id: str, of: Mapping[str, Any]) -> dict[str, Any]:
        unknown = set(of) - {"article", "evidence", *FIELDS}
        assert not unknown, unknown
        made: dict[str, Any] = {"claim": "Soldiers were killed."} | {name: of[name] for name in FIELDS if name in of}
        if "withdrawn" in of:
            made["withdrawn"] = {"date": "2020-04-01", "why": "It never happened."}
        articles = of.get("article", [])
        articles = articles if not articles or isinstance(articles[0], list) else [articles]
        lists = (("appears_in", articles, ARTICLE_ISSUED), ("evidence", of.get("evidence", []), ISSUED))
        for name, pieces, issued in lists:
            if pieces:
                made[name] = [self.piece(f"{id}-{name[:2]}{n}", piece, issued) for n, piece in enumerate(pieces, 1)]
        if "appears_in" not in made and "evidence" not in made:
            made["evidence"] = [self.piece(f"{id}-none", ["nobody", "silent", "context"], ISSUED)]
        if of.get("said_by"):
            self.entities.add(of["said_by"])
        return made

    def piece(self, at: str, piece: Sequence[Any], issued: str) -> dict[str, Any]:
        root, said, *rest = piece
        flags = {each for each in rest if isinstance(each, str)}
        assert flags <= FLAGS, flags - FLAGS
        more: dict[str, Any] = {}
        for each in rest:
            more |= each if isinstance(each, Mapping) else {}
        quote = self.words.get(said, said)
        source = more.get("source", f"{root}-{at}")
        self.entities.add(root)
        fields = {"type": "webpage", "title": source, "issued": more.get("issued", issued), "root": root}
        self.sources.setdefault(source, fields)
        if "unread" not in flags:
            self.read.setdefault(source, []).append(quote)
        if "unknown" in flags:
            self.stale.add(source)
        made = {"source": source, "quote": quote} | {name: more[name] for name in ("language", "says") if name in more}
        if "by" in more:
            made["attributed_to"] = more["by"]
            self.entities |= set() if " " in more["by"] else {more["by"]}
        for stance in flags & {"disputes", "context"}:
            made["stance"] = stance
        for name in flags & {"answered", "first_hand"}:
            made[name] = "For a reason."
        return made

    def receipts(self) -> Iterable[Receipt]:
        """The receipt of each source of which something was read."""
        for source, quotes in self.read.items():
            made = _receipt_of(tuple(sorted(set(quotes))))
            made = made.model_copy(update={"tokeniser": VERSION + 1} if source in self.stale else {})
            made.placed(source, f"facts/receipts/{source}.json")
            yield made


@lru_cache(maxsize=1 << 12)
def _receipt_of(quotes: tuple[str, ...]) -> Receipt:
    document = read_document("\n\n".join(quotes))
    found = {quote: place for quote in quotes if (place := find(document, quote)) is not None}
    assert len(found) == len(quotes), quotes
    return receipt_of(document, found, excuses=(), how=HOW, key=KEY)
