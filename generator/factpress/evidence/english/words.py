"""English words that say numbers, units, money, nearness and time, as tables; what is in none of them is not read."""

from __future__ import annotations

from decimal import Decimal

from factpress.evidence.word_tables import by_first_word
from factpress.evidence.word_tables import set_of as set_of
from factpress.records.date_value import MONTHS as MONTH_NAMES
from factpress.records.figure import SCALES

_FIRST = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
SMALL = {word: n for n, word in enumerate(f"{_FIRST} seventeen eighteen nineteen".split())}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10 * n for n, word in enumerate(_TENS.split(), start=2)}
WORDS = SMALL | TENS
TIMES = {"once": 1, "twice": 2, "thrice": 3}
BIG = {**SCALES, "mn": 6, "bn": 9, "mln": 6, "bln": 9}
BIG |= {f"{word}s": power for word, power in SCALES.items()}
SCALE_NAMES = {word: next(name for name, n in SCALES.items() if n == power) for word, power in BIG.items()}
AFTER_MONEY = {"m": "million", "mm": "million", "b": "billion", "k": "thousand", "tn": "trillion", "tr": "trillion"}
"""Letters that scale a number only where it is money: elsewhere 5m may be metres."""
HALVES = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
HALVES |= {"1/2": HALVES["½"], "1/4": HALVES["¼"], "3/4": HALVES["¾"]}
MULTIPLIERS = frozenset({"hundred", "dozen", *SCALES})

_ORDER = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
ORDINALS = {w: n for n, w in enumerate(f"{_ORDER} fifteenth sixteenth seventeenth eighteenth nineteenth".split(), 1)}
ORDINALS |= {word.removesuffix("y") + "ieth": n for word, n in TENS.items()}
ORDINALS |= {"hundredth": 100, "thousandth": 1000}
FRACTIONS = frozenset({"half", "halves", "thirds", "quarters", "quarter"}) | {
    f"{word}s" for word in ORDINALS if word not in ("first", "second")
}

# Each wording of the table of hedges (records.md, Figures), with the one that records write.
HEDGES = {
    "about": "about | around | approximately | approx | roughly | some | circa | an estimated | estimated | ~ | ≈",
    "nearly": "nearly | almost | close to",
    "just under": "just under | just below | slightly under | slightly less than | slightly fewer than |"
    " a little under | a little less than | a bit less than | just less than",
    "just over": "just over | just above | slightly over | slightly more than | a little over | a little more than |"
    " a bit more than | just more than",
    "more than": "more than | over | above | well over | well above | upwards of | in excess of | greater than | > |"
    " exceeding | north of",
    "at least": "at least | no fewer than | not fewer than | no less than | not less than | a minimum of | ≥",
    "fewer than": "fewer than | less than | under | below | well under | well below | <",
    "up to": "up to | at most | at the most | no more than | not more than | as many as | as much as |"
    " a maximum of | ≤ | not exceeding",
}
NEAR = set_of("about around approximately circa roughly")
"""What stands before a date that is only near."""
HEDGES_BY_FIRST = by_first_word(HEDGES)
AFTERWARDS: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "or": (
        (("or", "so"), "about"), (("or", "more"), "at least"), (("or", "fewer"), "up to"), (("or", "less"), "up to"),
    ),
    "at": (
        (("at", "least"), "at least"), (("at", "the", "least"), "at least"), (("at", "most"), "up to"),
        (("at", "the", "most"), "up to"),
    ),
    "plus": ((("plus",), "at least"),),
    "+": ((("+",), "at least"),),
    "-": ((("-", "plus"), "at least"),),
}  # fmt: skip
BETWEEN = (("another",), ("a", "further"), ("an", "additional"), ("some",), ("an", "estimated"), ("a", "total", "of"))
"""What may stand between a hedge and its number and changes neither."""

