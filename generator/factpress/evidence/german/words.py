"""German words for numbers, bounds and days, and all that makes a number doubtful, as tables in small letters.

"ß" is written "ss" in them, as in Swiss German.
"""

from __future__ import annotations

from factpress.evidence.word_tables import by_first_word, set_of

# Numbers below a hundred are one word each: zwölf, einundzwanzig.
_FIRST = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
_SMALL = {word: n for n, word in enumerate(f"{_FIRST} siebzehn achtzehn neunzehn".split())} | {"zwo": 2}
_TENS = "zwanzig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig"
TENS = {word: 10 * n for n, word in enumerate(_TENS.split(), start=2)}
UNDER_HUNDRED = _SMALL | TENS
UNDER_HUNDRED |= {
    f"{'ein' if one == 'eins' else one}und{ten}": TENS[ten] + _SMALL[one]
    for ten in TENS
    for one in ["eins", "zwei", "zwo", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
}
SCALES = {
    "tausend": "thousand", "tsd": "thousand", "million": "million", "millionen": "million", "mio": "million",
    "milliarde": "billion", "milliarden": "billion", "mrd": "billion", "billion": "trillion", "billionen": "trillion",
}  # fmt: skip
OTHER_SCALES = set_of("mill mia tds billiarde billiarden trillion trillionen hundert lakh crore")
SHORT_SCALES = set_of("tsd mio mrd")
ARTICLES = set_of("ein eine einen einem einer eines")
ORDINALS = {"erst": 1, "dritt": 3, "siebt": 7, "acht": 8}
"""Ordinals that are not made by rule, without their ending."""
FRACTIONS = set_of("½ ¼ ¾ ⅓ ⅔ halb halbe halben halber halbes drittel viertel fünftel achtel zehntel")
VAGUE = set_of(
    "mehrere mehreren mehrerer einige einigen einiger paar dutzend dutzende dutzenden hunderte hunderten tausende"
    " tausenden handvoll unzählige zahllose zahlreiche million millionen milliarde milliarden billion billionen"
)
BY_NUMBER = ("mal", "erlei", "fach", "fache", "fachen", "einhalb", "er", "ern")
"""What a number word may end in that is then no number: zweimal, zweieinhalb, zwanziger."""
ONES = ("ein", "eine", "einen", "einem", "einer", "eines")
"""What a number beyond a hundred may end in: hundertundein, tausendundeine."""
PARTS = ("dreiviertel", "viertel", "halb", "drittel", "achtel", "zehntel", "fünftel", "sechstel", "hundertstel")
WHOLES = (
    "million", "millionen", "milliarde", "milliarden", "dutzend", "stunde", "stunden", "jahr", "jahres", "jahre",
    "jahren", "jahrhundert", "liter", "pfund", "tag", "tags",
)  # fmt: skip
"""What a part may be of in one word: Viertelmillion, Halbjahr."""
IN_WORDS = (
    "tausend", "tausende", "tausenden", "tausender", "hundert", "hunderte", "hunderten", "hunderter", "million",
    "millionen", "milliarde", "milliarden", "dutzend", "dutzende", "dutzenden",
)  # fmt: skip
"""What a word ends in that has a number in it: Zigtausende, Abermillionen."""
NO_NUMBERS = ("jahrhundert", "jahrtausend")
"""Words that end so and are spans of time."""
QUALITIES = (
    "jährig",
    "tägig",
    "wöchig",
    "monatig",
    "stündig",
    "minütig",
    "köpfig",
    "stellig",
    "teilig",
    "stöckig",
    "prozentig",
    "stufig",
    "spurig",
    "seitig",
    "zeilig",
    "gliedrig",
    "beinig",
    "eckig",
    "sitzig",
    "motorig",
    "gradig",
    "gleisig",
    "zügig",
)

# Each hedge that records write, with its wordings.
BOUNDS = by_first_word(
    {
        "about": "etwa | rund | ungefähr | circa | zirka | ca . | ca | schätzungsweise",
        "nearly": "fast | beinahe | nahezu | annähernd",
        "just under": "knapp | etwas weniger als",
        "just over": "etwas mehr als",
        "more than": "mehr als | deutlich mehr als",
        "at least": "mindestens | wenigstens | zumindest | nicht weniger als",
        "fewer than": "weniger als",
        "up to": "bis zu | höchstens | maximal | nicht mehr als",
    }
)
BETWEEN = (("weitere",), ("weiteren",), ("insgesamt",))
"""What may be between a bound and its number and changes neither."""
AFTERWARDS = {("oder", "mehr"): "at least", ("und", "mehr"): "at least", ("oder", "weniger"): "up to"}
UNSURE_BOUNDS = set_of(
    "über unter gegen gut kaum um bis ab zu bald minus plus jeder jede jedes jeden genau exakt nicht kein keine keinen"
    " oder je jeweils täglich wöchentlich monatlich jährlich stündlich viele vielen wenige wenigen etliche zig als"
    " wie statt anstatt anstelle ohne außer ausser sondern vielleicht womöglich schier gern gerne noch sogar gar"
    " bzw wenn halb vormals ursprünglich minütlich jedem jeder allein zusätzlich abzüglich zuzüglich mal komma à"
    " alle aller allen"
    " übersteigt überstieg überstiegen erreichte erreichten unterschritt"
)
"""What directly before a number may be a bound, a time, a rate or part of a verb."""
NEAR = frozenset(first for first in BOUNDS if first not in ("mehr", "weniger", "nicht", "bis", "etwas", "deutlich"))
COMPARING = set_of("mehr weniger")
AFTER_NOUN = set_of("mehr weniger plus minus zuviel zuwenig")
"""What behind a noun makes of its number a difference: "zwei Soldaten mehr"."""
DENYING = set_of("nicht kein keine keinen mehr weniger kaum")
"""What makes of a number a bound, or denies it, some words before it."""

MONTHS = {
    "januar": 1, "jänner": 1, "februar": 2, "feber": 2, "märz": 3, "april": 4, "mai": 5, "juni": 6, "juli": 7,
    "august": 8, "september": 9, "oktober": 10, "november": 11, "dezember": 12,
}  # fmt: skip
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mrz": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11,
    "dez": 12,
}  # fmt: skip
WEEKDAYS = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5,
    "sonntag": 6,
}  # fmt: skip
TODAY = {"heute": 0, "gestern": -1}
OTHER_DAYS = set_of("vorgestern übermorgen morgen")
BEFORE_MONTH = set_of("im anfang mitte ende")
YEAR = set_of("jahr jahre jahres")
LAST = set_of("letzten vergangenen")
NEXT = set_of("nächsten kommenden")
AFTER_DATE = set_of("des vor jenes eines nach desselben selbigen jedes jeden v n an ab")
"""What may put a date without a year into another year: "12. März des Vorjahres"."""
BEFORE_DATE = set_of(
    "vor nach bis ab seit um gegen spätestens frühestens zwischen nacht jeweils immer stets meist nicht wie erst noch"
    " einschließlich inklusive nächte jahrestag vorabend vortag"
)
AFTER_YEAR = set_of("v n vor an ab")
AFTER_WEEKDAY = set_of("vor nach in der des den dem an ab oder und")
LINKS = set_of("und oder bis / - —")
AT_DATE = set_of("am im vom anfang mitte ende")
"""What directly before a date names that date, in such words as BEFORE_DATE do not change."""
PARTS_OF_MONTH = set_of("anfang mitte ende")
PARTS_OF_DAY = set_of("abend morgen nachmittag vormittag mittag")
"""What makes of a day the time before, after or around it."""
ARTICLES_OF_DATES = set_of("am dem den der zum vom")
PERIODS = set_of(
    "woche wochen monat monats monate monaten jahr jahres jahre jahren jahrzehnt jahrhundert wochenende tag tages tage"
    " tagen stunde stunden minute minuten nacht quartal quartals saison"
)
OTHER_PERIODS = set_of(
    "vorwoche vormonat vormonats vorjahr vorjahres folgewoche folgemonat folgejahr folgejahres osterwoche karwoche"
    " ostern pfingsten weihnachten darauf drauf zuvor davor danach später früher darauffolgenden darauffolgend"
)
"""What behind a day puts it into another week or year."""
OTHER_TIMES = set_of("damals vorjahr vorjahres jahrestag jahrestages jahrestags seinerzeit einst jährte jährt")
"""Words of a text about another year."""
STEPS = (
    "letzt", "vorig", "vergangen", "nächst", "kommend", "dies", "vorvorig", "vorletzt", "übernächst", "laufend",
    "folgend", "darauffolgend", "vorangegangen", "vorherig", "verflossen",
)  # fmt: skip
ANNOUNCING = set_of(
    "wird werden soll sollen will wollen würde würden geplant plant planen erwartet voraussichtlich künftig"
)

