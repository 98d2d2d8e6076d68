"""Two books compared: which records differ and how, which pages that affects, and what to read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factpress import addresses
from factpress.book import Book
from factpress.changes.change import HOWS, NONE, Broken, Change, Diff, How, RecordChange, Suspect
from factpress.changes.fields import changes as changed_fields
from factpress.changes.fields import said
from factpress.changes.stamp import foundations, is_same, state
from factpress.evidence.lookup import pieces
from factpress.records.claim import Claim
from factpress.records.page import Page
from factpress.records.record import Kind, Record
from factpress.records.source import Source

_KINDS: tuple[Kind, ...] = ("claim", "source", "entity", "page")
# Fields that other pages never show.
_PRIVATE = frozenset({"review", "allow", "checked", "review_by", "replies", "challenges"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A record before and after; nothing where it did not exist before, or does not exist any more."""

    was: Record | None
    now: Record | None

    @property
    def record(self) -> Record:
        """The record after the change, or before it where it was removed."""
        return next(each for each in (self.now, self.was) if each is not None)

    @property
    def how(self) -> How:
        """The kind of change, without a look at the fields."""
        if self.was is None:
            return "added"
        if self.now is None:
            return "removed"
        if (self.was.withdrawal is None) != (self.now.withdrawal is None):
            return "withdrawn" if self.now.withdrawal else "restored"
        return "changed" if self.was.id == self.now.id else "renamed"


def pairs(base: Book, head: Book, *, broken: Broken = NONE) -> Iterator[Pair]:
    """Every record of both books with its form before; a record whose file is broken in one of the books is left out.

    A record that was published itself is never the new name of another, and no record is the new name of two.
    """
    for kind in _KINDS:
        old, new = base.shelf(kind), head.shelf(kind)
        fresh = [record for record in new.values() if record.id not in old]
        renamed = {former: record for record in fresh for former in record.former_ids if former not in new}
        taken: set[str] = set()
        for id, was in old.items():
            now = new.get(id) or renamed.get(id)
            if now is not None and now.id in taken:
                now = None
            if now is not None:
                taken.add(now.id)
            if now is not None or not _is_broken(kind, id, broken):
                yield Pair(was, now)
        yield from (Pair(None, now) for id, now in new.items() if id not in taken and not _is_broken(kind, id, broken))


def compare(base: Book, head: Book, *, broken: Broken = NONE) -> Diff:
    """The differences between two books; `broken` are the kinds and ids of files that one of them could not read."""
    found = list(pairs(base, head, broken=broken))
    changed = [change for pair in found for change in _changed(pair, base, head)]
    if base.site is not None and head.site is not None:
        fields = tuple(changed_fields(base.site, head.site))
        changed += [RecordChange("site", "site", head.site.path, "changed", fields)] if fields else []
    order = {how: n for n, how in enumerate(HOWS)}
    changed.sort(key=lambda each: (order[each.how], each.kind, each.id))
    weighty = {pair.record.id for pair in found if isinstance(pair.record, Claim) and is_weighty(pair, base, head)}
    untouched = set(head.pages) - {each.id for each in changed if each.kind == "page"}
    suspects = [*_suspect_claims(weighty, head), *_suspect_pages(weighty, untouched, head)]
    return Diff(tuple(changed), tuple(suspects), tuple(sorted(_touched(changed, base, head))), tuple(sorted(broken)))


def is_weighty(pair: Pair, base: Book, head: Book) -> bool:
    """Whether a published claim changed in words or standing, or was removed, so claims that rest on it need a look."""
    was, now = pair.was, pair.now
    if not isinstance(was, Claim) or not isinstance(now, Claim):
        return isinstance(was, Claim)
    if pair.how in {"withdrawn", "restored"} or not is_same(was, base, now, head):
        return True
    is_known = base.weights[was.id].is_known and head.weights[now.id].is_known
    return is_known and _standings(was, base) != _standings(now, head)


def _is_broken(kind: Kind, id: str, broken: Broken) -> bool:
    return not broken.isdisjoint({(kind, id), (kind, "")})


def _changed(pair: Pair, base: Book, head: Book) -> Iterator[RecordChange]:
    was, now, record = pair.was, pair.now, pair.record
    if was is None or now is None:
        yield RecordChange(record.kind(), record.id, record.path, pair.how, tuple(_whole(record, added=was is None)))
        return
    found = (*changed_fields(was, now), *_computed(was, now, base, head))
    if found or pair.how != "changed":
        former = was.id if was.id != now.id else ""
        yield RecordChange(now.kind(), now.id, now.path, pair.how, found, former)


