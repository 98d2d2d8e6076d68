"""English words that pass on somebody's word, and words that hedge; a sentence with none speaks for itself.

A word that also means something else counts unless the words beside it show that: an editor who is asked once too
often answers in a line, and a report that is taken for a witness misleads readers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from factpress.evidence.language import Mark
from factpress.evidence.word_tables import set_of

_SURE = set_of(
    "said says saying told tells telling announced announces announcing announcement reportedly tweeted tweets"
    " testified testifies testifying asserted asserts asserting insisted insists insisting contended contends"
    " contending warned warns warning quoted quotes quoting cited cites citing recounted recounts recalled recalls"
    " reiterated remarked conceded predicted predicts boasted complained attested affirmed briefed stressed"
    " emphasised emphasized commented"
)
"""Words that pass on a word wherever they are, but for the exceptions below."""

_UNSURE = set_of(
    "say claimed claims claim claiming added adds adding noted notes noting wrote writes writing maintained maintains"
    " maintaining explained explains explaining argued argues arguing revealed reveals revealing admitted admits"
    " admitting declared declares declaring confirmed confirms confirming reported reports reporting report stated"
    " states stating acknowledged acknowledges acknowledging disclosed discloses disclosing denied denies denying"
    " informed informs suggested suggests suggesting indicated indicates estimated estimates concluded concludes"
    " concluding accused accuses accusing blamed blames described describes alleges alleging pledged pledges vowed"
    " vows promised promises mentioned mentions replied replies answered responded posted posts observed observes"
    " found finds shows showed learned learnt heard argue admit deny declare confirm maintain explain reveal conclude"
    " acknowledge disclose estimate allege suggest"
)
"""Words that pass on a word only before or behind what is said: "confirmed that", "…, she noted"."""

_BEHIND = set_of("that how why whether")
_TITLES = set_of(
    "he she they it who officials official police spokesman spokeswoman spokesperson statement report agency"
    " ministry army military government authorities witnesses witness command coalition department office officer"
    " officers sources source commander minister residents media newspaper paper mayor governor company council"
    " group experts scientists researchers investigators prosecutors doctors president secretary general"
    " broadcaster station channel newsroom embassy union police lawyer lawyers reporters"
)
_OF_WRITING = set_of("statement statements communique communiqué")
_NOT_OF_WRITING = set_of("bank financial income mission tax opening closing fashion monthly annual account")
_HEDGES = set_of(
    "believed believe believes believing suspected suspects alleged allegedly apparently apparent supposedly"
    " purportedly purported possibly perhaps probably maybe presumably presumed seemingly conceivably rumoured"
    " rumored unconfirmed feared seems seemed seem unclear doubtful unverified likely unlikely ostensibly"
)
_TO = set_of("thought understood reckoned considered assumed appears appeared appear considered")
"""Words that hedge before "to" or "that"."""
_NOUN_BEFORE = set_of("the a an this that its his her their our your no any full military economic political naval")
_SPEAKER = re.compile(r"[A-Z][\w'-]+$")
_AFTER_WORDS = re.compile(r"[,.?!]\"(?: [\w'-]+){1,4}$")
_PHRASES = re.compile(
    r"\bput(?:s|ting)? (?:the|its|their) [\w'-]+(?: [\w'-]+){0,4} at\b|\bcondition of anonymity\b"
    r"|(?<!\bno )(?<!immediate )\breports? of\b"
    r"|\b(?:speaks?|spoke|spoken|speaking) of\b|\bin (?:the|his|her|its|their) (?:view|opinion)\b"
    r"|\baccus(?:e|es|ed|ing) (?:[\w'-]+ ){1,5}of\b|\bdescrib(?:e|es|ed|ing) (?:how|\w{3,}ing)\b|\bby all accounts\b"
    r"|\bin the words of\b|\bby (?:his|her|its|their) (?:own )?account\b|\bas (?:the|an?|its|his|her) [\w'-]+ "
    r"(?:explained|noted|argued|reported|wrote|put it|described)\b",
    re.IGNORECASE,
)
"""Several words that pass on a word together."""
_DOUBTS = re.compile(
    r"\b(?:not|never|un)(?: \w+){0,2} ?clear\b|\bnot (?:\w+ )?known (?:who|whether|why|how|if|what)\b"
    r"|\b(?:fears?|suspicions?|rumou?rs?|speculation|doubts?) (?:that|of|about)\b"
    r"|\bno (?:proof|evidence|confirmation)\b",
    re.IGNORECASE,
)
"""Several words that hedge together."""
_WORD = re.compile(r"\w+(?:['-]\w+)*")
_END = re.compile(r"\s*[\"')\]]*\s*(?:[.,:;!?…]|$)")
# So many characters around a word are looked at, so that a text without a point takes no longer than others.
_NEAR = 80
_FIRST_PERSON = set_of("we i")


@lru_cache(maxsize=1 << 10)
def marks(text: str) -> Sequence[Mark]:
    """The words of a folded text that report or hedge, in its order."""
    found: list[Mark] = []
    words = list(_WORD.finditer(text))
    low = [word[0].lower() for word in words]
    for n, word in enumerate(words):
        after = text[word.end() : word.end() + _NEAR]
        end = word.end()
        if _reports(low, n, text, word.start(), after):
            if low[n] == "according":
                end = words[n + 1].end()
            found.append(Mark("reports", word.start(), end, _stem(low[n])))
        if _hedges(low, n, word[0]):
            found.append(Mark("hedges", word.start(), end, _stem(low[n])))
    found += [Mark("reports", each.start(), each.end(), each[0].lower()) for each in _PHRASES.finditer(text)]
    found += [Mark("hedges", each.start(), each.end(), each[0].lower()) for each in _DOUBTS.finditer(text)]
    return tuple(sorted(found, key=lambda mark: mark.start))


def _reports(low: Sequence[str], n: int, text: str, start: int, after: str) -> bool:
    this = low[n]
    before = low[n - 1] if n else ""
    behind = low[n + 1] if n + 1 < len(low) else ""
    if this == "according":
        return behind == "to" and _at(low, n + 2) not in ("plan", "schedule", "size", "age", "need")
    if this in _OF_WRITING:
        return before not in _NOT_OF_WRITING
    if this == "said" and before in _FIRST_PERSON:
        return False
    if this in _SURE:
        return not _is_otherwise(this, before, behind, after)
    if this not in _UNSURE or _is_of_a_name(text[start:], before, after):
        return False
    if behind in _BEHIND or after.lstrip().startswith((":", ', "', '"')):
        return not (before in _NOUN_BEFORE and this in ("report", "claim", "found", "heard"))
    # Behind what is said: "…, the agency reported."; "as Doe noted"; "the mayor wrote on Sunday".
    until = text[max(0, start - _NEAR) : start].rstrip()
    is_spoken = before in _TITLES or (n > 0 and _SPEAKER.search(until) is not None) or _AFTER_WORDS.search(until)
    if not is_spoken and this in _EVEN and before not in _PASSIVE and _END.match(after):
        return n > 1
    return bool(is_spoken) and (this in _EVEN or behind in _ON or _END.match(after) is not None)


def _is_of_a_name(word: str, before: str, after: str) -> bool:
    """Whether a word belongs to a name: the United States; the Port Notes column, but not a headline's verb."""
    return word[:1].isupper() and (before == "united" or (before != "" and re.match(r" [a-z]{4}", after) is not None))


