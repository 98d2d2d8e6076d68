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
    " emphasised emphasized commented hinted hints reckons assured assures say"
)
"""Words that pass on a word wherever they are, but for the exceptions below."""

_UNSURE = set_of(
    "claimed claims claim claiming added adds adding noted notes noting wrote writes writing maintained maintains"
    " maintaining explained explains explaining argued argues arguing revealed reveals revealing admitted admits"
    " admitting declared declares declaring confirmed confirms confirming reported reports reporting report stated"
    " states stating acknowledged acknowledges acknowledging disclosed discloses disclosing denied denies denying"
    " informed informs suggested suggests suggesting indicated indicates estimated estimates concluded concludes"
    " concluding accused accuses accusing blamed blames described describes alleges alleging pledged pledges vowed"
    " vows promised promises mentioned mentions replied replies answered responded posted posts observed observes"
    " found finds shows showed learned learnt heard argue admit deny declare confirm maintain explain reveal conclude"
    " acknowledge disclose estimate allege alleged suggest show indicate disputed disputes"
)
"""Words that pass on a word only before or behind what is said: "confirmed that", "…, she noted"."""

_BEHIND = set_of("that how why whether")
_TITLES = set_of(
    "he she they it who officials official police spokesman spokeswoman spokesperson statement report agency"
    " ministry army military government authorities witnesses witness command coalition department office officer"
    " officers sources source commander minister residents media newspaper paper mayor governor company council"
    " group experts scientists researchers investigators prosecutors doctors president secretary general"
    " broadcaster station channel newsroom embassy union police lawyer lawyers reporters director chief king queen pope"
    " prosecutor analyst analysts economist economists captain chairman chairwoman executive coach club airline"
    " neighbour neighbours neighbor neighbors resident mother father brother sister widow widower son daughter teacher"
    " professor historian historians engineer engineers author authors survivor survivors relatives rebels militants"
    " opposition party firm bank charity study survey inspector inspectors auditor auditors ministers diplomats"
    " diplomat defence defense prosecution leader senator"
)
_CLAIMED = set_of("claimed claims claim claiming pledged pledges vowed vows promised promises")
"""Words that pass on a word before "to" as well."""
_OPENLY = set_of("confirmed confirms denied denies acknowledged acknowledges alleged alleges")
"""Words that pass on a word before its object, with any subject: "the clinic confirmed the death"."""
_OBJECT = set_of("the a an his her its their that it any no this these those reports having")
_ACCOUNTS = set_of("accounts account income affairs purpose fact faith")
_OF_WRITING = set_of("statement statements communique communiqué")
_NOT_OF_WRITING = set_of("bank financial income mission tax opening closing fashion monthly annual account")
_HEDGES = set_of(
    "believed believe believes believing suspected suspects alleged allegedly apparently apparent supposedly"
    " purportedly purported possibly perhaps probably maybe presumably presumed seemingly conceivably rumoured"
    " rumored unconfirmed feared seems seemed seem unclear doubtful unverified likely unlikely ostensibly"
)
_TO = set_of("thought understood reckoned considered assumed appears appeared appear expected poised")
"""Words that hedge before "to" or "that"."""
_CAN = set_of("not no only see hear feel barely hardly scarcely afford swim read walk speak smell")
"""Words behind "could" that make it what somebody was able to do."""
_NOUN_BEFORE = set_of("the a an this that its his her their our your no any full military economic political naval")
_SPEAKER = re.compile(r"[A-Z][\w'-]+$")
_AFTER_WORDS = re.compile(r"[,.?!]\"(?: [\w'-]+){1,4}$")
_PHRASES = re.compile(
    r"\bput(?:s|ting)? (?:the|its|their) [\w'-]+(?: [\w'-]+){0,4} at\b|\bcondition of anonymity\b"
    r"|(?<!\bno )(?<!immediate )\breports? of\b"
    r"|\b(?:speaks?|spoke|spoken|speaking) of\b|\bin (?:the|his|her|its|their) (?:view|opinion)\b"
    r"|\baccus(?:e|es|ed|ing) (?:[\w'-]+ ){1,5}of\b|\bdescrib(?:e|es|ed|ing) (?:how|\w{3,}ing)\b|\bby all accounts\b"
    r"|\bin the words of\b|\bby (?:his|her|its|their) (?:own )?account\b|\bas (?:the|an?|its|his|her) [\w'-]+ "
    r"(?:explained|noted|argued|reported|wrote|put it|described)\b"
    r"|\bdescrib(?:e|es|ed|ing) (?:[\w'-]+ ){1,5}as\b"
    r"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )\bcall(?:s|ed|ing) (?:the|it|him|her|them|this|that)"
    r"(?: [\w'-]+){0,4} (?:an?\b|\")|\bdismiss(?:es|ed|ing)? (?:[\w'-]+ ){1,6}as\b|\brul(?:e|es|ed|ing) out\b"
    r"|\breject(?:s|ed|ing)? (?:the|an?|any|all|his|her|its|their)(?: [\w'-]+)? (?:claim|accusation|allegation|charge"
    r"|report|suggestion|criticism|idea)s?\b|\b(?:paper|document|record|figure|data|minute|e-?mail|letter|file|memo"
    r"|account)s? shows?\b"
    r"|\bin an? (?:[\w'-]+ ){0,3}(?:post|interview|speech|letter|tweet|e-?mail|conference|briefing|filing|memo|message"
    r"|testimony|broadcast)\b|^Asked\b|\b(?:when|,) asked\b",
    re.IGNORECASE,
)
"""Several words that pass on a word together."""
_DOUBTS = re.compile(
    r"\b(?:not|never|un)(?: \w+){0,2} ?clear\b|\bnot (?:\w+ )?known (?:who|whether|why|how|if|what)\b"
    r"|\b(?:fears?|suspicions?|rumou?rs?|speculation|doubts?)(?: remains?| persists?)? (?:that|of|about|over|whether)\b"
    r"|\blook(?:s|ed)? (?:set|poised|as if|as though)\b|\bat risk of\b|\b(?:predict(?:s|ed)?|forecasts?)\b"
    r"|(?<!\bcan )(?<!\bto )\bexpect(?:s|ed)? (?:that|the|an?|no|more|[\w'-]+ to)\b"
    r"|\bno (?:proof|evidence|confirmation)\b|\bmust have\b|\bcauses?\b.{0,40}\bunder investigation\b"
    r"|\b(?:he|she|they|who|officials|police) thought\b|\b(?:not|n't|cannot) (?:\w+ )?rul(?:e|ed|ing) out\b",
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
        return before not in _NOT_OF_WRITING and not (behind == "of" and _at(low, n + 2) in _ACCOUNTS)
    if this == "said" and before in _FIRST_PERSON:
        return False
    if this in _SURE:
        return not _is_otherwise(this, before, behind, after)
    if this not in _UNSURE or _is_of_a_name(text[start:], before, after):
        return False
    if this in _CLAIMED and behind == "to":
        return before not in _NOUN_BEFORE
    if this in _OPENLY and behind in _OBJECT and before not in _PASSIVE | _NOUN_BEFORE:
        return True
    if behind in _BEHIND or after.lstrip().startswith((":", ', "', '"')):
        return not (before in _NOUN_BEFORE and this in ("report", "claim", "found", "heard"))
    # Behind what is said: "…, the agency reported."; "as Doe noted"; "the mayor wrote on Sunday".
    until = text[max(0, start - _NEAR) : start].rstrip()
    is_spoken = before in _TITLES or (n > 0 and _SPEAKER.search(until) is not None)
    is_spoken = is_spoken or _AFTER_WORDS.search(until) is not None
    # "Officials in the region reported four deaths."
    if not is_spoken and this in _EVEN and before not in _PASSIVE | _NOUN_BEFORE:
        is_spoken = not _TITLES.isdisjoint(re.findall(r"\w+", re.split(r"[^\w\s'-]", until.lower())[-1])[-5:])
    if not is_spoken and this in _EVEN and before not in _PASSIVE and _END.match(after):
        return n > 1
    return is_spoken and (this in _EVEN or behind in _ON or _END.match(after) is not None)


def _is_of_a_name(word: str, before: str, after: str) -> bool:
    """Whether a word belongs to a name: the United States; the Port Notes column, but not a headline's verb."""
    return word[:1].isupper() and (before == "united" or (before != "" and re.match(r" [a-z]{4}", after) is not None))


_NO_SAYING = set_of("to not cannot could would will can may might must should let don't didn't won't wouldn't")
_ON = set_of("on in at earlier later last yesterday monday tuesday wednesday thursday friday saturday sunday after")
_PASSIVE = set_of("was were been be is are being not never as and or it that")
_EVEN = set_of("claimed claims reported reports denied denies confirmed confirms estimated estimates blamed accused"
               " described describes"
               " alleges stated states acknowledged say")  # fmt: skip


def _is_otherwise(this: str, before: str, behind: str, after: str) -> bool:
    """Whether a word that mostly reports does something else here: "a warning sign", "recalled its cars"."""
    if this == "told":
        return before == "all"
    if this == "say":
        return before in _NO_SAYING | _NOUN_BEFORE and behind not in _BEHIND
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
        return bool(behind) and behind not in _CAN
    if this in _TO:
        return behind in ("to", "that") and (this != "thought" or before not in _NOUN_BEFORE)
    if this in ("believed", "feared") and behind == "by":
        return False
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