def _whole(record: Record, *, added: bool) -> Iterator[Change]:
    """The fields by which readers recognise an added or removed record."""
    names = {"claim": ("claim", "figures", "when", "verdict"), "source": ("title", "issued", "url")}
    fields: Mapping[str, Any] = record.model_dump(mode="json", exclude_defaults=True)
    for name in names.get(record.kind(), ("name", "title", "type")):
        words = said(fields.get(name))
        if words is not None:
            yield Change((name,), None, words) if added else Change((name,), words, None)


def _computed(was: Record, now: Record, base: Book, head: Book) -> Iterator[Change]:
    """Changes to what the tool computes: topic, standing, comparisons, and what was read."""
    if isinstance(was, Claim) and isinstance(now, Claim):
        if was.topic != now.topic:
            yield Change(("topic",), was.topic, now.topic)
        yield from _differing(("standing",), _standings(was, base), _standings(now, head))
        yield from _differing(("comparison",), _answers(was, base), _answers(now, head), in_both=True)
        yield from _differing(("reading",), _readings(was, base), _readings(now, head), in_both=True)
    if isinstance(was, Source) and isinstance(now, Source):
        yield from _differing(("receipt",), _receipt(was, base), _receipt(now, head))


def _differing(
    keys: tuple[str, ...], was: Mapping[str, str], now: Mapping[str, str], *, in_both: bool = False
) -> Iterator[Change]:
    for name in dict.fromkeys([*was, *now]):
        if was.get(name) != now.get(name) and not (in_both and (name not in was or name not in now)):
            yield Change((*keys, name) if name else keys, was.get(name), now.get(name))


def _standings(claim: Claim, book: Book) -> Mapping[str, str]:
    weight = book.weights[claim.id]
    named = {name: each.standing for name, each in weight.figures.items() if name is not None}
    return {"": weight.standing} | (named if len(named) > 1 else {})


def _answers(claim: Claim, book: Book) -> Mapping[str, str]:
    return {str(line.relation): line.held.answer for line in book.weights[claim.id].lines}


def _readings(claim: Claim, book: Book) -> Mapping[str, str]:
    words = {"read": "read in the source", "unread": "not read in the source", "unknown": "unknown"}
    return {f"{piece.source}: “{said(piece.quote)}”": words[book.proofs[key].state] for key, piece in pieces(claim)}


def _receipt(source: Source, book: Book) -> Mapping[str, str]:
    receipt = book.receipts.get(source.id)
    if receipt is None:
        return {}
    where = "its address" if receipt.read_from == "url" else "a saved copy"
    return {"extent": receipt.extent, "read from": where, "checksum of the text": receipt.sha256[:16]}


def _suspect_claims(changed: set[str], head: Book) -> Iterator[Suspect]:
    for id, claim in head.claims.items():
        because = changed & set(foundations(head, claim)) if claim.withdrawal is None and id not in changed else ()
        if because and state(head, claim) != "fits":
            yield Suspect("claim", id, claim.path, tuple(sorted(because)))


def _suspect_pages(changed: set[str], untouched: set[str], head: Book) -> Iterator[Suspect]:
    for id, page in head.pages.items():
        because = {link.id for link in page.all_citations if link.kind == "claim"} & changed
        if because and id in untouched:
            yield Suspect("page", id, page.path, tuple(sorted(because)))


def _touched(changed: Iterable[RecordChange], base: Book, head: Book) -> Iterator[str]:
    """The addresses of changed records, and of those around them unless only a review or waiver changed."""
    seen: set[str] = set()
    for each in changed:
        if each.kind == "site":
            continue
        book = base if each.how == "removed" else head
        record = book.shelf(each.kind)[each.id]
        around = [mention.record for mention in book.mentioning(record)]
        around += filter(None, (book.shelf(ref.kind).get(ref.id) for ref in record.references()))
        if each.how == "changed" and all(change.keys[0] in _PRIVATE for change in each.changes):
            around = []
        for other in (record, *around):
            if isinstance(other, Page):
                seen.add(addresses.of_page(other.id))
            elif other.kind() in addresses.FOLDERS:
                seen.add(addresses.of(other.kind(), other.id))
    yield from seen
