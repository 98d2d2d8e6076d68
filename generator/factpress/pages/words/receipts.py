"""What pages say of receipts: whether a quote was found, where and how exactly, and how much of a source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from factpress.book import Book
from factpress.evidence.coverage import Sentence
from factpress.evidence.lookup import Proof
from factpress.findings import counted
from factpress.pages.fragments import is_pdf
from factpress.pages.words.counts import listed
from factpress.records.date import parse_date
from factpress.records.receipt import Receipt
from factpress.records.source import Source

_CLOSELY = {"exact": "", "typography": " (punctuation may differ)", "case": " (a capital may differ)"}
_TYPOGRAPHY = (
    "Except for typography: marks such as quotation marks, dashes, commas or spaces may differ; no word and no number "
    "does."
)
_WITHIN = {
    ("url", "full"): "the page",
    ("url", "excerpt"): "the part of the page that was read",
    ("file", "full"): "our saved copy",
    ("file", "excerpt"): "our saved copy of a part",
}
_UNREAD = "Unverified: our tool has not found these words in the source, so they do not count."
_UNKNOWN = "The receipt can't be read, so it is not known whether the source has these words."
_KEPT = "We keep a checksum, not the text; anyone with the text can repeat the check."
_FREE = {
    "public-domain": "it is in the public domain: no limit",
    "open-licence": "it is under an open licence: no limit",
}


def found_words(proof: Proof) -> str:
    """One line on a quote: whether its source has it, how exactly, in which sentence and how often."""
    if proof.entry is None or proof.receipt is None:
        return _UNKNOWN if proof.state == "unknown" else _UNREAD
    often = {1: "", 2: ", twice in all"}.get(proof.entry.occurrences, f", {proof.entry.occurrences} times in all")
    within = _WITHIN[proof.receipt.read_from, proof.receipt.extent]
    where = "beside the article in" if proof.entry.beside else f"in sentence {proof.entry.sentence} of"
    return f"Found {where} {within}{often}{_CLOSELY[proof.entry.kind]}."


def proof_words(proof: Proof, source: Source) -> str:
    """Everything known of a verified quote: when and from where it was read, and what that proves."""
    if proof.entry is None or proof.receipt is None:
        return ""
    receipt = proof.receipt
    read = f"{_read(receipt, source)} and found these words in it{_compared(receipt, source)}"
    kept = f" {_KEPT}" if receipt.read_from == "url" else ""
    return read + kept + _explained([proof])


def original_words(proof: Proof, source: Source, name: str) -> str:
    """What a link to the quote in its source is called; a reader is asked to look for an unverified quote."""
    return f"{name}: {opens(proof, source)}"


def opens(proof: Proof, source: Source) -> str:
    """What that link does, where the name of the source is beside it."""
    if is_pdf(source.url or ""):
        return "open the PDF"
    return "open at these words" if proof.is_read else "look for these words"


def source_words(source: Source, book: Book) -> str:
    """How a source was read, and how many of the quotes on its page were found in it."""
    shown = [proof for key, proof in book.quotes_of(source.id) if book.claims[key[0]].withdrawal is None]
    receipt = book.receipts.get(source.id)
    if source.id in book.stale_receipts or any(proof.state == "unknown" for proof in shown):
        return "The receipt can't be read, so it is not known which of these quotes the source has."
    if receipt is None:
        so = ", so quotes from it do not count" if shown else ""
        return f"Our tool has not read this {_noun(source)} yet{so}."
    count = sum(proof.is_read for proof in shown)
    found = f" and found {count or 'none'} of the {len(shown)} quotes below" if shown else ""
    if shown and count == len(shown):
        found = " and found all quotes below in it"
    read = f"{_read(receipt, source)}{found}{_compared(receipt, source)}"
    return f"{read} {_KEPT}{_explained(shown)}"


def last_read(proofs: Iterable[Proof]) -> str:
    """The last day on which a source of the quotes was read, in words; empty if none was."""
    days = [proof.receipt.read_at for proof in proofs if proof.is_read and proof.receipt]
    return _day(max(days)) if days else ""


def link_words(source: Source, receipt: Receipt | None) -> str:
    """Whether our tool has read the source at its address."""
    if not source.url:
        return ""
    if receipt is None:
        return "Our tool has not opened this address yet."
    if receipt.read_from == "url":
        return f"Our tool read this address on {_day(receipt.read_at)}."
    return "A saved copy was read, not this address itself."


def extent_words(receipt: Receipt) -> str:
    """The length of the text that was read."""
    beside = len(receipt.sentences) - receipt.of_article
    part = ", a part of the whole" if receipt.extent == "excerpt" else ""
    more = f"; {counted(beside, 'more sentence')} beside the article" if beside else ""
    only = "; every sentence that was read is quoted" if receipt.quoted_sentences else ""
    return f"{counted(receipt.words, 'word')} in {counted(receipt.of_article, 'sentence')}{part}{more}{only}"


def extractor_words(receipt: Receipt) -> str:
    """The program that took the text out of the page or file, with its version."""
    return "no extractor: the text was given as plain text" if receipt.extractor == "text" else receipt.extractor


def budget_words(source: Source, book: Book) -> str:
    """How much of a source the site quotes, and how much it may."""
    budget = book.budget(source)
    used = f"The site quotes {counted(budget.used, 'word') if budget.used else 'no words'} of this {_noun(source)}"
    if budget.allowed is None:
        return f"{used}; {_FREE[source.rights]}."
    return f"{used}; at most {budget.allowed:,} may be quoted."


def coverage_words(sentences: Sequence[Sentence], receipt: Receipt) -> str:
    """How many sentences of an article the claims cover, in one sentence."""
    covered = sum(sentence.is_covered for sentence in sentences)
    neither = sum(sentence.is_open for sentence in sentences)
    excused = len(sentences) - covered - neither
    said = [f"{covered} {'makes' if covered == 1 else 'make'} claims"] if covered else []
    said += [f"{excused} {'makes' if excused == 1 else 'make'} none"] if excused else []
    said += [f"{neither} {'is' if neither == 1 else 'are'} not covered"] if neither else []
    part = " in the part that was read" if receipt.extent == "excerpt" else ""
    return f"Of {counted(len(sentences), 'sentence')}{part}, {listed(said)}."


def uncovered_words(sentence: Sentence) -> str:
    """Why no claim covers a sentence; empty if one does."""
    if sentence.is_covered:
        return ""
    return f"No claim: {sentence.excuse.why}" if sentence.excuse else "Not covered"


def _read(receipt: Receipt, source: Source) -> str:
    what = f"part of this {_noun(source)}" if receipt.extent == "excerpt" else f"this {_noun(source)}"
    copy = "a saved copy of " if receipt.read_from == "file" else ""
    return f"On {_day(receipt.read_at)} our tool read {copy}{what}"


@lru_cache(maxsize=1 << 10)
def _day(read_at: str) -> str:
    """The day in words."""
    return parse_date(read_at).in_words()


def _compared(receipt: Receipt, source: Source) -> str:
    """The end of the sentence: whether a saved copy was compared with its address."""
    if receipt.read_from == "url":
        return "."
    if source.url:
        return "; the copy has not been compared with the address."
    return "; there is no address to compare the copy with."


def _explained(proofs: Iterable[Proof]) -> str:
    """What `except for typography` means, if it is said of a quote."""
    return f" {_TYPOGRAPHY}" if any(proof.entry and proof.entry.kind == "typography" for proof in proofs) else ""


def _noun(source: Source) -> str:
    """What readers would call it."""
    return "page" if source.url and not is_pdf(source.url) else "document"
