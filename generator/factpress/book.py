"""The book: every record by its id, every reference resolved, every record knowing who names it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Literal, TypeVar

from factpress import addresses
from factpress.evidence.budget import Budget, budget
from factpress.evidence.claim_weighing import Weight, weigh_all
from factpress.evidence.coverage import Sentence, coverage
from factpress.evidence.lookup import Key, Proof, look_up_all
from factpress.evidence.receipts import is_stale, look_up, quote_checksum
from factpress.findings import nearest
from factpress.records.claim import Claim, Unsaid
from factpress.records.entity import Entity
from factpress.records.page import Page
from factpress.records.receipt import Receipt
from factpress.records.record import Keys, Kind, Record, Reference
from factpress.records.site import VERDICTS, Budgets, Site, Verdict
from factpress.records.source import Source

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a record that names another record of the book."""

    record: Record
    keys: Keys


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A reference that leads to no record: unknown, or the former id of one that was renamed."""

    record: Record
    reference: Reference
    why: Literal["unknown", "renamed"]
    nearest: str


@dataclass(frozen=True)
class Book:
    """All sound records of a project; of broken ones it knows the ids, so that one cause gives one finding."""

    site: Site | None = None
    claims: Mapping[str, Claim] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    entities: Mapping[str, Entity] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    receipts: Mapping[str, Receipt] = field(default_factory=dict)
    proofs: Mapping[Key, Proof] = field(default_factory=dict)
    weights: Mapping[str, Weight] = field(default_factory=dict)
    renamed: Mapping[tuple[Kind, str], str] = field(default_factory=dict)
    mentions: Mapping[tuple[Kind, str], Sequence[Mention]] = field(default_factory=dict)
    unresolved: Sequence[Unresolved] = ()
    clashes: Sequence[addresses.Clash] = ()

    def records(self) -> Iterable[Record]:
        """Every record: the site, then claims, sources, entities and pages of prose by id."""
        if self.site is not None:
            yield self.site
        yield from self.claims.values()
        yield from self.sources.values()
        yield from self.entities.values()
        yield from self.pages.values()

    def without_pages(self, ids: Container[str]) -> Book:
        """The book without some pages of prose, as if nothing were cited there."""
        pages = {id: page for id, page in self.pages.items() if id not in ids}
        if len(pages) == len(self.pages):
            return self
        return replace(self, pages=MappingProxyType(pages), mentions=self._mentions_by(self.claims, pages))

    def without_drafts(self) -> Book:
        """The book of what is published: without drafts of claims and explainers, as if they were not there."""
        if not any(record.is_draft for record in (*self.claims.values(), *self.pages.values())):
            return self
        claims = {id: claim for id, claim in self.claims.items() if not claim.is_draft}
        pages = {id: page for id, page in self.pages.items() if not page.is_draft}
        lost = {("claim", id) for id in self.claims.keys() - claims.keys()}
        return replace(
            self,
            claims=MappingProxyType(claims),
            pages=MappingProxyType(pages),
            proofs=MappingProxyType({key: proof for key, proof in self.proofs.items() if key[0] in claims}),
            weights=MappingProxyType({id: weight for id, weight in self.weights.items() if id in claims}),
            renamed=MappingProxyType({old: id for old, id in self.renamed.items() if (old[0], id) not in lost}),
            mentions=self._mentions_by(claims, pages),
        )

    def _mentions_by(
        self, claims: Container[str], pages: Container[str]
    ) -> Mapping[tuple[Kind, str], Sequence[Mention]]:
        """The mentions in other records than claims and pages, and in these claims and pages."""
        shelves: Mapping[Kind, Container[str]] = {"claim": claims, "page": pages}
        return MappingProxyType(
            {
                target: [each for each in found if each.record.id in shelves.get(each.record.kind(), (each.record.id,))]
                for target, found in self.mentions.items()
            }
        )

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """The verdicts that may be given on this site, by name."""
        return {verdict.name: verdict for verdict in (self.site.verdicts if self.site else VERDICTS)}

    @cached_property
    def _shelves(self) -> Mapping[str, Mapping[str, Record]]:
        return {"claim": self.claims, "source": self.sources, "entity": self.entities, "page": self.pages}

    def shelf(self, kind: Kind) -> Mapping[str, Record]:
        """The records of one kind by their ids."""
        return self._shelves[kind]

    def mentioning(self, record: Record) -> Sequence[Mention]:
        """Where other records name this one, in the order of their kinds and ids."""
        return self.mentions.get((record.kind(), record.id), ())

    def pages_citing(self, record: Record) -> Sequence[Page]:
        """The pages of prose that cite a record or explain it, each once, by id."""
        return list({m.record.id: m.record for m in self.mentioning(record) if isinstance(m.record, Page)}.values())

    def claims_naming(self, record: Record) -> Sequence[Claim]:
        """The claims, not withdrawn, that name a record, each once, by id."""
        found = {m.record.id: m.record for m in self.mentioning(record) if isinstance(m.record, Claim)}
        return [claim for claim in found.values() if claim.withdrawal is None]

    @cached_property
    def _quoting(self) -> Mapping[str, Sequence[tuple[Key, Proof]]]:
        found: dict[str, list[tuple[Key, Proof]]] = {}
        for key, proof in self.proofs.items():
            found.setdefault(proof.source, []).append((key, proof))
        return found

    def quotes_of(self, source: str) -> Sequence[tuple[Key, Proof]]:
        """Every quote of a source, with what its receipt says of it, in the order of claims."""
        return self._quoting.get(source, ())

    def not_said_by(self, source: str) -> Sequence[tuple[str, int, str]]:
        """The words that claims say a source does not have, each with its claim's id and its number there."""
        return [
            (claim.id, n, unsaid.words)
            for claim in self.claims.values()
            for n, unsaid in enumerate(claim.not_said)
            if unsaid.source == source
        ]

    def sound_weights(self) -> Iterator[Weight]:
        """The claims that still hold, and whose sources and receipts could be read."""
        return (each for each in self.weights.values() if each.is_known and each.claim.withdrawal is None)

    def silence(self, unsaid: Unsaid) -> Literal["confirmed", "said", "unknown"]:
        """Whether a receipt of a source's whole text says that words are not in it.

        Words that a receipt of format 2 does not call absent were found, or were sought by nobody since.
        """
        receipt = self.receipts.get(unsaid.source)
        if receipt is None or is_stale(receipt):
            return "unknown"
        if look_up(receipt, unsaid.words) is not None:
            return "said"
        if receipt.format == 1 or receipt.extent == "excerpt":
            return "unknown"
        return "confirmed" if quote_checksum(receipt, unsaid.words) in receipt.absent else "said"

    @cached_property
    def stale_receipts(self) -> frozenset[str]:
        """The sources whose receipts use another version of text comparison: no quote can be looked up in them."""
        return frozenset(id for id, receipt in self.receipts.items() if is_stale(receipt))

    def is_article(self, source: str) -> bool:
        """Whether the source is an article under check."""
        return self.site is not None and source in self.site.articles

    def budget(self, source: Source) -> Budget:
        """How many words of a source the site quotes, and how many it may quote."""
        proofs = (proof for _, proof in self.quotes_of(source.id))
        limits = self.site.budgets if self.site else Budgets()
        receipt = self.receipts.get(source.id)
        return budget(source, receipt, proofs, limits=limits, is_article=self.is_article(source.id))

    def coverage(self, source: Source) -> Sequence[Sentence]:
        """Each sentence of a source that was read, with the published claims, not withdrawn, that quote it."""
        receipt = self.receipts.get(source.id)
        quoting = ((key[0], proof) for key, proof in self.quotes_of(source.id))
        standing = (
            (id, proof) for id, proof in quoting if self.claims[id].withdrawal is None and not self.claims[id].is_draft
        )
        return () if receipt is None or is_stale(receipt) else coverage(source, receipt, standing)


