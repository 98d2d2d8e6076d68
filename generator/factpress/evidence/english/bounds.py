"""English words of nearness and bounds: "at least", "topped"; and where such words bound nothing: "took over"."""

from __future__ import annotations

from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.word_tables import bound_at, by_first_word, set_of

# Each wording of the table of hedges (records.md, Figures), with the one that records write.
_LESS, _MORE = "smaller lower shorter younger lighter cheaper", "larger bigger higher longer older heavier greater"
_COMPARED = {
    "more than": [f"{word} than" for word in f"more {_MORE}".split()],
    "fewer than": [f"{word} than" for word in f"less fewer {_LESS}".split()],
    "at least": [f"{word} {than} equal to" for word in f"more {_MORE}".split() for than in ("than or", "or")],
    "up to": [f"{word} {than} equal to" for word in f"less fewer {_LESS}".split() for than in ("than or", "or")],
}
_COMPARED["at least"] += [f"{word} or equal than" for word in f"more {_MORE}".split()]
_COMPARED["up to"] += [f"{word} or equal than" for word in f"less fewer {_LESS}".split()]
HEDGES = {
    "about": "about | around | approximately | approx | approx . | roughly | some | circa | c . | ca . | ~ | ≈ |"
    " an estimated | estimated | something like | in the region of | in the neighbourhood of |"
    " in the neighborhood of | in the order of | on the order of | of the order of | in the ballpark of |"
    " more or less | give or take",
    "nearly": "nearly | almost | close to | not quite | approaching | nearing | virtually | getting on for",
    "just under": "just under | just below | slightly under | slightly less than | slightly fewer than |"
    " a little under | a little less than | a bit less than | just less than | just shy of | just short of |"
    " a shade under | a fraction under | a little short of | a little shy of",
    "just over": "just over | just above | slightly over | slightly more than | a little over | a little more than |"
    " a bit more than | just more than | a shade over | a fraction over | slightly above",
    "more than": "over | above | well over | well above | far more than | many more than | much more than |"
    " well in excess of | comfortably over | upwards of | upward of | in excess of | > | exceeding | exceeded |"
    " exceeds | exceed | surpassing | surpassed | surpasses | surpass | topping | topped | tops | north of |"
    " easily over",
    "at least": "at least | at least or equal to | at the least | at the very least | no fewer than | not fewer than |"
    " no less than | not less than | a minimum of | minimum of | ≥ | > = | as few as | as little as | a floor of",
    "fewer than": "under | below | well under | well below | < | far fewer than | far less than | fell short of |"
    " falls short of | fall short of | falling short of | shy of",
    "up to": "up to | at most | at the most | at the very most | no more than | not more than | as many as |"
    " as much as | a maximum of | maximum of | ≤ | < = | not exceeding | anything up to | anywhere up to | not over |"
    " no higher than | no larger than",
}  # fmt: skip
HEDGES = {hedge: " | ".join((wordings, *_COMPARED.get(hedge, ()))) for hedge, wordings in HEDGES.items()}
HEDGES_BY_FIRST = by_first_word(HEDGES)
SECOND_WORDS = {
    first: frozenset(words[1] for words, _ in wordings)
    for first, wordings in HEDGES_BY_FIRST.items()
    if all(len(words) > 1 for words, _ in wordings)
}
"""By their first word, the second words of hedges that have at least two."""
AFTERWARDS = by_first_word(
    {
        "about": "or so | or thereabouts | odd | - odd | ish",
        "at least": "or more | or greater | or above | or higher | or over | and above | and more | and upwards |"
        " and over | at least | at the least | at the very least | plus | + | - plus",
        "up to": "or fewer | or less | or lower | or below | or under | at most | at the most | at the very most",
    }
)
"""What may come behind a number and says the same."""
_BETWEEN = (("another",), ("a", "further"), ("an", "additional"), ("some",), ("an", "estimated"), ("a", "total", "of"))
"""What may be between a hedge and its number and changes neither."""