# Verbs that are surely about the past; a German present may be about the future.
PAST = set_of(
    "wurde wurden hatte hatten war waren worden starb starben kam kamen ging gingen fiel fielen traf trafen schlug"
    " schlugen flog flogen griff griffen schoss schossen gab gaben nahm nahmen trat traten fand fanden begann begannen"
    " sprach sprachen sah sahen stieß stießen stieg stiegen sank sanken ließ ließen hielt hielten rief riefen lief"
    " liefen fuhr fuhren zog zogen stand standen lag lagen blieb blieben schrieb schrieben entschied entschieden"
    " beschloss beschlossen verlor verloren gewann gewannen erhielt erhielten brach brachen warf warfen bot boten"
    " verließ verließen erschien erschienen verbot ereignete ereigneten töteten tötete verletzte feuerte"
    " feuerten meldete meldeten sagte sagten teilte teilten erklärte erklärten bestätigte bestätigten berichtete"
    " berichteten kündigte kündigten forderte forderten demonstrierten demonstrierte explodierte explodierten"
    " zerstörte zerstörten landete landeten stürzte stürzten startete starteten stimmte stimmten unterzeichnete"
    " unterzeichneten verhaftete verhafteten verurteilte verurteilten flohen floh endete endeten führte führten"
    " machte machten stellte stellten setzte setzten reiste reisten tagte tagten wählte wählten veröffentlichte"
    " veröffentlichten verhängte verhängten schloss schlossen öffnete öffneten eröffnete eröffneten einschlug"
    " einschlugen beschoss beschossen bombardierte bombardierten zündete zündeten erschoss erschossen erreichte"
)
LABELS = set_of(
    "artikel art nummer nr nummern kapitel seite seiten absatz abs paragraph paragraf raum zimmer gleis linie flug"
    " resolution band ausgabe version stufe klasse kategorie halle tor"
)
"""After one of these a number is a label, as in English "Article 5"."""
# What a noun ends in that is a unit or money, of which none is read; "mal" counts how often.
UNITS = (
    "sekunde", "sekunden", "minute", "minuten", "stunde", "stunden", "tag", "tage", "tagen", "woche", "wochen",
    "monat", "monate", "monaten", "jahr", "jahre", "jahren", "jahrzehnt", "jahrzehnte", "jahrzehnten", "jahrhundert",
    "jahrhunderte", "jahrhunderten", "uhr", "mal", "prozent", "promille", "prozentpunkt", "prozentpunkte",
    "prozentpunkten", "basispunkte", "basispunkten", "meter", "metern", "meile", "meilen", "zoll", "hektar", "gramm",
    "tonne", "tonnen", "pfund", "zentner", "unzen", "liter", "litern", "gallone", "gallonen", "barrel", "grad",
    "knoten", "watt", "ampere", "hertz", "karat", "joule", "kalorien", "bytes", "euro", "euros", "cent", "dollar",
    "dollars", "franken", "rappen", "rubel", "dinar", "dinare", "dinaren", "riyal", "krone", "kronen", "schekel",
    "rupie", "rupien", "pesos", "schilling", "zloty", "forint", "crore", "viertel", "drittel", "hälfte", "hälften",
    "ladung", "ladungen", "quartal", "quartale", "quartalen", "semester", "byte", "pixel", "becquerel", "dezibel",
    "röntgen", "siemens", "lumen", "dioptrien", "dekaden", "dekade", "epochen", "lire", "tenge", "pfunde", "pfunden",
    "taler", "talern", "gulden", "dukaten", "drachmen", "bolivianos", "reais", "pence", "cents", "rupees", "hryvnien",
    "rupiahs", "dirhams", "groschen", "heller", "kreuzer", "nächte",
    "nächten", "kalorie", "atmosphäre", "atmosphären", "pferdestärken",
    "breitengrade", "längengrade", "trimester", "escudos", "peseten", "kopeken", "sucres", "soles",
    "scheffel", "klafter", "ellen", "ruten", "drachme", "oersted", "mole", "celsius", "gigs", "sieverts", "newtons",
    "watts", "volts", "hertzen", "prozenten", "promillen", "bits", "faden",
)  # fmt: skip
SHORT_UNITS = set_of(
    "fuss yard yards ar ares morgen kilo kilos unze volt bar byte bit mark yen yuan rial lira peso lakh mann paar stück"
    " schuss fass fässer fässern punkt punkte punkten runde runden grade fen colones öre øre cedis quetzales lempiras"
    " tomans rials riyals riel livre denare guaranis zlotys leone leones bolivares sen ether sesterzen denarius piaster"
    " centavos centimes fils grosze haler filler shillings inches elle rute acre acres ster pints barrels mass schoppen"
    " stone tonnage sone prozente umdrehungen gros ries mandel stiege male malen einheiten cups esslöffel teelöffel"
    " prisen prise klicks knots miles fps tagessätze tagessätzen oechsle bushel bushels curie gauss weber kilos"
    " bitcoins pfennige pfennigen stufen tropfen sachen"
)
"""Units that only a whole word is: many nouns end like them."""
RATES = set_of("pro je per /")
RATE_WORDS = set_of(
    "täglich wöchentlich monatlich jährlich alljährlich stündlich minütlich nächtlich halbjährlich vierteljährlich"
    " tagtäglich jeweils durchschnittlich durchschnitt schnitt regelmäßig"
)
"""What makes a rate of a number anywhere in the sentence."""
BEFORE_PERIOD = set_of("am im die in den das der")
EACH = set_of("pro je per jede jeden jedes jeder jedem alle")
BETWEEN_NOUN = set_of("weitere weiteren schwer leicht")
"""Words before a noun or its adjective that say nothing about the number."""
WEAK = set_of(
    "die den der diese diesen dieser alle allen aller beiden mit von bei aus nach unter seine seinen ihre ihren"
)
"""What an adjective in "en" needs before its number, where it is no verb."""
TOWNS = set_of("wien basel baden gallen bremen münchen dresden essen winterthur bregenz genf bern aachen hannover")
"""Towns that end like several things, of which a number before may be the postcode."""
# Small words: no nouns where a sentence begins with them, and no adjectives before a noun.
SMALL_WORDS = set_of(
    "der die das den dem des ein eine einen einem einer eines und oder aber auch in im am an auf aus bei beim bis"
    " durch für gegen mit nach ohne seit über um unter von vom vor zu zum zur zwischen als wie es er sie wir ihr ich"
    " man nur noch wieder weitere weiteren insgesamt alle allen aller diese diesen dieser dieses dieses dabei dort"
    " hier dann danach zuvor davor während wegen trotz laut sowie sondern dass wenn weil ob nicht kein keine keinen"
    " mehr weniger jede jeder jedes jeden seine seinen seiner ihre ihren ihrer unsere unseren beide beiden zwar etwa"
    " rund fast mindestens höchstens wurde wurden waren war sind ist haben hat hatten hatte werden wird"
)
