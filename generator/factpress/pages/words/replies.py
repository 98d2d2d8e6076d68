"""What pages say of replies and challenges: who was asked, who answered, and who objected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factpress.pages.links import LinkedBook, To
from factpress.pages.words.names import date_words
from factpress.records.claim import Claim
from factpress.records.reply import Challenge, Reply

NOBODY_ASKED = "Nobody was asked for a reply."
UNDECIDED = "Not decided yet."


@dataclass(frozen=True, slots=True)
class AskedParty:
    """Who was asked, how and when; and the answer, in their words if they gave any."""

    party: To
    asked: str
    answer: str
    words: str


@dataclass(frozen=True, slots=True)
class Objection:
    """Who objected, when, in which words, and what came of it."""

    by: To
    date: str
    says: str
    outcome: str


def replies_to(claim: Claim, linked: LinkedBook) -> Sequence[AskedParty]:
    """The replies to a claim, and to the articles whose words it judges."""
    sources = dict.fromkeys(piece.source for piece in claim.appears_in)
    articles = [linked.book.sources[id] for id in sources if id in linked.book.sources]
    return asked_parties([*claim.replies, *(reply for article in articles for reply in article.replies)], linked)


def asked_parties(replies: Sequence[Reply], linked: LinkedBook) -> Sequence[AskedParty]:
    """Each reply in words."""
    return [
        AskedParty(
            linked.to("entity", reply.party), f"asked on {date_words(reply.asked)}, {reply.how}", *_answer(reply)
        )
        for reply in replies
    ]


def objections(challenges: Sequence[Challenge], linked: LinkedBook) -> Sequence[Objection]:
    """Each challenge in words, newest first."""
    newest = sorted(challenges, key=lambda each: each.date.canonical, reverse=True)
    return [
        Objection(
            To(each.by, "") if " " in each.by else linked.to("entity", each.by),
            date_words(each.date),
            each.says,
            each.outcome or UNDECIDED,
        )
        for each in newest
    ]


def _answer(reply: Reply) -> tuple[str, str]:
    on = f" on {date_words(reply.date)}" if reply.date else ""
    if reply.state == "answered":
        return f"answered{on}:", reply.answer
    return (f"declined to answer{on}." if reply.state == "declined" else "has not answered."), ""