# Where the words above may belong to the verb or noun before them: "told of", "handed over", "a book about".
_TELLING = set_of(
    "talk talks talked talking spoke speak speaking said says say asked ask asking know knows known knew knowing"
    " information informed questions question concern concerns concerned warned warnings warning told tell tells"
    " telling report reports reported story stories learned learnt hear heard hearing read reading news details"
    " worried worry worries statement statements all think thinks thought thinking wrote write writes writing"
    " written sang sing song songs dream dreams dreamt dreamed care cares cared complain complains complained"
    " complaint complaints argue argued argument joke jokes joked lied lie lies book books film films movie"
    " documentary play novel article articles interview rumour rumours rumor rumors doubt doubts fear fears"
    " claims claim allegations debate debates debated discussion advice set setting sets go goes going went bring"
    " brings brought came come comes coming move moves moved moving walk walked walking wander wandered something"
    " anything nothing what how boast boasted forget forgot evidence data facts lesson lessons tales tale"
    " memories memory uncertainty confusion controversy anxiety angry upset happy sure unsure certain right wrong"
    " bothered enquired inquired wondered confused idea ideas"
)
_CIRCLING = set_of(
    "gather gathered gathering walk walked walking drive drove driven driving sit sat sitting turn turned"
    " turning look looked looking circle circled wrap wrapped wrapping built centred centered centre center"
    " revolve revolved revolves sailed sail fly flew flown flying travelled traveled toured tour stood stand"
    " standing danced dance huddled crowd crowded passed pass throw threw thrown messing fence fences wall walls"
    " ring rings arms get got getting way work worked working based moved move moving show showed shown wound ran"
    " run running rally rallied steam steamed steaming met meet meeting swam swim swimming cruised rowed paddled"
    " cycle cycled march marched milled sailing"
)
_FULLY = set_of(
    "is are was were be been being has have had having in of with by for to at from on and or but that when"
    " where after than between among as because if while although though who which into within says said reported"
    " reportedly now still already only just currently not well also it they he she we there then since until"
    " despite including like versus v against per worth least spent spend spends spending kill kills killed"
    " killing wound wounds wounded wounding injure injures injured injuring hurt hurts left leave leaves leaving"
    " cost costs costing made make makes making sell sells sold selling pay pays paid paying raise raises raised"
    " raising lose loses lost losing earn earns earned earning employ employs employed employing destroy destroys"
    " destroyed destroying displace displaces displaced displacing evacuate evacuated evacuating attract attracts"
    " attracted attracting see sees saw seen seeing record records recorded recording count counts counted"
    " counting receive receives received receiving contain contains contained containing weigh weighs weighed"
    " weighing last lasts lasted lasting number numbered numbering totalled totaled totalling totaling reach"
    " reached reaching fall falls fell falling rise rises rose rising drop drops dropped dropping grow grows grew"
    " growing increase increased decrease decreased climb climbed climbs jump jumped hold holds held holding"
    " claim claimed claiming affect affected affecting arrest arrested arresting detain detained detaining rescue"
    " rescued rescuing build builds buy buys bought buying import imports imported export exports exported"
    " produce produces produced producing supply supplied provide provides provided providing house houses housed"
    " housing serve serves served serving deliver delivered shot shoot hit used uses use using need needs needed"
    " require requires required borrow borrowed invest invests invested investing donate donated owe owes owed"
    " score scored scoring average averaged averaging estimate estimated cover covers covered covering measure"
    " measures measured stretch stretches stretched stands stood standing sits hover hovered kept keep keeps got"
    " get gets getting worked attended attend drew draws draw drawing gather gathered gathering add added adding"
    " create creates created creating cut cuts cutting involve involved involving expected expect allow wait"
    " waited collected collect seized seize seizing found find finds published issued issue granted grant visited"
    " visit planted plant treated treat treating hospitalised hospitalized died die dies dead people remain"
    " remains remained usually often typically roughly total totals employees aged age ages survived live lives"
    " lived living captured capture freed free release released sent send sends sending registered register"
    " signed brought bring put puts given give recruited recruit hired hire hires trained train slaughtered"
    " executed convicted deported took takes take executing won win wins gained gain gains profits trading traded"
    " trade closed close valued"
)
"""Words after which "over", "under" and the like are surely bounds."""
_OVERTAKING = set_of(
    "take takes took taken taking hand hands handed handing turn turns turned turning sign signed signing carry"
    " carried win won gave give given giving fought fight fighting hold held get gets got getting sit sat bring"
    " brought put move moved moving draw drew gained gain cut cutting"
    " go goes going went gone argue argues argued arguing quarrel quarrels quarrelled"
    " quarreled dispute disputed row rowed clash clashed"
)
_RISING = set_of(
    "turn turns turned turning show shows showed shown showing stand stands stood standing own owns owned face"
    " faces faced facing live lives lived living come comes came coming go goes went gone going walk walks walked"
    " walking run runs ran running climb climbs climbed climbing drive drives drove driven get gets got getting"
    " give gives gave add adds added adding wake woke woken grow grew open opens opened opening lead leads led"
    " leading look looks looked match matched measure measured sign signs signed speak spoke step stepped stack"
    " stacked summed sum round rounds rounded suck sucked cosied cosy crept creep rolled roll pulled pull make"
    " makes made hold held holding ring rang call called listen catch catches catching caught"
)
_FACING = frozenset({"face", "faces", "faced", "facing"})
_BE = frozenset({"is", "was", "are", "were"})
_MATTERS = set_of(
    "inquiry inquiries letter letters row rows case cases meeting meetings hearing hearings trial trials bill bills"
    " probe complaint complaints dispute disputes talk talks email emails lecture lectures exhibition email memo"
)
"""What is about something: "the inquiry is about 3 deaths"."""
_RULED = set_of(
    "live lives lived living fall falls fell falling come comes came coming serve serves served serving work works"
    " worked working sit sits sat"
)
"""Verbs that "under" belongs to before a few things: "lived under four kings"."""
_NEEDS_MORE_THAN_NOUGHT = frozenset({"nearly", "just under", "just over", "fewer than", "up to"})
_LEADING = frozenset({"in", "at", "on", "near", "from", "since", "during"})
_LONGEST_NAME = 4
_OF_PLACE = frozenset({"over", "under", "above", "below", "beneath"})
_NO_BOUND_AFTER = set_of("not no never neither nor isn't wasn't aren't weren't hardly")
_SHARES = frozenset({("of", "percent"), ("of", "percents")})
_NOT_READ = {
    ("than",): "what it is compared with is not read",
    ("past",): "more than this number, or after it",
    ("beyond",): "more than this number, or on the other side of it",
    ("passed",): "more than this number, or past these things",
    ("passes",): "more than this number, or past these things",
    ("passing",): "more than this number, or past these things",
    ("not",): "any number but this one",
    ("n't",): "any number but this one",
    ("of", "short"): "fewer than this number, or without these things",
    ("of", "south"): "less than this number, or a place",
    ("of", "vicinity"): "about this number, or near these things",
    ("of", "percent"): "what part of this number is not read",
    ("of", "percents"): "what part of this number is not read",
    ("of", "cent"): "what part of this number is not read",
    ("of", "percentage"): "what part of this number is not read",
    ("but", "all"): "nearly this number, or all others",
    ("of", "multiples"): "any multiple of this number",
    ("half",): "a half of this number",
    ("double",): "twice this number",
    ("triple",): "three times this number",
    ("treble",): "three times this number",
    ("beat",): "more than this number, or these things",
    ("neared",): "nearly this number, or near these things",
    ("nears",): "nearly this number, or near these things",
    ("approached",): "nearly this number, or these things",
    ("approaches",): "nearly this number, or these things",
    ("pushing",): "nearly this number, or these things",
    ("every",): "one in this number",
    ("per",): "a rate",
    ("without",): "without these things",
    ("minus",): "a negative number, or without these",
    ("lacking",): "without these things",
    ("near", "nowhere"): "far from this number",
    ("like", "nothing"): "far from this number",
    ("turned",): "an age, or another number",
}
"""Words before a number, the nearest first, that make it another number than it says."""


