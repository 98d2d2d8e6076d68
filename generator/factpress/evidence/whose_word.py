"""Whether a quote passes on somebody's word though its record names nobody, and whether it is its source's title."""

from __future__ import annotations

from factpress.evidence.lookup import Proof
from factpress.evidence.telling import words_of
from factpress.evidence.tokens import tokens
from factpress.records.claim import Appearance, Claim, Evidence

_CLAIMS_LANGUAGE = "en"


def is_known(proof: Proof) -> bool:
    """Whether the receipt knows whether a quote's sentence reports or hedges; one of format 1 does not."""
    return proof.entry is not None and proof.entry.reported is not None


def passes_on(claim: Claim, piece: Appearance, proof: Proof, language: str) -> bool:
    """Whether a quote's sentence passes on a word, while the record says neither whose it is nor why it is its own.

    A claim that itself says "announced" is about the announcement: the same verb in its quote passes on nothing, and
    what is outside a quote, of which a receipt keeps no word, is taken for that verb.
    """
    if not isinstance(piece, Evidence) or piece.stance == "context" or not is_known(proof):
        return False
    if piece.attributed_to or piece.first_hand or claim.said_by:
        return False
    own = words_of(claim.claim, _CLAIMS_LANGUAGE, "reports")
    reports_outside = proof.entry is not None and bool(proof.entry.reported) and not own
    return reports_outside or bool(words_of(piece.quote, language, "reports") - own)


def is_harder(claim: Claim, piece: Appearance, proof: Proof, language: str) -> bool:
    """Whether the article's sentence reports or hedges, and the claim states the same flatly."""
    if not is_known(proof) or proof.entry is None or claim.said_by:
        return False
    both = ("reports", "hedges")
    if any(words_of(claim.claim, _CLAIMS_LANGUAGE, kind) for kind in both):  # type: ignore[arg-type] # the two kinds
        return False
    outside = bool(proof.entry.reported or proof.entry.hedged)
    return outside or any(words_of(piece.quote, language, kind) for kind in both)  # type: ignore[arg-type] # as above


def is_title(piece: Appearance, proof: Proof, title: str) -> bool:
    """Whether a quote is the title of its source, or a part of it, in the place of a title."""
    if proof.entry is None:
        return False
    words = [token.casefold() for token in proof.tokens]
    wanted = [token.casefold() for token in tokens(title)]
    size = len(words)
    if not any(wanted[n : n + size] == words for n in range(len(wanted) - size + 1)):
        return False
    return proof.entry.whole == "heading" or proof.entry.sentence == 1