def resolve(
    records: Iterable[Record],
    *,
    receipts: Iterable[Receipt] = (),
    broken: Iterable[tuple[str, str]] = (),
    documents: Iterable[str] = (),
    docs: str = "docs",
) -> Book:
    """The book made from records; `broken` has the kind and id of broken files, and without an id all of a kind."""
    ordered = sorted(records, key=lambda record: record.path)
    claims, sources, entities = _by_id(ordered, Claim), _by_id(ordered, Source), _by_id(ordered, Entity)
    pages = _by_id(ordered, Page)
    shelves: dict[Kind, Mapping[str, Record]] = {"claim": claims, "source": sources, "entity": entities, "page": pages}
    sites = [record for record in ordered if isinstance(record, Site)]
    kept = [*sites, *claims.values(), *sources.values(), *entities.values(), *pages.values()]
    renamed = {
        (record.kind(), old): record.id
        for record in kept
        for old in record.former_ids
        if old not in shelves[record.kind()]
    }
    lost = frozenset(broken)
    kept_receipts = {receipt.id: receipt for receipt in sorted(receipts, key=lambda receipt: receipt.id)}
    unknown = frozenset(id for kind, id in lost if kind == "receipt")
    proofs = look_up_all(claims.values(), kept_receipts, frozenset(sources) if "" in unknown else unknown)
    mentions: dict[tuple[Kind, str], list[Mention]] = {}
    unresolved: list[Unresolved] = []
    for record in kept:
        for reference in record.references():
            target = (reference.kind, reference.id)
            if reference.id in shelves[reference.kind]:
                mentions.setdefault(target, []).append(Mention(record, reference.keys))
            elif target in renamed:
                unresolved.append(Unresolved(record, reference, "renamed", renamed[target]))
            elif lost.isdisjoint({target, (reference.kind, "")}):
                near = nearest(reference.id, shelves[reference.kind])
                unresolved.append(Unresolved(record, reference, "unknown", near))
    return Book(
        sites[0] if sites else None,
        MappingProxyType(claims),
        MappingProxyType(sources),
        MappingProxyType(entities),
        MappingProxyType(pages),
        MappingProxyType(kept_receipts),
        MappingProxyType(proofs),
        MappingProxyType(weigh_all(claims, sources, entities, proofs)),
        MappingProxyType(renamed),
        MappingProxyType(mentions),
        tuple(unresolved),
        tuple(addresses.clashes(ordered, sorted(documents), docs=docs)),
    )


def _by_id(records: Iterable[Record], kind: type[R]) -> dict[str, R]:
    """Records of a kind sorted by id; of two with one id the first file's stays."""
    found: dict[str, R] = {}
    for record in records:
        if isinstance(record, kind):
            found.setdefault(record.id, record)
    return dict(sorted(found.items()))