# Where "about" and "over" may be no hedges: "told of", "handed over".
TELLING = set_of(
    "talk talks talked talking spoke speak speaking said asked ask know knows known knew information informed"
    " questions question concern concerns concerned warned warnings told report reports reported story stories learned"
    " news details worried statement all"
)
OVERTAKING = set_of(
    "hand hands handed handing turn turned turning take takes took taken taking sign signed carry carried win won fly"
    " flew flown flying fire fired pass passed move moved cross crossed run ran control dispute conflict war protest"
    " protests concern concerns victory all knock knocked gave give given authority fight fought split sanctions anger"
    " outrage differences watch watched rule ruled command"
)

VAGUE_START = frozenset({"several", "dozens", "scores", "hundreds", "thousands"})
TOO_VAGUE = frozenset({"tens", "millions", "billions", "trillions"})

# What a range that begins with "from" may be instead: a change, whose two numbers hold one after the other.
CHANGE = set_of(
    "rise rises rose risen rising raise raised increase increases increased increasing grow grows grew grown growing"
    " jump jumped climb climbed extend extended extending widen widened expand expanded fall falls fell fallen falling"
    " cut cuts cutting reduce reduced reducing reduction drop dropped shrink shrank shrunk decrease decreased decline"
    " declined lower lowered slash slashed halve halved went go gone change changed move moved boost boosted double"
    " doubled down up postponed delayed brought"
)
SCORED = set_of("won win wins beat beats lost lose defeated drew voted vote score scored winning")

CURRENCY_SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "₪": "ILS", "₽": "RUB", "₹": "INR", "₺": "TRY", "₴": "UAH"}
DOLLARS = {
    "us": "USD", "usd": "USD", "a": "AUD", "au": "AUD", "aus": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD",
    "nz": "NZD", "hk": "HKD", "s": "SGD", "sg": "SGD", "nt": "TWD", "r": "BRL",
}  # fmt: skip
CURRENCIES = set_of(
    "USD EUR GBP IQD IRR AUD CAD NZD JPY CHF CNY SEK NOK DKK TRY SAR AED KWD ILS RUB INR PKR AFN SYP JOD LBP EGP QAR"
    " OMR BHD YER UAH PLN CZK HUF RON BGN ZAR NGN KES MXN BRL ARS KRW SGD HKD TWD THB IDR MYR PHP VND"
)
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
    "mm cm km kms kg kgs ha ft lb lbs oz mph kph kw mw gw kwh mwh inch inches foot feet yard yards mile miles acre"
    " acres hectare hectares metre metres meter meters kilometre kilometres kilometer kilometers centimetre"
    " centimetres centimeter centimeters millimetre millimetres millimeter millimeters gram grams gramme grammes"
    " kilogram kilograms kilogramme kilogrammes kilo kilos tonne tonnes ton tons ounce ounces litre litres liter"
    " liters gallon gallons barrel barrels knot knots watt watts kilowatt kilowatts megawatt megawatts gigawatt"
    " gigawatts volt volts degree degrees percent pct"
)
AMBIGUOUS_UNITS = {"m": "metres or millions", "pound": "money or weight", "pounds": "money or weight"}

UNIT_STARTS = MEASURES | CURRENCIES | {word.lower() for word in CURRENCIES} | SHARED_MONEY | OWN_MONEY.keys()
UNIT_STARTS |= {f"{word}s" for word in (*SHARED_MONEY, *OWN_MONEY)} | {country for country, _ in COUNTRY_MONEY}
UNIT_STARTS |= {"pc", "per", "percentage", "basis", "square", "sq", "cubic", "nautical", "u"} | TIME_UNITS.keys()
UNIT_STARTS |= AMBIGUOUS_UNITS.keys()
"""All that a unit in letters begins with."""

MONTHS = {name.lower(): n for n, name in enumerate(MONTH_NAMES, start=1)}
_SHORT = {name[:3].lower(): n for n, name in enumerate(MONTH_NAMES, start=1) if name != "May"} | {"sept": 9}
MONTHS |= _SHORT
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS = {name: n for n, name in enumerate(_DAYS.split())}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

