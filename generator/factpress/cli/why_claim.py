"""A claim's evidence: each figure, who states it, through whom, in which words, and its standing."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.book import Book
from factpress.evidence.claim_weighing import Piece, Weight
from factpress.evidence.quote_weighing import FigureReading
from factpress.evidence.standing import Standings
from factpress.exports.chain import around, is_of_whole, reading_of_whole
from factpress.findings import listed, shown, spelt
from factpress.records import text
from factpress.records.claim import Claim
from factpress.records.reply import Reply


def claim_lines(book: Book, claim: Claim) -> Iterator[str]:
    """The evidence for a person: under each figure the quotes that state it, then quotes that state none."""
    weight = book.weights[claim.id]
    yield spelt(f"{claim.id}: {text.without_links(claim.claim)}")
    if claim.is_draft:
        yield "draft: not published"
    if claim.finding:
        yield spelt(f"finding: {text.without_links(claim.finding)}")
    if claim.withdrawal is not None:
        yield spelt(f"withdrawn on {claim.withdrawal.date.in_words()}: {claim.withdrawal.why}")
    verdict = claim.verdict or ("not yet judged" if claim.appears_in else "none, because no article makes this claim")
    decides = f", decided by its figure {shown(weight.weakest)}" if weight.weakest is not None else ""
    yield f"verdict: {verdict}; standing: {weight.standing}{decides}"
    for name, figure in claim.figures.items():
        yield from _heading(f"{name}: {figure}", weight.figures[name])
        for piece in weight.pieces:
            if _says_of(weight, piece, name):
                yield from _piece_lines(book, piece, _in_words(piece.read(name)))
    if not claim.figures:
        yield from _heading("without figures, as declared by the editor", weight.figures[None])
        for piece in weight.pieces:
            yield from _piece_lines(book, piece, "" if piece.evidence is None else _in_words(reading_of_whole(piece)))
    of_none = [p for p in weight.pieces if not any(_says_of(weight, p, name) for name in claim.figures)]
    if claim.figures and of_none:
        yield ""
        yield "about no figure:"
        for piece in of_none:
            yield from _piece_lines(book, piece, "counts against all" if is_of_whole(weight, piece) else "silent")
    for line in weight.lines:
        why = line.held.why or f"{line.held.left} and {line.held.right}"
        proof = ", which refutes the claim" if line.refutes else ""
        yield ""
        yield spelt(f"must hold: {line.relation} ({line.held.answer}: {why}){proof}")
    yield from _around(book, claim)
    for waiver in claim.allow:
        yield ""
        until = f", until {waiver.until.in_words()}" if waiver.until else ""
        yield spelt(f"waived{until}: {waiver.code}, because: {waiver.because or 'no reason given'}")


def _around(book: Book, claim: Claim) -> Iterator[str]:
    """What would change the verdict, who was asked, who objected, and the days of checks."""
    articles = dict.fromkeys(piece.source for piece in claim.appears_in)
    replies = [*claim.replies, *(each for id in articles if id in book.sources for each in book.sources[id].replies)]
    lines = [f"what would change the verdict: {claim.would_change}"] if claim.would_change else []
    lines += [f"asked on {each.asked.in_words()}, {each.how}: {each.party}: {_answer(each)}" for each in replies] or (
        ["asked: nobody"] if claim.verdict else []
    )
    lines += [
        f"challenged on {each.date.in_words()} by {each.by}: {each.says} Outcome: {each.outcome or 'open'}"
        for each in claim.challenges
    ]
    lines += [f"last checked: {claim.checked.in_words()}"] if claim.checked else []
    lines += [f"to be checked again by: {claim.review_by.in_words()}"] if claim.review_by else []
    yield from ([""] if lines else [])
    yield from map(spelt, lines)


def _answer(reply: Reply) -> str:
    on = f" on {reply.date.in_words()}" if reply.date else ""
    return {"answered": f"{shown(reply.answer, limit=400)}{on}", "declined": f"declined{on}", "none": "no answer"}[
        reply.state
    ]


def _heading(what: str, standings: Standings) -> Iterator[str]:
    yield ""
    yield f"{what}; {standings.standing}: {_account(standings)}"


def _says_of(weight: Weight, piece: Piece, name: str) -> bool:
    """Whether a piece states a figure, or its editor declared that it does not."""
    read = piece.read(name)
    return read.verb != "silent" or (read.declared and not is_of_whole(weight, piece))


def _account(standings: Standings) -> str:
    """The roots for and against a figure, in words."""
    against = standings.roots_against
    in_vain = not standings.answers_hold and any(voice.answered for voice in standings.disputes)
    parts = [
        f"{listed(standings.roots_for, last='and')} for it" if standings.roots_for else "no root for it",
        f"{listed(against, last='and')} against it" if against else "",
        "`must_hold` against it" if standings.refuted else "",
        "and no answer counts, as the claim is not corroborated or primary without the disputes" if in_vain else "",
    ]
    return ", ".join(part for part in parts if part)


def _in_words(read: FigureReading) -> str:
    """A reading, and whether it was found or declared."""
    how = "declared by the editor" if read.declared else f"found in {shown(read.words)}" if read.words else ""
    return ", ".join(word for word in (read.verb, how) if word)


def _piece_lines(book: Book, piece: Piece, says: str) -> Iterator[str]:
    evidence = piece.evidence
    notes = ["the article" if evidence is None else piece.stance, says]
    if not piece.counts:
        notes = [notes[0], "unread", f"would be: {says}" if says else ""]
    notes += ["first-hand"] if evidence is not None and evidence.first_hand else []
    notes += ["answered"] if evidence is not None and evidence.answered else []
    described = "; ".join(note for note in notes if note)
    yield spelt(f"  {piece.quoted.source}{_through(book, piece)} [{piece.root or 'unknown'}]: {described}")
    yield f"    {shown(piece.quoted.quote, limit=400)} {around(piece)}".rstrip()


def _through(book: Book, piece: Piece) -> str:
    """Who the source attributes the quote to, if it is not the source itself."""
    named = piece.quoted.attributed_to
    if not named:
        return ""
    entity = book.entities.get(named)
    return f", attributed to {entity.name if entity is not None else named}"
