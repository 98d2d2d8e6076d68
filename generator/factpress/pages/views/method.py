"""What the page about the method shows, made from the code, the rules, the site's settings and its records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from factpress import addresses
from factpress.changes.history import History
from factpress.evidence.raters import kappa, observed
from factpress.evidence.receipts import PROVES
from factpress.evidence.roots import COUNTING, voice
from factpress.evidence.standing import DISPUTES, ROWS, WEAKEST_FIRST
from factpress.evidence.values import VAGUE
from factpress.findings import counted, listed
from factpress.page_kinds import PageKind
from factpress.pages.links import LinkedBook, To
from factpress.pages.rulebook import LEVELS, Rulebook, link_of
from factpress.pages.spans import Spans, spans
from factpress.pages.statements import Statement, Statements, plain
from factpress.pages.view import Edition, PageView, single
from factpress.pages.words import verdicts
from factpress.pages.words.reviews import has_second_reader
from factpress.records.page import Page
from factpress.records.record import Record, Waiver
from factpress.records.site import BlindReadings, Policy, Site, TwiceRead, Verdict

_REVIEW = "F7"
_GIVEN = {"because": "the reason in `because`", "instead": "what is true in `instead`"}


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the method with its meaning."""

    anchor: str
    name: str
    words: Spans


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the page: statements, terms with their meanings, and more statements."""

    title: str
    anchor: str
    before: Sequence[Statement]
    terms: Sequence[Term] = ()
    after: Sequence[Statement] = ()


@dataclass(frozen=True, slots=True)
class ListedRule:
    """A rule in the list of rules."""

    link: To
    level: str
    words: Spans


@dataclass(frozen=True, slots=True)
class ListedWaiver:
    """A waiver in the list of waivers: its record and rule, the reason, and the last day."""

    record: To
    rule: To
    because: str
    until: str


def views(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """The page."""
    yield single(kind, partial(_shown, edition.rulebook, edition.history))


@dataclass(frozen=True)
class Method(Statements):
    """The method of a site; `history` says who reviewed its claims."""

    history: History

    def sections(self) -> Iterator[Section]:
        """Everything but lists, in order."""
        yield self._verdicts()
        yield self._standing()
        vague = "; ".join(f"{name}: {low:,} to {high:,}" for name, (low, high) in VAGUE.items())
        about = "Words for numbers in quotes and claims mean a range, and every value in it agrees:"
        yield Section("Vague words", "vague-words", [plain(about), plain(f"{vague}.")])
        roots = [*map(plain, COUNTING), plain(self._roots())]
        yield Section("Independent voices", "independence", roots)
        yield Section("How much is quoted", "budgets", self._quoted())
        unread = self.enforced("A quote without a receipt is an error and does not count.", "unread-quote")
        yield Section("What a receipt proves", "receipts", [*map(plain, PROVES), unread, plain(self._read())])
        yield Section("Review", "review", self._review())
        yield Section("How far two readers agree", "agreement", self._read_twice())

    def families(self) -> Mapping[str, Sequence[ListedRule]]:
        """Every rule, by its family."""
        return {
            family.title: [
                ListedRule(link_of(rule, self.linked), rule.severity, spans(rule.summary)) for rule in family.rules
            ]
            for family in self.rulebook.families
        }

    def waivers(self) -> Sequence[ListedWaiver]:
        """Every waiver of the records."""
        return [
            ListedWaiver(
                self._record(record),
                self.rulebook.link(waiver.code, self.linked),
                waiver.because or "",
                waiver.until.in_words() if waiver.until else "",
            )
            for record, waiver in self._allowed()
        ]

    def about_waivers(self) -> Statement:
        """What waivers are."""
        text = "A waiver allows a record to break one rule. It is an error if it has no reason"
        more = ", if it hides no finding, or if its last day is past"
        return self.enforced(f"{text}{more}.", "unreasoned-waiver", "idle-waiver", "past-waiver")

    def policies(self) -> Sequence[tuple[str, To]]:
        """The policies that are given, each with its page."""
        given = self.site.policies.given if self.site else ()
        return [(policy.name.capitalize(), self._policy(policy)) for policy in given]

    def _verdicts(self) -> Section:
        given = self.linked.book.verdicts.values()
        about = "A verdict is an editor's judgement of what an article under check says. This site has these:"
        kept = [
            self.enforced("A verdict is an error if the claim's standing does not allow it.", "unearned-verdict"),
            self.enforced("It is an error without the fields that it needs.", "verdict-incomplete"),
            self.enforced("A claim that no article makes is background and gets no verdict.", "background-verdict"),
            plain(f"A claim of an article without a verdict is shown as “{verdicts.NOT_JUDGED}”."),
            *self.beside_verdicts(),
        ]
        terms = [Term(f"verdict-{each.name}", verdicts.verdict_name(each), self._conditions(each)) for each in given]
        return Section("Verdicts", "verdicts", [plain(about)], terms, kept)

    def _conditions(self, verdict: Verdict) -> Spans:
        """The conditions of a verdict."""
        given = " and ".join(_GIVEN[name] for name in verdict.needs)
        return spans(f"the claim is {listed(verdict.standing)}" + (f"; its record gives {given}" if given else ""))

    def _standing(self) -> Section:
        about = "The standing of a figure is computed from the quotes about it. It is the first of these that is true:"
        order = ", ".join(WEAKEST_FIRST)
        after = [
            f"A claim has the standing of its weakest figure. From weak to strong: {order}.",
            "For a claim without figures, all of its evidence counts together, and its page says that this is "
            "the editor's reading.",
            *DISPUTES,
        ]
        terms = [
            Term(f"standing-{row.standing}", verdicts.standing_name(row.standing), spans(row.words)) for row in ROWS
        ]
        return Section("Standing", "standing", [plain(about)], terms, [*map(plain, after)])

    def _roots(self) -> str:
        entities = self.linked.book.entities
        sources = [source for source in self.linked.book.sources.values() if source.withdrawal is None]
        roots = {voice(source.root, entities) for source in sources}
        return f"This site has {counted(len(sources), 'source')} of {counted(len(roots), 'root')}."

    def _quoted(self) -> Sequence[Statement]:
        most = counted(self.limits.quote_words, "word")
        return [self.enforced(f"One quote has at most {most}.", "quote-length"), *self.budgets()]

    def _read(self) -> str:
        book = self.linked.book
        proofs = [proof for (id, _, _), proof in book.proofs.items() if book.claims[id].withdrawal is None]
        read = [proof.receipt for proof in proofs if proof.is_read and proof.receipt is not None]
        copies = sum(receipt.read_from == "file" for receipt in read)
        return (
            f"Quotes on this site: {len(proofs):,}. Read at the address of their source: {len(read) - copies:,}; in a "
            f"saved copy, not compared with the address: {copies:,}; unverified: "
            f"{len(proofs) - len(read):,}."
        )

    def _review(self) -> Sequence[Statement]:
        rules = [link_of(rule, self.linked) for rule in self.rulebook.rules if rule.code.startswith(_REVIEW)]
        book = self.linked.book
        claims = [claim for claim in book.claims.values() if claim.withdrawal is None]
        reviewed = sum(has_second_reader(claim, book, self.history) for claim in claims)
        return [
            *self.reviewers(),
            self.enforced("Published text does not change without a correction.", "silent-change"),
            self.enforced(
                "A claim that was to be compared with its sources again by a day that is past is a warning, and its "
                "page says so.",
                "overdue-check",
            ),
            Statement(spans("These rules are about review and change."), rules),
            plain(f"Claims that a second reader reviewed in their current version: {reviewed:,} of {len(claims):,}."),
        ]

    def _read_twice(self) -> Sequence[Statement]:
        """How far two readings that did not see each other gave the same verdicts, and where they differ."""
        readings = self.site.blind_readings if self.site else None
        if readings is None:
            return [plain("No claim of this site was judged twice by readers who did not see each other's verdicts.")]
        pairs = [(twice.first, twice.second) for twice in readings.claims]
        share, beyond_chance = observed(pairs), kappa(pairs)
        agreed = f"The readings agree on {int(share * len(pairs))} of {len(pairs)} ({float(share):.0%})"
        more = (
            f"; Cohen's kappa is {float(beyond_chance):.2f}, where 0 is what chance gives and 1 is full agreement."
            if beyond_chance is not None
            else "; all are the same verdict, so nothing can be said about chance."
        )
        about = f"Claims judged twice on {readings.date.in_words()}: {len(pairs)}. {readings.how}"
        return [plain(about), plain(agreed + more), *map(self._difference, self._differing(readings))]

    def _difference(self, twice: TwiceRead) -> Statement:
        """What the readings and the record say of a claim, and how the difference was settled."""
        book = self.linked.book
        first, second = (verdicts.given_name(verdict, book) for verdict in (twice.first, twice.second))
        claim = book.claims.get(twice.claim)
        record = f"; the record: {verdicts.verdict_words(claim, book)}" if claim else ""
        settled = f" {twice.settled}" if twice.settled else ""
        words = f"The first reading: {first}; the second: {second}{record}.{settled}"
        return Statement(spans(words), [self.linked.to("claim", twice.claim)])

    def _differing(self, readings: BlindReadings) -> Iterator[TwiceRead]:
        """The claims of which the readings differ, or the record differs from one of them."""
        for twice in readings.claims:
            claim = self.linked.book.claims.get(twice.claim)
            if len({twice.first, twice.second, claim.verdict if claim else twice.first}) > 1:
                yield twice

    def _allowed(self) -> Iterator[tuple[Record, Waiver]]:
        for record in self.linked.book.records():
            yield from ((record, waiver) for waiver in record.allow)

    def _record(self, record: Record) -> To:
        if isinstance(record, Page):
            return self.linked.to_page(record)
        return To(record.path, "") if isinstance(record, Site) else self.linked.to(record.kind(), record.id)

    def _policy(self, policy: Policy) -> To:
        if policy.is_method:
            return To("this page", "#method")
        page = next((page for page in self.linked.book.pages.values() if policy.names(page.path)), None)
        if page is None:
            return To(policy.page, "")
        link = self.linked.to_page(page)
        return To(link.words, link.url + (f"#{addresses.in_url(policy.anchor)}" if policy.anchor else ""))


def _shown(rulebook: Rulebook, history: History, linked: LinkedBook) -> Mapping[str, Any]:
    method = Method(linked, rulebook, history)
    return {
        "sections": list(method.sections()),
        "waivers": method.waivers(),
        "about_waivers": method.about_waivers(),
        "policies": method.policies(),
        "families": method.families(),
        "levels": [spans(meaning) for meaning in LEVELS.values()],
        "count": len(rulebook.rules),
    }
