"""Labels and names with a number in them: flight 655, Article 5, junction 9, Falcon 9; their numbers count nothing."""

from __future__ import annotations

from typing import Literal

from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.word_tables import set_of

Labelled = Literal["label", "unsure", ""]
"""Whether a number is surely a label, may be one, or is none."""

# A number after one of these is a part of a name or a place in a list; after those below only where they have a
# capital letter, or the number digits.
_LABELS = set_of(
    "no nos number numbers covid article articles resolution resolutions section sections subsection chapter"
    " chapters page pages paragraph paragraphs pp room rooms highway route routes flight flights boeing airbus"
    " channel apollo title rule rules district grade grades figure figures fig figs vol volume volumes issue"
    " episode episodes season seasons mark mk version versions level levels tier tiers appendix annex clause"
    " clauses act amendment amendments proposition prop verse verses psalm psalms item items question questions"
    " track lot lots gate gates platform platforms formula catch row rows seat seats table tables note notes"
    " footnote kilo build category categories phase phases stage stages step steps round rounds exhibit hurricane"
    " class windows iphone order junction junctions bus buses tram trams train trains line lines ward wards block"
    " blocks building bay berth pier dock runway hangar shaft pit well reactor reactors unit units rocket shuttle"
    " model series type types size sizes schedule schedules part parts bill measure count counts docket case ref"
    " reference code codes id pin zip postcode extension ext x box locker key phone pack serial batch bond"
    " protocol directive regulation decree edition sign sonata symphony concerto opus op sura surah mile"
    " kilometre km kilometer marker exit lane floor floors deck bomb squad squadron division battalion brigade"
    " regiment corps company platoon terminal heat race races leg legs hole holes game games set sets match frame"
    " frames inning innings lap laps quarter scene scenes slide slides card cards account accounts policy isbn"
    " iso rfc recital recitals strand pillar pillars studio stand booth pen cell cells ring zone zones sector"
    " sectors camp courtroom plan cloud form forms"
    " area areas region field fields point points scale force degree omega vitamin factor"
)
_CAPITAL_LABELS = set_of(
    "operation war group task site day week month year tower hall wing radio sky bloc big court bank street"
    " bomber checkpoint patrol army fleet agenda mission sputnik voyager vision expo falcon starlink mi su sukhoi"
    " mig kh fateh grad katyusha qiam zelzal fajr base tank interstate freeway motorway autobahn fm am bbc itv"
    " cnn tv ps xbox galaxy pixel ipad mac dos intel core ryzen mercedes audi bmw ford peugeot soyuz ariane vega"
    " atlas titan minuteman trident polaris patriot scud nodong hwasong shahab saturn gemini mercury luna venera"
    " mars ceres suite apt flat team precinct firmware release invoice ticket port car error log"
)
# Labels that are verbs too, or that are counted: "ordered to build 12 houses".
_VERBS = set_of(
    "no act rule figure issue mark question track note catch row seat table build order class step count counts"
    " measure measures phase stage round exhibit block blocks box lot sign set sets match well frame face lots"
    " group field part parts type bond train trains force bomb race deck card cell ring pen case key code types"
    " figures notes marks point points platform plan form forms flat team release ticket port car error log"
)
_STATES = set_of("killed dead wounded injured missing hurt crashed died struck hit left")
_POINTED_LABELS = set_of(
    "col cols no nos p pp art arts sec ch fig figs vol para paras st ext nr eq ref tel dr cap ss op pt"
)
CALLS = set_of(
    "call called calls phone phoned tel telephone dial dialed dialled dialing dialling hotline fax ring rings rang"
    " ringing text mobile cell whatsapp"
)
"""What comes before a telephone number."""
_VERBAL = set_of(
    "to will would can could may might must shall should not they we i who and he she you or it that did does do"
)
_MOMENTS = frozenset({"point", "stage", "count", "season", "issue", "round", "case", "game", "match", "race"})
_WHICH = set_of("one this that some which any each every no last next")
_ARTICLES = set_of("the a an this that his her its their our each every another any")
_PLACES = set_of("in at on near from of to around across outside inside by for with within throughout over above and")
_LINKS = frozenset({",", "and", "or", "to", "-", "through", "&", "—"})
_MOST_LINKED = 12