_ON = set_of("on in at earlier later last yesterday monday tuesday wednesday thursday friday saturday sunday after")
_PASSIVE = set_of("was were been be is are being not never as and or it that")
_EVEN = set_of("claimed claims reported reports denied denies confirmed confirms estimated estimates blamed accused"
               " alleges stated states acknowledged say")  # fmt: skip


def _is_otherwise(this: str, before: str, behind: str, after: str) -> bool:
    """Whether a word that mostly reports does something else here: "a warning sign", "recalled its cars"."""
    if this == "told":
        return before == "all"
    if this in ("saying", "says") and before in ("the", "old"):
        return True
    if this == "telling":
        return before in ("a", "very", "most")
    if this == "warning":
        return before in ("the", "a", "without", "early", "no") or behind in (
            "sign",
            "signs",
            "system",
            "shots",
            "lights",
        )
    if this in ("stressed", "recalled", "quoted", "quotes", "briefed", "cited"):
        return before in ("and", "feel", "felt", "very", "highly") or (
            this == "recalled" and behind in ("its", "the", "all", "some", "his", "to")
        )
    if this == "announcement":
        return False
    return this == "announced" and before in ("the", "previously", "long", "newly") and not _END.match(after)


def _hedges(low: Sequence[str], n: int, raw: str) -> bool:
    this = low[n]
    before = low[n - 1] if n else ""
    behind = low[n + 1] if n + 1 < len(low) else ""
    if this == "may":
        return raw == "may"
    if this == "might":
        return raw == "might" and before not in _NOUN_BEFORE
    if this == "could":
        return behind in ("have", "be", "well", "still", "yet") and before != "it"
    if this in _TO:
        return behind in ("to", "that") and (this != "thought" or before not in _NOUN_BEFORE)
    if this in ("suspects", "believes", "believe", "believing"):
        return not (this == "suspects" and before in _NOUN_BEFORE | {"two", "three", "four", "other", "five"})
    return this in _HEDGES


def _at(low: Sequence[str], n: int) -> str:
    return low[n] if n < len(low) else ""


_STEMS = {"said": "say", "saying": "say", "says": "say", "told": "tell", "wrote": "write", "according": "according"}


def _stem(word: str) -> str:
    """One form for the forms of a word: "announced", "announces" and "announcement" are one."""
    if word in _STEMS:
        return _STEMS[word]
    for ending in ("ements", "ement", "ments", "ment", "edly", "ing", "ies", "ied", "es", "ed", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
