"""English words that say numbers, units, money, nearness and time, as tables; what is in none of them is not read."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from factpress.evidence.english.money_table import CODES, LAST_WORDS, NAMES, SIGNS
from factpress.evidence.english.unit_table import UNITS
from factpress.evidence.word_tables import set_of as set_of
from factpress.records.date_value import MONTHS as MONTH_NAMES
from factpress.records.figure import SCALES

_FIRST = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
SMALL = {word: n for n, word in enumerate(f"{_FIRST} seventeen eighteen nineteen".split())}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10 * n for n, word in enumerate(_TENS.split(), start=2)}
WORDS = SMALL | TENS
TIMES = {"once": 1, "twice": 2, "thrice": 3}
BIG = {**SCALES, "mn": 6, "bn": 9, "mln": 6, "bln": 9, "tn": 12, "trn": 12, "tln": 12, "mio": 6}
BIG |= {f"{word}s": power for word, power in SCALES.items()}
SCALE_NAMES = {word: next(name for name, n in SCALES.items() if n == power) for word, power in BIG.items()}
AFTER_MONEY = {"m": "million", "mm": "million", "b": "billion", "k": "thousand", "tn": "trillion", "tr": "trillion"}
"""Letters that scale a number only where it is money: elsewhere 5m may be metres."""
HALVES = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
HALVES |= {"1/2": HALVES["½"], "1/4": HALVES["¼"], "3/4": HALVES["¾"]}
MULTIPLIERS = frozenset({"hundred", "dozen", *SCALES})
DOZENS = set_of("dozen dozens doz dozs dz dzs")
INDIAN = {"lakh": 5, "lakhs": 5, "lac": 5, "lacs": 5, "crore": 7, "crores": 7}
"""Powers of ten of Indian English."""

_ORDER = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
ORDINALS = {w: n for n, w in enumerate(f"{_ORDER} fifteenth sixteenth seventeenth eighteenth nineteenth".split(), 1)}
ORDINALS |= {word.removesuffix("y") + "ieth": n for word, n in TENS.items()}
ORDINALS |= {"hundredth": 100, "thousandth": 1000}
LAST_ORDINALS = frozenset({"hundredth", *(f"{word}th" for word in SCALES)})
"""What ends an ordinal such as "two hundredth" or "three millionth"."""
FRACTIONS = frozenset(
    {"half", "halves", "thirds", "quarters", "quarter", "firsts", *(f"{scale}ths" for scale in SCALES)}
) | {f"{word}s" for word in ORDINALS if word not in ("first", "second")}

NEAR = set_of("about around approximately circa roughly")
"""What comes before a date that is only near."""
VAGUE_START = frozenset({"several", "dozens", "scores", "hundreds", "thousands"})
TOO_VAGUE = frozenset({"tens", "millions", "billions", "trillions"})

# What a range that begins with "from" may be instead: a change, whose two numbers hold one after the other.
CHANGE = set_of(
    "rise rises rose risen rising raise raises raised raising increase increases increased increasing grow grows"
    " grew grown growing jump jumps jumped jumping climb climbs climbed climbing extend extends extended"
    " extending widen widens widened widening expand expands expanded expanding fall falls fell fallen falling"
    " cut cuts cutting reduce reduces reduced reducing reduction drop drops dropped dropping shrink shrinks"
    " shrank shrunk shrinking decrease decreases decreased decreasing decline declines declined declining lower"
    " lowers lowered lowering slash slashes slashed halve halved change changes changed changing boost boosts"
    " boosted double doubles doubled doubling triple tripled quadruple quadrupled postponed delayed brought hike"
    " hikes hiked surge surges surged surging soar soars soared soaring plunge plunges plunged plunging tumble"
    " tumbles tumbled tumbling slip slips slipped slipping ease eases eased easing edge edges edged edging dip"
    " dips dipped dipping slide slides slid sliding sink sinks sank sunk accelerate accelerated slow slowed"
    " slowing swell swells swelled swollen dwindle dwindles dwindled dwindling trim trims trimmed lift lifts"
    " lifted lifting upgraded downgraded upgrade downgrade revise revised revises revising promoted relegated"
    " upped improve improves improved improving worsen worsened advance advanced advancing retreat retreated"
    " narrow narrows narrowed narrowing switch switched converted shorten shortened lengthen lengthened prolong"
    " prolonged rescheduled multiplied multiply leapt leap leaps shot rocketed skyrocketed ballooned mushroomed"
    " crept nudged crashed slumped slump slumps collapsed recovered rebounded strengthened weakened appreciated"
    " depreciated gained lost adjusted corrected amended updated scaled bumped pared"
)
MOVING = set_of("go goes went gone move moves moved moving down up taking took")
"""What is a change only close before "from": "went from 3 to 5"."""
SCORED = set_of("won win wins beat beats lost lose defeated drew voted vote score scored winning")

CURRENCY_SIGNS = {**SIGNS, "$": "USD", "£": "GBP", "₨": ""}
DOLLARS = {
    "us": "USD", "usd": "USD", "a": "AUD", "au": "AUD", "aus": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "cdn":
    "CAD", "nz": "NZD", "hk": "HKD", "s": "SGD", "sg": "SGD", "nt": "TWD", "r": "BRL", "mx": "MXN", "mex": "MXN",
    "tt": "TTD", "ec": "XCD", "fj": "FJD", "bz": "BZD", "bds": "BBD", "j": "JMD", "ja": "JMD", "g": "GYD", "gy":
    "GYD", "n": "NAD", "l": "LRD", "ld": "LRD", "b": "BSD", "bs": "BSD", "bn": "BND", "si": "SBD", "sr": "SRD",
}  # fmt: skip
DOLLAR_CODES = set_of("ARS AUD BBD BMD BND BSD BZD CAD CLP COP FJD GYD HKD JMD KYD LRD MXN NAD NZD SBD SGD SRD TTD TWD")
DOLLAR_CODES |= set_of("USD UYU XCD")
"""Money whose sign is that of the dollar: "mxn$ 40"."""
MIXED_DOLLARS = frozenset({"Mex", "Cdn", "Can", "Aus", "Bds", "Ja", "Fj"})
CURRENCIES = frozenset(CODES.split()) | set_of("DEM FRF ITL ESP NLG BEF ATS GRD PTE IEP FIM RON LAK MOP")
OWN_MONEY = {
    "dollar": "USD", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "shekel": "ILS", "rouble": "RUB", "ruble": "RUB",
    "hryvnia": "UAH", "zloty": "PLN", "baht": "THB",
}  # fmt: skip
SHARED_MONEY = set_of("dinar rupee rial riyal lira franc krona krone kronor kr peso dirham crown cent pence")
COUNTRY_MONEY = {
    ("us", "dollar"): "USD", ("american", "dollar"): "USD", ("australian", "dollar"): "AUD",
    ("canadian", "dollar"): "CAD", ("hong kong", "dollar"): "HKD", ("iraqi", "dinar"): "IQD",
    ("kuwaiti", "dinar"): "KWD", ("jordanian", "dinar"): "JOD", ("iranian", "rial"): "IRR", ("saudi", "riyal"): "SAR",
    ("qatari", "riyal"): "QAR", ("indian", "rupee"): "INR", ("pakistani", "rupee"): "PKR", ("turkish", "lira"): "TRY",
    ("swiss", "franc"): "CHF", ("swedish", "krona"): "SEK", ("norwegian", "krone"): "NOK", ("danish", "krone"): "DKK",
    ("syrian", "pound"): "SYP", ("egyptian", "pound"): "EGP", ("lebanese", "pound"): "LBP", ("british", "pound"): "GBP",
    ("uae", "dirham"): "AED", ("emirati", "dirham"): "AED",
}  # fmt: skip

TIME_UNITS = {
    **{unit: unit for unit in ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")},
    **{f"{unit}s": unit for unit in ("second", "minute", "hour", "day", "week", "month", "year", "decade")},
    "centuries": "century", "min": "minute", "mins": "minute", "sec": "second", "secs": "second", "hr": "hour",
    "hrs": "hour", "yrs": "year",
}  # fmt: skip
MEASURES = set_of(
    "mm cm km kms kg kgs ha ft lb lbs oz mph kph kw mw gw kwh mwh inch inches foot feet yard yards mile miles"
    " acre acres hectare hectares metre metres meter meters kilometre kilometres kilometer kilometers centimetre"
    " centimetres centimeter centimeters millimetre millimetres millimeter millimeters gram grams gramme grammes"
    " kilogram kilograms kilogramme kilogrammes kilo kilos tonne tonnes ton tons ounce ounces litre litres liter"
    " liters gallon gallons barrel barrels knot knots watt watts kilowatt kilowatts megawatt megawatts gigawatt"
    " gigawatts volt volts degree degrees percent pct"
)
AMBIGUOUS_UNITS = {"m": "metres or millions", "pound": "money or weight", "pounds": "money or weight"}

OTHER_MONEY = set_of("bitcoin bitcoins satoshi satoshis penny pennies kuai mao ether buck bucks")
UNIT_STARTS = MEASURES | CURRENCIES | {word.lower() for word in CURRENCIES} | SHARED_MONEY | OWN_MONEY.keys()
UNIT_STARTS |= {f"{word}s" for word in (*SHARED_MONEY, *OWN_MONEY)} | {country for country, _ in COUNTRY_MONEY}
UNIT_STARTS |= {"pc", "per", "percentage", "basis", "nautical", "u", "magnitude", "on"} | TIME_UNITS.keys()
UNIT_STARTS |= AMBIGUOUS_UNITS.keys() | LAST_WORDS.keys() | {name.split()[0] for name in NAMES}
UNIT_STARTS |= {wording.split()[0] for wordings in UNITS.values() for wording in wordings.split(" | ")}
UNIT_STARTS |= {f"m{code.lower()}" for code in CURRENCIES}
UNIT_STARTS |= OTHER_MONEY
UNIT_STARTS |= set_of("st g t l h w v rmb renminbi quid fr sfr dm percents kb mb gb tb pb yo")
"""All that a unit in letters begins with."""

UNIT_NAMES = frozenset(wording for wordings in UNITS.values() for wording in wordings.split(" | ")) | LAST_WORDS.keys()
UNIT_NAMES |= {*TIME_UNITS, *MEASURES, *(f"{word}s" for word in (*SHARED_MONEY, *OWN_MONEY)), "cents", "pounds"}
"""Words that name a unit or money by themselves: what they follow is a word before them that is not known."""

MONTHS = {name.lower(): n for n, name in enumerate(MONTH_NAMES, start=1)}
_SHORT = {name[:3].lower(): n for n, name in enumerate(MONTH_NAMES, start=1) if name != "May"} | {"sept": 9}
MONTHS |= _SHORT
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS = {name: n for n, name in enumerate(_DAYS.split())}
SHORT_WEEKDAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
"""Weekdays only where a day or a month follows."""
ANY_WEEKDAY = frozenset({*WEEKDAYS, *SHORT_WEEKDAYS})
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

STEP_WORDS = frozenset({"last", "this", "next", "previous"})
STEPS = {"last": -1, "this": 0, "next": 1, "current": 0}
PARTS_OF_DAY = set_of("morning afternoon evening night")
LINKS = frozenset({"to", "until", "till", "through", "-", "—"})
"""The words and signs between the two ends of a run."""
ANNOUNCING = set_of(
    "will won't shall tomorrow plan plans planned planning expected expects scheduled due extend extends"
    " extended extending extension upcoming deadline expire expires expiring begins starts opens closes lasts"
    " ends would intends takes effective resumes"
)
TOWARDS = set_of("until till by through to")
"""What announces a date that follows."""
IN_BETWEEN = set_of("the end of early late mid beginning start middle at least - about around")
BEFORE_MONTH = set_of("in between of until till by since from through throughout during early late mid end for to")
NOT_BEFORE_MAY = frozenset({"of", "by", "from", "for", "to"})
BEFORE_YEAR = set_of(
    "in since until till by during throughout through early late mid year fiscal before after from between"
    " spring summer autumn fall winter pre"
)
YEAR_WORDS = frozenset({"sixteen", "seventeen", "eighteen", "nineteen", "twenty", "two", "one"})
"""What a year in words begins with."""
FISCAL = set_of("fiscal financial tax academic school business budget marketing accounting")
BEFORE_OF_YEAR = set_of(
    "end beginning start middle half quarter year part rest course class months days weeks events war invasion"
    " attack attacks election elections protests spring summer autumn fall winter"
) | frozenset(MONTHS)

AGE = frozenset({"aged", "age", "ages"})

# English words that are no nouns: at one of these the words counted end.
NO_NOUNS = set_of(
    "a an the and or but nor of in on at by for from to with within without into onto over under about after"
    " before since until till during through across near around between among against along as than then that"
    " which who whom whose when where while if because so though although is are was were be been being am has"
    " have had having do does did will would shall should can could may might must not no it its it's he she they"
    " them their his her him we us our you your i my me this these those there here said says told say hit hits"
    " struck fell rose went came took made left also only just even still yet again already ago later earlier"
    " away apart out up down off back both each all any some another such once twice more less fewer who's"
    " whether per via versus vs amid despite toward towards outside inside beyond behind above below plus minus"
    " every either neither according how what why next last previous together alone reportedly including"
    " following early late today yesterday tomorrow tonight now soon began begin died die"
)
AFTER_NUMBERS = set_of(
    "died fled left went came hit said took had made saw found lost won fell rose ran met got gave sent held"
    " kept put shot spoke stood sat set cut hurt paid sold bought built brought caught fought taught thought"
    " broke chose drew drove ate flew froze grew knew rode rang sang sank swam threw woke wore wrote became began"
    " forgot hid bit blew bore bled bound burnt cast clung crept dealt dug fed felt led lay lent let lit meant"
    " read sought shook shone shrank shut slept slid spent spread stole struck stuck swept swore tore told"
    " understood withdrew wept seen done gone given taken known shown drawn driven flown grown eaten beaten"
    " broken chosen frozen hidden stolen thrown worn written born dead alive alone asleep ill sick well homeless"
    " jobless absent present strong old young apart apiece overall nationwide worldwide abroad overseas aboard"
    " ashore altogether daily weekly monthly yearly annually elsewhere critically seriously badly slightly"
    " severely fatally mostly mainly only each themselves still now then today here there too also not never so"
    " far instead afterwards since ever yet else thereafter countrywide less overnight downtown rather upstairs"
    " indoors outdoors unharmed unhurt safe free guilty infected able unable likely people's men's women's"
    " children's simultaneously remain need live work know say"
)
"""What follows a number that counts something without a noun behind it: "3 died", "12 alive"; -ed and -ing too."""
TIMES_NAMED = frozenset({"day", "week", "month", "year"})
"""What is named by number, as in "day three", and precedes other numbers as well: "last week 12 people"."""
FURTHER = set_of("more other such further additional")
"""What may be between a number and its noun."""
ADJECTIVE_PLURALS = set_of(
    "weapons arms sports police forces services operations communications logistics human sales overseas"
    " intelligence headquarters iraqis special armed"
)
PLURALS = set_of(
    "people men women children personnel police troops servicemen servicewomen policemen policewomen fishermen"
    " gunmen firemen aircraft spacecraft dead wounded injured missing killed others feet cattle sheep fish"
    " headquarters media data series species militia crew staff businessmen congressmen congresswomen lawmakers"
)
STATES = frozenset({"dead", "wounded", "injured", "missing", "killed"})
"""What is counted only directly behind a number: in "7 quake killed" nothing is."""
SINGULAR_S = set_of(
    "kills hits strikes wounds injures says goes does costs leaves takes makes gives comes becomes hurts sees"
    " gets puts wins loses falls rises runs keeps holds brings sends turns moves starts begins ends stops opens"
    " closes remains seems looks wants needs means lets tells asks this was is has his its us as yes plus always"
    " perhaps less unless across towards besides thus gas bus news process access success address press mass"
    " class business crisis basis analysis status virus coronavirus iris campus focus bonus loss boss cross grass"
    " glass pass congress onwards"
)
ATTRIBUTIVE_IDIOMS = set_of(
    "star way sided fold handed faced dimensional on off stop in a time half thirds upmanship man third liner up"
    " self piece step to for size fits something odd and over by of the"
)
PRONOUN_ONE = set_of("no any every each some this that which another the not loved everyone other")
NOT_COUNTED_ONE = set_of("another day hand thing way point side time other off on whose by after too")
FIRST_IDIOMS = set_of(
    "lady ladies responder responders aid name names class hand half glance world sight floor minister degree"
    " place off and refusal blood person draft instance"
)
SECOND_IDIOMS = set_of("half hand nature thought thoughts world class lieutenant guess wind in cousin reading")


def is_money_sign(character: str) -> bool:
    """Whether a character is the sign of a currency, known or not."""
    return len(character) == 1 and unicodedata.category(character) == "Sc"