def hedge_at(scan: EnglishScan, i: int) -> tuple[str, int]:
    """The hedge that begins here, in the word of records, and the token of its number."""
    return bound_at(scan, i, HEDGES_BY_FIRST, _BETWEEN)


def why_no_bound(scan: EnglishScan, start: int, *, hedge: str, wording: str, kind: str, small: bool, low: bool) -> str:
    """Why a hedge that begins at `start` may be none: "handed over two bases", "talked about three".

    `wording` is its first word, `small` whether its number is below twenty, `low` whether it is not above zero.
    """
    before = scan.low[start - 1]
    if hedge in _NEEDS_MORE_THAN_NOUGHT and low:
        return "the set would lie below zero"
    if scan.low[start] != wording:
        return ""
    if before in _NO_BOUND_AFTER and wording != "up":
        return "not this bound"
    if wording == "over" and kind == "duration":
        return "during this time, or more than it"
    if wording in _OF_PLACE and scan.low[start + 1] != "than":
        ruled = wording == "under" and before in _RULED and kind == "count" and small
        return "under these, or fewer than this number" if ruled else _why_over(scan, start, kind)
    if wording == "about" and (before in _TELLING or (before in _BE and scan.low[start - 2] in _TELLING | _MATTERS)):
        return "about this number, or concerning these"
    if wording == "around" and before in _CIRCLING and kind in ("count", "duration"):
        return "about this number, or on all sides of these"
    if wording == "up" and before in _RISING and not (before in _FACING and kind in ("duration", "money")):
        return "at most this number, or the word belongs to the verb before it"
    if wording == "close" and kind == "count" and small:
        return "nearly this number, or near these"
    if wording in ("topped", "topping", "tops") and kind == "count" and small:
        return "more than this number, or above these"
    return ""