def labelled(scan: EnglishScan, start: int, end: int, *, in_digits: bool) -> Labelled:
    """Whether a number from `start` to before `end` is a label: Article 5, No. 5, Camp 4, page 3, [12], a call."""
    low, raw = scan.low[start - 1], scan.raw[start - 1]
    if low == "." and scan.low[start - 2] in _POINTED_LABELS and in_digits:
        return "label"
    if low == "[" and scan.low[end] == "]":
        return "label"
    if _in_set_name(scan, start):
        return "label"
    noun = scan.counted(end)
    real = bool(noun) and scan.low[end] not in _STATES
    if low in CALLS and not real:
        return "label"
    if low in _LABELS or (low in _CAPITAL_LABELS and (raw[:1].isupper() or in_digits or low in en.TIMES_NAMED)):
        return _by_label(scan, start, real=real, in_digits=in_digits)
    ends_line = scan.low[end] in (".", ")") and scan.is_word(end + 1) and scan.raw[end + 1][0].isupper()
    if in_digits and (start == 0 or scan.low[start - 1][:1] == "\n") and ends_line:
        return "label"
    if in_digits and raw[:1].isupper() and len(raw) > 1 and real:
        return _in_name(scan, start)
    return ""


def _in_set_name(scan: EnglishScan, start: int) -> bool:
    """The Group of 77, the S&P 500, school years 5 and 6."""
    raw, two = scan.raw[start - 1], scan.raw[start - 2]
    if scan.low[start - 1] == "of" and two in ("Group", "Gang", "Council", "Committee"):
        return True
    if len(raw) == 1 and raw.isupper() and two == "&":
        return True
    return (
        scan.low[start - 1] in ("years", "year")
        and scan.low[start - 2] in ("in", "for", "of")
        and (scan.low[start + 1] in ("and", "to", "-") and scan.is_number(start + 2) and len(scan.raw[start + 2]) <= 2)
    )


def labels_end(scan: EnglishScan, end: int) -> int:
    """The token after all numbers that share one label: Articles 5, 6 and 7; gates 3-5."""
    for _ in range(_MOST_LINKED):
        if scan.low[end] not in _LINKS:
            return end
        k = end + 1 + (scan.low[end] == "," and scan.low[end + 1] in ("and", "or"))
        after = k + 1
        if not (scan.is_number(k) or scan.low[k] in en.WORDS) or scan.is_tight(after) or scan.counted(after):
            return end
        if scan.low[after] in en.UNIT_STARTS or scan.low[after] in en.MONTHS or scan.raw[after] in ("%", "°"):
            return end
        end = after
    return end


def _by_label(scan: EnglishScan, start: int, *, real: bool, in_digits: bool) -> Labelled:
    low, raw = scan.low[start - 1], scan.raw[start - 1]
    if low == "no":
        return "label"
    if real and low == "year" and raw == "Year" and in_digits:
        return "unsure"
    if real and (low in en.TIMES_NAMED or (low in _MOMENTS and scan.low[start - 2] in _WHICH)):
        return ""
    capital = raw[:1].isupper() and not scan.starts_sentence(start - 1)
    if capital or not real:
        return "label"
    before = scan.low[start - 2]
    if low in _VERBS and before in _VERBAL:
        return ""
    if before in _ARTICLES or low in _VERBS or scan.is_plural(start - 1):
        return "unsure"
    return "label"


def _in_name(scan: EnglishScan, start: int) -> Labelled:
    """Whether a number behind a capital letter is a part of a name: "Falcon 9 rockets", not "in Iraq 15 soldiers"."""
    if scan.low[start - 1] in en.NO_NOUNS | en.WEEKDAYS.keys() | en.MONTHS.keys():
        return ""
    n = start - 1
    while scan.raw[n][:1].isupper() and start - n < 5 and not scan.starts_sentence(n):
        n -= 1
    if scan.low[n] in _PLACES or scan.low[n - 1] in _PLACES:
        return ""
    low = scan.low[start - 1]
    if scan.starts_sentence(start - 1) and (low.endswith(("ed", "ing", "ly", "s")) or low in en.NO_NOUNS):
        return ""
    return "unsure"
