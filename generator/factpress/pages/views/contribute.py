"""The guide for contributors: templates of records, the site's own limits, and findings as the check prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from factpress import addresses
from factpress.changes.corrections import TOLD
from factpress.changes.owners import GUARDED
from factpress.evidence.budget import FEWEST_WORDS
from factpress.findings import listed
from factpress.page_kinds import PageKind
from factpress.pages.links import LinkedBook, To
from factpress.pages.reference import PLACES, doc
from factpress.pages.rulebook import LEVELS, Rulebook
from factpress.pages.spans import Spans, spans
from factpress.pages.statements import Statement, Statements
from factpress.pages.view import Edition, PageView, single
from factpress.records.claim import Correction
from factpress.records.site import PLACEHOLDER, Publisher
from factpress.records.templates import templates

FINDINGS = Path(__file__).parent / "findings.txt"
"""Findings as the check prints them, one of each mistake; a test has the check print them anew."""
MISTAKES: Mapping[str, tuple[str, str]] = {
    "unknown-id": ("A misspelt id", "An id is the name of a record’s file, without `.yml`."),
    "unknown-key": ("A misspelt key", "Every key is in the reference of records, and there are no others."),
    "unreadable-date": ("A date in words", "Dates are written in digits, the year first."),
    "unsaid-figure": ("A figure that no quote says", "Each figure of a claim has at least one quote that says it."),
    "unread-quote": (
        "An unverified quote",
        "It was never looked up in its source, or a word of it has changed since.",
    ),
    "silent-change": (
        "A published figure that changes without a correction",
        "Readers learn of it from an entry in `corrections`. Only a check with `--base` finds it.",
    ),
}
"""The most frequent mistakes, each as a title and a sentence, by the rule that finds it."""
_HEAD = re.compile(r"\S+ (?:error|warning|note) F[0-9]{3} ([a-z-]+): ")
_MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+")
_ADVICE: Sequence[tuple[str, str, Sequence[str]]] = (
    (
        "The source’s own words.",
        "One unbroken passage, at most {most}; a quote of fewer than {fewest} words has to be a whole sentence. "
        "Copy them; never type them from memory.",
        ("quote-length", "unread-quote"),
    ),
    (
        "No words of ours in it.",
        "No `…`, no brackets. If you leave something out, give two pieces of evidence. "
        "Explain “it” or “yesterday” in `gloss`.",
        ("quote-brackets",),
    ),
    (
        "It says the figure.",
        "A quote for “three were killed” says three. A figure that has to be worked out, such as two and one, is "
        "declared in `says`, and is shown as the editor’s reading.",
        ("unsaid-figure",),
    ),
    (
        "It names the speaker.",
        "If a paper quotes a ministry, `attributed_to` names the ministry. The `root` of a source says whose "
        "reporting it is: ten papers that printed one agency’s report are one voice.",
        (),
    ),
    (
        "It may disagree.",
        "Quotes that dispute a claim belong beside those that support it, with `stance: disputes`. Do not leave "
        "them out; if there is an answer, `answered` gives it.",
        (),
    ),
)
_BESIDE: Sequence[tuple[str, Sequence[str]]] = (
    (
        "`finding` is the headline of a claim, at most 90 characters; `would_change` says what evidence would change "
        "the verdict; `replies` and `challenges` say who was asked and who objected.",
        (),
    ),
    (
        "`checked` is the day on which somebody last compared the claim with its sources. After `review_by` a warning "
        "asks for it again.",
        ("overdue-check",),
    ),
    (
        "`draft: true` keeps a claim or an explainer out of what is published, counted and exported; nothing that is "
        "published cites it.",
        ("cited-draft",),
    ),
    ("`answer` in the front matter of an explainer says in at most 60 words what was found.", ("answer-form",)),
)
_KEPT: Sequence[tuple[str, Sequence[str]]] = (
    ("Entries of `corrections` stay. If an entry was wrong, add another above it.", ("changed-correction",)),
    (
        "A record is never deleted. A wrong one gets `withdrawn: {date: …, why: …}`, and its page keeps its "
        "address and says why.",
        ("deleted-record", "changed-withdrawal"),
    ),
    ("A record with a new name keeps the old one in `formerly`, and its old address redirects.", ("lost-id",)),
)


@dataclass(frozen=True, slots=True)
class Template:
    """The annotated files of one kind of record."""

    title: str
    anchor: str
    about: Spans
    fields: To
    files: Sequence[str]


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake: its title, a sentence, the rule that finds it, and what the check prints."""

    title: str
    anchor: str
    words: Spans
    rule: To
    printed: str


@dataclass(frozen=True, slots=True)
class Advice:
    """What a good quote has, as a title and in words, with the rules that enforce it."""

    brief: str
    words: Spans
    rules: Sequence[To]