ANNOUNCING = set_of(
    "will won't shall tomorrow plan plans planned planning expected expects scheduled due extend extends extended"
    " extending extension upcoming deadline expire expires expiring begins starts opens closes lasts ends would"
    " intends takes effective resumes"
)
TOWARDS = set_of("until till by through to")
"""What announces a date that it stands before."""
IN_BETWEEN = set_of("the end of early late mid beginning start middle at least - about around")
BEFORE_MONTH = set_of("in between of until till by since from through throughout during early late mid end for to")
NOT_BEFORE_MAY = frozenset({"of", "by", "from", "for", "to"})
BEFORE_YEAR = set_of(
    "in since until till by during throughout through early late mid year fiscal before after from between spring"
    " summer autumn fall winter pre"
)
BEFORE_OF_YEAR = set_of(
    "end beginning start middle half quarter year part rest course class months days weeks events war invasion attack"
    " attacks election elections protests spring summer autumn fall winter"
) | frozenset(MONTHS)

# A number after one of these is a part of a name or a place in a list; after the second ones only where they have a
# capital letter, or the number digits.
LABELS = set_of(
    "no nos number numbers covid article articles resolution section sections chapter page pages paragraph paragraphs"
    " pp room highway route flight boeing airbus channel apollo title rule rules district grade figure fig vol volume"
    " volumes issue episode season mark mk version level tier appendix annex clause act amendment proposition prop"
    " verse psalm psalms item question track lot gate platform magnitude formula catch row seat table tables note"
    " footnote kilo build category phase stage step round chapter exhibit hurricane class windows iphone order"
)
CAPITAL_LABELS = set_of(
    "operation camp box war unit area group task force line type zone block sector brigade division battalion base"
    " site day week part year point pier terminal tower building hall ward wing studio radio sky bloc group big court"
    " bank street order model bomber checkpoint patrol squadron regiment corps army fleet agenda mission sputnik"
    " voyager vision expo falcon starlink mi su sukhoi mig kh fateh grad katyusha qiam zelzal fajr"
)
AGE = frozenset({"aged", "age", "ages"})

# English words that are no nouns: at one of these the words counted end.
NO_NOUNS = set_of(
    "a an the and or but nor of in on at by for from to with within without into onto over under about after before"
    " since until till during through across near around between among against along as than then that which who whom"
    " whose when where while if because so though although is are was were be been being am has have had having do"
    " does did will would shall should can could may might must not no it its it's he she they them their his her him"
    " we us our you your i my me this these those there here said says told say hit hits struck fell rose went came"
    " took made left also only just even still yet again already ago later earlier away apart out up down off back"
    " both each all any some another such once twice more less fewer who's whether per via versus vs amid despite"
    " toward towards outside inside beyond behind above below plus minus every either neither according how what why"
    " next last previous together alone reportedly including following early late today yesterday tomorrow tonight now"
    " soon began begin died die"
)
FURTHER = set_of("more other such further additional")
"""What may stand between a number and its noun."""
ADJECTIVE_PLURALS = set_of(
    "weapons arms sports police forces services operations communications logistics human sales overseas intelligence"
    " headquarters iraqis special armed"
)
PLURALS = set_of(
    "people men women children personnel police troops servicemen servicewomen policemen policewomen fishermen gunmen"
    " firemen aircraft spacecraft dead wounded injured missing killed others feet cattle sheep fish headquarters media"
    " data series species militia crew staff fishermen businessmen congressmen congresswomen lawmakers"
)
SINGULAR_S = set_of(
    "this was is has his its us as yes plus always perhaps less unless across towards besides thus gas bus news"
    " process access success address press mass class business crisis basis analysis status virus coronavirus iris"
    " campus focus bonus loss boss cross grass glass pass congress"
)
ATTRIBUTIVE_IDIOMS = set_of(
    "star way sided fold handed faced dimensional on off stop in a time half thirds upmanship man third liner up self"
    " piece step to for size fits something odd and over by of the"
)
PRONOUN_ONE = set_of("no any every each some this that which another the not loved everyone other")
NOT_COUNTED_ONE = set_of("another day hand thing way point side time other off on whose by after too")
FIRST_IDIOMS = set_of(
    "lady ladies responder responders aid name names class hand half glance world sight floor minister degree place"
    " off and refusal blood person draft instance"
)
SECOND_IDIOMS = set_of("half hand nature thought thoughts world class lieutenant guess wind in cousin reading")