def why_not_read(scan: EnglishScan, start: int) -> str:
    """Why the words before a number make it another one, where no bound that can be read does; nothing elsewhere."""
    before, two = scan.low[start - 1], scan.low[start - 2]
    if before and not before.isalnum() and en.is_money_sign(scan.raw[start - 1]):
        return f"{scan.raw[start - 1]} is a sign of money that is not known"
    if before == "t" and scan.low[start - 2] == "'":
        return _NOT_READ["n't",]
    if (before, two) in _SHARES and (scan.is_number(start - 3) or scan.low[start - 3] in {*en.WORDS, *en.BIG, "per"}):
        return ""
    if before in en.OWN_MONEY and not scan.low[start - 2].isdecimal():
        return "money, whose name comes before its number"
    if before == "past" and two in ("the", "over", "these", "this"):
        return ""
    return _NOT_READ.get((before,)) or _NOT_READ.get((before, two), "")


def _why_over(scan: EnglishScan, start: int, kind: str) -> str:
    """Why "over" or "under" may be a preposition, or the end of a verb."""
    before, wording = scan.low[start - 1], scan.low[start]
    if wording == "over" and (before in _OVERTAKING or before == "out"):
        return "more than this number, or over these things"
    if kind in ("measure", "duration"):
        return ""
    if before in _FULLY or not scan.is_word(start - 1) or scan.is_number(start - 1) or before.endswith("ly"):
        return ""
    if scan.starts_sentence(start) or before in en.NO_NOUNS or _is_place(scan, start - 1):
        return ""
    return "more or less than this number, or over or under these things"


def _is_place(scan: EnglishScan, i: int) -> bool:
    """Whether a word ends a place or a time that a preposition leads: "in Northern Iraq over 300"."""
    n = i
    while scan.raw[n][:1].isupper() and scan.low[n] not in _LEADING and i - n < _LONGEST_NAME:
        n -= 1
    return n < i and scan.low[n] in _LEADING
