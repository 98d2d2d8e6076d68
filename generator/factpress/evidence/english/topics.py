"""What an English text is about: the stems of its words, without the commonest ones and without numbers."""

from __future__ import annotations

import re

from factpress.evidence.english.words import MONTHS, NO_NOUNS, WEEKDAYS, WORDS
from factpress.evidence.word_tables import set_of

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*(?:-[^\W\d_]+)*")
_COMMON = set_of(
    "say says said saying tell tells told make makes made making take takes took taken taking get gets got give gives"
    " gave given go goes going come comes came coming see sees saw seen know knows knew known think thinks thought"
    " use uses used using find finds found want wants wanted work works working call calls called try tries tried ask"
    " asked need needs feel become becomes became leave put mean keep let begin seem help show shows showed hear play"
    " run move live bring happen happens happened write provide sit stand lose pay meet include includes included"
    " including continue set learn change lead understand watch follow following stop create speak read allow add"
    " year years month months week weeks day days time times hour hours minute minutes people person man men woman"
    " women thing things way ways place places part parts number numbers case cases point area areas group groups"
    " new old good great big small large little long short high low early late first second third last next other"
    " different same few many much more most several own right important public able bad main further recent"
    " one two very really well now then here there still already today yesterday tomorrow once never always often"
    " something nothing anything everything somebody nobody everyone everybody lot kind end side half"
    " according statement report reports reported announced confirmed official officials news like later ago since"
    " near around least almost nearly total amount because due also however while during before after"
)
_NO_TOPICS = NO_NOUNS | _COMMON | WORDS.keys() | MONTHS.keys() | WEEKDAYS.keys()
_ENDINGS = (
    "ization", "isation", "ations", "ation", "ements", "ement", "ments", "ment", "nesses", "ness", "ities", "ity",
    "ings", "ing", "ions", "ion", "ers", "er", "ors", "or", "ies", "ied", "als", "al", "ly", "es", "ed", "s", "e", "y",
)  # fmt: skip


def topics(text: str) -> frozenset[str]:
    """The stems of a folded text's words that say what it is about."""
    found = set()
    for match in _WORD.finditer(text):
        for word in (match[0].lower(), *(match[0].lower().split("-") if "-" in match[0] else ())):
            bare = word.removesuffix("'s")
            if len(bare) > 2 and (bare in _IRREGULAR or bare not in _NO_TOPICS):
                found.add(stem(bare))
    return frozenset(like for each in found for like in _LIKE.get(each, (each,)))


def stem(word: str) -> str:
    """One form for the forms of a word, cut rather too short than too long: "opened", "opening", "opens" are one."""
    irregular = _IRREGULAR.get(word)
    if irregular is not None:
        return irregular
    # "Extension" and "decision" belong to "extend" and "decide".
    word = re.sub(r"sions?$", "d", word) if len(word) > 7 else word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word


_IRREGULAR = {
    "killed": "kill", "died": "dead", "dies": "dead", "die": "dead", "deaths": "dead", "death": "dead", "dying": "dead",
    "struck": "strik", "strikes": "strik", "strike": "strik", "hit": "strik", "hits": "strik",
    "left": "leav", "leaves": "leav", "leaving": "leav", "withdrew": "withdraw", "withdrawn": "withdraw",
    "sold": "sell", "bought": "buy", "built": "build", "won": "win", "shut": "clos", "fell": "fall", "fallen": "fall",
    "rose": "ris", "risen": "ris", "grew": "grow", "grown": "grow", "sent": "send", "held": "hold", "paid": "pay",
    "began": "begin", "burnt": "burn", "fought": "fight", "flew": "fly", "flown": "fly", "drove": "driv",
    "driven": "driv", "sank": "sink", "sunk": "sink", "broke": "break", "broken": "break", "chose": "choos",
    "chosen": "choos", "children": "child", "troops": "troop", "women": "woman", "spent": "spend", "cost": "cost",
}  # fmt: skip
_LIKE = {
    each: (words.split()[0],)
    for words in ("hurt injur wound", "dead kill fatalit", "leav depart withdraw withdrawal", "clos shut")
    for each in words.split()
} | {"casualt": ("hurt", "dead")}
"""What means nearly the same."""