def views(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """The page."""
    yield single(kind, partial(_shown, edition.rulebook))


@dataclass(frozen=True)
class Guide(Statements):
    """The guide of a site."""

    @property
    def fields(self) -> str:
        """The URL of the reference of records."""
        return self.linked.url(addresses.of_kind("records"))

    def templates(self) -> Iterator[Template]:
        """The annotated templates, by kind."""
        found = templates()
        for model, title, _ in PLACES:
            kind = model.kind()
            fields = To(f"Every field of {title[:1].lower()}{title[1:]}", f"{self.fields}#{kind}")
            yield Template(title, f"template-{kind}", spans(doc(model)), fields, found[kind])

    def advice(self) -> Iterator[Advice]:
        """What a good quote is, by this site's limits."""
        for brief, words, rules in _ADVICE:
            text = words.replace("{most}", f"{self.limits.quote_words:,} words").replace("{fewest}", str(FEWEST_WORDS))
            yield Advice(brief, spans(text), self.links(*rules))

    def mistakes(self) -> Iterator[Mistake]:
        """The most frequent mistakes, each with what the check prints on this site."""
        ours = addresses.of_rules(self.site.url if self.site else PLACEHOLDER)
        for printed in findings():
            name = rule_of(printed)
            text = printed.replace(f"docs: {addresses.of_rules(PLACEHOLDER)}", f"docs: {ours}")
            title, words = MISTAKES[name]
            (rule,) = self.links(name)
            yield Mistake(title, f"finding-{name}", spans(words), rule, text)

    def levels(self) -> Sequence[Spans]:
        """What the levels of findings mean."""
        return [spans(meaning) for meaning in LEVELS.values()]

    def changes(self) -> Sequence[Statement]:
        """Which changes of a published claim need a correction, and what is never removed."""
        changes = (
            f"Of a published claim, {listed(TOLD, last='and')} do not change without a new entry in `corrections`, and "
            "evidence against it is not removed without one."
        )
        kept = [self.enforced(text, *names) for text, names in _KEPT]
        return [self.enforced(changes, "silent-change"), *kept]

    def verdicts(self) -> Sequence[Statement]:
        """What a contributor writes beside a verdict, and how to keep a claim back."""
        return [
            *(self.enforced(words, *rules) for words, rules in _BESIDE),
            *self.beside_verdicts(),
        ]

    def publisher(self) -> Sequence[To]:
        """The publisher's addresses, from the site's settings."""
        return list(_ways(self.site.publisher)) if self.site and self.site.publisher else ()


def findings() -> Sequence[str]:
    """Each finding as it is printed."""
    return FINDINGS.read_text("utf-8").rstrip("\n").split("\n\n")


def rule_of(printed: str) -> str:
    """The name of the rule that a printed finding is of."""
    found = _HEAD.match(printed)
    if found is None:
        raise ValueError(f"no finding begins so: {printed[:80]}")
    return found[1]


def _shown(rulebook: Rulebook, linked: LinkedBook) -> Mapping[str, Any]:
    guide = Guide(linked, rulebook)
    return {
        "is_edited": bool(guide.site and guide.site.edit),
        "publisher": guide.site.publisher.name if guide.site and guide.site.publisher else "",
        "ways": guide.publisher(),
        "records": To("reference of records", guide.fields),
        "rules": To("page of rules", linked.url(addresses.of_kind("rules"))),
        "corrections": To("corrections", linked.url(addresses.of_kind("corrections"))),
        "entry": To("field of an entry", f"{guide.fields}#in-claim-corrections"),
        "templates": list(guide.templates()),
        "advice": list(guide.advice()),
        "budgets": guide.budgets(),
        "verdicts": guide.verdicts(),
        "levels": guide.levels(),
        "mistakes": list(guide.mistakes()),
        "changes": guide.changes(),
        "kinds": _kinds(),
        "reviewers": guide.reviewers(),
        "guarded": _guarded(),
        "guard": guide.enforced("A change to any of these is a warning that names their owners.", "guarded-file"),
    }


def _kinds() -> Sequence[Sequence[str]]:
    """The kinds of correction, each with its meaning, as the model says it."""
    words = Correction.model_fields["kind"].description or ""
    return [piece.split(": ", 1) for piece in words.rstrip(".").split("; ")]


def _guarded() -> Mapping[str, Sequence[str]]:
    """The patterns of files with owners by the reason; without the patterns of exceptions."""
    return {why: [pattern for pattern in patterns if not pattern.startswith("!")] for why, patterns in GUARDED}


def _ways(publisher: Publisher) -> Iterator[To]:
    if publisher.email:
        is_address = _MAIL.fullmatch(publisher.email)
        yield To(publisher.email, f"mailto:{quote(publisher.email, safe='@')}" if is_address else "")
    if publisher.url:
        yield To(publisher.url, publisher.url)
